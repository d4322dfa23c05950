from __future__ import annotations

from datetime import date

from plangen.compose.expressions import Evaluator
from plangen.compose.plain import PlainTexts, day, plain_texts
from plangen.document.inlines import Emphasis, Expression, FootnoteReference, Text
from plangen.model.text import RichText
from plangen.source.source import Memory

from .plans import SWEDISH, document, memory, plan


def texts(source: Memory) -> PlainTexts:
    return plain_texts(document(source), Evaluator(plan(source), SWEDISH))


def body(source: Memory) -> str | None:
    return texts(source).body(plan(source).sections[0].text)


def test_a_field_is_told_without_marks() -> None:
    rich = RichText((Emphasis((Text("Ram "),)), Expression("plan.ram | mnkr"), FootnoteReference("a")))
    assert texts(memory()).line(rich) == "Ram 2,995\u00a0mnkr"
    assert texts(memory()).line(RichText((FootnoteReference("a"),))) is None


def test_a_text_has_its_paragraphs_and_headings_apart_and_items_on_lines() -> None:
    source = memory(inledning="Ett **två**.\n\n- a\n- b\n\n  c\n\n3. d\n\n## Rubrik\n\n> Citat\n")
    assert body(source) == "Ett två.\n\n- a\n- b\n  c\n\n3. d\n\nRubrik\n\nCitat"


def test_a_reference_is_told_as_it_is_printed() -> None:
    assert body(memory(inledning="Se [](#bibliotek) och [här](#ekonomi).\n")) == (
        "Se avsnitt\u00a02.1.1 Resultatmål: Öppna bibliotek och här."
    )


def test_a_day_is_told_as_iso_8601_has_it() -> None:
    assert (day(date(2026, 1, 2)), day(None)) == ("2026-01-02", None)
