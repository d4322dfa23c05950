from __future__ import annotations

import pytest

import plangen.cli.serve
from plangen.cli.main import main


def test_arguments_become_an_order_a_port_and_a_wish(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(
        plangen.cli.serve, "serve", lambda order, port, *, open_browser: given.append((order, port, open_browser)) or 0
    )
    main(["serve"])
    main(["serve", "a", "--port", "0", "--open"])
    assert [(order.plans, port, opened) for order, port, opened in given] == [((), None, False), (("a",), 0, True)]


def test_a_port_that_is_none_is_refused(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["serve", "--port", "99999"])
    assert "är ingen port" in capsys.readouterr().err
