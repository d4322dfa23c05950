from __future__ import annotations

import plangen.cli.init
from plangen.cli.main import VERSION, main


def test_arguments_become_a_call(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.init, "init", lambda *asked: given.append(asked) or 0)
    main(["init", "mapp"])
    main(["init", "mapp", "--lang", "en", "--plangen", "1.2"])
    assert given == [("mapp", "sv", "", VERSION), ("mapp", "en", "1.2", VERSION)]
