from __future__ import annotations

import pytest

from plangen.diagnostics import Location, Severity
from plangen.readers.markdown import read_markdown
from plangen.readers.markdown_slips import surplus_extent
from plangen.readers.place import Place

START = Location("a.md", 1)


def found(text: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and length of what is found in a text."""
    _, diagnostics = read_markdown(text, Place.of_text(text, START), lambda path: None)
    return [
        (each.code, each.location.line, each.location.column, each.location.length)
        for each in diagnostics
        if each.code != "image-missing"
    ]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("- a\n-bcd\n", ("bullet-space", 2, 1, 1)),
        ("1.Ett\n2.Två\n", ("bullet-space", 1, 1, 2)),
        ("##Rubrik\n", ("heading-space", 1, 1, 2)),
        ("#Rubrik\n", ("heading-space", 1, 1, 1)),
        ("Se [a] (https://b.se).\n", ("link-space", 1, 4, 18)),
        ("Se [a] (#b).\n", ("link-space", 1, 4, 8)),
        ("Se [a](https://b.se\n", ("link-open", 1, 8, 12)),
        ("![x](a.png){karta}\n", ("id-hash", 1, 12, 7)),
        ("## A {karta}\n", ("id-hash", 1, 6, 7)),
        ("Tabell: A {karta}\n| a |\n|---|\n", ("id-hash", 1, 11, 7)),
        ("a<br>b\n", ("html-text", 1, 2, 4)),
        ("a ~~b c~~ d\n", ("text-struck", 1, 3, 7)),
        ("a **b c\n", ("emphasis-open", 1, 3, 2)),
        ("• a\n• b\n", ("word-bullet", 1, 1, 1)),
        ("[OBS]: viktigt\n", ("link-unused", 1, 1, 14)),
        ("a [b]\n\n[c]: d\n", ("link-unused", 3, 1, 6)),
        ("a [b]\n\n[b]: https://c.se\n[B]: https://d.se\n", ("link-unused", 4, 1, 17)),
        ("- a\n\n  [b]: c\n", ("link-unused", 3, 3, 6)),
        ("a { { plan.x } }\n", ("expression-braces", 1, 3, 14)),
        ("a {plan.x}\n", ("expression-braces", 1, 3, 8)),
        ("a { mål.b.titel }}\n", ("expression-braces", 1, 3, 16)),
        ("| a |\n|---|\n| {budget.a.b.c \\| tkr} |\n", ("expression-braces", 3, 3, 21)),
    ],
)
def test_what_looks_like_something_that_it_is_not_is_a_warning(text: str, slip: tuple[str, int, int, int]):
    assert found(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b\n",
        "-5 grader\n",
        "1.5 procent\n",
        "# Rubrik\n",
        "#1 av 3\n",
        "Not [a] (se nedan).\n",
        "[a](https://b.se 'Titel') och [b](#c)\n",
        "![x](a.png){#karta}\n",
        "## A {#karta}\n",
        "Ett {ord} i en text {så}\n",
        "[value for money]{lang=en}\n",
        "2 < 3 och a<b>c\n".replace("<b>", "<x>"),
        "a **b** c\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 |\n",
        "| a | {{ x | tkr }} |\n|---|---|\n| 1 | a \\| b |\n",
        "> | a |\n> |---|\n> | b |\n",
        "a | b\n--|--\n1 | 2\n",
        "Se [a] och [b][c].\n\n[A]: https://d.se\n[c]: #e\n",
        "[//]: # (en kommentar)\n",
        "\\{plan.x} {plan} {planen.x} { a } {{ plan.x }}\n",
    ],
)
def test_what_is_meant_as_it_stands_is_not_told_of(text: str):
    assert found(text) == []


def test_a_slip_is_a_warning_but_what_makes_no_table_is_a_fault():
    text = "##A\n\n| a | b |\n| 1 | 2 |\n\na\tb\n1\t2\n"
    _, diagnostics = read_markdown(text, Place.of_text(text, START))
    assert [(each.code, each.severity) for each in diagnostics] == [
        ("heading-space", Severity.WARNING),
        ("table-line", Severity.ERROR),
        ("table-tabs", Severity.ERROR),
    ]


def test_a_table_without_its_line_is_told_with_the_line():
    _, (fault,) = read_markdown(
        "| a | b | c |\n| 1 | 2 | 3 |\n", Place.of_text("| a | b | c |\n| 1 | 2 | 3 |\n", START)
    )
    assert dict(fault.parameters)["below"] == "|---|---|---|"


def test_a_cell_too_many_is_a_fault_at_the_cell():
    assert found("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n") == [("table-cells", 3, 10, 3)]
    assert found("- | a |\n  |---|\n  | b | c |\n") == [("table-cells", 3, 8, 3)]


@pytest.mark.parametrize(("line", "columns", "extent"), [("a | b | c", 2, (7, 9)), ("| a |", 1, None), ("a", 1, None)])
def test_surplus_cells_are_counted_with_and_without_bars_around(
    line: str, columns: int, extent: tuple[int, int] | None
):
    assert surplus_extent(line, columns) == extent


def test_a_note_without_its_colon_is_told_and_read():
    text = "A[^x]\n\n[^x] Noten.\n"
    body, diagnostics = read_markdown(text, Place.of_text(text, START))
    assert [(each.code, each.location.line) for each in diagnostics] == [("note-colon", 3)]
    assert [note.id for note in body.notes] == ["x"]


@pytest.mark.parametrize("text", ["A\n\n[^x] först på raden.\n", "A[^x]\n[^x] b\n\n[^x]: Not.\n"])
def test_a_mark_at_the_start_of_a_line_may_be_a_mark(text: str):
    assert "note-colon" not in [code for code, *_ in found(text)]


@pytest.mark.parametrize("note", ["[^x]:", "[^x]:   "])
def test_a_note_without_a_text_is_told(note: str):
    assert found(f"A[^x]\n\n{note}\n") == [("note-empty", 3, 1, 5)]
