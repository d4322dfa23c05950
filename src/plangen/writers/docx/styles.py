"""The brand -> Word's style sheet, and the ids by which paragraphs and runs name its styles.

Everything that a style can carry is in a style. Fonts are named outright, not through a theme, and lines have the
heights of the brand, so that lines and pages break as in the PDF. In running text they may grow, for what somebody puts
into a line in Word afterwards, such as a picture. Letters aren't kerned, which is what Word does unless told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plangen.brand.brand import HYPHENATED, Brand, TextStyle
from plangen.dataclass import dataclass
from plangen.writers.docx.outline import Outline
from plangen.writers.docx.paragraph_styles import ParagraphStyle, paragraph_styles
from plangen.writers.docx.table_looks import head_rule, padding_below, shade, thin_rule
from plangen.writers.docx.xml import Element, half_points, hex_colour, properties, style_id, twips, w

TABLE_STYLE = "Plan Table"
WORD_STYLE_COUNT = 376
DRAFT_RULE = 6
LAST = 99
PRIORITIES = MappingProxyType({"Emphasis": 20, "Strong": 22})
"""The character styles that are offered, in Word's own order."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What the paragraph styles leave above and below themselves, in points by the style's id."""

    before: Mapping[str, float]
    after: Mapping[str, float]


def styles(brand: Brand, outline: Outline) -> Styles:
    """The spaces that the styles of `style_sheet` leave."""
    all_of_them = [
        (style_id(style.name), style, brand.styles[style.look]) for style in paragraph_styles(brand, outline)
    ]
    return Styles(
        before={id: _before(style, look) for id, style, look in all_of_them},
        after={id: _after(style, look) for id, style, look in all_of_them},
    )


def style_sheet(
    brand: Brand, outline: Outline, language: str, badges: Mapping[str, tuple[Element, ...]]
) -> list[Element]:
    """The content of `w:styles`; `badges` are the looks of further character styles, by name."""
    return [
        _defaults(brand, language),
        _latent_styles(),
        *_paragraph_styles(brand, outline),
        _style("character", "Default Paragraph Font", "", *_place(1, offered=False), default=True),
        *_character_styles(brand),
        *(_character_style(name, *look, own=True) for name, look in badges.items()),
        _normal_table(),
        _plan_table(brand),
        _style("numbering", "No List", "", *_place(LAST, offered=False), default=True),
    ]


def _defaults(brand: Brand, language: str) -> Element:
    run = properties("rPr", [_fonts(brand.fonts.word), *_size(brand.styles["body"].size), w("lang", val=language)])
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _latent_styles() -> Element:
    """Word's other built-in styles: there when asked for, not offered."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=WORD_STYLE_COUNT,
    )


def _paragraph_styles(brand: Brand, outline: Outline) -> Iterator[Element]:
    """Each style says what it has otherwise than the one it is based on, so that a change of that one reaches it."""
    looks: dict[str, _Look] = {"": _Look(size=brand.styles["body"].size)}
    for style in paragraph_styles(brand, outline):
        looks[style.name] = _look(style, brand)
        yield _paragraph_style(style, brand, looks[style.name], looks[style.based_on])


@dataclass(frozen=True, slots=True)
class _Look:
    """What a style looks like in the end, lengths in points. Nothing is said of what is None."""

    size: float
    colour: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None


def _look(style: ParagraphStyle, brand: Brand) -> _Look:
    look, colours = brand.styles[style.look], brand.colours
    named = {"text": colours.text, "accent": colours.accent, "muted": colours.muted}
    return _Look(
        size=look.size,
        colour=named[style.colour or look.colour],
        before=_before(style, look),
        after=_after(style, look),
        line=look.line_height if style.line is None else style.line,
        rule="atLeast" if style.at_least or style.look in HYPHENATED else "exact",
    )


def _paragraph_style(style: ParagraphStyle, brand: Brand, own: _Look, base: _Look) -> Element:
    look = brand.styles[style.look]
    keep = look.keep_with_next if style.keep_with_next is None else style.keep_with_next
    indented = style.indent or style.right
    indent = w("ind", left=twips(style.indent), right=twips(style.right), hanging=twips(style.hanging))
    paragraph = [
        w("keepNext") if keep else None,
        w("widowControl") if style.name == "Normal" else None,
        None if style.look in HYPHENATED and not keep else w("suppressAutoHyphens"),
        _spacing(own, base),
        indent if indented else None,
        *style.extra,
    ]
    return _style(
        "paragraph",
        style.name,
        style.based_on,
        w("next", val=style_id(style.next)) if style.next else None,
        *_place(style.priority, offered=style.offered),
        *_filled(properties("pPr", paragraph), properties("rPr", _run(style, look, own, base))),
        default=style.name == "Normal",
        own=style.own,
    )


def _filled(*elements: Element) -> Iterator[Element]:
    return (each for each in elements if len(each))


def _run(style: ParagraphStyle, look: TextStyle, own: _Look, base: _Look) -> list[Element | None]:
    bold = look.bold if style.bold is None else style.bold
    italic = look.italic if style.italic is None else style.italic
    return [
        *((w("b"), w("bCs")) if bold else ()),
        *((w("i"), w("iCs")) if italic else ()),
        w("color", val=hex_colour(own.colour)) if own.colour and own.colour != base.colour else None,
        *(_size(own.size) if own.size != base.size else ()),
    ]


def _spacing(own: _Look, base: _Look) -> Element | None:
    """A line's height is said with its rule: LibreOffice would else take the height for a factor."""
    lengths = {"before": (own.before, base.before), "after": (own.after, base.after)}
    said = {name: str(twips(value)) for name, (value, above) in lengths.items() if value is not None and value != above}
    if own.line is not None and own.rule and (own.line, own.rule) != (base.line, base.rule):
        said |= {"line": str(twips(own.line)), "lineRule": own.rule}
    return w("spacing", **said) if said else None


def _before(style: ParagraphStyle, look: TextStyle) -> float:
    return look.before if style.before is None else style.before


def _after(style: ParagraphStyle, look: TextStyle) -> float:
    return look.after if style.after is None else style.after


def _character_styles(brand: Brand) -> list[Element]:
    colours = brand.colours
    frame = w("bdr", val="single", sz=DRAFT_RULE, space=1, color=hex_colour(colours.accent))
    return [
        _character_style("Strong", w("b"), w("bCs")),
        _character_style("Emphasis", w("i"), w("iCs")),
        _character_style("Hyperlink", w("color", val=hex_colour(colours.link)), w("u", val="single")),
        _character_style("footnote reference", w("vertAlign", val="superscript")),
        _character_style("HTML Code", shade(colours.shade)),
        _character_style("Draft Mark", w("b"), w("bCs"), w("color", val=hex_colour(colours.accent)), frame, own=True),
        _character_style("Cover Label", w("color", val=hex_colour(colours.muted)), own=True),
    ]


def _character_style(name: str, *look: Element, own: bool = False) -> Element:
    place = _place(PRIORITIES.get(name, LAST), offered=name in PRIORITIES)
    return _style("character", name, "Default Paragraph Font", *place, properties("rPr", look), own=own)


def _place(priority: int, *, offered: bool) -> tuple[Element, ...]:
    """The place of a style in Word's lists: in the gallery, or only where it is used."""
    shown = (w("qFormat"),) if offered else (w("semiHidden"), w("unhideWhenUsed"))
    return w("uiPriority", val=priority), *shown


def _normal_table() -> Element:
    sides = [w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    return _style(
        "table",
        "Normal Table",
        "",
        *_place(LAST, offered=False),
        w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *sides)),
        default=True,
    )


def _plan_table(brand: Brand) -> Element:
    """Thin rules between rows, none between columns, a shaded head."""
    thin, head = thin_rule(brand), head_rule(brand)
    side, above = twips(brand.table.padding_x), twips(brand.table.padding_y)
    margins = [
        w("top", w=above, type="dxa"),
        w("left", w=side, type="dxa"),
        padding_below(thin, brand),
        w("right", w=side, type="dxa"),
    ]
    first_row = w(
        "tblStylePr",
        w(
            "tcPr",
            w("tcBorders", head.side("bottom")),
            shade(brand.colours.shade),
            w("tcMar", padding_below(head, brand)),
            w("vAlign", val="bottom"),
        ),
        type="firstRow",
    )
    return _style(
        "table",
        TABLE_STYLE,
        "Normal Table",
        w("uiPriority", val=40),
        w("tblPr", w("tblBorders", thin.side("bottom"), thin.side("insideH")), w("tblCellMar", *margins)),
        first_row,
        own=True,
    )


def _style(
    kind: str, name: str, based_on: str, *content: Element | None, default: bool = False, own: bool = False
) -> Element:
    attributes = {"type": kind, "styleId": "TableNormal" if name == "Normal Table" else style_id(name)}
    attributes |= {"default": "1"} if default else {}
    attributes |= {"customStyle": "1"} if own else {}
    base = "TableNormal" if based_on == "Normal Table" else style_id(based_on)
    return w("style", w("name", val=name), w("basedOn", val=base) if based_on else None, *content, **attributes)


def _fonts(name: str) -> Element:
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _size(points: float) -> tuple[Element, Element]:
    return w("sz", val=half_points(points)), w("szCs", val=half_points(points))
