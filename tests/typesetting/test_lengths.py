from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.document.document import LONGEST_TEXT, CoverField, Document, Metadata
from plangen.document.inlines import Image, Link, Text
from plangen.document.nodes import Block, Figure, Heading, Paragraph, Section
from plangen.typesetting.lengths import LONGEST_ADDRESS, LONGEST_WORD, too_long
from plangen.typesetting.printed_lines import Spots, printed_lines

PLACE = Location("a.md", 1, 1)
WORDS = "ord " * LONGEST_TEXT


def faults(block: Block, written: str = "", cover: str = "") -> list[tuple[str, int, str]]:
    fields = (CoverField(role="title", inlines=(Text(cover),), location=PLACE),)
    document = Document(metadata=Metadata(title="", language="sv", cover=fields), blocks=(block,))
    lines = printed_lines(document)
    found = too_long(document, lines, Spots(lines, lambda file: [written]))
    return [(each.code, each.location.column, dict(each.parameters)["most"]) for each in found]


def paragraph(*inlines: Text | Link | Image) -> Paragraph:
    return Paragraph(inlines=inlines, location=PLACE)


def section(title: str, name: str = "") -> Section:
    return Section(id=name, heading=Heading(level=1, inlines=(Text(title),)), location=PLACE)


@pytest.mark.parametrize("filling", ["a", "a-", "a\u00a0", "\u202f0"])
def test_a_word_without_a_place_to_break_is_told_where_it_begins(filling: str) -> None:
    word = (filling * (LONGEST_WORD + 1))[: LONGEST_WORD + 1]
    assert faults(paragraph(Text(f"a {word} b")), f"a {word} b") == [("word-too-long", 3, str(LONGEST_WORD))]
    assert faults(paragraph(Text(f"a {word[:-1]} b {word[:-1]}"))) == []


def test_a_word_goes_on_through_its_parts() -> None:
    assert faults(paragraph(Text("a" * LONGEST_WORD), Link("https://a.se", (Text("b"),))))
    assert faults(paragraph(Text(WORDS))) == []


def test_an_address_is_told_at_its_place() -> None:
    address = "https://a.se/" + "b" * (LONGEST_ADDRESS - 13)
    assert faults(paragraph(Link(address, (Text("x"),)))) == []
    told = faults(paragraph(Link(f"{address}b", (Text("x"),))), f"[x]({address}b)")
    assert told == [("word-too-long", 5, str(LONGEST_ADDRESS))]


def test_an_address_that_is_its_own_text_is_told_once() -> None:
    address = "https://a.se/" + "b" * LONGEST_ADDRESS
    assert faults(paragraph(Link(address, (Text(address),))), f"<{address}>") == [
        ("word-too-long", 2, str(LONGEST_WORD))
    ]


def test_an_id_is_told() -> None:
    assert [code for code, *_ in faults(section("x", "b" * (LONGEST_WORD + 1)))] == ["word-too-long"]
    assert faults(section("x", "b" * LONGEST_WORD)) == []


@pytest.mark.parametrize(
    "block",
    [
        section(WORDS),
        Figure(image=Image(b"", "image/png", WORDS), location=PLACE),
        paragraph(Image(b"", "image/png", WORDS)),
    ],
    ids=["heading", "figure", "picture in a line"],
)
def test_a_heading_and_a_description_are_no_longer_than_a_string_can_be(block: Block) -> None:
    assert faults(block) == [("text-too-long", 1, str(LONGEST_TEXT))]


def test_a_line_of_the_cover_is_no_longer_either() -> None:
    assert faults(paragraph(), cover=WORDS) == [("text-too-long", 1, str(LONGEST_TEXT))]
    assert faults(paragraph(), cover=WORDS[:LONGEST_TEXT]) == []
