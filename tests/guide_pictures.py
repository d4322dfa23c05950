"""The pictures of docs/skribent.md, taken anew by `make pictures`: of the plan that `plangen init` writes, in Chromium.

The same Chromium gives the same bytes; nothing of the day or the machine is in the pages.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from plangen.cli.main import main

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"
WIDTH = 860
"""Pixels of the window: as wide as a guide is shown on a Git host."""

PREPARE = """
document.querySelectorAll("details").forEach((folded) => { folded.open = true; });
document.querySelectorAll("body *").forEach((each) => {
  if (getComputedStyle(each).position === "fixed") each.hidden = true;
});
arguments[0].style.padding = "12px";
"""
"""Nothing folded, nothing that hovers over the page, and some room around."""

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars")
GOAL = "goals/hela-gator.md"
CHANGES = (
    ("titel: Hela och säkra gator", "titel: Hela, säkra och plogade gator"),
    ("målvärde: minst 85 %", "målvärde: minst 90 %"),
    ("källa: Strada\n", "källa: Strada\n  - namn: Vägar plogade före klockan sju\n    målvärde: minst 95 %\n    "
     "periodicitet: Vinter\n    källa: Driftledningen\n"),
    ("Vägen till skolan går först.", "Vägen till skolan går först, också när det snöar."),
)  # fmt: skip


def pages(place: Path) -> tuple[Path, Path]:
    """The new plan's page, and the page that shows a proposal for one goal."""
    before, after = place / "plan", place / "forslag"
    main(["init", str(before), "--plangen", "1"])
    shutil.copytree(before, after)
    (folder,) = (each.name for each in (before / "content").iterdir())
    goal = after / "content" / folder / GOAL
    text = goal.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert text.count(old) == 1
        text = text.replace(old, new)
    goal.write_text(text, encoding="utf-8")
    main(["build", "--to", "html", "--root", str(before), "--out", str(place / "ut")])
    sides = (f"{before}/content/{folder}", f"{after}/content/{folder}")
    main(["diff", "--from", sides[0], "--to-dir", sides[1], "--to", "html", "--out", str(place / "diff")])
    return place / "ut" / folder / f"{folder}.html", next((place / "diff").glob("*.html"))


def take(browser: webdriver.Chrome, page: Path, selector: str, name: str) -> None:
    """A picture of one part of a page, in PNG."""
    browser.get(page.as_uri())
    part = browser.find_element(By.CSS_SELECTOR, selector)
    browser.execute_script(PREPARE, part)
    (IMAGES / name).write_bytes(part.screenshot_as_png)


def run() -> int:
    """Takes all pictures. The exit code."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        print("chromium och chromedriver behövs för bilderna", file=sys.stderr)
        return 2
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={place}/profile", f"--window-size={WIDTH},900"):
            options.add_argument(flag)
        page, comparison = pages(Path(place))
        browser = webdriver.Chrome(options=options, service=Service(driver))
        try:
            take(browser, page, "#hela-gator", "skribent-mal.png")
            take(browser, comparison, "#hela-gator", "skribent-jamforelse.png")
        finally:
            browser.quit()
    return 0


if __name__ == "__main__":
    sys.exit(run())
