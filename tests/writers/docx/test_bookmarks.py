"""Names that Word takes, one for each id."""

from __future__ import annotations

from docx.oxml.ns import qn

from plangen.writers.docx.bookmarks import LIMIT, Bookmarks, bookmark_name
from plangen.writers.docx.xml import w


def test_name_says_its_purpose_and_its_id() -> None:
    assert bookmark_name("Toc", "ekonomi-i-balans") == "_Toc_ekonomi_i_balans"


def test_long_ids_are_cut_and_kept_apart() -> None:
    names = {bookmark_name("Ref", "a" * 60), bookmark_name("Ref", "a" * 61)}
    assert len(names) == 2
    assert all(len(name) <= LIMIT for name in names)


def test_ids_that_differ_in_case_or_in_a_sign_are_kept_apart() -> None:
    names = [bookmark_name("Ref", id).lower() for id in ("a-b", "a_b", "A-b", "å-b", "a.b")]
    assert len(set(names)) == len(names)


def test_name_stays_the_same_from_run_to_run() -> None:
    assert bookmark_name("Ref", "Mål_1") == "_Ref_m_l_1_35aa2088"


def test_each_bookmark_has_a_number_of_its_own_and_is_set_once() -> None:
    bookmarks = Bookmarks()
    first = bookmarks.around([w("r")], "_Ref_a", "_Toc_a")
    again = bookmarks.around([w("r")], "_Ref_a")
    numbers = [element.get(qn("w:id")) for element in first if element.tag == qn("w:bookmarkStart")]
    assert sorted(numbers) == ["0", "1"]
    assert len(again) == 1
