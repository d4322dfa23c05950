"""YAML text to ruamel.yaml's nodes, without what plangen has no use for and every build would pay for.

Two fifths of the time went to what isn't asked for here: whether all characters can be printed (the caller has seen to
that: `plangen.readers.characters`), which scalars are numbers or dates (all are text), and asking the loader for its
parts ten thousand times. Then to asking one by one what can be asked at once. What is read and what is complained of
stays the same.
"""

from __future__ import annotations

import re
from functools import cached_property
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.nodes import Node
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scanner import Scanner
from ruamel.yaml.tokens import ScalarToken


def compose(text: str) -> Node | None:
    """The root of a document whose characters are all permitted, None of an empty one. Raises YAMLError."""
    loader = _Loader(typ="safe", pure=True)
    loader.Reader, loader.Scanner, loader.Resolver = _Reader, _Scanner, _Resolver
    loader.Parser, loader.Composer = _Parser, _Composer
    loader.composer.warn_double_anchors = False  # every anchor is a fault, and is told of as one
    node: Node | None = loader.compose(text)
    return node


class _Loader(YAML):
    def official_plug_ins(self) -> list[str]:
        """None: it looks for them in folders, again for each text."""
        return []


class _Reader(Reader):
    def check_printable(self, data: Any) -> None:
        """Nothing: the expression that it looks with takes 5 ms to compile."""

    def forward(self, length: int = 1) -> None:
        end = self.pointer + length
        passed = self.buffer[self.pointer : end]
        if end + 1 >= len(self.buffer) or "\n" in passed or "\r" in passed or "\ufeff" in passed:
            super().forward(length)
        else:
            self.pointer, self.index, self.column = end, self.index + length, self.column + length


class _Scanner(Scanner):
    reader = cached_property(lambda self: self.loader.reader)

    def need_more_tokens(self) -> bool:
        if self.tokens and not self.possible_simple_keys:
            return False
        return bool(super().need_more_tokens())

    def check_token(self, *choices: Any) -> bool:
        while self.need_more_tokens():
            self.fetch_more_tokens()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def scan_plain(self) -> Any:
        """As the library has it, but outside of brackets a line's words at once and not sign by sign."""
        if self.flow_level:
            return super().scan_plain()
        reader, indent = self.reader, self.indent + 1
        parts: list[str] = []
        spaces: list[str] = []
        start = end = reader.get_mark()
        while reader.peek() != "#" and (words := _WORDS.match(reader.buffer, reader.pointer)):
            self.allow_simple_key = False
            parts += [*spaces, words.group()]
            reader.forward(len(words.group()))
            end = reader.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or reader.column < indent:
                break
        return ScalarToken("".join(parts), True, start, end)


_ENDS = r"\0 \t\r\n\x85\u2028\u2029"
_WORD = rf"(?:[^{_ENDS}:]|:(?![{_ENDS}]))+"
_WORDS = re.compile(rf"{_WORD}(?: +(?!#){_WORD})*")
"""What a line has of a plain scalar outside of brackets: up to its end, a comment, or a colon and a space."""


class _Resolver(VersionedResolver):
    versioned_resolver: Any = MappingProxyType({})
    """What scalars of which form are, besides text: nothing."""


class _Parser(Parser):
    scanner = cached_property(lambda self: self.loader.scanner)
    resolver = cached_property(lambda self: self.loader.resolver)

    def check_event(self, *choices: Any) -> bool:
        event = self.peek_event()
        return event is not None and (not choices or isinstance(event, choices))


class _Composer(Composer):
    parser = cached_property(lambda self: self.loader.parser)
    resolver = cached_property(lambda self: self.loader.resolver)
