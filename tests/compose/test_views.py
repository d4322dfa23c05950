from __future__ import annotations

import pytest

from plangen.compose.placed import Placed, Placer, Register
from plangen.compose.views import View, plan_view

from .plans import SWEDISH, edited, memory, plan


@pytest.fixture
def view() -> View:
    return plan_view(plan(), SWEDISH, Placer(Register()))


def names(view: object) -> list[str]:
    assert isinstance(view, View)
    return sorted(view.names())


def at(view: View, *path: str | int) -> object:
    value: object = view
    for step in path:
        if isinstance(step, int):
            assert isinstance(value, tuple)
            value = value[step]
        else:
            assert isinstance(value, View)
            value = value[step]
    return value


@pytest.mark.parametrize("name", ["a-b_c", "a_b_c", "a-b-c"])
def test_names_may_be_asked_for_with_hyphen_or_underscore(name: str) -> None:
    assert View({"a-b_c": 1})[name] == 1


def test_a_name_that_is_spelled_out_goes_before_one_alike() -> None:
    view = View({"a-b": 1, "a_b": 2})
    assert (view["a-b"], view["a_b"]) == (1, 2)


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        View({"a": 1})["b"]


@pytest.mark.parametrize("name", [0, slice(1), None, ("a",)])
def test_only_a_text_is_a_name(name: object) -> None:
    with pytest.raises(TypeError):
        View({"a": 1})[name]


def test_names_are_told_as_a_template_spells_them() -> None:
    assert list(View({"a-b": 1, "c": 2}).names()) == ["a_b", "c"]


def test_a_view_is_true_where_it_has_any_name() -> None:
    assert View({"a": ""})
    assert not View({})


def test_the_plan_is_told_by_name(view: View) -> None:
    assert at(view, "title") == "Årsplan 2026"
    assert at(view, "body") == "Kulturnämnden"
    assert at(view, "year") == "2026"
    assert (at(view, "status"), at(view, "status_id")) == ("Utkast", "draft")
    assert at(view, "frame", "amount") == "2\u00a0995"
    assert at(view, "frame", "unit_name") == "tusen kronor"
    assert not at(view, "decision")


def test_goals_stand_in_the_section_that_asks_for_them(view: View) -> None:
    assert [bool(at(view, "sections", index, "goals")) for index in range(3)] == [False, True, False]
    assert at(view, "sections", 1, "goals", 0, "goals", 0, "title") == "Öppna bibliotek"
    assert at(view, "goals", 0, "goals", 0, "level_name") == "Resultatmål"


def test_tables_stand_in_the_section_that_names_them(view: View) -> None:
    assert at(view, "sections", 2, "tables", 0, "title") == "Driftbudget"
    assert names(at(view, "tables")) == ["drift"]


def test_texts_are_placed_and_ids_are_plain(view: View) -> None:
    assert isinstance(at(view, "sections", 0, "title"), Placed)
    assert isinstance(at(view, "sections", 0, "text"), Placed)
    assert type(at(view, "sections", 0, "id")) is str


def test_a_decision_is_told_with_its_date_in_words() -> None:
    decided = "beslut: {beslutad av: Nämnden, datum: 2025-12-01, paragraf: § 7, diarienummer: RS/2025-1}\nram:"
    view = plan_view(plan(edited(memory(), "plan.yaml", "ram:", decided)), SWEDISH, Placer(Register()))
    assert at(view, "decision", "date") == "1\u00a0december\u00a02025"
    assert (at(view, "decision", "paragraph"), at(view, "decision", "case_number")) == ("§ 7", "RS/2025-1")


def test_governing_documents_are_told_with_kind_and_remark() -> None:
    documents = (
        "titel: Inledning\nstyrande dokument:\n  - namn: Energi\n    typ: plan\n    anmärkning: ny\n  - namn: Resor\n"
    )
    view = plan_view(
        plan(edited(memory(), "sections/inledning.md", "titel: Inledning\n", documents)), SWEDISH, Placer(Register())
    )
    first, second = (at(view, "sections", 0, "governing_documents", index) for index in range(2))
    assert isinstance(first, View)
    assert isinstance(second, View)
    assert (first["name"], first["kind"], first["remark"]) == ("Energi", "plan", "ny")
    assert not second["kind"]


def test_goals_are_told_one_below_the_other_and_all_in_a_row(view: View) -> None:
    assert [at(view, "all_goals", index, "title") for index in range(2)] == ["Kultur i hela länet", "Öppna bibliotek"]
    assert (at(view, "indicators"), at(view, "indicators_shown")) == (True, "with_goal")


def test_a_goal_tells_its_numeral_and_whom_and_what_it_is_for() -> None:
    source = edited(memory(), "goals.yaml", "  - namn: Resultatmål", "  - {namn: Resultatmål, numrering: a}")
    fields = "ansvarig: Rådet\nbidrar till: [Länsmål, Landsmål]\naktiviteter: [{namn: Läs}]\nindikatorer:"
    view = plan_view(plan(edited(source, "goals/bibliotek.md", "indikatorer:", fields)), SWEDISH, Placer(Register()))
    goal = at(view, "all_goals", 1)
    assert isinstance(goal, View)
    assert (goal["numeral"], at(view, "goals", 0, "numeral")) == ("a", "")
    assert (goal["responsible"], goal["contributes_to"], goal["activities"]) == ("Rådet", ("Länsmål", "Landsmål"), True)
