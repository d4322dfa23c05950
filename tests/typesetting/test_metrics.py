"""The widths that column widths and Word's page numbers rest on, against fontTools as the second opinion."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from plangen.brand.brand import Fonts
from plangen.diagnostics import PlangenError
from plangen.typesetting.metrics import font_paths, missing_glyphs, text_width

ARIMO = Fonts()
TEXT = "Nettokostnadsram 2026: \u22121\u00a0899\u00a0961 tkr, Åre\u2013Östersund ≥ 80 %"


def upright_file() -> str:
    return next(str(path) for path in font_paths(ARIMO) if "Italic" not in path.name)


@pytest.mark.parametrize(("bold", "weight"), [(False, 400), (True, 700)])
def test_width_is_the_sum_of_the_fonts_own_advances(bold: bool, weight: int) -> None:
    font = instantiateVariableFont(TTFont(upright_file()), {"wght": weight})
    names = font.getBestCmap()
    expected = sum(font["hmtx"][names[ord(each)]][0] for each in TEXT) * 10 / font["head"].unitsPerEm
    assert text_width(TEXT, size=10, bold=bold, fonts=ARIMO) == pytest.approx(expected)


def test_soft_hyphen_has_no_width() -> None:
    plain = text_width("Regionledningskontoret", size=9.5, bold=True, fonts=ARIMO)
    assert text_width("Region\u00adlednings\u00adkontoret", size=9.5, bold=True, fonts=ARIMO) == plain


def test_pairs_are_not_kerned() -> None:
    apart = sum(text_width(each, size=10, bold=False, fonts=ARIMO) for each in "AVAT")
    assert text_width("AVAT", size=10, bold=False, fonts=ARIMO) == pytest.approx(apart)


def test_empty_text_has_no_width() -> None:
    assert text_width("", size=10, bold=False, fonts=ARIMO) == 0


def test_files_of_the_family_are_found() -> None:
    assert [path.name for path in font_paths(ARIMO)] == ["Arimo-Italic[wght].ttf", "Arimo[wght].ttf"]


@pytest.mark.parametrize(
    ("family", "package"),
    [("Arimo", "no_such_package"), ("Arimo", ""), ("Arimo", "no.such.package"), ("Arial", "fontpkg_arimo")],
)
def test_family_that_is_not_installed_is_a_fault_of_the_world(family: str, package: str) -> None:
    with pytest.raises(PlangenError) as caught:
        font_paths(Fonts(family=family, package=package))
    assert caught.value.code == "font-missing"
    assert caught.value.parameters == (("family", family), ("package", package))


def test_characters_without_a_glyph_are_told_once_each_in_order() -> None:
    assert missing_glyphs("en 漢 två 字 漢 \ue000", ARIMO) == "漢字\ue000"


def test_control_characters_are_missing_but_white_space_is_not() -> None:
    assert missing_glyphs("a\x00\x1b\x85\tb\nc", ARIMO) == "\x00\x1b\x85"


def test_what_a_swedish_plan_writes_can_be_set() -> None:
    signs = "\u2212\u2013\u2014\u2019\u00a0\u202f\u00ad\u2011"
    assert missing_glyphs(f"Åäö É ü § % ‰ ≥ ≤ ” • … € ½ ÷ → {signs}", ARIMO) == ""


def test_nothing_is_imported_to_find_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runs_when_imported.py").write_text("raise SystemExit\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    for package in ("runs_when_imported", "runs_when_imported.fonts"):
        with pytest.raises(PlangenError):
            font_paths(Fonts(package=package))
