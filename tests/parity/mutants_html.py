"""HTML files altered in one place, by editing their text."""

from __future__ import annotations

import re
from collections.abc import Callable

PARAGRAPH = r"(<p[^>]*>[^<]*</p>\n)"

Altered = str | Callable[[re.Match[str]], str]


def rewritten(data: bytes) -> bytes:
    """The file, unaltered."""
    return data.decode().encode()


def edited(data: bytes, was: str, becomes: str) -> bytes:
    """The file with some of its source replaced, where it stands first."""
    assert was in data.decode()
    return data.decode().replace(was, becomes, 1).encode()


def other_text(data: bytes, text: str, altered: str) -> bytes:
    """The file with a text altered."""
    return _edited(data, rf"(?<=>)[^<>]*{re.escape(text)}", lambda found: found[0].replace(text, altered))


def other_number(data: bytes, heading: str, altered: str) -> bytes:
    """The file with the number of a heading altered."""
    number, _, title = heading.partition(" ")
    return _edited(
        data,
        rf'(<h\d[^>]*><span class="number">){number}(</span> (?:<span class="title">)?{title}<)',
        rf"\g<1>{altered}\2",
    )


def swapped(data: bytes, heading: str) -> bytes:
    """The file with the two paragraphs under a heading in the other order."""
    return _edited(data, rf"({_end_of(heading)}){PARAGRAPH}{PARAGRAPH}", r"\1\3\2")


def dropped(data: bytes, heading: str) -> bytes:
    """The file without the paragraph under a heading."""
    return _edited(data, rf"({_end_of(heading)}){PARAGRAPH}", r"\1")


def led_astray(data: bytes, heading: str, other: str) -> bytes:
    """The file with the line of the contents list for a heading leading to another."""
    place = re.search(rf"<h\d id=\"([^\"]*)\"[^>]*>[^\n]*{_end_of(other)}", data.decode())
    assert place
    title = heading.partition(" ")[2]
    return _edited(data, rf'href="[^"]*"(>[^\n]*<span class="title">{title}</span>)', rf'href="#{place[1]}"\1')


def _end_of(heading: str) -> str:
    return heading.partition(" ")[2] + r"(?:</span>)?</h\d>\n(?:<a[^>]*>#</a>\n</div>\n)?"


def _edited(data: bytes, pattern: str, altered: Altered) -> bytes:
    text, count = re.subn(pattern, altered, data.decode())
    assert count == 1, f"{count} places for {pattern}"
    return text.encode()
