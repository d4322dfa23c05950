"""What a sentence with an amount speaks of: which years, a change, a sum, the frame, something else than the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plangen.dataclass import dataclass
from plangen.locale.wording import wording
from plangen.model.rules.passages import Passage, sentences
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

_YEAR = re.compile(r"(?<![\w./:-])(?:19|20)\d{2}(?![\w/])")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class AmountSentence:
    """The text around an amount, and what its words tell.

    `plain`: it says no more than that a row, or the frame, has the amount. `whole`: it names the frame, the board or a
    sum. `changes`, `sums`: the amount may be a change, or be added up. `elsewhere`: it may be of another matter.
    """

    before: str
    after: str
    years: frozenset[int]
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
    rest = f"{before} {after}"
    for name in names:
        rest = name.sub(" ", rest)
    known, words = wording(language), _WORD.findall(rest.casefold())
    lone = not any(True for _ in written_amounts(rest, language)) and not re.search(r"\d", _YEAR.sub("", rest))
    return AmountSentence(
        before,
        after,
        frozenset(int(year) for year in _YEAR.findall(rest)),
        lone and all(word in known.plain or word in known.wholes for word in words),
        any(word in known.wholes for word in words),
        _begins(words, known.changes),
        _begins(words, known.sums),
        _begins(words, known.elsewhere),
    )


def _begins(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether a word begins as one of some stems; so short ones are whole words."""
    return any(
        word == stem or (len(stem) > LONGEST_WHOLE and word.startswith(stem)) for word in words for stem in stems
    )


LONGEST_WHOLE = 3
"""Letters of a stem that too many words begin with by chance."""
