"""The pictures in docs/images/, taken anew by `make pictures`: of built documents, in Chromium and by Poppler.

The same programs give the same bytes; nothing of the day or the machine is in the pages.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests import guide_pictures, plan_pictures
from tests.camera import IMAGES, chromium

PROGRAMS = ("chromium", "chromedriver", "pdftoppm", "pdftotext")


def run() -> int:
    """Takes all pictures. The exit code."""
    missing = [each for each in PROGRAMS if not shutil.which(each)]
    if missing:
        print(f"för bilderna behövs {', '.join(missing)}", file=sys.stderr)
        return 2
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with chromium(place) as browser:
            guide_pictures.take(browser, place / "guide")
            plan_pictures.take(browser, place / "plan")
    return 0


if __name__ == "__main__":
    sys.exit(run())
