from __future__ import annotations

import plangen.cli.fmt
from plangen.cli.main import main


def test_arguments_become_an_order_and_a_manner(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.fmt, "fmt", lambda order, manner: given.append((order, manner)) or 0)
    for arguments in ([], ["--check", "--strict"], ["--diff"]):
        main(["fmt", "a", *arguments])
    assert [(manner.check, manner.diff, order.strict) for order, manner in given] == [
        (False, False, False),
        (True, False, True),
        (False, True, False),
    ]
