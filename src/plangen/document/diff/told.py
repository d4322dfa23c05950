"""A difference -> what a summary says of it, in the catalogue's words: what happened, to what, and how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from plangen.dataclass import dataclass
from plangen.document.diff.differences import LONGEST, CellDifference, Difference, FormDifference, Kind, shortened
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_number

COLUMNS = ("column", "indicator-column", "budget-column")

FRAME = ("frame", "frame-sum")

FRAME_ROLES = ("frame", "sum-of-frame")
"""What the roles of fields start with whose texts say their units."""

_MARK = re.compile(r"^\[(\d+|\*+)\]$")
"""The mark of a note, alone among the words that differ."""

_POINTS = " .,;:"


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, to what, where that is, and how: "Ändrades", "Regionledningskontoret", "1 501 107 → 1 502 307"."""

    verb: str
    name: str
    id: str
    detail: str = ""


def line(each: Difference, words: Catalogue, *, alone: bool = True, table: bool = False) -> Line:
    """The line of a difference.

    `alone`: nothing else in its table has an effect on the totals. `table`: it is to say which table it is of.
    """
    labels = words.labels
    name = each.title or each.new or each.old or labels["diff-untitled"]
    if each.what == "cover":
        name = labels.get(f"diff-cover-{each.title}", each.title)
    elif each.what in FRAME:
        name = labels[f"diff-{each.what}"]
    elif each.what in COLUMNS:
        name = labels["diff-column"].format(name=name)
    elif each.what == "agenda-goal":
        name = labels["diff-agenda"].format(name=name)
    if table and each.table and each.table != name:
        name = f"{name} ({each.table})"
    parts = [*_place(each, words), *_details(each, words, alone=alone)]
    return Line(labels[f"diff-verb-{each.kind}"], name, each.id, "; ".join(filter(None, parts)))


def text_lines(differences: Iterable[Difference], words: Catalogue) -> Iterator[Line]:
    """A line for each section whose text differs, with what has happened to it, and one for each note."""
    by_section: dict[tuple[str, ...], list[Difference]] = {}
    for each in differences:
        above = (*each.above, f"\0{each.title}") if each.what == "note" and not each.above else each.above
        by_section.setdefault(above, []).append(each)
    for above, own in by_section.items():
        name = (above[-1] or words.labels["diff-untitled"]) if above else words.labels["diff-front"]
        if name.startswith("\0"):
            name = f"{words.labels['note']} {name[1:]}".strip()
        yield _text_line(name, own, words)


def _text_line(name: str, own: Sequence[Difference], words: Catalogue) -> Line:
    labels = words.labels
    if len({(each.what, each.id) for each in own}) == 1 and own[0].kind == "moved":
        where = _text_place(own[:1], words)
        detail = "; ".join(_text_detail(each, words) for each in own[1:]) or own[0].new
        return Line(labels["diff-verb-moved"], name, own[0].id, "; ".join(filter(None, (where, detail))))
    if len(own) == 1:
        (each,) = own
        kind = "edited" if each.kind == "reformatted" and each.replaced else each.kind
        return Line(labels[f"diff-verb-{kind}"], name, each.id, _text_detail(each, words))
    forms = [each for each in own if each.kind == "reformatted"]
    others = [each for each in own if each.kind != "reformatted"]
    parts = list(filter(None, [_edits(others, words)]))
    for index, each in enumerate(forms):
        told = _text_detail(each, words)
        if len("; ".join((*parts, told))) > LONGEST:
            parts.append(_counted(forms[index:], words))
            break
        parts.append(told)
    verb = labels["diff-verb-edited" if others else "diff-verb-reformatted"]
    return Line(verb, name, own[0].id, "; ".join(dict.fromkeys(parts)))


def _edits(own: Sequence[Difference], words: Catalogue) -> str:
    """The words that were put in the place of others, where that is all and there is room; else what is counted."""
    replaced = dict.fromkeys(pair for each in own for pair in each.replaced)
    detail = "; ".join(_exchanged(pair, words) for pair in replaced)
    if not detail or len(detail) > LONGEST or any(each.kind != "edited" or not each.replaced for each in own):
        return _counted(own, words)
    return detail


def _text_detail(each: Difference, words: Catalogue) -> str:
    """How the text of a section differs where it does so in one place."""
    if each.kind == "edited":
        return shortened("; ".join((_replaced(each, words), *(_form(found, words) for found in each.forms))))
    if each.kind == "reformatted" and each.replaced:
        link = words.labels["diff-link"].format(text=each.new)
        return f"{link}: {'; '.join(_arrow(*pair) for pair in each.replaced)}"
    return "; ".join(_form(found, words) for found in each.forms) or each.new or each.old


def _form(found: FormDifference, words: Catalogue) -> str:
    """Words that are only set otherwise, with how they were and how they are."""
    return f"{found.text}: {_forms(found.old, words)} → {_forms(found.new, words)}"


def _forms(some: Sequence[str], words: Catalogue) -> str:
    labels = words.labels
    leads = labels["diff-form-reference"]
    names = (
        leads.format(title=each[1:]) if each[:1] == "#" else labels.get(f"diff-form-{each}", each) for each in some
    )
    return " ".join(names) or labels["diff-form-none"]


def _counted(own: Sequence[Difference], words: Catalogue) -> str:
    counts = Counter[Kind](each.kind for each in own)
    order: tuple[Kind, ...] = ("added", "removed", "moved", "renamed", "edited", "split", "joined", "reformatted")
    told = {kind: f"{counts[kind]} {words.labels[f'diff-count-{kind}']}" for kind in order if counts[kind]}
    if where := _text_place([each for each in own if each.kind == "moved"], words):
        told["moved"] += f" ({where})"
    return ", ".join(told.values())


def _text_place(moved: Sequence[Difference], words: Catalogue) -> str:
    """Where pieces of text stood that were moved from one other section."""
    places = {each.above_was[-1:] for each in moved if each.above_was != each.above}
    place = next(iter(places)) if len(places) == 1 else ()
    return words.labels["diff-moved-out"].format(old=place[0]) if place else ""


def _place(each: Difference, words: Catalogue) -> Iterator[str]:
    """Where a difference is: of what a goal has, the goal; of what was moved, where from and to, or behind what."""
    labels = words.labels
    elsewhere = each.kind == "moved" and each.after is None and each.above != each.above_was
    if elsewhere and each.above and each.above_was:
        yield labels["diff-moved-way"].format(old=each.above_was[-1], new=each.above[-1])
    elif elsewhere and each.above:
        yield labels["diff-moved-into"].format(new=each.above[-1])
    elif elsewhere:
        yield labels["diff-moved-out"].format(old=each.above_was[-1])
    elif each.what == "activity" and each.above:
        yield labels["diff-activity-of"].format(goal=each.above[-1])
    elif each.what == "agenda-goal" and each.above:
        yield labels["diff-agenda-of"].format(goal=each.above[-1])
    if each.kind == "moved" and each.after is not None:
        yield labels["diff-moved-behind"].format(after=each.after) if each.after else labels["diff-moved-first"]


def _details(each: Difference, words: Catalogue, *, alone: bool) -> Iterator[str]:
    """How something differs."""
    whole = each.kind in ("added", "removed")
    if each.what in ("cover", "field"):
        yield {"added": each.new, "removed": each.old}.get(each.kind) or _arrow(each.old, each.new)
    elif each.what == "budget-unit":
        yield words.labels["diff-unit"].format(old=each.old or "–", new=each.new or "–")
        if each.cells:
            yield words.labels["diff-unit-same"].format(count=len(each.cells))
    elif each.cells and not whole and each.what not in FRAME:
        yield from (_cell(cell, words, alone=alone) for cell in each.cells)
    elif each.kind == "renamed" or (each.kind == "edited" and not (each.title or each.cells)):
        replaced = each.what == "frame"
        yield _replaced(each, words) if replaced else words.labels["diff-before"].format(old=each.old or "–")
    elif each.what == "figure" and each.role == "alternative":
        yield words.labels["diff-alternative"].format(change=_arrow(each.old, each.new))
    elif each.what == "figure" and each.kind == "edited" and not (each.old or each.new):
        yield words.labels["diff-picture"]
    elif each.held:
        yield words.labels["diff-held"].format(names="; ".join(each.held))
    elif each.what in (*COLUMNS, *FRAME) and whole:
        yield from (f"{cell.heading} {_amount(cell)}".lstrip() for cell in each.cells)
    elif each.what == "budget-row" and whole:
        yield from (_cell(cell, words, alone=alone) for cell in each.cells if cell.figure)
    elif each.what == "indicator" and whole:
        yield from (f"{cell.heading} {cell.new or cell.old}" for cell in each.cells if cell.role == "target")
    elif each.cells and not whole:
        yield from (_cell(cell, words, alone=alone) for cell in each.cells)
    elif each.kind == "edited" and (each.old or each.new):
        yield _arrow(each.old, each.new)


def _cell(cell: CellDifference, words: Catalogue, *, alone: bool) -> str:
    if cell.is_name and cell.old and cell.new:
        return words.labels["diff-before"].format(old=cell.old)
    heading = f"{cell.heading} " if cell.heading else ""
    figure = cell.figure
    told = heading + _arrow(*_amounts(cell))
    if figure is None or not figure.difference:
        return told
    effect = cell.total.difference if cell.total and alone else None
    total = f", {words.labels['diff-total']} {_signed(effect, words)}" if effect else ""
    return f"{told} ({_signed(figure.difference, words)}{total})"


def _amounts(cell: CellDifference) -> tuple[str, str]:
    """What a cell said and says; figures with what they are counted in, once if that is the same."""
    amount = isinstance(cell.old_value, Decimal) or isinstance(cell.new_value, Decimal)
    if not cell.unit or not amount or cell.role.startswith(FRAME_ROLES):
        return cell.old, cell.new
    old = f"{cell.old}\u00a0{cell.unit_was}" if cell.unit_was and cell.old else cell.old
    return old, f"{cell.new or '–'}\u00a0{cell.unit}"


def _amount(cell: CellDifference) -> str:
    """The figure of a cell that only one side has."""
    return (cell.new or cell.old) + (f"\u00a0{cell.unit}" if cell.unit and cell.figure else "")


def _arrow(old: str, new: str) -> str:
    """What it was and what it is; a dash for nothing."""
    return f"{old or '–'} → {new or '–'}"


def _exchanged(pair: tuple[str, str], words: Catalogue) -> str:
    """Words that were put in the place of others, or in the place of none, or have none in their place."""
    old, new = (_MARK.sub(lambda mark: words.labels["diff-note-mark"].format(mark=mark[1]), text) for text in pair)
    if old and old == new:
        return words.labels["diff-words-otherwise"].format(text=new)
    if old and new:
        return _arrow(old, new)
    label = "diff-words-added" if new else "diff-words-removed"
    return words.labels[label].format(text=(old or new).strip(_POINTS) or old or new)


def _replaced(each: Difference, words: Catalogue) -> str:
    """What the words that were put in the place of others were, and are."""
    return "; ".join(_exchanged(pair, words) for pair in each.replaced) or _arrow(each.old, each.new)


def _signed(value: Decimal, words: Catalogue) -> str:
    return ("+" if value > 0 else "") + print_number(value, words.babel)
