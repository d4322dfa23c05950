from __future__ import annotations

from plangen.document.identify import identified
from plangen.document.inlines import Image, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.walk import every_block


def section(name: str, *blocks: Block) -> Section:
    return Section(id=name, heading=Heading(level=1, inlines=(Text("x"),)), blocks=blocks)


def paragraph(name: str = "") -> Paragraph:
    return Paragraph(id=name, inlines=())


def ids(blocks: tuple[Block, ...]) -> list[str]:
    return [each.id for block in blocks for each in (block, *every_block(block))]


def test_blocks_are_named_by_what_they_stand_in_and_their_kind() -> None:
    blocks = identified((section("a", paragraph(), paragraph(), section("", paragraph())), PageBreak()))
    assert ids(blocks) == ["a", "a.p-1", "a.p-2", "a.section-1", "a.section-1.p-1", "break-1"]


def test_ids_that_are_given_stay() -> None:
    assert ids(identified((section("a", paragraph("own"), paragraph()),))) == ["a", "own", "a.p-2"]


def test_an_id_that_is_given_is_never_given_again() -> None:
    blocks = identified(
        (section("a", paragraph()), paragraph("a.p-1"), TableOfContents(title=()), paragraph("contents-1"))
    )
    assert ids(blocks) == ["a", "a.p-1_", "a.p-1", "contents-1_", "contents-1"]


def test_order_and_titles_of_others_do_not_change_an_id() -> None:
    before = ids(identified((section("a", paragraph()), section("b", paragraph()))))
    after = ids(identified((section("b", paragraph()), section("a", paragraph()))))
    assert sorted(before) == sorted(after)


def test_headings_items_rows_and_cells_have_ids() -> None:
    cells = (Cell(), Cell(id="own"))
    table = Table(
        columns=(Column(), Column()), head=(Row(cells=cells),), rows=(Row(cells=cells), Row(id="r", cells=cells))
    )
    bullets = BulletList(items=(ListItem(blocks=(paragraph(),)), ListItem(id="i", blocks=(paragraph(),))))
    named = identified((section("a", table, bullets),))[0]
    assert isinstance(named, Section)
    assert named.heading.id == "a.heading"
    table, bullets = named.blocks  # type: ignore[assignment]
    assert [row.id for row in (*table.head, *table.rows)] == ["a.table-1.head-1", "a.table-1.row-1", "r"]
    assert [cell.id for cell in table.rows[1].cells] == ["r.1", "own"]
    assert [item.id for item in bullets.items] == ["a.list-1.1", "i"]
    assert [block.id for item in bullets.items for block in item.blocks] == ["a.list-1.1.p-1", "i.p-1"]


def test_every_kind_of_block_gets_an_id_of_its_own() -> None:
    blocks = identified(
        (
            section("", paragraph()),
            paragraph(),
            BulletList(items=(ListItem(blocks=(paragraph(),)),)),
            OrderedList(items=(ListItem(blocks=(paragraph(),)),)),
            Table(columns=(), head=(), rows=()),
            Figure(image=Image(b"", "image/png", "x")),
            BlockQuote(blocks=(paragraph(),)),
            Callout(title=(), blocks=(paragraph(),)),
            DefinitionList(items=(Definition(term=(), blocks=(paragraph(),)),)),
            PageBreak(),
            TableOfContents(title=()),
        )
    )
    named = ids(blocks)
    assert all(named)
    assert len(set(named)) == len(named)
