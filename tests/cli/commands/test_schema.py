from __future__ import annotations

import plangen.cli.schema
from plangen.cli.main import main


def test_arguments_become_places_and_a_language(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.schema, "write_schemas", lambda *asked, vscode: given.append((*asked, vscode)) or 0)
    main(["schema", "--out", "ut", "--root", "rot", "--lang", "en", "--vscode"])
    main(["schema"])
    assert [(root.as_posix(), output.as_posix(), *others) for root, output, *others in given] == [
        ("rot", "ut", "en", True),
        (".", "schemas", "", False),
    ]
