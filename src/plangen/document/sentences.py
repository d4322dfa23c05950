"""A line whose references are filled in -> the same, with a capital on the label of one that begins a sentence.

A sentence begins with the line, and after a full stop, an exclamation or a question mark and a space. Marks of notes
and signs that open (a parenthesis, a quotation mark) may stand between. A point that belongs to a short form ("t.ex.",
"bl. a.") ends none.
"""

from __future__ import annotations

import re

from plangen.dataclass import replace
from plangen.document.inlines import CrossReference, Emphasis, Inline, Link, Strong
from plangen.document.walk import plain_text
from plangen.locale.wording import wording

_BETWEEN = r"[)\]\"\u201d\u2019\u00bb]*\s[\s(\[\"\u201c\u201d\u2018\u2019\u00bb\u00ab]*$"
_STARTS = re.compile(r"^[\s(\[\"\u201c\u201d\u2018\u2019\u00bb\u00ab]*$|[.!?\u2026]" + _BETWEEN)
_LAST_WORD = re.compile(r"([^\s(\[\u201d\"]+)\." + _BETWEEN)


def with_capitals(line: tuple[Inline, ...], language: str) -> tuple[Inline, ...]:
    """The line with the labels of references as its sentences ask for."""
    if not any(isinstance(each, CrossReference | Emphasis | Strong) for each in line):
        return line
    return _from(line, "", frozenset(wording(language).leading))


def _from(line: tuple[Inline, ...], said: str, leading: frozenset[str]) -> tuple[Inline, ...]:
    """The line, before which so much was `said`."""
    made: list[Inline] = []
    for inline in line:
        match inline:
            case CrossReference(inlines=(), label=label) if label and begins_sentence(said, leading):
                made.append(replace(inline, label=label[0].upper() + label[1:]))
            case Emphasis() | Strong() | Link():
                made.append(replace(inline, inlines=_from(inline.inlines, said, leading)))
            case _:
                made.append(inline)
        said += plain_text((inline,))
    return tuple(made)


def begins_sentence(said: str, leading: frozenset[str]) -> bool:
    """Whether what follows a text begins a sentence; after the point of a `leading` short form it goes on."""
    if not _STARTS.search(said):
        return False
    last = _LAST_WORD.search(said)
    if last is None:
        return True
    word = last[1]
    return not (word.casefold() in leading or (len(word) == 1 and word.islower()))
