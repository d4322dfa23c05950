"""Word's tracked changes, of every edit of the corpus: all accepted give the new document, all rejected the old one.

Read once by the standard (`tests/writers/docx/revisions.py`), once by LibreOffice. The texts are held against those of
fresh files of both plans; by the standard the columns of the tables too, which LibreOffice leaves behind,
empty.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.writers.docx.revisions import widths

from plangen.brand.brand import DEFAULT
from plangen.writers.docx.writer import write_docx

from .redlines import PAIRS, SIDES, Pair, fresh, lines, redlines

SHARES = 6
"""How many offices the corpus is shared between, one after the other or at once."""


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_all_accepted_is_the_new_document_and_all_rejected_the_old_one(pair: Pair, tmp_path: Path) -> None:
    data = write_docx(pair.compared(), DEFAULT, {})
    for side in SIDES:
        assert lines(data, side) == lines(fresh(pair, side))
        assert widths(data, side) == widths(fresh(pair, side), "new")
    file = tmp_path / "plan.docx"
    file.write_bytes(data)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    assert [str(error) for error in found.errors] == []


@pytest.mark.parametrize("share", range(SHARES))
def test_libreoffice_accepts_and_rejects_as_the_standard_says(
    share: int, settled_by_libreoffice: Callable[[Path], None], tmp_path: Path
) -> None:
    pairs = PAIRS[share::SHARES]
    plain = {fresh(pair, side) for pair in pairs for side in SIDES}
    names = {data: f"{number}.plain" for number, data in enumerate(sorted(plain))}
    for data, name in names.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    for pair, data in redlines(pairs):
        (tmp_path / f"{pair.name}.docx").write_bytes(data)
    settled_by_libreoffice(tmp_path)
    said = {data: lines((tmp_path / f"{name}.new.docx").read_bytes()) for data, name in names.items()}
    for pair in pairs:
        for side in SIDES:
            file = tmp_path / f"{pair.name}.{side}.docx"
            settled = lines(file.read_bytes(), settled=True)
            assert settled == said[fresh(pair, side)], (pair.name, side)
