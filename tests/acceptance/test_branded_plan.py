"""A plan in an organisation's looks: logo, texts at head and foot, colours, in all three formats."""

from __future__ import annotations

import struct
import subprocess
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest

from plangen.brand.brand import Logo
from plangen.build import examine, job, timestamp_of, write
from plangen.readers.brand import read_brand
from plangen.source.source import Memory
from plangen.writers.job import Job

BRAND = """\
färger: {accent: "#781450", bakgrund: "#F6E9F1"}
logotyp: {fil: logotyp.png, alt: Region Exempels logotyp}
sidhuvud: "{organisation} · {diarienummer} · {titel} · {sida}"
sidfot: "{nämnd} – sida {sida} av {sidor}"
"""
OF_THE_PLAN = 'colours: {accent: "#104050"}\n'


def picture(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(bytes(1 + width) * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def work(minimal_plan: dict[str, str | bytes]) -> Job:
    files = {
        **minimal_plan,
        "templates/brand.yaml": BRAND,
        "templates/logotyp.png": picture(600, 60),
        "content/plan/brand.yaml": OF_THE_PLAN,
    }
    source = Memory(files)
    brand, found = read_brand(source, "content/plan")
    assert found == ()
    examined = examine(source, "content/plan", brand)
    assert examined.document is not None
    assert examined.sound
    return job(examined.document, brand, timestamp_of(examined.document, None))


def test_page_has_logo_texts_and_colours(work: Job):
    page = write(work, "html").decode()
    assert 'alt="Region Exempels logotyp" width="302"' in page
    assert '@top-left { font: 8.5pt "Arial", "Arimo", sans-serif; color: #4D5558; content: "Region Exempel \\b7' in page
    assert 'Årsplan 2026 \\b7  " counter(page)' in page
    assert 'content: "Styrelsen \\2013  sida " counter(page) " av " counter(pages)' in page
    assert "--accent: #104050" in page
    assert "--shade: #F6E9F1" in page


def test_word_file_has_logo_texts_and_colours(work: Job):
    word = docx.Document(BytesIO(write(work, "docx")))
    (logo,) = word.element.xpath(".//wp:docPr[@descr='Region Exempels logotyp']/..")
    width, height = (int(logo.xpath(f"string(wp:extent/@{side})")) for side in ("cx", "cy"))
    assert (width, height) == (80 * 36000, 8 * 36000)
    section = word.sections[1]
    assert section.header.paragraphs[0].text.startswith("Region Exempel · Årsplan 2026 · 1")
    assert section.footer.paragraphs[0].text == "\tStyrelsen – sida 1 av 1"
    fields = [each.text.strip() for each in section.footer._element.xpath(".//w:instrText")]
    assert fields == ["PAGE", "NUMPAGES"]
    assert word.styles["Heading 1"].font.color.rgb == docx.shared.RGBColor(0x10, 0x40, 0x50)


def test_pdf_has_logo_and_texts(work: Job, tmp_path: Path):
    file = tmp_path / "plan.pdf"
    file.write_bytes(write(work, "pdf"))
    text = subprocess.run(
        ["pdftotext", "-f", "2", "-l", "2", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Region Exempel · Årsplan 2026 · 2" in text
    assert "Styrelsen – sida 2 av " in text
    with pikepdf.open(file) as pdf:
        figures = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        assert [str(each.Alt) for each in figures] == ["Region Exempels logotyp"]


def test_word_file_has_as_many_pages_as_the_pdf(work: Job, libreoffice_report: Callable[[bytes], dict[str, Any]]):
    assert libreoffice_report(write(work, "docx"))["pages"] == work.typeset().page_count


def test_logo_is_as_large_in_every_format(work: Job):
    logo = work.brand.logo
    assert logo is not None
    assert logo.size == pytest.approx((Logo.MOST_WIDTH, Logo.MOST_WIDTH / 10))
