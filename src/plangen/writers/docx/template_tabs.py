"""Tab stops that our lines rely on and that a template's styles may lack: for page numbers at the right edge.

Word itself gives the lines of a contents list such a stop each; so do we, where the template's style has none at the
right. In headers and footers a template's styles have stops for the middle too, at which our text would end up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from docx.oxml.ns import qn

from plangen.brand.brand import Brand
from plangen.writers.docx.paragraph_styles import CONTENTS_LEVELS
from plangen.writers.docx.sheet import Sheet
from plangen.writers.docx.xml import Element, paragraph_style, set_paragraph_property, style_id, twips, w


def set_tabs(elements: Iterable[Element], own: Mapping[str, str], sheet: Sheet, brand: Brand) -> None:
    """Gives stops to the paragraphs that need them; these still have our ids of styles."""
    upright, wide = twips(brand.page.text_width), twips(brand.page.landscape_text_width)
    contents = {style_id(f"toc {level}") for level in CONTENTS_LEVELS} & own.keys()
    bare = {id for id in contents if "right" not in _stops(own[id], sheet).values()}
    running = {}
    for name in ("header", "footer"):
        if style_id(name) in own:
            stops = _stops(own[style_id(name)], sheet)
            running[style_id(name)] = _tabs(stops, upright)
            running[style_id(f"{name.capitalize()} Landscape")] = _tabs({**stops, str(upright): "right"}, wide)
    for element in elements:
        for paragraph in element.iter(qn("w:p")):
            style = paragraph_style(cast(Element, paragraph))
            if style in bare:
                tabs = w("tabs", w("tab", val="right", leader="dot", pos=upright))
                set_paragraph_property(cast(Element, paragraph), tabs)
            elif style in running:
                set_paragraph_property(cast(Element, paragraph), w("tabs", *map(_copy, running[style])))


def _stops(id: str, sheet: Sheet) -> dict[str, str]:
    """The stops of a style, the alignment by the position; the nearest style that speaks of one decides."""
    found: dict[str, str] = {}
    for style in sheet.chain(id):
        for tab in style.iterfind(f"{qn('w:pPr')}/{qn('w:tabs')}/{qn('w:tab')}"):
            found.setdefault(str(tab.get(qn("w:pos"))), str(tab.get(qn("w:val"))))
    return {position: kind for position, kind in found.items() if kind != "clear"}


def _tabs(stops: Mapping[str, str], right: int) -> tuple[Element, ...]:
    others = sorted((position for position in stops if position != str(right)), key=_place)
    return (*(w("tab", val="clear", pos=position) for position in others), w("tab", val="right", pos=right))


def _place(position: str) -> int:
    return int(position) if position.lstrip("-").isdecimal() else 0


def _copy(tab: Element) -> Element:
    return w("tab", val=str(tab.get(qn("w:val"))), pos=str(tab.get(qn("w:pos"))))
