from plangen.document.inlines import Text
from plangen.document.nodes import Block, Column, Heading, Paragraph, Section, Table
from plangen.document.orientation import runs, starts_wide


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


def section(*blocks: Block) -> Section:
    return Section(heading=Heading(level=1, inlines=(Text("R"),)), blocks=blocks)


def test_wide_tables_one_after_another_share_their_pages() -> None:
    first, lead, second = table(landscape=True), paragraph("b", kept=True), table(landscape=True)
    assert list(runs((first, lead, second))) == [(True, (first, lead, second))]
    between = paragraph("c")
    assert list(runs((first, between, second))) == [(True, (first,)), (False, (between,)), (True, (second,))]


def test_a_section_starts_wide_where_nothing_but_headings_and_leads_stand_before_its_wide_table() -> None:
    wide = table(landscape=True)
    assert starts_wide(section(wide, paragraph("a")))
    assert starts_wide(section(paragraph("a", kept=True), wide))
    assert starts_wide(section(section(wide)))
    assert not starts_wide(section(paragraph("a"), wide))
    assert not starts_wide(section(table(landscape=False), wide))
    assert not starts_wide(section(section(), wide)), "a heading of its own stands before"
    assert not starts_wide(section())


def test_the_remark_below_a_wide_table_stays_on_its_page() -> None:
    wide, last = table(landscape=True), paragraph("c")
    remark = Paragraph(inlines=(Text("Beloppen är i löpande priser."),), role="remark")
    assert list(runs((wide, remark, last))) == [(True, (wide, remark)), (False, (last,))]
    assert list(runs((remark, wide))) == [(False, (remark,)), (True, (wide,))]
