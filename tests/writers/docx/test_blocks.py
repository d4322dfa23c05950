"""Each block, and the styles that its place gives it."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping
from typing import Any

from plangen.document.document import Document
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
)

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==")

Build = Callable[..., Document]
Body = Callable[..., Any]


def paragraph(words: str, **more: bool) -> Paragraph:
    return Paragraph(inlines=(Text(words),), **more)


def item(*blocks: Block) -> ListItem:
    return ListItem(blocks=blocks)


def headed(level: int, *blocks: Block, **more: bool) -> Section:
    return Section(heading=Heading(level=level, inlines=(Text("Rubrik"),), **more), blocks=blocks)


def lines(body: Any) -> list[tuple[str, str]]:
    """Style and text of each paragraph of a body."""
    return [(each.style or "Normal", "".join(each.xpath(".//w:t/text()"))) for each in body.xpath("w:p")]


def test_headings_have_the_styles_of_their_levels(document: Build, body: Body) -> None:
    found = body(document(headed(1, headed(2, paragraph("Text")))))
    assert [style for style, _ in lines(found)] == ["Heading1", "Heading2", "Normal"]


def test_heading_without_number_among_numbered_ones_says_so(document: Build, body: Body) -> None:
    found = body(document(headed(1, numbered=False), headed(1)))
    assert [each.xpath("string(w:pPr/w:numPr/w:numId/@w:val)") for each in found.xpath("w:p")] == ["4", ""]


def test_items_of_lists_have_the_styles_of_their_depth(document: Build, body: Body) -> None:
    inner = BulletList(items=(item(paragraph("b")),))
    found = body(document(BulletList(items=(item(paragraph("a"), paragraph("fortsättning"), inner),))))
    assert lines(found) == [("ListBullet", "a"), ("ListContinue", "fortsättning"), ("ListBullet2", "b")]


def test_ordered_lists_have_numberings_of_their_own(document: Build, body: Body) -> None:
    one = OrderedList(items=(item(paragraph("a")), item(paragraph("b"))))
    found = body(document(one, one))
    assert found.xpath("w:p/w:pPr/w:numPr/w:numId/@w:val") == ["4", "4", "5", "5"]


def test_item_that_starts_with_a_list_has_a_sign_of_its_own(document: Build, body: Body) -> None:
    found = body(document(BulletList(items=(item(BulletList(items=(item(paragraph("b")),))),))))
    assert lines(found) == [("ListBullet", ""), ("ListBullet2", "b")]


def test_list_leaves_the_space_of_the_paragraphs_around_it(document: Build, body: Body) -> None:
    found = body(document(BulletList(items=(item(paragraph("a")), item(paragraph("b")))), paragraph("c")))
    assert [each.xpath("string(w:pPr/w:spacing/@w:after)") for each in found.xpath("w:p")] == ["", "160", ""]


def test_paragraph_is_kept_with_what_follows(document: Build, body: Body) -> None:
    found = body(document(paragraph("a", keep_with_next=True), paragraph("b")))
    assert [len(each.xpath("w:pPr/w:keepNext")) for each in found.xpath("w:p")] == [1, 0]


def test_quotation_and_definitions_have_styles(document: Build, body: Body) -> None:
    definitions = DefinitionList(items=(Definition(term=(Text("Ram"),), blocks=(paragraph("Pengar."),)),))
    found = body(document(BlockQuote(blocks=(paragraph("Citat"),)), definitions))
    assert lines(found) == [("Quote", "Citat"), ("DefinitionTerm", "Ram"), ("Definition", "Pengar.")]


def test_definitions_that_stand_whole_are_kept_together(document: Build, body: Body) -> None:
    item = Definition(term=(Text("Ram"),), blocks=(paragraph("Pengar."),))
    for number, kept in ((3, [True, True, False]), (20, [False] * 20)):
        found = body(document(DefinitionList(items=(item,) * number)))
        said = found.xpath("w:p[w:pPr/w:pStyle/@w:val='Definition']")
        assert [each.pPr.keepNext is not None for each in said] == kept


def test_box_of_paragraphs_is_paragraphs(document: Build, body: Body) -> None:
    found = body(document(Callout(title=(Text("Obs"),), blocks=(paragraph("Text"),))))
    assert lines(found) == [("CalloutTitle", "Obs"), ("Callout", "Text")]


def test_box_with_a_list_is_a_cell(document: Build, body: Body) -> None:
    found = body(document(Callout(title=(Text("Obs"),), blocks=(BulletList(items=(item(paragraph("a")),)),))))
    assert found.xpath("w:tbl//w:p//w:t/text()") == ["Obs", "a"]


def test_page_break_is_before_the_paragraph_that_follows(document: Build, body: Body) -> None:
    found = body(document(paragraph("a"), PageBreak(), headed(2)))
    second = found.xpath("w:p")[1]
    assert len(second.xpath("w:pPr/w:pageBreakBefore")) == 1
    assert second.xpath("string(w:pPr/w:spacing/@w:before)") == "0"


def test_level_whose_headings_all_start_pages_says_so_in_its_style(
    document: Build, parts: Callable[..., Mapping[str, Any]], xpath: Callable[[Any, str], Any]
) -> None:
    files = parts(document(headed(1, page_break_before=True), headed(1, page_break_before=True)))
    assert xpath(files["word/document.xml"], "//w:p//w:pageBreakBefore") == []
    assert len(xpath(files["word/styles.xml"], "w:style[@w:styleId='Heading1']//w:pageBreakBefore")) == 1


def test_wide_table_and_the_paragraph_kept_with_it_stand_on_a_landscape_page(document: Build, body: Body) -> None:
    table = Table(columns=(Column(width=90),), head=(), rows=(Row(cells=(Cell(),)),), landscape=True)
    found = body(document(paragraph("a"), paragraph("Ingress", keep_with_next=True), table, paragraph("b")))
    ends = found.xpath("w:p[w:pPr/w:sectPr]")
    assert [bool(each.xpath(".//w:pgSz/@w:orient")) for each in [*ends, found[-1]]] == [False, True, False]
    assert ends[0].xpath("string(.//w:t)") == "a"


def test_headings_right_above_a_wide_table_stand_on_its_page(document: Build, body: Body) -> None:
    table = Table(columns=(Column(width=90),), head=(), rows=(Row(cells=(Cell(),)),), landscape=True)
    inner = Section(id="b", heading=Heading(level=2, inlines=(Text("B"),)), blocks=(table, paragraph("efter")))
    outer = Section(id="a", heading=Heading(level=1, inlines=(Text("A"),)), blocks=(inner,))
    found = body(document(paragraph("före"), outer))
    ends = found.xpath("w:p[w:pPr/w:sectPr]")
    assert [bool(each.xpath(".//w:pgSz/@w:orient")) for each in [*ends, found[-1]]] == [False, True, False]
    assert ends[0].xpath("string(.//w:t)") == "före"


def test_document_that_ends_with_a_wide_table_has_no_empty_page_after_it(document: Build, body: Body) -> None:
    table = Table(columns=(Column(width=90),), head=(), rows=(Row(cells=(Cell(),)),), landscape=True)
    found = body(document(paragraph("a"), table))
    assert len(found.xpath(".//w:sectPr")) == 2
    assert found.xpath("string(w:sectPr/w:pgSz/@w:orient)") == "landscape"


def test_picture_is_kept_with_the_caption_below_it(document: Build, body: Body) -> None:
    picture = Image(PIXEL, "image/png", "En prick", width=20)
    found = body(document(Figure(image=picture, caption=(Text("Bild"),), label="Figur", number="1")))
    assert [style for style, _ in lines(found)] == ["Figure", "Caption"]
    assert found.xpath("string(w:p[2]/w:pPr/w:keepNext/@w:val)") == "0"


def test_line_with_a_picture_may_grow(document: Build, body: Body) -> None:
    found = body(document(Paragraph(inlines=(Image(PIXEL, "image/png", "En prick"),))))
    assert found.xpath("string(w:p/w:pPr/w:spacing/@w:lineRule)") == "atLeast"


def test_boxes_that_follow_each_other_are_parted(document: Build, body: Body) -> None:
    boxes = (
        Callout(title=(Text("A"),), blocks=(paragraph("a"),)),
        Callout(title=(Text("B"),), blocks=(paragraph("b"),)),
    )
    styles = [style for style, _ in lines(body(document(*boxes)))]
    assert styles == ["CalloutTitle", "Callout", "Normal", "CalloutTitle", "Callout"]
