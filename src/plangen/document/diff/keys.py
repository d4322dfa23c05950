"""Inlines -> what they are compared by: what a line says, and what it is set in.

Numbers that are generated (of references and notes) are no part of it, and neither is typography that doesn't show. An
abbreviation is a word as any: what it means is said once by the plan, and every place that has it follows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeGuard, assert_never

from plangen.document.diff.tokens import same
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

Wrapper = Emphasis | Strong | Link | CrossReference

ATOM_WEIGHT = 3
"""Characters that an inline without a text of its own counts for."""


def text_key(line: Iterable[Inline]) -> tuple[Hashable, ...]:
    """What a line says: stretches of text, whatever they are set in, and what is no text between them."""
    pieces: list[Hashable] = []
    run: list[str] = []
    for leaf in _leaves(line):
        if isinstance(leaf, Text | Abbreviation):
            run.append(leaf.text)
            continue
        if run:
            pieces.append(same("".join(run)))
            run = []
        pieces.append(atom_key(leaf))
    return (*pieces, same("".join(run))) if run else tuple(pieces)


def key_weight(key: Iterable[Hashable]) -> int:
    """How much a line with that text key says, in characters."""
    return sum(len(each) if isinstance(each, str) else ATOM_WEIGHT for each in key)


def exact_key(line: Iterable[Inline]) -> tuple[Hashable, ...]:
    """What a line says and what it is set in."""
    found: list[Hashable] = []
    for inline in line:
        if wraps(inline):
            found.append((wrapper_key(inline), inline.language, exact_key(inline.inlines)))
        elif isinstance(inline, Text | Abbreviation):
            found.append((same(inline.text), inline.language))
        else:
            found.append((atom_key(inline), atom_setting(inline), inline.language))
    return tuple(found)


def wraps(inline: Inline) -> TypeGuard[Wrapper]:
    """Whether an inline holds text of the author's own; a reference without such prints what is generated."""
    return isinstance(inline, Emphasis | Strong | Link | CrossReference) and bool(inline.inlines)


def _leaves(line: Iterable[Inline]) -> Iterator[Inline]:
    for inline in line:
        if wraps(inline):
            yield from _leaves(inline.inlines)
        else:
            yield inline


def atom_key(inline: Inline) -> Hashable:
    """What an inline is known by that is no text, or holds nothing."""
    match inline:
        case CrossReference():
            return ("reference", inline.target)
        case FootnoteReference():
            return ("note", inline.note)
        case Badge():
            return ("badge", inline.goal, inline.text)
        case Image():
            return ("image", inline.data)
        case Code():
            return ("code", inline.text)
        case LineBreak():
            return ("break",)
        case ParagraphEnd():
            return ("end", inline.new)
        case Expression():
            return ("expression", inline.source)
        case Emphasis() | Strong() | Link() | Text() | Abbreviation():
            return (type(inline).__name__,)
        case _:
            assert_never(inline)


def atom_setting(inline: Inline) -> str:
    """What else an inline without text says, where it is read and not seen: a picture's text."""
    return inline.alternative if isinstance(inline, Image) else ""


def wrapper_key(wrapper: Wrapper) -> Hashable:
    """What a setting is known by."""
    match wrapper:
        case Emphasis() | Strong():
            return type(wrapper).__name__
        case Link():
            return ("link", wrapper.url)
        case CrossReference():
            return ("reference", wrapper.target)
        case _:
            assert_never(wrapper)
