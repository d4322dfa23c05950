from __future__ import annotations

from plangen.brand.brand import DEFAULT, POINTS_PER_MM
from plangen.document.nodes import BulletList
from plangen.locale.catalogue import catalogue
from plangen.typesetting.room import cell_sides, table_room


def test_tables_have_the_room_of_the_brands_page() -> None:
    room = table_room(DEFAULT, catalogue("sv"))
    assert room.text_width == DEFAULT.page.text_width
    assert room.landscape_width == DEFAULT.page.landscape_text_width
    assert room.paddings[""] == 2 * DEFAULT.table.padding_x
    assert room.indents[BulletList] == DEFAULT.styles["list-item"].indent


def test_five_millimetres_part_words_from_the_figures_before_them() -> None:
    left, _ = cell_sides("apart", DEFAULT.table)
    assert (left + DEFAULT.table.padding_x) / POINTS_PER_MM >= 5


def test_badges_have_a_ground_of_their_own_and_so_less_padding() -> None:
    left, right = cell_sides("close", DEFAULT.table)
    assert 0 < left == right < DEFAULT.table.padding_x


def test_bold_text_is_wider_and_words_break_by_their_language() -> None:
    room = table_room(DEFAULT, catalogue("sv"))
    assert room.measure("Nettokostnad", True) > room.measure("Nettokostnad", False) > 0
    assert "\u00ad" in room.hyphenate("nettokostnadsram")
