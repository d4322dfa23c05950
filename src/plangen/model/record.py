"""How placed values become records of the model: by the vocabulary, with every fault reported and none raised.

A record is a frozen dataclass whose fields say by their annotations how they are read. Reading it translates the
author's keys into terms, reports unknown and missing ones, and puts a stand-in where a value can't be read, so that one
run meets every fault of a plan; a plan with errors is never composed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, field, fields
from functools import cache, reduce
from types import UnionType
from typing import Annotated, Any, ClassVar, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, meant, nearest
from plangen.document.inlines import NOWHERE
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.model.mended_rows import as_hyphened, dashed, keys_as_items, numbered_items, only_item, quoted, with_field
from plangen.model.text import RichText
from plangen.model.written import Written
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue, place_of

_SEPARATOR = re.compile(r"\s*[,;]\s*|\s*\n\s*|(?<=\d)\s+(?:och|and|&)\s+(?=\d)")


@dataclass(slots=True)
class Reading:
    """What validation is handed: the plan's language, the reader of inline Markdown, and where faults go."""

    language: str
    inline: Callable[[PlacedText], RichText]
    found: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, place: Location, **parameters: object) -> None:
        """Adds a fault."""
        self.found.append(error(code, place, **parameters))


Read = Callable[[Any, Reading], Any]


@dataclass(frozen=True, slots=True)
class Reader:
    """Within `Annotated`: how a placed value becomes that of a field. What is no placed value it hands on as it is."""

    read: Read


def required(stand_in: Any, unless: tuple[str, ...] = ()) -> Any:
    """A field that the author must give; `stand_in` takes its place once its absence has been reported.

    It may be left out where one of the fields `unless` is given.
    """
    return field(default=stand_in, metadata={"required": True, "unless": unless})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class _Frozen:
    """Makes what derives from it a frozen dataclass whose fields are given by name."""

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


class Record(_Frozen):
    """A part of the plan, with its place and the place of each of its fields.

    `open_cells`: keys that are no field become `cells`, since the plan itself names them (columns of a table).
    `elsewhere`: fields that the reader fills from other files, and that are no keys of this one.
    """

    open_cells: ClassVar[bool] = False
    elsewhere: ClassVar[frozenset[str]] = frozenset()

    location: Location = NOWHERE
    places: Mapping[str, Location] = field(default_factory=dict)

    @classmethod
    def read(cls, mapping: PlacedMapping, context: Reading) -> Self:
        """The record that an author's mapping gives; its faults are reported."""
        readers = _readers(cls)  # type: ignore[arg-type]  # mypy holds a class for an instance, which has no hash
        given = _translate(cls, mapping, context)
        return cls(**{name: readers[name](value, context) for name, value in given.items()})

    def place(self, name: str) -> Location:
        """Where a field's value stands, of an item that is no list's ("tables.0") the field's; or else the record."""
        return self.places.get(name) or self.places.get(name.partition(".")[0], self.location)


@dataclass(frozen=True, slots=True)
class GivenCell:
    """A value under a key that the plan itself names: the key, the text, and their places."""

    key: str
    text: RichText
    key_place: Location
    place: Location


def fields_of(cls: type[Record]) -> Mapping[str, Field[Any]]:
    """The fields of a record by name, in order."""
    return {each.name: each for each in fields(cls)}


def hints_of(cls: type) -> Mapping[str, Any]:
    """The annotation of each field of a record."""
    hints = get_type_hints(cls, include_extras=True)
    return {each.name: hints[each.name] for each in fields(cls)}


@cache
def _readers(cls: type) -> Mapping[str, Read]:
    """How each field of a record is read."""
    return {name: _reader(hint) for name, hint in hints_of(cls).items()}


def _reader(hint: Any) -> Read:
    """How a value of a type is read: by the readers of its annotation, and then each record within it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return reduce(_first, (each.read for each in arguments[1:] if isinstance(each, Reader)), _reader(arguments[0]))
    if origin is tuple and arguments[1:] == (...,):
        each = _reader(arguments[0])
        return lambda value, context: tuple(each(item, context) for item in value)
    records = [it for it in (arguments if origin in (Union, UnionType) else (hint,)) if _is_record(it)]
    if records:
        return lambda value, context: records[0].read(value, context) if isinstance(value, PlacedMapping) else value
    return lambda value, context: value


def _first(inner: Read, outer: Read) -> Read:
    return lambda value, context: inner(outer(value, context), context)


def _is_record(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Record)


def _translate(cls: type[Record], mapping: PlacedMapping, context: Reading) -> dict[str, object]:
    by_word = words(KEYS, context.language)
    own = fields_of(cls).keys() - {"location", "places", "cells", *cls.elsewhere}
    data: dict[str, object] = {"location": mapping.location}
    places: dict[str, Location] = {}
    cells: list[GivenCell] = []
    misspelt: set[str] = set()
    empty: dict[str, Location] = {}
    for key, value in mapping.items.items():
        term = by_word.get(key)
        if term in own:
            if value is not None:
                data[term] = value
                places |= _places(term, value, mapping.places[key])
            else:
                empty[term] = mapping.keys[key]
        elif cls.open_cells:
            text = as_rich(value, mapping.places[key], context)
            cells.append(GivenCell(key, text, mapping.keys[key], mapping.places[key]))
            misspelt.add(right_key(cls, key, context.language))
        else:
            misspelt.add(_unknown_key(cls, key, mapping.keys[key], context))
    for term, injected in mapping.fields.items():
        data.setdefault(term, injected)
    if cls.open_cells:
        data["cells"] = tuple(cells)
    for name, each in fields_of(cls).items():
        needed = each.metadata.get("required") and not _given(data, each.metadata["unless"])
        if needed and (name not in data or _blank(data[name])):
            key = terms(KEYS, context.language)[name]
            if name in places or name in empty:
                context.report("field-empty", places.get(name) or empty[name], key=key)
            elif key not in misspelt:
                context.report("missing-field", mapping.first, key=key, **with_field(mapping, key))
    return {**data, "places": places}


def _given(data: Mapping[str, object], names: tuple[str, ...]) -> bool:
    return any(name in data and not _blank(data[name]) for name in names)


def _places(term: str, value: PlacedValue, place: Location) -> dict[str, Location]:
    """The place of a field's value, and of each item of a list ("tables.0")."""
    if not isinstance(value, PlacedList):
        return {term: place}
    given = (each for item, each in zip(value.items, value.places, strict=True) if item is not None)
    return {term: place, **{f"{term}.{index}": each for index, each in enumerate(given)}}


def _blank(value: object) -> bool:
    return isinstance(value, PlacedText) and not value.text.strip()


def keys_of(cls: type[Record], language: str) -> tuple[str, ...]:
    """The keys that an author may give a record, in a language."""
    own = terms(KEYS, language)
    hidden = {"location", "places", "cells", *cls.elsewhere}
    return tuple(sorted(own[name] for name in fields_of(cls) if name in own and name not in hidden))


def right_key(cls: type[Record], key: str, language: str) -> str:
    """The key that an author should have written for one in another language; "" where there is none."""
    allowed = keys_of(cls, language)
    for other in LANGUAGES:
        term = words(KEYS, other).get(key)
        if term and other != language and terms(KEYS, language)[term] in allowed:
            return terms(KEYS, language)[term]
    return ""


def _unknown_key(cls: type[Record], key: str, place: Location, context: Reading) -> str:
    """Reports a key, and gives the one that its author most likely meant."""
    allowed = keys_of(cls, context.language)
    if right := right_key(cls, key, context.language):
        context.report("key-in-other-language", place, key=key, instead=right)
        return right
    if len(homes := _homes(cls, context.language).get(key, [])) == 1:  # type: ignore[arg-type]  # as in `read`
        context.report("key-elsewhere", place, key=key, home=homes[0])
        return ""
    context.report("unknown-key", place, key=key, allowed=", ".join(allowed), **meant(near := nearest(key, allowed)))
    return near.split(", ")[0]


@cache
def _homes(cls: type[Record], language: str) -> Mapping[str, list[str]]:
    """By each key that stands under others than a record's own, the keys of the record under which it does."""
    own, homes = terms(KEYS, language), dict[str, list[str]]()
    for name, hint in hints_of(cls).items():
        inner = {key for part in _parts(hint) for key in keys_of(part, language)}
        for key in inner if name in own and name not in cls.elsewhere else ():
            homes.setdefault(key, []).append(own[name])
    return homes


def _parts(hint: Any) -> Iterator[type[Record]]:
    """The records that a type is made of."""
    yield from (hint,) if _is_record(hint) else (part for each in get_args(hint) for part in _parts(each))


def as_rich(value: PlacedValue, place: Location, context: Reading) -> RichText:
    """A value as inline Markdown; a list or mapping in its place is reported."""
    if isinstance(value, PlacedText):
        return context.inline(value)
    if value is not None:
        _expect_text(value, place, context)
    return RichText((), "", place)


def _expect_text(value: Any, place: Location, context: Reading) -> None:
    """Reports what is no text, with quotation marks around what stands in brackets."""
    row = quoted(value) if isinstance(value, PlacedList | PlacedMapping) else {}
    context.report("text-expected", place_of(value, place), **row)


def _rich(value: Any, context: Reading) -> RichText:
    return value if isinstance(value, RichText) else as_rich(value, NOWHERE, context)


def _text(value: Any, context: Reading) -> str:
    if isinstance(value, PlacedText):
        return value.text.strip()
    if isinstance(value, str):
        return value
    _expect_text(value, NOWHERE, context)
    return ""


def scalar(value: Any, context: Reading) -> Any:
    """A value that the model itself gives; None, reported, for a list or mapping where one value should stand."""
    if isinstance(value, PlacedList | PlacedMapping):
        row = only_item(value) if isinstance(value, PlacedList) else {}
        context.report("text-expected", value.location, **row)
        return None
    return value


def items_of(value: PlacedValue, context: Reading, of_records: bool = False) -> tuple[PlacedValue, ...]:
    """The items of what should be a list. Where it is none, that is reported, and what it holds is taken for items.

    A mapping is an item, where the list is one of records; of any other its keys are.
    """
    match value:
        case PlacedList():
            return tuple(item for item in value.items if item is not None)
        case PlacedText():
            if items := numbered_items(value):
                context.report("list-expected", value.lines()[0].location, **as_hyphened(value, items))
                return items
            pieces = tuple(value.split(_SEPARATOR))
            names = ", ".join(each.text for each in pieces)
            context.report("list-expected", value.location, instead=f"[{names}]")
            return pieces
        case PlacedMapping() if of_records:
            context.report("dash-missing", value.first, lead=dashed(value.first))
            return (value,)
        case PlacedMapping():
            context.report("list-expected", value.first, **keys_as_items(value))
            return tuple(PlacedText(key, place, ((0, place),)) for key, place in value.keys.items())
        case None:
            return ()


def _list(value: Any, context: Reading) -> Any:
    if isinstance(value, PlacedList | PlacedText | PlacedMapping):
        return items_of(value, context)
    return value


def records(value: Any, context: Reading) -> Any:
    """The mappings of a list. A text in the place of one is reported, and taken for its name."""
    kept, listed = [], isinstance(value, PlacedList)
    if isinstance(value, PlacedList | PlacedMapping):
        value = items_of(value, context, of_records=True)
    for item in (value,) if isinstance(value, PlacedText) else value:
        if isinstance(item, PlacedText):
            name = terms(KEYS, context.language)["name"]
            instead = f"{name}: {item.text.strip()}"
            context.report("record-expected", item.location, instead=instead if listed else f"[{{{instead}}}]")
            places = {name: item.location}
            kept.append(PlacedMapping(item.location, {name: item}, dict(places), dict(places)))
        elif isinstance(item, PlacedList):
            context.report("mapping-expected", item.location)
        else:
            kept.append(item)
    return tuple(kept)


def _record(value: Any, context: Reading) -> Any:
    if isinstance(value, PlacedText | PlacedList):
        context.report("mapping-expected", value.location)
        return None
    return value


def _named(value: Any, context: Reading) -> Any:
    """A mapping from ids to records, as records that have those ids."""
    if not isinstance(value, PlacedMapping):
        if isinstance(value, PlacedText | PlacedList):
            context.report("mapping-expected", value.location)
            return ()
        return value
    heading = terms(KEYS, context.language)["heading"]
    records = []
    for key, item in value.items.items():
        if isinstance(item, PlacedMapping):
            records.append(PlacedMapping(value.keys[key], item.items, item.keys, item.places, {"id": key}, item.source))
            continue
        given = item.text.strip() if isinstance(item, PlacedText) else "…"
        row = " " * (value.keys[key].column - 1) + f"{key}: {{{heading}: {given}}}"
        context.report("record-expected", value.places[key], written=row)
        places = {heading: value.places[key]}
        records.append(PlacedMapping(value.keys[key], {heading: item}, dict(places), dict(places), {"id": key}))
    return tuple(records)


@dataclass(frozen=True, slots=True)
class Choice(Reader):
    """The reader of one of the words of a table of the vocabulary."""

    table: str


def choice(table: str) -> Choice:
    """Reads one of the words of a table of the vocabulary into its term."""

    def read(value: Any, context: Reading) -> Any:
        if isinstance(value, str):
            return value
        by_word = words(table, context.language)
        if not isinstance(value, PlacedText):
            return scalar(value, context) or next(iter(by_word.values()))
        word = value.text.strip()
        if word in by_word:
            return by_word[word]
        near = _translated(word, table, context.language) or nearest(word, by_word)
        context.report("unknown-word", value.location, word=word, allowed=", ".join(by_word), **meant(near))
        return next(iter(by_word.values()))

    return Choice(read, table)


def _translated(word: str, table: str, language: str) -> str:
    """A word that was written in another language; "" where it is none of that either."""
    others = (words(table, other).get(word.casefold()) for other in LANGUAGES if other != language)
    return next((terms(table, language)[term] for term in others if term), "")


Rich = Annotated[RichText, Reader(_rich), Written("text")]
PlainText = Annotated[str, Reader(_text), Written("text")]
Identity = Annotated[str, Reader(_text), Written("id")]
"""The id that an author gives a thing, "" for none."""
WebAddress = Annotated[str, Reader(_text), Written("link")]
"""Where a link leads out of a plan."""
Words = Annotated[tuple[PlainText, ...], Reader(_list)]
AS_RECORD = Reader(_record)
AS_RECORDS = Reader(records)
AS_NAMED_RECORDS = Reader(_named)
AS_LIST = Reader(_list)
