"""What a run of the writer knows of its document."""

from __future__ import annotations

from collections.abc import Callable

from plangen.document.document import Document
from plangen.document.inlines import CrossReference
from plangen.document.nodes import ContentsEntry, Heading, Note, Paragraph, Section, TableOfContents
from plangen.writers.docx.writing import Writing, listed, targets

Build = Callable[..., Document]


def headed(id: str) -> Section:
    return Section(id=id, heading=Heading(level=1, inlines=()))


def test_targets_are_the_nodes_that_something_refers_to(document: Build) -> None:
    note = Note(id="n", blocks=(Paragraph(inlines=(CrossReference("b"),)),))
    paragraph = Paragraph(id="p", inlines=(CrossReference("p"),))
    found = targets(document(headed("a"), headed("b"), paragraph, notes=(note,)))
    assert found == {"b": "section", "p": "other"}


def test_listed_sections_are_those_of_the_contents_list(document: Build) -> None:
    entry = ContentsEntry(target="a", level=1, number="", inlines=())
    assert listed(document(TableOfContents(title=(), entries=(entry,)), headed("a"), headed("b"))) == {"a"}


def test_look_tells_what_a_style_is_already(writing: Callable[..., Writing], document: Build) -> None:
    run = writing(document())
    assert run.look("heading-1").in_bold
    assert run.look("quotation").in_italics
