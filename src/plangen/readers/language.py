"""Which language a file is written in, by what it says of it or else by its keys."""

from __future__ import annotations

from babel import Locale

from plangen.dataclass import replace
from plangen.diagnostics import Diagnostic, error, meant, nearest
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.source.placed import PlacedMapping, PlacedText

MOST_SLIPS = 3
"""Keys in another language that are each a slip; where so many more are, it is the language that is wrong."""


def plan_language(value: PlacedMapping) -> tuple[str, tuple[Diagnostic, ...]]:
    """The language of a plan file, and what is wrong with how it says so."""
    found: list[Diagnostic] = []
    for language in LANGUAGES:
        given = value.items.get(terms(KEYS, language)["language"])
        if isinstance(given, PlacedText):
            code = given.text.strip().lower()
            if code in LANGUAGES:
                meant_by_keys = language_of_keys(value)
                if _keys_of(value, meant_by_keys) - _keys_of(value, code) >= MOST_SLIPS:
                    found.append(_differs(value, terms(KEYS, language)["language"], meant_by_keys))
                    return meant_by_keys, tuple(found)
                return code, tuple(found)
            near = meant(_near(code))
            found.append(error("language-unknown", given.location, language=code, allowed=", ".join(LANGUAGES), **near))
            return language, tuple(found)
        if given is not None:
            found.append(error("text-expected", given.location))
    return language_of_keys(value), tuple(found)


def _differs(value: PlacedMapping, key: str, language: str) -> Diagnostic:
    """That a file says that it is in another language than its keys are, which are taken at their word."""
    begin, end = value.keys[key], value.places[key]
    del value.items[key]
    named = Locale.parse(catalogue(language).babel).languages.get(language, language)
    place = replace(begin, length=end.column + end.length - begin.column)
    row = f"{terms(KEYS, language)['language']}: {language}"
    return error("language-differs", place, language=named, instead=row)


def _near(word: str) -> str:
    """The language that a word is the name of, in any language that there is ("svenska", "Swedish")."""
    names = {
        Locale.parse(catalogue(code).babel).languages.get(each, "").casefold(): each
        for code in LANGUAGES
        for each in LANGUAGES
    }
    return names.get(nearest(word, names).split(", ")[0], "")


def language_of_keys(value: PlacedMapping) -> str:
    """The language that most keys of a mapping are of, those below it too; the default where they tell nothing."""
    return max(LANGUAGES, key=lambda language: _keys_of(value, language))


def _keys_of(value: PlacedMapping, language: str) -> int:
    """How many keys of a mapping and below it are words of a language."""
    return sum(key in words(KEYS, language) for key in _keys(value))


def _keys(value: PlacedMapping) -> list[str]:
    below = (each for each in value.items.values() if isinstance(each, PlacedMapping))
    return [*value.items, *(key for each in below for key in _keys(each))]
