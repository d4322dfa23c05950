"""What a DOCX file with tracked changes says to who accepts them all, or rejects them all (ECMA-376 part 1, 17.13.5).

Read anew here, by the standard and not by what the writer does: runs in `w:ins` and `w:del`, the marks of paragraphs,
rows and cells. A paragraph whose mark goes runs into the next one. What Word computes is a sign: `→` a reference, `#`
the number of a table or a figure; the contents list, which it makes anew, is left out. A note stands where its mark
does.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Literal

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Xml

Side = Literal["old", "new"]

GOES = {"new": "del", "old": "ins"}
"""The marks of what a side hasn't got."""

SPECIAL = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:noBreakHyphen"): "\u2011", qn("w:softHyphen"): ""}
TEXT = {qn("w:t"), qn("w:delText")}
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
CONTENTS = ("TOC", "TableOfFigures", "ContentsEnd")
SIGNS = {"REF": "→", "NOTEREF": "*", "SEQ": "#"}
LOST = "*?"
"""The second mark of a note that is not there."""


def said(data: bytes, side: Side, *, settled: bool = False) -> list[str]:
    """The paragraphs of a side that say something, in reading order.

    `settled`: LibreOffice has accepted or rejected all, but for the marks of cells, which it leaves as they are.
    """
    word = Document(BytesIO(data))
    for mark in list(word.element.body.iter(qn("w:cellIns"), qn("w:cellDel"))) if settled else ():
        mark.getparent().remove(mark)
    found = list(_Reader(side, _notes(word), _firsts(word.element.body)).blocks(word.element.body))
    return [line for line in found if line]


def widths(data: bytes, side: Side) -> list[set[int]]:
    """Of each table of a side how many columns its rows cover, which is to be one number.

    A box that holds more than paragraphs is one cell, and no table; where it says nothing it is left over, and counts.
    """
    word = Document(BytesIO(data))
    reader = _Reader(side, _notes(word), _firsts(word.element.body))
    found = []
    for table in word.element.body.iter(TABLE):
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is None and any(reader.table(table)):
            continue
        rows = [row for row in table.iterchildren(ROW) if not reader.gone(row.find(qn("w:trPr")))]
        found.append({sum(_span(cell) for cell in reader.cells(row)) for row in rows})
    return [each for each in found if each]


def _span(cell: Xml) -> int:
    span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return 1 if span is None else int(str(span.get(qn("w:val"))))


def marks(data: bytes) -> set[str]:
    """The names of all marks of tracked changes in a file."""
    names = ("ins", "del", "cellIns", "cellDel", "moveFrom", "moveTo", "rPrChange", "pPrChange")
    word = Document(BytesIO(data))
    return {name for name in names if next(word.element.body.iter(qn(f"w:{name}")), None) is not None}


def _notes(word: Document) -> dict[str, Xml]:
    parts = (each.target_part for each in word.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES)
    return {str(note.get(qn("w:id"))): note for part in parts for note in parse_xml(part.blob)}


def _firsts(body: Xml) -> dict[str, Xml]:
    """By the names of the bookmarks that stand right before them, the first marks of notes."""
    found: dict[str, Xml] = {}
    names: list[str] = []
    for element in body.iter(qn("w:bookmarkStart"), qn("w:t"), qn("w:delText"), qn("w:footnoteReference")):
        if element.tag == qn("w:bookmarkStart"):
            names.append(str(element.get(qn("w:name"))))
            continue
        if element.tag == qn("w:footnoteReference"):
            found |= dict.fromkeys(names, element)
        names = []
    return found


class _Reader:
    """`waiting` is the text of paragraphs whose marks are gone, which the next one goes on from."""

    def __init__(self, side: Side, notes: dict[str, Xml], firsts: dict[str, Xml]) -> None:
        self.goes = GOES[side]
        self.notes = notes
        self.firsts = firsts
        self.waiting = ""

    def blocks(self, story: Xml) -> Iterator[str]:
        for element in story:
            if element.tag == PARAGRAPH:
                yield from self.paragraph(element)
            elif element.tag == TABLE:
                yield from self.table(element)
        yield from self.rest()

    def rest(self) -> Iterator[str]:
        yield self.waiting.strip()
        self.waiting = ""

    def table(self, table: Xml) -> Iterator[str]:
        for row in table.iterchildren(ROW):
            if self.gone(row.find(qn("w:trPr"))):
                continue
            for cell in self.cells(row):
                yield from self.blocks(cell)

    def cells(self, row: Xml) -> Iterator[Xml]:
        """The cells of a row that are there on this side: one that was inserted or deleted goes whole."""
        mark = f"{qn('w:tcPr')}/{qn(f'w:cell{self.goes.capitalize()}')}"
        return (cell for cell in row.iterchildren(CELL) if cell.find(mark) is None)

    def paragraph(self, paragraph: Xml) -> Iterator[str]:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and str(style.get(qn("w:val"))).startswith(CONTENTS):
            return
        self.waiting += self.line(paragraph)
        if not self.gone(paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")):
            yield from self.rest()

    def gone(self, properties: Xml | None) -> bool:
        return properties is not None and properties.find(qn(f"w:{self.goes}")) is not None

    def line(self, paragraph: Xml) -> str:
        """The text of a paragraph's runs; a field's is a sign, where it is one that Word computes."""
        text: list[str] = []
        fields: list[str] = []
        for run in paragraph.iter(qn("w:r")):
            if self.dropped(run):
                continue
            for element in run:
                kind = element.get(qn("w:fldCharType"))
                if kind == "begin":
                    fields.append("")
                elif kind == "end":
                    text.append(self.field(fields.pop().split()))
                elif element.tag in (qn("w:instrText"), qn("w:delInstrText")):
                    fields[-1] += element.text or ""
                elif element.tag == qn("w:footnoteReference"):
                    text.append(self.note(str(element.get(qn("w:id")))))
                elif not any(each.split()[0] in SIGNS for each in fields if each.strip()):
                    text.append((element.text or "") if element.tag in TEXT else SPECIAL.get(element.tag, ""))
        return "".join(text)

    def dropped(self, run: Xml) -> bool:
        return any(above.tag == qn(f"w:{self.goes}") for above in run.iterancestors())

    def field(self, instruction: list[str]) -> str:
        """The sign of a field; the mark that a second one refers to is to be there on this side."""
        if instruction[0] != "NOTEREF":
            return SIGNS.get(instruction[0], "")
        first = self.firsts.get(instruction[1])
        return LOST if first is None or self.dropped(first) else SIGNS["NOTEREF"]

    def note(self, number: str) -> str:
        inner = _Reader("new" if self.goes == "del" else "old", self.notes, self.firsts)
        return "[" + " ".join(line for line in inner.blocks(self.notes[number]) if line) + "]"
