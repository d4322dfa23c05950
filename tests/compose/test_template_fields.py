from __future__ import annotations

import pytest

from plangen.compose.template_fields import template_texts
from plangen.diagnostics import Diagnostic, Location
from plangen.word.fields import TemplateField

from .plans import SWEDISH, edited, memory, plan

DECIDED = edited(
    memory(),
    "plan.yaml",
    "status: utkast",
    "status: beslutad\nbeslut: {beslutad av: Kulturnämnden, datum: 2025-11-04, paragraf: '7', diarienummer: KN 2025/1}",
)


def text(source: str, decided: bool = False) -> str:
    whole = plan(DECIDED if decided else None)
    texts, faults = template_texts([TemplateField(source, "cover")], "m.docx", whole, SWEDISH)
    assert not faults, faults
    return texts[source].replace("\u00a0", "~")


def fault(source: str, **more: str) -> Diagnostic:
    texts, (found,) = template_texts([TemplateField(source, "header", **more)], "m.docx", plan(), SWEDISH)  # type: ignore[arg-type]
    assert source not in texts
    assert found.location == Location("m.docx")
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plan.title", "Årsplan 2026"),
        ("plan.titel", "Årsplan 2026"),
        ("plan.organisation", "Region Exempel"),
        ("plan.body", "Kulturnämnden"),
        ("plan.nämnd", "Kulturnämnden"),
        ("plan.year", "2026"),
        ("plan.status", "Beslutad"),
        ("plan.version", ""),
        ("plan.valid", ""),
        ("plan.ersätter", ""),
        ("plan.decision.decided_by", "Kulturnämnden"),
        ("plan.beslut.beslutad_av", "Kulturnämnden"),
        ("plan.decision.date", "4~november~2025"),
        ("plan.beslut.paragraf", "7"),
        ("plan.beslut.paragraph_number", "§~7"),
        ("plan.beslut.diarienummer", "KN 2025/1"),
        ("plan.frame.amount", "2~995"),
        ("plan.ram.belopp | mnkr", "2,995~mnkr"),
        ("budget.drift.summa.ram | tkr", "2~995~tkr"),
        ("label.case_number", "Diarienummer"),
        ('label["case-number"]', "Diarienummer"),
        ("plan.version or plan.year", "2026"),
    ],
)
def test_a_field_is_what_the_plan_says_of_it(source: str, expected: str) -> None:
    assert text(source, decided=True) == expected


@pytest.mark.parametrize(
    "source", ["plan.decision.date", "plan.beslut.paragraf", "plan.beslut.paragraph_number", "plan.decision.decided_by"]
)
def test_what_a_plan_does_not_tell_is_empty(source: str) -> None:
    assert text(source) == ""


def test_an_unknown_name_is_told_with_its_part_and_the_nearest() -> None:
    found = fault("plan.titlle")
    assert found.code == "word-field-unknown"
    assert dict(found.parameters)["part"] == "sidhuvud"
    assert dict(found.parameters)["near"].split(", ")[0] == "titel"
    assert dict(found.parameters)["field"] == "plan.titlle"


@pytest.mark.parametrize("source", ["plan", "plan.decision", "plan..title", "'x' * 9", "plan.title.upper()", ""])
def test_what_is_no_text_is_told(source: str) -> None:
    assert fault(source).code == "word-field-fault"


@pytest.mark.parametrize("source", ["plan.outline", "plan.places", "plan.sections", "plan.foreword"])
def test_no_more_of_a_plan_is_seen_than_may_be_printed(source: str) -> None:
    assert fault(source).code == "word-field-unknown"


def test_what_only_looks_like_a_field_is_told() -> None:
    assert fault("{{ a", fault="open").code == "word-field-open"
    assert fault("{% a %}", fault="statement").code == "word-field-statement"


@pytest.mark.parametrize(("source", "near"), [("Body", "body"), ("titel", "plan.titel")])
def test_a_name_that_stands_elsewhere_is_told_with_the_way_to_it(source: str, near: str) -> None:
    assert dict(fault(source).parameters)["near"] == near
