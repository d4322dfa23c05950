"""Emphasis by underlines, `__fet__` and `_kursiv_`, to that by stars, which is how the guides write it.

Each is replaced only where the line then reads as before, so underlines in names, addresses and code stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it.token import Token

from plangen.readers.markdown import markdown_parser

_UNDERLINED = re.compile(r"(?<![\w\\^\[])(?P<mark>__?)(?=[^\s_])(?P<text>[^_]*[^\s_])(?P=mark)(?!\w)")

MOST = 50
"""Places of a text that are tried."""


def starred(text: str) -> str:
    """The text of a block with stars for underlines that mean emphasis."""
    before = _read(text) if _UNDERLINED.search(text) else ()
    for found in [*_UNDERLINED.finditer(text)][:MOST]:
        stars = "*" * len(found["mark"])
        made = text[: found.start()] + stars + found["text"] + stars + text[found.end() :]
        if _read(made) == before:
            text = made
    return text


def _read(text: str) -> tuple[object, ...]:
    """What the inlines of a text are, whatever marks they are written with."""
    return _plain(markdown_parser().parseInline(text))


def _plain(tokens: Iterable[Token]) -> tuple[object, ...]:
    return tuple(
        (each.type, each.content if not each.children else "", str(each.attrs), _plain(each.children or ()))
        for each in tokens
    )
