"""How the documents look: page, fonts, colours and text styles, one set for HTML, PDF and DOCX.

Lengths are in points (1/72 inch) unless a name says millimetres. Line height is exact, so that two engines that break
lines alike break pages alike: the page numbers of Word's contents list rest on this. Space between two blocks is what
the upper has `after` plus what the lower has `before`, as Word counts (ECMA-376 part 1, 17.3.1.33), in every format.
"""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType
from typing import ClassVar, Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location

POINTS_PER_MM = 72 / 25.4
NOWHERE = Location("")


@dataclass(frozen=True, slots=True)
class Page:
    """A4 upright (ISO 216) and its margins in millimetres; a landscape page has the same margins turned with it."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 28
    bottom_mm: float = 25
    left_mm: float = 25
    right_mm: float = 25
    header_mm: float = 12.5
    footer_mm: float = 12.5

    @property
    def text_width(self) -> float:
        """The width of the text of an upright page, in points."""
        return (self.width_mm - self.left_mm - self.right_mm) * POINTS_PER_MM

    @property
    def landscape_text_width(self) -> float:
        """The width of the text of a landscape page, in points."""
        return (self.height_mm - self.left_mm - self.right_mm) * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Fonts:
    """A pair of metric-compatible families: `word` is named in DOCX, `family` is embedded in PDF.

    `package` is the Python package that holds the files of `family`.
    """

    family: str = "Arimo"
    word: str = "Arial"
    package: str = "fontpkg_arimo"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as #RRGGBB. Text on the page's white and on `shade` reaches 4.5:1 (WCAG 2.2, 1.4.3)."""

    text: str = "#1A1A1A"
    accent: str = "#0B5469"
    muted: str = "#4D5558"
    rule: str = "#8A9699"
    shade: str = "#E8F0F2"
    link: str = "#0B5469"


StyleName = Literal[
    "body",
    "heading-1",
    "heading-2",
    "heading-3",
    "heading-4",
    "heading-5",
    "heading-6",
    "cover-title",
    "cover-subtitle",
    "cover-text",
    "contents-title",
    "contents-1",
    "contents-2",
    "contents-3",
    "list-item",
    "quotation",
    "caption",
    "table-text",
    "table-head",
    "table-note",
    "footnote",
    "running",
]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A paragraph style, lengths in points. `indent` is from the left, and in a list for each level."""

    size: float
    line_height: float
    before: float = 0
    after: float = 0
    bold: bool = False
    italic: bool = False
    colour: Literal["text", "accent", "muted"] = "text"
    keep_with_next: bool = False
    indent: float = 0


STYLES: MappingProxyType[StyleName, TextStyle] = MappingProxyType(
    {
        "body": TextStyle(10.5, 15, after=8),
        "heading-1": TextStyle(20, 26, before=24, after=10, bold=True, colour="accent", keep_with_next=True),
        "heading-2": TextStyle(15, 20, before=16, after=6, bold=True, colour="accent", keep_with_next=True),
        "heading-3": TextStyle(12.5, 17, before=14, after=5, bold=True, colour="accent", keep_with_next=True),
        "heading-4": TextStyle(10.5, 15, before=6, after=2, bold=True, keep_with_next=True),
        "heading-5": TextStyle(10.5, 15, before=6, after=2, bold=True, colour="muted", keep_with_next=True),
        "heading-6": TextStyle(10.5, 15, before=6, after=2, italic=True, colour="muted", keep_with_next=True),
        "cover-title": TextStyle(30, 37, after=10, bold=True, colour="accent"),
        "cover-subtitle": TextStyle(16, 22, after=6),
        "cover-text": TextStyle(10.5, 15, after=4),
        "contents-title": TextStyle(20, 26, after=10, bold=True, colour="accent", keep_with_next=True),
        "contents-1": TextStyle(10.5, 15, before=10, after=1, bold=True),
        "contents-2": TextStyle(10.5, 15, after=1, indent=24),
        "contents-3": TextStyle(10.5, 15, after=1, indent=54),
        "list-item": TextStyle(10.5, 15, after=3, indent=18),
        "quotation": TextStyle(10.5, 15, after=8, italic=True, indent=18),
        "caption": TextStyle(9.5, 13, before=4, after=4, bold=True, keep_with_next=True),
        "table-text": TextStyle(9.5, 13),
        "table-head": TextStyle(9.5, 13, bold=True),
        "table-note": TextStyle(8.5, 12, before=3),
        "footnote": TextStyle(8.5, 12, after=2),
        "running": TextStyle(8.5, 12, colour="muted"),
    }
)


HYPHENATED: frozenset[StyleName] = frozenset({"body", "list-item", "quotation"})
"""The styles of running text. What is read at a glance isn't hyphenated: headings, captions, tables, notes."""


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How running text is hyphenated, in lines that aren't justified.

    `zone` is how much of its line a word that doesn't fit must leave empty for it to be hyphenated, in points (15 mm):
    a narrow one gives many hyphens, a wide one ragged lines. `most_in_a_row` is how many lines that follow each other
    may end in a hyphen, 0 for any number.
    """

    zone: float = 42.5
    most_in_a_row: int = 2


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Padding within cells and the width of rules, in points, and the space around a table.

    `apart` is the padding on the left of words that follow figures, so that 5 mm part the two columns; `close` that of
    badges, which have a ground of their own.
    """

    padding_x: float = 4.5
    apart: float = 9.75
    close: float = 1.5
    padding_y: float = 3
    rule: float = 0.5
    before: float = 4
    after: float = 12


@dataclass(frozen=True, slots=True)
class Logo:
    """The organisation's mark: bytes, media type, the text that stands for it, and its size in pixels."""

    data: bytes
    media_type: str
    alternative: str
    pixels: tuple[int, int] = (1, 1)

    MOST_WIDTH: ClassVar[float] = 80 * POINTS_PER_MM
    MOST_HEIGHT: ClassVar[float] = 18 * POINTS_PER_MM

    @property
    def size(self) -> tuple[float, float]:
        """The width and height on the cover in points: as large as its place allows."""
        across, down = self.pixels
        scale = min(self.MOST_WIDTH / across, self.MOST_HEIGHT / down)
        return across * scale, down * scale


@dataclass(frozen=True, slots=True)
class Running:
    """The organisation's texts at the head and foot of pages, None where the outline decides.

    In braces stand the names of fields, by the model's terms: "{title}", "{page}". `header_at` and `footer_at` are
    where the texts stand.
    """

    header: str | None = None
    footer: str | None = None
    header_at: Location = field(default=NOWHERE, compare=False)
    footer_at: Location = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Brand:
    """Everything that a writer needs to know of looks."""

    page: Page = field(default_factory=Page)
    fonts: Fonts = field(default_factory=Fonts)
    colours: Colours = field(default_factory=Colours)
    styles: MappingProxyType[StyleName, TextStyle] = field(default_factory=lambda: STYLES)
    table: TableStyle = field(default_factory=TableStyle)
    box_indent: float = 9
    """How far the text of a box stands in from its edge, in points."""
    page_number_room: float = 28
    """The room on the right of the PDF's contents list that no title and no leader enters, in points."""
    above_list: float = 20
    """The space above the title of a list of tables or figures, which may stand under another list, in points."""
    hyphenation: Hyphenation | None = field(default_factory=Hyphenation)
    """How running text is hyphenated; None: not at all."""
    logo: Logo | None = None
    running: Running = field(default_factory=Running)


DEFAULT = Brand()
