"""Each face of a comparison by itself: the page, read as a browser reads it, and the PDF.

Of every edit of the corpus, both ways: the page without what was deleted says what the new plan's own page says; it is
in order, no id stands twice, each link leads somewhere, and nothing from the content is active.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from plangen.brand.brand import DEFAULT
from plangen.build import job, write
from plangen.document.diff.settle import printable
from plangen.document.diff.summary import groups
from plangen.document.walk import every_block, every_inline, texts
from plangen.locale.catalogue import catalogue
from plangen.writers.html.comparison import script
from plangen.writers.html.contents import marking

from .redlines import PAIRS, SHOWN, Pair, work

Element = ElementTree.Element

GONE = re.compile(r"\bdiff-(deleted|note|summary|steps|state)\b")
"""Classes of what the new plan's own page hasn't got."""

SHOWN_PAIRS = [pair for pair in PAIRS if pair.case.name in SHOWN]


def parsed(page: bytes) -> Element:
    tree: Element = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    return tree


def said(element: Element) -> Iterator[str]:
    """The text of the new side, without what a comparison says of itself."""
    if not isinstance(element.tag, str) or element.tag in ("del", "script", "style", "nav"):
        return
    classes = element.get("class") or ""
    if GONE.search(classes) or _away(element, classes) or element.text == "#":
        yield ""
        return
    marked = element.tag == "ins" or "diff-inserted" in classes or "change" in classes.split()
    yield element.text or ""
    for index, child in enumerate(element):
        mark = child.get("class") == "visually-hidden" and (child.text or "").endswith(": ")
        if not (marked and index == 0 and mark):
            yield from said(child)
        yield child.tail or ""


def _away(element: Element, classes: str) -> bool:
    """Whether something was moved away from here."""
    moved = "diff-moved" in classes.split() and element.tag in ("p", "tr", "li")
    return moved and "Flyttat härifrån" in "".join(element.itertext())


def main_text(page: bytes) -> str:
    tree = parsed(page)
    return "".join("".join(said(each)) for each in tree.iter("main")).replace("\u00ad", "")


@pytest.mark.parametrize("pair", SHOWN_PAIRS, ids=lambda pair: pair.name)
def test_page_is_in_order_and_nothing_in_it_is_active(pair: Pair) -> None:
    elements = list(parsed(write(work(pair), "html")).iter())
    ids = Counter(each.get("id") for each in elements if each.get("id"))
    assert [each for each, count in ids.items() if count > 1] == []
    links = {each.get("href")[1:] for each in elements if (each.get("href") or "").startswith("#")}
    assert links <= set(ids)
    [own] = (each.text for each in elements if each.tag == "script")
    assert own.replace(script(), "").replace(marking(), "").strip() == ""
    assert not any(name.startswith("on") for each in elements if isinstance(each.tag, str) for name in each.attrib)
    for row in (each for each in elements if each.tag in ("table", "thead", "tbody", "tr")):
        assert not any(child.tag in ("ins", "del") for child in row)


@pytest.mark.parametrize("pair", SHOWN_PAIRS, ids=lambda pair: pair.name)
def test_page_without_what_was_deleted_says_what_the_new_page_says(pair: Pair) -> None:
    fresh = write(job(pair.side("new"), DEFAULT, datetime(2026, 1, 1, tzinfo=UTC)), "html")
    assert "".join(main_text(write(work(pair), "html")).split()) == "".join(main_text(fresh).split())


@pytest.mark.parametrize("pair", SHOWN_PAIRS, ids=lambda pair: pair.name)
def test_pdf_has_the_summary_first_and_says_what_was_inserted_and_deleted(pair: Pair, tmp_path: Path) -> None:
    made = work(pair)
    assert made.document.comparison is not None
    file = tmp_path / "plan.pdf"
    file.write_bytes(write(made, "pdf"))
    pages = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True).stdout
    first = _squeezed(pages.split("\f")[0])
    words = catalogue(made.document.metadata.language)
    for group in groups(made.document.comparison.differences, words):
        assert _squeezed(group.title) in first
    whole = _squeezed(pages)
    lines = (line for block in every_block(printable(made.document)) for line in texts(block))
    for inline in (each for line in lines for each in every_inline(line) if each.change):
        for word in re.findall(r"\w{4,14}", getattr(inline, "text", "")):
            assert word in whole


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]", "", text)
