"""A plan's texts as the rules of wording read them: passage by passage, with the exact place of any words in them.

What is no running text of the plan's own language prints as one sign that is no word: an expression, a reference
without words, code, words in another language, a mark of a note. So no rule meets half of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.inlines import (
    Abbreviation,
    CrossReference,
    Emphasis,
    Expression,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import (
    Block,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    ListItem,
    OrderedList,
    Paragraph,
    Section,
    Table,
)
from plangen.document.walk import blocks
from plangen.model.goal import Goal, every_goal
from plangen.model.plan import Plan, every_section
from plangen.model.rules.places import SIGN, stretch
from plangen.model.text import Body, RichText

Kind = Literal["prose", "title", "cell", "value", "name", "source"]
"""Running text; a heading; a cell of a table that stands in a text; what else stands in a field; what something is
called (an indicator, a row, a governing document); where an indicator's figures come from."""

SAYING = frozenset({"prose", "title", "cell", "value"})
"""Kinds of passages that may say what something costs."""

Lines = Callable[[str], Sequence[str]]
"""The lines of a file by its path."""

Printed = Callable[[Expression], str]
"""What an expression prints; nothing where it is at fault."""

_FARTHEST = 400
"""Lines of a file from a passage's first that it may take."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read on its own. `before`: what stands before it from its place on (a row's earlier cells)."""

    text: str
    location: Location
    kind: Kind = "prose"
    inlines: tuple[Inline, ...] = ()
    before: str = ""

    def place(self, start: int, end: int, lines: Lines) -> Location:
        """Where a stretch of the text stands in its file, at most to the end of a line; else the whole passage."""
        first, skipped = self.location.line - 1, max(0, self.location.column - 1)
        source = "\n".join(lines(self.location.file)[first : first + _FARTHEST])[skipped:] if first >= 0 else ""
        before = len(self.before)
        found = stretch(self.before + self.text, source, before + start, before + end)
        if found is None or not self.text[start:end]:
            return self.location
        at, reach = found
        line, column = source.count("\n", 0, at), at - (source.rfind("\n", 0, at) + 1)
        length = len(source[at:reach].split("\n", 1)[0])
        return Location(self.location.file, self.location.line + line, column + 1 + (0 if line else skipped), length)


def text_of(inlines: Iterable[Inline], printed: Printed | None = None) -> str:
    """What inlines say; with `printed` an expression says what it prints."""
    return "".join(_said(inline, printed) for inline in inlines)


def _said(inline: Inline, printed: Printed | None) -> str:
    match inline:
        case Text() | Abbreviation():
            return SIGN if inline.language else inline.text
        case Emphasis() | Strong() | Link():
            return text_of(inline.inlines, printed)
        case CrossReference():
            return text_of(inline.inlines, printed) or SIGN
        case LineBreak():
            return "\n"
        case Expression():
            return (printed(inline) if printed else "") or SIGN
        case _:
            return SIGN


def every_passage(plan: Plan) -> Iterator[Passage]:
    """Every text of a plan, in the order of its parts."""
    yield from _values("title", plan.title)
    yield from _values("value", plan.organisation, plan.body, plan.replaces)
    yield from _values("prose", plan.remark)
    if plan.decision:
        yield from _values("value", plan.decision.decided_by)
    if plan.frame:
        yield from _values("name", plan.frame.title)
        yield from _values("value", plan.frame.decided_by)
    for section in every_section(plan):
        yield from _values("title", section.title)
        yield from body_passages(section.text)
        for document in section.governing_documents:
            yield from _values("name", document.name)
            yield from _values("value", document.kind, document.remark)
    for goal in every_goal(plan.goals):
        yield from _goal(goal)
    for table in plan.tables:
        yield from _values("title", table.title)
        yield from _values("value", table.stub_heading)
        yield from _values("name", *(column.heading for column in table.columns), *(row.name for row in table.rows))
        yield from _values("prose", table.remark)
        for note in table.notes:
            yield from block_passages(note.blocks)


def _goal(goal: Goal) -> Iterator[Passage]:
    yield from _values("title", goal.title)
    yield from body_passages(goal.text)
    yield from _values("value", goal.responsible, *goal.contributes_to)
    for indicator in goal.indicators:
        yield from _values("name", indicator.name)
        for measured in (indicator, *indicator.groups):
            yield from _values("value", measured.target, measured.periodicity, measured.unit, measured.responsible)
            yield from _values("source", measured.source)
            yield from _values("value", measured.remark)
    for activity in goal.activities:
        yield from _values("value", *activity.values())


def _values(kind: Kind, *values: RichText) -> Iterator[Passage]:
    for value in values:
        if value.inlines:
            yield Passage(text_of(value.inlines), value.location, kind, value.inlines)


def body_passages(body: Body) -> Iterator[Passage]:
    """The passages of a Markdown text and of its notes."""
    yield from block_passages(body.blocks)
    for note in body.notes:
        yield from block_passages(note.blocks)


def block_passages(of: Iterable[Block]) -> Iterator[Passage]:
    """The passages of blocks, in reading order."""
    for block in of:
        yield from _own(block)
        yield from block_passages(blocks(block))


def _own(block: Block) -> Iterator[Passage]:
    match block:
        case Section():
            yield _line(block.heading.inlines, block.location, "title")
        case Paragraph():
            yield _line(block.inlines, block.location, "prose")
        case Callout():
            yield _line(_own_title(block), block.location, "title")
        case Figure():
            yield _line(block.caption, block.location, "title")
        case Table():
            yield _line(block.caption, block.location, "title")
            yield from _cells(block)
        case DefinitionList():
            yield from (_line(item.term, item.location, "name") for item in block.items)
        case _:
            pass


def _own_title(box: Callout) -> tuple[Inline, ...]:
    """A box's title without the word for its kind, which stands before what its author wrote."""
    return box.title[1:] if box.kind != "note" and len(box.title) > 1 else box.title


def _cells(table: Table) -> Iterator[Passage]:
    for row in (*table.head, *table.rows):
        before = ""
        for cell in row.cells:
            text = text_of(cell.inlines)
            yield Passage(text, cell.location, "cell", cell.inlines, before)
            before += text + "|"


def _line(inlines: tuple[Inline, ...], location: Location, kind: Kind) -> Passage:
    return Passage(text_of(inlines), location, kind, inlines)


def item_paragraph(item: ListItem) -> Paragraph | None:
    """The paragraph that a list's item begins with."""
    first = item.blocks[0] if item.blocks else None
    return first if isinstance(first, Paragraph) else None


def explained_lists(of: Iterable[Block]) -> Iterator[tuple[Paragraph, BulletList | OrderedList]]:
    """Each list with the paragraph right before it, where that ends in a colon."""
    last: Block | None = None
    for block in of:
        leads = isinstance(last, Paragraph) and text_of(last.inlines).rstrip().endswith(":")
        if leads and isinstance(block, BulletList | OrderedList) and isinstance(last, Paragraph):
            yield last, block
        yield from explained_lists(blocks(block))
        last = block


def every_body(plan: Plan) -> Iterator[Body]:
    """Every Markdown text of a plan."""
    yield from (section.text for section in every_section(plan))
    yield from (goal.text for goal in every_goal(plan.goals))


def squeezed(text: str) -> str:
    """A text with each run of white space as one space, in small letters, for comparison."""
    return _SPACES.sub(" ", text).strip().casefold()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of each sentence: from one end mark followed by a capital letter to the next."""
    start = 0
    for end in _END.finditer(text):
        yield start, end.start() + 1
        start = end.end()
    if text[start:].strip():
        yield start, len(text)


_END = re.compile(r"[.!?](?:[”\"’)]?)\s+(?=[A-ZÅÄÖÉ”\"“])")
