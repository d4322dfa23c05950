"""The place that something has in the content -> the address at which it is edited, by the plan's pattern."""

from __future__ import annotations

from urllib.parse import quote

from plangen.diagnostics import Location


def edit_address(pattern: str, place: Location) -> str:
    """The address at which the file of a place is edited; a pattern of one's own may also have `{column}`."""
    address = pattern.replace("{line}", str(max(place.line, 1))).replace("{column}", str(max(place.column, 1)))
    return address.replace("{file}", quote(place.file))


def in_project(place: Location) -> bool:
    """Whether a place is in a file of the project: not in one that comes with plangen (`plangen:outline/…`)."""
    return bool(place.file) and ":" not in place.file.split("/", maxsplit=1)[0]
