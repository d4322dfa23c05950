"""Inline nodes -> Typst code.

A link holds no other link: what stands within one is set without its own. A title that is quoted (in the contents list,
in a reference) leaves its footnote marks where it came from. Names here that aren't Typst's own are those of the page's
template (`pdf/page.typ.j2`), and `notes`, the bodies of the notes by id.
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal, assert_never

from plangen.brand.agenda import GOALS
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    ParagraphEnd,
    Strong,
    Text,
)
from plangen.document.nodes import Figure, Table
from plangen.document.walk import NO_BREAK_SPACE, every_inline, padded, plain_text, reference_head
from plangen.typesetting.page_room import PageRoom
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_syntax import call, labelled, points, sequence, string

Within = Literal["text", "link", "quoted title"]

MARKED = frozenset({"inserted", "deleted"})
"""The marks of a comparison that show in print."""

RAISED_BY_ITSELF = frozenset("*")


def inlines(nodes: tuple[Inline, ...], context: Context, within: Within = "text") -> str:
    """A run of inline nodes as one content."""
    return sequence(_parts(nodes, context, within)) if nodes else '""'


def inline(node: Inline, context: Context, within: Within) -> str:
    """One inline node, marked where its language differs from the document's."""
    set_node = _inline(node, context, within)
    if not node.language or not set_node:
        return set_node
    return call("text", set_node, named=language(node.language))


def language(tag: str) -> dict[str, str]:
    """Typst's arguments for a BCP 47 tag: the language and, where there is one, the region."""
    parts = tag.split("-")
    region = next((part for part in parts[1:] if len(part) == 2), "")
    return {"lang": string(parts[0].lower()), "region": string(region.upper()) if region else "none"}


def image(node: Image, context: Context, caption: str = "") -> str:
    """A picture, as wide as it says or as its own pixels say, within the text's width and the page's room for it."""
    name = context.image(node.data, node.media_type)
    made = call("image", string(name), named={"alt": string(node.alternative)})
    highest = points(PageRoom(context.brand).highest_picture(caption))
    return call("picture", made, highest, named={"width": points(node.width) if node.width else ""})


def caption(node: Table | Figure, context: Context) -> str:
    """A caption with its number: "Tabell 1. Title"."""
    number = f"{node.label}{NO_BREAK_SPACE}{node.number}" if node.number else ""
    point = ". " if number and node.caption else ""
    return sequence((string(number + point) if number else "", *_parts(node.caption, context, "text")))


def _parts(nodes: tuple[Inline, ...], context: Context, within: Within) -> list[str]:
    parts: list[str] = []
    for change, together in groupby(nodes, key=lambda node: node.change):
        set_nodes = [inline(node, context, within) for node in together]
        marked = change is not None and change.kind in MARKED
        parts += [call(change.kind, sequence(set_nodes))] if change and marked else set_nodes
    return parts


def _inline(node: Inline, context: Context, within: Within) -> str:
    match node:
        case Text():
            return string(node.text)
        case Emphasis():
            return call("emph", inlines(node.inlines, context, within))
        case Strong():
            return call("strong", inlines(node.inlines, context, within))
        case Code():
            return call("code", string(node.text))
        case Link():
            return _link(node, context, within)
        case CrossReference():
            return _cross_reference(node, context, within)
        case FootnoteReference():
            return _footnote_reference(node, context, within)
        case Abbreviation():
            number = context.meanings.get(node.meaning)
            return call("abbreviation", str(number), string(node.text)) if number else string(node.text)
        case Badge():
            colours = GOALS[node.goal]
            return call("badge", string(colours.ground), string(colours.ink), string(padded(node)))
        case Image():
            return call("box", image(node, context))
        case LineBreak():
            return sequence((string(" "), "linebreak()"))
        case ParagraphEnd():
            return string(plain_text((node,)))
        case Expression():
            raise AssertionError(f"an expression reached the typesetter: {node.source}")
        case _:
            assert_never(node)


def _link(node: Link, context: Context, within: Within) -> str:
    if within != "text":
        return inlines(node.inlines, context, within)
    return call(_link_function(node), string(node.url), inlines(node.inlines, context, "link"))


def _cross_reference(node: CrossReference, context: Context, within: Within) -> str:
    inner: Within = "link" if within == "text" else within
    if node.inlines:
        wording = inlines(node.inlines, context, inner)
    else:
        head = reference_head(node)
        parts = [string(head)] if head else []
        parts += [string(" ")] if head and node.title else []
        parts += _parts(node.title, context, "quoted title")
        wording = sequence(parts) if parts else '""'
    return call(_link_function(node), call("label", string(node.target)), wording) if within == "text" else wording


def _link_function(node: Link | CrossReference) -> str:
    """The link with a line under it, or without where its words have the lines of a comparison."""
    marked = any(each.change and each.change.kind in MARKED for each in every_inline((node,)))
    return "changed-hyperlink" if marked else "hyperlink"


def _footnote_reference(node: FootnoteReference, context: Context, within: Within) -> str:
    if within == "quoted title":
        return ""
    if node.in_table:
        raised = set(node.mark) <= RAISED_BY_ITSELF
        mark = string(node.mark) if raised else call("super", string(node.mark))
        return mark if within == "link" else call("link", call("label", string(node.note)), mark)
    return _footnote(node, context)


def _footnote(node: FootnoteReference, context: Context) -> str:
    """A mark in the text; with the first mark, the note itself, which Typst sets at the foot of the page."""
    numbering = {"numbering": f"_ => {string(node.mark)}"}
    if node.note in context.noted:
        return call("footnote", call("label", string(node.note)), named=numbering)
    context.noted.add(node.note)
    return labelled(call("footnote", call("notes.at", string(node.note)), named=numbering), node.note)
