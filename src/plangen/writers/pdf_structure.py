"""A PDF's structure tree and the document's tables -> the tree with what Typst can't say of tables.

Typst tags a table's head alone. Here a cell that heads a row becomes a TH with Scope Row, and the cells of its row name
it among their Headers (ISO 32000-1, 14.8.5.7); a caption that isn't printed and a table's description become its
Summary; a cell that prints nothing gets the text that stands for it; the notes under a table become Notes with an ID
(ISO 14289-1, 7.9). The tables of the tree and of the document stand in the same order, cell by cell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from plangen.document.document import Document
from plangen.document.grid import Slot, grid
from plangen.document.nodes import Table
from plangen.document.walk import every_block, plain_text

HOLDERS = frozenset({"/Document", "/Div", "/Part", "/Sect", "/BlockQuote", "/L", "/LI", "/LBody"})
ROW_GROUPS = frozenset({"/THead", "/TBody", "/TFoot"})


def complete_tables(pdf: Pdf, document: Document) -> None:
    """Adds to the tree of an open PDF what is known of its tables."""
    root = pdf.Root.StructTreeRoot
    _join_captions(root)
    nodes = [block for block in every_block(document) if isinstance(block, Table)]
    names = _names(root)
    for number, (node, (element, after)) in enumerate(zip(nodes, _tables(root), strict=True), start=1):
        _summarise(element, node)
        names |= _head_rows(element, node, number)
        names |= _mark_notes(after, node, number)
    if names:
        pairs = [part for name, element in sorted(names.items()) for part in (String(name), element)]
        root.IDTree = pdf.make_indirect(Dictionary(Names=Array(pairs)))


def _join_captions(holder: Object) -> None:
    """Puts a caption into its table where Typst has the two side by side, the table in a division of its own.

    It does so where the table starts further down than its caption was first tried. A caption belongs to the element
    that it describes (ISO 32000-1, table 336).
    """
    for element in elements(holder):
        match elements(element):
            case [caption, division] if str(caption.S) == "/Caption" and str(division.S) == "/Div":
                tables = elements(division)
                if [str(each.S) for each in tables] == ["/Table"]:
                    tables[0].K = Array([caption, *elements(tables[0])])
                    caption.P = tables[0]
                    element.K = Array([division])
            case _:
                pass
        if str(element.S) in HOLDERS:
            _join_captions(element)


def _tables(holder: Object) -> Iterator[tuple[Object, list[Object]]]:
    """Each table below an element, with the elements that follow it."""
    below = elements(holder)
    for index, element in enumerate(below):
        tag = str(element.S)
        if tag == "/Table":
            yield element, below[index + 1 :]
        elif tag in HOLDERS:
            yield from _tables(element)


def elements(holder: Object) -> list[Object]:
    """The structure elements right below one; what else stands there is content."""
    below = holder.get("/K", Array())
    kids = list(below) if isinstance(below, Array) else [below]
    return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def _names(root: Object) -> dict[str, Object]:
    """The elements that have an ID, as Typst lists them: in one leaf."""
    pairs = list(root.IDTree.Names) if "/IDTree" in root else []
    return {str(name): element for name, element in zip(pairs[::2], pairs[1::2], strict=True)}


def _summarise(element: Object, node: Table) -> None:
    caption = "" if node.caption_visible else plain_text(node.caption)
    summary = ". ".join(text.rstrip(".") for text in (caption, node.description) if text)
    if summary:
        _attributes(element).Summary = String(summary)


def _head_rows(element: Object, node: Table, number: int) -> dict[str, Object]:
    """Makes heads of the cells that head rows, and gives their elements by ID. One row alone needs no name."""
    names: dict[str, Object] = {}
    heads: dict[int, list[str]] = defaultdict(list)
    cells = list(_cells(element, node))
    _name_groups(cells, node)
    for slot, tag in cells:
        if slot.cell.header != "row" or slot.row < len(node.head) or len(node.rows) == 1 or tag.S == Name.TH:
            continue
        name = f"R{number}x{slot.column}y{slot.row}"
        tag.S, tag.ID = Name.TH, String(name)
        _attributes(tag).Scope = Name.Row
        names[name] = tag
        for covered in range(slot.row, slot.row + slot.rows):
            heads[covered].append(name)
    for slot, tag in cells:
        if slot.cell.empty and not slot.cell.inlines:
            tag.Alt = String(slot.cell.empty)
        if slot.cell.header == "" and slot.row in heads:
            attributes = _attributes(tag)
            attributes.Headers = Array([*attributes.get("/Headers", Array()), *map(String, heads[slot.row])])
    return names


def _name_groups(cells: Sequence[tuple[Slot, Object]], node: Table) -> None:
    """Typst has the title of a group of rows as a head below all the column's heads; here it heads rows, beside them.

    Else a cell below it would have every column's head, as a head passes on its own (ISO 32000-1, table 349). A row
    that is a head only so that it stays with the next is a row like any other here.
    """
    columns: dict[int, list[Object]] = defaultdict(list)
    groups: dict[str, Object] = {}
    kept: set[str] = set()
    above: list[Object] = []
    for slot, tag in cells:
        attributes = _attributes(tag)
        if slot.row < len(node.head):
            for column in range(slot.column, slot.column + slot.columns):
                columns[column].append(tag.ID)
        elif tag.S == Name.TH and node.rows[slot.row - len(node.head)].role == "group":
            attributes.Scope = Name.Row
            del attributes.Headers
            groups[str(tag.ID)] = tag.ID
            above = [tag.ID]
        elif tag.S == Name.TH:
            kept.add(str(tag.ID))
            tag.S = Name.TD
            del attributes.Scope
            attributes.Headers = Array([*columns[slot.column], *above])
        else:
            named = list(map(str, attributes.get("/Headers", ())))
            own = [groups[name] for name in named if name in groups]
            if own or kept.intersection(named):
                attributes.Headers = Array([*columns[slot.column], *(own or above)])


def _cells(element: Object, node: Table) -> Iterator[tuple[Slot, Object]]:
    """Each cell with its element."""
    groups = elements(element)
    tags = [row for group in groups if str(group.S) in ROW_GROUPS for row in elements(group)]
    tags = tags or [row for row in groups if str(row.S) == "/TR"]
    for tag, line in zip(tags, grid(node).lines, strict=True):
        yield from zip(line.slots, elements(tag), strict=True)


def _mark_notes(after: list[Object], node: Table, number: int) -> dict[str, Object]:
    """Tags the notes of a table as such, and gives their elements by ID."""
    names = {}
    for index, (element, _) in enumerate(zip(after, node.notes, strict=False), start=1):
        name = f"Table {number} note {index}"
        element.S, element.ID = Name.Note, String(name)
        names[name] = element
    return names


def _attributes(element: Object) -> Object:
    """The attributes of an element that the owner Table defines."""
    owned = element.get("/A", Array())
    if isinstance(owned, Dictionary):
        owned = Array([owned])
    for attributes in owned:
        if str(attributes.O) == "/Table":
            return attributes
    owned.append(Dictionary(O=Name.Table))
    element.A = owned
    last: Object = element.A[-1]
    return last
