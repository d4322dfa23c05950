"""Sheets for the tests of importers: pasted text, and workbooks made on the spot."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font

from plangen.importers.delimited import read_delimited
from plangen.importers.sheet import Sheet

PASTED = """\
Driftbudget 2027
Belopp i tkr

Verksamhet\tBudget 2026\tÄndring\tVarav löner\tBudget 2027
Teknik
Gator\t20 000\t1 200\t8 000\t21 200
Park\t10 000\t500-\t-\t9 500
Delsumma\t30 000\t700\t8 000\t30 700

Vatten
Verk\t5 000\t\t\t5 000
Summa\t35 000\t700\t8 000\t35 700
Källa: Raindance
"""


def pasted(text: str = PASTED) -> Sheet:
    return read_delimited(text.encode(), "urklipp")


def workbook(rows: Sequence[Sequence[object]], bold: Sequence[str] = (), merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Budget"
    for row in rows:
        sheet.append(list(row))
    for address in bold:
        sheet[address].font = Font(bold=True)
    for cells in merged:
        sheet.merge_cells(cells)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
