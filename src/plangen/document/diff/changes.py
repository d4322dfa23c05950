"""A compared document -> the list of what differs in it, in reading order, for a summary.

What was added or removed as a whole is one difference, whatever it holds, but for what was moved into it. What was
moved is told of where it stands now, and then what else differs in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, assert_never

from plangen.dataclass import dataclass
from plangen.document.diff.differences import (
    KINDS,
    Difference,
    Kind,
    What,
    excerpts,
    line_kind,
    replacements,
    shortened,
    side,
)
from plangen.document.diff.parts import PartNode, children, own_lines
from plangen.document.diff.table_changes import NAMED_ROWS, OldRows, table_changes, whole_rows
from plangen.document.document import CoverField, Document
from plangen.document.inlines import Inline
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Definition,
    DefinitionList,
    Figure,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.walk import every_inline, plain_text

Above = tuple[str, ...]

_SIDES: tuple[Literal["old", "new"], ...] = ("old", "new")

GOAL, GOVERNING, AGENDA, FRAME = "goal", "governing-documents", "agenda", "frame"
"""Roles of sections, of lists, of lists' items and of paragraphs."""


def changes(compared: Document, base: Document) -> tuple[Difference, ...]:
    """All that differs in a compared document. `base` is what it was compared with: marks keep no old values."""
    walk = _Walk(OldRows(base), dict(_moved_away(compared.blocks, ())))
    return (
        *(each for field in compared.metadata.cover for each in _cover(field)),
        *(each for block in compared.blocks for each in walk.node(block, ())),
        *(each for note in compared.notes for each in walk.note(note)),
    )


def _cover(field: CoverField) -> Iterator[Difference]:
    kinds = {inline.change.kind if inline.change else "" for inline in every_inline(field.inlines) if _leaf(inline)}
    kind = line_kind(field.inlines)
    if kind:
        kind = KINDS[kinds.pop()] if len(kinds) == 1 else kind
        old, new = side(field.inlines, "old"), side(field.inlines, "new")
        title = field.label or field.role
        yield Difference(kind=kind, what="cover", title=title, role=field.role, old=shortened(old), new=shortened(new))


def _leaf(inline: Inline) -> bool:
    return not getattr(inline, "inlines", ())


@dataclass(frozen=True, slots=True)
class _Walk:
    old_rows: OldRows
    above_was: Mapping[str, Above]

    def node(self, node: PartNode, above: Above, as_: What | None = None) -> Iterator[Difference]:
        """What differs in a node and in what it holds; `as_` is what it is called by, where it is part of something."""
        if isinstance(node, PageBreak | TableOfContents):
            return
        what = as_ or _what(node)
        change = node.change
        if change is not None and change.kind == "deleted" and change.of:
            return
        if change is not None and change.kind in ("inserted", "deleted"):
            yield from tuple(self.named(node, above)) or (self.whole(node, above, what),)
            if change.kind == "inserted":
                yield from (each for each in self.held(node, above, what) if each.kind == "moved")
            return
        if change is not None and change.kind == "moved":
            moved = Difference(kind="moved", what=what, id=node.id, was=change.of, above=above, title=_title(node))
            yield replace(moved, new=_opening(node), above_was=self.above_was.get(node.id, ()))
        yield from self.own(node, above, what)
        yield from self.held(node, above, what)

    def named(self, node: PartNode, above: Above) -> Iterator[Difference]:
        """What a list or table of a goal or section holds, where all of it came or went: nobody knows the list itself.

        Nothing for what is known by its own name; so too for a section with anything else in it.
        """
        if isinstance(node, Table) and node.role in NAMED_ROWS:
            yield from whole_rows(node, above, self.old_rows)
        elif isinstance(node, BulletList) and node.role in (GOVERNING, AGENDA):
            yield from (each for each in self.held(node, above, "list") if each.kind != "moved")
        elif isinstance(node, Section) and not node.heading.listed:
            parts = [tuple(self.named(block, above)) for block in node.blocks]
            yield from (each for part in parts if all(parts) for each in part)

    def whole(self, node: PartNode, above: Above, what: What) -> Difference:
        """A node that one side hasn't got."""
        says, title = _opening(node), _title(node)
        if node.change and node.change.kind == "deleted":
            return Difference(kind="removed", what=what, id=node.id, above=above, title=title, old=says)
        return Difference(kind="added", what=what, id=node.id, above=above, title=title, new=says)

    def own(self, node: PartNode, above: Above, what: What) -> Iterator[Difference]:
        """What differs in the lines of a node itself."""
        if isinstance(node, Table):
            yield from table_changes(node, above, self.old_rows)
            return
        lines = list(own_lines(node))
        kinds = {found for line in lines if (found := line_kind(line))}
        if node.change and node.change.kind == "reformatted":
            kinds.add("reformatted")
        if not kinds:
            return
        old, new = (" ".join(filter(None, (side(line, of) for line in lines))) for of in _SIDES)
        kind: Kind = "edited" if "edited" in kinds else "reformatted"
        if isinstance(node, Section) and kind == "edited":
            kind, old, new = "renamed", shortened(old), shortened(new)
        elif kind == "edited":
            old, new = excerpts(old, new)
        else:
            old, new = _setting(node, lines)
        edit = Difference(kind=kind, what=what, id=node.id, above=above, title=_title(node), old=old, new=new)
        yield replace(edit, replaced=tuple(each for line in lines for each in replacements(line)))

    def held(self, node: PartNode, above: Above, what: What) -> Iterator[Difference]:
        """What differs in what a node holds. A paragraph of an item is told of as the item."""
        match node:
            case Section():
                within = (*above, _title(node)) if node.heading.listed else above
                for block in node.blocks:
                    yield from self.node(block, within)
            case BulletList() | OrderedList():
                governing = isinstance(node, BulletList) and node.role == GOVERNING
                for item in node.items:
                    yield from self.node(item, above, "governing-document" if governing else None)
            case DefinitionList():
                for term in node.items:
                    yield from self.node(term, above)
            case ListItem():
                for block in node.blocks:
                    yield from self.node(block, above, what if isinstance(block, Paragraph) else None)
            case BlockQuote() | Callout() | Definition():
                for block in node.blocks:
                    yield from self.node(block, above)
            case _:
                return

    def note(self, note: Note) -> Iterator[Difference]:
        """What differs in a note."""
        if note.change:
            says = shortened(" ".join(_opening(block) for block in note.blocks))
            kind = KINDS[note.change.kind]
            old, new = (says, "") if kind == "removed" else ("", says)
            yield Difference(kind=kind, what="note", id=note.id, title=note.number, old=old, new=new)
            return
        for block in note.blocks:
            for each in self.node(block, (), "note" if isinstance(block, Paragraph) else None):
                yield replace(each, id=note.id, title=note.number) if each.what == "note" else each


def _moved_away(some: Sequence[Block], above: Above) -> Iterator[tuple[str, Above]]:
    """By the ids of what was moved the titles of the sections that it stood in."""
    for block in some:
        if block.change and block.change.kind == "deleted" and block.change.of:
            yield block.change.of, above
        elif isinstance(block, Section):
            yield from _moved_away(block.blocks, (*above, _title(block)) if block.heading.listed else above)


def _what(node: PartNode) -> What:
    match node:
        case Section():
            return "goal" if node.role == GOAL else "section"
        case ListItem():
            return "agenda-goal" if node.role == AGENDA else "item"
        case Paragraph():
            return "frame" if node.role == FRAME else "paragraph"
        case BulletList() | OrderedList() | DefinitionList():
            return "list"
        case Definition():
            return "term"
        case Table():
            return "table"
        case Figure():
            return "figure"
        case BlockQuote():
            return "quotation"
        case Callout():
            return "box"
        case PageBreak() | TableOfContents():
            return "section"
        case _:
            assert_never(node)


def _title(node: PartNode) -> str:
    """What a node is called, now or else before."""
    match node:
        case Section():
            line = node.heading.inlines
        case Table() | Figure():
            line = node.caption
        case Callout():
            line = node.title
        case Definition():
            line = node.term
        case _:
            return ""
    return shortened(side(line, "new") or side(line, "old"))


def _opening(node: PartNode) -> str:
    """How a node that has no title begins."""
    if isinstance(node, Section | Table | Figure):
        return ""
    return shortened(" ".join(_texts(node)))


def _texts(node: PartNode | Block) -> Iterator[str]:
    for line in own_lines(node):
        yield side(line, "new") or side(line, "old")
    for child in children(node):
        yield from _texts(child)


def _setting(node: PartNode, lines: Sequence[tuple[Inline, ...]]) -> tuple[str, str]:
    """What is set otherwise: what it led to or was read as before, and what it says; how it begins, if all of it is."""
    marked = [inline for line in lines for inline in every_inline(line) if inline.change]
    if not marked:
        return (node.change.of if node.change else "", _opening(node))
    return next((each.change.of for each in marked if each.change and each.change.of), ""), shortened(
        plain_text(marked)
    )
