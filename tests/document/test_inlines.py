from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest

from plangen.document import inlines
from plangen.document.inlines import Inline, Text


@pytest.mark.parametrize("kind", get_args(Inline), ids=lambda kind: kind.__name__)
def test_every_inline_is_frozen_and_has_a_change_and_a_language(kind: type) -> None:
    with pytest.raises(FrozenInstanceError):
        object.__new__(kind).change = "inserted"
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)
    assert {"change", "language"} <= {each.name for each in fields(kind)}


def test_an_inline_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Text("a").text = "b"  # type: ignore[misc]


def test_every_inline_of_the_module_is_in_its_union() -> None:
    base = inlines.InlineNode
    made = {each for each in vars(inlines).values() if isinstance(each, type) and issubclass(each, base)}
    assert made - {base} == {*get_args(Inline)}
