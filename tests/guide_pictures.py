"""The pictures of docs/skribent.md: of the plan that `plangen init` writes, and of a proposal for one of its goals."""

from __future__ import annotations

import shutil
from pathlib import Path

from selenium import webdriver
from tests.camera import show, take_part

from plangen.cli.main import main

WINDOW = (860, 900)
"""Pixels: as wide as a guide is shown on a Git host."""

GOAL = "goals/hela-gator.md"
CHANGES = (
    ("titel: Hela och säkra gator", "titel: Hela, säkra och plogade gator"),
    ("målvärde: minst 85 %", "målvärde: minst 90 %"),
    ("källa: Strada\n", "källa: Strada\n  - namn: Vägar plogade före klockan sju\n    målvärde: minst 95 %\n    "
     "periodicitet: Vinter\n    källa: Driftledningen\n"),
    ("Vägen till skolan går först.", "Vägen till skolan går först, också när det snöar."),
)  # fmt: skip


def take(browser: webdriver.Chrome, place: Path) -> None:
    """The pictures, with what is built for them in a folder."""
    page, comparison = pages(place)
    show(browser, page, WINDOW)
    take_part(browser, "#hela-gator", "skribent-mal.png")
    show(browser, comparison, WINDOW)
    take_part(browser, "#hela-gator", "skribent-jamforelse.png")


def pages(place: Path) -> tuple[Path, Path]:
    """The new plan's page, and the page that shows a proposal for one goal."""
    before, after = place / "plan", place / "forslag"
    main(["init", str(before), "--plangen", "1"])
    shutil.copytree(before, after)
    (folder,) = (each.name for each in (before / "content").iterdir())
    change(after / "content" / folder / GOAL, CHANGES)
    main(["build", "--to", "html", "--root", str(before), "--out", str(place / "ut")])
    sides = (f"{before}/content/{folder}", f"{after}/content/{folder}")
    main(["diff", "--from", sides[0], "--to-dir", sides[1], "--to", "html", "--out", str(place / "diff")])
    return place / "ut" / folder / f"{folder}.html", next((place / "diff").glob("*.html"))


def change(file: Path, changes: tuple[tuple[str, str], ...]) -> None:
    """A file with passages replaced, each of which stands in it once."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{file} no longer has: {old}"
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8", newline="\n")
