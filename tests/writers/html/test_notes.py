"""The notes and their ways back."""

from __future__ import annotations

import pytest

from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import BulletList, Note, Paragraph
from plangen.locale.catalogue import catalogue
from plangen.writers.html.context import Context
from plangen.writers.html.notes import notes

NOTE = Note(id="n", number="1", blocks=(Paragraph(id="p", inlines=(Text("Enligt planen."),)),))


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


def test_document_without_notes_has_no_section_of_notes(context: Context) -> None:
    assert notes((), context) == ""


def test_note_has_its_number_and_a_way_back(context: Context) -> None:
    context.references["n"] = ["n~reference-1"]
    html = notes((NOTE,), context)
    assert 'role="doc-endnotes"' in html
    assert '<li id="n" value="1">\n<p id="p">Enligt planen.\u00a0<span class="back"><a href="#n~reference-1"' in html
    assert 'aria-label="Tillbaka till texten 1"' in html


def test_note_leads_back_to_each_of_its_marks(context: Context) -> None:
    context.references["n"] = ["n~reference-1", "n~reference-2"]
    html = notes((NOTE,), context)
    assert [f"({index})" in html for index in (1, 2, 3)] == [True, True, False]


def test_way_back_stands_by_itself_where_the_note_ends_in_a_list(context: Context) -> None:
    context.references["n"] = ["n~reference-1"]
    html = notes((Note(id="n", number="1", blocks=(BulletList(items=()),)),), context)
    assert html.index("</ul>") < html.index('<p><span class="back">')


def test_note_leads_back_to_the_marks_in_notes_before_and_after_it(context: Context) -> None:
    def noted(name: str, *references: FootnoteReference) -> Note:
        return Note(id=name, number=name, blocks=(Paragraph(inlines=(Text("Se "), *references)),))

    first = noted("1", FootnoteReference("2", mark="2", reference=1), FootnoteReference("1", mark="1", reference=1))
    html = notes((first, noted("2", FootnoteReference("1", mark="1", reference=2))), context)
    assert [f'href="#{name}"' in html for name in ("1~reference-1", "1~reference-2", "2~reference-1")] == [True] * 3
