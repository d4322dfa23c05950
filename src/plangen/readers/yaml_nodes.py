"""YAML text to ruamel.yaml's nodes, without what plangen has no use for and every build would pay for.

Two fifths of the time went to what isn't asked for here: whether all characters can be printed (the caller has seen to
that: `plangen.readers.characters`), which scalars are numbers or dates (all are text), and asking the loader for its
parts ten thousand times. What is read and what is complained of stays the same.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.nodes import Node
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.resolver import VersionedResolver


def compose(text: str) -> Node | None:
    """The root of a document whose characters are all permitted, None of an empty one. Raises YAMLError."""
    loader = YAML(typ="safe", pure=True)
    loader.Reader, loader.Resolver, loader.Parser, loader.Composer = _Reader, _Resolver, _Parser, _Composer
    loader.composer.warn_double_anchors = False  # every anchor is a fault, and is told of as one
    node: Node | None = loader.compose(text)
    return node


class _Reader(Reader):
    def check_printable(self, data: Any) -> None:
        """Nothing: the expression that it looks with takes 5 ms to compile."""


class _Resolver(VersionedResolver):
    versioned_resolver: Any = MappingProxyType({})
    """What scalars of which form are, besides text: nothing."""


class _Parser(Parser):
    scanner = cached_property(lambda self: self.loader.scanner)
    resolver = cached_property(lambda self: self.loader.resolver)


class _Composer(Composer):
    parser = cached_property(lambda self: self.loader.parser)
    resolver = cached_property(lambda self: self.loader.resolver)
