from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Annotated, ClassVar

import pytest

from plangen.diagnostics import Location
from plangen.document.inlines import NOWHERE, Text
from plangen.model.budget import BudgetRow
from plangen.model.goal import Goal, GoalLevel
from plangen.model.plan import Plan, Section
from plangen.model.record import (
    AS_NAMED_RECORDS,
    AS_RECORD,
    AS_RECORDS,
    GivenCell,
    PlainText,
    Reading,
    Record,
    Rich,
    Words,
    choice,
    keys_of,
    required,
    right_key,
)
from plangen.model.text import RichText
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue


class Part(Record):
    name: Rich = required(RichText(()))


class Whole(Record):
    elsewhere: ClassVar[frozenset[str]] = frozenset({"text"})

    id: PlainText = ""
    title: Rich = required(RichText(()))
    status: Annotated[str, choice("status")] = "draft"
    tables: Words = ()
    rows: Annotated[tuple[Part, ...], AS_RECORDS] = ()
    decision: Annotated[Part | None, AS_RECORD] = None
    text: str = ""


class Open(Record):
    open_cells: ClassVar[bool] = True

    name: Rich = required(RichText(()))
    cells: tuple[GivenCell, ...] = ()


class Named(Record):
    elsewhere: ClassVar[frozenset[str]] = frozenset({"id"})

    id: str = ""
    heading: Rich = RichText(())


class Columns(Record):
    columns: Annotated[tuple[Named, ...], AS_NAMED_RECORDS] = ()


class Placer:
    """Gives every value a line of its own, in order."""

    def __init__(self) -> None:
        self.line = 0

    def value(self, value: object) -> PlacedValue:
        self.line += 1
        place = Location("a.yaml", self.line, 1, 1)
        match value:
            case str():
                return PlacedText(value, place, ((0, place),))
            case list():
                items = [self.value(each) for each in value]
                return PlacedList(place, items, [place if each is None else each.location for each in items])
            case dict():
                mapping = PlacedMapping(place)
                for key, each in value.items():
                    mapping.items[key] = self.value(each)
                    mapping.keys[key] = mapping.places[key] = Location("a.yaml", self.line, 1, 1)
                return mapping
        return None


def read(cls: type[Record], value: dict[str, object], language: str = "sv"):
    context = Reading(language, lambda text: RichText((Text(text.text),), text.text, text.location))
    mapping = Placer().value(value)
    assert isinstance(mapping, PlacedMapping)
    record = cls.read(mapping, context)
    return record, [each.code for each in context.found], context.found


def test_keys_are_translated_by_the_vocabulary():
    record, codes, _ = read(Whole, {"titel": "A", "status": "beslutad", "tabeller": ["x", " y "]})
    assert codes == []
    assert (str(record.title), record.status, record.tables) == ("A", "decided", ("x", "y"))
    english, codes, _ = read(Whole, {"title": "A", "status": "decided"}, "en")
    assert codes == []
    assert english.status == "decided"


def test_a_record_knows_its_place_and_those_of_its_fields():
    record, _, _ = read(Whole, {"titel": "A", "tabeller": ["x", None, "y"]})
    assert record.location.line == 1
    assert record.place("title").line == 2
    assert record.place("tables.0").line == 4
    assert record.place("tables.1").line == 6, "what is left out doesn't count"
    assert record.place("status") == record.location


def test_a_missing_field_is_reported_once_in_the_plans_language():
    record, codes, found = read(Whole, {})
    assert codes == ["missing-field"]
    assert found[0].parameters == (("key", "titel"),)
    assert record.title == RichText(())
    assert read(Whole, {}, "en")[2][0].parameters == (("key", "title"),)


@pytest.mark.parametrize("value", [None, "", "  "])
def test_an_empty_field_is_told_as_empty(value: str | None):
    assert read(Whole, {"titel": value})[1] == ["field-empty"]


def test_an_unknown_key_is_reported_with_the_nearest_and_those_there_are():
    _, codes, found = read(Whole, {"titel": "A", "tabell": "x"})
    assert codes == ["unknown-key"]
    parameters = dict(found[0].parameters)
    assert parameters["near"].split(", ")[0] == "tabeller"
    assert parameters["allowed"] == "beslut, id, rader, status, tabeller, titel"


def test_a_key_of_another_language_is_reported_with_the_right_one():
    _, codes, found = read(Whole, {"title": "A"})
    assert codes == ["key-in-other-language"]
    assert dict(found[0].parameters) == {"key": "title", "instead": "titel"}


def test_a_field_is_not_missing_too_when_its_key_is_misspelled():
    assert read(Whole, {"tittel": "A"})[1] == ["unknown-key"]


def test_a_field_that_other_files_fill_is_no_key():
    record, codes, _ = read(Whole, {"titel": "A", "text": "x"})
    assert codes == ["unknown-key"]
    assert record.text == ""


def test_what_the_reader_knows_is_filled_in_where_the_author_gives_nothing():
    context = Reading("sv", lambda text: RichText((), text.text))
    mapping = Placer().value({"titel": "A"})
    assert isinstance(mapping, PlacedMapping)
    mapping.fields = {"id": "fil", "text": "brödtext"}
    record = Whole.read(mapping, context)
    assert (record.id, record.text) == ("fil", "brödtext")
    mapping = Placer().value({"titel": "A", "id": "egen"})
    assert isinstance(mapping, PlacedMapping)
    mapping.fields = {"id": "fil"}
    assert Whole.read(mapping, context).id == "egen"


def test_keys_that_the_plan_names_become_cells():
    record, codes, _ = read(Open, {"namn": "A", "ram_2026": "5", "tom": None})
    assert codes == []
    assert [(cell.key, str(cell.text)) for cell in record.cells] == [("ram_2026", "5"), ("tom", "")]
    assert record.cells[0].place.line == 3


@pytest.mark.parametrize(
    ("cls", "value", "expected"),
    [
        (Whole, {"titel": ["a"]}, ["text-expected"]),
        (Whole, {"titel": {"a": "b"}}, ["text-expected"]),
        (Whole, {"titel": "A", "id": ["a"]}, ["text-expected"]),
        (Whole, {"titel": "A", "status": ["a"]}, ["text-expected"]),
        (Whole, {"titel": "A", "status": {"a": "b"}}, ["text-expected"]),
        (Whole, {"titel": "A", "status": "klar"}, ["unknown-word"]),
        (Whole, {"titel": "A", "status": "draft"}, ["unknown-word"]),
        (Whole, {"titel": "A", "tabeller": "x"}, ["list-expected"]),
        (Whole, {"titel": "A", "tabeller": {"a": "b"}}, ["list-expected"]),
        (Whole, {"titel": "A", "tabeller": ["x", ["y"], {"a": "b"}]}, ["text-expected", "text-expected"]),
        (Whole, {"titel": "A", "rader": "x"}, ["record-expected"]),
        (Whole, {"titel": "A", "rader": ["x", ["y"], None, {"namn": "z"}]}, ["record-expected", "mapping-expected"]),
        (Whole, {"titel": "A", "beslut": "x"}, ["mapping-expected"]),
        (Whole, {"titel": "A", "beslut": ["x"]}, ["mapping-expected"]),
        (Open, {"namn": "A", "x": ["y"]}, ["text-expected"]),
        (Columns, {"kolumner": "x"}, ["mapping-expected"]),
        (Columns, {"kolumner": ["x"]}, ["mapping-expected"]),
        (Columns, {"kolumner": {"a": "x", "b": None, "c": {"rubrik": "C"}}}, ["record-expected"] * 2),
        (Columns, {"kolumner": {"a": {"id": "b"}}}, ["unknown-key"]),
    ],
)
def test_a_wrong_type_is_reported_and_never_raised(cls: type[Record], value: dict[str, object], expected: list[str]):
    assert read(cls, value)[1] == expected


def test_what_can_be_read_beside_a_fault_is_read():
    record, _, _ = read(Whole, {"titel": "A", "rader": ["x", {"namn": "B"}], "tabeller": [["y"], "z"]})
    assert [str(each.name) for each in record.rows] == ["x", "B"]
    assert record.tables == ("", "z")


def test_an_unknown_word_is_reported_with_the_words_there_are():
    _, _, found = read(Whole, {"titel": "A", "status": "beslutat"})
    parameters = dict(found[0].parameters)
    assert parameters["near"] == "beslutad"
    assert parameters["allowed"] == "utkast, förslag, beslutad, reviderad, exempel"


def test_a_mapping_of_columns_becomes_records_with_their_keys_as_ids():
    record, codes, _ = read(Columns, {"kolumner": {"ram": {"rubrik": "Ram"}, "ökning": {}}})
    assert codes == []
    assert [(each.id, str(each.heading)) for each in record.columns] == [("ram", "Ram"), ("ökning", "")]
    assert record.columns[0].location == Location("a.yaml", 4, 1, 1)


def test_null_is_as_if_the_key_were_not_there():
    record, codes, _ = read(Whole, {"titel": "A", "status": None, "rader": None, "beslut": None})
    assert codes == []
    assert (record.status, record.rows, record.decision) == ("draft", (), None)


def test_the_keys_of_a_record():
    assert keys_of(GoalLevel, "sv") == ("namn", "numrering")
    assert keys_of(BudgetRow, "en") == ("decimals", "id", "kind", "name", "role", "sign", "sums", "unit")
    assert "text" not in keys_of(Section, "sv")
    assert {"språk", "avsnitt", "ram"} <= set(keys_of(Plan, "sv"))


def test_the_right_key_for_one_in_another_language():
    assert right_key(Goal, "title", "sv") == "titel"
    assert right_key(Goal, "titel", "en") == "title"
    assert right_key(Goal, "titel", "sv") == ""
    assert right_key(Goal, "rows", "sv") == "", "a key, but none of a goal's"
    assert right_key(Goal, "xyz", "sv") == ""


def test_records_are_frozen_and_forbid_what_they_do_not_know():
    record = Part(name=RichText(()))
    assert record.location == NOWHERE
    with pytest.raises(FrozenInstanceError):
        record.name = RichText(())
    with pytest.raises(TypeError):
        Part(name=RichText(()), other=1)
