from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said

CODE = "passage-twice"
SENTENCE = "Det här är en mening som är så lång att ingen skriver den två gånger."


def test_a_sentence_that_stands_twice_is_told_of_in_the_later_place(small: SmallPlan):
    plan = small.with_text(f"Först. {SENTENCE}\n\nSedan kommer det igen. {SENTENCE.replace(' lång', chr(10) + 'lång')}")
    (one,) = found(plan, CODE)
    assert one[1].startswith("Det här är en mening")
    assert said(plan, CODE)["line"] == "8"


def test_a_passage_is_told_of_once(small: SmallPlan):
    text = f"{SENTENCE} {SENTENCE.replace('Det', 'Allt det')}"
    assert len(found(small.with_text(f"{text}\n\n{text}"), CODE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{SENTENCE}\n\n{SENTENCE.replace('två', 'tre')}",
        "Så är det bara. Så är det bara.",
        f"| {SENTENCE} | b |\n|---|---|\n| {SENTENCE} | b |",
        f"## {SENTENCE}\n\n{SENTENCE}",
    ],
)
def test_other_passages_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), CODE) == []


def test_a_paragraph_of_short_sentences_that_stands_twice_is_told_of(small: SmallPlan):
    text = "Barn ska må bra. Föräldrar ska få stöd. Personalen ska räcka till."
    plan = small.with_text(f"{text}\n\nAnnat.\n\n{text}")
    assert found(plan, "passage-twice") == [("passage-twice", text)]
    assert found(small.with_text(f"{text}\n\nAnnat.\n\nBarn ska må bra. Föräldrar ska få stöd."), "passage-twice") == []
