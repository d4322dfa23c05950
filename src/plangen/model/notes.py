"""Notes that a table's author gives under a key: a mapping from marks to texts, for `[^mark]` in the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from plangen.document.nodes import Note, Paragraph
from plangen.model.record import Reader, Reading, as_rich
from plangen.model.written import Written
from plangen.source.placed import PlacedMapping, PlacedText


def _notes(value: Any, context: Reading) -> Any:
    if isinstance(value, PlacedMapping):
        return tuple(_each(value, context))
    if value is None or isinstance(value, tuple):
        return value or ()
    context.report("mapping-expected", value.location)
    return ()


def _each(mapping: PlacedMapping, context: Reading) -> Iterator[Note]:
    for mark, text in mapping.items.items():
        rich = as_rich(text, mapping.places[mark], context)
        if text is None or (isinstance(text, PlacedText) and not text.text.strip()):
            context.report("note-empty", mapping.keys[mark], mark=mark)
        paragraph = Paragraph(inlines=rich.inlines, location=rich.location)
        yield Note(id=mark.strip(), blocks=(paragraph,), location=mapping.keys[mark])


Notes = Annotated[tuple[Note, ...], Reader(_notes), Written("texts")]
"""Each note has the id of its mark and one paragraph."""
