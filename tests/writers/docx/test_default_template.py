from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from plangen.brand.brand import DEFAULT, Running
from plangen.locale.catalogue import LANGUAGES, catalogue
from plangen.word.template import read_template
from plangen.writers.docx.default_template import FIELDS, OUTLINE, default_template
from plangen.writers.docx.paragraph_styles import paragraph_styles
from plangen.writers.docx.sheet import Sheet

from .templates import words_in
from .test_writer import findings


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_one_that_can_be_written_into(language: str, tmp_path: Path) -> None:
    data = default_template(DEFAULT, catalogue(language))
    found, faults = read_template(data, "mall.docx")
    assert faults == ()
    assert found is not None
    asked = {each.source for each in found.fields if each.story == "cover"}
    assert len(asked) == len(FIELDS)
    assert asked >= {"plan.titel", "plan.beslut.datum"} if language == "sv" else {"plan.title", "plan.decision.date"}
    assert findings(data, tmp_path) == []


def test_the_template_has_every_style_a_cover_a_header_a_footer_and_the_body() -> None:
    word = docx.Document(BytesIO(default_template(DEFAULT, catalogue("sv"))))
    known = {each.name.casefold() for each in word.styles}
    assert {each.name.casefold() for each in paragraph_styles(DEFAULT, OUTLINE)} <= known
    assert word.paragraphs[-1].text == "{{ body }}"
    assert "Diarienummer:" in words_in(word.element.body)
    assert words_in(word.sections[-1].header._element) == "{{ plan.nämnd or plan.organisation }} – {{ plan.titel }}"
    assert words_in(word.sections[-1].footer._element) == "Sida 1 (1)"


def test_the_brands_header_and_footer_are_the_templates() -> None:
    running = Running(header="{organisation} · {case_number}", footer="{page} ({pages}) {year}")
    word = docx.Document(BytesIO(default_template(replace(DEFAULT, running=running), catalogue("sv"))))
    header, footer = (each._element for each in (word.sections[-1].header, word.sections[-1].footer))
    assert words_in(header) == "{{ plan.organisation }} · {{ plan.beslut.diarienummer }}"
    assert words_in(footer) == "1 (1) {{ plan.år }}"


def test_a_logo_on_the_cover_is_not_cut_off() -> None:
    sheet = Sheet(docx.Document(BytesIO(default_template(DEFAULT, catalogue("sv")))).styles.element)
    for id in ("Title", "CoverText", "CoverOrganisation", "Header"):
        assert sheet.attribute(id, "w:pPr/w:spacing", "w:lineRule") == "atLeast"
    assert sheet.attribute("Heading1", "w:pPr/w:spacing", "w:lineRule") == "exact"


def test_the_template_is_the_same_each_time() -> None:
    assert default_template(DEFAULT, catalogue("sv")) == default_template(DEFAULT, catalogue("sv"))
