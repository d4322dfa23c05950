"""The words of the content's format in each language: keys of YAML files, and the words that a key may take.

One table, `vocabulary.toml`: model term, Swedish, English. Code speaks of terms; writers of plans never see them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

KEYS = "keys"


@cache
def words(table: str, language: str) -> Mapping[str, str]:
    """The term for each word of a table in a language: "titel" stands for "title"."""
    return MappingProxyType({row[language]: term for term, row in _tables()[table].items()})


@cache
def terms(table: str, language: str) -> Mapping[str, str]:
    """The word for each term of a table in a language: "title" is "titel"."""
    return MappingProxyType({term: row[language] for term, row in _tables()[table].items()})


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = files("plangen.locale").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
