"""OpenDocument text -> what it says: headings, paragraphs and cells in their order, the notes last."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from tests.writers.read_markdown import plain

Said = tuple[str, str]
OFFICE, TEXT, TABLE, XLINK, DRAW = (
    "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{http://www.w3.org/1999/xlink}",
    "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}",
)


def body(data: bytes) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        found = etree.fromstring(archive.read("content.xml")).find(f"{OFFICE}body/{OFFICE}text")
    assert found is not None
    return found


def read(data: bytes) -> list[Said]:
    """Kind and text of each heading ("h1"), paragraph ("p") and cell ("td") that says something."""
    root = body(data)
    notes = list(root.iter(f"{TEXT}note-body"))
    found = [*_said(root), *(said for note in notes for said in _said(note))]
    return [each for each in found if each[1]]


def cells(data: bytes) -> list[list[list[str | None]]]:
    """The rows of each table, None where another cell covers the place."""
    tables = []
    for table in body(data).iter(f"{TABLE}table"):
        rows = [[_cell(cell) for cell in row] for row in table.iter(f"{TABLE}table-row")]
        tables.append(rows)
    return tables


def links(data: bytes) -> tuple[set[str], set[str]]:
    """The places that ways within the file lead to, and those that there are."""
    root = body(data)
    wanted = {str(each.get(f"{XLINK}href")) for each in root.iter(f"{TEXT}a")}
    there = {str(each.get(f"{TEXT}name")) for each in root.iter(f"{TEXT}bookmark-start", f"{TEXT}bookmark")}
    return {each[1:] for each in wanted if each.startswith("#")}, there


def _cell(cell: etree._Element) -> str | None:
    return None if cell.tag == f"{TABLE}covered-table-cell" else plain(_text(cell))


def _said(parent: etree._Element) -> Iterator[Said]:
    for child in parent:
        match child.tag.rpartition("}")[2]:
            case "h":
                yield f"h{child.get(f'{TEXT}outline-level')}", plain(_text(child))
            case "p":
                yield "p", plain(_text(child))
            case "table":
                for row in child.iter(f"{TABLE}table-row"):
                    yield from (("td", plain(_text(cell))) for cell in row)
            case _:
                yield from _said(child)


def _text(element: etree._Element) -> str:
    """Its text without that of notes."""
    parts = [element.text or ""]
    for child in element:
        match child.tag.rpartition("}")[2]:
            case "s" | "tab" | "line-break":
                parts.append(" ")
            case "note" | "desc" | "title":
                pass
            case _:
                parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
