from __future__ import annotations

from collections.abc import Callable

import pytest
from markupsafe import Markup, escape

from plangen.compose.placed import Content, Placed, Placer, Register, Running
from plangen.diagnostics import Location
from plangen.document.document import CoverField
from plangen.document.inlines import Emphasis, FootnoteReference, Text
from plangen.document.nodes import PageBreak
from plangen.model.text import RichText


@pytest.fixture
def place() -> Placer:
    return Placer(Register())


def test_printing_leaves_a_mark_and_puts_the_content_in_the_register(place: Placer) -> None:
    placed = place.text("# <b>")
    mark = escape(placed)
    assert isinstance(mark, Markup)
    assert not set("#<b>") & set(mark)
    assert [each.inlines for each in place.register.contents] == [(Text("# <b>"),)]


def test_each_printing_has_a_mark_of_its_own(place: Placer) -> None:
    placed = place.text("a")
    assert escape(placed) != escape(placed)


def test_marks_stay_apart_when_there_are_thousands(place: Placer) -> None:
    assert len({place.register.add(Content()) for _ in range(66_000)}) == 66_000


@pytest.mark.parametrize(
    ("make", "truth"),
    [
        (lambda place: place.text("a"), True),
        (lambda place: place.text(""), False),
        (lambda place: place.rich(RichText(())), False),
        (lambda place: place.rich(RichText((FootnoteReference("a"),))), True),
        (lambda place: place.blocks((PageBreak(),)), True),
        (lambda place: place.blocks(()), False),
        (lambda place: place.outside(Running("header", ())), True),
    ],
)
def test_content_is_true_where_there_is_any(make: Callable[[Placer], Placed], truth: bool, place: Placer) -> None:
    assert bool(make(place)) is truth


def test_nothing_prints_nothing(place: Placer) -> None:
    assert escape(place.text("")) == ""
    assert not place.register.contents


def test_rich_text_reads_as_its_text_and_keeps_its_nodes_place_and_owner(place: Placer) -> None:
    rich = RichText((Text("a "), Emphasis((Text("b"),))), "a *b*", Location("a.md", 2, 8))
    placed = place.rich(rich, "owner")
    assert placed == "a b"
    assert placed.content.inlines == rich.inlines
    assert (placed.content.location, placed.content.owner) == (Location("a.md", 2, 8), "owner")


def test_blocks_and_what_stands_outside_the_flow_do_not_go_in_a_line(place: Placer) -> None:
    assert not place.blocks((PageBreak(),)).content.in_line
    assert not place.outside(CoverField(role="title", inlines=())).content.in_line
    assert place.text("a").content.in_line


@pytest.mark.parametrize(
    "take", [lambda placed: placed[0], lambda placed: placed[:2], list], ids=["index", "slice", "list"]
)
def test_placed_content_cannot_be_taken_apart(take: Callable[[Placed], object], place: Placer) -> None:
    with pytest.raises(TypeError):
        take(place.text("# a"))
