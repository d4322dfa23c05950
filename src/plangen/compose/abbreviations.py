"""Whole words of the document that the plan has a meaning for -> abbreviations, and which of them never occur.

What stands in code, in pictures' texts and in the list of abbreviations itself is left as it is. A short form is a word
where no letter or digit goes on from it: SKR in "SKR:s" and "SKR-avtal". Of those that begin alike the longest counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, warning
from plangen.document.inlines import Abbreviation as AbbreviationNode
from plangen.document.inlines import Inline, Text
from plangen.document.nodes import Block, Definition, DefinitionList, Note, Paragraph
from plangen.document.walk import map_children, map_inlines, map_own_lines
from plangen.model.abbreviation import Abbreviation

LIST = "abbreviations--all"
_START = re.compile(r"\w+|[^\w\s]")


def abbreviation_list(abbreviations: Sequence[Abbreviation]) -> DefinitionList:
    """The abbreviations with their meanings, in alphabetical order."""
    items = (
        Definition(
            id=f"{LIST}-{number}",
            term=(Text(each.short),),
            blocks=(Paragraph(inlines=(Text(each.meaning),), location=each.location),),
            location=each.location,
        )
        for number, each in enumerate(sorted(abbreviations, key=lambda each: (each.short.casefold(), each.short)), 1)
    )
    return DefinitionList(id=LIST, items=tuple(items))


@dataclass(slots=True)
class Abbreviations:
    """Marks abbreviations; `used` are those met. They are looked up by the word or sign that they begin with."""

    known: Sequence[Abbreviation]
    used: set[str] = field(default_factory=set)
    meanings: dict[str, str] = field(init=False)
    by_start: dict[str, re.Pattern[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.meanings = {each.short: each.meaning for each in self.known}
        starts: dict[str, list[str]] = {}
        for short in sorted(self.meanings, key=lambda short: (-len(short), short)):
            start = _START.match(short)
            if start:
                starts.setdefault(start.group(), []).append(_whole(short))
        self.by_start = {start: re.compile("|".join(shorts)) for start, shorts in starts.items()}

    def block(self, block: Block) -> Block:
        """A block with the abbreviations in it and below."""
        if not self.by_start or (isinstance(block, DefinitionList) and block.id == LIST):
            return block
        own = map_own_lines(block, lambda line: map_inlines(line, self.inline))
        return map_children(own, self.block)

    def note(self, note: Note) -> Note:
        """A note with the abbreviations in it."""
        return replace(note, blocks=tuple(self.block(block) for block in note.blocks))

    def unused(self) -> Iterator[Diagnostic]:
        """A warning for each that never occurs."""
        for each in self.known:
            if each.short not in self.used:
                yield warning("abbreviation-unused", each.location, short=each.short)

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        """A text in pieces, the abbreviations for themselves."""
        return tuple(self._pieces(inline)) if isinstance(inline, Text) else (inline,)

    def _pieces(self, text: Text) -> Iterator[Inline]:
        end = 0
        for start in _START.finditer(text.text):
            pattern = self.by_start.get(start.group()) if start.start() >= end else None
            found = pattern.match(text.text, start.start()) if pattern else None
            if found:
                if text.text[end : found.start()]:
                    yield replace(text, text=text.text[end : found.start()])
                self.used.add(found.group())
                yield AbbreviationNode(found.group(), self.meanings[found.group()], language=text.language)
                end = found.end()
        if text.text[end:]:
            yield replace(text, text=text.text[end:])


def _whole(short: str) -> str:
    """A regular expression of a short form that no letter or digit goes on from."""
    return re.escape(short) + (r"(?!\w)" if re.match(r"\w", short[-1]) else "")
