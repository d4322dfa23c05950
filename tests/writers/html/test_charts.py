"""A chart's drawing by night."""

from __future__ import annotations

import re

from plangen.brand.brand import DEFAULT
from plangen.brand.contrast import GRAPHICS, contrast
from plangen.brand.tones import tones
from plangen.document.inlines import Image
from plangen.writers.html.charts import night_style, with_night
from plangen.writers.html.colours import NIGHT, by_night

COLOURS = DEFAULT.colours


def test_each_colour_of_a_chart_has_one_of_the_night_for_lines_and_for_grounds() -> None:
    style = night_style(COLOURS)
    rules = re.findall(r'\[(fill|stroke)="(#\w+)" i\]\{(\w+):(#\w+)\}', style)
    assert all(name == same for name, _, same, _ in rules)
    assert {(name, day) for name, day, _, _ in rules} == {
        (name, day) for day in (*tones(COLOURS).values(), COLOURS.text) for name in ("fill", "stroke")
    }


def test_outlines_and_text_stand_out_from_the_dark_ground_and_tones_keep_their_order() -> None:
    rules = dict(re.findall(r'\[fill="(#\w+)" i\]\{fill:(#\w+)\}', night_style(COLOURS)))
    strong, middle, light = (rules[tones(COLOURS)[tone]] for tone in ("strong", "middle", "light"))
    assert strong == by_night(COLOURS)["accent"]
    assert contrast(strong, NIGHT) >= GRAPHICS
    assert contrast(rules[COLOURS.text], NIGHT) >= 7
    assert contrast(strong, NIGHT) > contrast(middle, NIGHT) > contrast(light, NIGHT)


def test_both_forms_of_a_drawing_have_the_style_first_and_nothing_else_changes() -> None:
    drawing = Image(
        data=b'<svg a="1"><g/></svg>', media_type="image/svg+xml", alternative="Staplar", narrow=b"<svg>n</svg>"
    )
    styled = with_night(drawing, "<style>s</style>")
    assert styled.data == b'<svg a="1"><style>s</style><g/></svg>'
    assert styled.narrow == b"<svg><style>s</style>n</svg>"
    assert (styled.alternative, styled.media_type) == (drawing.alternative, drawing.media_type)


def test_a_drawing_without_a_narrow_form_gets_none() -> None:
    drawing = Image(data=b"<svg><g/></svg>", media_type="image/svg+xml", alternative="")
    assert with_night(drawing, "<style></style>").narrow == b""
