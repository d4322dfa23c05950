"""Names, attributes and children -> WordprocessingML elements.

The properties of a paragraph and of a run may be given in any order; `properties` puts them in that of the schema
(ECMA-376 part 1, 17.3.1.26 and 17.3.2.28), since Word refuses a file where they stand otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from plangen.document.walk import SOFT_HYPHEN

Element = BaseOxmlElement

PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
BEHIND_PARAGRAPH = frozenset({"rPr", "tblPr", "trPr", "tcPr", "tblStylePr"})
RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "bdr", "shd", "vertAlign", "lang"),
)


_FORBIDDEN = dict.fromkeys(range(32)) | {0xFFFE: None, 0xFFFF: None}
_SPECIAL = {SOFT_HYPHEN: "softHyphen", "\u2011": "noBreakHyphen"}


def w(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """An element `w:tag`. Attributes are in the same namespace, but `r_id` is `r:id`; a child of None is left out."""
    made = cast(Element, OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(name.replace("_", ":") if "_" in name else f"w:{name}"), str(value))
    made.extend([child for child in children if child is not None])
    return made


def properties(tag: str, children: Iterable[Element | None]) -> Element:
    """`w:pPr` or `w:rPr` with its children in the order of the schema."""
    order = PARAGRAPH_ORDER if tag == "pPr" else RUN_ORDER
    present = [child for child in children if child is not None]
    return w(tag, *sorted(present, key=lambda child: order.index(local_name(child))))


def paragraph_property(paragraph: Element, tag: str) -> Element:
    """The property of a paragraph, made if there is none."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn(f'w:{tag}')}")
    return set_paragraph_property(paragraph, w(tag)) if found is None else cast(Element, found)


def set_paragraph_property(paragraph: Element, value: Element) -> Element:
    """Puts a property that a paragraph hasn't got where the schema wants it, and returns it."""
    owner = paragraph.find(qn("w:pPr"))
    if owner is None:
        owner = w("pPr")
        paragraph.insert(0, owner)
    owner.insert(sum(_rank(cast(Element, each)) < _rank(value) for each in owner), value)
    return value


def set_property(style: Element, value: Element) -> None:
    """Puts a property into a paragraph style, in the place of the one that it has."""
    owner = style.find(qn("w:pPr"))
    if owner is None:
        owner = w("pPr")
        after = [each for each in style if local_name(cast(Element, each)) in BEHIND_PARAGRAPH]
        after[0].addprevious(owner) if after else style.append(owner)
    for old in owner.findall(value.tag):
        owner.remove(old)
    owner.insert(sum(_rank(cast(Element, each)) < _rank(value) for each in owner), value)


def _rank(property: Element) -> int:
    """The place of a property of a paragraph among others; a template may have some that aren't of the schema."""
    name = local_name(property)
    return PARAGRAPH_ORDER.index(name) if name in PARAGRAPH_ORDER else len(PARAGRAPH_ORDER)


def paragraph_style(paragraph: Element) -> str:
    """The id of a paragraph's style, or "" where it has the default one."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val")))


def local_name(element: Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def style_id(name: str) -> str:
    """The id of a style of plangen's: its name without spaces."""
    return "".join(word[0].upper() + word[1:] for word in name.replace("toc ", "TOC ").split())


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points as halves, in which Word counts the sizes of letters."""
    return round(points * 2)


def hex_colour(colour: str) -> str:
    """#RRGGBB as Word writes it."""
    return colour.removeprefix("#").upper()


def text_elements(text: str) -> list[Element]:
    """The content of a run that prints `text`, its soft and no-break hyphens as Word's own."""
    elements: list[Element] = []
    plain = ""
    for character in text.replace("\n", " ").replace("\t", " ").translate(_FORBIDDEN):
        if character in _SPECIAL:
            elements += [*_text(plain), w(_SPECIAL[character])]
            plain = ""
        else:
            plain += character
    return [*elements, *_text(plain)]


def _text(plain: str) -> list[Element]:
    if not plain:
        return []
    made = w("t")
    made.text = plain
    if plain != plain.strip():
        made.set(qn("xml:space"), "preserve")
    return [made]
