"""An ODT's content as pandoc writes it -> the same with the cells that others cover.

A row must have them (ODF 1.3, 9.1.5): without them an office program may put what follows such a place a column too far
to the left.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
COVERED = f"{TABLE}covered-table-cell"


def completed(content: bytes) -> bytes:
    """The content with its tables completed."""
    root = etree.fromstring(content)
    for table in root.iter(f"{TABLE}table"):
        reaching: dict[int, int] = {}
        for row in _rows(table):
            reaching = _complete(row, reaching)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, and not those of a table within it."""
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif child.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows"):
            yield from _rows(child)


def _complete(row: etree._Element, reaching: dict[int, int]) -> dict[int, int]:
    """Puts covered cells into a row; by column how many rows more are covered, before it and after."""
    after = {column: rows - 1 for column, rows in reaching.items() if rows > 1}
    cells, column = list(row), 0
    row[:] = []
    while cells or column in reaching:
        if column in reaching:
            row.append(etree.Element(COVERED))
            column += 1
            continue
        cell = cells.pop(0)
        columns, rows = (int(cell.get(f"{TABLE}number-{each}-spanned", "1")) for each in ("columns", "rows"))
        row.append(cell)
        row.extend(etree.Element(COVERED) for _ in range(columns - 1))
        after |= {each: rows - 1 for each in range(column, column + columns) if rows > 1}
        column += columns
    return after
