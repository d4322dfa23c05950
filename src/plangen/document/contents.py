"""Lists of what a document holds: its headings, its tables, its figures -> the same lists with their entries.

A table or a figure is listed by its caption as it is printed, number and all; one without a number isn't. A list of
tables or figures that would be empty falls away with its title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import replace
from plangen.document.inlines import FootnoteReference, Inline, Text
from plangen.document.nodes import Block, ContentsEntry, Figure, Section, Table, TableOfContents
from plangen.document.walk import NO_BREAK_SPACE, each_and_below, map_inlines


def with_contents(blocks: Sequence[Block], labels: Mapping[str, str]) -> tuple[Block, ...]:
    """The blocks with the entries of every list among them. `labels` are the catalogue's."""
    entries = {
        "headings": tuple(_headings(blocks)),
        "tables": tuple(_captions(blocks, Table)),
        "figures": tuple(_captions(blocks, Figure)),
    }
    named = {"headings": "", "tables": labels["table"], "figures": labels["figure"]}
    return tuple(each for block in blocks for each in _filled(block, entries, named))


def without_notes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A title as it is told of elsewhere: without marks of notes."""
    kept = map_inlines(inlines, lambda inline: () if isinstance(inline, FootnoteReference) else (inline,))
    return kept or (Text(""),)


def _headings(blocks: Sequence[Block]) -> Iterator[ContentsEntry]:
    for block in each_and_below(blocks):
        if isinstance(block, Section) and block.heading.listed:
            own = block.heading
            title = without_notes(own.inlines)
            yield ContentsEntry(target=block.id, level=own.level, number=own.number, inlines=title, label=own.label)


def _captions(blocks: Sequence[Block], kind: type[Table] | type[Figure]) -> Iterator[ContentsEntry]:
    for block in each_and_below(blocks):
        if isinstance(block, kind) and block.number:
            point = ". " if block.caption else ""
            head = Text(f"{block.label}{NO_BREAK_SPACE}{block.number}{point}")
            caption = without_notes(block.caption) if block.caption else ()
            yield ContentsEntry(target=block.id, level=2, number="", inlines=(head, *caption))


def _filled(
    block: Block, entries: Mapping[str, tuple[ContentsEntry, ...]], labels: Mapping[str, str]
) -> Iterator[Block]:
    match block:
        case TableOfContents(of="headings"):
            listed = tuple(entry for entry in entries["headings"] if entry.level <= block.depth)
            yield replace(block, entries=listed)
        case TableOfContents():
            if entries[block.of]:
                yield replace(block, entries=entries[block.of], label=labels[block.of])
        case Section():
            inner = tuple(each for child in block.blocks for each in _filled(child, entries, labels))
            yield replace(block, blocks=inner)
        case _:
            yield block
