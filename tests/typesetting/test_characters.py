from __future__ import annotations

import pytest

from plangen.brand.brand import DEFAULT
from plangen.diagnostics import Location
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Emphasis, Text
from plangen.document.nodes import Block, BulletList, Cell, Column, ListItem, Note, Paragraph, Row, Table, TableNote
from plangen.typesetting.characters import MOST_TOLD, unsettable
from plangen.typesetting.printed_lines import Spots, printed_lines

PLACE = Location("sections/a.md", 7, 3)
CHINESE = "\N{CJK UNIFIED IDEOGRAPH-4E2D}"


def paragraph(text: str) -> Paragraph:
    return Paragraph(inlines=(Text(text),), location=PLACE)


def table(cell: str = "", note: str = "") -> Table:
    row = Row(cells=(Cell(inlines=(Text(cell),), location=PLACE),))
    notes = (TableNote(inlines=(Text(note),), location=PLACE),)
    return Table(columns=(Column(),), head=(), rows=(row,), notes=notes)


def faults(*blocks: Block, notes: tuple[Note, ...] = (), cover: str = "") -> list[tuple[Location, str]]:
    fields = (CoverField(role="title", inlines=(Text(cover),), location=PLACE),)
    metadata = Metadata(title="", language="sv-SE", cover=fields)
    lines = printed_lines(Document(metadata=metadata, blocks=blocks, notes=notes))
    found = unsettable(lines, DEFAULT.fonts, Spots(lines, lambda file: ()))
    return [(each.location, dict(each.parameters)["character"]) for each in found]


def test_text_that_the_font_has_is_no_fault() -> None:
    assert faults(paragraph("Räksmörgås − 1\u00a0899\u00a0961 tkr – ”ja” … Čohkkiras ½ soft\u00adhyphen")) == []


@pytest.mark.parametrize(
    "block",
    [
        paragraph(CHINESE),
        Paragraph(inlines=(Emphasis((Text(CHINESE),)),), location=PLACE),
        BulletList(items=(ListItem(blocks=(paragraph(CHINESE),)),)),
        table(cell=CHINESE),
        table(note=CHINESE),
    ],
    ids=["paragraph", "emphasis", "list item", "cell", "table note"],
)
def test_character_without_a_glyph_is_a_fault_where_it_stands(block: Block) -> None:
    assert faults(block) == [(PLACE, "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D")]


def test_notes_and_cover_are_looked_at_too() -> None:
    assert faults(notes=(Note(blocks=(paragraph(CHINESE),)),)) == [(PLACE, "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D")]
    assert faults(cover=CHINESE) == [(PLACE, "U+4E2D CJK UNIFIED IDEOGRAPH-4E2D")]


def test_mark_that_makes_up_a_character_with_its_letter_is_no_fault() -> None:
    assert faults(paragraph("a\N{COMBINING RING ABOVE}")) == []


def test_mark_that_makes_up_none_is_a_fault() -> None:
    assert faults(paragraph("q\N{COMBINING DOT ABOVE}")) == [(PLACE, "U+0307 COMBINING DOT ABOVE")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("på hebreiska: \u05e9\u05dc\u05d5\u05dd", "U+05E9 HEBREW LETTER SHIN"),
        ("på arabiska: \u0627\u0644", "U+0627 ARABIC LETTER ALEF"),
        ("\u0660 kr", "U+0660 ARABIC-INDIC DIGIT ZERO"),
    ],
)
def test_script_from_right_to_left_is_told_once_where_it_begins(text: str, first: str) -> None:
    assert faults(paragraph(text)) == [(PLACE, first)]


def test_of_a_text_in_another_script_some_characters_are_told() -> None:
    assert len(faults(paragraph("".join(chr(0x4E00 + number) for number in range(1_000))))) == MOST_TOLD
