from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.document.nodes import Block, Paragraph, Table
from plangen.document.walk import each_and_below, plain_text
from plangen.readers.markdown import read_markdown
from plangen.readers.place import Place

TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n"


def read(text: str, language: str = "sv") -> tuple[tuple[Block, ...], list[tuple[str, int]]]:
    body, found = read_markdown(text, Place.of_text(text, Location("a.md", 5)), language=language)
    return body.blocks, [(each.code, each.location.line - 4) for each in found]


def tables(text: str, language: str = "sv") -> list[tuple[str, str]]:
    """Caption and id of each table, without faults."""
    blocks, found = read(text, language)
    assert found == []
    of = [each for each in each_and_below(blocks) if isinstance(each, Table)]
    assert all((each.caption_visible, each.numbered) == (bool(each.caption),) * 2 for each in of)
    assert all(len(each.rows) == 1 for each in of)
    return [(plain_text(each.caption), each.id) for each in of]


@pytest.mark.parametrize(
    "text",
    [
        f"Tabell: Om *a* {{#a}}\n{TABLE}",
        f"Tabell: Om *a* {{#a}}\n\n{TABLE}",
        f"{TABLE}Tabell: Om *a* {{#a}}\n",
        f"{TABLE}\nTabell: Om *a* {{#a}}\n",
        f"Tabell:   Om *a*{{#a}}\n{TABLE}",
    ],
)
def test_a_line_above_or_under_a_table_is_its_caption(text: str) -> None:
    assert tables(text) == [("Om a", "a")]
    assert tables(f"Först.\n\n{text}\nSist.\n") == [("Om a", "a")]


def test_the_word_is_the_languages_own() -> None:
    assert tables(f"Table: On a\n{TABLE}", "en") == [("On a", "")]
    assert tables(TABLE) == [("", "")]
    blocks, found = read(f"Table: On a\n\n{TABLE}")
    assert isinstance(blocks[0], Paragraph)
    assert found == []


def test_a_line_between_two_tables_belongs_to_the_one_without_an_empty_line() -> None:
    assert tables(f"{TABLE}\nTabell: A\n{TABLE}") == [("", ""), ("A", "")]
    assert tables(f"{TABLE}Tabell: A\n\n{TABLE}") == [("A", ""), ("", "")]
    assert read(f"{TABLE}\nTabell: A\n\n{TABLE}")[1] == [("caption-ambiguous", 5)]


def test_captions_work_in_lists_and_quotations() -> None:
    text = f"Tabell: A\n{TABLE}"
    assert tables("".join(f"> {line}\n" for line in text.splitlines())) == [("A", "")]
    assert tables("- x\n\n" + "".join(f"  {line}\n" for line in text.splitlines())) == [("A", "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text.\n\nTabell: Utan tabell\n\nText.\n", [("caption-without-table", 3)]),
        (f"Tabell: A\n{TABLE}Tabell: B\n", [("caption-twice", 1)]),
        (f"Tabell:\n{TABLE}", [("caption-empty", 1)]),
        (f"{TABLE}Tabell: A\n| 3 | 4 |\n", [("caption-in-table", 4)]),
        (f"{TABLE}Tabell: A | B\n", [("caption-in-table", 4)]),
    ],
)
def test_a_line_that_is_no_tables_caption_is_told_of(text: str, found: list[tuple[str, int]]) -> None:
    assert read(text)[1] == found
