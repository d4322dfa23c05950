from __future__ import annotations

import pytest

import plangen.cli.import_budget
from plangen.cli.main import main


def test_arguments_become_an_order(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.import_budget, "run", lambda order: given.append(order) or 0)
    main(["import", "budget", "x.xlsx", "--into", "budget/x.yaml", "--sheet", "S", "--range", "A1:B2", "--prune"])
    (order,) = given
    assert (order.file, order.into, order.sheet, order.range) == ("x.xlsx", "budget/x.yaml", "S", "A1:B2")
    assert (order.prune, order.dry_run, order.title) == (True, False, "")


def test_where_the_table_goes_must_be_said(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["import", "budget", "x.xlsx"])
    assert "--into" in capsys.readouterr().err
