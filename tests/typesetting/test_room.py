from __future__ import annotations

from plangen.brand.brand import DEFAULT
from plangen.document.nodes import BulletList
from plangen.locale.catalogue import catalogue
from plangen.typesetting.room import table_room


def test_tables_have_the_room_of_the_brands_page() -> None:
    room = table_room(DEFAULT, catalogue("sv"))
    assert room.text_width == DEFAULT.page.text_width
    assert room.landscape_width == DEFAULT.page.landscape_text_width
    assert room.padding == 2 * DEFAULT.table.padding_x
    assert room.indents[BulletList] == DEFAULT.styles["list-item"].indent


def test_bold_text_is_wider_and_words_break_by_their_language() -> None:
    room = table_room(DEFAULT, catalogue("sv"))
    assert room.measure("Nettokostnad", True) > room.measure("Nettokostnad", False) > 0
    assert "\u00ad" in room.hyphenate("nettokostnadsram")
