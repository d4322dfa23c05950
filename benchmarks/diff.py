"""Times of comparing two long documents, in one process: the comparison alone, least and median of several runs.

    .venv/bin/python benchmarks/diff.py [--runs 5]

The texts are made of the real plan's words by a generator with a fixed seed, so that each run compares the same.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

import plans

from plangen.document.diff.compare import compare
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Block, Cell, Column, Heading, Paragraph, Row, Section, Table

WORDS = re.findall(r"[^\W\d_]+", " ".join(path.read_text(encoding="utf-8") for path in plans.REAL.glob("*/*.md")))
PARAGRAPHS_A_PAGE = 5


def main() -> None:
    """Measures each case and prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print("| comparison | least, s | median, s |\n|---|---|---|")
    for name, make in CASES.items():
        base, head = make(random.Random(7))
        seconds = [_timed(base, head) for _ in range(runs)]
        print(f"| {name} | {min(seconds):.2f} | {statistics.median(seconds):.2f} |")


def _timed(base: Document, head: Document) -> float:
    start = time.perf_counter()
    compare(base, head)
    return time.perf_counter() - start


def _pages(dice: random.Random, *, shuffled: bool = False) -> tuple[Document, Document]:
    """200 pages, a fifth of the paragraphs edited, or all edited and in another order."""
    base = [_text(dice, 70) for _ in range(200 * PARAGRAPHS_A_PAGE)]
    head = [_edited(dice, text, 5) if shuffled or dice.random() < 0.2 else text for text in base]
    if shuffled:
        dice.shuffle(head)
    return _chapters(base), _chapters(head)


def _long_paragraphs(dice: random.Random) -> tuple[Document, Document]:
    """Ten paragraphs of 4,000 words, with 200 words replaced in each."""
    base = [_text(dice, 4000) for _ in range(10)]
    return _document(map(_paragraph, base)), _document(_paragraph(_edited(dice, text, 200)) for text in base)


def _tables(dice: random.Random) -> tuple[Document, Document]:
    """A table of 500 rows and 8 columns: rows gone, new, edited and moved."""
    rows = [[_text(dice, 3), *(str(dice.randrange(100_000)) for _ in range(7))] for _ in range(500)]
    after = [[*row[:4], str(dice.randrange(100_000)), *row[5:]] if dice.random() < 0.2 else row for row in rows]
    del after[40:50]
    after[300:300] = [[_text(dice, 3), *("1" * 7)] for _ in range(10)]
    after.append(after.pop(100))
    return _document([_table(rows)]), _document([_table(after)])


def _text(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words))


def _edited(dice: random.Random, text: str, words: int) -> str:
    parts = text.split()
    for _ in range(words):
        parts[dice.randrange(len(parts))] = dice.choice(WORDS)
    return " ".join(parts)


def _chapters(texts: list[str]) -> Document:
    chapters = [texts[at : at + 25] for at in range(0, len(texts), 25)]
    return _document(
        Section(
            id=f"k-{number}",
            heading=Heading(level=1, inlines=(Text(f"Kapitel {number}"),)),
            blocks=tuple(map(_paragraph, chapter)),
        )
        for number, chapter in enumerate(chapters)
    )


def _document(blocks: object) -> Document:
    named = tuple(replace(block, id=block.id or f"b-{at}") for at, block in enumerate(blocks))  # type: ignore[call-overload]
    return Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=named)


def _paragraph(text: str) -> Block:
    return Paragraph(inlines=(Text(text),))


def _table(rows: list[list[str]]) -> Block:
    made = (Row(cells=tuple(Cell(inlines=(Text(cell),)) for cell in row)) for row in rows)
    return Table(id="t", columns=(Column(),) * len(rows[0]), head=(), rows=tuple(made))


CASES: dict[str, Callable[[random.Random], tuple[Document, Document]]] = {
    "200 pages, a fifth of 1,000 paragraphs edited": _pages,
    "1,000 paragraphs, all edited and in another order": lambda dice: _pages(dice, shuffled=True),
    "10 paragraphs of 4,000 words, 200 words replaced in each": _long_paragraphs,
    "a table of 500 rows, a fifth edited": _tables,
}


if __name__ == "__main__":
    main()
