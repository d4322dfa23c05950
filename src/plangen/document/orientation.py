"""Which blocks stand on landscape pages: a wide table, what is kept with it before it, and the remark below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.document.nodes import Block, Paragraph, Section, Table


def runs(blocks: Sequence[Block]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """The blocks in runs, each with whether it stands on landscape pages. Wide tables in a row share theirs."""
    run: list[Block] = []
    wide: list[Block] = []
    for block in blocks:
        if wide and not run and _is_remark(block):
            wide.append(block)
            continue
        if not (isinstance(block, Table) and block.landscape):
            run.append(block)
            continue
        kept = len(run)
        while kept and _is_kept(run[kept - 1]):
            kept -= 1
        if kept:
            if wide:
                yield True, tuple(wide)
            yield False, tuple(run[:kept])
            wide = []
        wide += [*run[kept:], block]
        run = []
    if wide:
        yield True, tuple(wide)
    if run:
        yield False, tuple(run)


def starts_wide(section: Section) -> bool:
    """Whether nothing but a wide table follows a section's heading, which then stands on its landscape page."""
    for block in section.blocks:
        match block:
            case Table():
                return block.landscape
            case Section():
                return starts_wide(block)
            case _ if not _is_kept(block):
                return False
    return False


def _is_remark(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "remark"


def _is_kept(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.keep_with_next
