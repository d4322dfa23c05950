"""What a sentence with an amount speaks of: which years, a change, a sum, the frame, something else than the plan.

An amount has a clause of its own: from the amount before it, or else the start of the sentence, to the next comma or
conjunction. "Ramen är 48,2 mnkr, en ökning med 4 procent" says in its first clause no more than what the frame is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal

from babel import Locale

from plangen.dataclass import dataclass
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.wording import wording
from plangen.model.rules.passages import Passage, sentences
from plangen.model.rules.row_names import named_spans
from plangen.model.rules.written_amounts import WrittenAmount, written_amounts

_YEAR = re.compile(r"(?<![\w./:-])(?:19|20)\d{2}(?![\w/]|-\d\d-)")
_LAST_WORD = re.compile(r"([^\W\d]+)\.?\s+$")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[,;:()](?=\s|\()|\s[–—(]")


Stage = Literal["", "from", "to"]


@dataclass(frozen=True, slots=True)
class AmountSentence:
    """The text around an amount, and what its words tell.

    `clause`: that of the amount, before and after it. `lean`: it says no more than what something has, or by how much
    it changes; what that is may stand before it. `plain`: the sentence, or a clause that names something, says no
    more than that a row, or the frame, has the amount. `whole`: it names the frame or a sum, or says that the board has
    so much. `changes`: the amount of the clause may be a change. `sums`: it may be added up. `elsewhere`: it may be of
    another matter. `names`: those that it has. `since`: years that it compares with, which are none of its `years`.
    `stage`: of "ökar från 5 till 6 mnkr" which end the amount is; the other is left out of what stands around it.
    """

    before: str
    after: str
    clause: tuple[str, str]
    names: tuple[re.Pattern[str], ...]
    years: frozenset[int]
    since: frozenset[int]
    stage: Stage
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
    known, said = wording(language), {name: None for *_, name in named_spans(passage.text[start:end], names)}
    names = tuple(said)
    before, after, stage = _staged(passage.text[start : amount.start], passage.text[amount.end : end], language)
    since = _years(" ".join(found[0] for found in _compared(language).finditer(f"{before} {after}")), language)
    before, after = (_compared(language).sub("", each) for each in (before, after))
    clause = _clause(before, after, language)
    words = _words(f"{before} {after}", names)
    own = _words(" ".join(clause), names)
    named = bool(named_spans(" ".join(clause), names)) or any(word in known.wholes for word in own)
    lean = _is_plain(" ".join(clause), names, language)
    clear = named and lean and not _adds(after[len(clause[1]) :], names, language)
    board = any(word in known.boards for word in words) and begins(own, known.haves)
    return AmountSentence(
        before,
        after,
        clause,
        names,
        _years(f"{before} {after}", language),
        since,
        stage,
        lean,
        clear or _is_plain(f"{before} {after}", names, language),
        board or any(word in known.wholes for word in words),
        not stage and begins(own, known.changes),
        begins(words, known.sums),
        begins(own if clear else words, known.elsewhere),
    )


def _staged(before: str, after: str, language: str) -> tuple[str, str, Stage]:
    """What stands around the end of a change that an amount is, without the other end; as it is where it is none."""
    changing = begins(_WORD.findall(before.casefold()), wording(language).changes)
    if changing and (found := _start(language).search(before)):
        return before[: found.start()], after, "to"
    if changing and (found := _opening(language).search(before)):
        other = next(iter(written_amounts(after, language)), None)
        if other and _opening(language).fullmatch(after[: other.start]):
            return before[: found.start()], after[: other.start] + _YEAR.sub("", after[other.end :]), "from"
    return before, after, ""


@cache
def _start(language: str) -> re.Pattern[str]:
    """The start of a change before its end: "från 5,0 mnkr 2026 till"."""
    first, last = _ends(language)
    number = r"[£€]?[0-9][0-9,.\s]*(?:[^\W\d]+\.?\s+){0,2}"
    return re.compile(rf"(?<!\w){first}\s+{number}(?:(?:19|20)\d\d\s+)?{last}\s+$", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    """What stands right before the start of a change, and, all of it, between that and its end."""
    first, last = _ends(language)
    return re.compile(rf"(?<!\w){first}\s+$|\s+(?:(?:19|20)\d\d\s+)?{last}\s+", re.IGNORECASE)


def _ends(language: str) -> tuple[str, str]:
    """The words before the start and before the end of a change: those of a range but for "between … and"."""
    known = wording(language)
    first, last = ("|".join(map(re.escape, each[1:])) or "(?!)" for each in (known.between, known.conjunctions))
    return f"(?:{first})", f"(?:{last})"


@cache
def _compared(language: str) -> re.Pattern[str]:
    """A year that something is compared with: "jämfört med 2026", "än året före", "mot 2026 års budget"."""
    known = wording(language)
    phrases, last = ("|".join(map(re.escape, each)) or "(?!)" for each in (known.compared, known.last_year))
    year = rf"(?:[^\W\d]+\s+)?(?:19|20)\d\d(?![\w/-])(?:\s+års\s+\w+)?|{last}"
    return re.compile(rf"\s*(?<!\w)(?:{phrases})\s+(?:{year})(?!\w)", re.IGNORECASE)


def _years(text: str, language: str) -> frozenset[int]:
    """The years that a text names; one of a date ("22 juni 2026") is none."""
    return frozenset(int(found[0]) for found in _YEAR.finditer(text) if not _dated(text[: found.start()], language))


def _dated(before: str, language: str) -> bool:
    last = _LAST_WORD.search(before)
    return bool(last and last[1].casefold() in _months(language))


@cache
def _months(language: str) -> frozenset[str]:
    if language not in LANGUAGES:
        return frozenset()
    months = Locale.parse(catalogue(language).babel).months["format"]
    return frozenset(name.casefold() for width in ("wide", "abbreviated") for name in months[width].values())


def _clause(before: str, after: str, language: str) -> tuple[str, str]:
    """What stands before and after an amount in its clause."""
    last = max((each.end for each in written_amounts(before, language)), default=0)
    broken = breaks(before, language, last)[:1] if last else []
    return before[broken[0] if broken else last :], after[: (breaks(after, language, 0) or [len(after)])[0]]


def _adds(rest: str, names: Iterable[re.Pattern[str]], language: str) -> bool:
    """Whether what follows a clause adds another amount to its own: "…, och 2 mnkr till"."""
    other = next(iter(written_amounts(rest, language)), None)
    if other is None:
        return False
    words, known = _WORD.findall(rest[: other.start].casefold()), wording(language)
    parted = any(word in known.whereof for word in words) or begins(words, known.changes)
    return not parted and not named_spans(rest[: other.start], names)


def breaks(text: str, language: str, start: int) -> list[int]:
    """Where a clause ends in a text, from a place on: at a mark, or before a word that begins another."""
    at = [found.start() for found in _BREAK.finditer(text, start)]
    return sorted(at + [found.start() for found in _joints(language).finditer(text, start)])


@cache
def _joints(language: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, wording(language).joints))
    return re.compile(rf"\s(?:{words})\s" if words else r"(?!)", re.IGNORECASE)


def _words(text: str, names: Iterable[re.Pattern[str]]) -> list[str]:
    """The words of a text, in small letters, but for those that name rows."""
    return _WORD.findall(_unnamed(text, names).casefold())


def _unnamed(text: str, names: Iterable[re.Pattern[str]]) -> str:
    """A text without the names in it."""
    for start, end, _ in reversed(named_spans(text, names)):
        text = f"{text[:start]} {text[end:]}"
    return text


def _is_plain(text: str, names: Iterable[re.Pattern[str]], language: str) -> bool:
    """Whether a text says no more than what its row or the frame has: no other number, no word of another matter."""
    known = wording(language)
    text = _unnamed(text, names)
    alone = not any(True for _ in written_amounts(text, language)) and not re.search(r"\d", _YEAR.sub("", text))
    allowed = {*known.plain, *known.wholes, *known.boards, *known.rises, *known.falls}
    return alone and all(word in allowed for word in _WORD.findall(text.casefold()))


def begins(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether a word begins as one of some stems; so short ones are whole words."""
    whole, begun = _forms(tuple(stems))
    return any(word in whole or word.startswith(begun) for word in words)


@cache
def _forms(stems: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """What a word may be, and what it may begin with."""
    return frozenset(stems), tuple(stem for stem in stems if len(stem) > LONGEST_WHOLE)


LONGEST_WHOLE = 3
"""Letters of a stem that too many words begin with by chance."""
