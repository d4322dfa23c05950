"""The whole file: valid, whole, the same each time, and the same in LibreOffice as in the PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from plangen.brand.brand import DEFAULT
from plangen.build import layout
from plangen.document.document import Document
from plangen.document.inlines import CrossReference, FootnoteReference, LineBreak, Text
from plangen.document.nodes import (
    Block,
    BulletList,
    Cell,
    Column,
    ContentsEntry,
    DefinitionList,
    Heading,
    ListItem,
    Note,
    Numeral,
    Paragraph,
    Row,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.resolve import resolve
from plangen.document.walk import every_block, every_inline, texts
from plangen.locale.catalogue import catalogue
from plangen.typesetting.pages import typeset
from plangen.writers.docx.writer import write_docx

Report = Callable[[bytes], dict[str, Any]]
WHEN = datetime(2025, 10, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def report(every_node: Document, libreoffice_report: Report) -> dict[str, Any]:
    return libreoffice_report(write_docx(every_node, DEFAULT, typeset(every_node, DEFAULT, WHEN).pages))


def headed(id: str, level: int, title: str, *, numbered: bool = True, listed: bool = True) -> Section:
    heading = Heading(level=level, inlines=(Text(title),), numbered=numbered, listed=listed)
    return Section(id=id, heading=heading)


def wide_table() -> Table:
    return Table(columns=(Column(width=100),), head=(), rows=(Row(cells=(Cell(),)),), landscape=True)


def printed_text(element: Any) -> str:
    """The text of a run or of a table's title, with the signs that Word has elements for."""
    match element.tag.rpartition("}")[2]:
        case "t":
            return element.text or ""
        case "softHyphen":
            return "\u00ad"
        case _:
            return element.attrib.values()[0]


def findings(data: bytes, folder: Path) -> list[str]:
    file = folder / "plan.docx"
    file.write_bytes(data)
    formats = (FileFormat.OFFICE_2010, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365)
    results = [OpenXmlValidator(form, max_errors=0).validate(file) for form in formats]
    return [str(error) for result in results for error in result.errors]


def test_audit_finds_nothing_in_a_document_with_every_node(every_node: Document, tmp_path: Path) -> None:
    assert findings(write_docx(every_node, DEFAULT, {}), tmp_path) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (wide_table(), wide_table()),
        (Paragraph(inlines=(Text("Ett"),)), wide_table()),
        (TableOfContents(title=()),),
    ],
)
def test_audit_finds_nothing_in_small_documents(
    blocks: tuple[Block, ...], document: Callable[..., Document], tmp_path: Path
) -> None:
    assert findings(write_docx(document(*blocks), DEFAULT, {}), tmp_path) == []


def test_same_document_gives_the_same_bytes(every_node: Document) -> None:
    assert write_docx(every_node, DEFAULT, {}) == write_docx(every_node, DEFAULT, {})


def test_every_text_stands_in_the_file_in_its_order(every_node: Document, body: Callable[..., Any]) -> None:
    printed = "".join(map(printed_text, body(every_node).xpath(".//w:t | .//w:softHyphen | .//w:tblCaption")))
    place = printed.index("Innehåll")
    for block in (each for each in every_block(every_node) if not isinstance(each, DefinitionList)):
        for inline in (each for text in texts(block) for each in every_inline(text)):
            if isinstance(inline, Text) and "\u2011" not in inline.text:
                place = printed.index(inline.text, place) + len(inline.text)


def test_libreoffice_numbers_the_headings_as_the_document_has_them(
    every_node: Document, report: dict[str, Any]
) -> None:
    sections = [block.heading for block in every_block(every_node) if isinstance(block, Section)]
    expected = [(heading.number, heading.level) for heading in sections]
    assert [(heading["number"], heading["level"]) for heading in report["headings"]] == expected


def test_libreoffice_has_headings_on_the_pages_that_the_pdf_has(every_node: Document, report: dict[str, Any]) -> None:
    pdf = typeset(every_node, DEFAULT, WHEN)
    sections = [block.id for block in every_block(every_node) if isinstance(block, Section)]
    assert [heading["page"] for heading in report["headings"]] == [pdf.pages[id] for id in sections]
    assert report["pages"] == pdf.page_count


def test_contents_say_the_pages_that_libreoffice_has(report: dict[str, Any]) -> None:
    listed = [heading for heading in report["headings"] if heading["number"]]
    lines = [f"{heading['number']} {heading['text']}\t{heading['page']}" for heading in listed]
    assert report["before"]["contents"] == [["Innehåll", *lines]]


def test_update_in_libreoffice_changes_nothing(report: dict[str, Any]) -> None:
    assert report["after"] == report["before"]


def test_update_changes_nothing_where_headings_of_a_level_differ(
    document: Callable[..., Document], libreoffice_report: Report
) -> None:
    sections = (
        headed("forord", 1, "Förord", numbered=False),
        headed("inledning", 1, "Inledning"),
        headed("om", 2, "Om planen", numbered=False, listed=False),
        headed("mal", 2, "Mål"),
        headed("kolofon", 1, "Kolofon", numbered=False, listed=False),
    )
    numbers = {"inledning": "1", "mal": "1.1"}
    plan = document(contents_list(sections, numbers), *sections)
    found = libreoffice_report(write_docx(plan, DEFAULT, dict.fromkeys(("forord", "inledning", "mal"), 1)))
    assert found["before"]["contents"] == [["Förord\t1", "1 Inledning\t1", "1.1 Mål\t1"]]
    assert found["after"] == found["before"]
    assert [heading["number"] for heading in found["headings"]] == ["", "1", "", "1.1", ""]


def test_libreoffice_counts_each_series_for_itself_and_an_update_changes_nothing(
    document: Callable[..., Document], libreoffice_report: Report, tmp_path: Path
) -> None:
    references = Paragraph(inlines=(CrossReference("taxa"), Text(", "), CrossReference("trygga"), Text(".")))
    plan = document(
        TableOfContents(title=()),
        Section(heading=Heading(level=1, inlines=(Text("Inledning"),)), blocks=(references,)),
        counted("inriktning", 1, 1, "Inriktning", "A", counted("trygga", 2, 2, "Mål", "1")),
        counted("nasta", 2, 1, "Mål", "1"),
        counted("taxa", 1, 1, "Bilaga", "1", series="appendix"),
        counted("avgift", 1, 1, "Bilaga", "1", series="appendix"),
    )
    words = catalogue("sv")
    resolved, faults = resolve(plan, words, layout(DEFAULT, words))
    assert not faults
    data = write_docx(resolved, DEFAULT, {})
    assert findings(data, tmp_path) == []
    found = libreoffice_report(data)
    numbers = ["1", "Inriktning A:", "Mål A.1:", "Mål A.2:", "Bilaga 1:", "Bilaga 2:"]
    assert [heading["number"].replace("\u00a0", " ") for heading in found["headings"]] == numbers
    assert found["before"]["fields"] == ["Bilaga\u00a01:", "Mål\u00a0A.1:", "taxa", "trygga"]
    assert found["after"]["fields"] == found["before"]["fields"]
    for updated, line in zip(found["after"]["contents"][0], found["before"]["contents"][0], strict=True):
        assert updated.startswith(line)


def test_reference_to_a_goal_in_roman_numbers_and_letters_keeps_its_number_when_fields_are_updated(
    document: Callable[..., Document], libreoffice_report: Report
) -> None:
    """From wherever it is referred to: above, beside and below itself, in a paragraph and in a list."""
    reference = Paragraph(inlines=(CrossReference("trygga"),))
    around = (reference, BulletList(items=(ListItem(blocks=(reference,)),)))
    plan = document(
        counted("annan", 1, 1, "Inriktning", "I", *around),
        counted("inriktning", 1, 1, "Inriktning", "I", counted("trygga", 2, 2, "Mål", "a", *around), *around),
    )
    words = catalogue("sv")
    resolved, faults = resolve(plan, words, layout(DEFAULT, words))
    assert not faults
    found = libreoffice_report(write_docx(resolved, DEFAULT, {}))
    assert found["before"]["fields"].count("Mål\u00a0II.a:") == 6
    assert found["after"] == found["before"]


def counted(
    name: str, rank: int, level: int, label: str, numeral: Numeral, *blocks: Block, series: str = "goal"
) -> Section:
    heading = Heading(
        level=level, inlines=(Text(name),), series=series, rank=rank, label=label, numeral=numeral, listed=True
    )
    return Section(id=name, heading=heading, blocks=blocks)


def contents_list(sections: tuple[Section, ...], numbers: Mapping[str, str]) -> TableOfContents:
    entries = tuple(
        ContentsEntry(
            target=each.id, level=each.heading.level, number=numbers.get(each.id, ""), inlines=each.heading.inlines
        )
        for each in sections
        if each.heading.listed
    )
    return TableOfContents(title=(), entries=entries)


def test_pages_with_notes_break_as_in_the_pdf(document: Callable[..., Document], libreoffice_report: Report) -> None:
    lines = [each for line in range(120) for each in (Text(f"Rad {line}"), LineBreak())]
    lines[1:1] = [FootnoteReference("not", mark="1", reference=1)]
    note = Note(id="not", number="1", blocks=(Paragraph(inlines=(Text("En not."),)),))
    plan = document(Paragraph(inlines=tuple(lines)), headed("slut", 1, "Slut"), notes=(note,))
    found = libreoffice_report(write_docx(plan, DEFAULT, {}))
    assert found["headings"][0]["page"] == typeset(plan, DEFAULT, WHEN).pages["slut"]


def test_libreoffice_prints_the_numbers(every_node: Document, soffice: str, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(write_docx(every_node, DEFAULT, {}))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "plan.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = [" ".join(page.split()) for page in text.split("\f")]
    assert "3.1 Effektmål: Trygga och nöjda invånare" in pages[4]
    assert "Tabell 1. Nämndens beslutade fördelning 2026" in pages[11]
    assert "Sida 12 (15)" in pages[11]
    assert all("Regionstyrelsen – Årsplan och budget 2026" in page for page in pages[1:15])
    assert "Regionstyrelsen – Årsplan" not in pages[0]
    assert all("Utkast" in page for page in pages[:15])
