"""What the brand's fonts measure: text to its width in points, text to the characters that can't be set.

The advances are the font's own, for a variable font at the weight in question (through HVAR), without kerning and
ligatures, as Word and our Typst source set text; soft hyphens have no width. uharfbuzz reads the files: it maps them
into memory and answers at once, where fontTools takes 0.2 s to load and decode them (measured). Nothing is read before
the first question, and then once in a run.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from plangen.brand.brand import Fonts
from plangen.diagnostics import PlangenError

SUFFIXES = frozenset({".ttf", ".otf"})
REGULAR, BOLD = 400, 700
_FEATURES = {"kern": False, "liga": False, "clig": False, "calt": False}
_FAMILY_NAMES = (hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY, hb.OTNameIdPredefined.FONT_FAMILY)
_WHITE_SPACE = frozenset(" \t\n")


def text_width(text: str, *, size: float, bold: bool, fonts: Fonts) -> float:
    """The width of a line of text in points, set upright at the size given."""
    font = _font(fonts, bold=bold)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, _FEATURES)
    advances = sum(position.x_advance for position in buffer.glyph_positions or ())
    return float(advances * size / font.face.upem)


def missing_glyphs(text: str, fonts: Fonts) -> str:
    """The characters of the text, once each and in order, that a face of the family has no glyph for.

    Control characters have none in any font. Tabs and line feeds count as white space.
    """
    characters = _characters(fonts)
    return "".join(
        each
        for each in dict.fromkeys(text)
        if each not in _WHITE_SPACE and (ord(each) not in characters or unicodedata.category(each) == "Cc")
    )


@cache
def capital_height(fonts: Fonts) -> float:
    """The height of a capital as a share of the size."""
    font = _font(fonts, bold=False)
    extents = font.get_glyph_extents(font.get_nominal_glyph(ord("H")) or 0)
    return float(extents.y_bearing / font.face.upem) if extents else 0.7


@cache
def font_paths(fonts: Fonts) -> tuple[Path, ...]:
    """The files of the family, sorted. A family that isn't installed is a `PlangenError` ("font-missing")."""
    return tuple(sorted({face.path for face in _faces(fonts)}))


class _Face(NamedTuple):
    path: Path
    face: hb.Face
    italic: bool
    weight: float
    variable: bool


@cache
def _font(fonts: Fonts, *, bold: bool) -> hb.Font:
    weight = BOLD if bold else REGULAR
    upright = [face for face in _faces(fonts) if not face.italic] or list(_faces(fonts))
    nearest = min(upright, key=lambda face: (not face.variable, abs(face.weight - weight)))
    font = hb.Font(nearest.face)
    if nearest.variable:
        font.set_variations({"wght": weight})
    return font


@cache
def _characters(fonts: Fonts) -> frozenset[int]:
    return frozenset.intersection(*(frozenset(face.face.unicodes) for face in _faces(fonts)))


@cache
def _faces(fonts: Fonts) -> tuple[_Face, ...]:
    faces = tuple(face for path in _files(fonts.package) if _is_of(face := _read(path), fonts.family))
    if not faces:
        raise PlangenError("font-missing", family=fonts.family, package=fonts.package)
    return faces


def _files(package: str) -> Iterator[Path]:
    if not package.isidentifier():  # of a dotted name the first part would be imported, whatever it does
        return
    try:
        specification = find_spec(package)
    except (ImportError, ValueError):
        return
    for folder in (specification and specification.submodule_search_locations) or ():
        yield from sorted(path for path in Path(folder).rglob("*") if path.suffix.lower() in SUFFIXES)


def _read(path: Path) -> _Face:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    return _Face(
        path=path,
        face=face,
        italic=font.get_style_value(hb.StyleTag.SLANT_ANGLE) != 0 or font.get_style_value(hb.StyleTag.ITALIC) != 0,
        weight=font.get_style_value(hb.StyleTag.WEIGHT),
        variable=any(axis.tag == "wght" for axis in face.axis_infos),
    )


def _is_of(face: _Face, family: str) -> bool:
    names = [face.face.get_name(name) for name in _FAMILY_NAMES]
    return any(name and (name == family or name.startswith(f"{family} ")) for name in names)
