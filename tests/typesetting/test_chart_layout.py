from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.chart import Bar, BarGroup, Chart, ChartKind
from plangen.typesetting.chart_layout import Line, Picture, laid_out_chart
from plangen.typesetting.metrics import text_width

LONG = "Samverkansnämnden för gymnasie- och vuxenutbildning samt arbetsmarknadsinsatser i södra länsdelen"
VALUES = (Decimal(574_900), Decimal(-13_600), None)
WIDTHS = (DEFAULT.page.text_width, 257.0)


def chart(kind: ChartKind, groups: int = 2) -> Chart:
    bars = tuple(Bar(f"{LONG} {at}", f"{value or 'inget'}", value) for at, value in enumerate(VALUES))
    return Chart(kind, tuple(BarGroup(LONG if groups > 1 else "", bars) for _ in range(groups)))


def laid(kind: ChartKind, groups: int = 2, width: float = WIDTHS[0]) -> Picture:
    return laid_out_chart(chart(kind, groups), DEFAULT, width)


def extent(line: Line) -> tuple[float, float]:
    size = DEFAULT.styles["table-text"].size
    width = text_width(line.text, size=size, bold=line.bold, fonts=DEFAULT.fonts)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[line.anchor]
    return line.x - width * share, line.x + width * (1 - share)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_long_names_are_broken_between_words_and_nothing_is_cut(kind: ChartKind, width: float) -> None:
    picture = laid(kind, width=width)
    words = " ".join(line.text for line in picture.lines).split()
    assert sorted(words) == sorted(f"{LONG} {LONG} 0 {LONG} 1 {LONG} 2 ".split() * 2)
    assert all(0 <= line.y <= picture.height for line in picture.lines)
    if kind == "bars":
        assert all(low >= -0.5 and high <= width + 0.5 for low, high in map(extent, picture.lines))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_figures_past_lying_bars_stay_within_the_picture(width: float) -> None:
    (panel, *_) = laid("bars", width=width).panels
    size = DEFAULT.styles["table-text"].size
    widest = max(text_width(box.text, size=size, bold=False, fonts=DEFAULT.fonts) for box in panel.boxes)
    assert panel.last + widest <= width
    assert panel.first < panel.last


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_bars_start_at_zero(kind: ChartKind) -> None:
    for panel in laid(kind).panels:
        assert panel.low <= 0 <= panel.high


def test_all_panels_of_standing_bars_have_one_scale_and_no_more_height_than_they_need() -> None:
    high = Chart(
        "columns", tuple(BarGroup(name, (Bar("x", "1", Decimal(value)),)) for name, value in (("a", 100), ("b", 25)))
    )
    one, other = laid_out_chart(high, DEFAULT, 200).panels
    assert (one.first - one.last) / float(one.high) == pytest.approx((other.first - other.last) / float(other.high))
    assert one.first - one.last == pytest.approx(4 * (other.first - other.last))


def test_nothing_stands_on_anything_else_down_the_picture() -> None:
    boxes = [box for panel in laid("bars").panels for box in panel.boxes]
    assert all(one.start + one.breadth <= other.start for one, other in pairwise(boxes))


def test_a_chart_of_zeros_can_be_laid_out() -> None:
    zeros = Chart("columns", (BarGroup("", (Bar("x", "0", Decimal(0)),)),))
    assert laid_out_chart(zeros, DEFAULT, 200).height > 0
