"""A compared document -> the list of what differs in it, in reading order, for a summary.

What was added or removed as a whole is one difference, whatever it holds, but for what was moved into it. What was
moved is told of where it stands now, and then what else differs in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from plangen.dataclass import dataclass, replace
from plangen.document.diff.called import (
    AGENDA,
    GOVERNING,
    generated,
    opening_of,
    setting_of,
    title_of,
    titles_in,
    what_of,
)
from plangen.document.diff.differences import (
    KINDS,
    LONGEST,
    SIDES,
    Difference,
    Kind,
    What,
    excerpts,
    line_kind,
    links,
    replacements,
    shortened,
    side,
)
from plangen.document.diff.forms import forms
from plangen.document.diff.goal_changes import goal_line, indicators_of
from plangen.document.diff.parts import GOAL_LINES, PartNode, own_lines
from plangen.document.diff.row_moves import NAMED_ROWS
from plangen.document.diff.table_changes import table_changes, whole_rows
from plangen.document.diff.table_rows import OldRows
from plangen.document.diff.tables import old_id
from plangen.document.document import CoverField, Document
from plangen.document.inlines import Inline, ParagraphEnd
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
from plangen.document.walk import every_block, every_inline

Above = tuple[str, ...]

CHART, ALTERNATIVE = "chart", "alternative"
"""The role of a figure that is drawn of the plan's figures; that of a difference in the text that stands for one."""


def changes(compared: Document, base: Document) -> tuple[Difference, ...]:
    """All that differs in a compared document. `base` is what it was compared with: marks keep no old values."""
    above_was = dict(_moved_away(compared.blocks, ()))
    titles = {block.id: title_of(block) for side_ in (base, compared) for block in every_block(side_) if block.id}
    walk = _Walk(OldRows(base, above_was), above_was, titles)
    found = (
        *(each for field in compared.metadata.cover for each in _cover(field)),
        *walk.nodes(compared.blocks, ()),
        *(each for note in compared.notes for each in walk.note(note)),
    )
    return tuple(_pictures_exchanged(found))


def _cover(field: CoverField) -> Iterator[Difference]:
    kinds = {inline.change.kind if inline.change else "" for inline in every_inline(field.inlines) if _leaf(inline)}
    kind = line_kind(field.inlines)
    if kind:
        kind = KINDS[kinds.pop()] if len(kinds) == 1 else kind
        old, new = side(field.inlines, "old"), side(field.inlines, "new")
        title = field.label or field.role
        old, new = excerpts(old, new) if kind == "edited" and max(len(old), len(new)) > LONGEST else (old, new)
        yield Difference(kind=kind, what="cover", title=title, role=field.role, old=shortened(old), new=shortened(new))


def _pictures_exchanged(found: Sequence[Difference]) -> Iterator[Difference]:
    """The differences with a picture that went and one that came in its place, by its name or id, as one.

    A chart of the same name is left out: what it shows is told of where its figures stand.
    """
    skip = False
    for each, after in zip_longest(found, found[1:]):
        if skip:
            skip = False
        elif each and after and each.what == after.what == "figure" and (each.kind, after.kind) == ("removed", "added"):
            drawn = each.role == after.role == CHART and each.id == old_id(after.id)
            skip = drawn or each.title == after.title or each.id == old_id(after.id)
            if not drawn:
                yield replace(after, kind="edited", was=each.id) if skip else each
        else:
            yield each


def _leaf(inline: Inline) -> bool:
    return not getattr(inline, "inlines", ())


@dataclass(frozen=True, slots=True)
class _Walk:
    old_rows: OldRows
    above_was: Mapping[str, Above]
    titles: Mapping[str, str]

    def node(self, node: PartNode, above: Above, as_: What | None = None) -> Iterator[Difference]:
        """What differs in a node and in what it holds; `as_` is what it is called by, where it is part of something."""
        if isinstance(node, PageBreak | TableOfContents) or generated(node):
            return
        if isinstance(node, Paragraph) and node.role in GOAL_LINES:
            yield from goal_line(node, above)
            return
        what = as_ or what_of(node)
        change = node.change
        if change is not None and change.kind == "deleted" and change.of:
            return
        if change is not None and change.kind in ("inserted", "deleted"):
            named = self.named(node, above)
            if named is None and not _emptied(node):
                yield self.whole(node, above, what)
                if isinstance(node, Section):
                    yield from indicators_of(node, above, self.old_rows)
            yield from named or ()
            if change.kind == "inserted":
                yield from (each for each in self.held(node, above, what) if each.kind == "moved")
            return
        if change is not None and change.kind == "moved":
            moved = Difference(kind="moved", what=what, id=node.id, was=change.of, above=above, title=title_of(node))
            yield replace(moved, new=opening_of(node), above_was=self.above_was.get(node.id, ()))
        yield from self.own(node, above, what)
        yield from self.held(node, above, what)

    def named(self, node: PartNode, above: Above) -> tuple[Difference, ...] | None:
        """What a list or table of a goal or section holds, where all of it came or went: nobody knows the list itself.

        None for what is known by its own name; so too for a section with anything else in it.
        """
        if isinstance(node, Table) and node.role in NAMED_ROWS:
            return tuple(each for each in whole_rows(node, above, self.old_rows) if each.kind != "moved")
        if isinstance(node, BulletList) and node.role in (GOVERNING, AGENDA):
            return tuple(each for each in self.held(node, above, "list") if each.kind != "moved")
        if isinstance(node, Section) and not node.heading.listed:
            parts = [self.named(block, above) for block in node.blocks]
            if all(part is not None for part in parts):
                return tuple(each for part in parts for each in part or ())
        return None

    def whole(self, node: PartNode, above: Above, what: What) -> Difference:
        """A node that one side hasn't got."""
        says, title, held = opening_of(node), title_of(node), tuple(titles_in(node))
        role = CHART if isinstance(node, Figure) and node.chart else ""
        found = Difference(kind="added", what=what, id=node.id, above=above, title=title, role=role, held=held)
        if node.change and node.change.kind == "deleted":
            return replace(found, kind="removed", old=says)
        return replace(found, new=says)

    def own(self, node: PartNode, above: Above, what: What) -> Iterator[Difference]:
        """What differs in the lines of a node itself."""
        if isinstance(node, Table):
            yield from table_changes(node, above, self.old_rows)
            return
        lines = list(own_lines(node))
        kinds = {found for line in lines if (found := line_kind(line))}
        if node.change and node.change.kind == "reformatted":
            kinds.add("reformatted")
        if isinstance(node, Figure) and node.change and node.change.kind == "reformatted":
            kinds.discard("reformatted")
            was, now = excerpts(node.change.of, node.image.alternative)
            told = Difference(kind="edited", what=what, id=node.id, above=above, title=title_of(node))
            yield replace(told, role=ALTERNATIVE, old=was, new=now)
        if not kinds:
            return
        old, new = (" ".join(filter(None, (side(line, of) for line in lines))) for of in SIDES)
        kind: Kind = "edited" if "edited" in kinds else "reformatted"
        if isinstance(node, Section) and kind == "edited":
            kind, old, new = "renamed", shortened(old), shortened(new)
        elif kind == "edited":
            old, new = excerpts(old, new)
        elif regrouped := _regrouped(node, lines):
            kind, old, new = regrouped, "", opening_of(node)
        elif node.change and not any(inline.change for line in lines for inline in every_inline(line)):
            if isinstance(node, Paragraph):  # a piece of one that was split, and that the first piece tells of
                return
            old, new = setting_of(node, lines)
        else:
            old, new = setting_of(node, lines)
        replaced = replacements if kind == "edited" else links
        edit = Difference(kind=kind, what=what, id=node.id, above=above, title=title_of(node), old=old, new=new)
        yield replace(
            edit,
            replaced=tuple(each for line in lines for each in replaced(line)),
            forms=tuple(each for line in lines for each in forms(line, self.titles)),
        )

    def nodes(self, some: Sequence[PartNode], above: Above, as_: What | None = None) -> Iterator[Difference]:
        """What differs in neighbours, each told behind which it stands now if it was moved among them."""
        before, chapter = "", above
        for node in some:
            for each in self.node(node, above, as_):
                within = each.kind == "moved" and each.id == node.id and each.above == each.above_was
                yield replace(each, after=before) if within else each
            if isinstance(node, Section) and node.heading.listed and _bare(node):
                above = (*chapter, title_of(node))
            if not (node.change and node.change.kind == "deleted"):
                before = (title_of(node) if isinstance(node, Section) else "") or _item(node, as_) or before

    def held(self, node: PartNode, above: Above, what: What) -> Iterator[Difference]:
        """What differs in what a node holds. A paragraph of an item is told of as the item."""
        match node:
            case Section():
                yield from self.nodes(node.blocks, (*above, title_of(node)) if node.heading.listed else above)
            case BulletList() | OrderedList():
                governing = isinstance(node, BulletList) and node.role == GOVERNING
                yield from self.nodes(node.items, above, "governing-document" if governing else None)
            case DefinitionList():
                for term in node.items:
                    yield from self.node(term, above)
            case ListItem():
                for block in node.blocks:
                    yield from self.node(block, above, what if isinstance(block, Paragraph) else None)
            case BlockQuote() | Callout() | Definition():
                for block in node.blocks:
                    yield from self.node(block, above)
            case Table() if node.change:
                yield from whole_rows(node, above, self.old_rows)
            case _:
                return

    def note(self, note: Note) -> Iterator[Difference]:
        """What differs in a note."""
        if note.change:
            says = shortened(" ".join(opening_of(block) for block in note.blocks))
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
            yield from _moved_away(block.blocks, (*above, title_of(block)) if block.heading.listed else above)
        elif isinstance(block, BulletList | OrderedList):
            yield from ((item.change.of, above) for item in block.items if item.change and item.change.of)
        elif isinstance(block, Table):
            yield from ((row.change.of, above) for row in block.rows if row.change and row.change.of)


def _bare(section: Section) -> bool:
    """Whether a heading came between what was there before, so that this now stands under it, though beside it here."""
    return section.change is not None and section.change.kind == "inserted"


def _emptied(node: PartNode) -> bool:
    """Whether a list went of which all stands elsewhere now."""
    if not isinstance(node, BulletList | OrderedList) or not node.change or node.change.kind != "deleted":
        return False
    return all(item.change and item.change.of for item in node.items)


def _item(node: PartNode, what: What | None) -> str:
    return opening_of(node) if what == "governing-document" else ""


def _regrouped(node: PartNode, lines: Sequence[tuple[Inline, ...]]) -> Kind | None:
    """Whether a paragraph is the first piece of one that was split, or was put together of several."""
    ends = [each for line in lines for each in every_inline(line) if isinstance(each, ParagraphEnd)]
    if not ends or not isinstance(node, Paragraph):
        return None
    return "split" if any(each.new for each in ends) else "joined"
