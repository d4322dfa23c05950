from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from lxml import etree

from plangen.brand.brand import DEFAULT
from plangen.writers.docx.default_template import OUTLINE
from plangen.writers.docx.merging import ids_in, merged, renamed
from plangen.writers.docx.sheet import Sheet, value
from plangen.writers.docx.styles import style_sheet
from plangen.writers.docx.xml import w

from .templates import empty


def ours() -> list[Any]:
    return [each for each in style_sheet(DEFAULT, OUTLINE, "sv-SE", {}) if each.tag == qn("w:style")]


def swedish() -> Sheet:
    return Sheet(empty(swedish=True).styles.element)


def test_styles_are_found_by_name_whatever_their_ids() -> None:
    found = ids_in(swedish(), ours())
    assert found["Heading1"] == "Rubrik1"
    assert found["Title"] == "Rubrik"
    assert found["ListBullet"] == "Punktlista"
    assert "TableText" not in found


def test_a_style_is_found_by_a_name_in_swedish_or_an_alias() -> None:
    sheet = Sheet(
        parse_xml(
            f'<w:styles {nsdecls("w")}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="Rubrik 2"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="I"/><w:aliases w:val="x,Tabelltext"/></w:style>'
            '<w:style w:type="character" w:styleId="C"><w:name w:val="Rubrik 3"/></w:style></w:styles>'
        )
    )
    found = ids_in(sheet, ours())
    assert (found["Heading2"], found["TableText"]) == ("A", "B")
    assert "Heading3" not in found


def test_the_default_style_is_the_default_whatever_its_name() -> None:
    sheet = Sheet(
        parse_xml(
            f'<w:styles {nsdecls("w")}><w:style w:type="paragraph" w:default="1" w:styleId="Brod">'
            '<w:name w:val="Brödtext Region"/></w:style></w:styles>'
        )
    )
    assert ids_in(sheet, ours())["Normal"] == "Brod"


def test_the_template_keeps_its_styles_as_they_are() -> None:
    sheet = swedish()
    before = [deepcopy(each) for each in sheet.styles()]
    merged(sheet, ours())
    after = list(sheet.styles())[: len(before)]
    assert list(map(parse_back, after)) == list(map(parse_back, before))


def parse_back(element: Any) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def test_styles_that_are_lacking_are_added_under_ids_that_are_free() -> None:
    sheet = swedish()
    taken = w("style", w("name", val="Annat"), type="paragraph", styleId="TableText")
    sheet.element.append(taken)
    ids = merged(sheet, ours())
    assert ids["TableText"] == "TableTextPlan"
    assert value(sheet.style("TableTextPlan"), "w:name") == "Table Text"
    assert value(sheet.style(ids["TableTotal"]), "w:basedOn") == "TableTextPlan"
    assert value(sheet.style(ids["CalloutTitle"]), "w:next") == ids["Callout"]
    known = {each.get(qn("w:styleId")) for each in sheet.styles()}
    assert set(ids.values()) <= known
    assert len(known) == sum(1 for _ in sheet.styles())


def test_an_added_style_says_only_what_makes_it_differ() -> None:
    sheet = swedish()
    ids = merged(sheet, ours())
    style = sheet.style(ids["DefinitionTerm"])
    assert style is not None
    assert style.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    assert style.find(f"{qn('w:rPr')}/{qn('w:sz')}") is None
    assert style.find(f"{qn('w:rPr')}/{qn('w:color')}") is None
    spacing = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert dict(spacing.attrib) == {qn("w:after"): "0"}
    text = sheet.style(ids["TableText"])
    assert text.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val")) == "19"


def test_a_line_height_keeps_its_rule() -> None:
    sheet = swedish()
    ids = merged(sheet, ours())
    for id in ids.values():
        spacing = sheet.style(id).find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        if spacing is not None and id in (ids["TableText"], ids["Figure"], ids["TableNote"]):
            assert (spacing.get(qn("w:line")) is None) == (spacing.get(qn("w:lineRule")) is None)
    assert sheet.attribute(ids["Figure"], "w:pPr/w:spacing", "w:lineRule") == "auto"  # as the template's Normal


def test_in_an_empty_sheet_ours_look_as_they_did() -> None:
    sheet, full = Sheet(w("styles")), Sheet(w("styles", *ours()))
    ids = merged(sheet, ours())
    for own, id in ids.items():
        assert own == id
        for path, name in (("w:rPr/w:sz", "w:val"), ("w:pPr/w:spacing", "w:line"), ("w:pPr/w:spacing", "w:after")):
            assert sheet.attribute(id, path, name) == full.attribute(id, path, name), (id, path)
        assert sheet.has(id, "w:rPr/w:b") == full.has(id, "w:rPr/w:b"), id


def test_content_names_styles_by_the_ids_of_the_template() -> None:
    content = w("p", w("pPr", w("pStyle", val="Heading1")), w("r", w("rPr", w("rStyle", val="Strong"))))
    renamed([content], {"Heading1": "Rubrik1", "Strong": "Stark"})
    assert [each.get(qn("w:val")) for each in content.iter(qn("w:pStyle"), qn("w:rStyle"))] == ["Rubrik1", "Stark"]
