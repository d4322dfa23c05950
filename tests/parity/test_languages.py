"""Words in another language: every format says which, so that they are read aloud as they should."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import html5lib
from docx import Document
from docx.oxml.ns import qn
from pikepdf import Dictionary, Pdf, parse_content_stream

from .files import NASTY, built
from .pdf_marks import read_marks

FOREIGN = [("en", "value for money"), ("fi", "sisu"), ("en", " and grit")]


def test_the_page_says_the_language_of_words_in_another() -> None:
    page = html5lib.parse(built(NASTY)["html"], treebuilder="etree", namespaceHTMLElements=False)
    body = page.find("body")
    assert body is not None
    assert [(each.get("lang"), "".join(each.itertext())) for each in body.iter() if each.get("lang")] == FOREIGN


def test_word_says_the_language_of_words_in_another() -> None:
    runs = Document(BytesIO(built(NASTY)["docx"])).element.body.iter(qn("w:r"))
    said = [
        (run.find(f"{qn('w:rPr')}/{qn('w:lang')}"), "".join(text.text for text in run.iter(qn("w:t")))) for run in runs
    ]
    assert [(language.get(qn("w:val")), text) for language, text in said if language is not None] == FOREIGN


def test_the_pdf_says_the_language_of_words_in_another() -> None:
    data = built(NASTY)["pdf"]
    together = groupby(_foreign(data), key=lambda each: each[0])
    said = [(language, "".join(text for _, text in texts).strip()) for language, texts in together]
    assert said == [(language, text.strip()) for language, text in FOREIGN]


def _foreign(data: bytes) -> Iterator[tuple[str, str]]:
    """The texts of marks with another language than the document's (ISO 32000-1, 14.9.2)."""
    texts = read_marks(data).texts
    with Pdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for operands, operator in parse_content_stream(page):
                marked = operands[1] if str(operator) == "BDC" and len(operands) > 1 else Dictionary()
                if isinstance(marked, Dictionary) and "/Lang" in marked and marked.Lang != pdf.Root.Lang:
                    yield str(marked.Lang), texts.get((number, int(marked.MCID)), "")
