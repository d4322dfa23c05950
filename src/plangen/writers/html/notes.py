"""The document's notes -> a section of endnotes; each leads back to every mark that points to it."""

from __future__ import annotations

from plangen.document.nodes import Note, Paragraph
from plangen.writers.html.blocks import blocks
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines
from plangen.writers.html.markup import NO_BREAK_SPACE, anchor, container, derived, element, link_to, text

TITLE_ID = derived("", "notes")
BACK = "\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}"


def notes(nodes: tuple[Note, ...], context: Context) -> str:
    """The section of notes, after the body, or nothing."""
    if not nodes:
        return ""
    title = element("h2", text(context.labels["notes"]), id=TITLE_ID)
    items = container("ol", [note(node, context) for node in nodes])
    return container("section", [title, items], class_="notes", role="doc-endnotes", aria_labelledby=TITLE_ID)


def note(node: Note, context: Context) -> str:
    """A note with its number, its text and the ways back."""
    first, last = node.blocks[:-1], node.blocks[-1:]
    ending = last[0] if last else None
    if isinstance(ending, Paragraph):
        closing = [inlines(ending.inlines, context)]
        paragraph_id = anchor(ending.id)
    else:
        closing, first, paragraph_id = [], node.blocks, None
    body = blocks(first, context)
    closing.extend(_ways_back(node, context))
    parts = [*body, element("p", NO_BREAK_SPACE.join(closing), id=paragraph_id) if closing else ""]
    value = node.number if node.number.isdecimal() else None
    return container("li", parts, id=anchor(node.id), value=value)


def _ways_back(node: Note, context: Context) -> list[str]:
    references = context.references.get(node.id, [])
    name = f"{context.labels['back-to-text']} {node.number}"
    if len(references) == 1:
        return [element("span", _way_back(references[0], name), class_="back")]
    return [
        element("span", _way_back(reference, f"{name} ({index})") + element("sup", str(index)), class_="back")
        for index, reference in enumerate(references, 1)
    ]


def _way_back(reference: str, name: str) -> str:
    return element("a", BACK, href=link_to(reference), role="doc-backlink", aria_label=name)
