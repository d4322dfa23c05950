"""What a sentence with an amount speaks of: which years, a change, a sum, the frame, something else than the plan.

An amount has a clause of its own: from the amount before it, or else the start of the sentence, to the next comma or
conjunction. "Ramen är 48,2 mnkr, en ökning med 4 procent" says in its first clause no more than what the frame is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from plangen.dataclass import dataclass
from plangen.locale.wording import wording
from plangen.model.rules.passages import Passage, sentences
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

_YEAR = re.compile(r"(?<![\w./:-])(?:19|20)\d{2}(?![\w/])")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:()](?=\s|\()|\s[–—(]")


@dataclass(frozen=True, slots=True)
class AmountSentence:
    """The text around an amount, and what its words tell.

    `clause`: that of the amount, before and after it. `lean`: it says no more than what something has, or by how much
    it changes; what that is may stand before it. `plain`: the sentence, or a clause that names something, says no
    more than that a row, or the frame, has the amount. `whole`: it names the frame or a sum, or says that the board has
    so much. `changes`: the amount of the clause may be a change. `sums`: it may be added up. `elsewhere`: it may be of
    another matter.
    """

    before: str
    after: str
    clause: tuple[str, str]
    years: frozenset[int]
    lean: bool
    plain: bool
    whole: bool
    changes: bool
    sums: bool
    elsewhere: bool

    @property
    def text(self) -> str:
        """The sentence without the amount."""
        return f"{self.before} {self.after}"


def sentence_of(
    passage: Passage, amount: WrittenAmount, names: Iterable[re.Pattern[str]], language: str
) -> AmountSentence:
    """The sentence that an amount stands in; `names`: how it may name rows, whose words then say nothing else."""
    spans = (span for span in sentences(passage.text) if span[0] <= amount.start < span[1])
    start, end = next(spans, (0, len(passage.text)))
    before, after = passage.text[start : amount.start], passage.text[amount.end : end]
    known, names = wording(language), tuple(name for name in names if name.search(passage.text, start, end))
    clause = _clause(before, after, language)
    words = _words(f"{before} {after}", names)
    own = _words(" ".join(clause), names)
    named = any(name.search(" ".join(clause)) for name in names) or any(word in known.wholes for word in own)
    lean = _is_plain(" ".join(clause), names, language)
    clear = named and lean and not _adds(after[len(clause[1]) :], names, language)
    board = any(word in known.boards for word in words) and _begins(own, known.haves)
    return AmountSentence(
        before,
        after,
        clause,
        frozenset(int(year) for year in _YEAR.findall(f"{before} {after}")),
        lean,
        clear or _is_plain(f"{before} {after}", names, language),
        board or any(word in known.wholes for word in words),
        _begins(own, known.changes),
        _begins(words, known.sums),
        _begins(own if clear else words, known.elsewhere),
    )


def _clause(before: str, after: str, language: str) -> tuple[str, str]:
    """What stands before and after an amount in its clause."""
    last = max((each.end for each in written_amounts(before, language)), default=0)
    broken = _breaks(before, language, last)[:1] if last else []
    return before[broken[0] if broken else last :], after[: (_breaks(after, language, 0) or [len(after)])[0]]


def _adds(rest: str, names: Iterable[re.Pattern[str]], language: str) -> bool:
    """Whether what follows a clause adds another amount to its own: "…, och 2 mnkr till"."""
    other = next(iter(written_amounts(rest, language)), None)
    if other is None:
        return False
    words, known = _WORD.findall(rest[: other.start].casefold()), wording(language)
    parted = any(word in known.whereof for word in words) or _begins(words, known.changes)
    return not parted and not any(name.search(rest[: other.start]) for name in names)


def _breaks(text: str, language: str, start: int) -> list[int]:
    """Where a clause ends in a text, from a place on: at a mark, or before a word that begins another."""
    at = [found.start() for found in _BREAK.finditer(text, start)]
    return sorted(at + [found.start() for found in _joints(language).finditer(text, start)])


@cache
def _joints(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, wording(language).joints))
    return re.compile(rf"\s(?:{words})\s" if words else r"(?!)", re.IGNORECASE)


def _words(text: str, names: Iterable[re.Pattern[str]]) -> list[str]:
    """The words of a text, in small letters, but for those that name rows."""
    for name in names:
        text = name.sub(" ", text)
    return _WORD.findall(text.casefold())


def _is_plain(text: str, names: Iterable[re.Pattern[str]], language: str) -> bool:
    """Whether a text says no more than what its row or the frame has: no other number, no word of another matter."""
    known = wording(language)
    for name in names:
        text = name.sub(" ", text)
    alone = not any(True for _ in written_amounts(text, language)) and not re.search(r"\d", _YEAR.sub("", text))
    allowed = {*known.plain, *known.wholes, *known.boards, *known.rises, *known.falls}
    return alone and all(word in allowed for word in _WORD.findall(text.casefold()))


def _begins(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether a word begins as one of some stems; so short ones are whole words."""
    return any(
        word == stem or (len(stem) > LONGEST_WHOLE and word.startswith(stem)) for word in words for stem in stems
    )


LONGEST_WHOLE = 3
"""Letters of a stem that too many words begin with by chance."""
