from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from struct import unpack

from plangen.brand.brand import DEFAULT
from plangen.document.chart import Bar, BarGroup, Chart
from plangen.document.inlines import Image
from plangen.document.nodes import BlockQuote, Figure
from plangen.readers.pictures import media_type, pixels
from plangen.typesetting.chart_layout import laid_out_chart
from plangen.typesetting.charts import draw
from plangen.typesetting.raster import PIXELS_PER_INCH, drawings_in_pixels, in_pixels

CHART = Chart("bars", (BarGroup("", (Bar("Museer", "995", Decimal(995)),)),))
DRAWN = Image(
    draw(laid_out_chart(CHART, DEFAULT, 300), DEFAULT), "image/svg+xml", "Diagram", width=300, narrow=b"<svg/>"
)


def test_a_drawing_becomes_a_sharp_png_of_the_same_width() -> None:
    made = in_pixels(DRAWN, DEFAULT.fonts)
    assert media_type(made.data) == made.media_type == "image/png"
    assert pixels(made.data)[0] == 300 * PIXELS_PER_INCH // 72
    assert (made.width, made.alternative, made.narrow) == (300, "Diagram", b"")


def test_a_drawing_gives_the_same_bytes_each_time() -> None:
    assert in_pixels(DRAWN, DEFAULT.fonts) == in_pixels(DRAWN, DEFAULT.fonts)


def test_other_pictures_are_left_as_they_are() -> None:
    photo = replace(DRAWN, media_type="image/png", data=b"x")
    assert in_pixels(photo, DEFAULT.fonts) is photo


def test_the_drawings_of_figures_within_other_blocks_become_pixels_too() -> None:
    made = drawings_in_pixels(BlockQuote(blocks=(Figure(image=DRAWN),)), DEFAULT.fonts)
    assert isinstance(made, BlockQuote)
    (figure,) = made.blocks
    assert isinstance(figure, Figure)
    assert unpack(">I", figure.image.data[16:20])[0] > 1000
