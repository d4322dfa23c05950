from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from importlib import util
from pathlib import Path
from xml.etree import ElementTree

import pytest

from plangen.brand.brand import DEFAULT
from plangen.brand.tones import tones
from plangen.diagnostics import PlangenError
from plangen.document.chart import Bar, BarGroup, Chart, ChartKind
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Image, Text
from plangen.document.nodes import Figure, Heading, Paragraph, Section
from plangen.typesetting import charts
from plangen.typesetting.chart_layout import laid_out_chart
from plangen.typesetting.charts import draw, drawn

BARS = (
    Bar("Utfall 2025", "1 000", Decimal(1000), "middle"),
    Bar("Budget & <2026>", "−500", Decimal(-500)),
    Bar("Plan 2027", "250", Decimal(250), "light"),
    Bar("Plan 2028", "inget belopp", None, "light"),
)
SVG = "{http://www.w3.org/2000/svg}"


def figure(kind: ChartKind = "bars") -> Figure:
    return Figure(id="f", image=Image(b"", "image/svg+xml", "Diagram"), chart=Chart(kind, (BarGroup("Å", BARS),)))


def document(*blocks: Figure) -> Document:
    section = Section(heading=Heading(level=1, inlines=(Text("A"),)), blocks=blocks)
    return Document(metadata=Metadata(title="T", language="sv"), blocks=(section, Paragraph(inlines=(Text("B"),))))


def svg(kind: ChartKind = "bars") -> str:
    chart = figure(kind).chart
    assert chart
    return draw(laid_out_chart(chart, DEFAULT, 300), DEFAULT).decode()


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_every_name_and_figure_is_written_in_the_brands_font(kind: ChartKind) -> None:
    texts = list(ElementTree.fromstring(svg(kind)).iter(f"{SVG}text"))
    told = "\n".join("".join(each.itertext()) for each in texts)
    for bar in BARS:
        assert bar.text in told
        assert all(word in told for word in bar.name.split(" "))
    assert {each.get("font-family", "").partition(",")[0].strip('"') for each in texts} == {DEFAULT.fonts.family}


def test_bars_have_their_tones_and_the_accents_outline() -> None:
    paths = [each for each in ElementTree.fromstring(svg()).iter(f"{SVG}path") if each.get("stroke")]
    bars = [each for each in paths if each.get("fill", "").upper() in tones(DEFAULT.colours).values()]
    own = tones(DEFAULT.colours)
    assert [each.get("fill", "").upper() for each in bars] == [own["middle"], own["strong"], own["light"]]
    assert {each.get("stroke", "").upper() for each in bars} == {DEFAULT.colours.accent}


def test_a_figure_that_is_not_there_has_no_bar() -> None:
    fills = [each.get("fill", "").upper() for each in ElementTree.fromstring(svg()).iter(f"{SVG}path")]
    assert sum(fill in tones(DEFAULT.colours).values() for fill in fills) == len(BARS) - 1


def test_the_picture_has_its_size_in_points_and_fetches_nothing() -> None:
    root = ElementTree.fromstring(svg())
    assert root.get("width") == "300pt"
    assert "href" not in svg()
    assert "<script" not in svg()
    assert "<style" not in svg()


def test_the_same_chart_gives_the_same_bytes_in_another_process() -> None:
    code = "from tests.typesetting.test_charts import svg; import sys; sys.stdout.write(svg('columns'))"
    root = Path(__file__).parents[2]
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8", cwd=root)
    assert told.stdout == svg("columns")


def test_the_charts_of_a_document_are_drawn_wide_and_narrow() -> None:
    (section, _) = drawn(document(figure()), DEFAULT).blocks
    assert isinstance(section, Section)
    (block,) = section.blocks
    assert isinstance(block, Figure)
    assert block.image.width == DEFAULT.page.text_width
    assert block.image.data.startswith(b"<svg")
    assert block.image.narrow.startswith(b"<svg")
    assert block.image.narrow != block.image.data


def test_without_the_package_it_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "find_spec", lambda name: None if name == "vl_convert" else util.find_spec(name))
    with pytest.raises(PlangenError) as raised:
        drawn(document(figure()), DEFAULT)
    assert raised.value.code == "charts-missing"


def test_a_document_without_charts_is_left_as_it_is_and_needs_no_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "find_spec", lambda name: None)
    given = document()
    assert drawn(given, DEFAULT) is given
