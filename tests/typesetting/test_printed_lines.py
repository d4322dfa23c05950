from __future__ import annotations

import re

import pytest

from plangen.diagnostics import Location
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Emphasis, LineBreak, Text
from plangen.document.nodes import Cell, Column, Definition, DefinitionList, Note, Paragraph, Row, Table, TableNote
from plangen.typesetting.printed_lines import PrintedLine, Spots, printed_lines, written


def at(line: int, column: int = 1, length: int = 0, file: str = "a.md") -> Location:
    return Location(file, line, column, length)


def spots(text: str, *starts: Location) -> Spots:
    return Spots([PrintedLine(each, ()) for each in starts], lambda file: text.split("\n") if file == "a.md" else ())


def test_every_line_of_a_document_is_given_with_its_place() -> None:
    def line(text: str, number: int) -> dict[str, object]:
        return {"inlines": (Text(text),), "location": at(number)}

    row = Row(cells=(Cell(inlines=(Text("cell"),), location=at(3)),))
    table = Table(
        columns=(Column(),), head=(), rows=(row,), notes=(TableNote(inlines=(Text("star"),), location=at(4)),)
    )
    terms = DefinitionList(items=(Definition(term=(Text("term"),), blocks=(), location=at(5)),))
    document = Document(
        metadata=Metadata(title="", language="sv", cover=(CoverField(role="title", inlines=(Text("cover"),)),)),
        blocks=(Paragraph(inlines=(Text("text"),), location=at(1)), table, terms),
        notes=(Note(blocks=(Paragraph(inlines=(Text("note"),), location=at(6)),)),),
    )
    assert [(each.text, each.place.line) for each in printed_lines(document) if each.text] == [
        *(("cover", 0), ("text", 1), ("cell", 3), ("star", 4), ("term", 5), ("note", 6))
    ]


def test_the_text_of_a_line_is_composed_and_broken_where_it_breaks() -> None:
    line = PrintedLine(at(1), (Text("a\u030a"), Emphasis((Text("b"),)), LineBreak(), Text("c")))
    assert line.text == "\u00e5b\nc"


@pytest.mark.parametrize("way", ["\u4e2d", "&#x4e2d;", "&#X4E2D;", "&#20013;", "\\u4e2d", "\\u4E2D", "\\U00004e2d"])
def test_a_character_is_found_however_it_is_written(way: str) -> None:
    assert spots(f"ab {way} c", at(1)).find(at(1), written("\u4e2d")) == at(1, 4, len(way))


def test_a_character_is_found_though_the_file_has_it_in_two() -> None:
    assert spots("x a\u030a", at(1)).find(at(1), written("\u00e5")) == at(1, 3, 2)


def test_it_is_sought_on_from_where_the_line_begins_until_the_next_does() -> None:
    text = "x\n a\nx\nx"
    assert spots(text, at(2), at(4)).find(at(2), "x") == at(3, 1, 1)
    assert spots(text, at(2), at(3), at(4)).find(at(2), "x") == at(2)
    assert spots("ax bx", at(1), at(1, 4)).find(at(1, 4), "x") == at(1, 5, 1)


def test_what_one_cell_has_is_passed_by_for_the_next() -> None:
    cells = spots("|x x|x|", at(1))
    assert cells.find(at(1), "x", times=2) == at(1, 2, 1)
    assert cells.find(at(1), "x") == at(1, 6, 1)


def test_a_line_printed_twice_is_found_at_one_place() -> None:
    twice = spots("ax", at(1))
    assert {twice.find(at(1), "x"), twice.find(at(1), "x")} == {at(1, 2, 1)}


def test_what_stands_above_its_line_is_found_where_the_file_has_it_once() -> None:
    assert spots("title: x\nrows", at(2)).find(at(2), "x") == at(1, 8, 1)
    assert spots("title: xx\nrows", at(2)).find(at(2), "x") == at(2)


def test_the_place_is_that_of_the_line_where_nothing_is_found() -> None:
    nowhere = spots("text", at(1))
    assert nowhere.find(at(1), re.escape("?")) == at(1)
    assert nowhere.find(at(1), re.escape("?")) == at(1)
    assert nowhere.find(at(1, file="b.md"), "t") == at(1, file="b.md")
    assert nowhere.find(at(0), "t") == at(0)
