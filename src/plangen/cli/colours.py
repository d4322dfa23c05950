"""What is told of faults, in colours where a person reads it: on a terminal, unless NO_COLOR (no-color.org) is set.

Colours are laid on the finished text when it is printed, so that what is kept, compared or piped never has any.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TextIO

from plangen.locale.catalogue import LANGUAGES, catalogue

BOLD, DIM, RED, YELLOW, GREEN = "1", "2", "1;31", "1;33", "32"

_HEAD = re.compile(r"(?P<place>\S.*?): (?P<severity>\w+): (?P<said>.*) (?P<code>\[[a-z0-9-]+\])")
_CARET = re.compile(r"(?P<before> *│ *)(?P<caret>\^+)")
_HINT = re.compile(r"(?P<indent> {5})(?P<label>\w+:)(?P<said>.*?)(?P<code>  \[[a-z0-9-]+\])?")


def painted(text: str, stream: TextIO) -> str:
    """The text as that stream shows it best."""
    return "\n".join(map(_line, text.split("\n"))) if shows_colours(stream) else text


def shows_colours(stream: TextIO) -> bool:
    """Whether a person sees the stream, on a terminal that knows colours, and hasn't said no to them."""
    knows = os.environ.get("TERM") != "dumb" and (os.name != "nt" or bool(os.environ.get("WT_SESSION")))
    return stream.isatty() and knows and not os.environ.get("NO_COLOR")


def _line(text: str) -> str:
    if (found := _HEAD.fullmatch(text)) and found["severity"] in _severities():
        colour = _severities()[found["severity"]]
        said = _in(BOLD, found["said"])
        return f"{_in(BOLD, found['place'])}: {_in(colour, found['severity'])}: {said} {_in(DIM, found['code'])}"
    if found := _CARET.fullmatch(text):
        return f"{_in(DIM, found['before'])}{_in(RED, found['caret'])}"
    if found := _HINT.fullmatch(text):
        return f"{found['indent']}{_in(GREEN, found['label'])}{found['said']}{_in(DIM, found['code'] or '')}"
    return text


def _in(colour: str, text: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if text else ""


@cache
def _severities() -> dict[str, str]:
    """The colour of each word for how bad a finding is, in any language."""
    kinds = (("error", RED), ("warning", YELLOW))
    return {catalogue(language).report[kind]: colour for language in LANGUAGES for kind, colour in kinds}
