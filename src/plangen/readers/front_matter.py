"""A Markdown file's text -> the front matter between two lines of `---`, and the body below it.

Where one of the lines is missing or stands elsewhere, that is told, and what most likely is front matter is taken so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error

FENCE = "---"

_FENCE = re.compile(r"---[ \t]*")
_LIKE_FENCE = re.compile(r"\s*(?:[-–—]{2,}|—|[–_*=]{3,})\s*")
_KEYED = re.compile(r"[^\W\d_][\w ]*:(?:\s.*)?")
_HEADING = re.compile(r"#+\s+(?P<title>.*\S)")


@dataclass(frozen=True, slots=True)
class Parts:
    """Front matter and body, and the line on which each starts."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """The front matter and the body of a file."""
    lines = text.split("\n")
    if _begins_otherwise(lines):
        parts, found = split_front_matter("\n".join([FENCE, *lines[1:]]), path)
        place = Location(path, 1, 1, len(lines[0].rstrip()))
        return parts, (error("front-matter-start", place, instead=FENCE), *found)
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if fences[:1] != [0]:
        return _missing(lines, fences, path)
    if len(fences) > 1 and not _ends_otherwise(lines[1 : fences[1]]):
        return _parts(lines, (1, fences[1]), fences[1] + 1), ()
    return _open(lines, path)


def _begins_otherwise(lines: Sequence[str]) -> bool:
    """Whether a line that looks like the first one of front matter stands in its place, with a key below it."""
    like = not _FENCE.fullmatch(lines[0]) and _LIKE_FENCE.fullmatch(lines[0])
    return bool(like and len(lines) > 1 and _KEYED.fullmatch(lines[1]))


def _ends_otherwise(lines: Sequence[str]) -> bool:
    """Whether a line that looks like the end stands among the lines of front matter, with text below it."""
    like = next((number for number, line in enumerate(lines) if _LIKE_FENCE.fullmatch(line)), None)
    if like is None or not all(_may_be_front(line) for line in lines[:like]):
        return False
    below = next((line for line in lines[like + 1 :] if line.strip()), "")
    return bool(below) and not _may_be_front(below)


def _open(lines: Sequence[str], path: str) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """Front matter that nothing ends: at a line that looks like the end, else where no keys can be any more."""
    like = next((number for number in range(1, len(lines)) if _LIKE_FENCE.fullmatch(lines[number])), None)
    ends = (number for number in range(1, len(lines)) if not _may_be_front(lines[number]))
    end = next(ends, len(lines))
    if like is not None and like <= end:
        place = Location(path, like + 1, 1, max(len(lines[like].rstrip()), 1))
        return _parts(lines, (1, like), like + 1), (error("front-matter-end", place),)
    last = max((number for number in range(end) if lines[number].strip()), default=0)
    place = Location(path, last + 1, 1, max(len(lines[last].rstrip()), 1))
    return _parts(lines, (1, end), end), (error("front-matter-open", place, below="---"),)


def _may_be_front(line: str) -> bool:
    return bool(_KEYED.fullmatch(line)) or line[:1] in (" ", "\t", "#") or line.startswith("- ")


def _missing(lines: Sequence[str], fences: Sequence[int], path: str) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """A file that doesn't begin with front matter: the first line of it is missing, or it stands below, or nowhere."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    place = Location(path, first + 1, 1, max(len(lines[first].rstrip()), 1))
    if fences and first == fences[0]:
        parts, found = split_front_matter("\n".join(lines[first:]), path)
        front, body = parts.front_line + first, parts.body_line + first
        return Parts(parts.front, front, parts.body, body), (error("front-matter-start", place), *found)
    if fences and all(_may_be_front(line) for line in lines[first : fences[0]]):
        return _parts(lines, (first, fences[0]), fences[0] + 1), (error("front-matter-start", place),)
    for begin, end in pairwise(fences):
        if all(_may_be_front(line) for line in lines[begin + 1 : end]):
            late = Location(path, begin + 1, 1, len(FENCE))
            rest = [*lines[:begin], *[""] * (end + 1 - begin), *lines[end + 1 :]]
            parts = Parts("\n".join(lines[begin + 1 : end]), begin + 2, "\n".join(rest), 1)
            return parts, (error("front-matter-late", late, start=begin + 1, end=end + 1),)
    heading = _HEADING.fullmatch(lines[first])
    title = heading["title"] if heading else "…"
    return Parts("", 1, "\n".join(lines), 1), (error("front-matter-missing", place, title=title),)


def _parts(lines: Sequence[str], front: tuple[int, int], body: int) -> Parts:
    begin, end = front
    text = "".join(f"{line}\n" for line in lines[begin:end])
    return Parts(text, begin + 1, "\n".join(lines[body:]), body + 1)
