"""What words of running text mean, for the rules across a plan: `wording.toml`, one table a language."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from functools import cache
from importlib.resources import files

from plangen.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one language, by what they tell; `wording.toml` says what each is."""

    about: tuple[str, ...]
    between: tuple[str, ...]
    compared: tuple[str, ...]
    last_year: tuple[str, ...]
    conjunctions: tuple[str, ...]
    some: tuple[str, ...]
    part: tuple[str, ...]
    whereof: tuple[str, ...]
    shares: tuple[str, ...]
    aims: tuple[str, ...]
    known: tuple[str, ...]
    endings: tuple[str, ...]
    bent: tuple[str, ...]
    wholes: tuple[str, ...]
    boards: tuple[str, ...]
    haves: tuple[str, ...]
    joints: tuple[str, ...]
    refers: tuple[str, ...]
    elsewhere: tuple[str, ...]
    clock: tuple[str, ...]
    changes: tuple[str, ...]
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    sums: tuple[str, ...]
    plain: tuple[str, ...]
    yearly: tuple[str, ...]
    leading: tuple[str, ...]


@cache
def wording(language: str) -> Wording:
    """The words of a language; none of any kind where the table has none, and then no rule finds anything by them."""
    text = files("plangen.locale").joinpath("wording.toml").read_text(encoding="utf-8")
    given = tomllib.loads(text).get(language, {})
    return Wording(**{each.name: tuple(given.get(each.name, ())) for each in fields(Wording)})
