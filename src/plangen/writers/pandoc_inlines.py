"""Inline nodes -> the inlines of pandoc's tree (pandoc-types 1.23)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import assert_never

from plangen.dataclass import dataclass
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
from plangen.document.nodes import Block, Note
from plangen.document.walk import padded, plain_text, reference_head
from plangen.writers.odt_names import badge

Element = dict[str, object]
"""A node of pandoc's: its tag "t" and its contents "c"."""

NO_ATTRIBUTES: list[object] = ["", [], []]
PIXELS_PER_POINT = 96 / 72


@dataclass(slots=True)
class Inlines:
    """Makes inlines. A note stands where it is first referred to; `blocks` makes what it holds.

    `notes` are those of the document by id. `set` are those that stand somewhere, `inner` those that the note at hand
    refers to: pandoc has no notes within notes, so they follow it.
    """

    notes: Mapping[str, Note]
    blocks: Callable[[tuple[Block, ...]], list[Element]]
    set: dict[str, None] = field(default_factory=dict)
    inner: list[Note] | None = None

    def run(self, inlines: tuple[Inline, ...], linked: bool = False) -> list[Element]:
        """A run of inlines; `linked`: within a link, which holds no other."""
        return [element for each in inlines for element in self._inline(each, linked)]

    def _inline(self, node: Inline, linked: bool) -> list[Element]:
        made = self._plain(node, linked)
        return [span(made, [("lang", node.language)])] if node.language and made else made

    def _plain(self, node: Inline, linked: bool) -> list[Element]:
        match node:
            case Text() | Abbreviation():
                return string(node.text)
            case Badge():
                return [span(string(padded(node)), [("custom-style", badge(node.goal))])]
            case Emphasis():
                return [{"t": "Emph", "c": self.run(node.inlines, linked)}]
            case Strong():
                return [{"t": "Strong", "c": self.run(node.inlines, linked)}]
            case Code():
                return [{"t": "Code", "c": [NO_ATTRIBUTES, node.text]}]
            case Link():
                return link(self.run(node.inlines, linked=True), node.url, linked)
            case CrossReference():
                return link(self._wording(node), f"#{node.target}", linked)
            case FootnoteReference():
                return self._note(node, linked)
            case Image():
                return [picture(node)]
            case LineBreak():
                return [{"t": "LineBreak"}]
            case ParagraphEnd():
                return string(plain_text((node,)))
            case Expression():
                raise AssertionError(f"an expression reached the writer: {node.source}")
            case _:
                assert_never(node)

    def _wording(self, node: CrossReference) -> list[Element]:
        if node.inlines:
            return self.run(node.inlines, linked=True)
        head = reference_head(node)
        space = string(" ") if head and node.title else []
        return [*string(head), *space, *self.run(node.title, linked=True)]

    def _note(self, node: FootnoteReference, linked: bool) -> list[Element]:
        note = self.notes.get(node.note)
        mark: Element = {"t": "Superscript", "c": string(node.mark)}
        if note is None:
            return string(node.mark)
        if linked or note.id in self.set:
            return [mark]
        self.set[note.id] = None
        if self.inner is not None:
            self.inner.append(note)
            return [mark]
        self.inner = []
        content = self.blocks(note.blocks)
        for inner in self.inner:  # grows while it is gone through: notes that such notes refer to
            content += [{"t": "Para", "c": [{"t": "Superscript", "c": string(inner.number)}, *string(" ")]}]
            content += self.blocks(inner.blocks)
        self.inner = None
        return [{"t": "Note", "c": content}]


def string(text: str) -> list[Element]:
    """Text, in which only single spaces part words."""
    plain = text.replace("\N{SOFT HYPHEN}", "")
    return [{"t": "Str", "c": plain}] if plain else []


def link(inlines: list[Element], target: str, linked: bool) -> list[Element]:
    """A link, or its text alone within another."""
    return inlines if linked else [{"t": "Link", "c": [NO_ATTRIBUTES, inlines, [target, ""]]}]


def span(inlines: list[Element], attributes: list[tuple[str, str]], name: str = "") -> Element:
    """Inlines with attributes or an id."""
    return {"t": "Span", "c": [[name, [], [list(each) for each in attributes]], inlines]}


def picture(node: Image) -> Element:
    """A picture within the tree itself, as wide as the text where it doesn't say how wide it is."""
    data = b64encode(node.data).decode("ascii")
    width = f"{round(node.width * PIXELS_PER_POINT)}px" if node.width else "100%"
    return {
        "t": "Image",
        "c": [["", [], [["width", width]]], string(node.alternative), [f"data:{node.media_type};base64,{data}", ""]],
    }
