from decimal import Decimal

from plangen.document.diff.differences import (
    LONGEST,
    CellDifference,
    Figure,
    excerpts,
    line_kind,
    replacements,
    shortened,
    side,
)
from plangen.document.diff.lines import compared
from plangen.document.inlines import Change, CrossReference, Strong, Text

LINE = compared((Text("Ramen är 100 tkr"),), (Text("Ramen är 200 tkr"),))


def test_sides_of_a_line_are_what_it_said_and_says():
    assert side(LINE, "old") == "Ramen är 100 tkr"
    assert side(LINE, "new") == "Ramen är 200 tkr"


def test_reference_whose_wording_is_all_new_was_not_there_before():
    old, new = (CrossReference("m", (Text(text),), number="2") for text in ("målen", "alla målen"))
    assert side(compared((old,), (new,)), "old") == "målen"


def test_line_is_edited_or_only_set_otherwise():
    assert line_kind(LINE) == "edited"
    assert line_kind(compared((Text("så"),), (Strong((Text("så"),)),))) == "reformatted"
    assert line_kind((Text("så"),)) is None


def test_excerpts_are_of_what_differs():
    before, after = "ord " * 50, " ord" * 50
    old, new = excerpts(f"{before}gammalt{after}", f"{before}nytt{after}")
    assert old.startswith("…ord")
    assert "gammalt" in old
    assert new.endswith("ord…")
    assert len(old) < LONGEST


def test_long_text_is_cut_where_a_word_ends():
    assert shortened("långt " * 100).endswith("långt…")
    assert len(shortened("x" * 500)) <= LONGEST + 1


def test_difference_counts_what_is_missing_as_nothing():
    assert Figure(old=Decimal(5), new=Decimal(7)).difference == 2
    assert Figure(old=None, new=Decimal(7)).difference == 7
    assert Figure(old=Decimal(5), new=None).difference == -5
    assert Figure(old=None, new=None).difference is None


def test_cell_of_texts_has_no_figure():
    texts = {"id": "c", "heading": "A", "role": "", "field": "", "old": "a", "new": "b"}
    assert CellDifference(**texts, old_value="a", new_value="b").figure is None
    assert CellDifference(**texts, old_value=Decimal(1), new_value="b").figure == Figure(old=Decimal(1), new=None)


def test_words_put_in_the_place_of_others_are_told_in_pairs_once_each():
    inserted, deleted = Change("inserted"), Change("deleted")
    pair = (Text("10 tkr", change=deleted), Text("20 tkr", change=inserted))
    line = (Text("Ram "), *pair, Text(", summa "), *pair, Text(". "), Text("Alltid.", change=inserted))
    assert list(replacements(line)) == [("10 tkr", "20 tkr"), ("", "Alltid.")]
