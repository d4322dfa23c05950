"""The page of a compared document: summary, steps, policy."""

from base64 import b64encode
from hashlib import sha256
from html import unescape

import html5lib
import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Comparison, Document, Metadata
from plangen.document.inlines import Change, Text
from plangen.document.nodes import Paragraph
from plangen.writers.html.page import write_html

BLOCKS = (Paragraph(id="p", inlines=(Text("ny", change=Change("inserted")),)),)
SIDES = {"base": "main <1>", "head": "gren & <script>"}


@pytest.fixture
def page():
    comparison = Comparison(**SIDES, summary=(Paragraph(id="s", inlines=(Text("kort"),)),))
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=BLOCKS, comparison=comparison)
    return write_html(document, DEFAULT).decode()


def test_the_page_is_valid_and_says_what_was_compared(page):
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<strong>main &lt;1&gt;</strong>" in page
    assert "<strong>gren &amp; &lt;script&gt;</strong>" in page
    assert page.index("Vad som har ändrats") < page.index('<main id="~main"')


def test_its_one_script_is_known_to_the_policy_by_hash(page):
    assert page.count("<script>") == 1
    script = page.partition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in unescape(page)


def test_it_reads_without_the_script(page):
    assert '<nav id="~steps" class="diff-steps"' in page
    assert ' hidden=""' in page


def test_a_page_that_was_not_compared_has_no_script():
    page = write_html(Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=()), DEFAULT).decode()
    assert "<script" not in page
    assert "script-src" not in page
    assert "diff-" not in page
