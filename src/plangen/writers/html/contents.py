"""The contents list -> a landmark of nested lists. The numbers are those of the entries, not the list's own.

A number stands in a column of its own; one with a label ("Nämndmål A.1:"), which is wide, goes with the title.
"""

from __future__ import annotations

from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.document.walk import printed_number
from plangen.templates.environment import template_text
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines
from plangen.writers.html.markup import anchor, container, derived, element, link_to, text


def contents(node: TableOfContents, context: Context) -> str:
    """The contents list with its title."""
    title_id = context.own_id(node.id, "title")
    title = element("h2", inlines(node.title, context), id=title_id, class_="contents-title")
    parts = [title, _entries(node.entries, context)]
    return container("nav", parts, id=contents_id(node), class_="contents", aria_labelledby=title_id)


def marking() -> str:
    """The script that marks the line of what is being read, and does nothing else."""
    return template_text("html/contents.js").strip()


def contents_id(node: TableOfContents) -> str:
    """The id of the landmark."""
    return anchor(node.id) or derived("", "contents")


def _entries(entries: tuple[ContentsEntry, ...], context: Context) -> str:
    if not entries:
        return ""
    top = min(entry.level for entry in entries)
    starts = [index for index, entry in enumerate(entries) if entry.level == top or index == 0]
    ends = [*starts[1:], len(entries)]
    return container(
        "ol",
        [_entry(entries[start], entries[start + 1 : end], context) for start, end in zip(starts, ends, strict=True)],
    )


def _entry(entry: ContentsEntry, under: tuple[ContentsEntry, ...], context: Context) -> str:
    number = text(printed_number(entry))
    title = inlines(entry.inlines, context, "quoted title")
    if entry.label and number:
        number, title = "", f"{number} {title}"
    number = element("span", number, class_="number") + " " if number else ""
    title = element("span", title, class_="title")
    line = element("a", number + title, href=link_to(anchor(entry.target) or ""))
    return container("li", [line, _entries(under, context)], class_=f"contents-{entry.level}")
