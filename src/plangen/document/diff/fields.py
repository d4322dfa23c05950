"""What two plans say of themselves that no mark shows -> differences: the year, the language, the frame.

A cover shows some of a plan's fields, and there they are marked; a reviewer is to know of the rest as well. The frame
and the sum of its table are told by their figures, each by itself, wherever the line is shown that has both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.dataclass import dataclass, replace
from plangen.document.diff.differences import CellDifference, Difference, Kind, What
from plangen.document.nodes import Value

FRAME, FRAME_SUM = "frame", "sum-of-frame"
"""What the roles of the frame's fields start with, and the role of the sum that is held against it."""

_Figures = tuple[What, Kind, tuple[CellDifference, ...]]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a plan says of itself: its `role` as on the cover, its name, its text, an amount in a unit."""

    role: str
    label: str
    text: str
    value: Value = None
    unit: str = ""


def with_fields(found: Sequence[Difference], base: Sequence[Field], head: Sequence[Field]) -> tuple[Difference, ...]:
    """The differences and, behind those of the cover, the fields that differ and aren't among them."""
    marked = {each.role for each in found if each.what == "cover"}
    old, new = ({field.role: field for field in fields} for fields in (base, head))
    pairs = [(role, old.get(role), new.get(role)) for role in {**new, **old}]
    differing = [(role, was, now) for role, was, now in pairs if _says(was) != _says(now)]
    rest = (each for each in differing if each[0] != FRAME_SUM and not each[0].startswith(FRAME))
    told = tuple(_told(was, now) for role, was, now in rest if role not in marked)
    cover = tuple(each for each in found if each.what == "cover")
    frame = tuple(_cell(was, now) for role, was, now in differing if role.startswith(FRAME))
    total = tuple(_cell(was, now) for role, was, now in differing if role == FRAME_SUM)
    kinds = tuple(_kind(old.get(role), new.get(role)) for role in (FRAME, FRAME_SUM))
    return (*cover, *told, *_framed(found, (("frame", kinds[0], frame), ("frame-sum", kinds[1], total))))


def _kind(was: Field | None, now: Field | None) -> Kind:
    return "edited" if was and now else "added" if now else "removed"


def _told(was: Field | None, now: Field | None) -> Difference:
    field = now or was
    assert field is not None
    return Difference(
        kind=_kind(was, now), what="field", title=field.label, role=field.role, old=_says(was), new=_says(now)
    )


def _framed(found: Sequence[Difference], figures: Sequence[_Figures]) -> Iterator[Difference]:
    """The differences behind the cover. The frame and its sum are told once, by their own figures, and first.

    They lead to their line, where that is marked. A line that neither explains has other words, or another place.
    """
    at = next((each for each in found if each.what == "frame"), Difference(kind="edited", what="frame"))
    differing = [each for each in figures if each[2]]
    for what, kind, cells in differing:
        yield replace(at, kind=kind, what=what, cells=cells, old="", new="", replaced=())
    for each in found:
        if each.what not in ("frame", "cover"):
            yield each
        elif each.what == "frame" and not differing:
            yield replace(each, what="paragraph")


def _cell(was: Field | None, now: Field | None) -> CellDifference:
    field = now or was
    assert field is not None
    return CellDifference(
        id="",
        heading=field.label,
        role=field.role,
        field="",
        old=_says(was),
        new=_says(now),
        old_value=was.value if was else None,
        new_value=now.value if now else None,
        unit=field.unit,
        unit_was=was.unit if was and was.unit != field.unit else "",
    )


def _says(field: Field | None) -> str:
    return field.text if field else ""
