from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from plangen.diagnostics import PlangenError
from plangen.importers import workbook as module
from plangen.importers.sheet import Area, area
from plangen.importers.workbook import read_workbook

from .sheets import workbook


def changed(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one of its parts replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return made.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


@pytest.mark.parametrize(
    ("value", "number"),
    [(33.5, "33.5"), (0.1 + 0.2, "0.3"), (1363720, "1363720"), (1e6, "1000000"), (-0.07, "-0.07"), (1e-7, "1E-7")],
)
def test_numbers_are_exact(value: float, number: str):
    sheet = read_workbook(workbook([[value]]), "b.xlsx")
    assert sheet.rows[0][0].value == Decimal(number)


@pytest.mark.parametrize(
    ("value", "code"),
    [(date(2026, 1, 1), "import-date"), (True, "import-truth-value"), ("=1+1", "import-formula-uncomputed")],
)
def test_what_is_no_amount_is_a_fault(value: object, code: str):
    assert read_workbook(workbook([[value]]), "b.xlsx").rows[0][0].fault == code


def test_an_error_value_is_a_fault():
    data = workbook([["x"]])
    name = "xl/worksheets/sheet1.xml"
    cell = b'<c r="A1" t="e"><v>#REF!</v></c>'
    text = part(data, name)
    begin, end = text.index(b"<c "), text.index(b"</c>") + 4
    sheet = read_workbook(changed(data, name, text[:begin] + cell + text[end:]), "b.xlsx")
    assert (sheet.rows[0][0].fault, sheet.rows[0][0].text) == ("import-error-value", "#REF!")


def test_a_formula_has_the_value_that_excel_computed():
    data = workbook([["=1+1"]])
    name = "xl/worksheets/sheet1.xml"
    computed = (
        part(data, name).replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
    )
    assert read_workbook(changed(data, name, computed), "b.xlsx").rows[0][0].value == 2


def test_bold_percent_and_merged_cells_are_known():
    data = workbook([["a", "b"], [0.125]], bold=["A1"], merged=["A1:B1"])
    book = load_workbook(io.BytesIO(data))
    book["Budget"]["A2"].number_format = "0.0 %"
    saved = io.BytesIO()
    book.save(saved)
    sheet = read_workbook(saved.getvalue(), "b.xlsx")
    assert sheet.merged == (Area(1, 1, 2, 1),)
    assert sheet.rows[0][0].bold
    assert (sheet.rows[1][0].value, sheet.rows[1][0].percent) == (Decimal("12.5"), True)


def test_a_sheet_is_found_by_name_and_a_part_by_range():
    book = Workbook()
    book.create_sheet("Andra").append([1, 2, 3])
    data = io.BytesIO()
    book.save(data)
    assert [cell.text for cell in read_workbook(data.getvalue(), "b", "andra", area("B1:C1")).rows[0]] == ["2", "3"]
    with pytest.raises(PlangenError, match="import-sheet-unknown"):
        read_workbook(data.getvalue(), "b", "Tredje")


def test_a_sheet_without_end_is_refused_but_for_a_part(monkeypatch: pytest.MonkeyPatch):
    data = workbook([[1]] * 20)
    monkeypatch.setattr(module, "MOST_ROWS", 10)
    with pytest.raises(PlangenError, match="import-sheet-too-large"):
        read_workbook(data, "b")
    assert len(read_workbook(data, "b", area=area("A1:A5")).rows) == 5


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(PlangenError, match="import-file-too-large"):
        read_workbook(changed(workbook([[1]]), "xl/x.bin", b"\0" * (module.LARGEST_UNPACKED + 1)), "b")


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/other.xml"])
def test_document_types_are_refused(name: str):
    for content in (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        "<!DOCTYPE x><x/>".encode("utf-16"),
    ):
        with pytest.raises(PlangenError, match="import-not-workbook"):
            read_workbook(changed(workbook([[1]]), name, content), "b")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 100, b"text"])
def test_what_is_no_workbook_is_refused(content: bytes):
    with pytest.raises(PlangenError, match="import-not-workbook"):
        read_workbook(content, "b")


@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"]
)
def test_a_broken_part_is_refused(name: str):
    with pytest.raises(PlangenError, match="import-not-workbook"):
        read_workbook(changed(workbook([["a"]]), name, b"<x><y></x>"), "b")


def test_a_number_without_end_is_a_fault():
    data = workbook([[1]])
    name = "xl/worksheets/sheet1.xml"
    sheet = read_workbook(changed(data, name, part(data, name).replace(b"<v>1</v>", b"<v>1e999</v>")), "b")
    assert sheet.rows[0][0].fault == "import-error-value"


def test_what_openpyxl_stops_at_is_a_fault_of_the_file():
    data = workbook([[1]])
    name = "[Content_Types].xml"
    with pytest.raises(PlangenError, match="import-not-workbook"):
        read_workbook(changed(data, name, part(data, name).replace(b"sheet.main", b"sheet.other")), "b")


def test_reading_a_workbook_names_no_namespaces_for_the_whole_process():
    """Else a DOCX written in the same process would be other bytes."""
    read_workbook(workbook([[1]]), "b")
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    assert b"ns0:a" in etree.tostring(etree.Element(f"{{{space}}}a"))
