"""Figures of a budget table to a chart: what an outline asks for, its caption, and the text that stands for it.

The table itself stands in the document too, and the caption leads to it. The text is made of the same figures, as the
table prints them, so that who can't see the picture has all that it says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinja2.exceptions import SecurityError

from plangen.compose.budget_table import column_heading
from plangen.compose.placed import Content
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import nearest
from plangen.document.chart import KINDS, Bar, BarGroup, Chart, ChartKind, Tone
from plangen.document.inlines import CrossReference, Expression, FootnoteReference, Image, Inline, Text
from plangen.document.nodes import Figure, Table
from plangen.document.walk import map_inlines, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import NO_BREAK_SPACE, print_number
from plangen.locale.units import printed_unit
from plangen.model.amount import same_unit
from plangen.model.budget import BudgetColumn, BudgetRow, BudgetTable

MOST_BARS = 60
"""Bars that one chart may have; more can't be read."""

MOST_COLUMNS: Mapping[ChartKind, int] = {"bars": 3, "columns": 8}
"""Columns of the table that a chart of each kind may have."""

SVG = "image/svg+xml"

TONES: Mapping[str, Tone] = {"outcome": "middle", "forecast": "middle", "plan": "light"}
"""How dark the bars of each kind of column are, where they stand beside each other; the others are the darkest."""

STEPS: tuple[Tone, ...] = ("light", "middle", "strong")
"""How dark several columns' bars are where they lie under each other: the last is the darkest."""


class ChartError(SecurityError):
    """A chart that can't be; what it is about is told with its code."""

    def __init__(self, code: str, **parameters: object) -> None:
        super().__init__(code)
        self.code, self.told = code, parameters


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an outline asks for. Without `rows` those that aren't sums, without `columns` those of years."""

    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    title: tuple[Inline, ...] = ()


def chart(wanted: Wanted, table: BudgetTable, words: Catalogue) -> Figure:
    """The chart of some of a table's figures. Raises ChartError."""
    kind = next((each for each in KINDS if each == wanted.kind), None)
    if kind is None:
        near = nearest(wanted.kind, KINDS)
        raise ChartError("chart-kind", kind=wanted.kind, near=near, allowed=", ".join(KINDS))
    return _Composer(kind, table, words).figure(wanted)


@dataclass(frozen=True, slots=True)
class _Composer:
    kind: ChartKind
    table: BudgetTable
    words: Catalogue

    def figure(self, wanted: Wanted) -> Figure:
        columns, rows = self.columns(wanted.columns), self.rows(wanted.rows)
        groups = tuple(self.group(row, columns) for row in rows)
        bars = [bar for group in groups for bar in group.bars]
        if len(columns) > MOST_COLUMNS[self.kind] or len(bars) > MOST_BARS:
            raise ChartError("chart-large", columns=MOST_COLUMNS[self.kind], bars=MOST_BARS)
        if all(bar.value is None for bar in bars):
            raise ChartError("chart-empty", table=self.table.id)
        if len(columns) == 1:
            groups = (BarGroup("", tuple(_renamed(group) for group in groups)),)
        elif len(rows) == 1:
            groups = (BarGroup("", groups[0].bars),)
        title = wanted.title or self.title(columns, rows)
        return Figure(
            id=f"{self.table.id}--{'-'.join((self.kind, *wanted.columns, *wanted.rows))}",
            image=Image(b"", SVG, self.alternative(title, groups)),
            caption=self.caption(title),
            chart=Chart(self.kind, groups),
            location=self.table.location,
        )

    def columns(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """The columns asked for, by their index: those of figures in the table's own unit."""
        own = self.table.unit
        fit = {
            column.id: at
            for at, column in enumerate(self.table.columns)
            if column.added and (not column.unit or same_unit(column.unit, own))
        }
        if names:
            return tuple(self.known("chart-column", name, fit) for name in names)
        found = tuple(at for at in fit.values() if self.table.columns[at].year)
        return found or (tuple(fit.values()) if len(fit) == 1 else self.unsaid(fit))

    def unsaid(self, fit: Mapping[str, int]) -> tuple[int, ...]:
        raise ChartError("chart-columns-unsaid", table=self.table.id, allowed=", ".join(fit))

    def rows(self, names: tuple[str, ...]) -> tuple[int, ...]:
        """The rows asked for, by their index."""
        own = self.table.unit
        fit = {
            row.id: at
            for at, row in enumerate(self.table.rows)
            if row.role != "group" and (not row.unit or same_unit(row.unit, own))
        }
        if names:
            return tuple(self.known("chart-row", name, fit) for name in names)
        return tuple(at for at in fit.values() if self.table.rows[at].role == "item")

    def known(self, code: str, name: str, fit: Mapping[str, int]) -> int:
        if name not in fit:
            near, allowed = nearest(name, fit), ", ".join(fit)
            raise ChartError(code, name=name, table=self.table.id, near=near, allowed=allowed)
        return fit[name]

    def group(self, at_row: int, columns: Sequence[int]) -> BarGroup:
        row = self.table.rows[at_row]
        steps = STEPS[-len(columns) :]
        bars = []
        for index, at_column in enumerate(columns):
            column = self.table.columns[at_column]
            tone = TONES.get(column.kind, "strong") if self.kind == "columns" else steps[min(index, len(steps) - 1)]
            value = self.table.reckoned[at_row, at_column].shown
            decimals = self.table.decimals_in(at_row, at_column)
            text = print_number(value, self.words.babel, decimals) if value is not None else ""
            bars.append(Bar(self.heading(column), text or self.words.labels["empty-figure"], value, tone))
        return BarGroup(self.name(row), tuple(bars))

    def heading(self, column: BudgetColumn) -> str:
        return self.plain(column_heading(column, self.table, self.words))

    def name(self, row: BudgetRow) -> str:
        return self.plain(row.name.inlines)

    def plain(self, inlines: Sequence[Inline]) -> str:
        """The text of a name in the chart, without marks of notes. No figure can be taken from elsewhere into it."""
        if any(isinstance(each, Expression) for each in inlines):
            raise ChartError("chart-expression", table=self.table.id)
        return plain_text(inlines)

    def title(self, columns: Sequence[int], rows: Sequence[int]) -> tuple[Inline, ...]:
        """The table's title with what of it the chart shows, and the unit."""
        title = map_inlines(
            self.table.title.inlines, lambda each: () if isinstance(each, FootnoteReference) else (each,)
        )
        parts = [self.heading(self.table.columns[columns[0]])] if len(columns) == 1 else []
        parts += [self.name(self.table.rows[rows[0]])] if len(rows) == 1 else []
        shown = self.words.labels["chart-part"].format(part=", ".join(parts)) if parts else ""
        unit = self.words.labels["with-unit"].format(unit=printed_unit(self.table.unit)) if self.table.unit else ""
        return (*title, *((Text(shown + unit),) if shown or unit else ()))

    def caption(self, title: tuple[Inline, ...]) -> tuple[Inline, ...]:
        before, _, after = self.words.labels["chart-caption"].partition("{table}")
        lead, _, rest = before.partition("{title}")
        reference = CrossReference(self.table.id, location=self.table.location)
        return (*_text(lead), *title, *_text(rest), reference, *_text(after))

    def alternative(self, title: tuple[Inline, ...], groups: Sequence[BarGroup]) -> str:
        """What the chart says, in words: its kind, what of, and every figure with its name and unit."""
        unit = NO_BREAK_SPACE + printed_unit(self.table.unit) if self.table.unit else ""
        told = []
        for group in groups:
            figures = ", ".join(
                f"{bar.name} {bar.text}{unit if bar.value is not None else ''}".strip() for bar in group.bars
            )
            named = self.words.labels["chart-group"].format(name=group.name, figures=figures)
            told.append(named if group.name else figures)
        return self.words.labels[f"chart-{self.kind}"].format(title=plain_text(title), figures="; ".join(told))


def with_tables(contents: Sequence[Content]) -> tuple[Sequence[Content], tuple[str, ...]]:
    """What an outline places, without charts whose tables it doesn't place, and the names of those tables."""
    placed = {block.id for content in contents for block in content.blocks if isinstance(block, Table)}
    without = {
        index: table
        for index, content in enumerate(contents)
        for block in content.blocks
        if isinstance(block, Figure) and (table := table_of(block)) and table not in placed
    }
    kept = tuple(replace(each, blocks=()) if index in without else each for index, each in enumerate(contents))
    return (kept if without else contents), tuple(dict.fromkeys(without.values()))


def table_of(figure: Figure) -> str:
    """The table that the caption of a chart leads to, "" where the figure is no chart."""
    references = (each.target for each in figure.caption if isinstance(each, CrossReference))
    return next(references, "") if figure.chart else ""


def _renamed(group: BarGroup) -> Bar:
    """The one bar of a row, by the row's name."""
    (bar,) = group.bars
    return Bar(group.name, bar.text, bar.value)


def _text(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()
