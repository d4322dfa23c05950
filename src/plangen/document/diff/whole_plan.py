"""A plan that only one side has -> differences: the plan itself, and its sections, goals and indicators by name.

Nobody needs to be told of each field and paragraph of it, but of what the plan as a whole was to bring about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from plangen.dataclass import replace
from plangen.document.diff.called import title_of, what_of
from plangen.document.diff.differences import Difference
from plangen.document.diff.table_changes import whole_rows
from plangen.document.diff.table_rows import OldRows
from plangen.document.document import Document
from plangen.document.nodes import Block, Section, Table

INDICATORS = "indicators"


def whole_plan(compared: Document, kind: Literal["added", "removed"]) -> tuple[Difference, ...]:
    """The differences of a compared document of which one side is empty, the plan's own first."""
    own = Difference(kind=kind, what="plan", title=compared.metadata.title)
    parts = _parts(compared.blocks, (), OldRows(compared))
    return (own, *(replace(each, kind=kind) for each in parts))


def _parts(blocks: Sequence[Block], above: tuple[str, ...], old_rows: OldRows) -> Iterator[Difference]:
    for block in blocks:
        if isinstance(block, Table) and block.role == INDICATORS:
            yield from whole_rows(block, above, old_rows)
        elif isinstance(block, Section):
            title = title_of(block)
            if block.heading.listed:
                yield Difference(kind="added", what=what_of(block), id=block.id, above=above, title=title)
            yield from _parts(block.blocks, (*above, title) if block.heading.listed else above, old_rows)
