"""A compared line -> what is only set otherwise in it: the words, how they were set, and how they are.

A form is "emphasis" or "strong", `#` and the title that a reference leads to, or else an address or a meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from plangen.document.diff.differences import FormDifference, shortened
from plangen.document.diff.keys import Wrapper, atom_setting, wraps
from plangen.document.diff.lines import form_of
from plangen.document.inlines import Inline, Link
from plangen.document.walk import plain_text


class _Set(NamedTuple):
    old: tuple[str, ...]
    new: tuple[str, ...]
    text: str


def forms(line: Iterable[Inline], titles: Mapping[str, str]) -> Iterator[FormDifference]:
    """What is set otherwise in a line; neighbours alike are one. `titles` by the ids that references lead to."""
    for (old, new), found in groupby(_set(line, ()), key=lambda each: each[:2]):
        text = "".join(each.text for each in found).strip()
        if old != new and text:
            yield FormDifference(text=shortened(text), old=_told(old, titles), new=_told(new, titles))


def _set(line: Iterable[Inline], within: tuple[Wrapper, ...]) -> Iterator[_Set]:
    for inline in line:
        if wraps(inline):
            yield from _set(inline.inlines, (*within, inline))
        elif inline.change and inline.change.kind == "reformatted":
            addresses = [each.url for each in within if isinstance(each, Link)] or [atom_setting(inline)]
            old = (*inline.change.was, *filter(None, [inline.change.of]))
            new = (*filter(None, map(form_of, within)), *filter(None, addresses))
            yield _Set(old, new, plain_text((inline,)))
        else:
            yield _Set((), (), "")


def _told(some: tuple[str, ...], titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"#{titles.get(each[1:], each[1:])}" if each.startswith("#") else each for each in some)
