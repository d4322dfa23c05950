from __future__ import annotations

from textwrap import dedent

from plangen.importers.budget_sheet import read_budget
from plangen.importers.budget_update import Updated, update_budget
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping

from .sheets import pasted

FILE = """\
# Underlag: Raindance
titel: Drift   # kort
enhet: tkr
kolumner:
  b26: {rubrik: Budget 2026, roll: ingående}
  ändring: {rubrik: "Ändring", roll: förändring}
  b27: {rubrik: Budget 2027, roll: utgående}
rader:
  # de stora
  - namn: Gator   # viktigt
    id: vagar
    b26: 20 000
    ändring: 1 200  # preliminärt
  - {namn: Park, b26: 1, ändring: 2}

  - namn: Torg
    b26: 3
  - namn: Summa
    roll: summa
anmärkning: Slut.
"""
SHEET = """\
N\tBudget 2026\tÄndring\tBudget 2027
Gator\t20 000\t1 300,5\t21 300,5
Park\t1\t2,5\t3,5
Ny\t1\t\t1
Summa\t20 002\t1 303\t21 305
"""


def updated(file: str = FILE, sheet: str = SHEET, prune: bool = False) -> Updated:
    value, faults = read_yaml(file, "x.yaml")
    assert isinstance(value, PlacedMapping)
    assert faults == ()
    budget, _ = read_budget(pasted(sheet))
    assert budget is not None
    return update_budget(file, value, budget, "sv", prune)


def told(update: Updated) -> list[tuple[str, str]]:
    return [(what, dict(parameters).get("row", dict(parameters).get("column", ""))) for what, parameters in update.told]


def test_only_what_changed_is_changed():
    made = updated()
    expected = FILE.replace("1 200  #", "1 300,5  #").replace("ändring: 2}", 'ändring: "2,5"}')
    expected = expected.replace('ändring: "2,5"}\n', 'ändring: "2,5"}\n  - namn: Ny\n    b26: 1\n')
    assert made.text == expected
    assert made.found == ()
    assert told(made) == [
        ("import-cell", "Gator"),
        ("import-cell", "Park"),
        ("import-row-new", "Ny"),
        ("import-row-gone", "Torg"),
    ]


def test_a_change_is_told_with_old_new_and_address():
    what, parameters = updated().told[0]
    assert (what, dict(parameters)) == (
        "import-cell",
        {"row": "Gator", "column": "ändring", "cell": "C2", "old": "1 200", "new": "1 300,5"},
    )


def test_names_are_those_of_the_file():
    names = updated().names
    assert names.rows == ("vagar", "park", "ny", "summa")
    assert list(names.columns.values()) == ["b26", "ändring", "b27"]


def test_a_row_that_is_gone_goes_when_asked():
    made = updated(prune=True)
    assert "Torg" not in made.text
    assert "# de stora" in made.text
    assert ("import-row-removed", "Torg") in told(made)


def test_an_emptied_cell_is_emptied():
    made = updated(sheet="N\tBudget 2026\tÄndring\nGator\t20 000\t\nPark\t1\t2\nTorg\t3\t\n")
    assert "    ändring:  # preliminärt\n" in made.text
    assert told(made) == [("import-column-gone", "b27"), ("import-cell", "Gator"), ("import-row-gone", "Summa")]


def test_an_equal_figure_written_otherwise_is_left():
    assert updated(sheet="N\tBudget 2026\tÄndring\nGator\t20000\t1200,0\nPark\t1\t2\nTorg\t3\t\n").text == FILE


def test_a_new_column_is_added_last_with_its_figures():
    made = updated(sheet="N\tBudget 2026\tÄndring\tAnsvarig\nGator\t20 000\t1 200\tLisa\nPark\t1\t2\t\nTorg\t3\t\t\n")
    assert "roll: utgående}\n  ansvarig: {rubrik: Ansvarig, roll: text}\nrader:" in made.text
    assert "preliminärt\n    ansvarig: Lisa\n" in made.text


def test_columns_are_known_by_heading_with_a_unit_or_by_key():
    made = updated(
        sheet="N\tBUDGET 2026 (tkr)\tÄndring\tb27\nGator\t21 000\t1 200\t22 200\nPark\t1\t2\t3\nTorg\t3\t\t3\n"
    )
    assert made.names.columns == {2: "b26", 3: "ändring", 4: "b27"}


def test_columns_by_kind_and_year_are_known():
    file = "kolumner:\n  u: {typ: utfall, år: 2025}\nrader:\n  - namn: Gator\n    u: 1\n"
    assert updated(file, "N\tUtfall 2025\nGator\t2\n").text.endswith("u: 2\n")


def test_a_file_without_rows_is_a_fault():
    assert [each.code for each in updated("titel: x\n").found] == ["import-file-without-rows"]


def test_what_is_written_in_one_line_isnt_extended():
    file = "kolumner: {a: {rubrik: A}}\nrader: [{namn: Gator, a: 1}]\n"
    made = updated(file, "N\tA\tB\nGator\t2\t3\nNy\t1\t1\n")
    assert [each.code for each in made.found] == ["import-file-in-braces", "import-file-in-braces"]


def test_rows_of_one_name_are_known_by_their_groups():
    file = dedent(
        """\
        kolumner:
          a: {rubrik: A}
        rader:
          - namn: X
            roll: grupp
          - namn: Övrigt
            a: 1
          - namn: Y
            roll: grupp
          - namn: Övrigt
            id: y-ovrigt
            a: 2
        """
    )
    made = updated(file, "N\tA\nY\nÖvrigt\t5\nX\nÖvrigt\t6\n")
    assert made.text == file.replace("a: 2", "a: 5").replace("a: 1", "a: 6")


YEARS = """\
N\t2026\t2027\t
\tBudget\tÄndring\tBudget 2027
Gator\t20 000\t1 300\t21 300
Park\t1\t2\t3
Torg\t3\t\t3
"""


def test_years_over_headings_are_no_new_columns():
    made = updated(sheet=YEARS)
    assert told(made) == [("import-cell", "Gator"), ("import-row-gone", "Summa")]
    assert made.names.columns == {2: "b26", 3: "ändring", 4: "b27"}


def test_a_lowest_heading_that_several_have_or_of_another_year_is_a_new_column():
    twice = updated(sheet=YEARS.replace("Budget 2027", "Ändring").replace("2026\t2027\t", "2026\t2027\t2028"))
    assert [each for each in told(twice) if "column" in each[0]] == [
        ("import-column-new", "Ändring 2027"),
        ("import-column-new", "Ändring 2028"),
        ("import-column-gone", "ändring"),
        ("import-column-gone", "b27"),
    ]
    other = updated(file=FILE.replace("roll: förändring", "roll: förändring, år: 2026"), sheet=YEARS)
    assert ("import-column-new", "Ändring 2027") in told(other)
