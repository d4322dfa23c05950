"""Inline Markdown tokens to inlines, with the place of each reference, link and expression.

Markdown's own tokens know their line only. Since references stand in the text in the order of their tokens, the place
of each is found by searching the author's lines onward from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import cache
from itertools import accumulate
from urllib.parse import unquote

from markdown_it.token import Token

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.document.inlines import (
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
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.identifiers import ADDRESS, address_meant
from plangen.readers.characters import permitted
from plangen.readers.markdown_spans import LANGUAGE
from plangen.readers.pictures import UnusablePictureError, media_type
from plangen.readers.place import Place

DEEPEST = 20
"""Levels that anything may stand within: lists and quotations, and emphasis in a line."""

BREAKS = ("softbreak", "hardbreak")


_EXPRESSION = re.compile(r"(?<!\\)\{\{(?P<source>(?:(?!\}\}|\n).)*)(?P<end>\}\})?")
_OPEN, _CLOSE, _FIRST, _BASE = "\ue000", "\ue001", 0xE100, 256
_CONCEALED = re.compile(f"{_OPEN}([\ue100-\ue1ff]+){_CLOSE}")
_CONCEALED_IN_URL = re.compile("%EE%80%80(?:%EE%8[4-7]%[89AB][0-9A-F])+%EE%80%81")


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


def revealed(text: str, of: Callable[[int], str]) -> str:
    """The text with what `of` gives for the number of each mark."""
    return _CONCEALED.sub(lambda match: of(_number(match[1])), text)


def conceal_expressions(text: str, place: Place) -> tuple[str, tuple[Expression, ...], tuple[Diagnostic, ...]]:
    """The text with each `{{ … }}` as a mark, and the expressions."""
    expressions: list[Expression] = []
    found: list[Diagnostic] = []

    def conceal(match: re.Match[str]) -> str:
        where = place.at(match.start(), match.end() - match.start())
        if match["end"] is None:
            found.append(_open(match, where, place))
            return match.group()
        expressions.append(Expression(match["source"].strip(), where))
        return mark(len(expressions) - 1)

    concealed = _EXPRESSION.sub(conceal, text)
    found.extend(_misbraced(text, place))
    return concealed, tuple(expressions), tuple(found)


def _open(match: re.Match[str], where: Location, place: Place) -> Diagnostic:
    """An expression that doesn't end on its line; where it ends with one brace it ends there."""
    closed = match["source"].partition("}")
    if not closed[1]:
        return error("expression-open", where)
    end = match.start("source") + len(closed[0]) + 1
    whole = place.at(match.start(), end - match.start())
    return error("expression-open", whole, instead=f"{{{{ {closed[0].strip()} }}}}")


def _misbraced(text: str, place: Place) -> Iterator[Diagnostic]:
    """What looks like an expression and is printed as it stands, since its braces aren't two and two."""
    rest = _EXPRESSION.sub(lambda match: " " * len(match.group()), text)
    for found in _misbraces().finditer(rest) if "{" in rest else ():
        source = (found["parted"] or found["closed"] or found["single"]).strip()
        where = place.at(found.start(), len(found.group()))
        yield warning("expression-braces", where, source=source, instead=f"{{{{ {source} }}}}")


@cache
def _misbraces() -> re.Pattern[str]:
    """`{ { a } }`, `{ a }}`, and `{ budget.a }`: with single braces only what begins as expressions do."""
    goals = {terms(KEYS, language)["goals"] for language in LANGUAGES}
    first = "|".join(sorted({"budget", "plan", "goals", *goals}))
    return re.compile(
        r"(?<![\\{])\{(?:[ \u00a0]+\{(?P<parted>[^{}\n]+)\}[ \u00a0]*\}|(?P<closed>[^{}\n]+)\}\}"
        rf"|(?P<single>\s*(?:{first})\.\w[^{{}}\n]*)\}})"
    )


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
        if max(accumulate(token.nesting for token in tokens), default=0) > DEEPEST:
            self.found.append(error("markdown-too-deep", self.place.line(line), depth=DEEPEST))
            return ()
        inlines, _ = self._until(tokens, 0, "")
        return _joined(inlines)

    def titled(self, title: str) -> tuple[Inline, ...]:
        """A picture's title, which is its caption."""
        return _joined(self.text(title))

    def _until(self, tokens: Sequence[Token], index: int, closing: str) -> tuple[list[Inline], int]:
        inlines: list[Inline] = []
        while index < len(tokens) and tokens[index].type != closing:
            token = tokens[index]
            index += 1
            match token.type:
                case "text" | "text_special":
                    inlines.extend(self.text(token.content))
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
                    href = str(token.attrGet("href") or "")
                    inner, index = self._until(tokens, index, "link_close")
                    inlines.append(self._link(href, _joined(inner), token.info == "auto"))
                case "span_open":
                    inner, index = self._until(tokens, index, "span_close")
                    inlines.extend(self._spoken(str(token.meta["attributes"]), inner))
                case "footnote_ref":
                    label = self._revealed(str(token.meta["label"]))
                    inlines.append(FootnoteReference(label, self._find(f"[^{label}]")))
                case "comment":
                    pass
                case "comment_open":
                    self.found.append(error("comment-open", self._find("<!--")))
                case "image":
                    inlines.append(self._image(token))
                case _:
                    where = self.place.line(self.cursor[0])
                    self.found.append(error("markdown-unknown", where, kind=token.type))
        return inlines, index + 1

    def text(self, text: str) -> list[Inline]:
        """Text, with the expressions that its marks stand for."""
        parts: list[Inline] = []
        end = 0
        for match in _CONCEALED.finditer(text):
            parts.append(Text(permitted(text[end : match.start()])))
            parts.extend(self.expressions[_number(match[1]) :][:1])
            end = match.end()
        return [*parts, Text(permitted(text[end:]))]

    def literal(self, text: str, where: Location) -> str:
        """Text that is no running text (an address, a picture's alternative), where no expression is worked out."""
        concealed = _CONCEALED.search(text) or _CONCEALED_IN_URL.search(text)
        if concealed and self.expressions:
            self.found.append(error("expression-misplaced", where))
        return self._revealed(text)

    def _revealed(self, text: str) -> str:
        """Text with its expressions as their author wrote them."""

        def source(match: re.Match[str]) -> str:
            return "".join(f"{{{{ {each.source} }}}}" for each in self.expressions[_number(match[1]) :][:1])

        return _CONCEALED.sub(source, _CONCEALED_IN_URL.sub(lambda match: unquote(match.group()), text))

    def _spoken(self, attributes: str, inlines: Sequence[Inline]) -> list[Inline]:
        """Words in the language that a span's attributes name; those within that have one of their own keep it."""
        language = LANGUAGE.fullmatch(attributes)
        where = self._find(f"{{{attributes}}}")
        if not language:
            self.found.append(error("span-attribute", where, attributes=self._revealed(attributes)))
            return list(inlines)
        return [each if each.language else replace(each, language=language["tag"]) for each in inlines]

    def _link(self, href: str, inlines: tuple[Inline, ...], auto: bool) -> Inline:
        if href.startswith("#"):
            target = unquote(href[1:])
            where = self._find(f"(#{self._revealed(target)}", skip=1)
            return CrossReference(self.literal(target, where), inlines, where)
        where = self._find("<" if auto else "](", skip=1 if auto else 2, length=len(href))
        url = self.literal(href, where)
        if not ADDRESS.fullmatch(url):
            self.found.append(error("link-forbidden", where, url=url, near=address_meant(url)))
        elif not plain_text(inlines).strip():
            self.found.append(error("link-without-text", where, url=url))
        return Link(url, inlines)

    def _image(self, token: Token) -> Inline:
        where = self._find("![")
        source = unquote(str(token.attrGet("src") or ""))
        at = self._find("](", skip=2, length=len(source))
        path = self.literal(source, at)
        parts = (" " if child.type in BREAKS else child.content for child in token.children or [])
        alternative = self.literal("".join(parts), where)
        data, kind = self.load(path), ""
        if data is None:
            self.found.append(error("image-missing", at, path=path, near="", allowed=""))
        else:
            try:
                kind = media_type(data)
            except UnusablePictureError as fault:
                self.found.append(error(str(fault), at, path=path))
        if not alternative.strip():
            self.found.append(error("image-without-alternative", where, path=path))
        return Image(data or b"", kind, alternative)

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
        if isinstance(inline, Text) and isinstance(last, Text) and inline.language == last.language:
            joined[-1] = replace(last, text=last.text + inline.text)
        elif not (isinstance(inline, Text) and not inline.text):
            joined.append(inline)
    return tuple(joined)
