"""Texts and figures of a sheet to the source of YAML scalars that are read as just them."""

from __future__ import annotations

import re
from decimal import Decimal

from plangen.diagnostics import Location
from plangen.locale.numbers import as_typed, parse_number
from plangen.readers.characters import permitted
from plangen.readers.markdown import read_inline
from plangen.readers.place import Place
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText

_MARKDOWN = re.compile(r"([\\`*_\[\]<>{}&!])")
_DECIMAL_MARK = {"en": "."}


def scalar(text: str, flow: bool = False) -> str:
    """A text as a plain scalar where that is read as the text, else in quotation marks. `flow`: it stands in braces."""
    line = f"{{k: {text}}}" if flow else f"k: {text}"
    value, faults = read_yaml(line, "")
    given = value.items.get("k") if isinstance(value, PlacedMapping) and len(value.items) == 1 else None
    if not faults and isinstance(given, PlacedText) and given.text == text and text[:1] not in "\"'":
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def markdown(text: str) -> str:
    """A text as Markdown that is read as just it, with characters that can't stand in a plan replaced."""
    text = permitted(" ".join(text.split()))
    rich, _ = read_inline(text, Place.of_text(text, Location("")))
    return text if str(rich) == text and len(rich.inlines) <= 1 else _MARKDOWN.sub(r"\\\1", text)


def figure(value: Decimal, language: str) -> str:
    """A figure as people write it in a language."""
    return as_typed(value, _DECIMAL_MARK.get(language, ","))


def writable(value: Decimal) -> bool:
    """Whether a figure can be written; one with more digits than any of a plan's has can't."""
    return parse_number(figure(value, "")) == value
