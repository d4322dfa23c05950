"""The roles of rows, columns and cells -> the style of a cell's text, its rules and its shade.

Rules lie between rows, none between columns. In Word a rule takes room, in the PDF none: so a row's padding below is
less by the rule under it, and its height is its lines and the padding above and below, in both. The table style has all
this for an ordinary row and for the first of the head; only what differs is said in a cell.
"""

from __future__ import annotations

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.nodes import Align, Cell, Column, Row
from plangen.writers.docx.paragraph_styles import ALIGNED, INDENTED
from plangen.writers.docx.runs import Format
from plangen.writers.docx.xml import Element, hex_colour, twips, w

TOTALS = frozenset({"total", "subtotal"})
HEAD_RULE, TOTAL_RULE, SUBTOTAL_RULE = 1.0, 1.25, 0.75
GROUP_SHADE = 0.6


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between rows: its width in points and its colour."""

    width: float
    colour: str

    def side(self, name: str) -> Element:
        """The rule as one side of a cell or a table."""
        return w(name, val="single", sz=round(self.width * 8), space=0, color=hex_colour(self.colour))


def thin_rule(brand: Brand) -> Rule:
    """The rule between ordinary rows."""
    return Rule(brand.table.rule, brand.colours.rule)


def head_rule(brand: Brand) -> Rule:
    """The rule under each row of the head."""
    return Rule(HEAD_RULE, brand.colours.accent)


def rule_below(row: Row, after: Row | None, *, head: bool, brand: Brand) -> Rule:
    """The rule under a row: its own, or the one above the row after it where that is wider."""
    own = head_rule(brand) if head else Rule(TOTAL_RULE, brand.colours.accent) if row.role == "total" else None
    above = {"total": Rule(TOTAL_RULE, brand.colours.accent), "subtotal": Rule(SUBTOTAL_RULE, brand.colours.accent)}
    rules = [thin_rule(brand), own, above.get(after.role) if after else None]
    return max((rule for rule in rules if rule), key=lambda rule: rule.width)


def padding_below(rule: Rule, brand: Brand) -> Element:
    """The padding of a cell below its text, `w:bottom`."""
    return w("bottom", w=twips(max(brand.table.padding_y - rule.width, 0)), type="dxa")


def shade(colour: str) -> Element:
    """A colour behind a cell's text."""
    return w("shd", val="clear", color="auto", fill=hex_colour(colour))


def group_shade(brand: Brand) -> Element:
    """The lighter colour behind the name of a group of rows."""
    channels = [int(brand.colours.shade[at : at + 2], 16) for at in (1, 3, 5)]
    lighter = [round(255 - (255 - channel) * GROUP_SHADE) for channel in channels]
    return shade("#" + "".join(f"{channel:02X}" for channel in lighter))


def cell_style(cell: Cell, row: Row, column: Column) -> str:
    """The paragraph style of a cell's text."""
    if cell.header == "column":
        return "Table Heading"
    if row.role in TOTALS or row.role == "group":
        return "Table Whereof Total" if column.role == "whereof" else "Table Total"
    if column.role == "whereof":
        return "Table Whereof"
    return "Table Part" if row.role == "whereof" else "Table Text"


def placed_style(style: str, align: Align, *, indented: bool) -> str:
    """The style of a cell's text by its alignment, and where it stands in from the others."""
    if align != "left":
        return f"{style} {ALIGNED[align]}"
    return f"{style} {INDENTED}" if indented and style == "Table Part" else style


def cell_format(style: str) -> Format:
    """The look that the style gives its text."""
    return Format(
        in_bold=style in ("Table Heading", "Table Total", "Table Whereof Total"),
        in_italics=style in ("Table Whereof", "Table Whereof Total", "Table Part"),
    )
