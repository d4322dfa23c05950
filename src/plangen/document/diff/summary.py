"""The differences of a compared document -> what a reviewer reads first: lines under a heading for each kind of thing.

The words are the catalogue's. A line says what happened to what, and leads to the place; figures have their difference
and the effect on the total. Text is summed up by section. Rows of totals are told of only where nothing else explains
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, Protocol

from plangen.dataclass import dataclass
from plangen.document.diff.differences import CellDifference, Difference, Kind, shortened
from plangen.document.inlines import CrossReference, Strong, Text
from plangen.document.nodes import Block, BulletList, ListItem, Paragraph
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_number

GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("diff-decision", frozenset({"cover"})),
    ("diff-goals", frozenset({"goal", "agenda-goal"})),
    ("diff-indicators", frozenset({"indicator"})),
    ("diff-budget", frozenset({"budget-row", "total-row", "frame"})),
    ("diff-governing", frozenset({"governing-document"})),
    ("diff-sections", frozenset({"section", "table", "column", "row", "figure"})),
)
"""The kinds of things that have lines of their own. Everything else is text."""


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, to what, where that is, and how: "Ändrades", "Regionledningskontoret", "1 501 107 → 1 502 307"."""

    verb: str
    name: str
    id: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The lines about one kind of things; `rest` is how many there are beyond them."""

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
    found = [Group(words.labels[label], tuple(_lines(differences, kinds, words))) for label, kinds in GROUPS]
    found.append(Group(words.labels["diff-text"], tuple(_text_lines(differences, words))))
    return tuple(group for group in found if group.lines)


def summary(differences: Sequence[Difference], words: Catalogue) -> tuple[Block, ...]:
    """The summary as blocks whose names lead to their places."""
    found = groups(differences, words)
    if not found:
        return (Paragraph(inlines=(Text(words.labels["diff-nothing"]),)),)
    return tuple(block for group in found for block in _blocks(group, words))


def page(differences: Sequence[Difference], sides: Sides, words: Catalogue, room: Room) -> tuple[Block, ...]:
    """What one printed page says of the differences: the plan, its sides, and of each group what there is room for."""
    intro = words.labels["diff-sides"].format(base=sides.base, head=sides.head)
    lead = (f"{sides.plan}. {intro}", words.labels["diff-paper"])
    found = groups(differences, words)
    longest = max((len(group.lines) for group in found), default=0)
    heights = [[room.height(_spoken(line), "list-item") for line in group.lines] for group in found]
    left = room.whole - sum(room.height(text, "body") for text in lead)
    most = next((count for count in range(longest, 1, -1) if _taken(heights, count, room) <= left), 1)
    shown = [Group(group.title, group.lines[:most], max(0, len(group.lines) - most)) for group in found]
    start = (Paragraph(inlines=(Strong((Text(sides.plan),)), Text(f". {intro}"))), Paragraph(inlines=(Text(lead[1]),)))
    return (*start, *(block for group in shown for block in _blocks(group, words)))


def _taken(heights: Sequence[Sequence[float]], count: int, room: Room) -> float:
    """The height of some groups with so many lines each, and one that counts the others."""
    line = room.height("", "list-item")
    return sum(room.height("", "body") + sum(own[:count]) + (line if len(own) > count else 0) for own in heights)


def _blocks(group: Group, words: Catalogue) -> Iterator[Block]:
    yield Paragraph(inlines=(Strong((Text(group.title),)),), keep_with_next=True)
    items = [ListItem(blocks=(_paragraph(line),)) for line in group.lines]
    if group.rest:
        items.append(ListItem(blocks=(Paragraph(inlines=(Text(words.labels["diff-rest"].format(count=group.rest)),)),)))
    yield BulletList(items=tuple(items))


def _spoken(line: Line) -> str:
    return ": ".join(filter(None, (line.verb, line.name, line.detail)))


def _paragraph(line: Line) -> Paragraph:
    name = Text(line.name)
    linked = CrossReference(line.id, (name,)) if line.id else name
    detail = (Text(f": {line.detail}"),) if line.detail else ()
    return Paragraph(inlines=(Text(f"{line.verb}: "), linked, *detail))


def _lines(differences: Sequence[Difference], kinds: frozenset[str], words: Catalogue) -> Iterator[Line]:
    own = [each for each in differences if each.what in kinds]
    explained = any(each.what == "budget-row" for each in own)
    for each in own:
        if not (each.what == "total-row" and explained):
            yield _line(each, words)


def _line(each: Difference, words: Catalogue) -> Line:
    verb = words.labels[f"diff-verb-{each.kind}"]
    name = each.title or each.new or each.old
    if each.what == "cover":
        name = _cover_name(each, words)
    elif each.what == "frame":
        name = words.labels["diff-frame"]
    return Line(verb, name, each.id, _detail(each, words))


def _cover_name(each: Difference, words: Catalogue) -> str:
    """A line of the cover by its label, or by the label of its role."""
    return words.labels.get(f"diff-cover-{each.title}", each.title)


def _detail(each: Difference, words: Catalogue) -> str:
    if each.what == "cover":
        return {"added": each.new, "removed": each.old}.get(each.kind) or _arrow(each.old, each.new)
    if each.kind == "moved" and each.above and each.above_was:
        return words.labels["diff-moved-way"].format(old=each.above_was[-1], new=each.above[-1])
    if each.kind == "renamed" or (each.kind == "edited" and not each.title and not each.cells):
        return _replaced(each) if each.what == "frame" else words.labels["diff-before"].format(old=each.old or "–")
    if each.cells and each.kind not in ("added", "removed"):
        return "; ".join(_cell(cell, words) for cell in each.cells)
    if each.cells and each.what == "budget-row":
        return "; ".join(_cell(cell, words) for cell in each.cells if cell.figure)
    if each.what == "indicator":
        return "; ".join(f"{cell.heading} {cell.new or cell.old}" for cell in each.cells if cell.role == "target")
    return _arrow(each.old, each.new) if each.kind in ("renamed", "edited") else ""


def _cell(cell: CellDifference, words: Catalogue) -> str:
    heading = f"{cell.heading} " if cell.heading else ""
    figure = cell.figure
    if figure is None or figure.difference is None:
        return heading + _arrow(cell.old, cell.new)
    effect = cell.total.difference if cell.total else None
    total = f", {words.labels['diff-total']} {_signed(effect, words)}" if effect else ""
    return f"{heading}{_arrow(cell.old, cell.new)} ({_signed(figure.difference, words)}{total})"


def _arrow(old: str, new: str) -> str:
    """What it was and what it is; a dash for nothing."""
    return f"{old or '–'} → {new or '–'}"


def _replaced(each: Difference) -> str:
    """What the words that were put in the place of others were, and are."""
    return "; ".join(_arrow(*pair) for pair in each.replaced) or _arrow(each.old, each.new)


def _signed(value: Decimal, words: Catalogue) -> str:
    return ("+" if value > 0 else "") + print_number(value, words.babel)


def _text_lines(differences: Sequence[Difference], words: Catalogue) -> Iterator[Line]:
    """A line for each section whose text differs, with how often what has happened to it."""
    spoken = frozenset().union(*(kinds for _, kinds in GROUPS))
    by_section: dict[tuple[str, ...], list[Difference]] = {}
    for each in differences:
        if each.what not in spoken:
            by_section.setdefault(each.above, []).append(each)
    for above, own in by_section.items():
        name = above[-1] if above else words.labels["notes"]
        if len(own) == 1:
            yield Line(words.labels[f"diff-verb-{own[0].kind}"], name, own[0].id, _text_detail(own[0]))
        else:
            yield Line(words.labels["diff-verb-edited"], name, own[0].id, _counted(own, words))


def _text_detail(each: Difference) -> str:
    """How the text of a section differs where it does so in one place."""
    return shortened(_replaced(each)) if each.kind == "edited" else each.new or each.old


def _counted(own: Iterable[Difference], words: Catalogue) -> str:
    counts = Counter[Kind](each.kind for each in own)
    order: tuple[Kind, ...] = ("added", "removed", "moved", "renamed", "edited", "reformatted")
    return ", ".join(f"{counts[kind]} {words.labels[f'diff-count-{kind}']}" for kind in order if counts[kind])
