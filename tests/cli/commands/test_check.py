from __future__ import annotations

import plangen.cli.check
from plangen.cli.main import main
from plangen.cli.orders import Order


def test_arguments_become_an_order(monkeypatch) -> None:
    given: list[Order] = []
    monkeypatch.setattr(plangen.cli.check, "check", lambda order: given.append(order) or 1)
    assert main(["check", "a", "b", "--strict", "--jobs", "3"]) == 1
    assert (given[0].form, given[0].accepted) == ("text", False)
    assert main(["check", "--format", "json", "--accepted"]) == 1
    assert (given[1].form, given[1].accepted) == ("json", True)
    assert (given[0].plans, given[0].strict, given[0].jobs) == (("a", "b"), True, 3)
