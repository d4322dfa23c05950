"""A matching of two documents -> the head's blocks with the base's own among them, what differs marked.

What only the head has is inserted, what only the base has is deleted and stands behind what it stood behind. What now
stands elsewhere is moved; where it stood is a copy of the base's, deleted, that knows which node it has become.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from plangen.dataclass import dataclass, replace
from plangen.document.diff.lines import DELETED, INSERTED, REFORMATTED, compared, whole
from plangen.document.diff.match import Matching
from plangen.document.diff.parts import GOAL_LINES, Part, PartNode, own_lines
from plangen.document.diff.regroup import regrouped_lines
from plangen.document.diff.sequence import heaviest_in_order
from plangen.document.diff.tables import OLD, aged_row, compared_tables, old_id, whole_table
from plangen.document.inlines import Change, Inline
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Definition,
    DefinitionList,
    Figure,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Row,
    Section,
    Table,
    TableOfContents,
)


def merged(base: Part, head: Part, matching: Matching) -> tuple[Block, ...]:
    """The blocks of the compared document."""
    if base.exact == head.exact:
        return tuple(_block(_of(part)) for part in head.parts)
    return tuple(_block(node) for node in _Merge(matching).children(base, head))


def _block(node: PartNode) -> Block:
    assert not isinstance(node, ListItem | Definition)
    return node


@dataclass(slots=True)
class _Merge:
    matching: Matching

    def children(self, base: Part | None, head: Part | None) -> Iterator[PartNode]:
        """What two matched parts hold, or what one holds that the other side hasn't got."""
        stay = self.staying(base, head)
        behind: dict[Part | None, list[Part]] = {}
        last: Part | None = None
        for part in base.parts if base else ():
            if part in self.matching.groups:
                last = self.matching.groups[part].new[-1]
            elif part in stay:
                last = self.matching.to_head[part]
            else:
                behind.setdefault(last, []).append(part)
        yield from self.gone(behind.get(None, ()))
        for part in head.parts if head else ():
            yield from self.present(part, stay)
            yield from self.gone(behind.get(part, ()))

    def staying(self, base: Part | None, head: Part | None) -> frozenset[Part]:
        """The parts of the base that are still in the same part, in the same order.

        Paragraphs that were split or merged stay or go with all their pieces; out of order they are told apart whole.
        """
        if base is None or head is None:
            return frozenset()
        here = set(head.parts)
        places: dict[Part, Part] = {}
        for part in base.parts:
            group = self.matching.groups.get(part)
            other = group.new[0] if group else self.matching.to_head.get(part)
            if other in here and (group is None or group.old[0] is part):
                places[part] = other
        shared = list(places)
        kept = heaviest_in_order([places[part].order for part in shared], [float(part.weight) for part in shared])
        stay = frozenset(shared[index] for index in kept)
        for part in shared:
            if part not in stay and part in self.matching.groups:
                self.matching.dissolve(self.matching.groups[part])
        return stay

    def gone(self, parts: Sequence[Part]) -> Iterator[PartNode]:
        """What no longer stands here, but for what is never marked."""
        for part in parts:
            if part not in self.matching.groups and not isinstance(part.node, PageBreak | TableOfContents):
                yield self.left(part)

    def present(self, part: Part, stay: frozenset[Part]) -> Iterator[PartNode]:
        """What stands here now: as before, moved here, or new."""
        old = self.matching.to_base.get(part)
        if part in self.matching.groups:
            yield self.regrouped(part)
        elif old is None:
            yield self.head_only(part)
        elif old in stay:
            yield from self.both(old, part, None)
        else:
            yield from self.both(old, part, Change("moved", _of(old).id + OLD))

    def regrouped(self, part: Part) -> PartNode:
        """A paragraph that was part of another, or several."""
        group = self.matching.groups[part]
        lines = regrouped_lines(_lines(group.old), _lines(group.new))
        node = _of(part)
        assert isinstance(node, Paragraph)
        return replace(node, inlines=lines[group.new.index(part)], change=REFORMATTED)

    def head_only(self, part: Part) -> PartNode:
        """A new node; what it holds may have been moved into it."""
        node = _of(part)
        inner = tuple(self.children(None, part))
        return replace(_with(_marked(node, INSERTED), inner), change=INSERTED)

    def base_only(self, part: Part) -> PartNode:
        """A node that is no more; what it held may have been moved out of it."""
        inner = tuple(self.left(each) for each in part.parts)
        return replace(aged(_with(_marked(_of(part), DELETED), inner)), change=DELETED)

    def left(self, part: Part) -> PartNode:
        """What no longer stands here: a copy of it as it was, if it was moved."""
        other = self.matching.to_head.get(part)
        if other is None:
            return self.base_only(part)
        return replace(_copied(part), id=old_id(_of(part).id), change=Change("deleted", _of(other).id))

    def both(self, old: Part, new: Part, change: Change | None) -> Iterator[PartNode]:
        """A node of both sides."""
        base, head = _of(old), _of(new)
        if old.exact == new.exact:
            yield replace(head, change=change) if change else head
            return
        match base, head:
            case (Figure(), Figure()) if (base.image.data, base.chart) != (head.image.data, head.chart):
                yield self.base_only(old)
                yield self.head_only(new)
                return
            case _:
                pass
        node = _with(_both(base, head), tuple(self.children(old, new)))
        yield replace(node, change=change or _otherwise_set(base, head))


def _of(part: Part) -> PartNode:
    assert part.node is not None
    return part.node


def _copied(part: Part) -> PartNode:
    """A node of the base with all that it held, under no ids, since all of it may stand elsewhere too."""
    node = _with(_marked(_of(part), DELETED), tuple(_copied(each) for each in part.parts))
    return replace(unnamed(node), change=DELETED)


def unnamed(node: PartNode) -> PartNode:
    """A node without ids."""
    node = replace(node, id="")
    match node:
        case Section():
            return replace(node, heading=replace(node.heading, id=""))
        case Table():
            notes = tuple(replace(note, id="") for note in node.notes)
            return replace(
                node, head=tuple(map(_unnamed_row, node.head)), rows=tuple(map(_unnamed_row, node.rows)), notes=notes
            )
        case _:
            return node


def _unnamed_row(row: Row) -> Row:
    return replace(row, id="", cells=tuple(replace(cell, id="") for cell in row.cells))


def aged(node: PartNode) -> PartNode:
    """A node of the base under an id of its own, and so its heading, rows, cells and notes."""
    node = replace(node, id=old_id(node.id))
    match node:
        case Section():
            return replace(node, heading=replace(node.heading, id=old_id(node.heading.id)))
        case Table():
            notes = tuple(replace(note, id=old_id(note.id)) for note in node.notes)
            return replace(
                node, head=tuple(map(aged_row, node.head)), rows=tuple(map(aged_row, node.rows)), notes=notes
            )
        case _:
            return node


def _otherwise_set(base: PartNode, head: PartNode) -> Change | None:
    """The mark of a list that has become one of another kind, a heading with or without a number, a picture's text."""
    match base, head:
        case Section(), Section():
            otherwise = base.heading.numbered != head.heading.numbered
        case Figure(), Figure() if base.image.alternative != head.image.alternative:
            return Change("reformatted", base.image.alternative)
        case _:
            otherwise = type(base) is not type(head)
    return REFORMATTED if otherwise else None


def _lines(parts: Sequence[Part]) -> list[tuple[Inline, ...]]:
    return [line for part in parts for line in own_lines(part.node)]


def _both(base: PartNode, head: PartNode) -> PartNode:
    """The head's node with its own lines compared."""
    match base, head:
        case Section(), Section():
            heading = replace(head.heading, inlines=compared(base.heading.inlines, head.heading.inlines))
            return replace(head, heading=heading)
        case Paragraph(role=role), Paragraph() if role in GOAL_LINES and base.inlines[:1] == head.inlines[:1]:
            return replace(head, inlines=(*head.inlines[:1], *compared(base.inlines[1:], head.inlines[1:])))
        case Paragraph(), Paragraph():
            return replace(head, inlines=compared(base.inlines, head.inlines))
        case Table(), Table():
            return compared_tables(base, head)
        case Figure(), Figure():
            return replace(head, caption=compared(base.caption, head.caption))
        case Callout(), Callout():
            return replace(head, title=compared(base.title, head.title))
        case Definition(), Definition():
            return replace(head, term=compared(base.term, head.term))
        case _:
            return head


def _marked(node: PartNode, change: Change) -> PartNode:
    """A node whose own lines are altogether inserted or deleted."""
    match node:
        case Section():
            return replace(
                node, heading=replace(node.heading, inlines=whole(node.heading.inlines, change), change=change)
            )
        case Paragraph():
            return replace(node, inlines=whole(node.inlines, change))
        case Table():
            return whole_table(node, change)
        case Figure():
            return replace(node, caption=whole(node.caption, change))
        case Callout():
            return replace(node, title=whole(node.title, change))
        case Definition():
            return replace(node, term=whole(node.term, change))
        case (
            BulletList()
            | OrderedList()
            | ListItem()
            | BlockQuote()
            | DefinitionList()
            | PageBreak()
            | TableOfContents()
        ):
            return node
        case _:
            assert_never(node)


def _with(node: PartNode, inner: Sequence[PartNode]) -> PartNode:
    """A node that holds other nodes."""
    match node:
        case Section() | BlockQuote() | Callout() | ListItem() | Definition():
            return replace(node, blocks=tuple(_block(each) for each in inner))
        case BulletList() | OrderedList():
            return replace(node, items=tuple(each for each in inner if isinstance(each, ListItem)))
        case DefinitionList():
            return replace(node, items=tuple(each for each in inner if isinstance(each, Definition)))
        case _:
            return node
