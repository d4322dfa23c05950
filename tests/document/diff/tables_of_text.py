"""Tables as text: a line a row, the head first, cells parted by `|`."""

from plangen.document.inlines import Text
from plangen.document.nodes import Cell, Column, Row, Table


def table(text, *, fields=(), names=(), name="t"):
    """A table; `fields` of its columns and `names` of its rows, where they have any."""
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return Table(
        id=name,
        columns=tuple(Column(field=field) for field in fields or [""] * len(head)),
        head=(row(head, f"{name}.head-1"),),
        rows=tuple(
            row(cells, f"{name}.{names[index] if names else f'row-{index + 1}'}") for index, cells in enumerate(rows)
        ),
    )


def row(cells, name):
    return Row(
        id=name,
        cells=tuple(
            Cell(id=f"{name}.{index}", inlines=(Text(each),) if each else ()) for index, each in enumerate(cells)
        ),
    )
