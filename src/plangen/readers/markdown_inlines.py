"""Inline Markdown tokens to inlines, with the place of each reference, link and expression.

Markdown's own tokens know their line only. Since references stand in the text in the order of their tokens, the place
of each is found by searching the author's lines onward from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from markdown_it.token import Token

from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.nodes import (
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.walk import plain_text

SCHEMES = ("http", "https", "mailto")
MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}

_EXPRESSION = re.compile(r"(?<!\\)\{\{(?P<source>(?:(?!\}\}|\n).)*)(?P<end>\}\})?")
_OPEN, _CLOSE, _FIRST, _BASE = "\ue000", "\ue001", 0xE100, 256
_CONCEALED = re.compile(f"{_OPEN}([\ue100-\ue1ff]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Place:
    """The author's lines, and where the first of them stands in its file."""

    lines: Sequence[str]
    start: Location

    def line(self, index: int) -> Location:
        """The place of a whole line, counted from 0 in the text."""
        text = self.lines[index] if index < len(self.lines) else ""
        lead = len(text) - len(text.lstrip())
        return self.at_column(index, lead, len(text.strip()))

    def at(self, offset: int, length: int = 1) -> Location:
        """The place of an offset in the text."""
        for index, line in enumerate(self.lines):
            if offset <= len(line):
                return self.at_column(index, offset, length)
            offset -= len(line) + 1
        return self.start

    def at_column(self, index: int, column: int, length: int) -> Location:
        """The place of a column of a line, both counted from 0 in the text."""
        shift = self.start.column if index == 0 else 1
        return Location(self.start.file, self.start.line + index, column + shift, length)


def mark(number: int) -> str:
    """Private-use characters that stand for the expression with a number; Markdown takes them for letters."""
    digits = ""
    while not digits or number:
        number, digit = divmod(number, _BASE)
        digits = chr(_FIRST + digit) + digits
    return _OPEN + digits + _CLOSE


def _number(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * _BASE + ord(digit) - _FIRST
    return number


def conceal_expressions(text: str, start: Location) -> tuple[str, tuple[Expression, ...], tuple[Diagnostic, ...]]:
    """The text with each `{{ … }}` as a mark, and the expressions."""
    place = Place(text.split("\n"), start)
    expressions: list[Expression] = []
    found: list[Diagnostic] = []

    def conceal(match: re.Match[str]) -> str:
        length = match.end() - match.start()
        where = place.at(match.start(), length)
        if match["end"] is None:
            found.append(error("expression-open", where))
            return match.group()
        expressions.append(Expression(match["source"].strip(), where))
        return mark(len(expressions) - 1)

    if "{{" not in text:
        return text, (), ()
    return _EXPRESSION.sub(conceal, text), tuple(expressions), tuple(found)


@dataclass(slots=True)
class InlineReader:
    """Inline tokens to inlines. `found` gathers faults; `cursor` is the line and column searched up to."""

    expressions: tuple[Expression, ...]
    place: Place
    load: Callable[[str], bytes | None]
    found: list[Diagnostic]
    cursor: tuple[int, int] = field(default=(0, 0))

    def read(self, tokens: Sequence[Token], line: int) -> tuple[Inline, ...]:
        """The inlines of one block whose text starts on a line."""
        if line > self.cursor[0]:
            self.cursor = (line, 0)
        inlines, _ = self._until(tokens, 0, "")
        return _joined(inlines)

    def _until(self, tokens: Sequence[Token], index: int, closing: str) -> tuple[list[Inline], int]:
        inlines: list[Inline] = []
        while index < len(tokens) and tokens[index].type != closing:
            token = tokens[index]
            index += 1
            match token.type:
                case "text" | "text_special":
                    inlines.extend(self._text(token.content))
                case "softbreak":
                    inlines.append(Text(" "))
                case "hardbreak":
                    inlines.append(LineBreak())
                case "code_inline":
                    inlines.append(Code(self._revealed(token.content)))
                case "em_open":
                    inner, index = self._until(tokens, index, "em_close")
                    inlines.append(Emphasis(_joined(inner)))
                case "strong_open":
                    inner, index = self._until(tokens, index, "strong_close")
                    inlines.append(Strong(_joined(inner)))
                case "link_open":
                    url = self._revealed(str(token.attrGet("href") or ""))
                    inner, index = self._until(tokens, index, "link_close")
                    inlines.append(self._link(url, _joined(inner), token.info == "auto"))
                case "footnote_ref":
                    label = str(token.meta["label"])
                    inlines.append(FootnoteReference(label, self._find(f"[^{label}]")))
                case "image":
                    inlines.append(self._image(token))
                case _:
                    where = self.place.line(self.cursor[0])
                    self.found.append(error("markdown-unknown", where, kind=token.type))
        return inlines, index + 1

    def _text(self, text: str) -> list[Inline]:
        parts: list[Inline] = []
        end = 0
        for match in _CONCEALED.finditer(text):
            parts.append(Text(text[end : match.start()]))
            parts.append(self.expressions[_number(match[1])])
            end = match.end()
        return [*parts, Text(text[end:])]

    def _revealed(self, text: str) -> str:
        text = unquote(text) if _OPEN not in text and "%EE" in text else text
        return _CONCEALED.sub(lambda match: "{{ " + self.expressions[_number(match[1])].source + " }}", text)

    def _link(self, url: str, inlines: tuple[Inline, ...], auto: bool) -> Inline:
        if url.startswith("#"):
            return CrossReference(unquote(url[1:]), inlines, self._find(f"(#{unquote(url[1:])}", skip=1))
        where = self._find("<" if auto else "](", skip=1 if auto else 2, length=len(url))
        scheme = urlsplit(url).scheme.lower()
        if scheme not in SCHEMES:
            self.found.append(error("link-forbidden", where, url=url))
        elif not inlines or not plain_text(inlines).strip():
            self.found.append(error("link-without-text", where, url=url))
        return Link(url, inlines)

    def _image(self, token: Token) -> Inline:
        path = unquote(str(token.attrGet("src") or ""))
        where = self._find("![", skip=0)
        alternative = "".join(child.content for child in token.children or [])
        media_type = MEDIA_TYPES.get(path[path.rfind(".") :].lower(), "")
        data = self.load(path) if media_type else None
        if not media_type:
            self.found.append(error("image-kind", where, path=path))
        elif data is None:
            self.found.append(error("image-missing", where, path=path))
        if not alternative.strip():
            self.found.append(error("image-without-alternative", where, path=path))
        return Image(data or b"", media_type, alternative)

    def _find(self, needle: str, skip: int = 0, length: int = 0) -> Location:
        line, column = self.cursor
        while line < len(self.place.lines):
            found = self.place.lines[line].find(needle, column)
            if found >= 0:
                self.cursor = (line, found + len(needle))
                return self.place.at_column(line, found + skip, length or len(needle) - skip)
            line, column = line + 1, 0
        return self.place.line(self.cursor[0])


def _joined(inlines: Sequence[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one, empty ones gone."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + inline.text)
        elif not (isinstance(inline, Text) and not inline.text):
            joined.append(inline)
    return tuple(joined)
