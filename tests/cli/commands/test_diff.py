from __future__ import annotations

import plangen.cli.diff
from plangen.cli.main import main


def test_arguments_become_an_order(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.diff, "diff", lambda order: given.append(order) or 0)
    main(["diff", "main", "gren", "--plan", "a", "--plan", "b", "--to", "md,JSON", "--exact", "--exit-code"])
    main(["diff", "--from", "x", "--to-dir", "y", "--author", "Nina", "--out", "ut"])
    first, second = given
    assert (first.base, first.head, first.folders, first.plans) == ("main", "gren", None, ("a", "b"))
    assert (first.formats, first.exact, first.exit_code) == (("md", "json"), True, True)
    assert (second.folders, second.author, second.output.name) == (("x", "y"), "Nina", "ut")
    assert second.formats == ("html", "md")
