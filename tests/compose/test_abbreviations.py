from __future__ import annotations

import time

import pytest

from plangen.compose.abbreviations import Abbreviations, abbreviation_list
from plangen.document.inlines import Abbreviation as Node
from plangen.document.inlines import Code, Emphasis, Text
from plangen.document.nodes import BulletList, ListItem, Paragraph, Section
from plangen.document.walk import plain_text
from plangen.model.abbreviation import Abbreviation
from plangen.source.source import Memory

from .plans import block, document, every, examined, memory, said


def known(*shorts: str) -> Abbreviations:
    return Abbreviations([Abbreviation(short=short, meaning=f"om {short}") for short in shorts])


def marked(text: str, *shorts: str) -> list[str]:
    """The abbreviations found in a text, which says the same as before."""
    (paragraph,) = [known(*shorts).block(Paragraph(inlines=(Text(text),)))]
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.inlines) == text
    return [each.text for each in paragraph.inlines if isinstance(each, Node)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SKR", ["SKR"]),
        ("SKR:s råd, (SKR) och SKR-avtal", ["SKR", "SKR", "SKR"]),
        ("SKRA xSKR skr SKR_ SKR2", []),
        ("SKRSKR SKR", ["SKR"]),
    ],
)
def test_a_short_form_is_met_where_it_is_a_whole_word(text: str, found: list[str]) -> None:
    assert marked(text, "SKR") == found


def test_signs_of_regular_expressions_are_signs() -> None:
    shorts = ["C++", "t.ex.", "R&D", "[x]", "a|b", "$1", "(.*)", "\\d"]
    assert marked("C++ t.ex. R&D [x] a|b $1 (.*) \\d tXexX d", *shorts) == shorts


def test_the_longest_of_those_that_begin_alike_counts() -> None:
    assert marked("KF KS KF AU KF AUB", "KF", "KF AU") == ["KF", "KF AU", "KF"]


def test_words_in_lists_emphasis_and_headings_are_marked_and_code_is_not() -> None:
    inlines = (Emphasis((Text("HME"),)), Code("HME"))
    (found,) = [known("HME").block(BulletList(items=(ListItem(blocks=(Paragraph(inlines=inlines),)),)))]
    assert isinstance(found, BulletList)
    assert found.items[0].blocks[0] == Paragraph(inlines=(Emphasis((Node("HME", "om HME"),)), Code("HME")))


def test_the_language_of_the_words_around_is_kept() -> None:
    (found,) = [known("KPI").block(Paragraph(inlines=(Text("a KPI b", language="en"),)))]
    assert isinstance(found, Paragraph)
    assert {each.language for each in found.inlines} == {"en"}


def test_the_list_is_in_alphabetical_order_and_not_marked_itself() -> None:
    of = [Abbreviation(short=short, meaning="SKR") for short in ("TN", "SKR", "äo", "hme")]
    listed = abbreviation_list(of)
    assert [plain_text(each.term) for each in listed.items] == ["hme", "SKR", "TN", "äo"]
    assert Abbreviations(of).block(listed) == listed


def with_abbreviations(text: str, *, inledning: str = "TN mäter HME.\n") -> Memory:
    source = memory(inledning=inledning)
    plan = source.files["content/plan/plan.yaml"]
    assert isinstance(plan, str)
    return Memory({**source.files, "content/plan/plan.yaml": f"{plan}förkortningar:\n{text}"})


def test_a_plan_has_its_abbreviations_marked_and_listed() -> None:
    found = document(with_abbreviations("  HME: engagemang\n  TN: tekniska nämnden\n"))
    assert [(each.text, each.meaning) for each in every(Node, found)] == [
        ("TN", "tekniska nämnden"),
        ("HME", "engagemang"),
    ]
    section = block(found, "abbreviations--list")
    assert isinstance(section, Section)
    assert (section.heading.number, section.heading.listed) == ("", True)
    assert said([section]) == ["Förkortningar", "HME", "TN", "engagemang", "tekniska nämnden"]


def test_one_that_never_occurs_and_one_without_meaning_are_told_at_their_place() -> None:
    source = with_abbreviations("  HME: engagemang\n  KF: fullmäktige\n  TN:\n  XY: [a]\n")
    found = [(each.code, each.location.line, each.location.column) for each in examined(source).diagnostics]
    assert found == [
        ("abbreviation-unused", 12, 3),
        ("abbreviation-without-meaning", 13, 3),
        ("text-expected", 14, 7),
        ("abbreviation-unexplained", 4, 1),
    ]


def test_abbreviations_that_are_no_mapping_are_told() -> None:
    assert [each.code for each in examined(with_abbreviations("  - HME\n")).diagnostics] == ["abbreviations-expected"]


def test_thousands_of_abbreviations_are_refused_and_some_hundreds_take_no_time() -> None:
    many = "".join(f"  A{number}: b\n" for number in range(1_500))
    assert [each.code for each in examined(with_abbreviations(many)).diagnostics] == ["abbreviations-too-many"]
    start = time.process_time()
    assert marked("A 7 " * 10_000, *(f"A {number}x" for number in range(499)), "A 7")[0] == "A 7"
    assert time.process_time() - start < 10
