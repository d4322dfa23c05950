"""The brand -> Word's theme, from which Word offers colours and fonts. No style of ours depends on it."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from plangen.brand.brand import Brand
from plangen.writers.docx.xml import Element, hex_colour


def theme(template: bytes, brand: Brand) -> Element:
    """A theme with the brand's colours and font in place of the template's."""
    made = parse_xml(template)
    made.set("name", "plangen")
    for place, colour in _colours(brand).items():
        for kept in made.iterfind(f".//{qn(f'a:{place}')}/{qn('a:srgbClr')}"):
            kept.set("val", hex_colour(colour))
    for font in made.iter(qn("a:latin")):
        font.set("typeface", brand.fonts.word)
    for family in ("majorFont", "minorFont"):
        for fonts in made.iter(qn(f"a:{family}")):
            fonts[:] = [font for font in fonts if font.tag != qn("a:font")]
    return made


def _colours(brand: Brand) -> dict[str, str]:
    colours = brand.colours
    return {
        "dk2": colours.accent,
        "lt2": colours.shade,
        "accent1": colours.accent,
        "accent2": colours.muted,
        "accent3": colours.rule,
        "hlink": colours.link,
        "folHlink": colours.link,
    }
