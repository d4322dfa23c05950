from __future__ import annotations

import plangen.cli.listing
from plangen.cli.main import main


def test_arguments_become_an_order_and_a_format(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.listing, "list_plans", lambda order, form: given.append((order, form)) or 0)
    main(["list", "a", "--out", "ut"])
    main(["list", "--format", "json"])
    assert [(order.plans, order.output.name, form) for order, form in given] == [
        (("a",), "ut", "text"),
        ((), "build", "json"),
    ]
