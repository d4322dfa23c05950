"""Where words are hyphenated. That Word's lines end alike is seen in tests/acceptance/test_every_plan.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from plangen.brand.brand import DEFAULT, Brand, Hyphenation
from plangen.document.document import Document, Metadata
from plangen.document.inlines import CrossReference, FootnoteReference, Inline, Link, Strong, Text
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Section,
)
from plangen.document.walk import SOFT_HYPHEN, every_block, plain_text, texts
from plangen.typesetting.hyphenated_lines import with_line_hyphens
from plangen.typesetting.metrics import text_width

Lines = Callable[[Document], list[list[str]]]
LONG = "informationshanteringsplanen"
SIZE = DEFAULT.styles["body"].size


def words(width: float) -> str:
    """Short words that fill so much of a line, in points, and no more."""
    text = "så"
    while text_width(f"{text} så ", size=SIZE, bold=False, fonts=DEFAULT.fonts) < width:
        text += " så"
    return text


FULL = words(DEFAULT.page.text_width)
ROOM = words(DEFAULT.page.text_width - 100)
LITTLE_ROOM = words(DEFAULT.page.text_width - 25)


def document(*blocks: Block) -> Document:
    return Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=blocks)


def hyphenated(*inlines: Inline | str, brand: Brand = DEFAULT) -> str:
    given = tuple(Text(each) if isinstance(each, str) else each for each in inlines)
    (block,) = with_line_hyphens(document(Paragraph(inlines=given)), brand).blocks
    assert isinstance(block, Paragraph)
    return plain_text(block.inlines).replace(SOFT_HYPHEN, "¬")


def test_a_word_that_would_leave_much_of_its_line_empty_is_hyphenated_where_its_first_part_fits() -> None:
    text = hyphenated(f"{ROOM} {LONG} tas fram")
    first = text.partition("¬")[0]
    assert text.count("¬") == 1
    assert text.replace("¬", "") == f"{ROOM} {LONG} tas fram"
    assert text_width(f"{first}-", size=SIZE, bold=False, fonts=DEFAULT.fonts) <= DEFAULT.page.text_width


def test_a_word_that_leaves_little_goes_whole_to_the_next_line() -> None:
    assert "¬" not in hyphenated(f"{LITTLE_ROOM} {LONG} tas fram")


def test_a_word_that_fits_is_left_as_it_is() -> None:
    assert "¬" not in hyphenated(f"{words(200)} {LONG} tas fram")


def test_the_lines_are_filled_one_by_one() -> None:
    text = hyphenated(f"{FULL} {ROOM} {LONG} och {LONG} med mera")
    assert text.index("¬") > len(f"{FULL} {ROOM} ")


def test_no_more_lines_in_a_row_end_in_a_hyphen_than_the_brand_allows() -> None:
    text = " ".join([LONG] * 40)
    for most in (1, 2):
        brand = replace(DEFAULT, hyphenation=Hyphenation(zone=5, most_in_a_row=most))
        few = hyphenated(text, brand=brand).count("¬")
        many = hyphenated(text, brand=replace(DEFAULT, hyphenation=Hyphenation(zone=5, most_in_a_row=0))).count("¬")
        assert 0 < few < many


def test_a_brand_without_hyphenation_has_none() -> None:
    assert "¬" not in hyphenated(f"{ROOM} {LONG} tas fram", brand=replace(DEFAULT, hyphenation=None))


@pytest.mark.parametrize("word", ["INFORMATIONSHANTERINGSPLANEN", "2026202620262026202620262026", "ååååååååååååååååå"])
def test_capitals_figures_and_what_has_no_syllables_are_never_hyphenated(word: str) -> None:
    assert "¬" not in hyphenated(f"{ROOM} {word} tas fram")


def test_words_of_another_language_are_not_hyphenated_by_this_ones_patterns() -> None:
    assert "¬" not in hyphenated(f"{ROOM} ", Text("responsibilitiesandsuch", language="en"), " tas fram")


def test_parts_in_other_looks_are_measured_as_they_are_set_and_hyphenated_where_they_stand() -> None:
    strong = hyphenated(f"{ROOM} ", Strong((Text(LONG),)), " tas fram")
    linked = hyphenated(f"{ROOM} ", Link("https://example.org", (Text(LONG),)), " tas fram")
    assert strong.count("¬") == linked.count("¬") == 1
    assert strong.index("¬") <= linked.index("¬")  # bold is wider


def test_the_title_in_a_reference_is_hyphenated_too() -> None:
    reference = CrossReference("mal", label="avsnitt", number="6", title=(Text(LONG),))
    text = hyphenated(f"{words(DEFAULT.page.text_width - 180)} se ", reference, f" och {ROOM} {LONG} tas fram")
    assert text.count("¬") == 2


def test_each_soft_hyphen_ends_a_line_of_the_pdf_wherever_the_text_stands(lines_of: Lines) -> None:
    note = FootnoteReference("a", mark="1", reference=1)
    prose = (
        Text(f"Styrelsen leder {LONG} och samordnar "),
        Strong((Text("förvaltningsövergripande kompetensförsörjning"),)),
        note,
        Text(" i hälso- och sjukvården – se "),
        CrossReference("mal", label="avsnitt", number="1", title=(Text("Verksamhetsutveckling"),)),
        Text(", där besparingsåtgärder/effektiviseringar 2026–2028 och e-tjänster tas upp. "),
    )
    inner = Paragraph(inlines=prose * 5)
    nested = BulletList(items=(ListItem(blocks=(inner, BulletList(items=(ListItem(blocks=(inner,)),)))),))
    given = Document(
        metadata=Metadata(title="Plan", language="sv-SE"),
        blocks=(
            Section(id="mal", heading=Heading(level=1, inlines=(Text("Mål"),)), blocks=(inner, nested)),
            BlockQuote(blocks=(inner,)),
            Callout(title=(), blocks=(inner,)),
            DefinitionList(items=(Definition(term=(Text("Ord"),), blocks=(inner,)),)),
        ),
        notes=(Note(id="a", number="1", blocks=(Paragraph(inlines=(Text("Not."),)),)),),
    )
    made = with_line_hyphens(given, DEFAULT)
    wanted = sum(plain_text(line).count(SOFT_HYPHEN) for block in every_block(made) for line in texts(block))
    lines = [line for page in lines_of(given) for line in page]
    assert wanted > 10
    assert sum(line.endswith(SOFT_HYPHEN) for line in lines) == wanted
    assert not any(SOFT_HYPHEN in line.rstrip(SOFT_HYPHEN) for line in lines)
