"""`templates/brand.yaml` to a `Brand`: what the organisation changes of fonts and colours; the rest is the default.

fonts:   {family: Arimo, word: Arial, package: fontpkg_arimo}
colours: {accent: "#0B5469"}
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from plangen.brand.brand import DEFAULT, Brand, Colours, Fonts
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.readers.text_file import read_text
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText
from plangen.source.source import Source

BRAND_FILE = "templates/brand.yaml"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_Part = TypeVar("_Part", Fonts, Colours)


def read_brand(source: Source) -> tuple[Brand, tuple[Diagnostic, ...]]:
    """The brand of a project, and the faults of its file; the default where there is no file."""
    text, found = read_text(source, BRAND_FILE)
    if text is None:
        return DEFAULT, found
    value, found = read_yaml(text, BRAND_FILE)
    if not isinstance(value, PlacedMapping):
        return DEFAULT, found or ((error("mapping-expected", Location(BRAND_FILE, 1)),) if value else ())
    faults = list(found)
    _report_unknown(value, ("fonts", "colours"), faults)
    fonts = _part(DEFAULT.fonts, value, "fonts", faults)
    colours = _part(DEFAULT.colours, value, "colours", faults)
    return replace(DEFAULT, fonts=fonts, colours=colours), tuple(faults)


def _part(default: _Part, value: PlacedMapping, key: str, faults: list[Diagnostic]) -> _Part:
    part = value.items.get(key)
    if part is None:
        return default
    if not isinstance(part, PlacedMapping):
        faults.append(error("mapping-expected", part.location))
        return default
    _report_unknown(part, tuple(each.name for each in fields(default)), faults)
    given: dict[str, str] = {}
    for name, text in part.items.items():
        if text is None:
            continue
        if not isinstance(text, PlacedText):
            faults.append(error("text-expected", part.places[name]))
        elif key == "colours" and not _COLOUR.fullmatch(text.text):
            faults.append(error("colour-unreadable", text.location, text=text.text))
        else:
            given[name] = text.text
    return _changed(default, given)


def _changed(default: _Part, given: Mapping[str, str]) -> _Part:
    known = {each.name for each in fields(default)}
    return replace(default, **{name: text for name, text in given.items() if name in known})


def _report_unknown(value: PlacedMapping, allowed: tuple[str, ...], faults: list[Diagnostic]) -> None:
    for key, place in value.keys.items():
        if key not in allowed:
            near = nearest(key, allowed)
            faults.append(error("unknown-key", place, key=key, near=near, allowed=", ".join(allowed)))
