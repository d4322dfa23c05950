"""Random documents, and random edits of them such as a writer of plans makes."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Literal

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.identify import identified
from plangen.document.inlines import CrossReference, Emphasis, FootnoteReference, Inline, Link, Strong, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Table,
    TableNote,
)
from plangen.document.walk import every_block, every_inline, map_block, plain_text, texts

TEXT = """
ramen målet regionen ökar minskar vården 1 899 961 tkr 33,5 % under året ska nämnden följa upp att invånarna får god
hälsa och trygghet – se avsnittet om miljö, klimat och hållbarhet; utfallet 2025 blev −570 tkr 👩\u200d⚕️
"""
WORDS = TEXT.split()
NOTES = ("x.note-1", "x.note-2")


class Writer:
    """Writes and rewrites documents; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = 0
        self.notes: tuple[Note, ...] = ()

    def document(self) -> Document:
        blocks = tuple(self.section(1) for _ in range(self.random.randint(1, 4)))
        cover = (CoverField(role="title", inlines=self.plain(3)), CoverField(role="status", inlines=self.plain(1)))
        self.notes = notes = tuple(Note(id=name, blocks=(Paragraph(inlines=self.plain(9)),)) for name in NOTES)
        metadata = Metadata(title="Plan", language="sv-SE", cover=cover)
        return self.finished(Document(metadata=metadata, blocks=blocks, notes=notes))

    def finished(self, document: Document) -> Document:
        """The document with ids, without references that lead nowhere and notes that none leads to."""
        found = replace(document, blocks=identified(document.blocks))
        ids = {block.id for block in every_block(found)} | {note.id for note in found.notes}
        ids |= {note.id for block in every_block(found) if isinstance(block, Table) for note in block.notes}

        def kept(inline: Inline) -> tuple[Inline, ...]:
            name = inline.target if isinstance(inline, CrossReference) else getattr(inline, "note", "")
            return () if name and name not in ids else (inline,)

        blocks = tuple(map_block(block, kept) for block in found.blocks)
        lines = (line for block in every_block(replace(found, blocks=blocks)) for line in texts(block))
        led_to = {getattr(each, "note", "") for line in lines for each in every_inline(line)}
        return replace(found, blocks=blocks, notes=tuple(note for note in found.notes if note.id in led_to))

    def name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    def plain(self, most: int) -> tuple[Inline, ...]:
        return (Text(" ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most)))),)

    def line(self, most: int = 25) -> tuple[Inline, ...]:
        inlines: list[Inline] = []
        for _ in range(self.random.randint(1, 3)):
            text = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most))) + " "
            make = self.random.randrange(8)
            plain = (Text(text),)
            formatted = {0: Emphasis(plain), 1: Strong(plain), 2: Link("https://example.org", plain)}
            inlines.append(formatted.get(make, Text(text)))
        return (*inlines, *self.reference())

    def reference(self) -> tuple[Inline, ...]:
        """Now and then the mark of a note, or a reference to something with a name, which may be gone by now."""
        match self.random.randrange(20):
            case 0 | 1:
                return (FootnoteReference(self.random.choice(NOTES)),)
            case 2:
                words = self.plain(2) if self.random.random() < 0.5 else ()
                return (CrossReference(f"n{self.random.randint(1, max(1, self.names))}", words),)
            case _:
                return ()

    def section(self, level: int) -> Section:
        blocks = [self.block() for _ in range(self.random.randint(0, 5))]
        if level < 3:
            blocks += [self.section(level + 1) for _ in range(self.random.randint(0, 2))]
        name = self.name() if self.random.random() < 0.7 else ""
        return Section(id=name, heading=Heading(level=level, inlines=self.line(4)), blocks=tuple(blocks))

    def block(self, depth: int = 0) -> Block:
        match self.random.randrange(9 if depth < 2 else 3):
            case 3:
                items = tuple(ListItem(blocks=(self.paragraph(),)) for _ in range(self.random.randint(1, 5)))
                return self.random.choice((BulletList, OrderedList))(items=items)
            case 4:
                return BlockQuote(blocks=(self.block(depth + 1),))
            case 5:
                return Callout(title=self.line(3), blocks=(self.block(depth + 1),))
            case 6 | 7:
                return self.table()
            case 8:
                terms = range(self.random.randint(1, 3))
                return DefinitionList(
                    items=tuple(Definition(term=self.line(2), blocks=(self.paragraph(),)) for _ in terms)
                )
            case _:
                return self.paragraph()

    def paragraph(self) -> Paragraph:
        return Paragraph(inlines=self.line())

    def paragraph_of_note(self, note: Note) -> Paragraph:
        (paragraph,) = note.blocks
        assert isinstance(paragraph, Paragraph)
        return replace(paragraph, inlines=self.reworded(paragraph.inlines))

    def table(self) -> Table:
        columns = self.random.randint(1, 4)
        named = self.random.random() < 0.6
        name = self.name() if named else ""
        rows = [self.row(columns, name) for _ in range(self.random.randint(1, 6))]
        fields = [f"k{index}" if named else "" for index in range(columns)]
        head = (Row(cells=tuple(Cell(inlines=self.line(2), header="column") for _ in range(columns))),)
        notes: tuple[TableNote, ...] = ()
        if name and self.random.random() < 0.3:
            notes = (TableNote(id=f"{name}.note-1", inlines=self.plain(4)),)
            first, *cells = rows[0].cells
            marked = replace(first, inlines=(*first.inlines, FootnoteReference(notes[0].id)))
            rows[0] = replace(rows[0], cells=(marked, *cells))
        return Table(
            id=name,
            columns=tuple(Column(field=each) for each in fields),
            head=head,
            rows=tuple(rows),
            caption=self.line(3),
            notes=notes,
        )

    def row(self, columns: int, table: str) -> Row:
        name = f"{table}.{self.name()}" if table else ""
        return Row(id=name, cells=tuple(Cell(inlines=self.line(2)) for _ in range(columns)))

    def edited(self, document: Document) -> Document:
        """The document after one to five edits, by which all notes that were ever written can be led to."""
        own = {note.id for note in document.notes}
        document = replace(document, notes=(*document.notes, *(note for note in self.notes if note.id not in own)))
        for _ in range(self.random.randint(1, 5)):
            document = self.edit(document)
        return self.finished(document)

    def edit(self, document: Document) -> Document:
        if self.random.random() < 0.1:
            field = replace(document.metadata.cover[0], inlines=self.plain(3))
            return replace(document, metadata=replace(document.metadata, cover=(field, *document.metadata.cover[1:])))
        if self.random.random() < 0.1 and document.notes:
            first, *rest = document.notes
            return replace(document, notes=(replace(first, blocks=(self.paragraph_of_note(first),)), *rest))
        return replace(document, blocks=self.edit_blocks(document.blocks))

    def edit_blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        if not blocks:
            return (self.block(),)
        index = self.random.randrange(len(blocks))
        block = blocks[index]
        match self.random.randrange(8):
            case 0:
                return (*blocks[:index], *blocks[index + 1 :])
            case 1:
                return (*blocks[:index], self.block(), *blocks[index:])
            case 2:
                rest = [*blocks[:index], *blocks[index + 1 :]]
                rest.insert(self.random.randint(0, len(rest)), block)
                return tuple(rest)
            case 3 if isinstance(block, Section):
                return (
                    *blocks[:index],
                    replace(block, heading=replace(block.heading, inlines=self.line(4))),
                    *blocks[index + 1 :],
                )
            case 4 if isinstance(block, Paragraph):
                return (*blocks[:index], *self.split(block), *blocks[index + 1 :])
            case _:
                return (*blocks[:index], self.inside(block), *blocks[index + 1 :])

    def split(self, paragraph: Paragraph) -> tuple[Block, ...]:
        words = plain_text(paragraph.inlines).split()
        at = len(words) // 2
        return tuple(Paragraph(inlines=(Text(" ".join(part)),)) for part in (words[:at], words[at:]) if part)

    def inside(self, block: Block) -> Block:
        match block:
            case Section() | BlockQuote() | Callout():
                return replace(block, blocks=self.edit_blocks(block.blocks))
            case BulletList() | OrderedList():
                items = [ListItem(blocks=item.blocks) for item in block.items]
                self.random.shuffle(items)
                return replace(block, items=(*items[1:], ListItem(blocks=(self.paragraph(),))))
            case Table():
                return self.edit_table(block)
            case Paragraph():
                return replace(block, inlines=self.reworded(block.inlines))
            case _:
                return block

    def reworded(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        words = plain_text(line).split()
        for _ in range(self.random.randint(1, 3)):
            words.insert(self.random.randint(0, len(words)), self.random.choice(WORDS))
            words.pop(self.random.randrange(len(words)))
        return (Text(" ".join(words)),)

    def with_column(self, table: Table, at: int) -> Table:
        """A table with one column more."""

        def row(each: Row, header: Literal["", "column"] = "") -> Row:
            cell = Cell(inlines=self.line(2), header=header)
            return replace(each, cells=(*each.cells[:at], cell, *each.cells[at:]))

        column = Column(field=self.name() if table.id else "")
        return replace(
            table,
            columns=(*table.columns[:at], column, *table.columns[at:]),
            head=tuple(row(each, "column") for each in table.head),
            rows=tuple(map(row, table.rows)),
        )

    def edit_table(self, table: Table) -> Table:
        match self.random.randrange(6):
            case 0 if len(table.columns) > 1:
                at = self.random.randrange(len(table.columns))
                return _columns(table, [index for index in range(len(table.columns)) if index != at])
            case 4 if len(table.columns) > 1:
                order = list(range(len(table.columns)))
                self.random.shuffle(order)
                return _columns(table, order)
            case 5:
                return self.with_column(table, self.random.randint(0, len(table.columns)))
            case 1:
                rows = list(table.rows)
                self.random.shuffle(rows)
                return replace(table, rows=tuple(rows))
            case 2:
                return replace(table, rows=(*table.rows[1:], self.row(len(table.columns), table.id)))
            case _:
                row = table.rows[0] if table.rows else self.row(len(table.columns), table.id)
                cells = (replace(row.cells[0], inlines=self.line(2)), *row.cells[1:])
                return replace(table, rows=(replace(row, cells=cells), *table.rows[1:]))


def _columns(table: Table, order: list[int]) -> Table:
    """A table with some of its columns, in an order."""

    def row(each: Row) -> Row:
        return replace(each, cells=tuple(each.cells[index] for index in order))

    columns = tuple(table.columns[index] for index in order)
    return replace(table, columns=columns, head=tuple(map(row, table.head)), rows=tuple(map(row, table.rows)))
