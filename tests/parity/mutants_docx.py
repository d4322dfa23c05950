"""DOCX files altered in one place, by rewriting a part in the zip."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

DOCUMENT, FOOTNOTES, NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"
PARAGRAPH = r"(<w:p>(?:(?!</w:p>).)*</w:p>)"

Altered = str | Callable[[re.Match[str]], str]


def rewritten(data: bytes, part: str = "", change: Callable[[str], str] = str) -> bytes:
    """The file with its parts zipped anew, one of them changed."""
    result = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(result, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry, change(content.decode()).encode() if entry.filename == part else content)
    return result.getvalue()


def edited(data: bytes, was: str, becomes: str) -> bytes:
    """The file with some XML of the body replaced, where it stands first."""
    assert was in _part(data, DOCUMENT)
    return rewritten(data, DOCUMENT, lambda text: text.replace(was, becomes, 1))


def other_text(data: bytes, text: str, altered: str) -> bytes:
    """The file with a text of the body or of the notes altered."""
    part = DOCUMENT if text in _part(data, DOCUMENT) else FOOTNOTES
    return _edited(data, part, rf"(?<=>)[^<>]*{re.escape(text)}", lambda found: found[0].replace(text, altered))


def other_number(data: bytes, heading: str, altered: str) -> bytes:
    """The file with headings of the level of one counted from what is to be its number."""
    level, start = heading.partition(" ")[0].count("."), altered.rpartition(".")[2]
    pattern = rf'(<w:abstractNum [^>]*"1">(?:(?!</w:abstractNum>).)*<w:lvl w:ilvl="{level}"><w:start w:val=)"1"'
    return _edited(data, NUMBERING, pattern, rf'\1"{start}"')


def swapped(data: bytes, heading: str) -> bytes:
    """The file with the two paragraphs under a heading in the other order."""
    return _edited(data, DOCUMENT, rf"({_end_of(heading)}){PARAGRAPH}{PARAGRAPH}", r"\1\3\2")


def dropped(data: bytes, heading: str) -> bytes:
    """The file without the paragraph under a heading."""
    return _edited(data, DOCUMENT, rf"({_end_of(heading)}){PARAGRAPH}", r"\1")


def led_astray(data: bytes, heading: str, other: str) -> bytes:
    """The file with the line of the contents list for a heading leading to another."""
    lines = r'w:anchor="([^"]*)"(?=(?:(?!</w:hyperlink>).)*>{}</w:t>)'
    place = re.search(lines.format(other.partition(" ")[2]), _part(data, DOCUMENT))
    assert place
    return _edited(data, DOCUMENT, lines.format(heading.partition(" ")[2]), f'w:anchor="{place[1]}"')


def _end_of(heading: str) -> str:
    """A heading's text and the end of its paragraph; in the contents list a page follows the text."""
    return rf">{heading.partition(' ')[2]}</w:t></w:r>(?:<w:bookmarkEnd [^>]*/>)*</w:p>"


def _part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as parts:
        return parts.read(name).decode()


def _edited(data: bytes, part: str, pattern: str, altered: Altered) -> bytes:
    text, count = re.subn(pattern, altered, _part(data, part))
    assert count == 1, f"{count} places for {pattern}"
    return rewritten(data, part, lambda _: text)
