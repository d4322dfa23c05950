"""Captions, headers, groups, notes and widths of tables, read by an HTML parser."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import pytest

from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import Cell, Column, Row, Table, TableNote
from plangen.locale.catalogue import catalogue
from plangen.writers.html.context import Context
from plangen.writers.html.tables import table


@pytest.fixture
def context() -> Context:
    return Context(catalogue("sv").labels, 10)


def parsed(node: Table, context: Context) -> Element:
    tree: Element = html5lib.parse(table(node, context), namespaceHTMLElements=False)
    return tree


def cell(text: str = "", **more: object) -> Cell:
    return Cell(inlines=(Text(text),) if text else (), **more)  # type: ignore[arg-type]


def simple(*rows: Row, **more: object) -> Table:
    columns = (Column(), Column(align="right", role="whereof"))
    return Table(id="t", columns=columns, head=(), rows=rows, **more)  # type: ignore[arg-type]


def found(tree: Element, path: str) -> Element:
    element = tree.find(f".//{path}")
    assert element is not None, path
    return element


def said(element: Element) -> str:
    return "".join(element.itertext()).strip()


def test_visible_caption_has_label_and_number(context: Context) -> None:
    tree = parsed(simple(caption=(Text("Ramar"),), caption_visible=True, label="Tabell", number="1"), context)
    assert said(found(tree, "caption")) == "Tabell\u00a01. Ramar"
    assert found(tree, "caption/span").get("class") == "caption"
    assert found(tree, "div[@role='group']").get("aria-labelledby") == found(tree, "caption").get("id")


def test_a_table_is_no_landmark_of_the_page(context: Context) -> None:
    trees = [parsed(simple(Row(cells=(cell("a"), cell("1")))), context) for _ in range(2)]
    assert [tree.find(".//*[@role='region']") for tree in trees] == [None, None]


def test_invisible_caption_is_said_and_not_shown(context: Context) -> None:
    tree = parsed(simple(caption=(Text("Indikatorer"),)), context)
    assert found(tree, "caption/span").get("class") == "visually-hidden"


def test_table_without_caption_is_named_all_the_same(context: Context) -> None:
    tree = parsed(simple(Row(cells=(cell("a"), cell("1")))), context)
    assert tree.find(".//caption") is None
    assert found(tree, "div[@role='group']").get("aria-label") == "Tabell"


def test_description_is_tied_to_the_table(context: Context) -> None:
    tree = parsed(simple(description="Så läses den."), context)
    described = found(tree, "table").get("aria-describedby")
    assert said(found(tree, f"p[@id='{described}']")) == "Så läses den."


def test_header_cells_have_a_scope(context: Context) -> None:
    rows = (
        Row(role="group", cells=(cell("Grupp", header="row", column_span=2),)),
        Row(cells=(cell("Rad", header="row"), cell("1"))),
    )
    head = Row(cells=(cell(), cell("Ram", header="column")))
    tree = parsed(Table(columns=(Column(), Column()), head=(head,), rows=rows), context)
    assert [each.get("scope") for each in tree.iter("th")] == ["col", "rowgroup", "row"]
    assert [each.text for each in tree.iter("span") if each.get("class") == "group-name"] == ["Grupp"]
    assert [said(each) for each in found(tree, "thead/tr")] == ["", "Ram"]


def test_group_row_starts_a_body_and_last_total_is_the_foot(context: Context) -> None:
    rows = [Row(role=role, cells=(cell(role), cell("1"))) for role in ("", "group", "", "subtotal", "group", "total")]
    tree = parsed(simple(*rows), context)
    assert [len(body) for body in tree.iter("tbody")] == [1, 3, 1]
    assert said(found(tree, "tfoot")).startswith("total")


def test_total_that_is_not_last_stays_in_the_body(context: Context) -> None:
    rows = [Row(role=role, cells=(cell(role), cell("1"))) for role in ("total", "")]
    assert parsed(simple(*rows), context).find(".//tfoot") is None


def test_cells_take_their_look_from_the_column_they_stand_in(context: Context) -> None:
    rows = (
        Row(cells=(cell("a", row_span=2), cell("1", role="figure"))),
        Row(cells=(cell("2", role="figure"),)),
        Row(cells=(cell("b"), cell("3"))),
    )
    tree = parsed(simple(*rows), context)
    assert [each.get("class") for each in tree.iter("td")] == [
        None,
        "right figure whereof",
        "right figure whereof",
        None,
        "right whereof",
    ]
    assert found(tree, "td").get("rowspan") == "2"


def test_words_among_figures_stand_on_the_left_and_those_after_them_apart(context: Context) -> None:
    node = Table(
        columns=(Column(), Column(align="right"), Column()),
        head=(),
        rows=(Row(cells=(cell("a"), cell("1"), cell("b"))), Row(cells=(cell("a"), cell("ökande"), cell("b")))),
    )
    cells = [each.get("class") for each in parsed(node, context).iter("td")]
    assert cells == [None, "right", "apart", None, None, "apart"]


def test_the_year_of_a_broken_head_has_a_line_of_its_own(context: Context) -> None:
    head = Row(cells=(cell("Utfall 2025", header="column"), cell("Plan 2026", header="column")))
    node = Table(columns=(Column(broken_head=True), Column()), head=(head,), rows=())
    assert [len(list(each.iter("br"))) for each in parsed(node, context).iter("th")] == [1, 0]


def test_empty_cell_is_said(context: Context) -> None:
    tree = parsed(simple(Row(cells=(cell("a"), cell(empty="inget belopp")))), context)
    assert said(found(tree, "td/span[@class='visually-hidden']")) == "inget belopp"


def test_note_stands_outside_the_box_and_leads_back(context: Context) -> None:
    reference = Cell(inlines=(FootnoteReference("n", mark="*", reference=1, in_table=True),))
    note = TableNote(id="n", mark="*", inlines=(Text("Preliminärt."),))
    tree = parsed(simple(Row(cells=(cell("a"), reference)), notes=(note,)), context)
    paragraph = found(tree, "div/p[@class='table-note']")
    assert said(paragraph) == "* Preliminärt."
    assert found(paragraph, "a").get("href") == "#" + str(found(tree, "td/span/a").get("id"))


def test_widths_are_classes_that_the_stylesheet_has(context: Context) -> None:
    columns = (Column(width=150), Column(width=50), Column(width=100))
    tree = parsed(Table(columns=columns, head=(), rows=()), context)
    assert [each.get("class") for each in tree.iter("col")] == ["share-500", "share-167", "share-333"]
    assert context.shares == {500, 167, 333}
    assert found(tree, "table").get("class") == "least-18"
    assert context.least == {18}


def test_landscape_table_is_marked_with_its_notes(context: Context) -> None:
    assert found(parsed(simple(landscape=True), context), "div").get("class") == "table landscape whole"
