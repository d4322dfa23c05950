from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found, said

CODES = ("agenda-name", "agenda-number-in-text")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Vi bidrar till mål 3: God hälsa och välmående.", "God hälsa och välmående"),
        ("Vi bidrar till globala målet 5, God utbildning för alla.", "God"),
        ("Mål 13 – Bekämpa klimatförändringen", "Bekämpa klimatförändringen"),
        ("Globala målet 5 (Jämlikhet) styr.", "Jämlikhet"),
        ("Vi arbetar med globalt mål 18.", "18"),
        ("Agenda 2030 mål 19 finns inte.", "19"),
    ],
)
def test_a_wrong_name_or_number_is_told_of(small: SmallPlan, text: str, marked: str):
    assert [words for _, words in found(small.with_text(text), *CODES)] == [marked]


def test_the_official_name_is_told(small: SmallPlan):
    told = said(small.with_text("Vi bidrar till mål 3: God hälsa och välmående."), "agenda-name")
    assert (told["number"], told["official"]) == ("3", "God hälsa och välbefinnande")


@pytest.mark.parametrize(
    "text",
    [
        "Vi bidrar till mål 3: God hälsa och välbefinnande.",
        "Vi bidrar till mål 5: Jämställdhet, och till mål 8.",
        "Mål 4 (god utbildning för alla) är viktigt.",
        "Mål 2: Fler elever når målen.",
        "Globala målet 5 (delmål 5.5) styr.",
        "Mål 5 (Jämlikhet) är kommunens eget.",
        "Nämndens mål 18 följs upp i juni.",
        "Se delmål 3.4 och mål 3.1.",
        "Målet 2027 är 18 procent.",
        "Vision Tallbro 2040, mål 2",
    ],
)
def test_right_names_and_other_goals_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), *CODES) == []
