from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Pdf

from plangen.brand.brand import DEFAULT
from plangen.build import job
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Block, Cell, Column, ListItem, OrderedList, Paragraph, Row, Table, TableNote
from plangen.writers.pdf import write

WHEN = datetime(2025, 10, 14, tzinfo=UTC)


def cell(text: str, header: str = "", *, rows: int = 1, columns: int = 1, empty: str = "") -> Cell:
    inlines = (Text(text),) if text else ()
    kind = {"": "", "c": "column", "r": "row"}[header]
    return Cell(inlines=inlines, header=kind, row_span=rows, column_span=columns, empty=empty)  # type: ignore[arg-type]


def table(*rows: Row, head: tuple[Row, ...] = (), **more: object) -> Table:
    width = sum(each.column_span for each in rows[0].cells)
    columns = tuple(Column(width=80) for _ in range(width))
    return Table(id="t", columns=columns, head=head, rows=rows, **more)  # type: ignore[arg-type]


def read(*blocks: Block) -> Pdf:
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=blocks)
    return Pdf.open(BytesIO(write(job(document, DEFAULT, WHEN))))


def elements(holder: Object, *names: str) -> Iterator[Object]:
    below = holder.get("/K", Array())
    for kid in below if isinstance(below, Array) else [below]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            if str(kid.S)[1:] in names:
                yield kid
            yield from elements(kid, *names)


def attributes(element: Object) -> dict[str, object]:
    """The attributes that the owner Table defines."""
    return {
        name: [str(each) for each in value] if isinstance(value, Array) else str(value)
        for owned in element.get("/A", Array())
        if str(owned.O) == "/Table"
        for name, value in owned.items()
        if name != "/O"
    }


def cells(pdf: Pdf) -> list[tuple[str, str, object, object]]:
    """Each cell's tag, ID, scope and headers."""
    found = []
    for element in elements(pdf.Root.StructTreeRoot, "TH", "TD"):
        of = attributes(element)
        found.append((str(element.S)[1:], str(element.get("/ID", "")), of.get("/Scope"), of.get("/Headers")))
    return found


HEAD = Row(cells=(cell("Namn", "c"), cell("Belopp", "c")))


def test_a_row_that_is_kept_by_the_next_is_a_row_like_any_other() -> None:
    rows = tuple(Row(cells=(cell(f"rad {at}", "r"), cell(str(at)))) for at in range(9))
    with read(table(*rows, head=(HEAD,))) as pdf:
        found = cells(pdf)[2:]
    assert [tag for tag, *_ in found] == ["TH", "TD"] * 9
    assert [headers for *_, headers in found] == [
        each for row in range(1, 10) for each in (["U1x0y0"], ["U1x1y0", f"R1x0y{row}"])
    ]
    with read(table(*(Row(cells=(cell(str(at)),)) for at in range(9)), head=(Row(cells=(cell("Tal", "c"),)),))) as pdf:
        assert [(tag, headers) for tag, *_, headers in cells(pdf)[1:]] == [("TD", ["U1x0y0"])] * 9


def test_a_cell_that_heads_a_row_is_named_by_the_cells_of_its_row() -> None:
    rows = (Row(cells=(cell("a", "r"), cell("1"))), Row(cells=(cell("b", "r"), cell("2"))))
    with read(table(*rows, head=(HEAD,))) as pdf:
        assert cells(pdf) == [
            ("TH", "U1x0y0", "/Column", []),
            ("TH", "U1x1y0", "/Column", []),
            ("TH", "R1x0y1", "/Row", ["U1x0y0"]),
            ("TD", "", None, ["U1x1y0", "R1x0y1"]),
            ("TH", "R1x0y2", "/Row", ["U1x0y0"]),
            ("TD", "", None, ["U1x1y0", "R1x0y2"]),
        ]


def test_every_header_that_is_named_can_be_found() -> None:
    rows = (Row(cells=(cell("a", "r"), cell("1"))), Row(cells=(cell("b", "r"), cell("2"))))
    with read(table(*rows, head=(HEAD,)), Paragraph(id="p", inlines=(Text("x"),)), table(*rows, head=(HEAD,))) as pdf:
        pairs = list(pdf.Root.StructTreeRoot.IDTree.Names)
        names = [str(name) for name in pairs[::2]]
        assert names == sorted(names)
        assert {str(element.ID) for element in pairs[1::2]} == set(names)
        assert {name for _, _, _, headers in cells(pdf) for name in headers} <= set(names)  # type: ignore[attr-defined]


def test_a_head_that_spans_rows_heads_them_all() -> None:
    rows = (Row(cells=(cell("a", "r", rows=2), cell("1"))), Row(cells=(cell("2"),)))
    with read(table(*rows)) as pdf:
        assert [(tag, headers) for tag, _, _, headers in cells(pdf)] == [
            ("TH", []),
            ("TD", ["R1x0y0"]),
            ("TD", ["R1x0y0"]),
        ]


def test_the_title_of_a_group_heads_the_rows_below_it_beside_the_columns_heads() -> None:
    group = Row(role="group", cells=(cell("Grupp", "r", columns=2),))
    rows = (
        group,
        Row(cells=(cell("a", "r"), cell("1"))),
        replace(group, id="g"),
        Row(cells=(cell("b", "r"), cell("2"))),
    )
    with read(table(*rows, head=(HEAD,))) as pdf:
        assert cells(pdf)[2:] == [
            ("TH", "U1x0y1", "/Row", None),
            ("TH", "R1x0y2", "/Row", ["U1x0y0", "U1x0y1"]),
            ("TD", "", None, ["U1x1y0", "U1x0y1", "R1x0y2"]),
            ("TH", "U1x0y3", "/Row", None),
            ("TH", "R1x0y4", "/Row", ["U1x0y0", "U1x0y3"]),
            ("TD", "", None, ["U1x1y0", "U1x0y3", "R1x0y4"]),
        ]


def test_the_head_of_a_row_alone_is_a_cell_like_the_others() -> None:
    with read(table(Row(cells=(cell("a", "r"), cell("1"))), head=(HEAD,))) as pdf:
        assert [tag for tag, *_ in cells(pdf)] == ["TH", "TH", "TD", "TD"]


def test_a_caption_that_is_not_printed_and_a_description_are_the_summary() -> None:
    rows = Row(cells=(cell("a"), cell("b")))
    caption = (Text("Indikatorer för målet"),)
    shown = {"caption": caption, "caption_visible": True}
    cases = [
        ({"caption": caption}),
        ({"caption": caption, "description": "Tre."}),
        shown | {"description": "Tre."},
        shown,
    ]
    found = []
    for case in cases:
        with read(table(rows, **case)) as pdf:
            found += [attributes(each).get("/Summary") for each in elements(pdf.Root.StructTreeRoot, "Table")]
    assert found == ["Indikatorer för målet", "Indikatorer för målet. Tre", "Tre", None]


def test_a_cell_that_prints_nothing_has_the_text_that_stands_for_it() -> None:
    with read(table(Row(cells=(cell("a"), cell("", empty="inget belopp"))))) as pdf:
        found = [str(each.get("/Alt", "")) for each in elements(pdf.Root.StructTreeRoot, "TD")]
        assert found == ["", "inget belopp"]


def test_notes_under_a_table_are_notes_with_an_id_each() -> None:
    notes = tuple(TableNote(id=f"n{mark}", mark=mark, inlines=(Text("Not."),)) for mark in ("*", "**"))
    rows = Row(cells=(cell("a"), cell("b")))
    with read(table(rows, notes=notes), Paragraph(id="p", inlines=(Text("efter"),))) as pdf:
        assert [str(each.ID) for each in elements(pdf.Root.StructTreeRoot, "Note")] == [
            "Table 1 note 1",
            "Table 1 note 2",
        ]
        assert len(list(elements(pdf.Root.StructTreeRoot, "P"))) == 1


def test_tables_in_lists_are_found_too() -> None:
    inner = table(Row(cells=(cell("a", "r"), cell("1"))), Row(cells=(cell("b", "r"), cell("2"))))
    item = ListItem(id="i", blocks=(Paragraph(id="p", inlines=(Text("Punkt"),)), inner))
    with read(OrderedList(id="l", items=(item,))) as pdf:
        assert [tag for tag, *_ in cells(pdf)] == ["TH", "TD", "TH", "TD"]
