"""A page in Chromium -> a picture of it, or of a part, among those of the documentation."""

from __future__ import annotations

import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars")
COLOURS = 128
"""Of a picture's palette: enough for a brand's colours, those of the global goals and the edges of letters."""

EDGE = "#C9CFD2"
"""Around a page, which would else have no edge on a white ground."""

PREPARE = """
document.querySelectorAll("details").forEach((folded) => { folded.open = true; });
document.querySelectorAll("body *").forEach((each) => {
  if (getComputedStyle(each).position === "fixed") each.hidden = true;
});
arguments[0].style.padding = "12px";
"""
"""Nothing folded, nothing that hovers over the page, and some room around."""


@contextmanager
def chromium(place: Path) -> Iterator[webdriver.Chrome]:
    """A browser that keeps what it needs in a folder."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in (*FLAGS, f"--user-data-dir={place}/profile"):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
    try:
        yield browser
    finally:
        browser.quit()


def show(
    browser: webdriver.Chrome, page: Path, size: tuple[int, int], *, sharp: int = 1, scheme: str = "light"
) -> None:
    """A page in a window of so many pixels, each of `sharp` by `sharp` on the screen."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": sharp, "mobile": size[0] < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(page.as_uri())


def take_part(browser: webdriver.Chrome, selector: str, name: str, *, edge: bool = False) -> None:
    """A picture of one part of the page that is shown."""
    part = browser.find_element(By.CSS_SELECTOR, selector)
    browser.execute_script(PREPARE, part)
    keep(part.screenshot_as_png, name, edge=edge)


def take_window(browser: webdriver.Chrome, part: str, name: str) -> None:
    """A picture of the window, with a part of the page at its top."""
    browser.execute_async_script(
        "const done = arguments[1]; document.querySelector(arguments[0]).scrollIntoView();"
        "requestAnimationFrame(() => requestAnimationFrame(done))",
        part,
    )
    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    keep(b64decode(shot["data"]), name, edge=True)


def keep(png: bytes, name: str, *, edge: bool = False) -> None:
    """A picture among those of the documentation, in few colours, since it is read over the net."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    if edge:
        picture = ImageOps.expand(picture, 1, EDGE)
    small = picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
    small.save(IMAGES / name, optimize=True)
