from __future__ import annotations

from plangen.importers.edits import Edits
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping

TEXT = "a: 1  # ett\nb:   # inget\nc:\n  d: x\n\n# om e\ne: {f: 1}\n"


def placed() -> tuple[Edits, PlacedMapping]:
    value, _ = read_yaml(TEXT, "x")
    assert isinstance(value, PlacedMapping)
    return Edits(TEXT), value


def inner(value: PlacedMapping, key: str) -> PlacedMapping:
    found = value.items[key]
    assert isinstance(found, PlacedMapping)
    return found


def test_nothing_changed_is_the_same_text():
    assert placed()[0].made() == TEXT


def test_changes_leave_everything_else():
    edits, value = placed()
    edits.replace(value.places["a"], "1 000")
    edits.fill(value.keys["b"], "2")
    edits.add_to_row(inner(value, "e"), 7, "g: 3")
    edits.add_to_row(inner(value, "c"), edits.end(6), "h: 4")
    assert edits.made() == "a: 1 000  # ett\nb: 2   # inget\nc:\n  d: x\n  h: 4\n\n# om e\ne: {f: 1, g: 3}\n"


def test_lines_are_taken_out_and_put_in():
    edits, _ = placed()
    edits.remove(1, 4)
    edits.insert(4, ["ny: x"])
    edits.insert(7, ["sist: y"])
    assert edits.made() == "a: 1  # ett\nny: x\n\n# om e\ne: {f: 1}\nsist: y\n"


def test_comments_and_blank_lines_go_with_what_follows():
    assert placed()[0].end(6) == 4
