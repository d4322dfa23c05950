"""What two plans say of themselves that no mark shows -> differences: the year, the language, the frame.

A cover shows some of a plan's fields, and there they are marked; a reviewer is to know of the rest as well. The frame
is told by its figures, wherever it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plangen.dataclass import dataclass
from plangen.document.diff.differences import CellDifference, Difference, Kind
from plangen.document.nodes import Value

FRAME = "frame"
"""What the roles of the frame's fields start with."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a plan says of itself. `role` as on the cover, `label` what it is called, `value` an amount."""

    role: str
    label: str
    text: str
    value: Value = None


def with_fields(found: Sequence[Difference], base: Sequence[Field], head: Sequence[Field]) -> tuple[Difference, ...]:
    """The differences and, behind those of the cover, the fields that differ and aren't among them."""
    marked = {each.role for each in found if each.what == "cover"}
    old, new = ({field.role: field for field in fields} for fields in (base, head))
    pairs = [(role, old.get(role), new.get(role)) for role in {**new, **old}]
    differing = [(role, was, now) for role, was, now in pairs if _says(was) != _says(now)]
    told = tuple(_told(was, now) for role, was, now in differing if role not in marked and not role.startswith(FRAME))
    cover = tuple(each for each in found if each.what == "cover")
    rest = tuple(each for each in found if each.what != "cover")
    frame = tuple(_cell(was, now) for role, was, now in differing if role.startswith(FRAME))
    return (*cover, *told, *(_framed(rest, frame, old, new) if frame else rest))


def _told(was: Field | None, now: Field | None) -> Difference:
    field = now or was
    assert field is not None
    kind: Kind = "edited" if was and now else "added" if now else "removed"
    return Difference(kind=kind, what="field", title=field.label, role=field.role, old=_says(was), new=_says(now))


def _framed(
    found: Sequence[Difference],
    cells: tuple[CellDifference, ...],
    old: Mapping[str, Field],
    new: Mapping[str, Field],
) -> Iterator[Difference]:
    """The differences with the frame told once, by its own figures: where it is marked, or else first."""
    at = next((each for each in found if each.what == "frame"), Difference(kind="edited", what="frame"))
    kind: Kind = "edited" if FRAME in old and FRAME in new else "added" if FRAME in new else "removed"
    yield replace(at, kind=kind, cells=cells, old="", new="", replaced=())
    yield from (each for each in found if each.what != "frame")


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
    )


def _says(field: Field | None) -> str:
    return field.text if field else ""
