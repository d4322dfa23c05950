"""Random documents, and random edits of them such as a writer of plans makes."""

from __future__ import annotations

import random
from dataclasses import replace

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.identify import identified
from plangen.document.inlines import Emphasis, FootnoteReference, Inline, Link, Strong, Text
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
)
from plangen.document.walk import plain_text

TEXT = """
ramen målet regionen ökar minskar vården 1 899 961 tkr 33,5 % under året ska nämnden följa upp att invånarna får god
hälsa och trygghet – se avsnittet om miljö, klimat och hållbarhet; utfallet 2025 blev −570 tkr 👩\u200d⚕️
"""
WORDS = TEXT.split()


class Writer:
    """Writes and rewrites documents; the same seed writes the same."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.names = 0

    def document(self) -> Document:
        blocks = tuple(self.section(1) for _ in range(self.random.randint(1, 4)))
        cover = (CoverField(role="title", inlines=self.line(3)), CoverField(role="status", inlines=self.line(1)))
        notes = (Note(id="x.note-1", blocks=(self.paragraph(),)),) if self.random.random() < 0.5 else ()
        metadata = Metadata(title="Plan", language="sv-SE", cover=cover)
        return self.finished(Document(metadata=metadata, blocks=blocks, notes=notes))

    def finished(self, document: Document) -> Document:
        return replace(document, blocks=identified(document.blocks))

    def name(self) -> str:
        self.names += 1
        return f"n{self.names}"

    def line(self, most: int = 25) -> tuple[Inline, ...]:
        inlines: list[Inline] = []
        for _ in range(self.random.randint(1, 3)):
            text = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, most))) + " "
            make = self.random.randrange(8)
            plain = (Text(text),)
            formatted = {0: Emphasis(plain), 1: Strong(plain), 2: Link("https://example.org", plain)}
            inlines.append(formatted.get(make, Text(text)))
        if self.random.random() < 0.1:
            inlines.append(FootnoteReference("x.note-1"))
        return tuple(inlines)

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

    def table(self) -> Table:
        columns = self.random.randint(1, 4)
        named = self.random.random() < 0.6
        name = self.name() if named else ""
        rows = [self.row(columns, name) for _ in range(self.random.randint(1, 6))]
        fields = [f"k{index}" if named else "" for index in range(columns)]
        head = (Row(cells=tuple(Cell(inlines=self.line(2), header="column") for _ in range(columns))),)
        return Table(
            id=name,
            columns=tuple(Column(field=each) for each in fields),
            head=head,
            rows=tuple(rows),
            caption=self.line(3),
        )

    def row(self, columns: int, table: str) -> Row:
        name = f"{table}.{self.name()}" if table else ""
        return Row(id=name, cells=tuple(Cell(inlines=self.line(2)) for _ in range(columns)))

    def edited(self, document: Document) -> Document:
        """The document after one to five edits."""
        for _ in range(self.random.randint(1, 5)):
            document = self.edit(document)
        return self.finished(document)

    def edit(self, document: Document) -> Document:
        if self.random.random() < 0.1:
            field = replace(document.metadata.cover[0], inlines=self.line(3))
            return replace(document, metadata=replace(document.metadata, cover=(field, *document.metadata.cover[1:])))
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

    def edit_table(self, table: Table) -> Table:
        match self.random.randrange(4):
            case 0 if len(table.columns) > 1:
                at = self.random.randrange(len(table.columns))
                return replace(
                    table,
                    columns=(*table.columns[:at], *table.columns[at + 1 :]),
                    head=tuple(_without(row, at) for row in table.head),
                    rows=tuple(_without(row, at) for row in table.rows),
                )
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


def _without(row: Row, at: int) -> Row:
    return replace(row, cells=(*row.cells[:at], *row.cells[at + 1 :]))
