from plangen.document.nodes import Column, Paragraph, Table, Text
from plangen.document.orientation import runs


def paragraph(text: str, *, kept: bool = False) -> Paragraph:
    return Paragraph(inlines=(Text(text),), keep_with_next=kept)


def table(*, landscape: bool) -> Table:
    return Table(columns=(Column(),), head=(), rows=(), landscape=landscape)


def test_blocks_without_a_wide_table_are_one_upright_run() -> None:
    blocks = (paragraph("a"), table(landscape=False), paragraph("b"))
    assert list(runs(blocks)) == [(False, blocks)]


def test_wide_table_takes_the_paragraphs_kept_with_it() -> None:
    first, lead, wide, last = paragraph("a"), paragraph("b", kept=True), table(landscape=True), paragraph("c")
    assert list(runs((first, lead, wide, last))) == [(False, (first,)), (True, (lead, wide)), (False, (last,))]


def test_kept_paragraph_before_anything_else_stays_upright() -> None:
    blocks = (paragraph("a", kept=True), paragraph("b"), table(landscape=True))
    assert list(runs(blocks)) == [(False, blocks[:2]), (True, blocks[2:])]


def test_nothing_gives_no_run() -> None:
    assert list(runs(())) == []
