"""Texts of the plan as plain text: expressions as what they stand for, references as they are printed, no marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import indent

from plangen.compose.expressions import Evaluator
from plangen.dataclass import dataclass
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, Expression, Inline, Text
from plangen.document.nodes import Block, BulletList, OrderedList
from plangen.document.walk import blocks as children
from plangen.document.walk import every_block_with_notes, every_inline, map_inlines, plain_text, texts
from plangen.model.text import Body, RichText

BULLET = "- "


@dataclass(frozen=True, slots=True)
class PlainTexts:
    """Gives the text of what the plan holds in Markdown. `references` are those of the document, by target."""

    evaluator: Evaluator
    references: dict[str, CrossReference]

    def line(self, rich: RichText) -> str | None:
        """A field; None where nothing is said."""
        return self.inlines(rich.inlines).strip() or None

    def body(self, body: Body) -> str | None:
        """A text: its paragraphs and headings with an empty line between, each item of a list on a line."""
        return "\n\n".join(self._parts(body.blocks)) or None

    def inlines(self, inlines: Sequence[Inline]) -> str:
        """A run of inlines."""

        def change(inline: Inline) -> tuple[Inline, ...]:
            match inline:
                case Expression():
                    result = self.evaluator.text(inline)
                    return (result,) if isinstance(result, Text) else ()
                case CrossReference() if not inline.inlines:
                    return (self.references.get(inline.target, inline),)
                case _:
                    return (inline,)

        return plain_text(map_inlines(inlines, change))

    def _parts(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, BulletList | OrderedList):
                yield "\n".join(self._items(block))
                continue
            lines = [text for line in texts(block) if (text := self.inlines(line).strip())]
            if lines:
                yield "\n".join(lines)
            yield from self._parts(children(block))

    def _items(self, block: BulletList | OrderedList) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start if isinstance(block, OrderedList) else 1):
            sign = f"{number}. " if isinstance(block, OrderedList) else BULLET
            text = "\n".join(self._parts(item.blocks))
            yield sign + indent(text, " " * len(sign)).lstrip(" ")


def plain_texts(document: Document, evaluator: Evaluator) -> PlainTexts:
    """The texts of a plan whose resolved document this is."""
    found: dict[str, CrossReference] = {}
    for block in every_block_with_notes(document):
        for line in texts(block):
            for each in every_inline(line):
                if isinstance(each, CrossReference) and (each.label or each.title):
                    found[each.target] = _unworded(each)
    return PlainTexts(evaluator, found)


def _unworded(reference: CrossReference) -> CrossReference:
    return CrossReference(
        reference.target,
        label=reference.label,
        number=reference.number,
        title=reference.title,
        in_series=reference.in_series,
    )


def day(value: date | None) -> str | None:
    """A date as ISO 8601 has it."""
    return value.isoformat() if value else None
