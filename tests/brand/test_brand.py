from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict
from typing import get_args

import pytest

from plangen.brand.brand import DEFAULT, POINTS_PER_MM, STYLES, Colours, Logo, Page, StyleName

WHITE = "#FFFFFF"
LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_reckoned_as_wcag_reckons_it() -> None:
    assert contrast("#000000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("ground", [WHITE, Colours().shade], ids=["white", "shade"])
@pytest.mark.parametrize("name", ["text", "accent", "muted", "link"])
def test_text_can_be_read_on_white_and_on_shade(name: str, ground: str) -> None:
    assert contrast(asdict(Colours())[name], ground) >= LEAST


def test_a_rule_can_be_seen() -> None:
    """WCAG 2.2, 1.4.11 asks 3:1 of what must be seen to understand a page; rules come near it without being that."""
    assert contrast(Colours().rule, WHITE) >= 2.5


def test_colours_are_written_out() -> None:
    assert all(len(each) == 7 and each[0] == "#" and int(each[1:], 16) >= 0 for each in asdict(Colours()).values())


def test_there_is_a_style_for_every_name() -> None:
    assert set(STYLES) == set(get_args(StyleName))


def test_lines_are_higher_than_their_type() -> None:
    assert all(style.line_height > style.size > 0 for style in STYLES.values())


def test_headings_go_from_large_to_small_and_stay_with_what_follows() -> None:
    headings = [STYLES[f"heading-{level}"] for level in (1, 2, 3, 4, 5, 6)]  # type: ignore[index]
    assert [each.size for each in headings] == sorted((each.size for each in headings), reverse=True)
    assert all(each.keep_with_next for each in headings)
    assert all(each.size >= STYLES["body"].size for each in headings)


def test_a_page_has_room_for_text_within_its_margins() -> None:
    page = Page(width_mm=210, height_mm=297, left_mm=25, right_mm=25)
    assert page.text_width == pytest.approx(160 / 25.4 * 72)
    assert page.landscape_text_width == pytest.approx(247 / 25.4 * 72)


def test_a_brand_and_its_styles_are_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        DEFAULT.page = Page()  # type: ignore[misc]
    with pytest.raises(TypeError):
        STYLES["body"] = STYLES["caption"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("pixels", "millimetres"),
    [((100, 100), (18, 18)), ((1000, 100), (80, 8)), ((800, 180), (80, 18)), ((1, 9), (2, 18))],
)
def test_logo_is_as_large_as_its_place_allows(pixels: tuple[int, int], millimetres: tuple[float, float]):
    size = Logo(b"", "image/png", "A", pixels).size
    assert [each / POINTS_PER_MM for each in size] == pytest.approx(millimetres)
