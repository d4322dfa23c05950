"""Captions of tables and figures -> a paragraph whose number Word counts.

Number and title are bookmarked, each for itself, so that a reference can repeat either.
"""

from __future__ import annotations

import re

from plangen.document.nodes import Figure, Table
from plangen.document.walk import NO_BREAK_SPACE
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.flow import paragraph
from plangen.writers.docx.inlines import inlines
from plangen.writers.docx.runs import field, text_run
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element


def caption(node: Table | Figure, writing: Writing, *extra: Element | None) -> Element:
    """A caption: label, number and title."""
    look = writing.look("caption")
    title = inlines(node.caption, writing, look)
    number: list[Element] = []
    if node.number:
        sequence = re.sub(r"\W", "_", node.label) or "SEQ"
        number = field(f"SEQ {sequence} \\* ARABIC", text_run(node.number, look), look)
    target = writing.targets.get(node.id)
    if target == "captioned":
        number = writing.bookmarks.around(number, bookmark_name("Number", node.id))
        title = writing.bookmarks.around(title, bookmark_name("Title", node.id))
    label = text_run(node.label + NO_BREAK_SPACE, look) if number else []
    point = text_run(". ", look) if number and title else []
    content = [*label, *number, *point, *title]
    if target is not None:
        content = writing.bookmarks.around(content, bookmark_name("Ref", node.id))
    return paragraph("caption", content, *extra)
