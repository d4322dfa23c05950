"""Each face of a comparison by itself: the page, read as a browser reads it, and the PDF.

Of every edit of the corpus, both ways: the page without what was deleted says what the new plan's own page says, and
without what was inserted what the old one's says; it is in order, no id stands twice, each link leads somewhere, and
nothing from the content is active. The PDF's chapters with marks say the same, read from its tags.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.writers.html.revisions import parsed, said

from plangen.build import write
from plangen.document.diff.compare import compare
from plangen.document.diff.settle import printable
from plangen.document.diff.summary import groups
from plangen.document.walk import every_block, every_inline, texts
from plangen.locale.catalogue import catalogue
from plangen.writers.html.comparison import script
from plangen.writers.html.contents import marking

from .redline_pdf import excerpt, expected, read_back, together
from .redlines import PAIRS, SHOWN, SIDES, Pair, bare, fresh_words, page, work

SHARES = 6
"""How many PDFs the corpus is shared between."""

SHOWN_PAIRS = [pair for pair in PAIRS if pair.case.name in SHOWN]


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


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_page_says_what_both_sides_say(pair: Pair) -> None:
    found = page(compare(pair.side("old"), pair.side("new")))
    for side in SIDES:
        assert said(found, side) == fresh_words(pair.case.plan, pair.edits(side))


@pytest.mark.parametrize("share", range(SHARES))
def test_pdf_says_what_both_sides_say(share: int) -> None:
    """Of all edits, both ways, but of each only the chapters with marks, and many in one PDF; covers are told below."""
    pairs = PAIRS[share::SHARES]
    excerpts = [excerpt(bare(pair.compared()), number) for number, pair in enumerate(pairs)]
    found = read_back(together(excerpts))
    assert len(found) == len(pairs)
    for pair, sides, each in zip(pairs, found, excerpts, strict=True):
        assert sides == expected(each), pair.name


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
