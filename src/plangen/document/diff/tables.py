"""Two tables -> one in which rows, cells and columns are marked: columns first, then rows, then the text of cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import replace
from plangen.document.diff.columns import Pair, columns_aligned, in_order, interleaved, plain
from plangen.document.diff.keys import key_weight, text_key
from plangen.document.diff.lines import DELETED, INSERTED, compared, whole
from plangen.document.diff.rows import row_partners
from plangen.document.inlines import Change
from plangen.document.nodes import Cell, Row, Table, TableNote
from plangen.document.walk import map_table

OLD = ".was"
"""What the ids of the base's own nodes end with, so that they clash with none of the head's."""


def compared_tables(base: Table, head: Table) -> Table:
    """The head's table with the base's rows and columns in it, what differs marked.

    Where rows or columns come, go or move, no cell spans several of them.
    """
    columns = columns_aligned(base, head)
    partners = row_partners(base, head, columns)
    if not _all_stay(base, head, columns, partners):
        base, head = plain(base), plain(head)
    used = [head.columns[new] if new is not None else base.columns[old or 0] for old, new in columns]
    heads = {index: index for index in range(min(len(base.head), len(head.head)))}
    return replace(
        head,
        columns=tuple(used),
        head=tuple(_rows(base.head, head.head, heads, columns)),
        rows=tuple(_rows(base.rows, head.rows, partners, columns)),
        caption=compared(base.caption, head.caption),
        notes=tuple(_notes(base.notes, head.notes)),
    )


def _all_stay(base: Table, head: Table, columns: Sequence[Pair], partners: Mapping[int, int]) -> bool:
    """Whether both have the same rows and columns in the same order, and cells that span the same of them."""
    count = len(base.rows)
    return (
        all(old == new for old, new in columns)
        and len(base.head) == len(head.head)
        and len(head.rows) == count
        and all(partners.get(index) == index for index in range(count))
        and all(_spans(one) == _spans(other) for one, other in zip(base.rows, head.rows, strict=True))
    )


def _spans(row: Row) -> tuple[tuple[int, int], ...]:
    return tuple((cell.row_span, cell.column_span) for cell in row.cells)


def _notes(base: Sequence[TableNote], head: Sequence[TableNote]) -> Iterator[TableNote]:
    at = {note.id: index for index, note in enumerate(head)}
    partners = {index: at[note.id] for index, note in enumerate(base) if note.id in at}
    stay = in_order(partners)
    for old, new in interleaved({each: partners[each] for each in stay}, len(base), len(head)):
        if old is not None and new is not None:
            yield replace(head[new], inlines=compared(base[old].inlines, head[new].inlines))
        elif new is not None:
            yield replace(head[new], inlines=whole(head[new].inlines, INSERTED), change=INSERTED)
        elif old is not None:
            note = base[old]
            yield replace(note, id=old_id(note.id), inlines=whole(note.inlines, DELETED), change=DELETED)


def whole_table(table: Table, change: Change) -> Table:
    """A table that is altogether inserted or deleted."""
    marked = map_table(
        table,
        lambda cell: replace(cell, inlines=whole(cell.inlines, change), change=change),
        lambda line: whole(line, change),
    )
    head, rows = (tuple(replace(row, change=change) for row in part) for part in (marked.head, marked.rows))
    notes = tuple(replace(note, change=change) for note in marked.notes)
    return replace(marked, head=head, rows=rows, notes=notes, change=change)


def _rows(
    base: Sequence[Row], head: Sequence[Row], partners: Mapping[int, int], columns: Sequence[Pair]
) -> Iterator[Row]:
    """The rows of both. A row that was moved stands in both places, deleted in the old one."""
    stay = in_order(partners, {index: _stays(row) for index, row in enumerate(base)})
    of = {new: old for old, new in partners.items()}
    in_place = {old: new for old, new in partners.items() if old in stay}
    for old, new in interleaved(in_place, len(base), len(head)):
        if old is not None and new is not None:
            yield _both(base[old], head[new], columns)
        elif new is not None and new in of:
            before = base[of[new]]
            yield replace(_both(before, head[new], columns), change=Change("moved", before.id + OLD))
        elif new is not None:
            yield _one_sided(head[new], [each[1] for each in columns], INSERTED)
        elif old is not None:
            moved_to = head[partners[old]].id if old in partners else ""
            row = aged_row(_one_sided(base[old], [each[0] for each in columns], DELETED))
            yield replace(row, change=Change("deleted", moved_to))


def _stays(row: Row) -> float:
    """What a row counts for where rows were moved: as many as can be have stayed, and rather those that say more."""
    return 1 + min(sum(key_weight(text_key(cell.inlines)) for cell in row.cells), 10_000) / 1e7


def aged_row(row: Row) -> Row:
    """A row of the base under an id of its own, and so its cells."""
    cells = tuple(replace(cell, id=old_id(cell.id)) for cell in row.cells)
    return replace(row, id=old_id(row.id), cells=cells)


def old_id(name: str) -> str:
    """The id that a node of the base has beside those of the head."""
    return name + OLD if name else ""


def _one_sided(row: Row, columns: Sequence[int | None], change: Change) -> Row:
    """A row of one side, with empty cells in the other's columns."""
    other = DELETED if change is INSERTED else INSERTED
    cells = [row.cells[index] if index is not None else Cell(change=other) for index in columns]
    cells = cells if _fits(row, columns) else list(row.cells)
    marked = (replace(each, inlines=whole(each.inlines, change), change=each.change or change) for each in cells)
    return replace(row, cells=tuple(marked), change=change)


def _both(base: Row, head: Row, columns: Sequence[Pair]) -> Row:
    if not (_fits(base, [old for old, _ in columns]) and _fits(head, [new for _, new in columns])):
        return replace(head, cells=tuple(_zipped(base.cells, head.cells)))
    cells = []
    for old, new in columns:
        if new is None and old is not None:
            cell = replace(base.cells[old], id=old_id(base.cells[old].id))
            cells.append(replace(cell, inlines=whole(cell.inlines, DELETED), change=DELETED))
        elif old is None and new is not None:
            cell = head.cells[new]
            cells.append(replace(cell, inlines=whole(cell.inlines, INSERTED), change=INSERTED))
        elif old is not None and new is not None:
            cells.append(_cell(base.cells[old], head.cells[new]))
    return replace(head, cells=tuple(cells))


def _fits(row: Row, columns: Sequence[int | None]) -> bool:
    """Whether a row has a cell of its own for each column of its side."""
    return len(row.cells) == sum(index is not None for index in columns)


def _zipped(base: Sequence[Cell], head: Sequence[Cell]) -> Iterator[Cell]:
    """Cells of rows with spans, in the order of both; the columns are the same."""
    for index, cell in enumerate(head):
        yield (
            _cell(base[index], cell)
            if index < len(base)
            else replace(cell, inlines=whole(cell.inlines, INSERTED), change=INSERTED)
        )


def _cell(base: Cell, head: Cell) -> Cell:
    return replace(head, inlines=compared(base.inlines, head.inlines))
