"""The words that plangen adds, one catalogue (TOML) a language: labels, names, unit words and messages.

A catalogue is data. A new language is one file beside `sv.toml` and one column in `vocabulary.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from plangen.dataclass import dataclass

DEFAULT_LANGUAGE = "sv"
"""What is spoken where no plan says otherwise."""

_CATALOGUE = re.compile(r"([a-z]{2,3})\.toml")
"""A catalogue's file is named by the language's code in ISO 639: two letters, or three where there are no two."""

_CODES = [found[1] for each in files("plangen.locale").iterdir() if (found := _CATALOGUE.fullmatch(each.name))]

LANGUAGES = tuple(sorted(_CODES, key=lambda code: (code != DEFAULT_LANGUAGE, code)))
"""The languages that there are catalogues of, the default first."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language.

    `tag` is the BCP 47 tag that documents carry, `babel` the CLDR locale for numbers and dates. `bound_words` follow a
    number on the same line ("tkr", "%"). `labels` are words of the document, `statuses` the names of a plan's status,
    `units` the written-out names of units of money, `amounts` how an amount in one is written in a text, `agenda` the
    17 goals' official names. `word_styles` are the names that Word shows for its styles, and ours, by the English ones.
    `groups` are the names of the chapters of docs/checks.md. `report` holds the words around messages, `preview` those
    of the live preview, `messages` the text of each diagnostic code and `hints` its cure, with `{parameter}` places.
    """

    language: str
    tag: str
    babel: str
    bound_words: tuple[str, ...]
    labels: Mapping[str, str]
    statuses: Mapping[str, str]
    units: Mapping[str, str]
    amounts: Mapping[str, str]
    agenda: Mapping[str, str]
    word_styles: Mapping[str, str]
    groups: Mapping[str, str]
    report: Mapping[str, str]
    preview: Mapping[str, str]
    messages: Mapping[str, str]
    hints: Mapping[str, str]


def catalogue(language: str) -> Catalogue:
    """The catalogue for a language or tag ("sv", "sv-SE"). KeyError where there is none."""
    return _catalogue(language.split("-", maxsplit=1)[0].lower())


@cache
def _catalogue(code: str) -> Catalogue:
    if code not in LANGUAGES:
        raise KeyError(code)
    data = tomllib.loads(files("plangen.locale").joinpath(f"{code}.toml").read_text(encoding="utf-8"))
    sections = (
        "labels",
        "statuses",
        "units",
        "amounts",
        "agenda",
        "word_styles",
        "groups",
        "report",
        "preview",
        "messages",
        "hints",
    )
    tables = {name: MappingProxyType(dict(data.get(name, {}))) for name in sections}
    return Catalogue(
        language=code, tag=data["tag"], babel=data["babel"], bound_words=tuple(data["bound-words"]), **tables
    )
