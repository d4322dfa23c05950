"""A resolved document -> GitHub Flavored Markdown, for the preview of a Git host.

Numbers stand as text, since Markdown counts nothing but lists. A table has one row of heads: those of several rows are
put together, and a cell that covers several places stands in the first. Boxes are quotations, terms are list items.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from plangen.dataclass import dataclass
from plangen.document.document import CoverField, Document
from plangen.document.grid import Line, grid
from plangen.document.inlines import CrossReference, Strong, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.walk import every_block_with_notes, every_inline, printed_number, texts
from plangen.writers.job import Job
from plangen.writers.markdown_inlines import Lines, escaped

LOWEST_HEADING = 6
ALIGNED = {"left": "---", "right": "--:", "center": ":-:"}


def write(job: Job) -> bytes:
    """The Markdown of a job's document."""
    document = job.document
    referred = (
        each for block in every_block_with_notes(document) for line in texts(block) for each in every_inline(line)
    )
    targets = {each.target for each in referred if isinstance(each, CrossReference)}
    lists = (block for block in every_block_with_notes(document) if isinstance(block, TableOfContents))
    targets |= {entry.target for block in lists for entry in block.entries}
    notes = {note.id: note.number for note in document.notes}
    writer = _Writer(Lines(frozenset(targets), notes))
    logo = escaped(job.brand.logo.alternative) if job.brand.logo else ""
    parts = [logo, *writer.cover(document), *writer.blocks(document.blocks), *writer.notes(document)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Writer:
    """Blocks to parts, between which an empty line stands."""

    lines: Lines

    def cover(self, document: Document) -> Iterator[str]:
        metadata = document.metadata
        if metadata.draft:
            yield f"**{escaped(metadata.draft)}**"
        if not any(field.role == "title" for field in metadata.cover):
            yield f"# {escaped(metadata.title)}"
        for field in metadata.cover:
            yield self.cover_field(field)

    def cover_field(self, field: CoverField) -> str:
        if field.role == "title":
            return f"# {self.lines.run(field.inlines)}"
        label = (Text(f"{field.label}: "),) if field.label else ()
        return self.lines.line((*label, *field.inlines))

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[str]:
        match block:
            case Section():
                yield from self.section(block)
            case Paragraph():
                yield self.lines.anchor(block.id) + self.lines.line(block.inlines)
            case BulletList():
                yield "\n".join(self.item(each, "- ") for each in block.items)
            case OrderedList():
                yield "\n".join(self.item(each, f"{at}. ") for at, each in enumerate(block.items, block.start))
            case Table():
                yield from self.table(block)
            case Figure():
                yield self.lines.anchor(block.id) + self.lines.run((block.image,))
                yield self.caption(block)
            case BlockQuote():
                yield _quoted(self.blocks(block.blocks))
            case Callout():
                title = self.lines.run((Strong(block.title),)) if block.title else ""
                yield _quoted((self.lines.anchor(block.id) + title, *self.blocks(block.blocks)))
            case DefinitionList():
                for item in block.items:
                    term = self.lines.anchor(item.id) + self.lines.run((Strong(item.term),))
                    yield _indented("- ", (term, *self.blocks(item.blocks)))
            case TableOfContents():
                yield from self.contents(block)
            case PageBreak():
                pass
            case _:
                assert_never(block)

    def section(self, section: Section) -> Iterator[str]:
        own = section.heading
        number = f"{escaped(printed_number(own))} " if own.number else ""
        marks = "#" * min(own.level + 1, LOWEST_HEADING)
        anchor = self.lines.anchor(section.id)
        yield f"{marks} {anchor}{number}{self.lines.run(own.inlines)}"
        yield from self.blocks(section.blocks)

    def item(self, item: ListItem, sign: str) -> str:
        first, *rest = [*self.blocks(item.blocks)] or [""]
        return _indented(sign, (self.lines.anchor(item.id) + first, *rest))

    def contents(self, contents: TableOfContents) -> Iterator[str]:
        if not contents.entries:
            return
        yield self.lines.run((Strong(contents.title),))
        top = min(entry.level for entry in contents.entries)
        rows = []
        for entry in contents.entries:
            number = f"{escaped(printed_number(entry))} " if entry.number else ""
            link = self.lines.link(entry.target, number + self.lines.run(entry.inlines, linked=True))
            rows.append("  " * (entry.level - top) + f"- {link}")
        yield "\n".join(rows)

    def caption(self, of: Table | Figure) -> str:
        number = f"{of.label} {of.number}" + (". " if of.caption else "") if of.number else ""
        return self.lines.line((Text(number), *of.caption))

    def table(self, table: Table) -> Iterator[str]:
        anchor = self.lines.anchor(table.id)
        if table.caption_visible:
            yield anchor + self.caption(table)
        laid = grid(table)
        width = len(table.columns)
        heads = [
            " ".join(filter(None, each)) for each in zip(*(self.cells(line, width) for line in laid.head), strict=True)
        ]
        rows = [heads or [""] * width, [ALIGNED[column.align] for column in table.columns]]
        rows += [self.cells(line, width) for line in laid.lines[len(laid.head) :]]
        yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
        for note in table.notes:
            mark = f"{escaped(note.mark)} " if note.mark else ""
            yield self.lines.anchor(note.id) + mark + self.lines.run(note.inlines)

    def cells(self, line: Line, width: int) -> list[str]:
        """The texts of a row, each in the first of the columns that it covers."""
        found = [""] * width
        for slot in line.slots:
            text = self.lines.run(slot.cell.inlines)
            found[slot.column] = f"<strong>{text}</strong>" if text and line.row.role in ("group", "total") else text
        return found

    def notes(self, document: Document) -> Iterator[str]:
        for note in document.notes:
            yield _indented(f"[^{note.number}]: ", tuple(self.blocks(note.blocks)), "    ")


def _indented(sign: str, parts: Sequence[str], indent: str = "") -> str:
    """Parts behind a sign, each further line as far in."""
    text = "\n\n".join(part for part in parts if part)
    margin = indent or " " * len(sign)
    return sign + "\n".join(margin + line if line else "" for line in text.split("\n")).lstrip(" ")


def _quoted(parts: Iterator[str] | Sequence[str]) -> str:
    text = "\n\n".join(part for part in parts if part)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
