"""Two lines of inlines -> one line in which what was inserted, deleted or only set otherwise is marked.

The innermost inlines carry the marks, not those that hold others.

The lines are compared token by token, whatever formatting the tokens stand in; the formatting of equal tokens is then
compared. What is generated (numbers of references and notes) is compared by what it leads to, and never marked.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from plangen.dataclass import replace
from plangen.document.diff.keys import ATOM_WEIGHT, Wrapper, atom_key, atom_setting, exact_key, wrapper_key, wraps
from plangen.document.diff.readable import readable
from plangen.document.diff.sequence import common
from plangen.document.diff.tokens import known_by, tokens
from plangen.document.inlines import Abbreviation, Change, CrossReference, Inline, Link, Text

INSERTED, DELETED, REFORMATTED = Change("inserted"), Change("deleted"), Change("reformatted")

REWRITTEN = 0.35
"""The share of a line's words that must be kept; with fewer it is one line out and one in."""


class Token(NamedTuple):
    """A piece of a line: what it is compared by, its text, the inline that it is of and what that stands in.

    What it stands in comes outermost first. `weight`: how much it says, in characters; nothing for spaces and points.
    """

    key: Hashable
    text: str
    leaf: Inline
    within: tuple[Wrapper, ...]
    weight: int

    @property
    def formatting(self) -> tuple[Hashable, ...]:
        """What it stands in, as it is compared."""
        return (*(wrapper_key(each) for each in self.within), self.leaf.language, atom_setting(self.leaf))

    @property
    def setting(self) -> str:
        """What of its formatting isn't seen: where it leads to, or what it is read as."""
        links = [each.url for each in self.within if isinstance(each, Link)]
        return links[-1] if links else atom_setting(self.leaf)

    @property
    def forms(self) -> tuple[str, ...]:
        """What of its formatting is seen, outermost first."""
        return tuple(filter(None, map(form_of, self.within)))


Marked = tuple[Token, Change | None]


def compared(base: Sequence[Inline], head: Sequence[Inline]) -> tuple[Inline, ...]:
    """The head's line with the base's own words in it, all that differs marked. Of equal lines it is the head's."""
    if exact_key(base) == exact_key(head):
        return tuple(head)
    old, new = line_tokens(base), line_tokens(head)
    marked = marked_tokens(old, new)
    kept = sum(each.weight for each, change in marked if change is None or change.kind == "reformatted")
    if kept < REWRITTEN * max(_weight(old), _weight(new)):
        marked = [*((each, DELETED) for each in old), *((each, INSERTED) for each in new)]
    if all(change is None for _, change in marked):
        return tuple(head)
    return built(marked)


def marked_tokens(old: Sequence[Token], new: Sequence[Token]) -> list[Marked]:
    """The tokens of two lines in one order, each with its mark."""
    return [marked_token(was, now) for was, now in paired_tokens(old, new)]


def marked_token(was: Token | None, now: Token | None) -> Marked:
    """A token of one side or both, with its mark."""
    if now is None:
        assert was is not None
        return was, DELETED
    return now, _set_otherwise(was, now) if was else INSERTED


def paired_tokens(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[Token | None, Token | None]]:
    """The tokens of two lines in one order, the equal together, None for what one line hasn't got."""
    told, tells = ([int(each.weight > 0) for each in line] for line in (old, new))
    stretches = readable(common([each.key for each in old], [each.key for each in new]), told, tells)
    for old_start, old_end, new_start, new_end, equal in stretches:
        if equal:
            yield from zip(old[old_start:old_end], new[new_start:new_end], strict=True)
        else:
            yield from ((each, None) for each in old[old_start:old_end])
            yield from ((None, each) for each in new[new_start:new_end])


def _set_otherwise(was: Token, now: Token) -> Change | None:
    """The mark of a token that is kept; `of` is where it led to, or what it was read as, before."""
    if type(was.leaf) is type(now.leaf) is Text and was.within == now.within and was.leaf.language == now.leaf.language:
        return None
    if was.formatting == now.formatting:
        return None
    return Change("reformatted", was.setting if was.setting != now.setting else "", was.forms)


def form_of(wrapper: Wrapper) -> str:
    """What words are set in that are seen to be: "emphasis", "strong", or `#` and the id that a reference leads to."""
    if isinstance(wrapper, CrossReference):
        return f"#{wrapper.target}"
    return "" if isinstance(wrapper, Link) else type(wrapper).__name__.lower()


def whole(line: Sequence[Inline], change: Change) -> tuple[Inline, ...]:
    """A line that is altogether inserted or deleted."""
    return tuple(
        replace(each, inlines=whole(each.inlines, change)) if wraps(each) else replace(each, change=change)
        for each in line
    )


def line_tokens(line: Sequence[Inline]) -> list[Token]:
    """The tokens of a line, in order."""
    return list(_tokens(line, ()))


def _tokens(line: Sequence[Inline], within: tuple[Wrapper, ...]) -> Iterator[Token]:
    for inline in line:
        if wraps(inline):
            yield from _tokens(inline.inlines, (*within, inline))
        elif isinstance(inline, Text | Abbreviation):
            for text in tokens(inline.text):
                key, weight = known_by(text)
                yield Token(key, text, inline, within, weight)
        else:
            yield Token(atom_key(inline), "", inline, within, ATOM_WEIGHT)


def _weight(line: Sequence[Token]) -> int:
    return sum(each.weight for each in line)


def built(marked: Sequence[Marked], depth: int = 0) -> tuple[Inline, ...]:
    """Inlines of tokens: neighbours of the same mark in the same formatting are one again."""
    found: list[Inline] = []
    index = 0
    while index < len(marked):
        token, change = marked[index]
        end = index + 1
        wrapper = token.within[depth] if len(token.within) > depth else None
        while end < len(marked) and marked[end][1] == change and _together(token, marked[end][0], depth):
            end += 1
        run = marked[index:end]
        if wrapper is not None:
            found.append(replace(wrapper, inlines=built(run, depth + 1)))
        elif isinstance(token.leaf, Text | Abbreviation):
            text = "".join(each.text for each, _ in run)
            found.append(replace(token.leaf, text=text, change=change))
        else:
            found.append(replace(token.leaf, change=change))
        index = end
    return tuple(found)


def _together(first: Token, other: Token, depth: int) -> bool:
    """Whether two neighbours are parts of one inline at a depth."""
    if len(first.within) > depth or len(other.within) > depth:
        return (
            len(first.within) > depth
            and len(other.within) > depth
            and wrapper_key(first.within[depth]) == wrapper_key(other.within[depth])
        )
    if isinstance(first.leaf, Abbreviation):
        return first.leaf is other.leaf
    texts = isinstance(first.leaf, Text) and isinstance(other.leaf, Text)
    return texts and first.leaf.language == other.leaf.language
