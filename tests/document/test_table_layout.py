from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.brand.brand import DEFAULT
from plangen.build import layout
from plangen.diagnostics import Diagnostic, Location, Severity
from plangen.document.inlines import Badge, FootnoteReference, Inline, LineBreak, Strong, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    Row,
    Section,
    Table,
)
from plangen.document.table_layout import SLACK, Layout, laid_out
from plangen.document.walk import SOFT_HYPHEN, each_and_below, plain_text
from plangen.locale.catalogue import catalogue

PADDING = 10.0
REAL = layout(DEFAULT, catalogue("sv"))


def halved(word: str) -> str:
    return word[: len(word) // 2] + SOFT_HYPHEN + word[len(word) // 2 :]


LAYOUT = Layout(
    text_width=400,
    landscape_width=600,
    paddings=dict.fromkeys(("", "apart", "close"), PADDING),
    measure=lambda text, bold: len(text) * (6.0 if bold else 5.0),
    hyphenate=halved,
)


def cell(text: str | tuple[Inline, ...]) -> Cell:
    return Cell(inlines=(Text(text),) if isinstance(text, str) else text)


def table(
    *rows: tuple[str | tuple[Inline, ...], ...], head: tuple[str, ...] = (), role: str = "", name: str = "t"
) -> Table:
    count = max([len(head), *(len(row) for row in rows)])
    return Table(
        id=name,
        role=role,
        columns=tuple(Column(field=str(index)) for index in range(count)),
        head=(Row(cells=tuple(cell(text) for text in head)),) if head else (),
        rows=tuple(Row(cells=tuple(cell(text) for text in row)) for row in rows),
    )


def section(*blocks: Block) -> Section:
    return Section(heading=Heading(level=1, inlines=()), blocks=blocks)


def tables(*blocks: Block, room: Layout = LAYOUT, may_turn: bool = True) -> tuple[list[Table], list[Diagnostic]]:
    """Every table in some blocks, laid out, and what was found."""
    result, found = laid_out(blocks, room, may_turn=may_turn)
    return [each for each in each_and_below(result) if isinstance(each, Table)], list(found)


def laid(table: Table, room: Layout = LAYOUT) -> Table:
    (result,), found = tables(table, room=room)
    assert not found
    return result


def widths(table: Table) -> list[float]:
    return [column.width for column in table.columns]


def cells(table: Table) -> list[str]:
    return [plain_text(cell.inlines) for row in (*table.head, *table.rows) for cell in row.cells]


def test_widths_add_up_to_the_width_of_the_text() -> None:
    assert sum(widths(laid(table(("a", "bbb", "cc"))))) == pytest.approx(400, abs=0.05)


def test_a_column_with_more_text_is_wider() -> None:
    narrow, wide = widths(laid(table(("a", "ett längre stycke text"))))
    assert narrow < wide


def test_no_column_is_narrower_than_its_longest_word() -> None:
    short, long = widths(laid(table(("en två tre fyra " * 20, "resultatutjämningsreserv"))))
    assert long >= 24 * 5 + PADDING
    assert short + long == pytest.approx(400, abs=0.05)


def years(name: str, *, figures: str = "1\u00a0000") -> Table:
    """A table with a row's name and a figure of each of three years, under heads that are wider than the figures."""
    made = table((name, figures, figures, figures), head=("Post", "Utfall 2025", "Budget 2026", "Plan 2027"))
    return replace(made, columns=(made.columns[0], *(replace(each, align="right") for each in made.columns[1:])))


def test_heads_of_years_stand_whole_where_there_is_room() -> None:
    result = laid(years("Personal"))
    assert not any(column.broken_head for column in result.columns)
    for width, head in zip(widths(result)[1:], cells(result)[1:4], strict=True):
        assert width >= len(head) * 6 + PADDING


def test_heads_of_years_are_all_broken_where_names_then_take_fewer_lines() -> None:
    made = years("ord " * 18)
    result = laid(replace(made, rows=made.rows * 3))
    assert [column.broken_head for column in result.columns] == [False, True, True, True]


def test_heads_of_years_are_broken_before_a_page_is_turned() -> None:
    result = laid(years("Kostnadspost" * 4))
    assert not result.landscape
    assert all(column.broken_head for column in result.columns[1:])


def test_a_name_has_all_the_room_that_two_lines_of_heads_leave_where_it_then_takes_fewer_lines() -> None:
    name = "Verksamhetens nettokostnader i allt"
    made = years(name)
    head = Row(cells=tuple(replace(each, header="column") for each in made.head[0].cells))
    made = laid(replace(made, head=(head,), rows=made.rows * 3), replace(LAYOUT, text_width=350))
    assert all(column.broken_head for column in made.columns[1:])
    assert widths(made)[0] >= len(name) * 5 + PADDING


def test_the_name_of_a_part_of_the_row_above_has_room_where_it_stands_in() -> None:
    name = "varav inventarier"
    made = table((name, "ord " * 60))
    plain, part = laid(made), laid(replace(made, rows=(replace(made.rows[0], role="whereof"),)))
    assert widths(part)[0] > widths(plain)[0]


def test_words_after_figures_have_more_room_and_badges_less() -> None:
    columns = (Column(field="a", align="right"), Column(field="b"), Column(field="c"))
    made = replace(table(("1" * 20, "o" * 20, (Badge("4" * 18, 4),))), columns=columns)
    room = replace(LAYOUT, paddings={"": 10.0, "apart": 30.0, "close": 2.0})
    usual, varied = widths(laid(made)), widths(laid(made, room))
    assert usual == pytest.approx([400 / 3] * 3, abs=0.1)
    assert varied[2] < varied[0] < varied[1]


def test_a_figure_with_no_break_spaces_is_one_word() -> None:
    text, figure = widths(laid(table(("ord " * 100, "1\u00a0899\u00a0961"))))
    assert figure >= 9 * 5 + PADDING
    assert text > figure


def test_a_head_is_measured_in_bold() -> None:
    (head, _) = widths(laid(table(("a", "ord " * 100), head=("Periodicitetsordning", "x"))))
    assert head >= 20 * 6 + PADDING


@pytest.mark.parametrize("role", ["total", "subtotal", "group"])
def test_rows_set_in_bold_are_measured_in_bold(role: str) -> None:
    plain = table(("x" * 20, "ord " * 100))
    bold = replace(plain, rows=(replace(plain.rows[0], role=role),))
    assert widths(laid(plain))[0] < 20 * 6 + PADDING
    assert widths(laid(bold))[0] >= 20 * 6 + PADDING


def test_a_bold_word_in_a_cell_is_measured_in_bold() -> None:
    assert widths(laid(table(((Strong((Text("x" * 20),)),), "ord " * 100))))[0] >= 20 * 6 + PADDING


def test_the_mark_of_a_note_is_part_of_the_word_that_it_follows() -> None:
    marked = (Text("x" * 20), FootnoteReference("n", mark="**"), Text(" y"))
    assert widths(laid(table((marked, "ord " * 100))))[0] >= 22 * 5 + PADDING


def test_a_break_that_its_author_made_ends_a_word_and_a_line() -> None:
    broken = (Text("x" * 15), LineBreak(), Text("y" * 15))
    assert widths(laid(table((broken, "ord " * 100))))[0] < 30 * 5


def test_a_soft_hyphen_that_its_author_made_lets_a_word_break_and_shows_a_hyphen() -> None:
    word = "x" * 15 + SOFT_HYPHEN + "y" * 15
    width = widths(laid(table((word, "ord " * 100))))[0]
    assert 16 * 5 + PADDING <= width < 30 * 5


def test_words_that_do_not_fit_upright_make_the_page_landscape() -> None:
    wide = laid(table(("x" * 40, "y" * 40)))
    assert wide.landscape
    assert sum(widths(wide)) == pytest.approx(600, abs=0.05)
    assert all(width >= 40 * 5 + PADDING for width in widths(wide))


def test_a_table_that_fits_stays_upright_and_whole() -> None:
    upright = laid(table(("x" * 30, "y" * 30)))
    assert not upright.landscape
    assert cells(upright) == ["x" * 30, "y" * 30]


def test_words_that_fit_no_page_are_hyphenated() -> None:
    hyphenated = laid(table(("x" * 80, "y" * 80)))
    assert hyphenated.landscape
    assert cells(hyphenated) == [halved("x" * 80), halved("y" * 80)]
    assert all(width >= 41 * 5 + PADDING for width in widths(hyphenated))


def test_figures_and_short_words_are_not_hyphenated() -> None:
    hyphenated = laid(table(("x" * 120, "1\u00a0899\u00a0961", "sjutton", "2026-01-01")))
    assert cells(hyphenated)[1:] == ["1\u00a0899\u00a0961", "sjutton", "2026-01-01"]


def test_where_that_is_not_enough_shorter_words_are_hyphenated() -> None:
    tight = laid(table(*[("sjutton",) * 20], name="t"), replace(LAYOUT, paddings={"": 4.0}))
    assert set(cells(tight)) == {halved("sjutton")}


def test_a_table_that_does_not_fit_even_hyphenated_is_told_of() -> None:
    place = Location("t.yaml", 3)
    figures = replace(table(("1\u00a0899\u00a0961",) * 20), location=place, caption=(Text("Ramar"),))
    (squeezed,), (fault,) = tables(figures)
    assert sum(widths(squeezed)) == pytest.approx(600, abs=0.15)
    assert (fault.code, fault.location, fault.severity) == ("table-too-wide", place, Severity.ERROR)
    assert dict(fault.parameters) == {"table": "Ramar", "columns": "20"}


@pytest.mark.parametrize(
    "holder",
    [
        lambda inner: BulletList(items=(ListItem(blocks=(inner,)),)),
        lambda inner: BlockQuote(blocks=(inner,)),
        lambda inner: Callout(title=(), blocks=(inner,)),
        lambda inner: DefinitionList(items=(Definition(term=(), blocks=(inner,)),)),
        lambda inner: BlockQuote(blocks=(section(inner),)),
    ],
    ids=["list", "quotation", "box", "terms", "section in a quotation"],
)
def test_a_wide_table_within_another_block_is_hyphenated_and_never_turns(holder: Callable[[Block], Block]) -> None:
    (inner,), found = tables(holder(table(("x" * 40, "y" * 40))))
    assert not found
    assert not inner.landscape
    assert cells(inner) == [halved("x" * 40), halved("y" * 40)]
    assert sum(widths(inner)) == pytest.approx(400, abs=0.05)


def test_a_wide_table_within_sections_turns() -> None:
    (inner,), _ = tables(section(section(table(("x" * 40, "y" * 40)))))
    assert inner.landscape


def test_where_no_page_may_turn_none_does() -> None:
    (upright,), found = tables(table(("x" * 40, "y" * 40)), may_turn=False)
    assert not upright.landscape
    assert not found


def test_a_table_stands_within_the_indents_of_all_that_holds_it() -> None:
    room = replace(LAYOUT, indents={BulletList: 20, BlockQuote: 30})
    quoted = BlockQuote(
        blocks=(BulletList(items=(ListItem(blocks=(table(("a", "b")),)),)), table(("a", "b"), name="u"))
    )
    (inner, outer), _ = tables(quoted, room=room)
    assert (sum(widths(inner)), sum(widths(outer))) == (pytest.approx(350, abs=0.05), pytest.approx(370, abs=0.05))


def test_a_table_within_another_block_is_told_of_where_it_has_no_room() -> None:
    _, (fault,) = tables(BlockQuote(blocks=(table(("1\u00a0899\u00a0961",) * 10),)))
    assert fault.code == "table-too-wide"


def test_tables_alike_that_fit_no_page_together_are_set_each_by_itself() -> None:
    wide = "1" * 80
    first, second = table((wide, "k"), role="r", name="a"), table(("k", wide), role="r", name="b")
    (one, two), found = tables(first, second)
    assert not found
    assert widths(one)[0] > widths(one)[1]
    assert widths(two)[0] < widths(two)[1]


def test_a_cell_over_several_rows_moves_those_below_it() -> None:
    high = Row(cells=(replace(cell("a"), row_span=2), cell("b")))
    spanned = laid(replace(table(("a", "b")), rows=(high, Row(cells=(cell("y" * 30),)))))
    assert widths(spanned)[1] >= 30 * 5 + PADDING
    assert widths(spanned)[0] < 30 * 5


def test_tables_alike_get_the_same_widths() -> None:
    first = table(("kort", "k"), role="indicators", name="a")
    second = table(("ett mycket längre namn på en indikator", "Jämställdhetsindex"), role="indicators", name="b")
    other = table(("kort", "k"), role="budget", name="c")
    (one, two, three), _ = tables(first, section(second), other)
    assert widths(one) == widths(two) != widths(three)


def test_a_wide_table_takes_those_alike_to_landscape_pages() -> None:
    first, second = table(("kort", "k"), role="r", name="a"), table(("x" * 40, "y" * 40), role="r", name="b")
    assert [each.landscape for each in tables(first, second)[0]] == [True, True]


def test_tables_without_a_role_are_laid_out_each_by_itself() -> None:
    (first, second), _ = tables(table(("kort", "k"), name="a"), table(("k", "kort"), name="b"))
    assert widths(first) == widths(second)[::-1]


def test_a_cell_over_several_columns_widens_none_and_moves_the_next() -> None:
    spanning = Row(cells=(Cell(inlines=(Text("x" * 60),), column_span=2), cell("y" * 20)))
    plain = table(("a", "b", "c"))
    spanned = laid(replace(plain, rows=(*plain.rows, spanning)))
    first, second, third = widths(spanned)
    assert third > first == second


@pytest.mark.parametrize(
    "empty",
    [
        table(("", "", "")),
        Table(id="t", columns=(), head=(), rows=()),
        Table(id="t", columns=(Column(), Column()), head=(), rows=()),
        table(("a",)),
        table(("a", "b"), ("a",)),
        replace(table(("a",)), rows=(Row(cells=(cell("a"), cell("too many"))),)),
    ],
    ids=["empty cells", "no columns", "no rows", "one column", "short row", "long row"],
)
def test_odd_tables_are_laid_out(empty: Table) -> None:
    result = laid(empty)
    assert sum(widths(result)) == pytest.approx(400 if empty.columns else 0, abs=0.05)


def test_what_is_no_table_is_left_alone() -> None:
    blocks: tuple[Block, ...] = (BulletList(items=(ListItem(blocks=()),)),)
    assert laid_out(blocks, LAYOUT) == (blocks, ())


WORDS = st.text("abåÖ0123456789-1\u00a0,", min_size=1, max_size=24)
LINES = st.lists(WORDS, max_size=6).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 5).flatmap(
        lambda count: st.lists(st.lists(LINES, min_size=count, max_size=count), min_size=1, max_size=4)
    )
)
def test_whatever_the_text_every_word_fits_or_the_table_was_hyphenated(rows: list[list[str]]) -> None:
    (result,), _ = tables(table(*(tuple(row) for row in rows)))
    room = LAYOUT.landscape_width if result.landscape else LAYOUT.text_width
    assert sum(widths(result)) == pytest.approx(room, abs=0.1)
    least = [max([0, *(len(word) for row in rows for word in row[index].split(" "))]) for index in range(len(rows[0]))]
    if sum(each * 5 + PADDING + SLACK for each in least) <= LAYOUT.landscape_width:
        assert all(width >= each * 5 + PADDING for width, each in zip(widths(result), least, strict=True))
        assert cells(result) == [text for row in rows for text in row]


def test_with_the_brands_own_font_and_patterns_a_compound_is_never_narrower_than_itself() -> None:
    word = "informationssäkerhetsutbildningar"
    long, _ = widths(laid(table((word, "ord " * 200)), REAL))
    assert long >= REAL.measure(word, False) + REAL.paddings[""]


def test_with_the_brands_own_patterns_words_too_long_get_soft_hyphens_at_seams() -> None:
    result = laid(table(*[("informationssäkerhetsutbildningar",) * 6]), REAL)
    assert result.landscape
    assert all(SOFT_HYPHEN in text for text in cells(result))
    assert {text.replace(SOFT_HYPHEN, "") for text in cells(result)} == {"informationssäkerhetsutbildningar"}
