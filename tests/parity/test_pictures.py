"""The pictures that Word and the page show are the same, under the same words. (In the PDF they are coded anew.)"""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from xml.etree.ElementTree import Element

import html5lib
import pytest
from docx import Document
from docx.oxml.ns import qn

from .files import NASTY, PLACES, built

CODED = "data:image/png;base64,"
Shown = list[tuple[str, bytes]]


def on_the_page(data: bytes) -> Shown:
    """Each picture of dots with the text that stands for it, in the page's order."""
    page: Element = html5lib.parse(data, treebuilder="etree", namespaceHTMLElements=False)
    found = ((each.get("alt", ""), each.get("src", "")) for each in page.iter("img"))
    return [(text, b64decode(source.removeprefix(CODED))) for text, source in found if source.startswith(CODED)]


def in_word(data: bytes) -> Shown:
    """The same of a Word file."""
    part = Document(BytesIO(data)).part
    return [
        (
            next(drawing.iter("{*}docPr")).get("descr", ""),
            part.related_parts[next(drawing.iter("{*}blip")).get(qn("r:embed"))].blob,
        )
        for drawing in part.element.iter(qn("w:drawing"))
    ]


def test_the_nasty_document_has_different_pictures() -> None:
    assert len(set(on_the_page(built(NASTY)["html"]))) > 1


@pytest.mark.parametrize("plan", [NASTY, *PLACES])
def test_word_shows_the_pictures_of_the_page(plan: str) -> None:
    page, word = on_the_page(built(plan)["html"]), in_word(built(plan)["docx"])
    drawn = {text for text, _ in word} - {text for text, _ in page}
    assert [each for each in word if each[0] not in drawn] == page
