"""Word's numberings: of headings, bullets and ordered lists, and a numbering of its own for each ordered list.

The numbers of headings are bound to the heading styles, so that Word and LibreOffice renumber by themselves; the label
of a series ("Bilaga 1:") is part of its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from docx.oxml.ns import qn

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.nodes import Numeral
from plangen.document.walk import NO_BREAK_SPACE
from plangen.writers.docx.outline import LEVELS, Outline, Rank
from plangen.writers.docx.paragraph_styles import LIST_LEVELS
from plangen.writers.docx.xml import Element, style_id, twips, w

HEADINGS, BULLETS, ORDERED = 1, 2, 3
BULLET_SIGNS = ("•", "–")
WORD_LEVELS = 9
WORD_JOINER = "\u2060"
"""Parts a percent sign of a label from a digit after it, which Word would take for the number of a level."""

FORMS: Mapping[Numeral, str] = {"1": "decimal", "A": "upperLetter", "a": "lowerLetter", "I": "upperRoman"}


@dataclass(slots=True)
class Numbering:
    """Gives each ordered list a numbering that starts anew. `element` is `w:numbering`, `_last` its last number."""

    element: Element
    _last: int = field(init=False)

    def __post_init__(self) -> None:
        self._last = len(self.element.findall(qn("w:num")))

    def restart(self, level: int, start: int) -> int:
        """The id of a new numbering of ordered lists that counts from `start` at a level of lists, 0 the outermost."""
        self._last += 1
        override = w("lvlOverride", w("startOverride", val=start), ilvl=level)
        self.element.append(w("num", w("abstractNumId", val=ORDERED), override, numId=self._last))
        return self._last


def numberings(brand: Brand, outline: Outline) -> list[Element]:
    """The content of `w:numbering`."""
    series = sorted({rank.numbering for rank in outline.ranks})
    numberless = [outline.numberless] if outline.numberless else []
    return [
        _abstract(HEADINGS, [_heading_level(level, outline) for level in range(1, WORD_LEVELS + 1)]),
        _abstract(BULLETS, [_list_level(level, "List Bullet", brand) for level in range(1, WORD_LEVELS + 1)]),
        _abstract(ORDERED, [_list_level(level, "List Number", brand) for level in range(1, WORD_LEVELS + 1)]),
        *(_abstract(number, _series_levels(number, outline)) for number in series),
        *(_abstract(number, [_numberless(level) for level in range(1, WORD_LEVELS + 1)]) for number in numberless),
        *(
            w("num", w("abstractNumId", val=number), numId=number)
            for number in (HEADINGS, BULLETS, ORDERED, *series, *numberless)
        ),
    ]


def _abstract(number: int, levels: list[Element]) -> Element:
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=number)


def _heading_level(level: int, outline: Outline) -> Element:
    bound = level in LEVELS and level in outline.numbered
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal"),
        w("pStyle", val=style_id(f"heading {level}")) if bound else None,
        w("suff", val="space"),
        w("lvlText", val=".".join(f"%{upper}" for upper in range(1, level + 1))),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=0)),
        ilvl=level - 1,
    )


def _series_levels(numbering: int, outline: Outline) -> list[Element]:
    """The levels of a series' numbering; those that it doesn't use count as the last that it does."""
    ranks = {each.rank: each for each in outline.ranks if each.numbering == numbering}
    deepest = ranks[max(ranks)]
    return [
        _series_level(level, ranks.get(level, deepest), bound=level in ranks) for level in range(1, WORD_LEVELS + 1)
    ]


def _series_level(level: int, rank: Rank, *, bound: bool) -> Element:
    number = ".".join(f"%{upper}" for upper in range(1, level + 1))
    label = re.sub(r"%(?=\d)", f"%{WORD_JOINER}", rank.label)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=FORMS[rank.numeral]),
        w("pStyle", val=style_id(rank.style)) if bound else None,
        w("suff", val="space"),
        w("lvlText", val=f"{label}{NO_BREAK_SPACE}{number}:" if label else number),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=0)),
        ilvl=level - 1,
    )


def _numberless(level: int) -> Element:
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="none"),
        w("suff", val="nothing"),
        w("lvlText", val=""),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=0, firstLine=0)),
        ilvl=level - 1,
    )


def _list_level(level: int, style: str, brand: Brand) -> Element:
    step = brand.styles["list-item"].indent
    bullets = style == "List Bullet"
    sign = BULLET_SIGNS[(level - 1) % len(BULLET_SIGNS)]
    name = style if level == 1 else f"{style} {level}"
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet" if bullets else "decimal"),
        w("pStyle", val=style_id(name)) if level in LIST_LEVELS else None,
        w("suff", val="tab"),
        w("lvlText", val=sign if bullets else f"%{level}."),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(step * level), hanging=twips(step))),
        ilvl=level - 1,
    )
