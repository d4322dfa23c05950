"""The document's notes -> a section of endnotes; each leads back to every mark that points to it.

Notes may refer to notes, so all are read before any is led back from.
"""

from __future__ import annotations

from plangen.dataclass import dataclass
from plangen.document.nodes import Note, Paragraph
from plangen.document.walk import NO_BREAK_SPACE
from plangen.writers.html.blocks import blocks
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import inlines
from plangen.writers.html.markup import anchor, container, derived, element, link_to, text

TITLE_ID = derived("", "notes")
BACK = "\N{LEFTWARDS ARROW WITH HOOK}\N{VARIATION SELECTOR-15}"


def notes(nodes: tuple[Note, ...], context: Context) -> str:
    """The section of notes, after the body, or nothing."""
    if not nodes:
        return ""
    title = element("h2", text(context.labels["notes"]), id=TITLE_ID)
    bodies = [_body(node, context) for node in nodes]
    items = container("ol", [_note(node, body, context) for node, body in zip(nodes, bodies, strict=True)])
    gone = " diff-deleted" if all(_gone(node) for node in nodes) else ""
    return container("section", [title, items], class_=f"notes{gone}", role="doc-endnotes", aria_labelledby=TITLE_ID)


def _gone(node: Note) -> bool:
    """Whether nothing of a note is in the later of two documents."""
    parts = (node, *node.blocks)
    return any(part.change is not None and part.change.kind == "deleted" for part in parts)


@dataclass(frozen=True, slots=True)
class _Body:
    """What a note says: its blocks, and the text and id of a last paragraph, in which the ways back stand."""

    blocks: list[str]
    closing: list[str]
    closing_id: str | None


def _body(node: Note, context: Context) -> _Body:
    first, last = node.blocks[:-1], node.blocks[-1:]
    ending = last[0] if last else None
    if isinstance(ending, Paragraph):
        return _Body(blocks(first, context), [inlines(ending.inlines, context)], anchor(ending.id))
    return _Body(blocks(node.blocks, context), [], None)


def _note(node: Note, body: _Body, context: Context) -> str:
    closing = [*body.closing, *_ways_back(node, context)]
    parts = [*body.blocks, element("p", NO_BREAK_SPACE.join(closing), id=body.closing_id) if closing else ""]
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
