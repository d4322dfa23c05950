from __future__ import annotations

import pytest

from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph

from .budget_tables import AMOUNT, TABLE, table

ROWS = "  - {namn: 'A[^a]', kr: '1[^1]'}\n"


def noted(small, notes: str):
    return table(small, AMOUNT, ROWS, f"noter:\n{notes}")


def test_notes_are_read_with_their_marks_and_places(small):
    made = noted(small, "  a: Ett *ord*.\n  1: Två.\n")
    assert made.found() == []
    first, second = made.read().tables[0].notes
    assert (first.id, second.id, first.location.line, second.location.line) == ("a", "1", 4, 5)
    (paragraph,) = second.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text("Två."),)


def test_marks_without_notes_and_notes_without_marks_are_told(small):
    assert noted(small, "  b: Ett.\n").found() == [
        f"{TABLE}:4:3 note-unused",
        f"{TABLE}:8:14 note-unknown",
        f"{TABLE}:8:27 note-unknown",
    ]


@pytest.mark.parametrize(("text", "code"), [("", "note-empty"), ('""', "note-empty"), ("[x]", "text-expected")])
def test_a_note_without_text_is_told(small, text: str, code: str):
    assert f"{TABLE}:4:" in noted(small, f"  a: {text}\n  1: Två.\n").found()[0]
    assert code in [each.code for each in noted(small, f"  a: {text}\n  1: Två.\n").diagnostics()]


def test_notes_are_a_mapping(small):
    assert f"{TABLE}:3:8 mapping-expected" in table(small, AMOUNT, ROWS, "noter: [a]\n").found()
