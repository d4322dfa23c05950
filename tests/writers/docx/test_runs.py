"""Looks of letters, with character styles where they can carry them."""

from __future__ import annotations

from plangen.writers.docx.runs import PLAIN, Format, field, run, text_run
from plangen.writers.docx.xml import local_name


def look(format: Format) -> list[str]:
    properties = run(format).find("{*}rPr")
    return (
        []
        if properties is None
        else [local_name(each) + "".join(f"={value}" for value in each.attrib.values()) for each in properties]
    )


def test_plain_text_has_no_properties() -> None:
    assert look(PLAIN) == []


def test_strong_and_emphasis_are_styles() -> None:
    assert look(PLAIN.strong()) == ["rStyle=Strong"]
    assert look(PLAIN.emphasis()) == ["rStyle=Emphasis"]


def test_what_a_style_can_not_add_is_set_outright() -> None:
    assert look(PLAIN.strong().emphasis()) == ["rStyle=Strong", "i", "iCs"]
    assert look(PLAIN.emphasis().strong()) == ["rStyle=Emphasis", "b", "bCs"]
    assert look(PLAIN.strong().link()) == ["rStyle=Hyperlink", "b", "bCs"]
    assert look(PLAIN.emphasis().link()) == ["rStyle=Hyperlink", "i", "iCs"]


def test_strong_in_bold_text_says_nothing_and_emphasis_in_italics_is_upright() -> None:
    assert look(Format(in_bold=True).strong()) == []
    assert look(Format(in_italics=True).emphasis()) == ["i=0", "iCs=0"]


def test_language_is_on_the_run() -> None:
    assert look(Format(language="en-GB")) == ["lang=en-GB"]


def test_no_text_is_no_run() -> None:
    assert text_run("") == []


def test_field_has_its_result_between_separator_and_end() -> None:
    runs = field("PAGE", text_run("3"))
    assert [local_name(each[0]) for each in runs] == ["fldChar", "instrText", "fldChar", "t", "fldChar"]
    assert [each[0].values()[0] for each in (runs[0], runs[2], runs[4])] == ["begin", "separate", "end"]
