"""PDF -> items, from the structure tree and the text of its marks.

Nothing is read off the page: an element says what its marked content says, in the order of the tree. Heights on the
pages serve only to tell where a link leads: to what starts nearest below the height that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from .items import Item
from .pdf_marks import Marks, read_marks
from .pdf_tree import Element, Height, Leads, Mark, read_tree

HEADINGS = {f"H{level}": level for level in range(1, 7)}
HOLDERS = frozenset({"Document", "Part", "Sect", "Div", "BlockQuote"})
BLOCKS = frozenset({"P", "L", "Table", "TOC", *HEADINGS, *HOLDERS})
TARGETS = frozenset({"heading", "list item", "caption", "summary", "table note", "note"})
LEADING = frozenset({"contents entry", "reference"})
BULLETS = frozenset("•–")
LABELLED = re.compile(r"(?P<label>\S.*?)\s(?P<number>[0-9A-Za-z]+(\.[0-9A-Za-z]+)*): ")
ROMAN = [
    tens + ones
    for tens in ("", "X", "XX", "XXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
]
COUNTS = ([str(number) for number in range(1, 100)], ascii_uppercase, ascii_lowercase, ROMAN[1:])
FIRSTS = frozenset("1AaI")

Kids = Sequence[Element | Mark | Leads]


def read_pdf(data: bytes) -> tuple[Item, ...]:
    """What the file says."""
    return _read(data).told()


def contents_pages(data: bytes) -> tuple[str, ...]:
    """The page that each line of the contents list names."""
    return tuple(_read(data).pages_named)


def pages_of(data: bytes) -> tuple[str, ...]:
    """The page that each item stands on; "" for one without a place of its own."""
    reader = _read(data)
    heights = (reader.heights.get(index) for index in range(len(reader.items)))
    return tuple(str(height[0] + 1) if height else "" for height in heights)


@cache
def _read(data: bytes) -> _Reader:
    reader = _Reader(read_marks(data))
    reader.document(read_tree(data))
    return reader


@dataclass(slots=True)
class _Line:
    """A run of text: its parts, what stands in it, the notes that belong to it, and where it starts."""

    parts: list[str] = field(default_factory=list)
    images: list[Item] = field(default_factory=list)
    links: list[tuple[Item, Height | None]] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    height: Height | None = None

    @property
    def text(self) -> str:
        """The parts together."""
        return "".join(self.parts)


@dataclass(slots=True)
class _Reader:
    """Goes down the tree. By an item's index: `heights` is where it starts, `leads` where it leads."""

    marks: Marks
    items: list[Item] = field(default_factory=list)
    heights: dict[int, Height] = field(default_factory=dict)
    leads: dict[int, Height] = field(default_factory=dict)
    notes: list[Element] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    labelled: dict[str, tuple[str, ...]] = field(default_factory=dict)
    pages_named: list[str] = field(default_factory=list)

    def told(self) -> tuple[Item, ...]:
        """The items, the targets of references told by what they lead to."""
        return tuple(
            item._replace(target=self.target(self.leads[index]).name) if item.kind in LEADING else item
            for index, item in enumerate(self.items)
        )

    def target(self, place: Height) -> Item:
        """What starts nearest below a height, or at it."""
        page, top = place
        below = [
            (top - height, index)
            for index, (on, height) in self.heights.items()
            if on == page and height <= top + 1 and self.items[index].kind in TARGETS
        ]
        return self.items[min(below)[1]]

    def document(self, element: Element) -> None:
        """The cover, which is what comes before the first heading where the title is there, the body and the notes."""
        kids = element.elements
        start = next(index for index, kid in enumerate(kids) if kid.tag in HEADINGS or kid.tag == "TOC")
        if any(kid.own_tag == "Title" for kid in kids[:start]):
            for kid in kids[:start]:
                if kid.tag == "Figure":
                    self.items += self.line([kid]).images
                else:
                    self.add(Item("cover"), self.line(kid.kids))
            kids = kids[start:]
        self.blocks(kids, 0)
        for note in self.notes:
            self.note(note)

    def add(self, item: Item, line: _Line) -> None:
        """An item with the text of a line, and then what stands in that."""
        if line.height:
            self.heights[len(self.items)] = line.height
        self.items += [item._replace(text=item.text or line.text), *line.images]
        for link, height in line.links:
            if height:
                self.leads[len(self.items)] = height
            self.items.append(link)
        self.notes += line.notes

    def blocks(self, kids: Kids, depth: int) -> None:
        """What an element holds; `depth` is how many lists are around it."""
        for index, kid in enumerate(kids):
            following = kids[index + 1] if index + 1 < len(kids) else None
            self.block(kid, following, depth)

    def block(self, element: Element | Mark | Leads, following: Element | Mark | Leads | None, depth: int) -> None:
        """One element. Text that is in no block of its own counts as a paragraph."""
        if not isinstance(element, Element):
            self.add(Item("paragraph"), self.line([element]))
            return
        match element.tag:
            case "P" | "Span":
                self.add(Item("paragraph"), self.line(element.kids))
            case "H1" if isinstance(following, Element) and following.tag == "TOC":
                self.add(Item("contents title"), self.line(element.kids))
            case tag if tag in HEADINGS:
                self.heading(HEADINGS[tag], self.line(element.kids))
            case "TOC":
                self.contents(element, 1)
            case "L":
                self.list(element, depth)
            case "Table":
                self.table(element)
            case "Note":
                self.add(Item("table note"), self.line(element.kids))
            case "Figure":
                self.items += self.line([element]).images
            case "Div" if any(kid.tag == "Caption" for kid in element.elements):
                self.figure(element)
            case tag if tag in HOLDERS:
                self.blocks(element.kids, depth)
            case tag:
                raise AssertionError(f"no reading of {tag}")

    def heading(self, level: int, line: _Line) -> None:
        """A heading; the number that comes next at its level or for its label is its number, any other is its text."""
        labelled = LABELLED.match(line.text)
        if labelled and self.is_next(labelled["label"], tuple(labelled["number"].split("."))):
            number = f"{labelled['label']} {labelled['number']}:"
            self.add(Item("heading", level, number, line.text.removeprefix(labelled[0])), line)
            return
        counters = (self.counters + [0] * level)[:level]
        counters[-1] += 1
        number = ".".join(map(str, counters))
        first, _, text = line.text.partition(" ")
        if first == number:
            self.counters = counters
            self.add(Item("heading", level, number, text), line)
        else:
            self.add(Item("heading", level), line)

    def is_next(self, label: str, parts: tuple[str, ...]) -> bool:
        """Whether a number is one more than the last of its label, or the first below one that was read."""
        upper, own = parts[:-1], parts[-1]
        last = self.labelled.get(label, ("",))
        follows = upper == last[:-1] and any(
            form.index(own) == form.index(last[-1]) + 1 for form in _forms(own, last[-1])
        )
        begins = (
            own in FIRSTS and (not upper or upper in self.labelled.values()) and (upper != last[:-1] or not last[-1])
        )
        if follows or begins:
            self.labelled[label] = parts
        return follows or begins

    def contents(self, element: Element, depth: int) -> None:
        """The contents list: number, title and page of each line."""
        for kid in element.elements:
            if kid.tag == "TOC":
                self.contents(kid, depth + 1)
                continue
            line = self.line(kid.kids)
            ((_, height),) = line.links
            assert height
            self.pages_named.append(line.parts[-1])
            self.leads[len(self.items)] = height
            self.items.append(Item("contents entry", depth, text="".join(line.parts[:-1])))

    def list(self, element: Element, depth: int) -> None:
        """A list, of items or of terms; a list right below a list is one further in."""
        of_terms = element.attributes.get("ListNumbering", "None") == "None"
        for kid in element.elements:
            if kid.tag == "L":
                self.list(kid, depth if of_terms else depth + 1)
                continue
            label, body = kid.elements
            if of_terms:
                self.add(Item("term"), self.line(label.kids))
                self.blocks(body.kids, depth)
            else:
                sign = self.line(label.kids).text
                number = "•" if sign in BULLETS else sign.removesuffix(".")
                self.item(body.kids, Item("list item", depth + 1, number), depth + 1)

    def item(self, kids: Kids, item: Item, depth: int) -> None:
        """A list item or a note: its first paragraph is its text, the rest follows."""
        first, rest = _first_paragraph(kids)
        self.add(item, self.line(first))
        self.blocks(rest, depth)

    def note(self, element: Element) -> None:
        """A footnote: its mark is its number."""
        first, rest = _first_paragraph(element.kids)
        label, *text = first
        assert isinstance(label, Element)
        assert label.tag == "Lbl"
        mark = self.line(label.kids)
        line = replace(self.line(text), height=mark.height)
        self.add(Item("note", number=mark.text), line)
        self.blocks(rest, 0)

    def figure(self, element: Element) -> None:
        """A picture and its caption, whichever comes first in the tree."""
        picture = self.line([kid for kid in element.elements if kid.tag == "Figure"])
        self.items += picture.images
        for kid in element.elements:
            if kid.tag == "Caption":
                self.add(Item("caption"), replace(self.line(kid.kids), height=picture.height))

    def table(self, element: Element) -> None:
        """A table with what is said of it and its cells."""
        rows = [row for kid in element.elements for row in (kid.elements if kid.tag != "TR" else [kid])]
        rows = [row for row in rows if row.tag == "TR"]
        cells = [(cell, row, column, self.line(cell.kids)) for cell, row, column in _grid(rows)]
        for kid in element.elements:
            if kid.tag == "Caption":
                self.add(Item("caption"), self.line(kid.kids))
        if summary := element.attributes.get("Summary"):
            self.add(Item("summary", text=summary), _Line(height=cells[0][3].height))
        for cell, row, column, line in cells:
            kind = "head" if cell.tag == "TH" and cell.attributes.get("Scope") == "Column" else "cell"
            self.add(Item(kind, row=row, column=column), line)

    def line(self, kids: Iterable[Element | Mark | Leads]) -> _Line:
        """The text of some kids of an element."""
        line = _Line()
        for kid in kids:
            self.inline(kid, line)
        return line

    def inline(self, kid: Element | Mark | Leads, line: _Line) -> None:
        """One more kid in a line."""
        match kid:
            case Mark(page, number):
                line.parts.append(self.marks.texts.get((page, number), ""))
                top = self.marks.tops.get((page, number))
                line.height = line.height or ((page, top) if top is not None else None)
            case Element(tag="Note"):
                line.notes.append(kid)
            case Element(tag="Figure"):
                line.images.append(Item("image", text=kid.alternative))
                page = next((mark.page for mark in kid.kids if isinstance(mark, Mark)), 0)
                line.height = line.height or ((page, kid.top) if kid.top is not None else None)
            case Element(tag="Link"):
                self.link(kid, line)
            case Element(actual_text=str(text)):
                line.parts.append(text)
            case Element():
                for each in kid.kids:
                    self.inline(each, line)
            case Leads():
                pass

    def link(self, element: Element, line: _Line) -> None:
        """A link in a line."""
        inner = self.line(element.kids)
        (leads,) = {kid for kid in element.kids if isinstance(kid, Leads)}
        kind = "link" if leads.address else "reference"
        line.parts += inner.parts
        line.images += inner.images
        line.height = line.height or inner.height
        line.links.append((Item(kind, text=inner.text, target=leads.address), leads.height))


def _forms(*parts: str) -> Iterator[Sequence[str]]:
    """The ways of counting in which parts of numbers stand."""
    return (form for form in COUNTS if all(part in form for part in parts))


def _first_paragraph(kids: Kids) -> tuple[Kids, Kids]:
    """The text that an item or a note starts with, whether in a paragraph or by itself, and what comes after."""
    count = next((at for at, kid in enumerate(kids) if isinstance(kid, Element) and kid.tag in BLOCKS), len(kids))
    first = kids[0] if kids else None
    if count == 0 and isinstance(first, Element) and first.tag == "P":
        return first.kids, kids[1:]
    return kids[:count], kids[count:]


def _grid(rows: Sequence[Element]) -> Iterator[tuple[Element, int, int]]:
    """Each cell with its row and column (14.8.5.7: RowSpan, ColSpan)."""
    free: dict[int, int] = {}
    for row, element in enumerate(rows, start=1):
        column = 1
        for cell in element.elements:
            while free.get(column, 0) >= row:
                column += 1
            yield cell, row, column
            until = row + int(cell.attributes.get("RowSpan", "1")) - 1
            for _ in range(int(cell.attributes.get("ColSpan", "1"))):
                free[column] = until
                column += 1
