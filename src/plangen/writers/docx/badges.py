"""The Agenda 2030 goals that a document speaks of -> a character style for each, with the goal's colour."""

from __future__ import annotations

from plangen.brand.agenda import GOALS
from plangen.document.document import Document
from plangen.document.inlines import Badge
from plangen.document.walk import every_block_with_notes, every_inline, texts
from plangen.writers.docx.table_looks import shade
from plangen.writers.docx.xml import Element, hex_colour, w


def badge_style(goal: int) -> str:
    """The name of the style of a goal's badge."""
    return f"Agenda Goal {goal}"


def badge_looks(document: Document) -> dict[str, tuple[Element, ...]]:
    """The look of each style that the document needs, by its name: bold letters on the goal's colour."""
    lines = (line for block in every_block_with_notes(document) for line in texts(block))
    goals = sorted({each.goal for line in lines for each in every_inline(line) if isinstance(each, Badge)})
    return {badge_style(goal): _look(goal) for goal in goals}


def _look(goal: int) -> tuple[Element, ...]:
    colours = GOALS[goal]
    return w("b"), w("bCs"), w("color", val=hex_colour(colours.ink)), shade(colours.ground)
