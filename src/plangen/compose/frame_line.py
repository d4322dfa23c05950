"""The line above a table that tells of the decided frame: the amount, who decided it and when, and the table's sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from plangen.dataclass import replace
from plangen.document.inlines import Inline, Text
from plangen.document.nodes import Paragraph
from plangen.locale.catalogue import Catalogue
from plangen.locale.numbers import print_date, print_number
from plangen.model.budget import BudgetTable
from plangen.model.frame_checks import frame_sum
from plangen.model.plan import Frame

_PLACE = re.compile(r"\{(\w+)\}")


def frame_line(frame: Frame, table: BudgetTable, words: Catalogue) -> Paragraph:
    """The line, kept with the table. The sum is counted in the frame's unit; it is left out where there is none."""
    date = print_date(frame.date, words.babel) if frame.date else ""
    by = frame.decided_by.inlines
    pattern = "frame-decided" if by and date else "frame-decided-by" if by else "frame-decided-on" if date else "frame"
    parts: dict[str, tuple[Inline, ...]] = {
        "title": frame.title.inlines,
        "amount": (Text(amount(frame.amount, frame.unit, words)),),
        "by": by,
        "date": (Text(date),),
    }
    line = filled(words.labels[pattern], parts)
    computed = frame_sum(table, frame)
    if computed is not None:
        total = (Text(amount(computed, frame.unit, words)),)
        line = filled(words.labels["frame-and-sum"], {"frame": line, "sum": total})
    return Paragraph(id=f"{table.id}.frame", inlines=line, role="frame", location=frame.location, keep_with_next=True)


def amount(value: Decimal, unit: str, words: Catalogue) -> str:
    """An amount of money with its unit."""
    return words.amounts[unit].format(number=print_number(value, words.babel))


def filled(pattern: str, parts: Mapping[str, tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """A pattern of the catalogue with inlines in its places; texts that meet are one."""
    line: list[Inline] = []
    for inline in _filled(pattern, parts):
        last = line[-1] if line else None
        if isinstance(last, Text) and isinstance(inline, Text):
            line[-1] = replace(last, text=last.text + inline.text)
        else:
            line.append(inline)
    return tuple(line)


def _filled(pattern: str, parts: Mapping[str, tuple[Inline, ...]]) -> Iterator[Inline]:
    for at, each in enumerate(_PLACE.split(pattern)):
        if at % 2:
            yield from parts[each]
        elif each:
            yield Text(each)
