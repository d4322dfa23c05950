"""DOCX -> items, by python-docx and lxml; numbers are counted from numbering.xml, fields say what they hold.

Text is flat in Word: a paragraph's style and numbering tell what it is. A table of one cell without a head, a title or
a description is a box around what it holds. A paragraph that prints nothing is no item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Xml

from .docx_numbering import Numbering
from .items import Item

KINDS = {
    "TOC Heading": "contents title",
    "Table of Figures Heading": "contents title",
    "Title": "cover",
    "Subtitle": "cover",
    "caption": "caption",
    "Table Note": "table note",
    "Definition Term": "term",
}
CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
UNSAID = ("vanish", "webHidden", "strike", "dstrike")
LEADING = frozenset({"contents entry", "reference"})
INSIDE = frozenset({"image", "link", "reference"})
BULLETS = frozenset("•–")
WORD_PROCESSING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def read_docx(data: bytes) -> tuple[Item, ...]:
    """What the file says."""
    return _read(data).told()


def contents_pages(data: bytes) -> tuple[str, ...]:
    """The page that each line of the contents list names."""
    return tuple(_read(data).pages_named)


def _read(data: bytes) -> _Reader:
    word = Document(BytesIO(data))
    reader = _Reader(word.part, Numbering(word.part.numbering_part.element), word.styles.element)
    reader.blocks(word.element.body)
    reader.footnotes()
    return reader


@dataclass(slots=True)
class _Line:
    """A paragraph's text, what stands in it and the bookmarks that start in it. A field's parts go by depth."""

    text: str = ""
    images: list[Item] = field(default_factory=list)
    links: list[Item] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    fields: list[list[str]] = field(default_factory=list)
    page: str = ""


@dataclass(slots=True)
class _Note:
    """A footnote or, in one, a paragraph that begins with a bookmarked number, and what follows it."""

    number: str
    target: str
    elements: list[Xml]
    printed: str = ""


@dataclass(slots=True)
class _Reader:
    """Goes through the stories. `places` has the item that each bookmark stands in, `marks` each note's number."""

    part: Part
    numbering: Numbering
    styles: Xml
    items: list[Item] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)
    pages_named: list[str] = field(default_factory=list)

    def told(self) -> tuple[Item, ...]:
        """The items, the targets of references told by what they lead to."""
        return tuple(
            item._replace(target=self.items[self.places[item.target]].name) if item.kind in LEADING else item
            for item in self.items
        )

    def blocks(self, parent: Iterable[Xml]) -> None:
        """The paragraphs and tables of a story or a box, and those of a building block in it."""
        for element in parent:
            if element.tag == qn("w:p"):
                self.paragraph(element)
            elif element.tag == qn("w:tbl"):
                self.table(element)
            elif element.tag == qn("w:sdt"):
                self.blocks(element.iterfind(f"{qn('w:sdtContent')}/*"))

    def paragraph(self, element: Xml) -> None:
        """A paragraph, whatever it is."""
        line = self.line(element)
        name = self.style_name(_style(element))
        outline = self.property(element, "outlineLvl")
        number, level = self.number(element)
        if outline is not None:
            self.add(Item("heading", self.heading_level(element, outline), number), line)
        elif name.startswith("toc ") or name == "table of figures":
            (link,) = line.links
            self.pages_named.append(line.page)
            text = line.text.removesuffix(line.page)
            level = int(name.removeprefix("toc ")) if name.startswith("toc ") else 1
            self.items.append(Item("contents entry", level, text=text, target=link.target))
        elif name in KINDS or name.startswith("Cover "):
            self.add(Item(KINDS.get(name, "cover")), line)
        elif number:
            self.add(Item("list item", level + 1, "•" if number in BULLETS else number.removesuffix(".")), line)
        elif line.text.strip():
            self.add(Item("paragraph"), line)
        else:
            self.items += line.images

    def heading_level(self, element: Xml, outline: Xml) -> int:
        """The level of the built-in heading style that a heading's style is or is based on, or else its outline's."""
        names = (_value(each, "name") for each in self.chain(_style(element)))
        built_in = (name.removeprefix("heading ") for name in names if name.startswith("heading "))
        return int(next(built_in, int(outline.get(qn("w:val"), "0")) + 1))

    def add(self, item: Item, line: _Line) -> None:
        """An item with the text of a paragraph, and then what stands in that."""
        self.places |= dict.fromkeys(line.bookmarks, len(self.items))
        self.items += [item._replace(text=line.text), *line.images, *line.links]

    def number(self, element: Xml) -> tuple[str, int]:
        """The number that a paragraph shows, and its level; "" where it has none."""
        found = self.numbering_of(element)
        return ("", 0) if found is None else (self.numbering.number(*found), found[1])

    def numbering_of(self, element: Xml) -> tuple[str, int] | None:
        """A paragraph's numbering and level, its own or else its style's; 0 is none (17.9.18)."""
        own = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        numbering, level = "", ""
        for found in (own, self.style_property(_style(element), "numPr")):
            if found is not None:
                numbering = numbering or _value(found, "numId")
                level = level or _value(found, "ilvl")
        if numbering in ("", "0"):
            return None
        return numbering, int(level) if level else self.numbering.level_of_style(numbering, _style(element))

    def table(self, element: Xml) -> None:
        """A table with what is said of it and its cells, or a box."""
        rows = element.findall(qn("w:tr"))
        properties = element.find(qn("w:tblPr"))
        spoken = [_value(properties, name) for name in ("tblCaption", "tblDescription")]
        heads = {id(row) for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None}
        cells = element.findall(f"{qn('w:tr')}/{qn('w:tc')}")
        if len(cells) == 1 and not heads and not any(spoken):
            self.blocks(cells[0])
            return
        last = next((item for item in reversed(self.items) if item.kind not in INSIDE), Item(""))
        summary = spoken[1:] if last.kind == "caption" and last.text.endswith(spoken[0]) else spoken
        place = len(self.items)
        if any(summary):
            self.items.append(Item("summary", text=". ".join(text.rstrip(".") for text in summary if text)))
        for cell, row, column in _grid(rows):
            kind = "head" if id(cell.getparent()) in heads else "cell"
            lines = [self.line(paragraph) for paragraph in cell.iterfind(qn("w:p"))]
            together = _Line(
                text=" ".join(line.text for line in lines),
                images=[image for line in lines for image in line.images],
                links=[link for line in lines for link in line.links],
            )
            self.places |= {name: place for line in lines for name in line.bookmarks}
            self.add(Item(kind, row=row, column=column), together)

    def footnotes(self) -> None:
        """The notes, in the order of their marks."""
        related = [each for each in self.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
        if not related:
            return
        self.part = related[0].target_part
        notes = {each.get(qn("w:id")): each for each in parse_xml(self.part.blob)}
        found = [each for name, mark in self.marks.items() for each in _notes_in(notes[name], f"note {name}", mark)]
        for note in sorted(found, key=lambda each: int(each.number)):
            place = len(self.items)
            first, *rest = note.elements
            if self.numbering_of(first) is None:
                line = self.line(first)
                line.text = line.text.removeprefix(note.printed)
                self.add(Item("note", number=note.number), line)
            else:
                self.items.append(Item("note", number=note.number))
                rest = [first, *rest]
            self.blocks(rest)
            self.places[note.target] = place

    def line(self, element: Xml) -> _Line:
        """The text of a paragraph."""
        line = _Line()
        for child in element:
            self.inline(child, line)
        return line

    def inline(self, element: Xml, line: _Line) -> None:
        """One more element in a line. What is deleted, hidden or struck out isn't said (17.3.2)."""
        if any(element.find(f"{qn('w:rPr')}/{qn(f'w:{look}')}") is not None for look in UNSAID):
            return
        name = element.tag.rpartition("}")[2]
        in_code = bool(line.fields) and line.fields[-1][0] == "code"
        match name:
            case "pPr" | "rPr" | "del" | "footnoteRef" | "bookmarkEnd" | "separator" | "continuationSeparator":
                pass
            case "bookmarkStart":
                line.bookmarks.append(element.get(qn("w:name"), ""))
            case "fldChar":
                self.field_character(element.get(qn("w:fldCharType"), ""), line)
            case "instrText":
                line.fields[-1][1] += element.text or ""
            case "hyperlink":
                self.hyperlink(element, line)
            case "r" | "ins" | "smartTag" | "sdt" | "sdtContent" | "fldSimple":
                for child in element:
                    self.inline(child, line)
            case _ if in_code:
                pass
            case "t":
                line.text += element.text or ""
            case "footnoteReference":
                note = element.get(qn("w:id"), "")
                mark = self.marks.setdefault(note, str(len(self.marks) + 1))
                self.noted = dict.fromkeys(line.bookmarks, note) | self.noted
                line.text += mark
                line.links.append(Item("reference", text=mark, target=f"note {note}"))
            case "drawing":
                pictures = element.iter(f"{WORD_PROCESSING}docPr")
                line.images += (Item("image", text=each.get("descr", "")) for each in pictures)
            case _:
                line.text += CHARACTERS[name]

    def field_character(self, kind: str, line: _Line) -> None:
        """A field's beginning, the start of its result, or its end (17.16.18)."""
        match kind:
            case "begin":
                line.fields.append(["code", "", ""])
            case "separate":
                line.fields[-1][0] = "result"
                line.fields[-1][2] = line.text
            case "end" if line.fields:
                _, code, before = line.fields.pop()
                words = code.split()
                result = line.text.removeprefix(before)
                if words[0] == "PAGEREF":
                    line.page = result
                elif words[0] == "NOTEREF" and "\\h" in words:
                    line.links.append(Item("reference", text=result, target=f"note {self.noted[words[1]]}"))

    def hyperlink(self, element: Xml, line: _Line) -> None:
        """A link to a bookmark or, by a relationship, out of the file."""
        before = line.text
        place = element.get(qn("w:anchor"))
        at = len(line.links)
        for child in element:
            self.inline(child, line)
        text = line.text.removeprefix(before)
        if place:
            link = Item("reference", text=text, target=place)
        else:
            link = Item("link", text=text, target=self.part.rels[element.get(qn("r:id"))].target_ref)
        line.links.insert(at, link)

    def style_name(self, style: str) -> str:
        """The name of a style."""
        return next((_value(each, "name") for each in self.chain(style)), "")

    def style_property(self, style: str, name: str) -> Xml | None:
        """A paragraph property of a style or of those that it is based on."""
        found = (each.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}") for each in self.chain(style))
        return next((each for each in found if each is not None), None)

    def property(self, element: Xml, name: str) -> Xml | None:
        """A property of a paragraph, its own or its style's."""
        own = element.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
        return self.style_property(_style(element), name) if own is None else own

    def chain(self, style: str) -> Iterator[Xml]:
        """A style and those that it is based on."""
        for each in self.styles.iterfind(qn("w:style")):
            if each.get(qn("w:styleId")) == style:
                yield each
                yield from self.chain(_value(each, "basedOn"))


def _notes_in(footnote: Xml, target: str, mark: str) -> list[_Note]:
    notes = [_Note(mark, target, [])]
    for element in footnote:
        start = element.find(qn("w:bookmarkStart"))
        if start is not None and start.get(qn("w:name"), "").startswith("_Note_"):
            after = start.getnext()
            number = "" if after is None else "".join(text.text or "" for text in after.iter(qn("w:t")))
            if number:
                notes.append(_Note(number, start.get(qn("w:name"), ""), [], printed=number))
        notes[-1].elements.append(element)
    return notes


def _grid(rows: Iterable[Xml]) -> Iterator[tuple[Xml, int, int]]:
    """Each cell with its row and column; what a cell covers further down is none (17.4.84)."""
    for row, element in enumerate(rows, start=1):
        column = 1
        for cell in element.iterfind(qn("w:tc")):
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            if merged is None or merged.get(qn("w:val")) == "restart":
                yield cell, row, column
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            column += 1 if span is None else int(span.get(qn("w:val"), "1"))


def _style(element: Xml) -> str:
    return _value(element.find(qn("w:pPr")), "pStyle") or "Normal"


def _value(parent: Xml | None, tag: str) -> str:
    found = None if parent is None else parent.find(qn(f"w:{tag}"))
    return "" if found is None else found.get(qn("w:val"), "")
