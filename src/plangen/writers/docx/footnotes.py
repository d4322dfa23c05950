"""Notes -> the part of footnotes, which python-docx doesn't know (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.story import StoryPart

from plangen.writers.docx.flow import paragraph
from plangen.writers.docx.runs import Format, run, text_run
from plangen.writers.docx.xml import Element, twips, w

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
SEPARATOR_HEIGHT = 4.0


def footnotes_part(word: WordDocument) -> StoryPart:
    """A new part with the lines that part notes from text."""
    lines = [w("footnote", _separator(name), type=name, id=number) for number, name in SEPARATORS.items()]
    part = StoryPart(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, w("footnotes", *lines), word.part.package
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return part


def begin_footnote(footnote: Element) -> None:
    """Puts the note's mark before its text, in a paragraph of its own where the note starts with something else."""
    if len(footnote) == 0 or footnote[0].tag != qn("w:p"):
        footnote.insert(0, paragraph("footnote text", ()))
    mark = [run(Format(style="footnote reference"), w("footnoteRef")), *text_run(" ")]
    for index, element in enumerate(mark, start=1):
        footnote[0].insert(index, element)


def _separator(name: str) -> Element:
    """The line between text and notes, as high as the room that LibreOffice and the PDF leave for it."""
    spacing = w("spacing", before=0, after=0, line=twips(SEPARATOR_HEIGHT), lineRule="exact")
    return paragraph("footnote text", [w("r", w(name))], spacing)
