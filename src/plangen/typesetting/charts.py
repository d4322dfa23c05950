"""The charts of a document -> pictures in SVG, drawn by Vega (vl-convert) in the brand's fonts and colours.

Nothing is fetched and nothing is measured by the drawer, so that a machine's own fonts change nothing. It is an extra
package, loaded where a document has a chart; it takes a second to start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from plangen.brand.brand import Brand
from plangen.brand.tones import tones
from plangen.dataclass import replace
from plangen.diagnostics import PlangenError
from plangen.document.document import Document
from plangen.document.nodes import Block, Figure
from plangen.document.walk import every_block, map_children
from plangen.typesetting.chart_layout import GAP, Line, Panel, Picture, laid_out_chart

PACKAGE = "vl_convert"
VEGA_LITE = "https://vega.github.io/schema/vega-lite/v6.json"
GENERIC = ("Liberation Sans", "Helvetica", "sans-serif")

NARROW = 257.0
"""The width of the form for narrow screens, in points: that of the text on a telephone of 375 CSS pixels."""

_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
"""The size that the drawing says of itself, in the unit that the screen has."""

Plain = dict[str, object]


def drawn(document: Document, brand: Brand) -> Document:
    """The document with its charts drawn. Raises PlangenError where there is one and nothing to draw it with."""
    if not any(isinstance(each, Figure) and each.chart for each in every_block(document)):
        return document
    if find_spec(PACKAGE) is None:
        raise PlangenError("charts-missing")

    width = brand.page.text_width

    def block(of: Block) -> Block:
        if isinstance(of, Figure) and of.chart:
            wide, narrow = (draw(laid_out_chart(of.chart, brand, each), brand) for each in (width, NARROW))
            return replace(of, image=replace(of.image, data=wide, width=width, narrow=narrow))
        return map_children(of, block)

    return replace(document, front=tuple(map(block, document.front)), blocks=tuple(map(block, document.blocks)))


def draw(picture: Picture, brand: Brand) -> bytes:
    """The SVG of a picture, whose size is in points."""
    svg = cast(str, import_module("vl_convert").vegalite_to_svg(specification(picture, brand)))
    return _SIZE.sub(r' width="\1pt" height="\2pt"', svg, count=1).encode()


def specification(picture: Picture, brand: Brand) -> Plain:
    """What Vega-Lite is told of a picture."""
    layers = [layer for panel in picture.panels for layer in _panel(panel, brand)]
    layers += [_lines(picture.lines, bold, brand) for bold in (False, True)]
    return {
        "$schema": VEGA_LITE,
        "width": picture.width,
        "height": picture.height,
        "padding": 0,
        "autosize": "none",
        "background": None,
        "config": {
            "aria": False,
            "view": {"stroke": None},
            "text": {
                "font": ", ".join((brand.fonts.family, brand.fonts.word, *GENERIC)),
                "fontSize": brand.styles["table-text"].size,
                "baseline": "alphabetic",
                "color": brand.colours.text,
            },
        },
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
        "layer": [each for each in layers if each],
    }


def _lines(lines: tuple[Line, ...], bold: bool, brand: Brand) -> Plain:
    values = [{"t": each.text, "x": each.x, "y": each.y, "a": each.anchor} for each in lines if each.bold is bold]
    mark = {"type": "text", "fontWeight": "bold" if bold else "normal", "align": {"expr": _ALIGN}}
    return _layer(values, mark, {"x": _plain("x"), "y": _plain("y"), "text": _field("t")}) if values else {}


_ALIGN = "datum.a == 'end' ? 'right' : datum.a == 'middle' ? 'center' : 'left'"


def _panel(panel: Panel, brand: Brand) -> Iterator[Plain]:
    """The bars of a panel, the line of zero, and the figures past their ends."""
    colours = tones(brand.colours)
    along, across = ("x", "y") if panel.lying else ("y", "x")
    scale = {
        "domain": [float(panel.low), float(panel.high) if panel.high > panel.low else 1.0],
        "range": [panel.first, panel.last],
        "nice": False,
        "zero": True,
    }
    value = {"field": "v", "type": "quantitative", "scale": scale, "axis": None}
    values = [
        {"v": float(each.value), "z": 0, "s": each.start, "e": each.start + each.breadth, "f": colours[each.tone]}
        for each in panel.boxes
        if each.value
    ]
    ends = {along: value, f"{along}2": {"field": "z"}, across: _plain("s"), f"{across}2": {"field": "e"}}
    fill = {"field": "f", "type": "nominal", "scale": None, "legend": None}
    mark = {"type": "rect", "stroke": brand.colours.accent, "strokeWidth": 0.75}
    if values:
        yield _layer(values, mark, {**ends, "fill": fill})
    zero = [{"v": 0, "s": panel.span[0], "e": panel.span[1]}]
    rule = {"type": "rule", "color": brand.colours.text, "strokeWidth": 0.75}
    yield _layer(zero, rule, {along: value, across: _plain("s"), f"{across}2": {"field": "e"}})
    yield _layer(_figures(panel, brand), _beside(panel), {along: value, across: _plain("m"), "text": _field("t")})


def _figures(panel: Panel, brand: Brand) -> list[Plain]:
    """The figures: beside a lying bar on its middle, over a standing one, or under it where it stands below zero."""
    capital = brand.styles["table-text"].size * 0.35 if panel.lying else 0
    return [
        {"v": float(each.value), "m": each.start + each.breadth / 2 + capital, "t": each.text} for each in panel.boxes
    ]


def _beside(panel: Panel) -> Plain:
    if panel.lying:
        align = {"expr": "datum.v < 0 ? 'right' : 'left'"}
        return {"type": "text", "align": align, "dx": {"expr": f"datum.v < 0 ? -{GAP} : {GAP}"}}
    return {"type": "text", "align": "center", "dy": {"expr": "datum.v < 0 ? 10.5 : -3.5"}}


def _layer(values: Sequence[Mapping[str, object]], mark: Mapping[str, object], encoding: Mapping[str, object]) -> Plain:
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _plain(name: str) -> Plain:
    """A place that is given in points already."""
    return {"field": name, "type": "quantitative", "scale": None, "axis": None}


def _field(name: str) -> Plain:
    return {"field": name, "type": "nominal"}
