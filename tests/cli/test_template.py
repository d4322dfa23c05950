from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from plangen.cli.main import main
from plangen.cli.template import write_template
from plangen.diagnostics import PlangenError


def test_the_template_lies_where_the_next_build_finds_it(tmp_path: Path, capsys):
    assert main(["template", "--root", str(tmp_path)]) == 0
    path = tmp_path / "templates/docx/wordmall.docx"
    assert docx.Document(BytesIO(path.read_bytes())).paragraphs
    assert path.as_posix() in capsys.readouterr().out


def test_the_template_is_written_where_it_is_asked_for_and_in_a_language(tmp_path: Path):
    path = tmp_path / "a" / "mall.docx"
    assert main(["template", str(path), "--root", str(tmp_path), "--lang", "en"]) == 0
    assert "Case number" in docx.Document(BytesIO(path.read_bytes())).element.xml


def test_a_file_that_is_there_is_kept(tmp_path: Path, capsys):
    (tmp_path / "m.docx").write_bytes(b"x")
    assert main(["template", str(tmp_path / "m.docx")]) == 2
    assert (tmp_path / "m.docx").read_bytes() == b"x"
    assert "[file-exists]" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["mall.dotx", "mall", "mall.doc"])
def test_the_template_is_written_as_a_document_only(name: str, tmp_path: Path):
    with pytest.raises(PlangenError) as found:
        write_template(tmp_path, str(tmp_path / name), "")
    assert found.value.code == "template-ending"


def test_the_template_has_the_colours_of_the_project(tmp_path: Path, capsys):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/brand.yaml").write_text('colours: {accent: "#8A1538"}\n', encoding="utf-8")
    assert write_template(tmp_path, "", "") == 0
    assert "8A1538" in docx.Document(tmp_path / "templates/docx/wordmall.docx").styles.element.xml
    (tmp_path / "templates/brand.yaml").write_text("colours: {accent: röd}\n", encoding="utf-8")
    assert write_template(tmp_path, str(tmp_path / "n.docx"), "") == 1
    assert "[colour-unreadable]" in capsys.readouterr().err


def test_it_is_told_what_makes_a_template_the_one_that_is_used(tmp_path: Path, capsys):
    assert write_template(tmp_path, "", "") == 0
    assert "nästa bygge använder den" in capsys.readouterr().out
    assert write_template(tmp_path, str(tmp_path / "templates/docx/egen.docx"), "") == 0
    said = capsys.readouterr().out
    assert "nästa bygge" not in said
    assert "wordmall: egen" in said
    assert write_template(tmp_path, str(tmp_path / "annan.docx"), "en") == 0
    assert "word template: annan" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "fields"),
    [
        ("sv", ("plan.titel", "plan.nämnd", "plan.beslut.beslutad_av")),
        ("en", ("plan.title", "plan.decision.decided_by")),
    ],
)
def test_fields_are_called_by_the_words_of_the_language(language: str, fields: tuple[str, ...], tmp_path: Path):
    path = tmp_path / "mall.docx"
    assert write_template(tmp_path, str(path), language) == 0
    text = docx.Document(BytesIO(path.read_bytes())).element.xml
    for field in fields:
        assert f"{{{{ {field} }}}}" in text
