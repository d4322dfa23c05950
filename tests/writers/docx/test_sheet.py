from __future__ import annotations

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from plangen.writers.docx.sheet import Sheet, value


def sheet(inner: str) -> Sheet:
    return Sheet(parse_xml(f"<w:styles {nsdecls('w')}>{inner}</w:styles>"))


STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>
<w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:styleId="A"><w:pPr>
<w:keepNext/><w:numPr><w:numId w:val="3"/></w:numPr><w:spacing w:before="40"/></w:pPr></w:style>
<w:style w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:keepNext w:val="0"/><w:spacing w:line="240"/></w:pPr></w:style>
<w:style w:styleId="C"><w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>"""


def test_a_style_has_what_the_one_that_it_is_based_on_says() -> None:
    found = sheet(STYLES)
    assert found.points("B", "w:pPr/w:spacing", "w:before") == 2
    assert found.points("B", "w:pPr/w:spacing", "w:after") == 8
    assert found.attribute("B", "w:rPr/w:sz", "w:val") == "22"
    assert found.has("A", "w:pPr/w:keepNext")
    assert not found.has("B", "w:pPr/w:keepNext")


def test_a_style_counts_by_the_nearest_numbering_unless_that_is_none() -> None:
    found = sheet(STYLES)
    assert found.numbering("A") == found.numbering("B") == ("3", 0)
    assert found.numbering("C") is None
    assert found.numbering("D") is None


def test_styles_based_on_each_other_come_to_an_end() -> None:
    ring = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    assert len(list(sheet(ring).chain("A"))) == 2


def test_a_length_that_is_none_is_nothing() -> None:
    for told in ("", "x", "12pt", "1e9", "99999999999"):
        inner = f'<w:style w:styleId="A"><w:pPr><w:spacing w:before="{told}"/></w:pPr></w:style>'
        assert sheet(inner).points("A", "w:pPr/w:spacing", "w:before") == 0


def test_a_value_is_that_of_a_child() -> None:
    style = sheet(STYLES).style("B")
    assert value(style, "w:basedOn") == "A"
    assert value(style, "w:name") == value(None, "w:name") == ""
