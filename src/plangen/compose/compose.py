"""Plan and outline to document.

The outline is rendered to Markdown with marks (`plangen.compose.outline`), the Markdown is read into blocks, and each
mark is swapped for the nodes that it stands for. What content holds is placed and never read again. Expressions of
content are replaced here; none survives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plangen.compose.expressions import Evaluator
from plangen.compose.notes import plan_notes
from plangen.compose.outline import Outline, render_outline
from plangen.compose.placed import Content, Running
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CoverField,
    Document,
    Expression,
    FootnoteReference,
    Inline,
    ListItem,
    Metadata,
    Note,
    OrderedList,
    Paragraph,
    Section,
    Text,
)
from plangen.document.walk import every_block, every_inline, map_block, map_inlines, plain_text, texts
from plangen.locale.catalogue import Catalogue
from plangen.model.plan import Plan
from plangen.readers.markdown import read_outline

HEADINGS = 6


def compose(plan: Plan, outline: Outline, words: Catalogue) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document that an outline makes of a plan, with nothing yet numbered, and the faults found on the way."""
    text, register, faults = render_outline(outline, plan, words)
    blocks, reading = read_outline(text, Location(outline.file), len(register.contents))
    splicer = _Splicer(register.contents, outline.file)
    placed = tuple(splicer.blocks(blocks))
    evaluation = _Evaluation(Evaluator(plan, words))
    evaluated = tuple(map_block(block, evaluation.inline) for block in _levelled(placed, 1))
    notes = _referenced(evaluated, plan_notes(plan))
    document = Document(
        metadata=_metadata(plan, words, splicer, evaluation),
        blocks=evaluated,
        notes=tuple(_note(note, evaluation) for note in notes),
    )
    return document, (*faults, *reading, *splicer.found, *evaluation.found)


@dataclass(slots=True)
class _Evaluation:
    """Replaces the expressions of content."""

    evaluator: Evaluator
    found: list[Diagnostic] = field(default_factory=list)

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Expression):
            return (inline,)
        result = self.evaluator.text(inline)
        if isinstance(result, Diagnostic):
            self.found.append(result)
            return ()
        return (result,)


@dataclass(slots=True)
class _Splicer:
    """Puts contents in the place of their marks."""

    contents: Sequence[Content]
    file: str
    cover: list[CoverField] = field(default_factory=list)
    running: dict[str, str] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield from self.paragraph(block)
                case Section():
                    yield self.section(block)
                case BulletList() | OrderedList():
                    yield replace(block, items=tuple(self.item(item) for item in block.items))
                case BlockQuote():
                    yield replace(block, blocks=tuple(self.blocks(block.blocks)))
                case _:
                    yield map_block(block, self.inline)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        """A paragraph, or the blocks that its marks stand for when it holds nothing else."""
        contents = [self.content(each) for each in paragraph.inlines if isinstance(each, Expression)]
        rest = "".join(each.text for each in paragraph.inlines if isinstance(each, Text)).strip()
        if not contents or any(content.in_line for content in contents) or rest:
            inlines = map_inlines(paragraph.inlines, self.inline)
            if plain_text(inlines).strip():
                yield replace(paragraph, inlines=inlines, location=_first_place(paragraph, contents))
            return
        for content in contents:
            self.outside(content)
            yield from content.blocks

    def section(self, section: Section) -> Section:
        contents = [self.content(each) for each in section.heading.inlines if isinstance(each, Expression)]
        owner = next((content.owner for content in contents if content.owner), "")
        heading = replace(section.heading, inlines=map_inlines(section.heading.inlines, self.inline))
        return replace(section, id=section.id or owner, heading=heading, blocks=tuple(self.blocks(section.blocks)))

    def item(self, item: ListItem) -> ListItem:
        return replace(item, blocks=tuple(self.blocks(item.blocks)))

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, Expression):
            return (inline,)
        content = self.content(inline)
        if not content.in_line:
            self.found.append(error("outline-block-in-line", Location(self.file)))
        return content.inlines

    def content(self, expression: Expression) -> Content:
        return self.contents[int(expression.source)]

    def outside(self, content: Content) -> None:
        if isinstance(content.outside, CoverField):
            self.cover.append(content.outside)
        elif isinstance(content.outside, Running):
            self.running[content.outside.place] = content.outside.text


def _first_place(paragraph: Paragraph, contents: Sequence[Content]) -> Location:
    return paragraph.location if not contents else Location(paragraph.location.file)


def _levelled(blocks: Sequence[Block], level: int) -> Iterator[Block]:
    """The blocks with each heading one level below the section that it stands in, as deep as headings go."""
    for block in blocks:
        if isinstance(block, Section):
            heading = replace(block.heading, level=min(level, HEADINGS))
            yield replace(block, heading=heading, blocks=tuple(_levelled(block.blocks, level + 1)))
        else:
            yield block


def _referenced(blocks: Sequence[Block], notes: dict[str, Note] | object) -> Iterator[Note]:
    """The notes that the running text refers to, in order. Notes of tables stand in their tables."""
    assert isinstance(notes, dict)
    seen: set[str] = set()
    for block in (each for top in blocks for each in (top, *every_block(top))):
        in_table = getattr(block, "notes", ())
        own = {note.id for note in in_table}
        for inlines in texts(block):
            for inline in every_inline(inlines):
                if isinstance(inline, FootnoteReference) and inline.note not in seen | own and inline.note in notes:
                    seen.add(inline.note)
                    yield notes[inline.note]


def _note(note: Note, evaluation: _Evaluation) -> Note:
    return replace(note, blocks=tuple(map_block(block, evaluation.inline) for block in note.blocks))


def _metadata(plan: Plan, words: Catalogue, splicer: _Splicer, evaluation: _Evaluation) -> Metadata:
    cover = tuple(replace(line, inlines=map_inlines(line.inlines, evaluation.inline)) for line in splicer.cover)
    decided = plan.decision.date if plan.decision else None
    body = str(plan.body)
    return Metadata(
        title=str(plan.title) + (f" – {body}" if body else ""),
        language=words.tag,
        author=str(plan.organisation),
        subject=str(plan.body),
        date=decided.isoformat() if decided else "",
        status=words.statuses[plan.status],
        header=splicer.running.get("header", ""),
        footer=splicer.running.get("footer", ""),
        draft=words.statuses[plan.status] if plan.status == "draft" else "",
        cover=cover,
    )
