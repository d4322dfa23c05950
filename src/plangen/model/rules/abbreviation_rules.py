"""Short forms that a reader may not know: words in capitals that the plan explains nowhere.

A short form is explained by the plan's list of abbreviations, by brackets on either side ("hållbart
medarbetarengagemang (HME)", "HME (hållbart …)"), or by the words whose letters it has, anywhere in the text. Names of
systems in a source are no short forms, nor is what a case number begins with; who decides or answers for something may
be written short.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from plangen.diagnostics import Diagnostic, warning
from plangen.model.rules.reviewed import Reviewed

_SHORT = re.compile(
    r"(?<![\w./&-])[A-ZÅÄÖ]{2,6}(?![\w/&])(?!\.\w)(?!-\d)(?! [A-ZÅÄÖ][a-zåäö])(?!\s(?:§|[0-9]+[/:][0-9]))"
)
"""Capitals that are no part of a longer name, nor of where a decision or a case is kept ("KF § 87", "KS 2025/123")."""

_SHOUTED = re.compile(r"[^a-zåäö]*[A-ZÅÄÖ]{3,}[^a-zåäö]+[A-ZÅÄÖ]{3,}[^a-zåäö]*")
"""Several words, all in capitals."""

_FIELDS = ("source", "value")
_NUMERAL = re.compile(r"[IVXLC]+")
_AFTER = re.compile(r"\s*\((?:\w+\W+)\w+")


def abbreviation_rules(reviewed: Reviewed) -> Iterator[Diagnostic]:
    """The first place of each short form that is explained nowhere."""
    plan = reviewed.plan
    if "abbreviations" in plan.places and not plan.abbreviations:  # they could not be read, which has been told
        return
    if not reviewed.wording.known:  # a language of which nobody has said what everybody knows
        return
    known = {*reviewed.wording.known, *(each.short for each in plan.abbreviations)}
    known |= {word for each in plan.abbreviations for word in re.findall(r"\w+", each.short)}
    passages = [each for each in reviewed.passages if each.kind not in _FIELDS and not _SHOUTED.fullmatch(each.text)]
    starts = [0, *accumulate(len(each.text) + 1 for each in passages)]
    text = "\n".join(each.text for each in passages)
    first: dict[str, int] = {}
    for found in _SHORT.finditer(text):
        short = found.group()
        if short not in known and not _NUMERAL.fullmatch(short) and len(set(short)) > 1:
            first.setdefault(short, found.start())
    for short, start in first.items():
        if not _explains(text, short):
            at = bisect_right(starts, start) - 1
            place = passages[at].place(start - starts[at], start - starts[at] + len(short), reviewed.lines)
            yield warning("abbreviation-unexplained", place, short=short)


def _explains(text: str, short: str) -> bool:
    """Whether a text says what a short form stands for."""
    if re.search(rf"\(\W*{short}\W*\)|\({short}[,;]", text):
        return True
    if any(_AFTER.match(text, found.end()) for found in re.finditer(rf"{short}\b", text)):
        return True
    return _spells(short).search(text) is not None


def _spells(short: str) -> re.Pattern[str]:
    """The words that a short form has its letters of: each begins a word, or what may be a part of a long one."""
    first, others = short[0], short[1:]
    gap = r"\w*[^\w\n.]+(?:\w{1,4}[^\w\n.]+)?"
    rest = "".join(rf"(?:\w{{3,}}?|{gap})[{letter}{letter.lower()}](?=\w\w)" for letter in others)
    return re.compile(rf"[{first}{first.lower()}](?<!\w.)(?=[a-zåäö]){rest}\w*[a-zåäö]")
