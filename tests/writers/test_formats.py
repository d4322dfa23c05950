from __future__ import annotations

from importlib import import_module

import pytest

from plangen.writers.formats import FORMATS, IN_TEMPLATE


@pytest.mark.parametrize("writer", FORMATS.values())
def test_every_format_has_its_writer(writer: str) -> None:
    module, _, function = writer.partition(":")
    assert callable(getattr(import_module(module), function))


def test_a_format_that_is_made_of_a_template_is_one_and_has_a_writer():
    assert set(IN_TEMPLATE) <= set(FORMATS)
    for place in IN_TEMPLATE.values():
        module, _, function = place.partition(":")
        assert callable(getattr(import_module(module), function))
