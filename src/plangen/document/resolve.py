"""A composed document to a resolved one: everything that every format must say alike is decided here, once.

In order: ids, numbers of headings, tables and figures, heads of rows, numbers bound to their units, marks of notes,
references, the contents list, and column widths. After this no writer decides what is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.document.contents import with_contents, without_notes
from plangen.document.document import Document
from plangen.document.identify import identified
from plangen.document.inlines import CrossReference, FootnoteReference, Inline, Text
from plangen.document.keeping import with_facts_kept
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    Note,
    Numeral,
    OrderedList,
    Paragraph,
    Section,
    Table,
)
from plangen.document.numerals import number_as
from plangen.document.row_headers import with_row_headers
from plangen.document.sentences import with_capitals
from plangen.document.table_layout import Layout, laid_out
from plangen.document.typography import bound
from plangen.document.walk import blocks as children
from plangen.document.walk import (
    each_and_below,
    every_inline,
    map_block,
    map_children,
    map_inlines,
    map_lines,
    map_table,
    map_tables,
    reference_text,
    texts,
)
from plangen.locale.catalogue import Catalogue

TABLE_MARKS = "*"
MOST_TOLD = 30
"""Ids that a fault tells, where one was unknown."""


def resolve(document: Document, words: Catalogue, layout: Layout) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document with numbers, references, contents and widths filled in, and the faults found on the way."""
    blocks = tuple(map(with_facts_kept, identified(document.blocks)))
    found = list(_placed_twice(blocks, {}))
    numbers = _Numbers(words, found)
    blocks = tuple(_bound(_headed(numbers.block(block), words), words) for block in blocks)
    marks = _Marks({note.id: _prepared(note, words) for note in document.notes})
    blocks = tuple(marks.block(block) for block in blocks)
    notes = marks.noted()
    references = _References(_targets(blocks, words), words.language, found)
    blocks = tuple(map_lines(block, references.line) for block in blocks)
    notes = tuple(
        replace(note, blocks=tuple(map_lines(block, references.line) for block in note.blocks)) for note in notes
    )
    blocks, too_wide = laid_out(with_contents(blocks, words.labels), layout)
    found += too_wide
    set_notes = []
    for note in notes:
        within, too_wide = laid_out(note.blocks, layout, may_turn=False)
        set_notes.append(replace(note, blocks=within))
        found += too_wide
    return replace(document, blocks=blocks, notes=tuple(set_notes)), tuple(found)


def _prepared(note: Note, words: Catalogue) -> Note:
    return replace(note, blocks=tuple(_bound(_headed(each, words), words) for each in identified(note.blocks, note.id)))


def _headed(block: Block, words: Catalogue) -> Block:
    return map_tables(block, lambda table: with_row_headers(table, words.babel))


def _bound(block: Block, words: Catalogue) -> Block:
    return map_lines(block, lambda line: bound(line, words.bound_words))


def _placed_twice(blocks: Sequence[Block], first: dict[str, Location]) -> Iterator[Diagnostic]:
    """What an outline places twice would have one id in two places. What stands in it isn't told of again."""
    for block in blocks:
        if isinstance(block, Section | Table | Figure):
            place = first.get(block.id)
            if place == block.location:
                yield error("placed-twice", place, name=block.id, file=place.file, line=place.line)
                continue
            first.setdefault(block.id, block.location)
        yield from _placed_twice(children(block), first)


@dataclass(slots=True)
class _Numbers:
    """Numbers headings by level ("6.4.1") or by their rank in a series, and tables and figures through the document.

    `counters` by series; `forms` are the label and the numeral of each rank of a series.
    """

    words: Catalogue
    found: list[Diagnostic]
    counters: dict[str, list[int]] = field(default_factory=dict)
    forms: dict[tuple[str, int], tuple[str, Numeral]] = field(default_factory=dict)
    tables: int = 0
    figures: int = 0

    def block(self, block: Block) -> Block:
        match block:
            case Section() if block.heading.numbered:
                block = replace(block, heading=replace(block.heading, number=self._next(block.heading)))
            case Table() if block.numbered:
                self.tables += 1
                return replace(block, label=self.words.labels["table"], number=str(self.tables))
            case Figure() if block.numbered:
                self.figures += 1
                return replace(block, label=self.words.labels["figure"], number=str(self.figures))
            case _:
                pass
        return map_children(block, self.block)

    def _next(self, heading: Heading) -> str:
        depth = heading.rank if heading.series else heading.level
        counters = self.counters[heading.series] = (self.counters.get(heading.series, []) + [0] * depth)[:depth]
        counters[-1] += 1
        form = self.forms.setdefault((heading.series, depth), (heading.label, heading.numeral))
        if form != (heading.label, heading.numeral):
            self.found.append(error("series-differs", heading.location, series=heading.series, label=form[0]))
        numerals = (self.forms.get((heading.series, rank), ("", "1"))[1] for rank in range(1, depth + 1))
        return ".".join(map(number_as, counters, numerals))


@dataclass(slots=True)
class _Marks:
    """Marks references to notes: numbers through the text, stars within each table."""

    notes: Mapping[str, Note]
    order: dict[str, int] = field(default_factory=dict)
    uses: dict[str, int] = field(default_factory=dict)

    def block(self, block: Block) -> Block:
        """The block with its marks, in reading order, those of each table apart."""
        match block:
            case Table():
                return self.table(block)
            case Section():
                heading = replace(block.heading, inlines=map_inlines(block.heading.inlines, self.inline))
                return map_children(replace(block, heading=heading), self.block)
            case Callout():
                return map_children(replace(block, title=map_inlines(block.title, self.inline)), self.block)
            case DefinitionList():
                return replace(block, items=tuple(self.definition(item) for item in block.items))
            case BulletList() | OrderedList() | BlockQuote():
                return map_children(block, self.block)
            case _:
                return map_block(block, self.inline)

    def definition(self, item: Definition) -> Definition:
        term = map_inlines(item.term, self.inline)
        return replace(item, term=term, blocks=tuple(self.block(block) for block in item.blocks))

    def table(self, table: Table) -> Table:
        """In a table each note that is referred to has its own mark, the same wherever that is."""
        inlines = [each for line in texts(table) for each in every_inline(line)]
        referred = {each.note for each in inlines if isinstance(each, FootnoteReference)}
        marked = [note.id for note in table.notes if note.id in referred]
        marks = {name: TABLE_MARKS * (index + 1) for index, name in enumerate(marked)}
        uses: dict[str, int] = {}

        def mark(inline: Inline) -> tuple[Inline, ...]:
            if isinstance(inline, FootnoteReference) and inline.note in marks:
                uses[inline.note] = uses.get(inline.note, 0) + 1
                name = inline.note
                return (replace(inline, mark=marks[name], reference=uses[name], in_table=True),)
            return self.inline(inline)

        def cell(cell: Cell) -> Cell:
            return replace(cell, inlines=map_inlines(cell.inlines, mark))

        changed = map_table(table, cell, lambda inlines: map_inlines(inlines, self.inline))
        return replace(changed, notes=tuple(replace(note, mark=marks.get(note.id, "")) for note in changed.notes))

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, FootnoteReference) or inline.note not in self.notes:
            return (inline,)
        number = self.order.setdefault(inline.note, len(self.order) + 1)
        self.uses[inline.note] = self.uses.get(inline.note, 0) + 1
        return (replace(inline, mark=str(number), reference=self.uses[inline.note]),)

    def noted(self) -> tuple[Note, ...]:
        """The notes in the order of their first mark, numbered; those that notes refer to come after."""
        noted: list[Note] = []
        while len(noted) < len(self.order):
            for name, number in list(self.order.items())[len(noted) :]:
                note = self.notes[name]
                noted.append(replace(note, blocks=tuple(self.block(each) for each in note.blocks), number=str(number)))
        return tuple(noted)


@dataclass(frozen=True, slots=True)
class _Target:
    """What a reference to an id prints."""

    label: str
    number: str
    title: tuple[Inline, ...]
    in_series: bool = False


def _targets(blocks: Sequence[Block], words: Catalogue) -> dict[str, _Target]:
    targets: dict[str, _Target] = {}
    for block in each_and_below(blocks):
        match block:
            case Section() if block.id:
                own = block.heading
                label = own.label or (words.labels["section"] if own.number else "")
                targets[block.id] = _Target(label, own.number, without_notes(own.inlines), bool(own.label))
            case Paragraph() if block.role == "calculation":
                targets[block.id] = _Target("", "", ())
            case Table() if block.numbered:
                targets[block.id] = _Target(words.labels["table-reference"], block.number, ())
            case Table():
                targets[block.id] = _Target("", "", without_notes(block.caption))
            case Figure() if block.numbered:
                targets[block.id] = _Target(words.labels["figure-reference"], block.number, ())
            case _:
                pass
    language = words.language
    return {name: replace(target, title=_told(target.title, targets, language)) for name, target in targets.items()}


def _told(title: tuple[Inline, ...], targets: Mapping[str, _Target], language: str) -> tuple[Inline, ...]:
    """A title with the references in it as the text that they print."""

    def filled(inline: Inline) -> tuple[Inline, ...]:
        target = targets.get(inline.target) if isinstance(inline, CrossReference) else None
        return (_filled(inline, target) if isinstance(inline, CrossReference) and target else inline,)

    def told(inline: Inline) -> tuple[Inline, ...]:
        return (Text(reference_text(inline)) if isinstance(inline, CrossReference) else inline,)

    return map_inlines(with_capitals(map_inlines(title, filled), language), told)


def _filled(reference: CrossReference, target: _Target) -> CrossReference:
    return replace(reference, label=target.label, number=target.number, title=target.title, in_series=target.in_series)


@dataclass(slots=True)
class _References:
    """Fills in what references print. The label of one that begins a sentence has a capital."""

    targets: Mapping[str, _Target]
    language: str
    found: list[Diagnostic]

    def line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return with_capitals(map_inlines(line, self.inline), self.language)

    def inline(self, inline: Inline) -> tuple[Inline, ...]:
        if not isinstance(inline, CrossReference):
            return (inline,)
        target = self.targets.get(inline.target)
        if target is None:
            known = [name for name in self.targets if "." not in name and "--" not in name]
            near, allowed = nearest(inline.target, known), ", ".join(known[:MOST_TOLD])
            row = {"instead": f"#{near}"} if near and ", " not in near else {}
            given = {"target": inline.target, "near": near, "allowed": allowed, **row}
            self.found.append(error("unknown-reference", inline.location, **given))
            return (inline,)
        return (_filled(inline, target),)
