from __future__ import annotations

import pytest
from tests.conftest import SmallPlan
from tests.model.rules.reviewing import found

CODE = "abbreviation-unexplained"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Vi mäter HME. HME är viktigt.", "HME"),
        ("Enligt CEMR-deklarationen.", "CEMR"),
        ("Stöd enligt LSS:s regler.", "LSS"),
        ("Enligt KF 2027 gäller det.", "KF"),
        ("Uttrycket (HME) mäts i HMEX.", "HMEX"),
    ],
)
def test_a_short_form_that_is_explained_nowhere_is_told_of_once(small: SmallPlan, text: str, short: str):
    assert found(small.with_text(text), CODE) == [(CODE, short)]


@pytest.mark.parametrize(
    "text",
    [
        "Hållbart medarbetarengagemang (HME) mäts. HME är viktigt.",
        "HME är viktigt.\n\nHållbart medarbetarengagemang (HME) mäts.",
        "HME (hållbart medarbetarengagemang) mäts.",
        "Centralsjukhuset i Karlstad – Nya CSK – byggs.",
        "Resultatutjämningsreserven, RUR, används.",
        "Sveriges Kommuner och Regioner säger, enligt SKR:s rapport.",
        "AI, IT och EU är kända.",
        "Beslut i KF § 87, diarienummer KS 2025/123 och SFS 2017:725.",
        "Del II och kapitel XIV.",
        "WCAG 2.2 nivå AA (web content accessibility guidelines).",
        "`HME` är kod, [NPM]{lang=en} är engelska.",
        "KF/2025 och RS-2025 och A1B är beteckningar.",
        "VIKTIGT: LÄS ALLT",
        "Premier från AFA Försäkring betalas tillbaka.",
    ],
)
def test_explained_and_well_known_short_forms_are_left_alone(small: SmallPlan, text: str):
    assert found(small.with_text(text), CODE) == []


def test_the_list_of_abbreviations_explains(small: SmallPlan):
    plan = small.with_text("Vi mäter HME.").edited(
        "plan.yaml", "språk: sv", "språk: sv\nförkortningar: {HME: engagemang}"
    )
    assert found(plan, CODE) == []


def test_systems_and_those_who_decide_may_be_short(small: SmallPlan):
    assert found(small.edited("goals/god-halsa.md", "källa: Statistik", "källa: KPP"), CODE) == []
