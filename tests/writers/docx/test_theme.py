"""The theme has the brand's colours and font."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document


def test_theme_offers_the_brands_colours_and_font(
    document: Callable[..., Document], parts: Callable[..., Mapping[str, Any]], xpath: Callable[[Any, str], Any]
) -> None:
    found = parts(document())["word/theme/theme1.xml"]
    assert xpath(found, "string(.//a:accent1/a:srgbClr/@val)") == DEFAULT.colours.accent.removeprefix("#")
    assert set(xpath(found, ".//a:latin/@typeface")) == {"Arial"}
    assert xpath(found, ".//a:font") == []
