"""What a chart shows: figures with their names, as bars. How it is drawn is for who has fonts and colours."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, get_args

from plangen.dataclass import dataclass

ChartKind = Literal["bars", "columns"]
KINDS: tuple[ChartKind, ...] = get_args(ChartKind)

Tone = Literal["strong", "middle", "light"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: its name, the figure as it is printed, its value (None for nothing), and how dark its bar is."""

    name: str
    text: str
    value: Decimal | None
    tone: Tone = "strong"


@dataclass(frozen=True, slots=True)
class BarGroup:
    """Bars of one thing, such as a row's figures of several years."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars that lie under each other ("bars") or stand beside each other ("columns"), in groups, all to one scale."""

    kind: ChartKind
    groups: tuple[BarGroup, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Every bar, in order."""
        return tuple(bar for group in self.groups for bar in group.bars)
