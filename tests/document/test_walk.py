from __future__ import annotations

import pytest

from plangen.dataclass import replace
from plangen.document.document import Document, Metadata
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
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
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    TableNote,
    TableOfContents,
)
from plangen.document.walk import (
    blocks,
    each_and_below,
    every_block,
    every_block_with_notes,
    every_inline,
    map_block,
    map_children,
    map_inlines,
    map_lines,
    map_tables,
    padded,
    plain_text,
    printed_caption,
    reference_text,
    texts,
)


def line(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(inlines=line(text))


def table(text: str) -> Table:
    return Table(
        caption=line(f"{text} caption"),
        columns=(Column(),),
        head=(Row(cells=(Cell(inlines=line(f"{text} head")),)),),
        rows=(Row(cells=(Cell(inlines=line(f"{text} cell")),)),),
        notes=(TableNote(inlines=line(f"{text} note")),),
    )


def item(*blocks: Block) -> ListItem:
    return ListItem(blocks=blocks)


@pytest.fixture
def document() -> Document:
    """Every kind of block, each with text of its own, in the order of the letters."""
    inner = (
        paragraph("b"),
        BulletList(items=(item(paragraph("c"), table("d")), item(paragraph("e")))),
        OrderedList(items=(item(paragraph("f")),)),
        BlockQuote(blocks=(paragraph("g"), table("h"))),
        Callout(title=line("i"), blocks=(paragraph("j"), table("k"))),
        DefinitionList(
            items=(
                Definition(term=line("l"), blocks=(paragraph("m"), table("n"))),
                Definition(term=line("o"), blocks=(paragraph("p"),)),
            )
        ),
        Figure(image=Image(b"", "image/png", "picture"), caption=line("q")),
        PageBreak(),
        table("r"),
    )
    section = Section(heading=Heading(level=1, inlines=line("a")), blocks=inner)
    return Document(
        metadata=Metadata(title="", language="sv-SE"), blocks=(TableOfContents(title=line("contents")), section)
    )


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (Text("a"), "a"),
        (Code("x = 1"), "x = 1"),
        (Badge("Mål 8", 8), "Mål 8"),
        (Abbreviation("SAM", "systematiskt arbetsmiljöarbete"), "SAM"),
        (Emphasis((Text("a"), Strong((Text("b"),)))), "ab"),
        (Link("https://a.se", (Text("a"), Code("b"))), "ab"),
        (LineBreak(), " "),
        (Image(b"", "image/png", "Karta"), "Karta"),
        (Expression("plan.year"), "{{plan.year}}"),
        (FootnoteReference("a", mark="1"), ""),
        (CrossReference("a", (Text("här"),), label="avsnitt", number="1"), "här"),
    ],
)
def test_plain_text_is_what_an_inline_prints_without_marks_of_notes(inline: Inline, text: str) -> None:
    assert plain_text((inline,)) == text


@pytest.mark.parametrize(
    ("label", "number", "title", "printed"),
    [
        ("avsnitt", "6.1", "Mål", "avsnitt\u00a06.1 Mål"),
        ("tabell", "1", "", "tabell\u00a01"),
        ("", "", "Beskrivning", "Beskrivning"),
        ("", "", "", ""),
    ],
)
def test_reference_prints_label_number_and_title(label: str, number: str, title: str, printed: str) -> None:
    reference = CrossReference("a", label=label, number=number, title=line(title) if title else ())
    assert reference_text(reference) == printed


def test_every_block_comes_in_reading_order(document: Document) -> None:
    found = [plain_text(block.inlines) for block in every_block(document) if isinstance(block, Paragraph)]
    assert found == ["b", "c", "e", "f", "g", "j", "m", "p"]


def test_blocks_of_a_list_are_those_of_all_its_items() -> None:
    both = BulletList(items=(item(paragraph("a"), paragraph("b")), item(paragraph("c"))))
    assert [plain_text(each.inlines) for each in blocks(both) if isinstance(each, Paragraph)] == ["a", "b", "c"]


def test_a_leaf_holds_no_blocks() -> None:
    assert blocks(PageBreak()) == blocks(table("a")) == blocks(paragraph("a")) == ()


def test_texts_of_a_table_are_caption_cells_and_notes() -> None:
    assert [plain_text(each) for each in texts(table("a"))] == ["a caption", "a head", "a cell", "a note"]


def test_texts_do_not_go_into_blocks(document: Document) -> None:
    assert [plain_text(each) for each in texts(document.blocks[1])] == ["a"]


def test_every_inline_comes_before_what_it_holds() -> None:
    inner = Strong((Text("b"),))
    whole = Emphasis((Text("a"), inner))
    assert list(every_inline((whole,))) == [whole, Text("a"), inner, Text("b")]


def test_map_inlines_replaces_innermost_first_and_may_drop_or_split() -> None:
    def change(inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case Text("gone"):
                return ()
            case Text("two"):
                return (Text("t"), Text("wo"))
            case Emphasis():
                return inline.inlines
            case _:
                return (inline,)

    assert map_inlines((Emphasis((Text("two"), Text("gone"))), Text("a")), change) == (Text("t"), Text("wo"), Text("a"))


def test_map_inlines_goes_into_links_and_references() -> None:
    both = (Link("https://a.se", line("a")), CrossReference("b", line("a")))
    changed = map_inlines(both, lambda each: (Text("b"),) if each == Text("a") else (each,))
    assert [plain_text((each,)) for each in changed] == ["b", "b"]


def test_map_block_changes_every_text_of_the_tree_in_reading_order(document: Document) -> None:
    seen: list[str] = []

    def change(inline: Inline) -> tuple[Inline, ...]:
        seen.append(plain_text((inline,)))
        return (Text(plain_text((inline,)).upper()),)

    changed = [map_block(block, change) for block in document.blocks]
    assert seen[0] == "contents"
    assert [text[0] for text in seen[1:]] == sorted(text[0] for text in seen[1:])
    assert {text[0] for text in seen[1:]} == set("abcdefghijklmnopqr")
    after = [plain_text(each) for top in changed for block in (top, *every_block_of(top)) for each in texts(block)]
    assert sorted(after) == sorted(text.upper() for text in seen)


def every_block_of(block: Block) -> list[Block]:
    return list(every_block(block))


def test_map_block_without_a_change_gives_the_same(document: Document) -> None:
    assert tuple(map_block(block, lambda each: (each,)) for block in document.blocks) == document.blocks


def test_map_lines_sees_whole_lines() -> None:
    two = Paragraph(inlines=(Text("a"), Emphasis((Text("b"),))))
    assert map_lines(two, lambda inlines: (Text(plain_text(inlines)),)) == Paragraph(inlines=(Text("ab"),))


def test_map_tables_finds_tables_wherever_they_stand(document: Document) -> None:
    found: list[str] = []

    def change(table: Table) -> Table:
        found.append(plain_text(table.caption)[0])
        return table

    assert tuple(map_tables(block, change) for block in document.blocks) == document.blocks
    assert found == ["d", "h", "k", "n", "r"]


def test_map_children_goes_one_step_down_only() -> None:
    quote = BlockQuote(blocks=(paragraph("a"), BlockQuote(blocks=(paragraph("b"),))))
    gone = map_children(quote, lambda each: PageBreak())
    assert gone == BlockQuote(blocks=(PageBreak(), PageBreak()))


def test_each_block_stands_before_those_below_it() -> None:
    inner, last = paragraph("a"), paragraph("b")
    quote = BlockQuote(blocks=(inner,))
    assert list(each_and_below((quote, last))) == [quote, inner, last]


def test_the_blocks_of_the_notes_come_after_those_of_the_document() -> None:
    inner, noted = paragraph("a"), paragraph("b")
    quote, list_of_notes = BlockQuote(blocks=(inner,)), BulletList(items=(ListItem(blocks=(noted,)),))
    metadata = Metadata(title="", language="sv")
    document = Document(metadata=metadata, blocks=(quote,), notes=(Note(id="n", blocks=(list_of_notes,)),))
    assert list(every_block_with_notes(document)) == [quote, inner, list_of_notes, noted]


def test_a_badge_has_a_space_of_its_ground_on_each_side() -> None:
    assert padded(Badge("Mål 8", 8)) == "\u00a0Mål 8\u00a0"


def test_a_caption_prints_its_number_before_its_title() -> None:
    title = (Text("Ramar"),)
    bare = Figure(image=Image(b"", "image/png", ""))
    assert printed_caption(bare) == ""
    assert printed_caption(replace(bare, caption=title)) == "Ramar"
    assert printed_caption(replace(bare, caption=title, label="Figur", number="1")) == "Figur\u00a01. Ramar"
    assert printed_caption(replace(bare, label="Figur", number="1")) == "Figur\u00a01"
