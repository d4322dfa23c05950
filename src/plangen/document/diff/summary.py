"""The differences of a compared document -> what a reviewer reads first: lines under a heading for each kind of thing.

The words are the catalogue's. A line says what happened to what, and leads to the place; figures have their difference
and the effect on the total. Text is summed up by section. A row of totals has a line of its own only where no one row
explains it, and what is the same of many things has one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, Protocol

from plangen.dataclass import dataclass, replace
from plangen.document.diff.differences import LONGEST, CellDifference, Difference
from plangen.document.diff.incomplete import incomplete, none_changed, told
from plangen.document.diff.told import FRAME, Line, line, text_lines
from plangen.document.document import FaultySide
from plangen.document.inlines import CrossReference, Strong, Text
from plangen.document.nodes import Block, BulletList, ListItem, Paragraph
from plangen.locale.catalogue import Catalogue

GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("diff-decision", frozenset({"cover", "field"})),
    ("diff-goals", frozenset({"goal", "activity", "agenda-goal"})),
    ("diff-indicators", frozenset({"indicator", "indicator-column"})),
    ("diff-budget", frozenset({"budget-unit", "budget-row", "total-row", "budget-column", *FRAME})),
    ("diff-governing", frozenset({"governing-document"})),
    ("diff-sections", frozenset({"section", "table", "column", "row", "figure"})),
)
"""The kinds of things that have lines of their own. Everything else is text."""

OF_BUDGET = ("budget-unit", "total-row", "budget-row", "budget-column")
"""What stands in a budget table, the weightiest first."""

MANY = 3
"""How many lines that say the same are one."""


@dataclass(frozen=True, slots=True)
class Group:
    """The lines about one kind of things; `rest` is how many there are beyond them. A plan come or gone has none."""

    title: str
    lines: tuple[Line, ...]
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """What the plan that was compared is called, and its two sides."""

    plan: str
    base: str
    head: str


class Room(Protocol):
    """The room of a printed page: its height, and that of a paragraph in a style; both in points."""

    @property
    def whole(self) -> float:
        """The height that the page has below its title."""

    def height(self, text: str, style: Literal["body", "list-item"]) -> float:
        """The height of a paragraph, with the space below it."""


def groups(differences: Sequence[Difference], words: Catalogue) -> tuple[Group, ...]:
    """The summary's groups, those without lines left out."""
    found = [(label, _lines(differences, kinds, words)) for label, kinds in GROUPS]
    spoken = frozenset({"plan"}).union(*(kinds for _, kinds in GROUPS))
    found.append(("diff-text", text_lines((each for each in differences if each.what not in spoken), words)))
    made = (Group(words.labels[label], tuple(_together(tuple(lines), words))) for label, lines in found)
    plan = (Group(words.labels[f"diff-plan-{each.kind}"], ()) for each in differences if each.what == "plan")
    return (*plan, *(group for group in made if group.lines))


def summary(
    differences: Sequence[Difference], words: Catalogue, faults: Sequence[FaultySide] = ()
) -> tuple[Block, ...]:
    """The summary as blocks whose names lead to their places, after what is said of the sides' faults."""
    found = groups(differences, words)
    start = (*incomplete(faults, words), *_none(found, faults, words))
    return (*start, *(block for group in found for block in _blocks(group, words)))


def page(
    differences: Sequence[Difference],
    sides: Sides,
    words: Catalogue,
    room: Room,
    faults: Sequence[FaultySide] = (),
) -> tuple[Block, ...]:
    """What one printed page says of the differences: the plan, its sides, their faults, and what there is room for."""
    intro = words.labels["diff-sides"].format(base=sides.base, head=sides.head)
    lead = (f"{sides.plan}. {intro}", words.labels["diff-paper"])
    found = groups(differences, words)
    longest = max((len(group.lines) for group in found), default=0)
    heights = [[room.height(_spoken(each), "list-item") for each in group.lines] for group in found]
    left = room.whole - sum(room.height(text, "body") for text in (*lead, *_spoken_faults(faults, words)))
    most = next((count for count in range(longest, 1, -1) if _taken(heights, count, room) <= left), 1)
    shown = [Group(group.title, group.lines[:most], max(0, len(group.lines) - most)) for group in found]
    start = (Paragraph(inlines=(Strong((Text(sides.plan),)), Text(f". {intro}"))), Paragraph(inlines=(Text(lead[1]),)))
    unseen = (*incomplete(faults, words), *_none(found, faults, words))
    return (*start, *unseen, *(block for group in shown for block in _blocks(group, words)))


def _none(found: Sequence[Group], faults: Sequence[FaultySide], words: Catalogue) -> Iterator[Block]:
    """What is said where no change was found."""
    text = "" if found else none_changed(faults, words)
    if text:
        yield Paragraph(inlines=(Text(text),))


def _spoken_faults(faults: Sequence[FaultySide], words: Catalogue) -> Iterator[str]:
    """What the box of the sides' faults takes: its lines, its title, and the space around it."""
    if faults:
        yield from ("", "")
    for each in told(faults, words):
        yield from (each.sentence, *each.faults)


def _taken(heights: Sequence[Sequence[float]], count: int, room: Room) -> float:
    """The height of some groups with so many lines each, and one that counts the others."""
    rest = room.height("", "list-item")
    return sum(room.height("", "body") + sum(own[:count]) + (rest if len(own) > count else 0) for own in heights)


def _blocks(group: Group, words: Catalogue) -> Iterator[Block]:
    yield Paragraph(inlines=(Strong((Text(group.title),)),), keep_with_next=True)
    if not group.lines:
        return
    items = [ListItem(blocks=(_paragraph(each),)) for each in group.lines]
    if group.rest:
        items.append(ListItem(blocks=(Paragraph(inlines=(Text(words.labels["diff-rest"].format(count=group.rest)),)),)))
    yield BulletList(items=tuple(items))


def _spoken(told: Line) -> str:
    return ": ".join(filter(None, (told.verb, told.name, told.detail)))


def _paragraph(told: Line) -> Paragraph:
    name = Text(told.name)
    linked = CrossReference(told.id, (name,)) if told.id else name
    detail = (Text(f": {told.detail}"),) if told.detail else ()
    return Paragraph(inlines=(Text(f"{told.verb}: "), linked, *detail))


def _lines(differences: Sequence[Difference], kinds: frozenset[str], words: Catalogue) -> Iterator[Line]:
    """The lines of a group. A table is named where several have lines.

    Where one row has changed the totals of its table, it tells of them; where several have, the last total does. The
    sum beside the frame is left to the rows that tell of it.
    """
    own = sorted((each for each in differences if each.what in kinds), key=_rank)
    several = len({each.table for each in own if each.what in OF_BUDGET}) > 1
    changing = Counter(each.table for each in own if each.what == "budget-row" and any(map(_differs, each.cells)))
    last = {each.table: each for each in own if each.what == "total-row"}
    for each in own:
        if each.what == "frame-sum" and any(_beside(each, row) for row in own):
            continue
        alone = changing[each.table] == 1
        if each.what != "total-row" or not changing[each.table] or (not alone and each is last[each.table]):
            yield line(each, words, alone=alone, table=several and each.what in OF_BUDGET)


def _rank(each: Difference) -> int:
    """What of a budget is told before what else, since a printed page may have no room for all."""
    return (*FRAME, *OF_BUDGET).index(each.what) if each.what in (*FRAME, *OF_BUDGET) else 0


def _beside(total: Difference, row: Difference) -> bool:
    """Whether a row is of the table that a sum is of: the ids of both begin with the table's."""
    table, _, _ = total.id.rpartition(".")
    return bool(table) and row.what in ("budget-row", "total-row") and row.id.startswith(f"{table}.")


def _differs(cell: CellDifference) -> bool:
    return bool(cell.figure and cell.figure.difference)


def _together(lines: Sequence[Line], words: Catalogue) -> Iterator[Line]:
    """The lines with those in one that say the same of many things: a source with another name, the next year.

    What came or went is named, each for itself.
    """
    whole = (words.labels["diff-verb-added"], words.labels["diff-verb-removed"])
    alike: dict[tuple[str, str], list[Line]] = {}
    for each in lines:
        alike.setdefault((each.verb, each.detail or f"\0{each.name}"), []).append(each)
    for each in lines:
        same = alike[each.verb, each.detail or f"\0{each.name}"]
        if len(same) < MANY or not each.id or each.verb in whole:
            yield each
        elif same[0] is each:
            yield replace(each, name=_all([line.name for line in same], words))


def _all(names: Sequence[str], words: Catalogue) -> str:
    """Several names in one line; those that it has no room for are counted."""
    names = list(dict.fromkeys(names))
    most = next(count for count in range(len(names), 0, -1) if count == 1 or len(", ".join(names[:count])) <= LONGEST)
    if most == len(names) > 1:
        return words.labels["diff-and"].format(names=", ".join(names[:-1]), last=names[-1])
    if most == len(names):
        return names[0]
    return words.labels["diff-and-more"].format(name=", ".join(names[:most]), count=len(names) - most)
