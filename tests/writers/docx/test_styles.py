"""The style sheet: exact lines, fonts by name, nothing left to a theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.writers.docx.outline import outline
from plangen.writers.docx.styles import style_sheet, styles
from plangen.writers.docx.xml import w

XPath = Callable[[Any, str], Any]


@pytest.fixture
def sheet(document: Callable[..., Document]) -> Any:
    return w("styles", *style_sheet(DEFAULT, outline(document()), "sv-SE", {}))


def test_language_and_font_are_the_documents(sheet: Any, xpath: XPath) -> None:
    defaults = xpath(sheet, "w:docDefaults/w:rPrDefault/w:rPr")[0]
    assert xpath(defaults, "string(w:lang/@w:val)") == "sv-SE"
    assert set(xpath(defaults, "w:rFonts")[0].values()) == {"Arial"}
    assert not [name for each in sheet.iter() for name, _ in each.items() if "Theme" in name]


def inherited(sheet: Any, xpath: XPath, path: str) -> dict[str, str]:
    """A value by the style's id, where the style itself says none that of the style it is based on."""
    found: dict[str, str] = {"": ""}
    for each in xpath(sheet, "w:style[@w:type='paragraph']"):
        base = found[xpath(each, "string(w:basedOn/@w:val)")]
        found[xpath(each, "string(@w:styleId)")] = xpath(each, f"string({path})") or base
    return found


def test_what_is_changed_in_normal_is_changed_in_what_is_based_on_it(sheet: Any, xpath: XPath) -> None:
    for name in ("ListBullet", "ListNumber2", "ListContinue", "Quote", "Callout", "Definition", "CoverText", "TOC2"):
        (style,) = xpath(sheet, f"w:style[@w:styleId='{name}']")
        assert xpath(style, "w:rPr/w:sz | w:rPr/w:color | w:pPr/w:spacing[@w:lineRule='atLeast']") == []
    assert inherited(sheet, xpath, "w:pPr/w:spacing/@w:line")["ListBullet"] == "300"
    assert xpath(sheet, "w:style/w:pPr/w:spacing[@w:line][not(@w:lineRule)]") == []


def test_lines_are_exact_but_in_running_text_and_where_pictures_stand(sheet: Any, xpath: XPath) -> None:
    rules = inherited(sheet, xpath, "w:pPr/w:spacing/@w:lineRule")
    grow = {name for name, rule in rules.items() if rule == "atLeast"}
    assert {"Normal", "Figure", "ListBullet", "Callout", "Quote"} <= grow
    assert not {"Heading1", "Heading4", "TableText", "TOC1", "Title", "FootnoteText", "Caption"} & grow
    assert xpath(sheet, "//w:contextualSpacing") == []


def test_widows_are_controlled_everywhere(sheet: Any, xpath: XPath) -> None:
    assert len(xpath(sheet, "w:style[@w:default='1' and @w:type='paragraph']/w:pPr/w:widowControl")) == 1


def test_only_running_text_is_hyphenated(sheet: Any, xpath: XPath) -> None:
    whole = set(xpath(sheet, "w:style[w:pPr/w:suppressAutoHyphens]/w:name/@w:val"))
    assert {"heading 1", "Title", "toc 1", "caption", "Table Text", "Table Heading", "footnote text"} <= whole
    assert not {"Normal", "List Bullet", "List Number 2", "Quote", "Callout", "Definition"} & whole


def test_every_style_that_another_names_is_there(sheet: Any, xpath: XPath) -> None:
    ids = set(xpath(sheet, "w:style/@w:styleId"))
    assert set(xpath(sheet, "w:style/w:basedOn/@w:val | w:style/w:next/@w:val")) <= ids
    assert len(ids) == len(xpath(sheet, "w:style"))


def test_table_style_has_rules_between_rows_and_none_between_columns(sheet: Any, xpath: XPath) -> None:
    borders = xpath(sheet, "w:style[@w:styleId='PlanTable']/w:tblPr/w:tblBorders/*")
    assert [each.tag.rpartition("}")[2] for each in borders] == ["bottom", "insideH"]


def test_spaces_are_those_of_the_brand(document: Callable[..., Document]) -> None:
    found = styles(DEFAULT, outline(document()))
    assert found.before["Heading2"] == DEFAULT.styles["heading-2"].before
    assert found.after["Normal"] == DEFAULT.styles["body"].after
    assert found.after["CalloutTitle"] == 2


def test_gallery_offers_what_one_writes_with_and_no_helpers(sheet: Any, xpath: XPath) -> None:
    offered = set(xpath(sheet, "w:style[w:qFormat]/w:name/@w:val"))
    assert {"Normal", "heading 1", "List Bullet", "List Number", "Quote", "caption", "Callout", "Strong"} <= offered
    helpers = ("Table", "toc", "Cover", "header", "footer", "footnote", "Agenda")
    assert [each for each in offered if each.startswith(helpers)] == []
    hidden = set(xpath(sheet, "w:style[w:semiHidden and w:unhideWhenUsed]/w:name/@w:val"))
    assert offered ^ hidden ^ {"Plan Table"} == set(xpath(sheet, "w:style/w:name/@w:val"))
