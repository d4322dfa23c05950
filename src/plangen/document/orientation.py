"""Which blocks stand on landscape pages: a wide table, and the paragraphs before it that are kept with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.document.nodes import Block, Paragraph, Table


def runs(blocks: Sequence[Block]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """The blocks in runs, each with whether it stands on landscape pages of its own."""
    run: list[Block] = []
    for block in blocks:
        if not (isinstance(block, Table) and block.landscape):
            run.append(block)
            continue
        kept = len(run)
        while kept and _is_kept(run[kept - 1]):
            kept -= 1
        if kept:
            yield False, tuple(run[:kept])
        yield True, (*run[kept:], block)
        run = []
    if run:
        yield False, tuple(run)


def _is_kept(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.keep_with_next
