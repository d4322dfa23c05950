"""A record of the model -> the JSON Schema of a file that holds it.

Its keys in a language, what each is for, and how its value is written: all of it is drawn from the records, the
vocabulary and the descriptions, and nothing written by hand twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Annotated, Any, get_args, get_origin

from plangen.dataclass import dataclass
from plangen.locale.descriptions import examples, titles, told
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.goal import Goal
from plangen.model.record import AS_NAMED_RECORDS, Choice, Record, hints_of
from plangen.model.written import Form, Written
from plangen.schema.names import name_of, names_of
from plangen.schema.rules import required_fields, required_unless, rules_of, taken_names
from plangen.schema.snippets import snippet_of
from plangen.schema.values import BARE, Json, Schema, Values, optional, shared

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The version of JSON Schema that editors' YAML servers know best."""

_NUMERIC: frozenset[Form] = frozenset({"count", "size", "year"})
"""Forms of which YAML reads the example as a number."""


def schema_of(record: type[Record], language: str) -> Schema:
    """The schema of a file that holds a record."""
    drawing = _Drawing(language, Values(language))
    own = drawing.record(record)
    while drawing.waiting:
        each = drawing.waiting.pop()
        parts = (drawing.record(each), required_unless(each, language), snippet_of(each, language))
        drawing.definitions[name_of(each)] = {key: part for every in parts for key, part in every.items()}
    required = [terms(KEYS, language)[name] for name in required_fields(record)]
    needed: Schema = {"required": required} if required else {}
    definitions = {name: drawing.definitions[name] for name in sorted(drawing.definitions)}
    return {
        "$schema": DRAFT,
        **own,
        **needed,
        "definitions": {**shared(titles(language)["nothing"], titles(language)["something"]), **definitions},
    }


@dataclass(frozen=True, slots=True)
class _Field:
    """A field by its annotation: the type, and what is said of it beside."""

    name: str
    hint: Any

    @property
    def said(self) -> tuple[Any, ...]:
        """What is said of the type: how its value is read and written."""
        return get_args(self.hint)[1:] if get_origin(self.hint) is Annotated else ()

    @property
    def type(self) -> Any:
        """The type itself."""
        return get_args(self.hint)[0] if get_origin(self.hint) is Annotated else self.hint

    @property
    def parts(self) -> tuple[Any, ...]:
        """What the type is made of: that of a list's items, or the alternatives."""
        return get_args(self.type)

    @property
    def form(self) -> Form | None:
        """How the value is written, as the outermost annotation says; it may be more than the form that it is of."""
        return next((each.form for each in reversed(self.said) if isinstance(each, Written)), None)

    @property
    def table(self) -> str:
        """The vocabulary's table of the words that may stand; "" where others may."""
        return next((each.table for each in self.said if isinstance(each, Choice)), "")

    @property
    def is_named(self) -> bool:
        """Whether it holds records under names that the plan gives them."""
        return AS_NAMED_RECORDS in self.said

    @property
    def is_list(self) -> bool:
        """Whether it holds a list, of records or of values that are read one by one."""
        return get_origin(self.type) is tuple and not self.is_named and self.form is None


@dataclass(slots=True)
class _Drawing:
    """One schema being drawn: the records that it refers to, and those of them that are still to be drawn."""

    language: str
    values: Values
    definitions: dict[str, Json] = field(default_factory=dict)
    waiting: list[type[Record]] = field(default_factory=list)

    def record(self, record: type[Record]) -> Schema:
        """A record's keys and rules, without what it must have."""
        keys = terms(KEYS, self.language)
        properties: dict[str, Json] = {}
        for each in _fields(record, keys):
            properties[keys[each.name]] = self.property(record, each)
        rules = rules_of(record, self.language)
        return {
            "title": titles(self.language)[name_of(record)],
            "type": "object",
            "properties": properties,
            "additionalProperties": self.cells(record) if record.open_cells else False,
            **({"allOf": rules} if rules else {}),
        }

    def property(self, record: type[Record], each: _Field) -> Schema:
        """What stands under a key: its title, what it is for, examples, and the form of its value."""
        title = _title(terms(KEYS, self.language)[each.name])
        shown = {} if each.is_list else self.examples(record, each.name, each.form)
        return {"title": title, "description": self.told(record, each.name), **shown, **self.value(record, each)}

    def cells(self, record: type[Record]) -> Schema:
        """Values under keys that the plan itself names."""
        title = titles(self.language)["cells"]
        return {"title": title, "description": self.told(record, "cells"), **self.values.of("text")}

    def told(self, record: type[Record], name: str) -> str:
        """The description of a field, its own or that of the record that it comes from."""
        described = (told(each, self.language).get(name) for each in names_of(record))
        return next(each for each in described if each)

    def examples(self, record: type[Record], name: str, form: Form | None) -> Schema:
        """The examples of a field, its own or those of the record that it comes from."""
        given = (examples(each, self.language).get(name) for each in names_of(record))
        shown = next((each for each in given if each), ())
        return {"examples": [int(each) if form in _NUMERIC else each for each in shown]} if shown else {}

    def value(self, record: type[Record], each: _Field) -> Schema:
        """The form of a field's value."""
        needed = each.name in required_fields(record)
        if each.table:
            return self.values.choice(each.table, needed=needed)
        if each.form == "goals":
            return self.goals(needed=needed)
        if each.form:
            return self.values.of(each.form, needed=needed)
        if each.is_named:
            return self.named(record, each.name, each.parts[0], needed=needed)
        if each.is_list:
            item = self.item(each.parts[0], self.examples(record, each.name, None))
            return self._list(item, needed=needed)
        part = next(part for part in each.parts if _is_record(part))
        return {**optional(self.reference(part)), **snippet_of(part, self.language)}

    def item(self, item: Any, shown: Schema) -> Schema:
        """A record or a value in a list."""
        if _is_record(item):
            return self.reference(item)
        form = _Field("", item).form
        assert form is not None
        return {**shown, **self.values.of(form)}

    def goals(self, *, needed: bool) -> Schema:
        """A list of goals, each the name of its file or written in its place."""
        file = self.values.file()
        return self._list({"anyOf": [file, self.reference(Goal), BARE]}, needed=needed)

    def named(self, record: type[Record], name: str, item: type[Record], *, needed: bool) -> Schema:
        """Records under names that the plan gives them."""
        taken = dict.fromkeys(taken_names(record, name, self.language), False)
        schema: Schema = {
            "type": "object",
            **({"properties": taken} if taken else {}),
            "additionalProperties": self.reference(item),
            **snippet_of(item, self.language, named=True),
        }
        return schema if needed else optional(schema)

    def reference(self, record: type[Record]) -> Schema:
        """A reference to a record's own definition."""
        name = name_of(record)
        if name not in self.definitions:
            self.definitions[name] = None
            self.waiting.append(record)
        return {"$ref": f"#/definitions/{name}"}

    def _list(self, item: Schema, *, needed: bool) -> Schema:
        schema = self.values.items(item)
        return schema if needed else optional(schema)


def _fields(record: type[Record], keys: Mapping[str, str]) -> Iterator[_Field]:
    """The fields that an author gives under keys of their own."""
    hidden = {"location", "places", "cells", *record.elsewhere}
    hints = hints_of(record).items()
    return (_Field(name, hint) for name, hint in hints if name in keys and name not in hidden)


def _is_record(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)


def _title(key: str) -> str:
    return key[:1].upper() + key[1:]
