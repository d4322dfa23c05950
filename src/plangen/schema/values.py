"""The form of a value -> what a JSON Schema says of it, in a language.

An editor reads YAML's numbers, plangen only text: so a text may also be a number, and a number a text. Nothing at all
may stand wherever something may be left out. It is an alternative of its own, and not a type or a word more, since an
editor would offer it, and `null` means nothing to a writer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from plangen.dataclass import dataclass
from plangen.locale.catalogue import catalogue
from plangen.locale.codes import codes
from plangen.locale.descriptions import forms, meanings
from plangen.locale.units import money_units
from plangen.locale.vocabulary import terms
from plangen.model.agenda import GOALS, targets
from plangen.model.amount import MOST_DECIMALS
from plangen.model.goal import NUMERALS
from plangen.model.written import Form
from plangen.schema import patterns

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
Schema = dict[str, Json]

NOTHING: Schema = {"$ref": "#/definitions/nothing"}
BARE: Schema = {"$ref": "#/definitions/bare"}
TRUTH: Schema = {"$ref": "#/definitions/truth"}
_SCALARS = ("string", "number")
_PARAMETER = re.compile(r"\{[^}]*\}")


def shared(nothing: str, something: str) -> dict[str, Json]:
    """The definitions that every schema has: of nothing, of `true`, which YAML takes for no text, and of either.

    Without a title an editor would take them for the value itself, and tell of that twice.
    """
    others = [*_SCALARS, "array", "object"]
    return {
        "nothing": {"title": nothing, "not": {"title": something, "type": [*others, "boolean"]}},
        "bare": {"title": nothing, "not": {"title": something, "type": others}},
        "truth": {"title": nothing, "not": {"title": something, "type": [*others, "null"]}},
    }


def optional(schema: Schema, nothing: Schema = NOTHING) -> Schema:
    """A schema that also takes nothing."""
    return {"anyOf": [schema, nothing]}


@dataclass(frozen=True, slots=True)
class Values:
    """What values look like in a language."""

    language: str

    def of(self, form: Form, *, needed: bool = False) -> Schema:
        """A value of a form; where it isn't `needed`, nothing may stand too."""
        if form == "text":
            return optional(self.text(), TRUTH) if needed else optional(self.text(blank=True), BARE)
        schema = _FORMS[form](self)
        if needed:
            return schema
        return optional(schema, BARE if form in ("id", "file") else NOTHING)

    def choice(self, table: str, *, needed: bool = False) -> Schema:
        """One of the words of a table of the vocabulary."""
        words = terms(table, self.language)
        told = meanings(table, self.language)
        schema: Schema = {
            "enum": list(words.values()),
            "markdownEnumDescriptions": [told[term] for term in words],
            **self.said("choice", words=", ".join(words.values())),
        }
        return schema if needed else optional(schema)

    def text(self, *, blank: bool = False) -> Schema:
        """Any text."""
        pattern: Schema = {} if blank else {"pattern": patterns.SOMETHING}
        return {"type": list(_SCALARS), **pattern, **self.said("text")}

    def items(self, item: Schema) -> Schema:
        """A list; the items themselves stand where an editor sees them whatever the type."""
        return {"type": "array", "items": item, **self.said("list")}

    def said(self, name: str, **parameters: object) -> Schema:
        """What an editor says where a value has another form."""
        return {"errorMessage": forms(self.language)[name].format(**parameters)}

    # Forms

    def language_itself(self) -> Schema:
        """The language of the file, and so of the schema."""
        return {"enum": [self.language], **self.said("choice", words=self.language)}

    def code(self) -> Schema:
        """The code of a finding that a plan may adjust, with the message that it stands for."""
        messages = catalogue(self.language).messages
        adjustable = [each.name for each in codes().values() if each.adjustable]
        told = [_PARAMETER.sub("…", messages[name]) for name in adjustable]
        return {"enum": adjustable, "markdownEnumDescriptions": told, **self.said("code")}

    def money(self) -> Schema:
        """A unit of money by its key, or by its symbol, whatever the letters' case."""
        names = catalogue(self.language).units
        known = tuple(dict.fromkeys((*money_units(), *(each.symbol for each in money_units().values()))))
        said = self.said("choice", words=", ".join(money_units()))
        told = [names[key] for key in money_units()]
        offered: Schema = {"enum": list(money_units()), "markdownEnumDescriptions": told, **said}
        return {"anyOf": [offered, {"type": "string", "pattern": patterns.one_of(known), **said}]}

    def numeral(self) -> Schema:
        """What goals are counted by. YAML reads 1 as a number."""
        words, told = terms("numbering", self.language), meanings("numbering", self.language)
        numerals = [int(each) if each.isdigit() else each for each in NUMERALS]
        said = self.said("choice", words=", ".join((*NUMERALS, *words.values())))
        shown = [f"{each}, …" for each in NUMERALS]
        offered: Schema = {
            "enum": [*numerals, *words.values()],
            "markdownEnumDescriptions": [*shown, *(told[term] for term in words)],
            **said,
        }
        return {"anyOf": [offered, {"type": "string", "pattern": patterns.one_of(NUMERALS[:1]), **said}]}

    def agenda(self) -> Schema:
        """The goals of Agenda 2030 by number, which are offered, and their targets. YAML reads 16.7 as a number."""
        names = catalogue(self.language).agenda
        goals = range(1, GOALS + 1)
        numbers = [float(each) for goal in goals for each in targets(goal) if each[-1].isdigit()]
        said = self.said("agenda")
        offered: Schema = {
            "enum": list(goals),
            "markdownEnumDescriptions": [names[str(goal)] for goal in goals],
            **said,
        }
        target: Schema = {
            "type": list(_SCALARS),
            "pattern": patterns.agenda(),
            "if": {"type": "number"},
            "then": {"enum": list(dict.fromkeys(numbers)), **said},
            **said,
        }
        return self.items({"anyOf": [offered, target, NOTHING]})

    def terms(self) -> Schema:
        """Names of rows or columns."""
        return self.items(optional(self.text(blank=True), BARE))

    def sum(self) -> Schema:
        """A side, or names of rows."""
        return {"anyOf": [self.choice("sum_side", needed=True), self.terms()]}

    def texts(self) -> Schema:
        """Names with texts."""
        return {"type": "object", "additionalProperties": optional(self.text(), TRUTH)}

    def files(self) -> Schema:
        """The names of files."""
        return self.items(optional(self.file(), BARE))

    def file(self) -> Schema:
        """The name of a file."""
        return self._patterned("file", patterns.IDENTIFIER, "string", "integer")

    def _patterned(self, form: str, pattern: str, *types: str, **more: Json) -> Schema:
        return {"type": list(types) if len(types) > 1 else types[0], "pattern": pattern, **more, **self.said(form)}

    def id(self) -> Schema:
        """An id."""
        return self._patterned("id", patterns.IDENTIFIER_OR_BLANK, "string", "integer")

    def day(self) -> Schema:
        """A day."""
        return self._patterned("day", patterns.DAY, "string")

    def year(self) -> Schema:
        """A year."""
        return self._patterned("year", patterns.YEAR, "integer", "string", minimum=1000, maximum=9999)

    def number(self) -> Schema:
        """A number."""
        return self._patterned("number", patterns.NUMBER, "number", "string")

    def size(self) -> Schema:
        """A number that isn't below zero."""
        return self._patterned("size", patterns.SIZE, "number", "string", minimum=0)

    def count(self) -> Schema:
        """A number of decimals."""
        said = self.said("count", most=MOST_DECIMALS)
        pattern = f"^[0-{MOST_DECIMALS}]$"
        return {"type": ["integer", "string"], "minimum": 0, "maximum": MOST_DECIMALS, "pattern": pattern, **said}

    def address(self) -> Schema:
        """An address on the web."""
        return self._patterned("address", patterns.ADDRESS, "string")

    def link(self) -> Schema:
        """Where a link leads."""
        return self._patterned("link", patterns.LINK, "string")

    def colour(self) -> Schema:
        """A colour."""
        return self._patterned("colour", patterns.COLOUR, "string")


_FORMS: Mapping[Form, Callable[[Values], Schema]] = {
    "address": Values.address,
    "agenda": Values.agenda,
    "code": Values.code,
    "colour": Values.colour,
    "count": Values.count,
    "day": Values.day,
    "file": Values.file,
    "files": Values.files,
    "id": Values.id,
    "language": Values.language_itself,
    "link": Values.link,
    "money": Values.money,
    "number": Values.number,
    "numeral": Values.numeral,
    "size": Values.size,
    "sum": Values.sum,
    "term": Values.text,
    "terms": Values.terms,
    "texts": Values.texts,
    "year": Values.year,
}
"""All forms but `text`, which takes what YAML thinks is none, and `goals`, which refers to another record."""
