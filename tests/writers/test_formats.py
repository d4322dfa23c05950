from __future__ import annotations

from importlib import import_module

import pytest

from plangen.writers.formats import BUILD_FORMATS, FORMATS, IN_TEMPLATE, REVIEW_FORMATS, endings


@pytest.mark.parametrize("writer", sorted({*BUILD_FORMATS.values(), *REVIEW_FORMATS.values()}))
def test_every_format_has_its_writer(writer: str) -> None:
    module, _, function = writer.partition(":")
    assert callable(getattr(import_module(module), function))


def test_a_format_that_is_made_of_a_template_is_one_and_has_a_writer():
    assert set(IN_TEMPLATE) <= set(FORMATS)
    for place in IN_TEMPLATE.values():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))


def test_a_document_is_one_file_and_a_plans_tables_are_several() -> None:
    assert {form: endings(form, "sv") for form in FORMATS} == {form: (f".{form}",) for form in FORMATS}
    assert "-indikatorer.csv" in endings("csv", "sv")
    assert "-indicators.csv" in endings("csv", "en-GB")
