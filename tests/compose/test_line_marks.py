from __future__ import annotations

import pytest
from jinja2 import Environment

from plangen.compose.line_marks import LineMarks, OutlineLines, lines_of, unmarked
from plangen.diagnostics import Location, error
from plangen.document.inlines import CrossReference
from plangen.document.nodes import Section
from plangen.document.walk import every_block, every_inline, texts
from plangen.readers.markdown import read_outline


def rendered(outline: str, **values: object) -> str:
    environment = Environment(extensions=[LineMarks], trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    return environment.from_string(outline).render(values)


def numbered(outline: str, **values: object) -> list[tuple[int, str]]:
    text = rendered(outline, **values)
    return list(zip(lines_of(text), unmarked(text).split("\n"), strict=True))


def test_text_without_templating_has_its_own_lines() -> None:
    assert numbered("a\n\nb") == [(1, "a"), (2, ""), (3, "b")]


def test_lines_of_a_loop_come_again_with_each_turn() -> None:
    assert numbered("a\n{% for i in x %}\n# {{ i }}\n\n{% endfor %}\nb", x=(1, 2)) == [
        (1, "a"),
        (3, "# 1"),
        (4, ""),
        (3, "# 2"),
        (4, ""),
        (6, "b"),
    ]


def test_lines_of_a_macro_are_where_the_macro_stands() -> None:
    assert numbered("{% macro m() %}\na\nb\n{% endmacro %}\nc\n\n{{ m() }}\nd")[-4:] == [
        (2, "a"),
        (3, "b"),
        (7, ""),
        (8, "d"),
    ]


def test_what_a_branch_leaves_out_is_counted() -> None:
    assert numbered("{% if false %}\na\nb\n{% endif %}\nc") == [(5, "c")]


def test_whitespace_control_moves_no_line() -> None:
    assert numbered("a\n\n{%- if true -%}\n\n\nb\n{% endif %}\nc") == [(6, "ab"), (8, "c")]


def test_marks_do_not_show() -> None:
    assert unmarked(rendered("a {{ 1 }} b\n")) == "a 1 b\n"


def test_nothing_is_one_empty_line() -> None:
    assert numbered("") == [(1, "")]


@pytest.fixture
def lines() -> OutlineLines:
    return OutlineLines("o.md.j2", (10, 20, 30, 40, 50, 60, 70))


def test_a_fault_is_told_at_its_place_in_the_outline(lines: OutlineLines) -> None:
    assert lines.fault(error("a", Location("o.md.j2", 2, 5, 3))).location == Location("o.md.j2", 30)


def test_a_place_beyond_the_outline_is_the_file_as_a_whole(lines: OutlineLines) -> None:
    assert lines.place(Location("o.md.j2", 99)) == Location("o.md.j2")


def test_every_node_is_told_at_its_place_in_the_outline(lines: OutlineLines) -> None:
    text = "# a [](#b)\n\n- c\n\n| d |\n|---|\n| e |"
    blocks, _ = read_outline(text, Location("o.md.j2"), ())
    (section,) = (lines.block(block) for block in blocks)
    assert isinstance(section, Section)
    assert section.heading.location == Location("o.md.j2", 10)
    below = list(every_block(section))
    assert [block.location.line for block in below] == [30, 30, 50]
    items, table = below[0].items[0], below[2]  # type: ignore[union-attr]
    assert items.location.line == 30
    assert [row.location.line for row in (*table.head, *table.rows)] == [50, 70]  # type: ignore[union-attr]
    assert [row.cells[0].location.line for row in (*table.head, *table.rows)] == [50, 70]  # type: ignore[union-attr]
    references = [each for line in texts(section) for each in every_inline(line) if isinstance(each, CrossReference)]
    assert [each.location.line for each in references] == [10]
