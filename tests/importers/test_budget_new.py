from __future__ import annotations

from textwrap import dedent

import pytest

from plangen.formatting.yaml import canonical_yaml
from plangen.importers.budget_new import column_keys, new_budget, row_ids, unlike
from plangen.importers.budget_sheet import BudgetSheet, SheetColumn, read_budget

from .sheets import PASTED, pasted


def table(text: str) -> BudgetSheet:
    budget, _ = read_budget(pasted(text))
    assert budget is not None
    return budget


def test_a_new_file_has_roles_and_no_computable_figures():
    text, names = new_budget(table(PASTED), "Drift", "sv")
    assert text == dedent(
        """\
        titel: Drift
        enhet: tkr
        ledrubrik: Verksamhet
        kolumner:
          budget_2026: {rubrik: Budget 2026, roll: ingående}
          andring: {rubrik: Ändring, roll: förändring}
          varav_loner: {rubrik: Varav löner, roll: varav}
          budget_2027: {rubrik: Budget 2027, roll: utgående}
        rader:
          - namn: Teknik
            roll: grupp
          - namn: Gator
            budget_2026: 20 000
            andring: 1 200
            varav_loner: 8 000
          - namn: Park
            budget_2026: 10 000
            andring: -500
          - namn: Delsumma
            roll: delsumma
          - namn: Vatten
            roll: grupp
          - namn: Verk
            budget_2026: 5 000
          - namn: Summa
            roll: summa
        """
    )
    assert canonical_yaml(text) == text
    assert names.rows[-1] == "summa"


def test_an_english_plan_has_english_words():
    text, _ = new_budget(table(PASTED), "Drift", "en")
    assert "columns:\n" in text
    assert "role: closing" in text


def test_keys_are_of_the_headings_and_never_a_rows_own():
    columns = tuple(
        SheetColumn(at, text) for at, text in enumerate(("2026", "2027 utfall", "Namn", "Ett " * 20, "Ett"))
    )
    assert list(column_keys(columns, ("ett",), "sv").values()) == [
        "ar_2026",
        "kolumn_2027_utfall",
        "namn_2",
        "ett_ett_ett_ett_ett_ett_ett_ett",
        "ett_2",
    ]


def test_rows_of_one_name_have_ids_of_their_groups():
    budget = table("N\tA\nA\nÖvrigt\t1\nB\nÖvrigt\t2\nÖvrigt\t3\n")
    assert row_ids(budget.rows, ()) == ("a", "ovrigt", "b", "b-ovrigt", "b-ovrigt-2")
    assert "id: b-ovrigt\n" in new_budget(budget, "T", "sv")[0]


@pytest.mark.parametrize(("used", "name"), [(set(), "a"), ({"a"}, "a-2"), ({"a", "a-2"}, "a-3")])
def test_a_name_is_unlike_those_taken(used: set[str], name: str):
    assert unlike(used, "a", "-") == name
