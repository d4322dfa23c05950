from __future__ import annotations

from plangen.diagnostics import Location
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, copied, place_of, texts


def text(value: str, line: int = 1) -> PlacedText:
    place = Location("a.yaml", line, 1, len(value))
    return PlacedText(value, place, ((0, place),))


def test_the_place_of_nothing_is_the_place_it_was_looked_for():
    elsewhere = Location("b.yaml", 7)
    assert place_of(None, elsewhere) == elsewhere
    assert place_of(text("x"), elsewhere) == Location("a.yaml", 1, 1, 1)


def test_every_scalar_of_a_value_is_found_in_order():
    inner = PlacedMapping(Location("a.yaml", 2), {"b": text("2"), "c": None, "d": PlacedList(Location("a.yaml", 3))})
    value = PlacedList(Location("a.yaml", 1), [text("1"), inner, None, PlacedList(Location("a.yaml"), [text("3")])])
    assert [each.text for each in texts(value)] == ["1", "2", "3"]
    assert list(texts(None)) == []


def test_white_space_taken_off_moves_the_start():
    value = PlacedText("  ett ", Location("a.yaml", 1, 5, 8), ((0, Location("a.yaml", 1, 6)),))
    stripped = value.stripped()
    assert stripped.text == "ett"
    assert stripped.starts == ((0, Location("a.yaml", 1, 8)),)
    assert stripped.location == value.location


def test_empty_lines_taken_off_move_the_start_to_the_line_of_the_text():
    lines = tuple((offset, Location("a.yaml", line, 3)) for offset, line in ((0, 2), (1, 3), (2, 4), (6, 5)))
    stripped = PlacedText("\n\nett\ntvå\n", Location("a.yaml", 1, 5), lines).stripped()
    assert stripped.text == "ett\ntvå"
    assert stripped.starts[-2:] == ((0, Location("a.yaml", 4, 3)), (4, Location("a.yaml", 5, 3)))


def test_text_of_white_space_only_becomes_empty():
    assert text(" \n ").stripped().text == ""


def test_a_copy_is_equal_and_shares_nothing_that_can_change():
    inner = PlacedMapping(Location("a.yaml", 2), {"b": text("2")}, {"b": Location("a.yaml", 2)})
    value = PlacedMapping(Location("a.yaml"), {"a": PlacedList(Location("a.yaml", 2), [inner, None])})
    copy = copied(value)
    assert copy == value
    assert isinstance(copy, PlacedMapping)
    listed = copy.items["a"]
    assert isinstance(listed, PlacedList)
    listed.items[0].fields["id"] = "x"
    listed.items[0].keys.clear()
    listed.items.pop()
    listed.places.append(Location("a.yaml"))
    copy.items["c"] = None
    copy.places["c"] = Location("a.yaml")
    copy.location = Location("b.yaml")
    assert inner == PlacedMapping(Location("a.yaml", 2), {"b": text("2")}, {"b": Location("a.yaml", 2)})
    assert value == PlacedMapping(Location("a.yaml"), {"a": PlacedList(Location("a.yaml", 2), [inner, None])})
