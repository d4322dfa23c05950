from decimal import Decimal

import pytest

from plangen.compose.plan_fields import plan_fields
from plangen.locale.catalogue import catalogue


def told(small, language="sv"):
    return {
        field.role: (field.label, field.text.replace("\u00a0", " "))
        for field in plan_fields(small.read(), catalogue(language))
    }


def test_what_a_reviewer_must_know_is_told_whatever_the_cover_shows(small):
    found = told(small)
    assert found["year"] == ("År", "2026")
    assert found["language"] == ("Språk", "svenska")
    assert found["outline"] == ("Disposition", "arsplan")
    assert found["frame"] == ("", "1 300 tkr")
    assert found["frame-decided-by"] == ("Beslutad av", "RF")
    assert found["frame-date"] == ("Beslutsdatum", "11 juni 2025")


def test_what_a_plan_does_not_tell_is_left_out(small):
    assert "version" not in told(small)
    assert "paragraph" not in told(small)


def test_the_amount_of_the_frame_is_a_figure(small):
    (frame,) = (field for field in plan_fields(small.read(), catalogue("sv")) if field.role == "frame")
    assert frame.value == Decimal(1300)


def test_the_sum_that_is_held_against_the_frame_is_a_figure_of_its_own(small):
    changed = small.edited("budget/fordelning.yaml", "växling: 50", "växling: 70")
    found = {field.role: field.value for field in plan_fields(changed.read(), catalogue("sv"))}
    assert (found["frame"], found["sum-of-frame"]) == (Decimal(1300), Decimal(1320))


@pytest.mark.parametrize(("language", "name"), [("sv", "svenska"), ("en", "Swedish")])
def test_the_words_are_those_of_the_reader(language, name, small):
    assert told(small, language)["language"][1] == name
