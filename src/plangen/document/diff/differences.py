"""What a summary of a compared document is made of: one difference each, without a word in any language.

Texts are short excerpts of the two sides; figures are typed, so that a difference can be computed and printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from plangen.dataclass import dataclass, replace
from plangen.document.diff.keys import wraps
from plangen.document.diff.units import before
from plangen.document.inlines import FootnoteReference, Inline, Link
from plangen.document.nodes import Value
from plangen.document.walk import every_inline, plain_text

Kind = Literal["added", "removed", "moved", "renamed", "edited", "split", "joined", "reformatted"]

What = Literal[
    "plan",
    "section",
    "goal",
    "governing-document",
    "agenda-goal",
    "frame",
    "frame-sum",
    "paragraph",
    "list",
    "item",
    "term",
    "quotation",
    "box",
    "figure",
    "table",
    "column",
    "indicator-column",
    "budget-column",
    "budget-unit",
    "indicator",
    "budget-row",
    "total-row",
    "row",
    "activity",
    "note",
    "cover",
    "field",
]

KINDS: dict[str, Kind] = {
    "inserted": "added",
    "deleted": "removed",
    "moved": "moved",
    "reformatted": "reformatted",
}

LONGEST = 160
"""Characters of an excerpt."""

CONTEXT = 30
"""Characters of what is kept that an excerpt has before and after what differs."""

Side = Literal["old", "new"]

SIDES: tuple[Side, Side] = ("old", "new")

_OUT: dict[Side, tuple[str, ...]] = {"old": ("inserted", "moved"), "new": ("deleted",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure before and after; None where there was none, or is none."""

    old: Decimal | None
    new: Decimal | None

    @property
    def difference(self) -> Decimal | None:
        """By how much it has grown; what is missing counts for nothing, and nothing is told where both are."""
        if self.old is None and self.new is None:
            return None
        return (self.new or Decimal()) - (self.old or Decimal())


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDifference:
    """What differs in a cell of a row.

    `heading` of its column, `role` and `field` of the plan as cells and columns have them. `unit` is what the new
    figure is counted in, where the texts don't say it, `unit_was` the old one if that is another. `total` is the figure
    of the last row of totals in the same column, in the new unit.
    """

    id: str
    heading: str
    role: str
    field: str
    old: str
    new: str
    old_value: Value = None
    new_value: Value = None
    unit: str = ""
    unit_was: str = ""
    total: Figure | None = None

    @property
    def is_name(self) -> bool:
        """Whether the row is called by what the cell says, or its group is."""
        return self.role in ("name", "group") or self.field == "name"

    @property
    def figure(self) -> Figure | None:
        """The cell's figures in its unit, where it has any that can be told in it."""
        old, new = (value if isinstance(value, Decimal) else None for value in (self.old_value, self.new_value))
        return figure(old, self.unit_was or self.unit, new, self.unit)


def figure(old: Decimal | None, unit: str, new: Decimal | None, to: str) -> Figure | None:
    """Two figures in the unit of the new one; None where there are none, or the units have nothing in common."""
    if old is None or new is None or unit == to:
        return Figure(old=old, new=new) if old is not None or new is not None else None
    was = before(old, unit, new, to)
    return None if was is None else Figure(old=was, new=new)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDifference:
    """Words that are only set otherwise: what they were set in and are, as `forms` has it."""

    text: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs.

    `id` is the node to link to in the compared document, `was` the node of where it stood before, if it was moved.
    `above` are the titles of the sections that it stands in, of those in the contents list, outermost first; `title`
    what it is called itself: a heading, a row's name, a column's heading, a cover line's label or else its `role`.
    `old` and `new` are what it said and says, as far as that differs. `cells` are those of a row that differ, or all
    with text of a row of one side; of a column of one side, its total. `replaced` are the words of an edited text, as
    they were and are, or where a link led and leads. `above_was` are the titles of the sections that something moved
    stood in, `after` what it now stands behind, "" if it is the first, where those sections are the same. `table` is
    what the table of a row or column is called. `held` are the goals and sections that came or went with one. `forms`
    are the words that are only set otherwise.
    """

    kind: Kind
    what: What
    id: str = ""
    was: str = ""
    above: tuple[str, ...] = ()
    title: str = ""
    role: str = ""
    old: str = ""
    new: str = ""
    cells: tuple[CellDifference, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    above_was: tuple[str, ...] = ()
    after: str | None = None
    table: str = ""
    held: tuple[str, ...] = ()
    forms: tuple[FormDifference, ...] = ()


def replacements(line: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    """The words of a compared line that were put in the place of others, "" for none; each pair once."""
    seen: dict[tuple[str, str], None] = {}
    pair = {"deleted": "", "inserted": ""}
    for inline in (*(each for each in every_inline(line) if not wraps(each)), None):
        kind = inline.change.kind if inline and inline.change else ""
        if inline is not None and kind in pair:
            pair[kind] += f"[{inline.mark}]" if isinstance(inline, FootnoteReference) else plain_text((inline,))
            continue
        found = (shortened(pair["deleted"].strip()), shortened(pair["inserted"].strip()))
        if any(found):
            seen[found] = None
        pair = {"deleted": "", "inserted": ""}
    return iter(seen)


def links(line: Iterable[Inline]) -> Iterator[tuple[str, str]]:
    """The addresses to which the links of a compared line led, and lead; each pair once."""
    pairs = {
        (leaf.change.of, each.url): None
        for each in every_inline(line)
        if isinstance(each, Link)
        for leaf in every_inline(each.inlines)
        if leaf.change and leaf.change.kind == "reformatted" and leaf.change.of
    }
    return iter(pairs)


def side(line: Iterable[Inline], of: Side) -> str:
    """What one side of a compared line says."""
    return plain_text(_kept(line, _OUT[of])).strip()


def _kept(line: Iterable[Inline], out: tuple[str, ...]) -> Iterator[Inline]:
    for inline in line:
        if wraps(inline):
            inner = tuple(_kept(inline.inlines, out))
            if inner:
                yield replace(inline, inlines=inner)
        elif inline.change is None or inline.change.kind not in out:
            yield inline


def line_kind(line: Iterable[Inline]) -> Kind | None:
    """Whether a line was edited, or only set otherwise."""
    kinds = {inline.change.kind for inline in every_inline(line) if inline.change}
    if kinds & {"inserted", "deleted"}:
        return "edited"
    return "reformatted" if kinds else None


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Two texts about what differs between them, cut where words begin."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return _excerpt(old, start, len(old) - end), _excerpt(new, start, len(new) - end)


def _excerpt(text: str, start: int, end: int) -> str:
    first = text.rfind(" ", 0, max(0, start - CONTEXT)) + 1
    last = text.find(" ", end + CONTEXT)
    return shortened(("…" if first else "") + text[first : last if last >= 0 else None] + ("…" if last >= 0 else ""))


def shortened(text: str) -> str:
    """A text that is no longer than an excerpt may be."""
    if len(text) <= LONGEST:
        return text
    cut = text.rfind(" ", 0, LONGEST)
    return text[: cut if cut > 0 else LONGEST].rstrip(" …") + "…"
