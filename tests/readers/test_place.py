from __future__ import annotations

from plangen.diagnostics import Location
from plangen.readers.place import Place
from plangen.source.placed import PlacedText


def test_offsets_of_a_text_become_lines_and_columns_of_its_file():
    place = Place.of_text("ett\n\ntvå tre", Location("a.md", 10))
    assert place.at(0) == Location("a.md", 10, 1, 1)
    assert place.at(2, 5) == Location("a.md", 10, 3, 5)
    assert place.at(4) == Location("a.md", 11, 1, 1)
    assert place.at(9, 3) == Location("a.md", 12, 5, 3)


def test_every_line_starts_where_the_first_does():
    place = Place.of_text("ett\ntvå", Location("a.yaml", 3, 7))
    assert place.at(5) == Location("a.yaml", 4, 8, 1)


def test_the_place_of_a_line_leaves_out_white_space_around_it():
    place = Place.of_text("ett\n  två  \n", Location("a.md", 1))
    assert place.line(1) == Location("a.md", 2, 3, 3)
    assert place.line(2) == Location("a.md", 3, 1, 0)
    assert place.line(99).line == 3


def test_pieces_of_a_value_stand_where_the_author_put_them():
    starts = ((0, Location("a.yaml", 4, 3)), (8, Location("a.yaml", 5, 9)))
    place = Place.of_value(PlacedText("rad ett rad två", Location("a.yaml", 3, 1), starts))
    assert place.at(4, 3) == Location("a.yaml", 4, 7, 3)
    assert place.at(8) == Location("a.yaml", 5, 9, 1)
    assert place.at_column(0, 12, 3) == Location("a.yaml", 5, 13, 3)


def test_an_empty_text_has_a_place():
    assert Place.of_text("", Location("a.md", 2)).at(0) == Location("a.md", 2, 1, 1)
