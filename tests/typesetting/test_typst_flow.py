from __future__ import annotations

from plangen.typesetting.typst_flow import Piece, flow, framed, space


def test_between_two_pieces_stands_the_sum_of_their_spaces() -> None:
    assert flow([Piece("a", 5, 8), Piece("b", 4, 2)]) == "a\nv(weak: true, 12pt)\nb"


def test_no_space_is_written_where_none_is_asked_for() -> None:
    assert flow([Piece("a"), Piece("b")]) == "a\nb"


def test_a_frame_asks_for_the_space_around_what_it_holds() -> None:
    pieces = [Piece("a", 5, 8), Piece("b", 4, 2)]
    assert space(pieces) == (5, 2)
    assert framed(pieces).startswith("{\na\n")


def test_nothing_asks_for_no_space() -> None:
    assert space([]) == (0, 0)


def test_what_is_turned_stands_on_a_flipped_page() -> None:
    code = flow([Piece("a"), Piece("//mark\n", turned=(Piece("b", after=2), Piece("c")))])
    assert code == "a\n//mark\npage(flipped: true, {\nb\nv(weak: true, 2pt)\nc\n})"
