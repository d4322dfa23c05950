from __future__ import annotations

import pytest

from plangen.brand.brand import Running
from plangen.compose.running import branded
from plangen.document.document import Metadata
from plangen.locale.catalogue import catalogue

WORDS = catalogue("sv")
OUTLINES = Metadata(title="T", language="sv-SE", header="dispositionens", footer="{page}")


def header(small, text: str) -> str:
    return branded(OUTLINES, small.read(), Running(header=text), WORDS).header


def test_outlines_texts_stand_where_the_brand_has_none(small):
    assert branded(OUTLINES, small.read(), Running(), WORDS) == OUTLINES
    changed = branded(OUTLINES, small.read(), Running(footer="A"), WORDS)
    assert (changed.header, changed.footer) == ("dispositionens", "A")


def test_fields_are_filled_with_what_the_plan_says(small):
    text = "{organisation} – {body} – {title} – {year} – {status} – sida {page} av {pages}"
    assert header(small, text) == ("Region Exempel – Styrelsen – Årsplan 2026 – 2026 – Utkast – sida {page} av {pages}")


def test_fields_of_the_decision_are_filled(small):
    decided = small.edited(
        "plan.yaml", "status: utkast", "status: utkast\nversion: 2\nbeslut: {datum: 2025-11-20, diarienummer: RS 1}"
    )
    assert header(decided, "{case_number} | {date} | {version}") == "RS 1 | 20\u00a0november\u00a02025 | 2"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{title} · {case_number}", "Årsplan 2026"),
        ("{case_number} · {title}", "Årsplan 2026"),
        ("{title}, dnr {case_number}", "Årsplan 2026, dnr"),
        ("{case_number}", ""),
        ("", ""),
    ],
)
def test_what_a_plan_does_not_have_leaves_nothing(small, text: str, expected: str):
    assert header(small, text) == expected


def test_expressions_in_a_title_are_worked_out(small):
    changed = small.edited("plan.yaml", "titel: Årsplan 2026", 'titel: "Årsplan {{ plan.år }}"')
    assert header(changed, "{title}") == "Årsplan 2026"


def test_braces_in_what_a_plan_says_are_no_fields(small):
    changed = small.edited("plan.yaml", "Region Exempel", "Region {title}")
    assert header(changed, "{organisation}") == "Region {title}"
