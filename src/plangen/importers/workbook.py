"""An Excel workbook to a sheet of cells: values as Excel last computed them, and no more of the file than that.

The archive is looked through before openpyxl sees it, since a workbook may come from anywhere: how much it unpacks to,
and no document types, by which XML can be made to grow or to fetch files. Macros and links to other files are not read.
"""

from __future__ import annotations

import io
import os
import re
import warnings
import zipfile
from collections.abc import Iterable
from decimal import Decimal
from math import isfinite

from plangen.diagnostics import PlangenError, nearest
from plangen.importers.sheet import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Area, Sheet, SheetCell, column_number

# With lxml, openpyxl gives the whole process names for namespaces, and a DOCX written in it would be other bytes.
os.environ["OPENPYXL_LXML"] = "False"

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

LARGEST_FILE = 20_000_000
LARGEST_UNPACKED = 50_000_000
MOST_PARTS = 2_000

EXCEL_DIGITS = 15
"""Significant digits that Excel itself keeps; what a binary fraction has beyond them is noise."""

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_DOCUMENT_TYPE = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_UNSOUND = (
    InvalidFileException,
    zipfile.BadZipFile,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What openpyxl raises over a workbook whose parts don't fit together."""

_XML = (".xml", ".rels", ".vml")


def read_workbook(data: bytes, file: str, name: str = "", area: Area | None = None) -> Sheet:
    """A sheet of a workbook, the first one by default. Raises PlangenError where the file is no sound workbook."""
    parts = _sound_parts(data, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl leaves out: pictures, print settings
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            titles = [each.title for each in values.worksheets]
            title = _sheet_name(name, titles)
            bounds = _bounds(area)
            computed = values[title].iter_rows(**bounds)
            written = formulas[title].iter_rows(**bounds)
            rows = tuple(_row(cells, others) for cells, others in zip(computed, written, strict=True))
            merged = _merged(parts.get(str(values[title]._worksheet_path), b""))
    except PlangenError:
        raise
    except _UNSOUND as fault:
        raise PlangenError("import-not-workbook", file=file) from fault
    if area is None and (len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows)):
        raise PlangenError("import-sheet-too-large", rows=MOST_ROWS, columns=MOST_COLUMNS)
    return Sheet(file, title, rows, merged)


def _sound_parts(data: bytes, file: str) -> dict[str, bytes]:
    """The XML parts of a workbook's archive, with nothing in them that a parser could choke on."""
    if len(data) > LARGEST_FILE:
        raise PlangenError("import-file-too-large", file=file, megabytes=LARGEST_FILE // 1_000_000)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > LARGEST_UNPACKED:
                raise PlangenError("import-file-too-large", file=file, megabytes=LARGEST_UNPACKED // 1_000_000)
            parts = {}
            for entry in entries:
                if entry.filename.endswith(_XML):
                    with archive.open(entry) as opened:
                        parts[entry.filename.lstrip("/")] = opened.read(entry.file_size + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        raise PlangenError("import-not-workbook", file=file) from fault
    for part in parts.values():
        if _DOCUMENT_TYPE.search(part) or b"\0" in part[:100]:
            raise PlangenError("import-not-workbook", file=file)
    return parts


def _sheet_name(asked: str, titles: list[str]) -> str:
    if not titles:
        raise PlangenError("import-sheet-unknown", sheet=asked, near="", allowed="")
    if not asked:
        return titles[0]
    for title in titles:
        if title.casefold() == asked.strip().casefold():
            return title
    raise PlangenError("import-sheet-unknown", sheet=asked, near=nearest(asked, titles), allowed=", ".join(titles))


def _bounds(area: Area | None) -> dict[str, int]:
    if area is None:
        return {"min_row": 1, "max_row": MOST_ROWS + 1, "min_col": 1, "max_col": MOST_COLUMNS + 1}
    return {"min_row": area.top, "max_row": area.bottom, "min_col": area.left, "max_col": area.right}


def _row(cells: Iterable[object], written: Iterable[object]) -> tuple[SheetCell, ...]:
    return tuple(
        _cell(cell, formula) for cell, formula in zip(cells, written, strict=True) if getattr(cell, "row", None)
    )


def _cell(cell: object, written: object) -> SheetCell:
    """A cell's value. A float is the decimal number with the digits that Excel shows: 33.5 is 33.5."""
    value, kind = getattr(cell, "value", None), getattr(cell, "data_type", "")
    row, column = int(getattr(cell, "row", 0)), int(getattr(cell, "column", 0))
    font, form = getattr(cell, "font", None), str(getattr(cell, "number_format", "") or "")
    bold, percent = bool(font and font.b), "%" in form
    code = ""
    taken: str | Decimal | None = None
    match value:
        case None:
            if getattr(written, "data_type", "") == "f":
                code = "import-formula-uncomputed"
        case bool():
            code = "import-truth-value"
        case int():
            taken = Decimal(value)
        case float() if not isfinite(value):
            code = "import-error-value"
        case float():
            taken = _exact(value)
        case str():
            taken = value[:LONGEST_CELL]
            if kind == "e":
                code = "import-error-value"
        case _:
            taken = str(value).removesuffix(" 00:00:00")
            code = "import-date"
    if percent and isinstance(taken, Decimal):
        taken = (taken * 100).normalize()
    return SheetCell(column, row, taken, bold, percent, code)


def _exact(value: float) -> Decimal:
    exact = Decimal(format(value, f".{EXCEL_DIGITS}g"))
    return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()


def _merged(part: bytes) -> tuple[Area, ...]:
    return tuple(
        Area(column_number(left.decode()), int(top), column_number(right.decode()), int(bottom))
        for left, top, right, bottom in _MERGED.findall(part)
    )
