"""The document tree: what every writer writes, and what `diff` compares.

Frozen values. Numbers are fields of nodes, never part of their text, so that renumbering is no change of text. What
`resolve` fills in is marked so below; before that stage it is empty. An id that the content gives (an author's own, a
file's, a row's) never depends on the node's place or number; one that `identify` forms of a node's place does.

The kinds of blocks are those of `Block`; what stands in their lines is in `inlines`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.chart import Chart
from plangen.document.inlines import NOWHERE, Change, Image, Inline

Align = Literal["left", "right", "center"]
Value = Decimal | str | None
Numeral = Literal["1", "A", "a", "I"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every block, row and cell has: an id, unique in the document, a place in the content, a change."""

    id: str = ""
    location: Location = NOWHERE
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """The heading of a section. `number` ("6.4.1") is filled in by resolve where `numbered`; `listed` in the contents.

    `series` names the headings that are counted together: "" for the sections, by their levels; any other ("appendix",
    "goal") for itself, by `rank`, the depth within the series, from 1. Those of a series have a `label` that is printed
    before the number, with a colon after it ("Bilaga 1: Avgifter"), and `numeral` is the form that their own part of
    the number has. `page_break_before`: the section starts on a new page.
    """

    level: int
    inlines: tuple[Inline, ...]
    numbered: bool = True
    listed: bool = True
    page_break_before: bool = False
    series: str = ""
    rank: int = 0
    label: str = ""
    numeral: Numeral = "1"
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Node):
    """A heading and what stands under it. The section has the id that others refer to; `role` as in Cell."""

    heading: Heading
    blocks: tuple[Block, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """A paragraph. `keep_with_next` holds it on the page of the block that follows (a lead-in to a list or table)."""

    inlines: tuple[Inline, ...]
    keep_with_next: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """An item of a list. `role` and `value` speak of data: an Agenda 2030 goal ("agenda", its number)."""

    blocks: tuple[Block, ...]
    role: str = ""
    value: Value = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList(Node):
    """A bullet list (CommonMark 0.31 §5.3)."""

    items: tuple[ListItem, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedList(Node):
    """An ordered list that starts at `start`."""

    items: tuple[ListItem, ...]
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Node):
    """A cell of a table.

    `header`: "column" or "row" for header cells. `role` and `field` say what of the plan stands here, `value` its typed
    value (an amount as Decimal), `unit` what that is counted in, as it would be printed beside it. `empty` is what a
    screen reader says for a cell that prints nothing.
    """

    inlines: tuple[Inline, ...] = ()
    header: Literal["", "column", "row"] = ""
    column_span: int = 1
    row_span: int = 1
    role: str = ""
    field: str = ""
    value: Value = None
    unit: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Node):
    """A row of a table. `role`: "" for an ordinary row, "group", "subtotal", "total", "whereof" or "key-figure"."""

    cells: tuple[Cell, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table. `role`: "whereof" is shown and never added.

    By resolve: `width` in points, and whether it is a year's with a `broken_head`, the year on a line of its own.
    """

    align: Align = "left"
    role: str = ""
    field: str = ""
    width: float = 0
    broken_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNote(Node):
    """A note under a table. `mark` ("*") is filled in by resolve."""

    inlines: tuple[Inline, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A data table.

    `caption_visible` tells a caption that is printed (and, where `numbered`, numbered: label "Tabell", number "1", by
    resolve) from one for screen readers only. `landscape` (by resolve): too wide for the upright page.
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    caption: tuple[Inline, ...] = ()
    caption_visible: bool = False
    numbered: bool = False
    description: str = ""
    notes: tuple[TableNote, ...] = ()
    role: str = ""
    label: str = ""
    number: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A picture with a caption, numbered apart from tables (label and number by resolve).

    Of a `chart` the image has the text that stands for it, and is drawn when the brand is known, before it is written.
    """

    image: Image
    caption: tuple[Inline, ...] = ()
    chart: Chart | None = None
    numbered: bool = True
    label: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockQuote(Node):
    """A quotation (CommonMark 0.31 §5.1)."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """A box apart from the running text, with a title."""

    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    kind: str = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Node):
    """A term and what is said of it."""

    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionList(Node):
    """Terms with their definitions."""

    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Node):
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of the contents list, filled in by resolve: a section's id, level, label, number and title."""

    target: str
    level: int
    number: str
    inlines: tuple[Inline, ...]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOfContents(Node):
    """The contents list down to heading level `depth`, or a list `of` numbered tables or figures.

    By resolve: `entries`, and `label`, which the captions of those listed begin with ("Tabell").
    """

    title: tuple[Inline, ...]
    of: Literal["headings", "tables", "figures"] = "headings"
    depth: int = 3
    label: str = ""
    entries: tuple[ContentsEntry, ...] = ()


Block = (
    Section
    | Paragraph
    | BulletList
    | OrderedList
    | Table
    | Figure
    | BlockQuote
    | Callout
    | DefinitionList
    | PageBreak
    | TableOfContents
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """A footnote. `number` is filled in by resolve, in the order of the references."""

    blocks: tuple[Block, ...]
    number: str = ""
