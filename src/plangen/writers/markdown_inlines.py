"""Inline nodes -> GitHub Flavored Markdown, in which nothing that an author wrote is taken for markup.

A picture is told by its text, since the file stands alone. What leads to a heading, a table or a picture leads to the
anchor that is set before it.
"""

from __future__ import annotations

import re
from dataclasses import field
from typing import assert_never
from urllib.parse import quote

from plangen.dataclass import dataclass
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    ParagraphEnd,
    Strong,
    Text,
)
from plangen.document.walk import plain_text, reference_head

_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#&$!])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}[.)])(?=\s|$|[-=:])")
_SPACE = re.compile(r"[\n\t ]+")


@dataclass(frozen=True, slots=True)
class Lines:
    """Makes lines of inlines. `targets` are the ids that something leads to; `notes` the numbers of notes by id."""

    targets: frozenset[str]
    notes: dict[str, str] = field(default_factory=dict)

    def line(self, inlines: tuple[Inline, ...]) -> str:
        """A run of inlines on a line of its own."""
        return _at_start(self.run(inlines))

    def run(self, inlines: tuple[Inline, ...], linked: bool = False) -> str:
        """A run of inlines within a line; `linked`: within a link, which holds no other."""
        return "".join(self._inline(each, linked) for each in inlines)

    def link(self, target: str, text: str) -> str:
        """A way to a node."""
        return f"[{text}](#{quote(target)})"

    def anchor(self, name: str) -> str:
        """The place that ways to a node lead to, where there are any."""
        return f'<a id="{name}"></a>' if name in self.targets else ""

    def _inline(self, node: Inline, linked: bool) -> str:
        match node:
            case Text() | Abbreviation() | Badge():
                return escaped(node.text)
            case Emphasis():
                return _marked(self.run(node.inlines, linked), "*", "em", plain_text(node.inlines))
            case Strong():
                return _marked(self.run(node.inlines, linked), "**", "strong", plain_text(node.inlines))
            case Code():
                return _code(node.text)
            case Link():
                text = self.run(node.inlines, linked=True)
                return text if linked else f"[{text}](<{node.url.replace('>', '%3E').replace('<', '%3C')}>)"
            case CrossReference():
                return self._reference(node, linked)
            case FootnoteReference():
                number = self.notes.get(node.note)
                return f"[^{number}]" if number and not linked else escaped(node.mark)
            case Image():
                return f"\\[{escaped(node.alternative)}\\]"
            case LineBreak():
                return "<br>"
            case ParagraphEnd():
                return escaped(plain_text((node,)))
            case Expression():
                raise AssertionError(f"an expression reached the writer: {node.source}")
            case _:
                assert_never(node)

    def _reference(self, node: CrossReference, linked: bool) -> str:
        if node.inlines:
            text = self.run(node.inlines, linked=True)
        else:
            text = " ".join(filter(None, (escaped(reference_head(node)), self.run(node.title, linked=True))))
        return text if linked else self.link(node.target, text)


def escaped(text: str) -> str:
    """Text within a line."""
    return _MARKUP.sub(r"\\\1", _SPACE.sub(" ", text.replace("\N{SOFT HYPHEN}", "")))


def _at_start(line: str) -> str:
    """A line whose first sign is not taken for that of a list, a heading or a definition."""
    return _AT_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)


def _marked(text: str, mark: str, tag: str, plain: str) -> str:
    """Marked by signs where they are sure to be read as such (CommonMark 0.31, 6.2), else by an element."""
    sure = plain[:1].isalnum() and plain[-1:].isalnum()
    return f"{mark}{text}{mark}" if sure else f"<{tag}>{text}</{tag}>"


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence, pad = "`" * (longest + 1), " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{_SPACE.sub(' ', text).replace('|', chr(92) + '|')}{pad}{fence}"
