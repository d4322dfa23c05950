"""A file's bytes to its text, and a Markdown file's text to front matter and body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plangen.diagnostics import Diagnostic, Location, error
from plangen.source.source import Source

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body, and the line on which each starts."""

    front: str
    front_line: int
    body: str
    body_line: int


def read_text(source: Source, path: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file with line ends as LF; None, without a fault, where there is no file."""
    data = source.read(path)
    if data is None:
        return None, ()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - (data.rfind(b"\n", 0, fault.start) + 1) + 1
        return None, (error("not-utf8", Location(path, line, column, 1)),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def split_front_matter(text: str, path: str) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """The front matter between two lines of `---` and the body after it."""
    opening = _FENCE.match(text)
    if not opening:
        return Parts("", 1, text, 1), (error("front-matter-missing", Location(path, 1, 1)),)
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return Parts(text[opening.end() + 1 :], 2, "", 1), (error("front-matter-open", Location(path, 1, 1, 3)),)
    front = text[opening.end() + 1 : closing.start()]
    return Parts(front, 2, text[closing.end() + 1 :], text.count("\n", 0, closing.end()) + 2), ()
