from __future__ import annotations

import plangen.cli.template
from plangen.cli.main import main


def test_arguments_become_a_place(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.template, "write_template", lambda *asked: given.append(asked) or 0)
    main(["template", "min.docx", "--root", "rot", "--lang", "en"])
    main(["template"])
    assert [(root.as_posix(), file, language) for root, file, language in given] == [
        ("rot", "min.docx", "en"),
        (".", "", ""),
    ]
