"""The brand's text styles -> Word's paragraph styles, as values.

Word knows its built-in styles by their English names, in lower case or not as below, and shows them in the user's own
language ("heading 1" as "Rubrik 1"). What has no built-in style gets one of our own.
"""

from __future__ import annotations

from types import MappingProxyType

from plangen.brand.brand import POINTS_PER_MM, Brand, StyleName
from plangen.dataclass import dataclass, replace
from plangen.document.heading_look import look_of
from plangen.document.table_layout import PART_INDENT
from plangen.typesetting.metrics import text_width
from plangen.writers.docx.outline import LEVELS, Outline, Rank, style_name
from plangen.writers.docx.xml import Element, hex_colour, twips, w

LIST_LEVELS = range(1, 6)
CONTENTS_LEVELS = range(1, 7)
HAIR = 1.0
OFFERED_LEVELS = 3
COVER_LABEL_MM = 32
NOTICE_PADDING = 10.0
BORDER_WIDTH = 3.0
BOX_EDGE, BOX_SPACE = 8, 4
RULE_SPACE = 4
ALIGNED = MappingProxyType({"right": "Right", "center": "Centred"})
"""The word that the name of a cell's style ends in, by the alignment of its column."""

LIST_HEADING = "Table of Figures Heading"
"""The style of the title of a list of tables or figures, which may stand under another list."""

LIST_END = "Contents End"
"""The style of the paragraph that nobody sees in which the field of a contents list ends."""

INDENTED = "Indented"
"""The word that the name of the style of a row's name ends in where it stands in from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """A style with the look of a text style, and what goes beyond it.

    `indent`, `hanging` and `right` in points; `before`, `after` and `line`, the height of lines, where they aren't the
    look's. `own`: not one of Word's. `offered`: stands in Word's gallery, for who writes on; others are listed where
    they are used. `extra` are elements of `w:pPr`.
    """

    name: str
    look: StyleName
    based_on: str = "Normal"
    next: str = ""
    indent: float = 0
    hanging: float = 0
    right: float = 0
    before: float | None = None
    after: float | None = None
    line: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str = ""
    keep_with_next: bool | None = None
    at_least: bool = False
    own: bool = False
    priority: int = 99
    offered: bool = False
    extra: tuple[Element, ...] = ()


def paragraph_styles(brand: Brand, outline: Outline) -> tuple[ParagraphStyle, ...]:
    """Every paragraph style of a document, each after the one it is based on."""
    return (
        ParagraphStyle(name="Normal", look="body", based_on="", priority=0, offered=True),
        *_heading_styles(outline),
        *_cover_styles(brand),
        *_contents_styles(brand, outline),
        *_list_styles(brand),
        *_text_styles(brand),
        *_table_styles(),
        *_running_styles(brand),
    )


def heading_look(level: int) -> StyleName:
    """The text style of the headings of a level."""
    looks: tuple[StyleName, ...] = ("heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6")
    return looks[level - 1]


def _heading_styles(outline: Outline) -> list[ParagraphStyle]:
    styles = []
    for level in LEVELS:
        number = w("numPr", *([w("ilvl", val=level - 1)] if level > 1 else []), w("numId", val=1))
        extra = (
            w("keepLines"),
            *((w("pageBreakBefore"),) if level in outline.paged else ()),
            *((number,) if level in outline.numbered else ()),
            w("outlineLvl", val=level - 1),
        )
        styles.append(
            ParagraphStyle(
                name=style_name(level),
                look=heading_look(level),
                next="Normal",
                priority=9,
                offered=level <= max(outline.depth, OFFERED_LEVELS),
                extra=extra,
            )
        )
    styles += [
        ParagraphStyle(
            name=style_name(level, unlisted=True),
            look=heading_look(look_of(level, listed=False)),
            based_on=style_name(level),
            next="Normal",
            own=True,
            priority=9,
            offered=True,
            extra=(w("outlineLvl", val=outline.depth),),
        )
        for level in sorted(outline.unlisted)
    ]
    return styles + [_rank_style(rank, outline) for rank in outline.ranks]


def _rank_style(rank: Rank, outline: Outline) -> ParagraphStyle:
    """The style of the headings of a rank of a series, its level's but for the numbering."""
    number = w("numPr", w("ilvl", val=rank.rank - 1), w("numId", val=rank.numbering))
    paged = rank.level in outline.paged
    new_page = w("pageBreakBefore", **({} if rank.paged else {"val": 0}))
    return ParagraphStyle(
        name=rank.style,
        look=heading_look(rank.level),
        based_on=style_name(rank.level),
        next="Normal",
        own=True,
        priority=9,
        offered=True,
        extra=(number, *((new_page,) if rank.paged != paged else ())),
    )


def _cover_styles(brand: Brand) -> list[ParagraphStyle]:
    column = COVER_LABEL_MM * POINTS_PER_MM
    return [
        ParagraphStyle(name="Title", look="cover-title", next="Subtitle", priority=10, offered=True),
        ParagraphStyle(name="Subtitle", look="cover-subtitle", next="Normal", priority=11, offered=True),
        ParagraphStyle(name="Cover Text", look="cover-text", own=True),
        ParagraphStyle(
            name="Cover Detail", look="cover-text", based_on="Cover Text", indent=column, hanging=column, own=True
        ),
        ParagraphStyle(
            name="Cover Organisation", look="cover-text", based_on="Cover Text", bold=True, colour="accent", own=True
        ),
        ParagraphStyle(
            name="Cover Notice",
            look="cover-text",
            based_on="Cover Text",
            indent=NOTICE_PADDING + BORDER_WIDTH,
            right=NOTICE_PADDING,
            own=True,
            extra=_box(brand, NOTICE_PADDING, right=True),
        ),
    ]


def _contents_styles(brand: Brand, outline: Outline) -> list[ParagraphStyle]:
    """Lines of the contents list. A title that runs over goes on under its own start.

    Word and LibreOffice stop a tab at that indent too: where a title without a number ends before it, there is none.
    """
    looks: tuple[StyleName, ...] = ("contents-1", "contents-2", "contents-3")
    styles = [ParagraphStyle(name="TOC Heading", look="contents-title", next="Normal", priority=39)]
    for level in CONTENTS_LEVELS:
        look = looks[min(level, len(looks)) - 1]
        own = brand.styles[look]
        number = f"{outline.numbers.get(level, '')} "
        column, title = (
            text_width(text, size=own.size, bold=own.bold, fonts=brand.fonts)
            for text in (number, outline.titles.get(level, number + number))
        )
        column = column if title > column else 0
        tabs = w("tabs", w("tab", val="right", leader="dot", pos=twips(brand.page.text_width)))
        styles.append(
            ParagraphStyle(
                name=f"toc {level}",
                look=look,
                next="Normal",
                indent=own.indent + column,
                hanging=column,
                priority=39,
                extra=(tabs,),
            )
        )
    tabs = w("tabs", w("tab", val="right", leader="dot", pos=twips(brand.page.text_width)))
    further = ParagraphStyle(
        name=LIST_HEADING,
        look="contents-title",
        based_on="TOC Heading",
        next="Normal",
        before=brand.above_list,
        own=True,
    )
    lines = ParagraphStyle(name="table of figures", look="contents-2", next="Normal", extra=(tabs,))
    end = ParagraphStyle(name=LIST_END, look="body", before=0, after=0, line=HAIR, own=True)
    return [*styles, further, lines, end]


def _list_styles(brand: Brand) -> list[ParagraphStyle]:
    step = brand.styles["list-item"].indent
    styles = []
    for kind, number in (("List Bullet", 2), ("List Number", 3), ("List Continue", 0)):
        for level in LIST_LEVELS:
            numbering = w("numPr", w("ilvl", val=level - 1), w("numId", val=number)) if number else None
            styles.append(
                ParagraphStyle(
                    name=kind if level == 1 else f"{kind} {level}",
                    look="list-item",
                    indent=step * level,
                    hanging=step if number else 0,
                    priority=36,
                    offered=level == 1 and bool(number),
                    extra=(numbering,) if numbering is not None else (),
                )
            )
    return styles


def _text_styles(brand: Brand) -> list[ParagraphStyle]:
    step = brand.styles["list-item"].indent
    inside = brand.box_indent
    return [
        ParagraphStyle(
            name="Quote", look="quotation", indent=brand.styles["quotation"].indent, priority=29, offered=True
        ),
        ParagraphStyle(name="caption", look="caption", next="Normal", priority=35, offered=True),
        ParagraphStyle(name="Figure", look="body", next="caption", keep_with_next=True, at_least=True, own=True),
        ParagraphStyle(
            name="Callout",
            look="body",
            indent=inside,
            own=True,
            priority=37,
            offered=True,
            extra=_box(brand, inside - BORDER_WIDTH),
        ),
        ParagraphStyle(
            name="Callout Title",
            look="body",
            based_on="Callout",
            next="Callout",
            indent=inside,
            after=2,
            bold=True,
            colour="accent",
            keep_with_next=True,
            own=True,
            priority=37,
            offered=True,
        ),
        ParagraphStyle(
            name="Definition Term",
            look="body",
            next="Definition",
            after=0,
            bold=True,
            keep_with_next=True,
            own=True,
            priority=38,
            offered=True,
        ),
        ParagraphStyle(name="Definition", look="body", indent=step, own=True, priority=38, offered=True),
        ParagraphStyle(name="footnote text", look="footnote"),
    ]


def _table_styles() -> list[ParagraphStyle]:
    """The styles of cells, each also for columns that stand on the right or in the middle."""
    plain = _cell_styles()
    part = next(each for each in plain if each.name == "Table Part")
    return [
        *plain,
        *(
            replace(each, name=f"{each.name} {word}", based_on=each.name, extra=(w("jc", val=align),))
            for each in plain
            for align, word in ALIGNED.items()
        ),
        replace(part, name=f"{part.name} {INDENTED}", based_on=part.name, indent=PART_INDENT),
        ParagraphStyle(name="Table Note", look="table-note", own=True),
    ]


def _cell_styles() -> list[ParagraphStyle]:
    return [
        ParagraphStyle(name="Table Text", look="table-text", own=True),
        ParagraphStyle(name="Table Heading", look="table-head", own=True),
        ParagraphStyle(name="Table Total", look="table-text", based_on="Table Text", bold=True, own=True),
        ParagraphStyle(name="Table Part", look="table-text", based_on="Table Text", italic=True, own=True),
        ParagraphStyle(
            name="Table Whereof", look="table-text", based_on="Table Text", italic=True, colour="muted", own=True
        ),
        ParagraphStyle(
            name="Table Whereof Total",
            look="table-text",
            based_on="Table Whereof",
            bold=True,
            italic=True,
            colour="muted",
            own=True,
        ),
    ]


def _running_styles(brand: Brand) -> list[ParagraphStyle]:
    upright, wide = twips(brand.page.text_width), twips(brand.page.landscape_text_width)
    styles = []
    for name in ("header", "footer"):
        tabs = w("tabs", w("tab", val="right", pos=upright))
        rule = (_rule_below(brand),) if name == "header" else ()
        styles.append(ParagraphStyle(name=name, look="running", extra=(*rule, tabs)))
        tabs = w("tabs", w("tab", val="clear", pos=upright), w("tab", val="right", pos=wide))
        styles.append(
            ParagraphStyle(
                name=f"{name.capitalize()} Landscape", look="running", based_on=name, own=True, extra=(tabs,)
            )
        )
    tabs = w("tabs", w("tab", val="right", pos=upright))
    return [*styles, ParagraphStyle(name="Cover Header", look="running", own=True, extra=(tabs,))]


def _rule_below(brand: Brand) -> Element:
    size, colour = round(brand.table.rule * 8), hex_colour(brand.colours.rule)
    return w("pBdr", w("bottom", val="single", sz=size, space=RULE_SPACE, color=colour))


def _box(brand: Brand, padding: float, *, right: bool = False) -> tuple[Element, ...]:
    """A shade with a bar on its left, and room above and below the text."""
    bar, edge = hex_colour(brand.colours.accent), hex_colour(brand.colours.shade)
    borders = w(
        "pBdr",
        w("top", val="single", sz=BOX_EDGE, space=BOX_SPACE, color=edge),
        w("left", val="single", sz=round(BORDER_WIDTH * 8), space=round(padding), color=bar),
        w("bottom", val="single", sz=BOX_EDGE, space=BOX_SPACE, color=edge),
        w("right", val="single", sz=BOX_EDGE, space=round(padding), color=edge) if right else None,
    )
    return borders, w("shd", val="clear", color="auto", fill=edge)
