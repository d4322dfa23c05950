from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import FOLDER, SmallPlan

from plangen.diagnostics import Location
from plangen.model.rules.passages import Passage, every_passage, sentences, squeezed
from plangen.model.rules.places import SIGN
from plangen.readers.text_file import read_lines


def placed(small: SmallPlan, words: str) -> tuple[str, int, int, int]:
    """Where the first passage that has some words says that they stand."""
    passage = next(each for each in every_passage(small.read()) if words in each.text)
    at = passage.text.index(words)
    place = passage.place(at, at + len(words), lambda file: read_lines(small.source, file))
    return place.file.removeprefix(f"{FOLDER}/"), place.line, place.column, place.length


@pytest.mark.parametrize(
    ("text", "words", "line", "column", "length"),
    [
        ("Ett två tre.", "två", 8, 5, 3),
        ("Ett\ntvå tre.", "två tre", 9, 1, 7),
        ("Ett två\n tre fyra.", "två tre", 8, 5, 3),
        ("**Ett** [två](https://example.org) tre.", "två", 8, 10, 3),
        ("- ett\n- två tre", "tre", 9, 7, 3),
        ("> Ett\n> två", "två", 9, 3, 3),
        ("Ett \\* två.", "* två", 8, 5, 6),
        ("| a | b |\n|---|---|\n| xx | två xx |", "två xx", 10, 8, 6),
        ("Ett.[^n]\n\n[^n]: Noten två.", "två", 10, 13, 3),
        ("## Rubrik två\n\nText.", "två", 8, 11, 3),
        ("Får **27,9** mnkr.\n\nLån på 27,9 mnkr.", "27,9 mnkr", 8, 7, 11),
        ("Får 27,9&nbsp;mnkr.\n\nLån på 27,9 mnkr.", "27,9\u00a0mnkr", 8, 5, 14),
        ("> [!VIKTIGT] Två år\n> Text.", "år", 8, 18, 2),
    ],
)
def test_words_are_found_where_their_author_wrote_them(
    small: SmallPlan, text: str, words: str, line: int, column: int, length: int
):
    assert placed(small.with_text(text), words) == ("sections/inledning.md", line, column, length)


def test_of_words_that_stand_twice_each_has_its_own_place(small: SmallPlan):
    plan = small.with_text("Samma ord, samma\nord, Samma ord.")
    passage = next(each for each in every_passage(plan.read()) if "Samma ord" in each.text)
    at = passage.text.rindex("Samma")
    place = passage.place(at, at + 5, lambda file: read_lines(plan.source, file))
    assert (place.line, place.column) == (9, 6)


def test_cells_of_a_row_that_say_the_same_have_places_of_their_own(small: SmallPlan):
    plan = small.with_text("| a | b |\n|---|---|\n| sex | sex |")
    cells = [each for each in every_passage(plan.read()) if each.text == "sex"]
    columns = [each.place(0, 3, lambda file: read_lines(plan.source, file)).column for each in cells]
    assert columns == [3, 9]


def test_what_is_no_word_is_one_sign(small: SmallPlan):
    text = "A {{ plan.ram }} b `kod` c [](#god-halsa) d [x]{lang=en} e.[^n]\n\n[^n]: N."
    (found,) = [each.text for each in every_passage(small.with_text(text).read()) if each.text.startswith("A ")]
    assert found == f"A {SIGN} b {SIGN} c {SIGN} d {SIGN} e.{SIGN}"


def test_values_names_and_sources_are_told_apart(small: SmallPlan):
    kinds = {each.text: each.kind for each in every_passage(small.read())}
    assert kinds["Statistik"] == "source"
    assert kinds["Väntetid"] == kinds["Vård"] == kinds["Nettokostnadsram"] == "name"
    assert kinds["RF"] == kinds["minskande"] == "value"
    assert kinds["Vården ska vara tillgänglig."] == "prose"
    assert kinds["God hälsa"] == "title"


def test_words_that_are_not_there_have_the_place_of_the_passage():
    passage = Passage("borta", Location("a.md", 3, 1, 9))
    assert passage.place(0, 5, lambda file: ("x", "y", "något annat")) == passage.location
    assert passage.place(0, 5, lambda file: ()) == passage.location


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ett. Två.", ["Ett.", "Två."]),
        ("Ca. 5 kr t.ex. för mat. Sedan", ["Ca. 5 kr t.ex. för mat.", "Sedan"]),
        ("Han sa ”Nej.” Hon", ["Han sa ”Nej.", "Hon"]),
        ("utan slut", ["utan slut"]),
        ("", []),
    ],
)
def test_sentences_end_before_a_capital_letter(text: str, expected: list[str]):
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text())
def test_sentences_are_in_order_and_within_the_text(text: str):
    spans = [*sentences(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


@given(st.text())
def test_squeezing_twice_is_squeezing_once(text: str):
    assert squeezed(squeezed(text).upper().lower()) == squeezed(text.upper().lower())
