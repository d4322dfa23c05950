"""Plan and outline to document.

The outline is rendered to Markdown with marks (`plangen.compose.outline`), the Markdown is read into blocks, and each
mark is swapped for the nodes that it stands for. What content holds is placed and never read again. Expressions of
content are replaced here; none survives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import date

from plangen.compose.abbreviations import Abbreviations
from plangen.compose.calculations import Calculations, asked_for
from plangen.compose.evaluation import Evaluation
from plangen.compose.expressions import Evaluator
from plangen.compose.headings import levelled
from plangen.compose.left_out import left_out
from plangen.compose.line_marks import OutlineLines
from plangen.compose.notes import TableNotes, TextNotes, owned_texts, plan_notes
from plangen.compose.outline import Outline, Rendered, render_outline
from plangen.compose.placed import Content, Running
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, error, warning
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import NOWHERE, Code, Expression, Inline
from plangen.document.nodes import Block, BlockQuote, BulletList, Callout, ListItem, OrderedList, Paragraph, Section
from plangen.document.walk import map_block, map_inlines, map_tables, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.plan import Decision, Plan
from plangen.readers.markdown import read_outline
from plangen.readers.markdown_inlines import revealed
from plangen.source.recall import Recall

_MARK_IN_CODE = re.compile(r"\{\{ \d+ \}\}")
"""As the reader gives a mark that stands in code, where no node can."""

LABELLED = frozenset({"responsible", "contributes-to"})
"""What may stand behind words of the outline and is what the paragraph says nevertheless."""


def compose(
    plan: Plan, outline: Outline, words: Catalogue, recall: Recall | None = None
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document that an outline makes of a plan, with nothing yet numbered, and the faults found on the way.

    With a `recall` an outline that it knows, and Markdown that came of it, are not read anew.
    """
    recall = recall or Recall()
    rendered, faults = render_outline(outline, plan, words, recall)
    lines = OutlineLines(outline.file, rendered.lines)
    blocks, reading = _read(outline, rendered, lines, recall, words.language)
    splicer = _Splicer(rendered.contents)
    placed = splicer.blocks(blocks)
    notes = plan_notes(plan)
    under_tables = TableNotes(notes)
    noted = tuple(map_tables(block, under_tables.noted) for block in levelled(tuple(placed), words))
    in_text = TextNotes(notes, tuple(f"{owner}." for owner, _ in owned_texts(plan)))
    in_text.gather(noted)
    calculated = asked_for(noted)
    evaluation = Evaluation(Evaluator(plan, words), words, calculated)
    blocks = tuple(evaluation.block(block) for block in noted)
    texts = tuple(evaluation.note(note) for note in in_text.referred.values())
    if calculated:
        blocks = Calculations(words, plan.location.file.rpartition("/")[0], evaluation.numbered()).placed(blocks)
    abbreviations = Abbreviations(plan.abbreviations)
    document = Document(
        metadata=_metadata(plan, words, splicer, evaluation),
        blocks=tuple(map(abbreviations.block, blocks)),
        notes=tuple(map(abbreviations.note, texts)),
    )
    document = replace(document, figures=evaluation.figures())
    missing = () if faults else (*left_out(plan, rendered.contents), *abbreviations.unused())
    missing = (*missing, *(_uncalculated(plan, calculated, evaluation) if not faults else ()))
    found = (
        *missing,
        *faults,
        *reading,
        *splicer.found,
        *in_text.found,
        *evaluation.found,
    )
    return document, found


def _uncalculated(plan: Plan, placed: bool, evaluation: Evaluation) -> Iterator[Diagnostic]:
    """A plan that asks to be told how its figures were made: an outline without the list, or texts without figures."""
    if plan.calculations_shown == "never":
        return
    place = plan.place("calculations_shown")
    if not placed:
        yield warning("left-out", place, key=terms(KEYS, plan.language)["calculations_shown"])
    elif not evaluation.numbers:
        yield warning("calculations-none", place)


def _read(
    outline: Outline, rendered: Rendered, lines: OutlineLines, recall: Recall, language: str
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """The blocks of a rendered outline, with its marks. Of what they stand for only attributes tell something."""
    text, place, told = rendered.text, Location(outline.file), [each.told for each in rendered.contents]

    def said(number: int) -> str:
        return repr(told[number]()) if number < len(told) else ""

    attributes = tuple(revealed(line, said) for line in text.split("\n") if "{" in line)

    def read() -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
        blocks, found = read_outline(text, place, told, language)
        return tuple(map(lines.block, blocks)), tuple(map(lines.fault, found))

    return recall.once(("rendered", text, lines, len(told), attributes, language), read)


@dataclass(slots=True)
class _Splicer:
    """Puts contents in the place of their marks."""

    contents: Sequence[Content]
    cover: list[CoverField] = field(default_factory=list)
    running: dict[str, tuple[Inline, ...]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    place: Location = NOWHERE

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        for block in blocks:
            self.place = block.location
            match block:
                case Paragraph():
                    yield from self.paragraph(block)
                case Section():
                    yield self.section(block)
                case BulletList():
                    items = tuple(self.item(item) for item in block.items)
                    yield replace(block, items=items, role=self.role(block) or block.role)
                case OrderedList():
                    yield replace(block, items=tuple(self.item(item) for item in block.items))
                case BlockQuote():
                    yield replace(block, blocks=tuple(self.blocks(block.blocks)))
                case Callout():
                    title = map_inlines(block.title, self.inline)
                    yield replace(block, title=title, blocks=tuple(self.blocks(block.blocks)))
                case _:
                    yield map_block(block, self.inline)

    def paragraph(self, paragraph: Paragraph) -> Iterator[Block]:
        """A paragraph, or the blocks that its marks stand for when it holds nothing else."""
        contents = self.contents_of(paragraph.inlines)
        others = (each for each in paragraph.inlines if not isinstance(each, Expression))
        if not contents or any(content.in_line for content in contents) or plain_text(others).strip():
            inlines = map_inlines(paragraph.inlines, self.inline)
            roles = {content.role for content in contents}
            whole = len(paragraph.inlines) == 1 or roles <= LABELLED
            role = next(iter(roles)) if len(roles) == 1 and whole else ""
            if plain_text(inlines).strip():
                yield replace(paragraph, inlines=inlines, location=_place(paragraph, contents), role=role)
            return
        for content in contents:
            self.outside(content)
            yield from content.blocks

    def section(self, section: Section) -> Section:
        contents = self.contents_of(section.heading.inlines)
        owned = next((content for content in contents if content.owner), Content())
        place = _place(section, contents)
        heading = replace(section.heading, inlines=map_inlines(section.heading.inlines, self.inline), location=place)
        blocks = tuple(self.blocks(section.blocks))
        name = section.id or owned.owner
        return replace(section, id=name, heading=heading, blocks=blocks, location=place, role=owned.role)

    def role(self, block: BulletList) -> str:
        """What of the plan a list's items are, where the outline places the same kind of thing in each."""
        roles = set[str]()
        for item in block.items:
            first = item.blocks[0] if item.blocks else None
            contents = self.contents_of(first.inlines) if isinstance(first, Paragraph) else []
            roles.add(next((content.role for content in contents if content.role), ""))
        return roles.pop() if len(roles) == 1 else ""

    def item(self, item: ListItem) -> ListItem:
        blocks = tuple(self.blocks(item.blocks))
        return replace(item, blocks=blocks, location=blocks[0].location if blocks else item.location)

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Code) and _MARK_IN_CODE.search(inline.text):
            self.found.append(error("expression-misplaced", self.place))
        if not isinstance(inline, Expression):
            return (inline,)
        content = self.content(inline)
        if not content.in_line:
            self.found.append(error("outline-block-in-line", self.place))
        return content.inlines

    def contents_of(self, inlines: Sequence[Inline]) -> list[Content]:
        return [self.content(each) for each in inlines if isinstance(each, Expression)]

    def content(self, expression: Expression) -> Content:
        return self.contents[int(expression.source)]

    def outside(self, content: Content) -> None:
        if isinstance(content.outside, CoverField):
            self.cover.append(content.outside)
        elif isinstance(content.outside, Running):
            self.running[content.outside.place] = content.outside.inlines


def _place(block: Block, contents: Sequence[Content]) -> Location:
    """Where a block of the outline stands: in the content that it places, if any, and there with what owns it."""
    by_owner = sorted(contents, key=lambda content: not content.owner)
    return next((content.location for content in by_owner if content.location.file), block.location)


def _metadata(plan: Plan, words: Catalogue, splicer: _Splicer, evaluation: Evaluation) -> Metadata:
    def text(inlines: Sequence[Inline]) -> str:
        return plain_text(evaluation.line(inlines))

    decision = plan.decision or Decision()
    title, body = text(plan.title.inlines), text(plan.body.inlines)
    return Metadata(
        title=title + (f" – {body}" if body else ""),
        language=words.tag,
        author=text(plan.organisation.inlines),
        subject=body,
        date=_day(decision.date),
        status=words.statuses[plan.status],
        version=plan.version,
        decided_by=text(decision.decided_by.inlines),
        paragraph=decision.paragraph,
        case_number=decision.case_number,
        valid_from=_day(plan.valid_from),
        valid_to=_day(plan.valid_to),
        replaces=text(plan.replaces.inlines),
        header=text(splicer.running.get("header", ())),
        footer=text(splicer.running.get("footer", ())),
        draft=words.statuses[plan.status] if plan.status == "draft" else "",
        edited_at=plan.edited_at if plan.edit_links else "",
        cover=tuple(replace(line, inlines=evaluation.line(line.inlines)) for line in splicer.cover),
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
