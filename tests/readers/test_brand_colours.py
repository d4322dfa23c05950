from __future__ import annotations

from dataclasses import replace

import pytest

from plangen.brand.brand import DEFAULT, Colours
from plangen.brand.contrast import TEXT, contrast
from plangen.diagnostics import Diagnostic, Location, Severity
from plangen.readers.brand_colours import INKS, GivenColour, contrasts


def found(language: str = "sv", **colours: str) -> list[Diagnostic]:
    given = {name: GivenColour(Location(f"{name}.yaml", 1), language) for name in colours}
    return list(contrasts(replace(DEFAULT.colours, **colours), given))


def test_default_colours_are_readable():
    every = {name: GivenColour(Location("x", 1), "sv") for name in (*INKS, "rule", "shade")}
    assert list(contrasts(DEFAULT.colours, every)) == []


@pytest.mark.parametrize("name", INKS)
def test_text_that_does_not_stand_out_from_white_is_reported_with_a_colour_that_does(name: str):
    (fault,) = found(**{name: "#8899AA"})
    told = dict(fault.parameters)
    assert (fault.code, fault.severity, fault.location.file) == ("contrast-on-white", Severity.ERROR, f"{name}.yaml")
    assert (told["ratio"], told["least"]) == ("2,92", "4,5")
    assert found(**{name: told["right"]}) == []


def test_figures_are_told_in_the_language_of_the_file():
    told = dict(found("en", accent="#8899AA")[0].parameters)
    assert (told["ratio"], told["least"], told["key"]) == ("2.92", "4.5", "accent")


def test_ratio_that_is_just_short_is_not_told_as_enough():
    assert dict(found(accent="#777777")[0].parameters)["ratio"] == "4,47"


def test_text_that_stands_out_from_white_alone_is_reported_where_it_is_given():
    (fault,) = found(link="#6D7073")
    told = dict(fault.parameters)
    assert (fault.code, fault.location.file) == ("contrast-between", "link.yaml")
    assert (told["key"], told["other"]) == ("länk", "bakgrund")
    assert found(link=told["right"]) == []


def test_shade_that_texts_cannot_be_read_on_is_reported_where_it_is_given():
    faults = found(shade="#909090")
    assert [fault.location.file for fault in faults] == ["shade.yaml"]
    told = dict(faults[0].parameters)
    assert (told["key"], told["other"]) == ("bakgrund", "dämpad")
    assert all(contrast(getattr(DEFAULT.colours, name), told["right"]) >= TEXT for name in INKS)
    assert found(shade=told["right"]) == []


def test_shade_that_no_text_can_be_read_on_hides_no_fault_of_a_text():
    faults = found(shade="#001040", accent="#8899AA")
    assert [fault.location.file for fault in faults] == ["accent.yaml", "shade.yaml"]
    right = [dict(fault.parameters)["right"] for fault in faults]
    assert found(accent=right[0], shade=right[1]) == []


def test_rule_that_is_hardly_seen_is_a_warning():
    (fault,) = found(rule="#DDDDDD")
    assert (fault.code, fault.severity) == ("contrast-of-lines", Severity.WARNING)
    assert found(rule=dict(fault.parameters)["right"]) == []


def test_what_is_not_given_is_not_spoken_of():
    assert list(contrasts(Colours(text="#FFFFFF"), {})) == []
