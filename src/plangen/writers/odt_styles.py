"""An ODT's styles as pandoc has them -> those of the brand: page, header and footer, paragraphs, links.

Line heights are the least ones, since a picture within a line of a fixed height would be cut. The cover has a kind of
page of its own, without header and footer, and wide tables have landscape ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from plangen.brand.agenda import GOALS
from plangen.brand.brand import HYPHENATED, Brand, Hyphenation, Page, TextStyle
from plangen.dataclass import replace
from plangen.document.document import Metadata
from plangen.writers.odt_names import (
    BOX_TITLE,
    BOXED,
    CONTENTS_TITLE,
    COVER_ORGANISATION,
    COVER_PAGE,
    FIGURE_CAPTION,
    FO,
    LANDSCAPE_PAGE,
    LINK,
    LIST_ITEM,
    LIST_LINE,
    LIST_TITLE,
    LOEXT,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    SVG,
    TEXT,
    UPRIGHT_PAGE,
    badge,
)

BELOW_ORGANISATION = 150.0
"""Points of space on the cover, so that what the document is called stands at the height that it has in the PDF."""

DEFINITION_INDENT = 18.0
BOX_LINE, BOX_PADDING = 3.0, 4.0

FIELDS = re.compile(r"\{(pages?)\}")
FIELD = {"page": "page-number", "pages": "page-count"}


def with_styles(part: bytes, brand: Brand, metadata: Metadata) -> bytes:
    """The part that holds the styles, with those of the brand."""
    root = etree.fromstring(part)
    etree.SubElement(
        _within(root, f"{OFFICE}font-face-decls"),
        f"{STYLE}font-face",
        {f"{STYLE}name": FONT, f"{SVG}font-family": f"'{brand.fonts.word}'", f"{STYLE}font-pitch": "variable"},
    )
    _default(root, brand)
    for name in PARAGRAPHS:
        _paragraph(root, name, brand)
    for goal, colours in GOALS.items():
        looks = {f"{FO}color": colours.ink, f"{FO}background-color": colours.ground, f"{FO}font-weight": "bold"}
        etree.SubElement(_style(root, badge(goal), "text"), f"{STYLE}text-properties", looks)
    link = _style(root, LINK, "text")
    link[:] = []
    colour = {f"{FO}color": brand.colours.link, f"{STYLE}text-underline-style": "solid"}
    etree.SubElement(link, f"{STYLE}text-properties", {**colour, f"{STYLE}text-underline-color": "font-color"})
    for row in root.iter(f"{STYLE}table-row-properties"):
        row.set(f"{FO}keep-together", "always")
    for notes in root.iter(f"{TEXT}notes-configuration"):
        notes.set(f"{STYLE}num-suffix", "\N{NO-BREAK SPACE}")
    _pages(root, brand, metadata)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


FONT = "Plan"
"""The name under which the file's styles know the brand's font."""


def _default(root: etree._Element, brand: Brand) -> None:
    """What every paragraph has that says nothing else."""
    (default,) = (each for each in root.iter(f"{STYLE}default-style") if each.get(f"{STYLE}family") == "paragraph")
    text = _within(default, f"{STYLE}text-properties")
    for attribute, value in _hyphenation(brand.hyphenation).items():
        text.set(attribute, value)
    text.attrib.update(
        {
            f"{STYLE}font-name": FONT,
            f"{STYLE}use-window-font-color": "false",
            f"{FO}color": brand.colours.text,
            f"{FO}font-size": _points(brand.styles["body"].size),
        }
    )
    _within(default, f"{STYLE}paragraph-properties").attrib.update({f"{FO}orphans": "2", f"{FO}widows": "2"})


def _hyphenation(of: Hyphenation | None) -> dict[str, str]:
    """As in the other formats; the zone is LibreOffice's own, and other programs pass over it."""
    if of is None:
        return {f"{FO}hyphenate": "false"}
    least = {f"{FO}hyphenation-remain-char-count": "2", f"{FO}hyphenation-push-char-count": "2"}
    return {f"{FO}hyphenate": "true", **least, f"{LOEXT}hyphenation-zone": _points(of.zone)}


def _paragraph(root: etree._Element, name: str, brand: Brand) -> None:
    """A style of paragraphs as the brand has it."""
    style, look = _style(root, name, "paragraph"), brand.styles[PARAGRAPHS[name]]
    if name.startswith("Definition_20_Term"):
        look = replace(look, bold=True, after=0)
    if name == BOX_TITLE:
        look = replace(look, bold=True, colour="accent", after=0, keep_with_next=True)
    if name == LIST_TITLE:
        look = replace(look, before=brand.above_list)
    if name == COVER_ORGANISATION:
        look = replace(look, bold=True, colour="accent", after=BELOW_ORGANISATION)
    style[:] = []
    etree.SubElement(style, f"{STYLE}paragraph-properties", dict(_spacing(name, look)))
    bold, italic = "bold" if look.bold else "normal", "italic" if look.italic else "normal"
    text = {
        f"{STYLE}font-name": FONT,
        f"{FO}font-size": _points(look.size),
        f"{FO}color": getattr(brand.colours, look.colour),
        **{f"{FO}font-weight": bold, f"{STYLE}font-weight-asian": bold, f"{STYLE}font-weight-complex": bold},
        **{f"{FO}font-style": italic, f"{STYLE}font-style-asian": italic, f"{STYLE}font-style-complex": italic},
        **({} if PARAGRAPHS[name] in HYPHENATED else {f"{FO}hyphenate": "false"}),
    }
    etree.SubElement(style, f"{STYLE}text-properties", text)
    if name in ("Header", "Footer"):
        _running(style[0], name, brand)
    if name in BOXED:
        _box(style[0], brand)
    if PARAGRAPHS[name].startswith("contents-") and name not in (CONTENTS_TITLE, LIST_TITLE):
        stop = {f"{STYLE}position": _points(brand.page.text_width - _indent(name, look)), f"{STYLE}type": "right"}
        leader = {f"{STYLE}leader-style": "dotted", f"{STYLE}leader-text": "."}
        etree.SubElement(etree.SubElement(style[0], f"{STYLE}tab-stops"), f"{STYLE}tab-stop", stop | leader)


def _spacing(name: str, look: TextStyle) -> Iterator[tuple[str, str]]:
    yield f"{STYLE}line-height-at-least", _points(look.line_height)
    yield f"{FO}margin-top", _points(look.before)
    yield f"{FO}margin-bottom", _points(look.after)
    if indent := _indent(name, look):
        yield f"{FO}margin-left", _points(indent)
    for align in ("right", "center"):
        if name.endswith(f"_20_{align}"):
            yield f"{FO}text-align", {"right": "end"}.get(align, align)
    if look.keep_with_next and name != FIGURE_CAPTION:
        yield f"{FO}keep-with-next", "always"


def _indent(name: str, look: TextStyle) -> float:
    if name.startswith("Definition_20_Definition"):
        return look.indent or DEFINITION_INDENT
    return 0 if name in (LIST_ITEM, LIST_LINE) else look.indent


def _box(paragraph: etree._Element, brand: Brand) -> None:
    """The ground of a box and the line at its left. Paragraphs of one box join."""
    paragraph.attrib.update(
        {
            f"{FO}background-color": brand.colours.shade,
            f"{FO}border": "none",
            f"{FO}border-left": f"{_points(BOX_LINE)} solid {brand.colours.accent}",
            f"{FO}padding": _points(BOX_PADDING),
            f"{FO}margin-left": _points(brand.box_indent),
            f"{STYLE}join-border": "true",
        }
    )


def _running(paragraph: etree._Element, name: str, brand: Brand) -> None:
    """The line below the header, with what stands at its right end; the footer stands at the right."""
    if name == "Footer":
        paragraph.set(f"{FO}text-align", "end")
        return
    paragraph.set(f"{FO}border-bottom", f"{_points(brand.table.rule)} solid {brand.colours.rule}")
    paragraph.set(f"{FO}padding-bottom", "3pt")
    stops = etree.SubElement(paragraph, f"{STYLE}tab-stops")
    position = {f"{STYLE}position": _points(brand.page.text_width), f"{STYLE}type": "right"}
    etree.SubElement(stops, f"{STYLE}tab-stop", position)


def _pages(root: etree._Element, brand: Brand, metadata: Metadata) -> None:
    """The kinds of page: upright, which pandoc's own becomes, landscape, and the cover's."""
    (layout,) = root.iter(f"{STYLE}page-layout")
    (master,) = root.iter(f"{STYLE}master-page")
    page = brand.page
    _measure(layout, page.width_mm, page.height_mm, page)
    master[:] = []
    header = etree.SubElement(etree.SubElement(master, f"{STYLE}header"), f"{TEXT}p", {f"{TEXT}style-name": "Header"})
    header.text = metadata.header
    if metadata.draft:
        etree.SubElement(header, f"{TEXT}tab").tail = metadata.draft
    footer = etree.SubElement(etree.SubElement(master, f"{STYLE}footer"), f"{TEXT}p", {f"{TEXT}style-name": "Footer"})
    _fill(footer, metadata.footer or "{page}")
    turned = _another(layout, master, LANDSCAPE_PAGE)
    _measure(turned, page.height_mm, page.width_mm, page)
    cover = _another(layout, master, COVER_PAGE)
    (properties,) = cover.iter(f"{STYLE}page-layout-properties")
    properties.attrib.update({f"{FO}margin-{side}": f"{page.top_mm:g}mm" for side in ("top", "bottom")})
    for part in list(cover)[1:]:
        part[:] = []


def _another(layout: etree._Element, master: etree._Element, name: str) -> etree._Element:
    """Another kind of page after the upright one, whose layout it gives; the cover's has nothing above or below."""
    own, kind = deepcopy(layout), deepcopy(master)
    own.set(f"{STYLE}name", f"{layout.get(f'{STYLE}name')}-{name}")
    kind.set(f"{STYLE}name", name)
    kind.set(f"{STYLE}page-layout-name", str(own.get(f"{STYLE}name")))
    if name == COVER_PAGE:
        kind[:] = []
        kind.set(f"{STYLE}next-style-name", UPRIGHT_PAGE)
    layout.addnext(own)
    master.addnext(kind)
    return own


def _measure(layout: etree._Element, width: float, height: float, page: Page) -> None:
    """Sets a page's size and margins; those above and below hold the header and the footer."""
    (properties,) = layout.iter(f"{STYLE}page-layout-properties")
    lengths = {"page-width": width, "page-height": height, "margin-left": page.left_mm, "margin-right": page.right_mm}
    lengths |= {"margin-top": page.header_mm, "margin-bottom": page.footer_mm}
    properties.attrib.update({f"{FO}{name}": f"{length:g}mm" for name, length in lengths.items()})
    properties.set(f"{STYLE}print-orientation", "landscape" if width > height else "portrait")
    _heights(layout, page)


def _heights(layout: etree._Element, page: Page) -> None:
    """The room of header and footer, which with the margins outside them is as high as the brand's margins are."""
    rooms = (("header", page.top_mm - page.header_mm), ("footer", page.bottom_mm - page.footer_mm))
    for (name, room), gap in zip(rooms, ("margin-bottom", "margin-top"), strict=True):
        part = _within(layout, f"{STYLE}{name}-style")
        part[:] = []
        size = {f"{FO}min-height": f"{room:g}mm", f"{FO}{gap}": "3mm", f"{STYLE}dynamic-spacing": "false"}
        etree.SubElement(part, f"{STYLE}header-footer-properties", size)


def _fill(paragraph: etree._Element, text: str) -> None:
    """Puts a running text into a paragraph, with fields for what the office program counts."""
    paragraph.text, *rest = FIELDS.split(text)
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        counted = etree.SubElement(paragraph, f"{TEXT}{FIELD[name]}")
        counted.text, counted.tail = "1", after


def _style(root: etree._Element, name: str, family: str) -> etree._Element:
    """The style of a name, which is new where pandoc has none."""
    for style in root.iter(f"{STYLE}style"):
        if style.get(f"{STYLE}name") == name and style.get(f"{STYLE}family") == family:
            return style
    named = {"name": name, "display-name": name.replace("_20_", " "), "family": family}
    given = {f"{STYLE}{key}": value for key, value in named.items()}
    if family == "paragraph":
        given[f"{STYLE}parent-style-name"] = "Standard"
    return etree.SubElement(_within(root, f"{OFFICE}styles"), f"{STYLE}style", given)


def _within(element: etree._Element, tag: str) -> etree._Element:
    """The first child of a tag, which is new where there is none."""
    found = element.find(tag)
    return etree.SubElement(element, tag) if found is None else found


def _points(length: float) -> str:
    return f"{length:g}pt"
