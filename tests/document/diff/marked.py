"""A compared document as a short list of its marks, one a line, to be read as a reviewer reads them.

`+` inserted, `-` deleted, `>` moved here, `<` moved from here, `~` only set otherwise. A whole node is told of once,
with what it says; of a line that was edited its marked words are told, `…` where words between them are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.document.diff.parts import own_lines
from plangen.document.document import Document
from plangen.document.inlines import Change, Inline
from plangen.document.nodes import Block, BulletList, Definition, DefinitionList, ListItem, OrderedList, Row, Table
from plangen.document.walk import blocks, every_inline, map_inlines, plain_text

SIGNS = {"inserted": "+", "deleted": "-", "moved": ">", "reformatted": "~"}
HOLDERS = ("Emphasis", "Strong", "Link")
LONGEST = 40


def marked(document: Document) -> list[str]:
    """The marks of a document, in reading order."""
    found = [line for field in document.metadata.cover for line in _line(field.role, field.inlines)]
    found += _inner(document.blocks)
    for note in document.notes:
        if note.change:
            found.append(_whole(note.change, "note", " ".join(_says(each) for each in note.blocks)))
        else:
            found += [line.replace("paragraph", "note", 1) for line in _inner(note.blocks)]
    return found


def backwards(marks: Iterable[str]) -> list[str]:
    """The marks of the same documents compared the other way: what was inserted is deleted, and first in its line."""
    turned = str.maketrans("+-<>", "-+><")
    return [mark[:1].translate(turned) + mark[1:] if mark[1:2] == " " else _turned_words(mark) for mark in marks]


def _turned_words(mark: str) -> str:
    kind, _, rest = mark.partition(": ")
    return f"{kind}: " + " … ".join(_turned_stretch(each) for each in rest.split(" … "))


def _turned_stretch(stretch: str) -> str:
    pieces = stretch.replace("][", "]\n[").split("\n")
    turned = [{"+": "-", "-": "+"}.get(piece[1], piece[1]).join(("[", piece[2:-2])) for piece in pieces]
    closed = [piece + piece[1] + "]" for piece in turned]
    return "".join(sorted(closed, key=lambda piece: "-+~".index(piece[1])))


def _inner(some: Iterable[Block | ListItem | Definition]) -> Iterator[str]:
    for block in some:
        yield from _node(block)


def _node(node: Block | ListItem | Definition) -> Iterator[str]:
    kind = type(node).__name__.lower()
    if node.change:
        yield _whole(node.change, kind, _says(node))
        if node.change.kind in ("inserted", "deleted"):
            yield from (mark for mark in _held(node) if mark[0] in "<>")
            return
    if isinstance(node, Table):
        yield from _table(node)
    else:
        for line in own_lines(node):
            yield from _line({"section": "heading"}.get(kind, kind), line)
    yield from _held(node)


def _held(node: Block | ListItem | Definition) -> Iterator[str]:
    if isinstance(node, BulletList | OrderedList | DefinitionList):
        yield from _inner(node.items)
    elif isinstance(node, ListItem | Definition):
        yield from _inner(node.blocks)
    else:
        yield from _inner(blocks(node))


def _table(table: Table) -> Iterator[str]:
    yield from _line("caption", table.caption)
    for row in (*table.head, *table.rows):
        if row.change:
            yield _whole(row.change, "row", _row_says(row))
            if row.change.kind != "moved":
                continue
        for cell in row.cells:
            if cell.change and cell.inlines:
                yield _whole(cell.change, "cell", plain_text(cell.inlines))
            elif not cell.change:
                yield from _line("cell", cell.inlines)
    for note in table.notes:
        if note.change:
            yield _whole(note.change, "table note", plain_text(note.inlines))
        else:
            yield from _line("table note", note.inlines)


def _row_says(row: Row) -> str:
    return next((text for cell in row.cells if (text := plain_text(cell.inlines))), "")


def _whole(change: Change, kind: str, text: str) -> str:
    sign = "<" if change.kind == "deleted" and change.of else SIGNS[change.kind]
    return f"{sign} {kind}: {_short(text)}".rstrip()


def _short(text: str) -> str:
    text = text.replace("\u00a0", " ").strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _says(node: Block | ListItem | Definition) -> str:
    now = node.change is None or node.change.kind != "deleted"
    own = " ".join(plain_text(map_inlines(line, _now) if now else line) for line in own_lines(node))
    if own:
        return own
    inner = node.items if isinstance(node, BulletList | OrderedList | DefinitionList) else node.blocks
    return " ".join(_says(each) for each in inner)


def _now(inline: Inline) -> tuple[Inline, ...]:
    """What an edited line says now."""
    return () if inline.change and inline.change.kind == "deleted" else (inline,)


def _line(kind: str, inlines: Iterable[Inline]) -> Iterator[str]:
    stretches: list[str] = []
    broken = True
    for leaf in every_inline(inlines):
        if type(leaf).__name__ in HOLDERS or (type(leaf).__name__ == "CrossReference" and not leaf.change):
            broken = broken or type(leaf).__name__ == "CrossReference"
            continue
        if leaf.change is None:
            broken = True
            continue
        sign = SIGNS[leaf.change.kind]
        text = plain_text((leaf,)).replace("\u00a0", " ") or type(leaf).__name__.lower()
        piece = f"[{sign}{text}{sign}]"
        if broken or not stretches:
            stretches.append(piece)
        elif stretches[-1].endswith(f"{sign}]"):
            stretches[-1] = stretches[-1][:-2] + piece[2:]
        else:
            stretches[-1] += piece
        broken = False
    if stretches:
        yield f"{kind}: " + " … ".join(stretches)
