"""What the editor tells of each key and word of the content's format, from `descriptions.toml`.

Only the JSON Schemas ask for it, so no other command reads the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_BETWEEN_EXAMPLES = " | "


@cache
def titles(language: str) -> Mapping[str, str]:
    """What each record is called."""
    return _in_language(_tables()["title"]["record"], language)


@cache
def told(record: str, language: str) -> Mapping[str, str]:
    """What each key of a record is for, by the model's term."""
    return _in_language(_tables()["record"].get(record, {}), language)


@cache
def meanings(table: str, language: str) -> Mapping[str, str]:
    """What each word of a table of the vocabulary means, by the model's term."""
    return _in_language(_tables()["word"].get(table, {}), language)


@cache
def examples(record: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """What may be written under some keys of a record, by the model's term."""
    given = _in_language(_tables()["example"].get(record, {}), language)
    return MappingProxyType({term: tuple(text.split(_BETWEEN_EXAMPLES)) for term, text in given.items()})


@cache
def forms(language: str) -> Mapping[str, str]:
    """What is said where a value has another form than it should."""
    return _in_language(_tables()["form"]["value"], language)


@cache
def snippets(language: str) -> Mapping[str, str]:
    """What a whole record is called that can be put in at once."""
    return _in_language(_tables()["snippet"]["record"], language)


def _in_language(rows: Mapping[str, Mapping[str, str]], language: str) -> Mapping[str, str]:
    return MappingProxyType({term: row[language] for term, row in rows.items()})


@cache
def _tables() -> Mapping[str, Mapping[str, Mapping[str, Mapping[str, str]]]]:
    text = files("plangen.locale").joinpath("descriptions.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))
