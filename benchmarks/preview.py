"""Times from a save of the real plan to the change in the open page, in headless Chromium.

    .venv/bin/python benchmarks/preview.py [--runs 30]

Each run writes a section with one paragraph more or less; the page tells when its tree changed, by the same clock.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import plans
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
OBSERVE = """
window.changes = [];
new MutationObserver(() => changes.push(performance.timeOrigin + performance.now()))
  .observe(document.querySelector("main"), {subtree: true, childList: true, characterData: true});
document.getElementById("ekonomi-i-balans").scrollIntoView();
"""
PATIENCE = 5


def main() -> None:
    """Measures and prints the least, the median and the most, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        root = plans.project(Path(folder))
        command = [sys.executable, "-m", "plangen", "serve", "--port", "0", "--root", str(root)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        try:
            assert process.stdout is not None
            address = re.search(r"http://\S+", process.stdout.readline())[0]  # type: ignore[index]
            lags = _measured(f"{address}plan/{plans.PLAN}/", root / "content" / plans.PLAN, runs)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
    print(f"{len(lags)} saves, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"least {min(lags):.0f} ms, median {statistics.median(lags):.0f} ms, most {max(lags):.0f} ms")


def _measured(address: str, plan: Path, runs: int) -> list[float]:
    browser = _browser()
    try:
        browser.get(address)
        time.sleep(1)
        browser.execute_script(OBSERVE)
        file = plan / "sections" / "omvarldsfaktorer.md"
        text = file.read_text(encoding="utf-8").rstrip()
        return [
            _lag(browser, file, f"{text}\n\nStycke {run}.\n" * (run % 2) or f"{text}\n") for run in range(1, runs + 1)
        ]
    finally:
        browser.quit()


def _lag(browser: webdriver.Chrome, file: Path, text: str) -> float:
    before = browser.execute_script("return changes.length")
    start = time.time()
    file.write_text(text, encoding="utf-8")
    while browser.execute_script("return changes.length") == before:
        if time.time() - start > PATIENCE:
            raise TimeoutError("the page did not change")
        time.sleep(0.02)
    changed = browser.execute_script("return changes[arguments[0]]", before)
    time.sleep(0.15)
    return float(changed) - start * 1000


def _browser() -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in FLAGS:
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))


if __name__ == "__main__":
    main()
