from __future__ import annotations

from typing import Any

from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from plangen.brand.brand import DEFAULT
from plangen.writers.docx.sheet import Sheet
from plangen.writers.docx.template_tabs import set_tabs
from plangen.writers.docx.xml import twips, w

WIDTH = str(twips(DEFAULT.page.text_width))
WIDE = str(twips(DEFAULT.page.landscape_text_width))
STYLES = """
<w:style w:styleId="Sidfot"><w:pPr>
<w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="9072"/></w:tabs>
</w:pPr></w:style><w:style w:styleId="Innehll1"/>
<w:style w:styleId="Innehll2"><w:pPr><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr></w:style>"""
OWN = {"Footer": "Sidfot", "TOC1": "Innehll1", "TOC2": "Innehll2"}


def tabs(style: str) -> list[tuple[str, str]]:
    content = w("p", w("pPr", w("pStyle", val=style)))
    set_tabs([content], OWN, Sheet(parse_xml(f"<w:styles {nsdecls('w')}>{STYLES}</w:styles>")), DEFAULT)
    return [(found.get(qn("w:val")), found.get(qn("w:pos"))) for found in every(content)]


def every(content: Any) -> list[Any]:
    return list(content.iter(qn("w:tab")))


def test_a_line_of_the_contents_list_has_a_stop_at_the_right() -> None:
    assert tabs("TOC1") == [("right", WIDTH)]


def test_the_templates_own_stop_is_kept() -> None:
    assert tabs("TOC2") == []


def test_a_footer_of_ours_passes_the_stops_of_the_template() -> None:
    assert tabs("Footer") == [("clear", "4536"), ("clear", "9072"), ("right", WIDTH)]
    assert tabs("FooterLandscape")[-1] == ("right", WIDE)
    assert ("clear", WIDTH) in tabs("FooterLandscape")


def test_styles_that_are_ours_need_no_stops() -> None:
    assert tabs("Header") == tabs("TOC3") == tabs("TableText") == []
