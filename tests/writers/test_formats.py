from __future__ import annotations

from importlib import import_module

import pytest

from plangen.writers.formats import FORMATS


@pytest.mark.parametrize("writer", FORMATS.values())
def test_every_format_has_its_writer(writer: str) -> None:
    module, _, function = writer.partition(":")
    assert callable(getattr(import_module(module), function))
