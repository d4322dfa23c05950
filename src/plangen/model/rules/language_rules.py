"""Signs in the texts: dashes and minus signs where a hyphen stands, spaces too many, two kinds of quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, warning
from plangen.locale.catalogue import catalogue
from plangen.locale.wording import wording
from plangen.model.rules.passages import Passage
from plangen.model.rules.reviewed import Reviewed

_DASH = re.compile(r"(?<=[^\s|\d-]) (--?) (?=[^\W\d]|[”\"“(])|(?<=\d) (--?) (?=[^\W\d])|(?<=\w)(--)(?=\w)")
"""A hyphen with a space on both sides, where no number follows one (a subtraction)."""

_YEARS = re.compile(r"(?<![\w/.:-])((?:19|20)\d{2})(-)((?:19|20)?\d{2})(?![\w/:-])(?!\.\d)")
_BEFORE_NUMBER = re.compile(r"-\d")
_MINUS = re.compile(r"(?<![\w\ufffc.,:/)–-])(-)\d")
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_QUOTES = re.compile(r"[”“„\"]")
_SINGLE = re.compile(r"(?<![\w'])'(?=[^\W\d])[^'\n]{3,60}(?<=\w)'(?![\w'])")
"""Words within straight single quotation marks."""

MONTHS = 12


def language_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """What is wrong with signs in the plan's texts."""
    hyphens = tuple(each for passage in reviewed.passages for each in _hyphens(passage, reviewed))
    yield from _told(hyphens, reviewed)
    for passage in reviewed.passages:
        for found in _SPACES.finditer(passage.text) if "  " in passage.text else ():
            place = passage.place(found.start(), found.end(), reviewed.lines)
            yield warning("double-space", place, count=found.end() - found.start())
    yield from _quotes(reviewed)


@dataclass(frozen=True, slots=True)
class _Hyphen:
    """A hyphen where another sign belongs: the words with it, and what they ought to be."""

    code: str
    place: Location
    words: str
    around: str
    right: str


def _hyphens(passage: Passage, reviewed: Reviewed) -> Iterator[_Hyphen]:
    if "-" not in passage.text:
        return
    for found in _DASH.finditer(passage.text) if " -" in passage.text or "--" in passage.text else ():
        group = found.lastindex or 1
        yield _hyphen("hyphen-as-dash", passage, found.start(group), found.end(group), reviewed)
    if not _BEFORE_NUMBER.search(passage.text):
        return
    language = reviewed.plan.language
    for found in (*_YEARS.finditer(passage.text), *_ranges(language).finditer(passage.text)):
        if _rising(found[1], found[3]):
            yield _hyphen("hyphen-in-range", passage, found.start(), found.end(), reviewed)
    for found in _hours(language).finditer(passage.text):
        yield _hyphen("hyphen-in-range", passage, found.start(1), found.end(1), reviewed)
    if passage.kind in ("prose", "title"):
        for found in _MINUS.finditer(passage.text):
            yield _hyphen("hyphen-as-minus", passage, found.start(1), found.end(1), reviewed)


def _rising(first: str, last: str) -> bool:
    """Whether two numbers are the ends of a range; "2027-09" is a month, and "2025-26" two years."""
    if len(last) < len(first):
        return MONTHS < int(last) == (int(first) + 1) % 100
    return int(last) > int(first)


@cache
def _ranges(language: str) -> re.Pattern[str]:
    """Two numbers with a hyphen between, before a word that stands after numbers: "7-20 år"."""
    words = "|".join(re.escape(word) for word in catalogue(language).bound_words)
    return re.compile(rf"(?<![\w.,/:-])(\d{{1,3}})(-)(\d{{1,3}})(?=\s?(?:{words})(?!\w))")


@cache
def _hours(language: str) -> re.Pattern[str]:
    """Two times of the clock with a hyphen between: "kl. 8-16"."""
    words = "|".join(map(re.escape, wording(language).clock)) or "(?!)"
    hour = r"\d{1,2}(?:[.:]\d\d)?"
    return re.compile(rf"(?<!\w)(?:{words})\.?\s({hour}-{hour})(?![\w-])", re.IGNORECASE)


def _hyphen(code: str, passage: Passage, start: int, end: int, reviewed: Reviewed) -> _Hyphen:
    around = passage.text[max(0, start - 12) : end + 12].strip()
    words = passage.text[start:end]
    right = words.replace("--", "–").replace("-", "−" if code == "hyphen-as-minus" else "–")
    return _Hyphen(code, passage.place(start, end, reviewed.lines), words, around, right)


def _told(hyphens: Sequence[_Hyphen], reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Each hyphen; where a line has several, with the line as it is when all are put right."""
    rows: dict[tuple[str, int], list[_Hyphen]] = {}
    for each in dict.fromkeys(hyphens):
        if reviewed.stands(each.place) == each.words:
            rows.setdefault((each.place.file, each.place.line), []).append(each)
    for each in hyphens:
        own = rows.get((each.place.file, each.place.line), [])
        row = {"instead": each.right} if each in own else {}
        if row and len(own) > 1:
            row = {"written": _mended(reviewed.lines(each.place.file)[each.place.line - 1], own)}
        yield warning(each.code, each.place, text=each.words, around=each.around, right=each.right, **row)


def _mended(line: str, hyphens: Iterable[_Hyphen]) -> str:
    for each in sorted(hyphens, key=lambda hyphen: hyphen.place.column, reverse=True):
        start = each.place.column - 1
        line = line[:start] + each.right + line[start + each.place.length :]
    return line


def _quotes(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """Straight quotation marks where the plan has curly ones, or the other way about: the rarer kind is told of."""
    straight: list[tuple[Passage, int]] = []
    curly: list[tuple[Passage, int]] = []
    for passage in reviewed.passages:
        for found in _QUOTES.finditer(passage.text):
            (straight if found.group() == '"' else curly).append((passage, found.start()))
        if "'" in passage.text:
            straight += [(passage, found.start()) for found in _SINGLE.finditer(passage.text)]
    rare, usual = (straight, curly) if len(straight) <= len(curly) else (curly, straight)
    told: set[Passage] = set()
    for passage, at in rare if straight and curly else ():
        if passage not in told:
            told.add(passage)
            place = passage.place(at, at + 1, reviewed.lines)
            other, where = usual[0]
            yield warning("quotes-mixed", place, sign=passage.text[at], usual=other.text[where], count=len(usual))
