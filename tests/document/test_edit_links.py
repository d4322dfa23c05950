from __future__ import annotations

from plangen.diagnostics import Location
from plangen.document.edit_links import edit_address, in_project


def test_the_place_is_put_in_the_pattern() -> None:
    place = Location("content/å {line}/x.md", 0)
    assert edit_address("https://x/{file}#L{line}", place) == "https://x/content/%C3%A5%20%7Bline%7D/x.md#L1"
    assert edit_address("a/{file}:{line}:{column}", Location("b.md", 3, 4)) == "a/b.md:3:4"


def test_what_comes_with_plangen_is_not_in_the_project() -> None:
    assert not in_project(Location("plangen:outline/arsplan.md.j2", 3))
    assert not in_project(Location(""))
    assert in_project(Location("templates/outline/egen.md.j2", 1))
