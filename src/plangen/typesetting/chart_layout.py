"""A chart and a brand -> where everything in its picture stands, in points from the upper left.

Names are set in the brand's own font and broken between words where they don't fit, never cut. Every bar has its name
and its figure beside it, so that no legend, axis or colour has to be learnt. Bars start at zero.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from decimal import Decimal
from functools import partial
from typing import Literal

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.chart import Bar, BarGroup, Chart, Tone
from plangen.typesetting.metrics import text_width

Anchor = Literal["start", "middle", "end"]

GAP = 5.0
"""Between a bar and what is written beside it."""
ABOVE = 8.0
"""Above all: a chart may stand under the caption of another."""
BAR = 15.0
"""The height of a lying bar, and between two of them in a group half a gap."""
BETWEEN = 7.0
"""Between groups, and between rows."""
NAMES = 0.42
"""The share of the width that names beside lying bars take at most."""
STANDING = 110.0
"""The height of the highest standing bar."""
BROADEST = 56.0
"""The width of a standing bar at most, and of what there is for one the share that it takes."""
BROAD = 0.62


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, its baseline at `y`."""

    text: str
    x: float
    y: float
    anchor: Anchor = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A bar: its value, where it starts across the scale, how broad it is there, its tone, the figure past its end."""

    value: Decimal
    start: float
    breadth: float
    tone: Tone
    text: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Boxes to one scale, from `low` to `high`, which are at `first` and `last`. The line of zero has the `span`."""

    lying: bool
    low: Decimal
    high: Decimal
    first: float
    last: float
    boxes: tuple[Box, ...]
    span: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart laid out."""

    width: float
    height: float
    lines: tuple[Line, ...]
    panels: tuple[Panel, ...]


@dataclass(slots=True)
class _Layout:
    chart: Chart
    width: float
    size: float
    leading: float
    measure: Callable[[str, bool], float]
    y: float = ABOVE
    lines: list[Line] = field(default_factory=list)

    @property
    def extent(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest value of all, zero among them."""
        return _extent(self.chart.bars)

    def lying(self) -> tuple[Panel, ...]:
        names = [line for bar in self.chart.bars for line in self.broken(bar.name, self.width * NAMES)]
        left = max(self.measure(line, False) for line in names) + GAP
        low, high = self.extent
        below, above = (self.widest(negative=each) + GAP for each in (True, False))
        first = left + (below if low else 0)
        last = max(self.width - above - 1, first + 1)
        panels: list[Panel] = []
        for group in self.chart.groups:
            self.y += BETWEEN if panels else 0
            self.heading(group)
            top = self.y
            boxes = tuple(self.row(bar, left, close=bool(group.name)) for bar in group.bars)
            panels.append(Panel(True, low, high, first, last, boxes, (top, self.y)))
        return tuple(panels)

    def widest(self, *, negative: bool) -> float:
        """The room that figures below zero need, or the others."""
        figures = (bar.text for bar in self.chart.bars if bool(bar.value and bar.value < 0) is negative)
        return max((self.measure(text, False) for text in figures), default=0)

    def row(self, bar: Bar, left: float, *, close: bool) -> Box:
        """A lying bar with its name to the left of it."""
        lines = self.broken(bar.name, self.width * NAMES)
        height = max(BAR, len(lines) * self.leading)
        base = self.y + (height - len(lines) * self.leading) / 2
        self.lines += [Line(line, left - GAP, base + self.baseline(index), "end") for index, line in enumerate(lines)]
        start = self.y + (height - BAR) / 2
        self.y += height + (GAP / 2 if close else BETWEEN)
        return Box(bar.value or Decimal(0), start, BAR, bar.tone, bar.text)

    def standing(self) -> tuple[Panel, ...]:
        panels: list[Panel] = []
        for group in self.chart.groups:
            self.y += 2 * BETWEEN if panels else 0
            self.heading(group)
            panels.append(self.standing_group(group))
        return tuple(panels)

    def standing_group(self, group: BarGroup) -> Panel:
        """Standing bars with their names below and their figures past their ends; no higher than its own bars need."""
        low, high = _extent(group.bars)
        step = self.width / len(group.bars)
        breadth = min(BROADEST, step * BROAD)
        top = self.y + (self.leading if high or not low else GAP)
        whole = self.extent[1] - self.extent[0]
        bottom = top + (STANDING * float((high - low) / whole) if whole else 0)
        boxes = tuple(
            Box(bar.value or Decimal(0), step * index + (step - breadth) / 2, breadth, bar.tone, bar.text)
            for index, bar in enumerate(group.bars)
        )
        self.y = bottom + (self.leading if low else 0) + GAP / 2
        deepest = 0
        for index, bar in enumerate(group.bars):
            lines = self.broken(bar.name, step - GAP)
            middle = step * (index + 0.5)
            self.lines += [Line(line, middle, self.y + self.baseline(at), "middle") for at, line in enumerate(lines)]
            deepest = max(deepest, len(lines))
        self.y += deepest * self.leading
        return Panel(False, low, high, bottom, top, boxes, (0, self.width))

    def heading(self, group: BarGroup) -> None:
        """The name of a group, above it."""
        if not group.name:
            return
        for index, line in enumerate(lines := self.broken(group.name, self.width, bold=True)):
            self.lines.append(Line(line, 0, self.y + self.baseline(index), bold=True))
        self.y += len(lines) * self.leading + GAP / 2

    def baseline(self, index: int) -> float:
        return (index + 0.5) * self.leading + self.size * 0.35

    def broken(self, text: str, room: float, *, bold: bool = False) -> list[str]:
        """The text in lines that fit the room; a word that doesn't has a line of its own."""
        lines: list[str] = []
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(longer, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines


def laid_out_chart(chart: Chart, brand: Brand, width: float) -> Picture:
    """The picture of a chart, as wide as given."""
    look = brand.styles["table-text"]
    measure = partial(_measure, size=look.size, brand=brand)
    layout = _Layout(chart, width, look.size, look.line_height, measure)
    panels = layout.lying() if chart.kind == "bars" else layout.standing()
    return Picture(width, round(layout.y + 1, 2), tuple(layout.lines), panels)


def _measure(text: str, bold: bool, *, size: float, brand: Brand) -> float:
    return text_width(text, size=size, bold=bold, fonts=brand.fonts)


def _extent(bars: Sequence[Bar]) -> tuple[Decimal, Decimal]:
    values = [bar.value for bar in bars if bar.value is not None]
    return min((Decimal(0), *values)), max((Decimal(0), *values))
