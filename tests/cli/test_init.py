from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plangen.cli.init import init
from plangen.cli.main import main
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import LANGUAGES
from plangen.schema.files import bindings, schema_files
from plangen.schema.vscode import front_matter_snippets

NOTE = re.compile(r"^# |  # ")
"""A note to the writer: a comment of YAML. Markdown has none; all of it is printed."""


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_repository_has_no_finding_is_in_form_and_builds_in_all_formats(
    language: str, tmp_path: Path, capsys
) -> None:
    place = tmp_path / "planer"
    assert main(["init", str(place), "--lang", language, "--plangen", "1.2"]) == 0
    assert "plangen[import,serve]==1.2" in capsys.readouterr().out
    assert main(["check", "--strict", "--root", str(place)]) == 0
    assert main(["fmt", "--check", "--strict", "--root", str(place)]) == 0
    out = place / "build"
    assert main(["build", "--to", "docx,html,pdf", "--root", str(place), "--out", str(out)]) == 0
    assert sorted(each.suffix for each in out.glob("*/*")) == [".docx", ".html", ".json", ".pdf"]
    (page,) = out.glob("*/*.html")
    assert "&lt;!--" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_file_explains_itself(language: str, tmp_path: Path) -> None:
    init(str(tmp_path / "planer"), language, "1", "1")
    content = {path: text.decode().splitlines() for path, text in files(tmp_path / "planer" / "content").items()}
    silent = [path for path, lines in content.items() if not any(NOTE.search(line) for line in lines)]
    assert len(content) >= 8
    assert [Path(path).parent.name for path in silent] == ["goals"]  # the second goal is as the first


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_hold_the_content_to_the_schemas_that_are_written(language: str, tmp_path: Path) -> None:
    place = tmp_path / "planer"
    init(str(place), language, "1", "1")
    bound = json.loads((place / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for schema, patterns in bound.items():
        described = json.loads((place / schema).read_text(encoding="utf-8"))
        assert described["$schema"]
        assert any(list(place.glob(pattern)) for pattern in patterns) or schema.endswith("brand.json")
    assert len(list((place / "schemas").glob("*/*.json"))) > len(bound)


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    for parent in ("a", "b"):
        init(str(tmp_path / parent / "planer"), "sv", "1", "1")
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_the_guide_is_headed_by_the_folders_name(tmp_path: Path) -> None:
    init(str(tmp_path / "Våra planer"), "sv", "1", "1")
    assert (tmp_path / "Våra planer" / "README.md").read_text(encoding="utf-8").startswith("# Våra planer\n")


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mitt.txt").write_text("kvar", encoding="utf-8")
    with pytest.raises(PlangenError) as raised:
        init(str(tmp_path), "sv", "1", "1")
    assert raised.value.code == "init-not-empty"
    assert files(tmp_path) == {"mitt.txt": b"kvar"}


@pytest.mark.parametrize("inside", [(), (".git",)])
def test_an_empty_folder_and_an_empty_repository_are_filled(
    inside: tuple[str, ...], tmp_path: Path, monkeypatch
) -> None:
    place = tmp_path / "planer"
    place.mkdir()
    for name in inside:
        (place / name).mkdir()
    monkeypatch.chdir(place)
    init(".", "sv", "1", "1")
    assert (place / "Makefile").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["planer"]


def test_a_file_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "planer").write_text("kvar", encoding="utf-8")
    with pytest.raises(PlangenError) as raised:
        init(str(tmp_path / "planer"), "sv", "1", "1")
    assert raised.value.code == "file-exists"


@pytest.mark.parametrize("place", ["/proc/nowhere/planer", "a\0b", "x" * 300])
def test_a_place_that_can_not_be_written_is_told_of(place: str, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PlangenError) as raised:
        init(place, "sv", "1", "1")
    assert raised.value.code == "output-unwritable"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("failing", ["write_bytes", "rename"])
def test_nothing_is_left_where_writing_fails_half_way(failing: str, there: bool, tmp_path: Path, monkeypatch) -> None:
    place = tmp_path / "ny" / "planer"
    if there:
        place.mkdir(parents=True)
    calls = []
    real = getattr(Path, failing)

    def fail(self: Path, *given: object) -> object:
        calls.append(self)
        if len(calls) == (3 if failing == "write_bytes" or there else 1):
            raise OSError(28, "No space left on device")
        return real(self, *given)

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(PlangenError) as raised:
        init(str(place), "sv", "1", "1")
    assert raised.value.code == "output-unwritable"
    assert list(tmp_path.rglob("*")) == ([place.parent, place] if there else [])


def test_what_plangen_is_installed_from_is_asked_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(PlangenError):
        init(str(tmp_path / "planer"), "sv", "hej du", "1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_editors_know_the_files_by_schemas_of_the_language(language: str, tmp_path: Path) -> None:
    init(str(tmp_path / "planer"), language, "1", "1")
    made = files(tmp_path / "planer")
    bound = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    assert bound == bindings(language, {})
    assert {name.removeprefix("./") for name in bound} <= set(made)
    assert {name: made[f"schemas/{name}"] for name in schema_files((language,))} == schema_files((language,))
    assert made[".vscode/plangen.code-snippets"] == front_matter_snippets(language)
