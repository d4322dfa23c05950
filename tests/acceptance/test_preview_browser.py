"""The preview in a real browser: what is saved is seen where the reader looks, faults over the last good page."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

pytest.importorskip("starlette", reason="plangen[serve] is not installed")

PROJECT = Path(__file__).resolve().parents[2]
BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
PLAN = "content/regionstyrelsen-2026"
GOAL = f"{PLAN}/goals/ekonomi-i-balans.md"
EARLY = f"{PLAN}/sections/inledning.md"
PATIENCE = 20.0

if not (BROWSER and DRIVER) and "CI" not in os.environ:
    pytest.skip("chromium and chromedriver are not installed", allow_module_level=True)

ROOT = "document.querySelector('plangen-preview').shadowRoot"


class Preview:
    """A project of its own, its preview, and a browser that shows it."""

    def __init__(self, root: Path, address: str, browser: webdriver.Chrome) -> None:
        self.root, self.address, self.browser = root, address, browser

    def run(self, script: str, *given: Any) -> Any:
        return self.browser.execute_script(script, *given)

    def show(self, path: str = "plan/regionstyrelsen-2026/", width: int = 1440) -> None:
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.browser.get(self.address + path)
        self.until(lambda: self.run("return !!document.querySelector('plangen-preview')"))
        time.sleep(0.3)  # the stream of events is then there

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def save(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        assert old in self.text(file)
        self.save(file, self.text(file).replace(old, new, 1))

    def until(self, condition: Callable[[], Any]) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := condition():
                return found
            time.sleep(0.02)
        raise AssertionError("it never came to be")

    def seen(self, text: str) -> None:
        self.until(lambda: text in self.run("return document.body.textContent"))

    def top(self, element: str) -> float:
        return self.run("return document.getElementById(arguments[0]).getBoundingClientRect().top", element)

    def faults(self) -> list[str]:
        shown = f"[...{ROOT}.querySelectorAll('.faults:not([hidden]) li')]"
        lines = "[...each.querySelectorAll('pre')].map(line => line.textContent).join('\\n')"
        return self.run(f"return {shown}.map(each => {lines})")

    def in_source(self, selector: str, what: str) -> Any:
        return self.run(
            f"return [...{ROOT}.querySelectorAll('.source:not([hidden]) {selector}')].map(each => each.{what})"
        )


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "content", root / "content")
    command = [sys.executable, "-m", "plangen", "serve", "--port", "0", "--root", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    yield root, found[0]
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()


@pytest.fixture
def preview(served: tuple[Path, str], browser: webdriver.Chrome) -> Iterator[Preview]:
    """The preview of the plan as it is in the repository; what a test has changed is put back."""
    root, address = served
    yield Preview(root, address, browser)
    browser.get("about:blank")
    shutil.rmtree(root / "templates", ignore_errors=True)
    for path in sorted((root / "content").iterdir()):
        shutil.rmtree(path)
    shutil.copytree(PROJECT / "content", root / "content", dirs_exist_ok=True)


def test_a_save_is_seen_and_only_what_changed_is_replaced(preview: Preview) -> None:
    preview.show()
    preview.run("for (const each of document.querySelectorAll('main [id]')) each.kept = true")
    preview.edit(GOAL, "Region Värmland ska driva", "Regionen ska alltid driva")
    preview.seen("Regionen ska alltid driva")
    anew = "return [...document.querySelectorAll('main [id]')].filter(each => !each.kept).map(each => each.id)"
    assert preview.run(anew) == []
    assert preview.run(f"return {ROOT}.querySelector('[role=status]').textContent") == "Sidan är uppdaterad"


def test_what_the_reader_looks_at_stays_where_it_is_when_more_is_written_above(preview: Preview) -> None:
    preview.show()
    preview.run("document.getElementById('ekonomi-i-balans').scrollIntoView()")
    before = preview.top("ekonomi-i-balans"), preview.run("return scrollY")
    preview.save(EARLY, preview.text(EARLY) + "\n\nEtt stycke.\n" * 12 + "\nAllra sist.\n")
    preview.seen("Allra sist.")
    assert preview.top("ekonomi-i-balans") == pytest.approx(before[0], abs=1)
    assert preview.run("return scrollY") > before[1] + 200


def test_a_paragraph_put_before_the_one_that_is_read_leaves_that_where_it_is(preview: Preview) -> None:
    """Though the ids of paragraphs are counted, so that the paragraph then has another."""
    preview.show()
    preview.run("const read = document.getElementById('inledning.p-2'); read.scrollIntoView(); window.read = read")
    text, top = preview.run("return [read.textContent, read.getBoundingClientRect().top]")
    body = preview.text(EARLY)
    _, front, prose = body.split("---\n", 2)
    preview.save(EARLY, f"---\n{front}---\nHelt nytt stycke före allt annat.\n\n{prose.lstrip()}")
    preview.seen("Helt nytt stycke")
    assert preview.run("return [read.isConnected, read.textContent, read.id]") == [True, text, "inledning.p-3"]
    assert preview.run("return read.getBoundingClientRect().top") == pytest.approx(top, abs=1)


def test_goals_that_change_places_take_focus_along(preview: Preview) -> None:
    preview.show()
    preview.run("document.querySelector('#ekonomi-i-balans .table-scroll').focus()")
    goals = preview.text(f"{PLAN}/goals.yaml")
    lines = goals.split("\n")
    at = next(index for index, line in enumerate(lines) if line.strip() == "- ekonomi-i-balans")
    other = at + 1 if lines[at + 1].strip().startswith("- ") else at - 1
    lines[at], lines[other] = lines[other], lines[at]
    order = "return [...document.querySelectorAll('main section[id]')].map(each => each.id)"
    before = preview.run(order)
    preview.save(f"{PLAN}/goals.yaml", "\n".join(lines))
    preview.until(lambda: preview.run(order) != before)
    assert preview.run("return document.activeElement.matches('#ekonomi-i-balans .table-scroll')")


def test_a_fault_stands_over_the_last_good_page_until_it_is_mended(preview: Preview) -> None:
    preview.show()
    page = preview.run("return document.body.outerHTML")
    preview.edit(GOAL, "agenda2030: [8]", "agenda2030: [18]")
    preview.until(preview.faults)
    assert preview.faults()[0] == (
        f"{GOAL}:3:14: fel: det finns inget globalt mål 18 [agenda-unknown-goal]\n"
        "   3 │ agenda2030: [18]\n"
        "     │              ^^\n"
        "     hjälp: Agenda 2030 har målen 1–17. Skriv ett av de numren."
    )
    alert = preview.run(f"return {ROOT}.querySelector('.faults [role=alert]').textContent")
    assert alert.startswith("1 fel")
    assert "det finns inget globalt mål 18" in alert
    assert preview.run("return document.body.outerHTML") == page
    link = preview.run(f"return {ROOT}.querySelector('.faults li a').href")
    assert link == f"vscode://file{(preview.root / GOAL).as_posix()}:3:14"
    preview.edit(GOAL, "agenda2030: [18]", "agenda2030: [9]")
    preview.until(lambda: not preview.faults())
    assert "Hållbar industri" in preview.run("return document.getElementById('ekonomi-i-balans').textContent")


def test_a_plan_file_that_breaks_and_one_that_goes_are_told_of(preview: Preview) -> None:
    preview.show()
    whole = preview.text(f"{PLAN}/plan.yaml")
    preview.save(f"{PLAN}/plan.yaml", "titel: [\n")
    preview.until(preview.faults)
    (preview.root / PLAN / "plan.yaml").unlink()
    preview.until(lambda: "finns inte längre" in "".join(preview.faults()))
    assert preview.run("return document.querySelector('h1').textContent") == "Årsplan och budget 2026"
    preview.save(f"{PLAN}/plan.yaml", whole.replace("titel: Årsplan", "titel: Ny årsplan"))
    preview.seen("Ny årsplan")


def test_a_plan_that_is_faulty_from_the_start_is_shown_when_it_is_mended(preview: Preview) -> None:
    preview.edit(GOAL, "agenda2030: [8]", "agenda2030: [18]")
    shutil.copytree(preview.root / PLAN, preview.root / "content/fel")
    preview.show("plan/fel/")
    assert preview.faults()
    assert preview.run("return document.body.textContent.trim()") == ""
    preview.edit("content/fel/goals/ekonomi-i-balans.md", "agenda2030: [18]", "agenda2030: [8]")
    preview.seen("Region Värmland ska driva")
    assert preview.run("return getComputedStyle(document.querySelector('.contents')).position") == "sticky"
    assert preview.browser.get_log("browser") == []


@pytest.mark.parametrize("width", [1440, 375])
def test_a_click_tells_where_a_text_comes_from(width: int, preview: Preview) -> None:
    preview.edit(f"{PLAN}/plan.yaml", "språk: sv", "språk: sv\nredigeras på: https://github.com/o/planer")
    preview.show(width=width)
    element = preview.browser.find_element(By.CSS_SELECTOR, "#ekonomi-i-balans td:nth-child(2)")
    preview.run("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()
    preview.until(lambda: preview.in_source("a", "href"))
    line = preview.text(GOAL).split("\n").index("    målvärde: 0") + 1
    assert preview.in_source(".place", "textContent") == [f"{GOAL}, rad\u00a0{line}"]
    code, web = preview.in_source("a", "href")
    assert re.fullmatch(rf"vscode://file{re.escape((preview.root / GOAL).as_posix())}:{line}:\d+", code)
    assert web == f"https://github.com/o/planer/edit/main/{GOAL}#L{line}"
    box = preview.run(
        f"const b = {ROOT}.querySelector('.source').getBoundingClientRect(); return [b.left, b.right, b.bottom]"
    )
    assert 0 <= box[0] < box[1] <= width
    assert box[2] <= 900
    preview.browser.find_element(By.TAG_NAME, "body").send_keys(Keys.ESCAPE)
    assert preview.in_source("a", "href") == []


def test_headings_rows_the_cover_and_what_the_outline_adds_lead_to_their_files(preview: Preview) -> None:
    preview.show()
    for selector, file in (
        ("h1", f"{PLAN}/plan.yaml"),
        ("#inledning h2", EARLY),
        ("#ekonomi-i-balans h4", GOAL),
        ("#ekonomi-i-balans h5", GOAL),
        ("table tfoot th", f"{PLAN}/budget/ramfordelning.yaml"),
    ):
        preview.run("document.querySelector(arguments[0]).click()", selector)
        preview.until(lambda file=file: f"{file}," in "".join(preview.in_source(".place", "textContent")))


def test_the_place_of_a_text_moves_with_the_lines_above_it(preview: Preview) -> None:
    preview.show()
    preview.run("document.querySelector('#ekonomi-i-balans td:nth-child(2)').click()")
    preview.until(lambda: preview.in_source("a", "href"))
    (before,) = preview.in_source(".place", "textContent")
    preview.edit(GOAL, "agenda2030:", "# en rad till\nagenda2030:")
    line = int(re.search(r"\d+$", before)[0]) + 1
    preview.edit(GOAL, "Region Värmland ska driva", "Regionen ska driva")
    preview.until(lambda: preview.in_source(".place", "textContent") == [f"{GOAL}, rad\u00a0{line}"])


def test_the_source_is_reached_by_keyboard_alone(preview: Preview) -> None:
    preview.show()
    preview.run(f"{ROOT}.querySelector('.by-hand').focus()")
    keys = webdriver.ActionChains(preview.browser)
    keys.send_keys(Keys.ENTER).perform()
    preview.until(lambda: preview.in_source(".place", "textContent"))
    seen = []
    for _ in range(12):
        seen += preview.in_source(".place", "textContent")
        webdriver.ActionChains(preview.browser).send_keys(Keys.ARROW_DOWN).perform()
        time.sleep(0.05)
    assert len(set(seen)) > 4
    webdriver.ActionChains(preview.browser).send_keys(Keys.TAB).perform()
    assert preview.run(f"return {ROOT}.activeElement.href").startswith("vscode://file/")
    webdriver.ActionChains(preview.browser).send_keys(Keys.ESCAPE).perform()
    assert preview.run(f"return {ROOT}.activeElement.className") == "by-hand"


def test_the_start_page_has_the_plans_there_are(preview: Preview) -> None:
    preview.show("")
    links = "return [...document.querySelectorAll('main a')].map(each => each.getAttribute('href'))"
    assert preview.run(links) == ["/plan/regionstyrelsen-2026/"]
    shutil.copytree(preview.root / PLAN, preview.root / "content/en-till")
    preview.until(lambda: preview.run(links) == ["/plan/en-till/", "/plan/regionstyrelsen-2026/"])
    shutil.rmtree(preview.root / "content/en-till")
    preview.until(lambda: preview.run(links) == ["/plan/regionstyrelsen-2026/"])


def test_a_new_brand_and_a_new_outline_are_seen(preview: Preview) -> None:
    preview.show()
    organisation = "document.querySelector('.cover-organisation')"
    colour = f"return {organisation} && getComputedStyle({organisation}).color"
    before = preview.run(colour)
    (preview.root / "templates/outline").mkdir(parents=True)
    preview.save("templates/brand.yaml", 'colours: {accent: "#7A1F2B"}\n')
    preview.until(lambda: preview.run(colour) == "rgb(122, 31, 43)")
    preview.save("templates/outline/arsplan.md.j2", '{{ cover("title", plan.title) }}\n\n# Helt egen\n')
    preview.seen("Helt egen")
    shutil.rmtree(preview.root / "templates")
    preview.until(lambda: preview.run(colour) == before)
    assert preview.browser.get_log("browser") == []


def test_no_request_leaves_the_loopback_and_the_console_is_silent(preview: Preview) -> None:
    preview.browser.get_log("performance")
    preview.browser.get_log("browser")
    preview.show()
    preview.edit(GOAL, "agenda2030: [8]", "agenda2030: [18]")
    preview.until(preview.faults)
    preview.run("document.querySelector('#inledning p').click()")
    preview.until(lambda: preview.in_source("a", "href"))
    events = [json.loads(entry["message"])["message"] for entry in preview.browser.get_log("performance")]
    asked = [each["params"]["request"]["url"] for each in events if each["method"] == "Network.requestWillBeSent"]
    assert {urlsplit(each).netloc for each in asked if not each.startswith("about:")} == {
        urlsplit(preview.address).netloc
    }
    assert preview.browser.get_log("browser") == []


def test_nothing_of_the_content_becomes_active(preview: Preview) -> None:
    preview.show()
    nasty = "<img src=x onerror=window.hit=1><script>window.hit=1</script><a href='javascript:window.hit=1'>x</a>"
    preview.edit(GOAL, "Region Värmland ska driva", f"{nasty} Regionen ska driva")
    preview.seen("Regionen ska driva")
    counts = "return [document.querySelectorAll('main :is(script, img, [onerror])').length, window.hit ?? 0]"
    assert preview.run(counts) == [0, 0]
    assert nasty.split(">", maxsplit=1)[0] in preview.run("return document.body.textContent")
    preview.run("const s = document.createElement('script'); s.textContent = 'window.hit = 2'; document.body.append(s)")
    assert preview.run("return window.hit ?? 0") == 0
