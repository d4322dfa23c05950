"""Every page of the repository's plans before axe-core, the checker of WCAG 2.2, in a real browser.

At each width, by day and by night; 1280 px wide at 400 % is 320 px (WCAG 2.2, 1.4.10). `AXE_CORE` names the checker's
file; `.ci/run` fetches it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from tests.repository import PLANS, job_of

from plangen.build import write

from .redlines import PAIRS, SHOWN, work

AXE = os.environ.get("AXE_CORE", "")
BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
VIEWS = {"320": (320, 1), "375": (375, 1), "768": (768, 1), "1440": (1440, 1), "1280 at 400 %": (320, 4)}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

if not (AXE and BROWSER and DRIVER) and "CI" not in os.environ:
    pytest.skip("AXE_CORE, chromium or chromedriver is not there", allow_module_level=True)


@pytest.fixture(scope="module", params=PLANS, ids=lambda path: path.name)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("accessibility") / "plan.html"
    path.write_bytes(write(job_of(request.param), "html"))
    return path.as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


def show(browser: webdriver.Chrome, page: str, view: tuple[int, int], scheme: str) -> None:
    width, scale = view
    metrics = {"width": width, "height": 900, "deviceScaleFactor": scale, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(page)


def violations(browser: webdriver.Chrome) -> list[str]:
    """What axe-core finds wrong, as lines of rule and element."""
    browser.execute_script(Path(AXE).read_text(encoding="utf-8"))
    run = """
        const [rules, done] = arguments;
        axe.run(document, {runOnly: rules}).then((found) => done(found.violations), (fault) => done([String(fault)]));
    """
    found: list[Any] = browser.execute_async_script(run, list(RULES))
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_violation(view: str, scheme: str, browser: webdriver.Chrome, page: str) -> None:
    show(browser, page, VIEWS[view], scheme)
    assert violations(browser) == []


@pytest.fixture(scope="module")
def redline_pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Pages of comparisons, with marks of all kinds."""
    folder = tmp_path_factory.mktemp("redlines")
    for pair in (each for each in PAIRS if each.case.name in SHOWN):
        (folder / f"{pair.name}.html").write_bytes(write(work(pair), "html"))
    return [path.as_uri() for path in sorted(folder.iterdir())]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["375", "1440"])
def test_axe_finds_no_violation_in_a_comparison(
    view: str, scheme: str, browser: webdriver.Chrome, redline_pages: list[str]
) -> None:
    found: list[str] = []
    for page in redline_pages:
        show(browser, page, VIEWS[view], scheme)
        found += [f"{page.rpartition('/')[2]}: {each}" for each in violations(browser)]
    assert found == []


def test_axe_finds_a_violation_where_there_is_one(browser: webdriver.Chrome, page: str) -> None:
    """Else the test above would say nothing."""
    show(browser, page, VIEWS["768"], "light")
    browser.execute_script("document.querySelector('h1').style.color = '#BBBBBB'")
    assert any(line.startswith("color-contrast:") for line in violations(browser))


def test_keyboard_alone_reaches_the_text_first_and_never_gets_stuck(browser: webdriver.Chrome, page: str) -> None:
    """The skip link comes first and leads to the text; tabbing on passes every link once and ends (WCAG 2.2, 2.1.2)."""
    show(browser, page, VIEWS["1440"], "light")
    body = browser.find_element("tag name", "body")
    body.send_keys(Keys.TAB)
    first = browser.switch_to.active_element
    assert first.get_attribute("class") == "skip-link"
    first.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.tag_name == "main"
    browser.get(page)
    stops = browser.execute_script("return document.querySelectorAll('a[href], [tabindex=\"0\"], button').length")
    seen = []
    for _ in range(stops):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        seen.append(browser.execute_script("return document.activeElement.outerHTML.slice(0, 200)"))
    assert "<body" not in " ".join(seen[:-1])
