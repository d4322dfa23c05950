"""Inline nodes -> HTML.

A link holds no other link: what stands within one is printed without its own. A title that is quoted (in the contents
list, in a reference) leaves its footnote marks where it came from, for they'd stand twice in the page.
"""

from __future__ import annotations

import re
from base64 import b64encode
from itertools import groupby
from typing import Literal, assert_never

from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Change,
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
from plangen.document.walk import plain_text, reference_head
from plangen.writers.html.changes import in_line
from plangen.writers.html.context import Context
from plangen.writers.html.markup import anchor, derived, element, link_to, text

Within = Literal["text", "link", "quoted title"]

PIXELS_PER_POINT = 96 / 72

RANGE = re.compile(r"(?<![\w–-])(\d[\d\u00A0]{0,8}(?:[–-]\d[\d\u00A0]{0,8}){1,2})(?![\w–-])")
"""2027–2029, 2027-01-31, 1 000–2 000: numbers with dashes between them, and nothing that grows too long for a line."""

NARROW_SCREEN = "screen and (max-width: 40rem)"
"""Where a picture that has a narrow form is shown by it; the page's style has the same bound for a telephone."""


def inlines(nodes: tuple[Inline, ...], context: Context, within: Within = "text") -> str:
    """A run of inline nodes, neighbours with the same mark of a comparison in one."""
    rendered = ""
    before: Change | None = None
    for change, run in groupby(nodes, key=lambda node: node.change):
        content = "".join(inline(node, context, within) for node in run)
        rendered += in_line(change, content, context, before)
        before = change
    return rendered


def inline(node: Inline, context: Context, within: Within) -> str:
    """One inline node, marked where its language differs from the document's."""
    rendered = _inline(node, context, within)
    return element("span", rendered, lang=node.language) if node.language and rendered else rendered


def image(node: Image) -> str:
    """A picture, within the page itself."""
    width = str(round(node.width * PIXELS_PER_POINT)) if node.width and not node.narrow else None
    picture = element("img", src=_within(node.data, node.media_type), alt=node.alternative, width=width)
    if not node.narrow:
        return picture
    narrow = element("source", media=NARROW_SCREEN, srcset=_within(node.narrow, node.media_type))
    return element("picture", narrow + picture)


def _within(data: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"


def _inline(node: Inline, context: Context, within: Within) -> str:
    match node:
        case Text():
            return _text(node.text)
        case Emphasis():
            return element("em", inlines(node.inlines, context, within))
        case Strong():
            return element("strong", inlines(node.inlines, context, within))
        case Code():
            return element("code", text(node.text))
        case Link():
            return _link(node, context, within)
        case CrossReference():
            return _cross_reference(node, context, within)
        case FootnoteReference():
            return _footnote_reference(node, context, within)
        case Abbreviation():
            return element("abbr", text(node.text), title=node.meaning)
        case Badge():
            return element("span", text(node.text), class_=f"badge goal-{node.goal}")
        case Image():
            return image(node)
        case LineBreak():
            return element("br")
        case ParagraphEnd():
            return text(plain_text((node,)))
        case Expression():
            raise AssertionError(f"an expression reached the writer: {node.source}")
        case _:
            assert_never(node)


def _text(characters: str) -> str:
    """Text in which no range of numbers (of years, of a date) breaks after its dash."""
    plain_and_ranges = RANGE.split(characters)
    return "".join(
        element("span", text(part), class_="range") if index % 2 else text(part)
        for index, part in enumerate(plain_and_ranges)
    )


def _link(node: Link, context: Context, within: Within) -> str:
    if within != "text":
        return inlines(node.inlines, context, within)
    return element("a", inlines(node.inlines, context, "link"), href=node.url)


def _cross_reference(node: CrossReference, context: Context, within: Within) -> str:
    if node.inlines:
        wording = inlines(node.inlines, context, "link" if within == "text" else within)
    else:
        head = text(reference_head(node))
        wording = " ".join(filter(None, (head, inlines(node.title, context, "quoted title"))))
    return element("a", wording, href=link_to(anchor(node.target) or "")) if within == "text" else wording


def _footnote_reference(node: FootnoteReference, context: Context, within: Within) -> str:
    if within == "quoted title":
        return ""
    name = context.labels["table-note" if node.in_table else "note"]
    was = "was-" if node.change and node.change.kind == "deleted" else ""
    own_id = derived(node.note, f"{was}reference-{node.reference}")
    if not was:
        context.references.setdefault(node.note, []).append(own_id)
    mark = text(node.mark)
    if within == "text":
        label, href = f"{name} {node.mark}", link_to(anchor(node.note) or "")
        mark = element("a", mark, id=own_id, href=href, role="doc-noteref", aria_label=label)
    else:
        mark = element("span", mark, id=own_id)
    raised_by_itself = set(node.mark) == {"*"}
    return element("span", mark, class_="mark") if raised_by_itself else element("sup", mark)
