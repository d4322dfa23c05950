"""Notes -> the part of footnotes, which python-docx doesn't know (ECMA-376 part 1, 17.11).

A footnote may not refer to another (17.11.14). So a note that only notes refer to is no footnote of Word's: it stands
at the end of the one that first refers to it, after its own number.
"""

from __future__ import annotations

from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from plangen.document.nodes import Note
from plangen.writers.docx.bookmarks import Bookmarks, bookmark_name
from plangen.writers.docx.flow import paragraph
from plangen.writers.docx.runs import Format, run, text_run
from plangen.writers.docx.xml import Element, twips, w

MARK = Format(style="footnote reference")
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
SEPARATOR_HEIGHT = 4.0


def footnotes_part(word: WordDocument) -> StoryPart:
    """The part of footnotes; a new one has the lines that part notes from text."""
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES:
            return cast(StoryPart, relation.target_part)
    lines = [w("footnote", _separator(name), type=name, id=number) for number, name in SEPARATORS.items()]
    part = StoryPart(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, w("footnotes", *lines), word.part.package
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def begin_footnote(footnote: Element) -> None:
    """Puts the note's mark before its text."""
    _begin(footnote, 0, [run(MARK, w("footnoteRef"))])


def begin_inner_note(footnote: Element, at: int, note: Note, bookmarks: Bookmarks) -> None:
    """Puts the mark of a note that stands within a footnote before its text, which starts with that child of it."""
    _begin(footnote, at, bookmarks.around(text_run(note.number, MARK), bookmark_name("Note", note.id)))


def _begin(footnote: Element, at: int, mark: list[Element]) -> None:
    """Puts a mark before a text, in a paragraph of its own where the text starts with something else."""
    if len(footnote) == at or footnote[at].tag != qn("w:p"):
        footnote.insert(at, paragraph("footnote text", ()))
    for index, element in enumerate((*mark, *text_run(" ")), start=1):
        footnote[at].insert(index, element)


def _separator(name: str) -> Element:
    """The line between text and notes, as high as the room that LibreOffice and the PDF leave for it."""
    spacing = w("spacing", before=0, after=0, line=twips(SEPARATOR_HEIGHT), lineRule="exact")
    return paragraph("footnote text", [w("r", w(name))], spacing)
