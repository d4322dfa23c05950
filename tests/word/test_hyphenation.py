from __future__ import annotations

import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from plangen.brand.brand import Hyphenation
from plangen.word.hyphenation import hyphenation_of


def settings(content: str) -> Hyphenation | None:
    return hyphenation_of(parse_xml(f"<w:settings {nsdecls('w')}>{content}</w:settings>"))


def test_a_file_that_says_nothing_is_not_hyphenated() -> None:
    assert hyphenation_of(None) is None
    assert settings("") is None
    assert settings('<w:hyphenationZone w:val="850"/>') is None


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_hyphenation_can_be_off(off: str) -> None:
    assert settings(f'<w:autoHyphenation w:val="{off}"/>') is None


@pytest.mark.parametrize("on", ["<w:autoHyphenation/>", '<w:autoHyphenation w:val="true"/>'])
def test_words_own_zone_is_a_quarter_of_an_inch_and_any_number_of_lines(on: str) -> None:
    assert settings(on) == Hyphenation(zone=18, most_in_a_row=0)


def test_the_zone_and_the_limit_are_read() -> None:
    asked = '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/><w:hyphenationZone w:val="425"/>'
    assert settings(asked) == Hyphenation(zone=21.25, most_in_a_row=3)


def test_what_is_no_number_is_as_if_it_were_not_said() -> None:
    assert settings('<w:autoHyphenation/><w:hyphenationZone w:val="bred"/>') == Hyphenation(18, 0)
