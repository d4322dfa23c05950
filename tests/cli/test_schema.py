from __future__ import annotations

import json
from pathlib import Path

from plangen.cli.main import main
from plangen.locale.catalogue import LANGUAGES
from plangen.schema.files import KINDS


def test_each_language_has_a_folder_with_a_schema_of_each_kind(tmp_path: Path, capsys):
    assert main(["schema", "--root", str(tmp_path)]) == 0
    names = {path.relative_to(tmp_path / "schemas").as_posix() for path in tmp_path.rglob("*.json")}
    assert names == {f"{language}/{kind.name}.json" for language in LANGUAGES for kind in KINDS}
    told = capsys.readouterr().out
    assert [language for language in LANGUAGES if f"schemas/{language}." not in told] == []


def test_one_language_alone_is_written_where_it_is_asked_for_and_told_in_it(tmp_path: Path, capsys):
    assert main(["schema", "--root", str(tmp_path), "--out", "a/b", "--lang", "en"]) == 0
    assert {path.parent for path in tmp_path.rglob("*.json")} == {tmp_path / "a/b/en"}
    assert "title" in json.loads((tmp_path / "a/b/en/plan.json").read_bytes())["properties"]
    assert capsys.readouterr().out.startswith("JSON Schemas of")


def test_schemas_that_are_there_are_replaced(tmp_path: Path):
    path = tmp_path / "schemas/sv/plan.json"
    path.parent.mkdir(parents=True)
    path.write_text("gammal", encoding="utf-8")
    assert main(["schema", "--root", str(tmp_path), "--lang", "sv"]) == 0
    assert json.loads(path.read_bytes())["title"] == "Plan"


def test_snippets_for_vs_code_are_written_where_they_are_asked_for(tmp_path: Path, capsys):
    main(["schema", "--root", str(tmp_path)])
    assert not (tmp_path / ".vscode").exists()
    assert main(["schema", "--root", str(tmp_path), "--lang", "en", "--vscode"]) == 0
    assert "New goal" in json.loads((tmp_path / ".vscode/plangen.code-snippets").read_bytes())
    assert ".vscode/plangen.code-snippets" in capsys.readouterr().out
