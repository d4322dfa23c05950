from __future__ import annotations

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.sheet import Sheet
from plangen.writers.docx.xml import w

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/>{2}<w:lvlText w:val="{3}"/></w:lvl>'


def abstracts(inner: str, styles: str = "") -> Abstracts:
    numbering = parse_xml(f"<w:numbering {nsdecls('w')}>{inner}</w:numbering>")
    return Abstracts(numbering, Sheet(parse_xml(f"<w:styles {nsdecls('w')}>{styles}</w:styles>")))


def numbers() -> Abstracts:
    levels = (
        LEVEL.format(0, "decimal", '<w:pStyle w:val="Rubrik1"/>', "%1.")
        + LEVEL.format(1, "upperRoman", "", "%2")
        + LEVEL.format(2, "bullet", "", "•")
        + LEVEL.format(3, "decimal", "", "Kapitel")
    )
    return abstracts(
        f'<w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>'
        '<w:numIdMacAtCleanup w:val="1"/>',
        '<w:style w:styleId="Lista"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>',
    )


def test_a_numbering_counts_by_its_abstract_one_also_through_a_style_of_lists() -> None:
    assert numbers().abstract_id("7") == numbers().abstract_id("8") == "4"
    assert numbers().abstract_id("9") == numbers().abstract_id("") == ""


def test_a_style_of_lists_that_leads_to_itself_leads_nowhere() -> None:
    ring = abstracts(
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    assert ring.abstract("1") is None


def test_a_level_counts_where_it_shows_a_number() -> None:
    assert [numbers().counts("7", level) for level in range(5)] == [True, True, False, False, False]


def test_a_style_is_of_the_level_that_is_bound_to_it() -> None:
    found = numbers()
    found.bind("7", 1, "Rubrik2")
    found.bind("7", 0, "Annan")
    assert (found.level_of("7", "Rubrik1"), found.level_of("7", "Rubrik2"), found.level_of("7", "Annan")) == (0, 1, 0)
    level = found.level("7", 1)
    assert level is not None
    assert [each.tag.rpartition("}")[2] for each in level] == ["start", "numFmt", "pStyle", "lvlText"]


def test_ours_stand_among_those_of_their_kind() -> None:
    found = numbers()
    assert found.last() == 8
    found.add_abstract(w("abstractNum", abstractNumId=9))
    found.add_number(w("num", numId=9))
    tags = [each.tag.rpartition("}")[2] for each in found.element]
    assert tags == ["abstractNum"] * 3 + ["num"] * 3 + ["numIdMacAtCleanup"]
    bare = abstracts("")
    bare.add_number(w("num", numId=1))
    bare.add_abstract(w("abstractNum", abstractNumId=1))
    assert [each.tag for each in bare.element] == [qn("w:abstractNum"), qn("w:num")]
    assert abstracts("").last() == 0
