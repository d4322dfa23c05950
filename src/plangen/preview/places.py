"""A document -> where each element of its HTML page comes from: element id to a place in the content's files.

What the outline that comes with plangen adds of its own has no file of the project, and no entry; what it stands in
has.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.diagnostics import Location
from plangen.document.document import Document
from plangen.document.edit_links import in_project
from plangen.document.nodes import BulletList, DefinitionList, Node, OrderedList, Section, Table
from plangen.document.walk import every_block_with_notes
from plangen.writers.html.markup import anchor

Places = dict[str, Location]

COVER = "cover"
"""Lines of the cover have no id; they are named by their order: `cover:0`, which no element id can be."""


def places_of(document: Document) -> Places:
    """The place of each element that comes from a file of the project, in the order of the document."""
    cover = document.metadata.cover
    found = {f"{COVER}:{index}": field.location for index, field in enumerate(cover) if _traced(field.location)}
    for node in _nodes(document):
        name = anchor(node.id)
        if name and _traced(node.location):
            found.setdefault(name, node.location)
    return found


def _nodes(document: Document) -> Iterator[Node]:
    for block in every_block_with_notes(document):
        yield block
        match block:
            case Section():
                yield block.heading
            case BulletList() | OrderedList() | DefinitionList():
                yield from block.items
            case Table():
                for row in (*block.head, *block.rows):
                    yield row
                    yield from row.cells
                yield from block.notes
            case _:
                pass
    yield from document.notes


def _traced(place: Location) -> bool:
    return place.line > 0 and in_project(place)
