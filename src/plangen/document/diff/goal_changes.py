"""What differs in a compared goal beside its title and text: who answers for it, and the indicators that came or went.

These are told as of the goal and not as text, since that is what a reader of the plan takes them for.
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.document.diff.called import title_of
from plangen.document.diff.differences import CellDifference, Difference, excerpts, side
from plangen.document.diff.table_changes import whole_rows
from plangen.document.diff.table_rows import OldRows
from plangen.document.nodes import Paragraph, Section, Table

INDICATORS = "indicators"

Above = tuple[str, ...]


def goal_line(node: Paragraph, above: Above) -> Iterator[Difference]:
    """What a goal's line says behind its label that it didn't say, or no longer says."""
    kind = node.change.kind if node.change else ""
    if node.change and node.change.of and kind == "deleted":
        return
    old = "" if kind == "inserted" else side(node.inlines, "old")
    new = "" if kind == "deleted" else side(node.inlines, "new")
    if old == new:
        return
    (label, old), (now, new) = (_labelled(text) for text in (old, new))
    old, new = excerpts(old, new)
    cell = CellDifference(id=node.id, heading=now or label, role=node.role, field=node.role, old=old, new=new)
    goal = above[-1] if above else ""
    yield Difference(kind="edited", what="goal", id=node.id, above=above[:-1], title=goal, cells=(cell,))


def _labelled(text: str) -> tuple[str, str]:
    """A line's label, and what it says; without a label, if it has none."""
    label, colon, says = text.partition(":")
    return (label, says.strip()) if colon else ("", text)


def indicators_of(section: Section, above: Above, old_rows: OldRows) -> Iterator[Difference]:
    """The indicators of a goal that came or went, and of those below it, but for what was moved."""
    kind = section.change.kind if section.change else ""
    own = (*above, title_of(section)) if section.heading.listed else above
    for block in section.blocks:
        if block.change is None or block.change.of or block.change.kind != kind:
            continue
        if isinstance(block, Table) and block.role == INDICATORS:
            yield from (each for each in whole_rows(block, own, old_rows) if each.kind != "moved")
        elif isinstance(block, Section):
            yield from indicators_of(block, own, old_rows)
