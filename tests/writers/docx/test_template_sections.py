from __future__ import annotations

from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from plangen.brand.brand import DEFAULT
from plangen.document.document import CoverField, Document
from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Paragraph, Row, Table
from plangen.writers.docx.template_body import body_place
from plangen.writers.docx.template_sections import brand_page, first_of, has_running, mark_drafts, page_in, sections_in
from plangen.writers.docx.xml import Element, local_name, w

from .templates import empty, letterhead, words_in

Build = Callable[..., Document]
WIDE = Table(
    columns=tuple(Column(width=80) for _ in range(9)),
    head=(),
    rows=(Row(cells=tuple(Cell(inlines=(Text("Nettokostnad"),)) for _ in range(9))),),
    landscape=True,
)


def sections(word: Any, document: Document) -> dict[str, Element]:
    return dict(sections_in(word, body_place(word), document, DEFAULT))


def size(section: Element) -> tuple[str, str, str]:
    found = section.find(qn("w:pgSz"))
    assert found is not None
    return found.get(qn("w:w"), ""), found.get(qn("w:h"), ""), found.get(qn("w:orient"), "")


def references(section: Element) -> list[str]:
    return [local_name(each) for each in section if local_name(each).endswith("Reference")]


def test_the_brands_own_page_is_known_again() -> None:
    word = empty()
    section = word.sections[0]
    page = brand_page(DEFAULT.page)
    section._sectPr.find(qn("w:pgSz")).set(qn("w:w"), str(page.width + 1))
    section._sectPr.find(qn("w:pgSz")).set(qn("w:h"), str(page.height))
    for side in ("left", "right", "top", "bottom"):
        section._sectPr.find(qn("w:pgMar")).set(qn(f"w:{side}"), str(getattr(page, side)))
    assert page_in(section._sectPr, DEFAULT) is DEFAULT.page


def test_another_page_is_the_templates() -> None:
    word = empty()
    word.sections[0].left_margin, word.sections[0].right_margin = Mm(30), Mm(40)
    page = page_in(word.sections[0]._sectPr, DEFAULT)
    assert page.text_width == pytest.approx((210 - 70) * 72 / 25.4, abs=0.3)
    assert page.left_mm == pytest.approx(30, abs=0.1)


def test_a_section_without_a_size_has_the_brands_page() -> None:
    assert page_in(w("sectPr"), DEFAULT) is DEFAULT.page


def test_landscape_pages_are_the_templates_turned(document: Build) -> None:
    found = sections(letterhead(), document(WIDE))
    assert size(found["portrait"]) == ("11906", "16838", "")
    assert size(found["landscape"]) == ("16838", "11906", "landscape")
    assert "landscape" not in sections(letterhead(), document(Paragraph(inlines=())))


def test_the_templates_headers_are_kept_and_ours_are_not_made(document: Build) -> None:
    word = letterhead()
    before = len(word.part.rels)
    found = sections(word, document(WIDE, header="Vår", footer="Vår"))
    assert len(word.part.rels) == before
    assert references(found["portrait"]) == references(found["landscape"])


def test_a_template_without_headers_has_ours_also_where_it_has_empty_ones(document: Build) -> None:
    for emptied in (False, True):
        word = empty()
        if emptied:
            word.sections[0].header.paragraphs[0].text = " "
        assert not has_running(word)
        found = sections(word, document(WIDE, header="Vår", footer="Vår"))
        assert references(found["portrait"]) == references(found["landscape"]) == ["headerReference", "footerReference"]


def test_a_cover_is_ours_only_where_the_template_has_none(document: Build) -> None:
    lines = (CoverField(role="title", inlines=(Text("T"),)),)
    assert "cover" in sections(empty(), document(cover=lines))
    assert "cover" not in sections(letterhead(), document(cover=lines))
    assert "cover" not in sections(empty(), document())


def test_only_the_first_section_has_a_first_page_and_starts_the_count(document: Build) -> None:
    word = empty()
    own = word.sections[0]
    own.different_first_page_header_footer = True
    own._sectPr.insert(0, w("pgNumType", start=5, fmt="decimal"))
    place = body_place(word)
    found = sections_in(word, place, document(WIDE), DEFAULT)
    assert all(each.find(qn("w:titlePg")) is None for each in found.values())
    assert found["portrait"].find(qn("w:pgNumType")).get(qn("w:start")) is None
    written = [found["portrait"], found["landscape"]]
    first_of(written, place.section)
    assert [each.find(qn("w:titlePg")) is not None for each in written] == [True, False]
    assert written[0].find(qn("w:pgNumType")).get(qn("w:start")) == "5"


def test_a_draft_is_marked_on_every_page(document: Build) -> None:
    word = letterhead()
    draft = document(draft="Utkast")
    assert len(mark_drafts(word, draft)) == 2
    assert "Utkast" in words_in(word.sections[0].first_page_header._element)
    assert "Utkast" in words_in(word.sections[0].header._element)
    assert mark_drafts(letterhead(), document()) == []


def test_a_draft_is_marked_where_the_template_has_no_header(document: Build) -> None:
    word = docx.Document()
    word.sections[0].different_first_page_header_footer = True
    assert len(mark_drafts(word, document(draft="Utkast"))) == 2
    kinds = [each.get(qn("w:type")) for each in word.element.body.iter(qn("w:headerReference"))]
    assert sorted(map(str, kinds)) == ["default", "first"]
