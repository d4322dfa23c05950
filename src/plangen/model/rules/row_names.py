"""How running text names a row of a table: "Gatorna och cykelvägarna" or "gatorna" for "Gator och cykelvägar"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plangen.locale.wording import wording

FEWEST_LETTERS = 4
"""Letters of a row's name, at least, by which a sentence can name it."""

_FIRST_WORDS = re.compile(r"^(?:varav|därav|summa|totalt|of which|of whom|total|sum of)\s+", re.IGNORECASE)
_HEAD = re.compile(r"\w+(?=(?:,\s|\s(?:och|and|&)\s))")
_NO_NAMES = frozenset({"summa", "totalt", "total", "totalsumma", "övrigt", "netto", "other", "items"})
"""Names of rows that are words of any text."""


@cache
def name_pattern(name: str, language: str, head: str = "") -> re.Pattern[str] | None:
    """How a text names a row: its name, or its `head`, inflected; None for a name that is a word of any sentence."""
    plain = _plain(name)
    if len(re.sub(r"\W", "", plain)) < FEWEST_LETTERS or plain.casefold() in (*_NO_NAMES, *wording(language).plain):
        return None
    full = r"\W+".join(_inflected(word, language) for word in re.findall(r"\w+", plain))
    either = f"{full}|{_inflected(head, language)}" if head else full
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _inflected(word: str, language: str) -> str:
    """A pattern of a word with its endings, and with those that it takes in the stead of its own last letters."""
    known = wording(language)
    endings = f"(?:{'|'.join(map(re.escape, known.endings))})?"
    for last, *instead in map(str.split, known.bent):
        if len(word) > len(last) + 1 and word.casefold().endswith(last):
            forms = "|".join((re.escape(word[-len(last) :]) + endings, *map(re.escape, instead)))
            return f"{re.escape(word[: -len(last)])}(?:{forms})"
    return re.escape(word) + endings


def named_spans(text: str, names: Iterable[re.Pattern[str]]) -> list[tuple[int, int, re.Pattern[str]]]:
    """Where names stand in a text, in order. In "anpassad grundskola" the row "Grundskola" isn't named."""
    spans = [(*found.span(), name) for name in names for found in name.finditer(text)]
    if len(spans) < len(("a name", "one that it may stand in")):
        return spans
    kept: list[tuple[int, int, re.Pattern[str]]] = []
    for start, end, name in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1] or (start, end) == kept[-1][:2]:
            kept.append((start, end, name))
    return kept


def head_of(name: str, others: Iterable[str], language: str) -> str:
    """The word before "och" or a comma, where no other row has it, or a word that begins so: "Gator" for short.

    None that names the board or the frame: "nämnden" isn't the row "Nämnd och ledning".
    """
    found = _HEAD.match(_plain(name))
    if not found or len(found[0]) < FEWEST_LETTERS or found[0].casefold() in _NO_NAMES:
        return ""
    head = found[0].casefold()
    wholes = (*wording(language).boards, *wording(language).wholes)
    if any(word.startswith(head) for word in wholes):
        return ""
    return "" if any(head in other.casefold() for other in others if other != name) else found[0]


def _plain(name: str) -> str:
    return _FIRST_WORDS.sub("", re.sub(r"[\u00ad*]", "", name).strip())
