"""Paragraphs that were split, or merged: which of them hold the same words, and what else differs in them.

A paragraph that was split is those paragraphs of the head that it has become, in which only other words are marked.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import dataclass
from plangen.document.diff.likeness import Likeness, shared
from plangen.document.diff.lines import Marked, Token, built, line_tokens, marked_token, marked_tokens, paired_tokens
from plangen.document.diff.parts import Part
from plangen.document.inlines import Inline, ParagraphEnd, Text

HELD = 0.6
"""The share of a paragraph that must stand in the one that it came of, or went into."""

MOST_PIECES = 30
"""How many paragraphs before and after a piece others are looked for."""

_SPACE = Text(" ")
"""Stands between two paragraphs that are read as one; that it is kept counts for a word."""


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One paragraph of a side, and the several of the other that it is there."""

    old: tuple[Part, ...]
    new: tuple[Part, ...]


def groups(old: Sequence[Part], new: Sequence[Part], partners: Mapping[Part, Part]) -> Iterator[Group]:
    """The groups among the parts of a gap; no part is in two of them.

    `partners` are those that are alike, of both sides. Where one was split, one of its pieces at least has no partner.
    """
    taken: set[Part] = set()
    for wholes, others, split in ((old, new, True), (new, old, False)):
        paragraphs = [part for part in wholes if part.kind == "paragraph"]
        loose = [part for part in others if part.kind == "paragraph" and part not in partners]
        by_order = {part.order: part for part in others}
        likeness = Likeness([part.bag for part in loose], [part.bag for part in paragraphs])
        for index, piece in enumerate(loose):
            for whole in (paragraphs[at] for at in likeness.likely(index)):
                if piece in taken or whole in taken or not _held(piece, whole):
                    continue
                free = {
                    order: each
                    for order in range(piece.order - MOST_PIECES, piece.order + MOST_PIECES + 1)
                    if (each := by_order.get(order)) and each not in taken and partners.get(each, whole) is whole
                }
                pieces = _pieces(whole, _together(piece, free, whole))
                if pieces:
                    taken |= {whole, *pieces}
                    yield Group((whole,), pieces) if split else Group(pieces, (whole,))


def _together(piece: Part, parts: Mapping[int, Part], whole: Part) -> list[Part]:
    """The paragraphs right before and after one that stand in the whole as it does; `parts` has them by their order."""
    run = deque([piece])
    while (part := parts.get(run[0].order - 1)) and _held(part, whole):
        run.appendleft(part)
    while (part := parts.get(run[-1].order + 1)) and _held(part, whole):
        run.append(part)
    return list(run)


def _held(piece: Part, whole: Part) -> bool:
    """Whether a paragraph's words, in whatever order, stand in the whole."""
    return piece.kind == "paragraph" and bool(piece.bag) and shared(piece.sizes, whole.sizes) >= HELD * piece.size


def _pieces(whole: Part, likely: Sequence[Part]) -> tuple[Part, ...]:
    """Those that stand in the whole in their order, if they are several and most of it."""
    run = list(likely)
    while len(run) > 1:
        kept = _kept(whole, run)
        short = [weight < HELD * each.size for each, weight in zip(run, kept, strict=True)]
        if not any(short) and sum(kept) >= HELD * whole.size:
            return tuple(run)
        if short[0] == short[-1]:
            break
        run = run[1:] if short[0] else run[:-1]
    return ()


def _kept(whole: Part, pieces: Sequence[Part]) -> list[int]:
    """How much of each piece stands in the whole."""
    kept = [0] * len(pieces)
    at = 0
    for token, change in marked_tokens(whole.tokens, _joined([each.tokens for each in pieces])):
        deleted = change is not None and change.kind == "deleted"
        if token.leaf is _SPACE and not deleted:
            at += 1
        elif change is None or change.kind == "reformatted":
            kept[at] += token.weight
    return kept


def regrouped_lines(old: Sequence[tuple[Inline, ...]], new: Sequence[tuple[Inline, ...]]) -> list[tuple[Inline, ...]]:
    """The head's lines with what differs marked, whatever line of the base it stood in, and where lines of it ended."""
    joined = (_joined([line_tokens(line) for line in side]) for side in (old, new))
    lines: list[list[Marked]] = [[]]
    for was, now in paired_tokens(*joined):
        if now is not None and now.leaf is _SPACE:
            if was is None or was.leaf is not _SPACE:
                lines[-1].append((_end(ParagraphEnd(True, was.text if was else "")), None))
            lines.append([])
        elif was is not None and was.leaf is _SPACE:
            lines[-1].append((_end(ParagraphEnd(False, now.text if now else "")), None))
        else:
            lines[-1].append(marked_token(was, now))
    return [built(line) for line in lines]


def _end(of: ParagraphEnd) -> Token:
    return Token(" ", "", of, (), 0)


def _joined(lines: Sequence[Sequence[Token]]) -> list[Token]:
    """The tokens of several lines, a space of no line's own between them."""
    joined: list[Token] = []
    for index, line in enumerate(lines):
        joined += [Token(" ", " ", _SPACE, (), 1), *line] if index else line
    return joined
