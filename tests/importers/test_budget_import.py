from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plangen.diagnostics import PlangenError
from plangen.formatting.files import Overlay, format_file
from plangen.importers.budget_import import Imported, Target, import_budget
from plangen.importers.budget_sheet import read_budget
from plangen.readers.plan import read_plan
from plangen.source.source import Memory

from .sheets import PASTED, pasted

PLAN = "titel: P\norganisation: R\når: 2026\nspråk: sv\nstatus: utkast\ndisposition: arsplan\navsnitt: [a]\n"
FILES = {"p/plan.yaml": PLAN, "p/sections/a.md": "---\ntitel: A\ntabeller: [x]\n---\n"}


def imported(text: str = PASTED, files: dict[str, str] | None = None, prune: bool = False) -> Imported:
    budget, found = read_budget(pasted(text))
    assert budget is not None, found
    return import_budget(budget, Target(Memory(FILES | (files or {})), "p", "budget/x.yaml"), prune=prune)


def test_a_new_file_is_sound_and_canonical_and_the_same_sheet_changes_nothing():
    made = imported()
    assert (made.sound, made.found, made.before) == (True, (), None)
    assert format_file(Memory({"p/budget/x.yaml": made.text}), "p/budget/x.yaml") == (None, ())
    again = imported(files={"p/budget/x.yaml": made.text})
    assert (again.text, again.told, again.found) == (made.text, (), ())


def test_roles_and_a_guessed_title_are_told():
    made = imported("N\tA\na\t1\n")
    assert [what for what, _ in made.told] == ["import-column", "import-title"]
    assert [each.code for each in made.found] == ["import-unit-missing"]


def test_a_table_whose_sums_no_longer_hold_is_not_taken_over():
    made = imported("N\tA\na\t1\nb\t2\nSumma\t3\n")
    changed = imported("N\tA\na\t1\nSumma\t1\n", {"p/budget/x.yaml": made.text})
    assert not changed.sound
    assert [(each.code, each.location.file) for each in changed.found] == [("import-sum-differs", "urklipp B3")]
    assert ("import-row-gone", "b") in [(what, dict(given).get("row")) for what, given in changed.told]
    assert imported("N\tA\na\t1\nSumma\t1\n", {"p/budget/x.yaml": made.text}, prune=True).sound


def test_a_file_at_fault_is_not_touched():
    made = imported(files={"p/budget/x.yaml": "titel: x\na: >= 1\n"})
    assert [each.code for each in made.found] == ["import-file-broken"]


def test_a_table_needs_a_plan():
    budget, _ = read_budget(pasted())
    assert budget is not None
    with pytest.raises(PlangenError, match="import-no-plan"):
        import_budget(budget, Target(Memory({}), "p", "budget/x.yaml"))


FIGURES = st.one_of(st.none(), st.decimals(-(10**9), 10**9, places=2), st.integers(-(10**6), 10**6).map(Decimal))
NAMES = st.lists(
    st.text("abcåäö *_[]{}:#&-'\"", min_size=1, max_size=8).map(lambda text: "R " + text), min_size=1, max_size=6
)


@settings(derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(NAMES, st.integers(1, 3), st.data())
def test_every_figure_of_a_sheet_is_the_tables_own(names: list[str], width: int, data: st.DataObject):
    figures = [[data.draw(FIGURES) for _ in range(width)] for _ in names]
    rows = [["Namn", *(f"Kolumn {at}" for at in range(width))]]
    rows += [
        [name, *("" if each is None else f"{each:f}".replace(".", ",") for each in row)]
        for name, row in zip(names, figures, strict=True)
    ]
    budget, found = read_budget(
        pasted("\n".join("\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows))
    )
    if budget is None or any(each.severity > 1 for each in found):
        return
    made = import_budget(budget, Target(Memory(FILES), "p", "budget/x.yaml"))
    assert made.sound, made.found
    plan, _ = read_plan(Overlay(Memory(FILES), {"p/budget/x.yaml": made.text}), "p")
    assert plan is not None
    table = plan.tables[0]
    given_figures = [cell.number for row in budget.rows for cell in row.cells.values()]
    assert sum(each or 0 for each in given_figures) == sum(each or 0 for each in table.figures.values())
    assert [str(row.name) for row in table.rows] == [row.name for row in budget.rows]
