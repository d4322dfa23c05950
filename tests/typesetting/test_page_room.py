"""The room that one printed page has for text."""

import pytest

from plangen.brand.brand import DEFAULT
from plangen.typesetting.page_room import PageRoom

ROOM = PageRoom(DEFAULT)
WORDS = "Nämnden följer upp målen varje år och redovisar dem. "


def test_a_page_has_room_for_what_stands_below_its_title():
    page = DEFAULT.page
    assert 0 < ROOM.whole < (page.height_mm - page.top_mm - page.bottom_mm) * 72 / 25.4


@pytest.mark.parametrize("style", ["body", "list-item"])
def test_a_paragraph_is_as_high_as_its_lines_and_the_space_below_them(style):
    look = DEFAULT.styles[style]
    assert ROOM.height("", style) == ROOM.height("ord", style) == look.line_height + look.after
    assert ROOM.height(WORDS * 4, style) >= 3 * look.line_height + look.after


def test_a_line_of_a_list_is_shorter_than_one_of_text():
    more = {
        style: ROOM.height(WORDS * 40, style) / DEFAULT.styles[style].line_height for style in ("body", "list-item")
    }
    assert more["list-item"] > more["body"]


def test_the_highest_picture_leaves_room_for_a_heading_and_its_caption():
    line = DEFAULT.styles["caption"].line_height
    assert ROOM.whole - 5 < ROOM.highest_picture() < ROOM.whole
    assert ROOM.highest_picture("Figur 1. Karta") < ROOM.highest_picture() - line
    assert ROOM.highest_picture(WORDS * 3) <= ROOM.highest_picture("Figur 1. Karta") - line
    assert ROOM.highest_picture(WORDS * 5_000) > 0
