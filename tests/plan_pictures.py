"""The pictures of README: pages of the example plan as PDF, on the web and on a telephone, and a proposal compared."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from selenium import webdriver
from tests.camera import keep, show, take_part, take_window
from tests.guide_pictures import change

from plangen.cli.main import main

PROJECT = Path(__file__).resolve().parents[1]
PLAN = "regionstyrelsen-2026"
RESOLUTION = 80
"""Dots per inch of a page: 661 pixels across, twice what README shows."""

GOAL = "ekonomi-i-balans"
CHANGES = (
    ("målvärde: ökande", "målvärde: minst 90 %"),
    ("källa: Raindance\n---", "källa: Raindance\n  - namn: Andel avtalstrogna inköp\n    målvärde: ökande\n    "
     "periodicitet: År\n    källa: Raindance\n---"),
    ("kostnadskontroll, god ekonomisk hushållning och långsiktig", "god ekonomisk hushållning och långsiktig"),
    ("som har beslutats.", "som har beslutats, under året och under hela planperioden."),
)  # fmt: skip
"""A proposal that nobody has made."""


def take(browser: webdriver.Chrome, place: Path) -> None:
    """The pictures, with what is built for them in a folder."""
    main(["build", PLAN, "--root", str(PROJECT), "--to", "html,pdf", "--out", str(place)])
    built = place / PLAN / PLAN
    pdf, page = built.with_suffix(".pdf"), built.with_suffix(".html")
    keep(page_of(pdf, ""), "plan-omslag.png", edge=True)
    keep(page_of(pdf, "Resultatmål: Minskad resursförbrukning"), "plan-mal.png", edge=True)
    keep(page_of(pdf, "Tabell 1"), "plan-budget.png", edge=True)
    show(browser, page, (1216, 760))
    take_window(browser, f"#{GOAL}", "plan-webb.png")
    show(browser, page, (375, 780), sharp=2, scheme="dark")
    take_window(browser, f"#{GOAL}", "plan-telefon.png")
    show(browser, comparison(place), (860, 900))
    take_part(browser, f"#{GOAL}", "plan-jamforelse.png", edge=True)


def page_of(pdf: Path, text: str) -> bytes:
    """A picture of the last page of a PDF with a text, or of the first page where the text is empty."""
    printed = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8").stdout
    pages = [number for number, page in enumerate(printed.split("\f"), 1) if text in " ".join(page.split())]
    number = str(pages[-1] if text else 1)
    command = ["pdftoppm", "-r", str(RESOLUTION), "-png", "-f", number, "-l", number, str(pdf)]
    return subprocess.run(command, check=True, capture_output=True).stdout


def comparison(place: Path) -> Path:
    """The page that compares the plan with the proposal."""
    before = PROJECT / "content" / PLAN
    after = place / "forslag" / PLAN
    proposed(before, after)
    sides = ("--from", str(before), "--to-dir", str(after))
    main(["diff", *sides, "--root", str(PROJECT), "--to", "html", "--out", str(place / "diff")])
    return next((place / "diff").glob("*.html"))


def proposed(before: Path, after: Path) -> None:
    """A folder with the plan as proposed."""
    shutil.copytree(before, after)
    change(after / "goals" / f"{GOAL}.md", CHANGES)
