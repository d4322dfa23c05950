"""The differences of a compared document -> what a reviewer reads first: lines under a heading for each kind of thing.

The words are the catalogue's. A line says what happened to what, and leads to the place; figures have their difference
and the effect on the total. Text is summed up by section. Rows of totals are told of only where nothing else explains
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from plangen.document.diff.differences import CellDifference, Difference, Kind
from plangen.document.nodes import Block, BulletList, CrossReference, ListItem, Paragraph, Strong, Text
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
    """The lines about one kind of things."""

    title: str
    lines: tuple[Line, ...]


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
    return tuple(block for group in found for block in _blocks(group))


def _blocks(group: Group) -> Iterator[Block]:
    yield Paragraph(inlines=(Strong((Text(group.title),)),), keep_with_next=True)
    yield BulletList(items=tuple(ListItem(blocks=(_paragraph(line),)) for line in group.lines))


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
    if each.cells and each.kind not in ("added", "removed"):
        return "; ".join(_cell(cell, words) for cell in each.cells)
    if each.cells and each.what == "budget-row":
        return "; ".join(_cell(cell, words) for cell in each.cells if cell.figure)
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
        yield Line(words.labels["diff-verb-edited"], name, own[0].id, _counted(own, words))


def _counted(own: Iterable[Difference], words: Catalogue) -> str:
    counts = Counter[Kind](each.kind for each in own)
    order: tuple[Kind, ...] = ("added", "removed", "moved", "renamed", "edited", "reformatted")
    return ", ".join(f"{counts[kind]} {words.labels[f'diff-count-{kind}']}" for kind in order if counts[kind])
