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
        number = field(f"SEQ {sequence(node.label)} \\* ARABIC", text_run(node.number, look), look)
    target = writing.targets.get(node.id)
    if target == "captioned":
        number = writing.bookmarks.around(number, bookmark_name("Number", node.id))
        title = writing.bookmarks.around(title, bookmark_name("Title", node.id))
    label = text_run(node.label + NO_BREAK_SPACE, look) if number else []
    point = text_run(". ", look) if number and title else []
    content = [*label, *number, *point, *title]
    names = [bookmark_name("Toc", node.id)] if node.id in writing.listed else []
    names += [bookmark_name("Ref", node.id)] if target is not None else []
    return paragraph("caption", writing.bookmarks.around(content, *names), *extra)


def sequence(label: str) -> str:
    """The name of the sequence (ECMA-376 part 1, 17.16.5.56) that captions of a label are counted in."""
    return re.sub(r"\W", "_", label) or "SEQ"
