from __future__ import annotations

from typing import Any

import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn

from plangen.writers.docx.template_body import BodyPlace, body_place, drop_our_bookmarks, ends_section, page_ends, says
from plangen.writers.docx.xml import w

from .templates import TEXT_BOX, empty, letterhead, words_in


def place(word: Any) -> tuple[BodyPlace, list[str]]:
    found = body_place(word)
    return found, [words_in(each) for each in found.before]


def test_the_body_goes_where_the_mark_stands() -> None:
    word = letterhead()
    found, before = place(word)
    assert before[0] == "{{ plan.title }}"
    assert (found.carrier, found.goes_on, found.open, found.breaks) == ("end", True, (), False)
    assert [words_in(each) for each in found.after] == ["Efter planen"]
    assert "{{ body }}" not in words_in(word.element.body)


def test_without_a_mark_the_body_follows_on_a_new_page() -> None:
    word = empty()
    word.add_paragraph("Omslag")
    word.add_paragraph("")
    found, before = place(word)
    assert before == ["Omslag"]
    assert found.open == found.before
    assert (found.breaks, found.goes_on) == (True, False)


def test_a_page_that_is_ended_already_is_not_ended_twice() -> None:
    word = empty()
    word.add_paragraph("Omslag")
    word.add_page_break()
    assert not body_place(word).breaks


@pytest.mark.parametrize("marked", [True, False])
def test_a_template_without_text_has_nothing_before_the_body(marked: bool) -> None:
    word = empty()
    word.add_paragraph("  ")
    word.add_paragraph("{{ body }}" if marked else "")
    found, _ = place(word)
    assert found.before == found.open == ()
    assert not found.breaks
    assert [each.tag for each in word.element.body] == [qn("w:sectPr")]


def test_a_mark_that_starts_a_page_makes_the_body_start_one() -> None:
    for starts in ("property", "break"):
        word = empty()
        word.add_paragraph("Omslag")
        paragraph = word.add_paragraph()
        if starts == "property":
            paragraph.paragraph_format.page_break_before = True
        else:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
        paragraph.add_run("{{ body }}")
        assert body_place(word).breaks, starts


def test_the_section_is_the_one_that_ends_next() -> None:
    word = empty()
    word.add_paragraph("Omslag")
    word.add_section(WD_SECTION.NEW_PAGE)
    word.add_paragraph("{{ body }}")
    word.add_paragraph("Efter")
    word.add_section(WD_SECTION.NEW_PAGE)
    word.add_paragraph("Baksida")
    found = body_place(word)
    assert (found.carrier, found.goes_on, found.open) == ("after", True, ())
    assert found.section is found.after[1].find(f".//{qn('w:sectPr')}")


def test_a_mark_that_ends_its_section_bears_the_properties() -> None:
    word = empty()
    word.add_paragraph("{{ body }}")
    word.add_section(WD_SECTION.NEW_PAGE)
    mark = word.element.body[0]
    mark.get_or_add_pPr().append(w("sectPr"))
    assert body_place(word).carrier == "mark"


def test_a_text_without_a_section_gets_one() -> None:
    word = empty()
    word.element.body.remove(word.element.body[-1])
    assert body_place(word).section.getparent() is word.element.body


def test_pages_that_are_ended_outright_are_counted() -> None:
    word = letterhead()
    assert page_ends(body_place(word).before) == 1
    word = empty()
    word.add_page_break()
    word.add_paragraph("x").paragraph_format.page_break_before = True
    assert page_ends(word.element.body[:2]) == 2


def test_a_picture_says_something_and_space_nothing() -> None:
    from docx.oxml.parser import parse_xml

    assert says(parse_xml(TEXT_BOX))
    assert not says(w("p", w("r", w("t"))))
    assert ends_section(w("p", w("pPr", w("sectPr"))))


def test_bookmarks_with_names_of_ours_make_room() -> None:
    word = empty()
    paragraph = word.add_paragraph("x")._p
    for number, name in ((3, "_Toc_inledning"), (9, "Annat")):
        paragraph.append(w("bookmarkStart", id=number, name=name))
        paragraph.append(w("bookmarkEnd", id=number))
    assert drop_our_bookmarks(word) == 10
    assert [each.get(qn("w:name")) for each in paragraph.iter(qn("w:bookmarkStart"))] == ["Annat"]
    assert sum(1 for _ in paragraph.iter(qn("w:bookmarkEnd"))) == 1
