"""Items of a list that don't stand in line with the others: where each should stand, told by those that do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.dataclass import replace
from plangen.readers.yaml_trap import Trap, lead, replaced

_ITEM = re.compile(r"(?P<lead> *)- +(?P<key>[^\s\"'#:\[\]{}][^:#\[\]{}]*:(?:\s|$))?")
_STEP = len("- ")

MOST_FIELDS = 60
"""Lines that an item has at most, as far back as its beginning is looked for."""


def misplaced(lines: Sequence[str], number: int) -> Trap | None:
    """An item that is to stand in line with those above it, with its fields where they stand as far off as it."""
    own = len(lead(lines[number]))
    level = _level(lines, number)
    return None if level is None or level == own else _moved(lines, number, level)


def misplaced_in_text(lines: Sequence[str], first: int, items: Sequence[int]) -> Trap | None:
    """The item that is out of line among those that YAML takes for the text of the first, which may be the first."""
    leads = {len(lead(lines[number])) for number in items}
    level = leads.pop() if len(items) > 1 and len(leads) == 1 else None
    if level is not None and _ITEM.match(lines[first]) and len(lead(lines[first])) < level:
        return _moved(lines, first, level, alone=True)
    return next((misplaced(lines, number) for number in items), None)


def misplaced_above(lines: Sequence[str], number: int) -> Trap | None:
    """An item too far to the left of its own fields, of which the line is one, where other items stand right."""
    fields = len(lead(lines[number]))
    above = next((at for at in range(number - 1, -1, -1) if lines[at].strip() and not _is_comment(lines[at])), None)
    item = _ITEM.match(lines[above]) if above is not None else None
    level = fields - _STEP
    if above is None or not item or not item["key"] or len(item["lead"]) >= level:
        return None
    beside = (_ITEM.match(line) for line in lines[number + 1 :])
    if not any(each and len(each["lead"]) == level and each["key"] for each in beside):
        return None
    return _moved(lines, above, level)


def first_undashed(lines: Sequence[str], number: int) -> Trap | None:
    """The first item of a list, which has lost its hyphen: it begins with the key that the item on the line has."""
    item = _ITEM.match(lines[number])
    if not item or not item["key"]:
        return None
    level = len(item["lead"])
    for at in range(number - 1, max(-1, number - MOST_FIELDS), -1):
        own = len(lead(lines[at]))
        if lines[at].strip() and not _is_comment(lines[at]) and own < level + _STEP:
            return None
        if own == level + _STEP and lines[at].strip().startswith(item["key"].strip()):
            before = " " * level + "- "
            mended = [*lines[:at], before + lines[at].lstrip(), *lines[at + 1 :]]
            length = len(item["key"].strip().rstrip(":"))
            return Trap("dash-missing", at, own, length, (("lead", before),), "\n".join(mended))
    return None


def _level(lines: Sequence[str], number: int) -> int | None:
    """How far in an item should stand: as its fields ask for, else as those above that are like it."""
    own, item = len(lead(lines[number])), _ITEM.match(lines[number])
    above = [found for line in lines[:number] if (found := _ITEM.match(line))]
    if not above or not item:
        return None
    fields = _fields(lines, number)
    if fields and item["key"] and fields[0] - _STEP != own:
        asked = fields[0] - _STEP
        if any(len(each["lead"]) == asked for each in above):
            return asked
    alike = {len(each["lead"]) for each in above if bool(each["key"]) == bool(item["key"])}
    if bool(above[-1]["key"]) == bool(item["key"]) or not alike:
        return len(above[-1]["lead"])
    return min(alike, key=lambda level: (abs(level - own), level))


def _fields(lines: Sequence[str], number: int) -> tuple[int, ...]:
    """How far in the lines stand that belong to an item, up to the next item or whatever stands left of it."""
    return tuple(len(lead(lines[at])) for at in _below(lines, number))


def _below(lines: Sequence[str], number: int) -> Iterator[int]:
    own = len(lead(lines[number]))
    for at in range(number + 1, len(lines)):
        if lines[at].strip() and not _is_comment(lines[at]):
            if len(lead(lines[at])) <= own:
                return
            yield at


def _moved(lines: Sequence[str], number: int, level: int, alone: bool = False) -> Trap:
    """An item moved, with all that belongs to it where its first field stands right under its key."""
    own, text = len(lead(lines[number])), lines[number].strip()
    fields = () if alone else _fields(lines, number)
    whole = [number, *_below(lines, number)] if fields and fields[0] == own + _STEP else [number]
    mended = list(lines)
    for at in whole:
        mended[at] = " " * max(0, len(lead(lines[at])) + level - own) + lines[at].lstrip()
    trap = replaced(lines, number, "yaml-item-misplaced", mended[number], (own, own + len(text)))
    rows = "\n".join(mended[number : whole[-1] + 1]).rstrip()
    return replace(trap, parameters=(("written", rows),), mended="\n".join(mended), moved=(level, level - own))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
