from __future__ import annotations

import plangen.cli.figures
from plangen.cli.main import main


def test_arguments_become_an_order_and_a_format(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.figures, "list_figures", lambda order, form: given.append((order, form)) or 0)
    main(["figures", "a"])
    main(["figures", "--format", "json"])
    assert [(order.plans, form) for order, form in given] == [(("a",), "text"), ((), "json")]
