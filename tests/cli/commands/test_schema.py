from __future__ import annotations

import plangen.cli.schema
from plangen.cli.main import main


def test_arguments_become_places_and_a_language(monkeypatch) -> None:
    given = []
    monkeypatch.setattr(plangen.cli.schema, "write_schemas", lambda *asked: given.append(asked) or 0)
    main(["schema", "--out", "ut", "--root", "rot", "--lang", "en"])
    main(["schema"])
    assert [(root.as_posix(), output.as_posix(), language) for root, output, language in given] == [
        ("rot", "ut", "en"),
        (".", "schemas", ""),
    ]
