from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest

from plangen.diagnostics import Severity
from plangen.word.fields import TemplateField
from plangen.word.template import WordTemplate, body_marks, read_template
from plangen.word.vetting import WORD_TYPES
from plangen.word.xml import WORD


def saved(word: Any) -> bytes:
    data = BytesIO()
    word.save(data)
    return data.getvalue()


def read(word: Any) -> WordTemplate:
    found, faults = read_template(saved(word), "mall.docx")
    assert found is not None, faults
    return found


def code(word: Any) -> tuple[str, ...]:
    _, faults = read_template(saved(word), "mall.docx")
    return tuple(each.code for each in faults)


def test_a_template_tells_its_fields_and_where_they_stand() -> None:
    word = docx.Document()
    word.add_paragraph("{{ plan.title }}")
    word.add_paragraph("{{ body }}")
    word.add_table(1, 1).cell(0, 0).text = "{{ plan.year }}"
    word.sections[0].header.paragraphs[0].text = "{{ plan.body }}"
    word.sections[0].footer.paragraphs[0].text = "{{ plan.status }"
    assert sorted(read(word).fields, key=str) == [
        TemplateField("plan.body", "header"),
        TemplateField("plan.title", "cover"),
        TemplateField("plan.year", "text"),
        TemplateField("{{ plan.status }", "footer", "open"),
    ]


def test_a_template_of_words_is_read_as_a_document() -> None:
    with zipfile.ZipFile(BytesIO(saved(docx.Document()))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"document.main", b"template.main")
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    with pytest.raises(ValueError, match="not a Word file"):
        docx.Document(data)
    found, faults = read_template(data.getvalue(), "mall.dotx")
    assert found is not None, faults
    assert docx.Document(BytesIO(found.package)).sections


def test_the_body_goes_in_a_paragraph_of_its_own_once() -> None:
    for place in ("twice", "beside", "table", "header"):
        word = docx.Document()
        word.add_paragraph("{{ body }} x" if place == "beside" else "{{ body }}")
        if place == "twice":
            word.add_paragraph("{{ body }}")
        if place == "table":
            word.add_table(1, 1).cell(0, 0).text = "{{ body }}"
        if place == "header":
            word.sections[0].header.paragraphs[0].text = "{{ body }}"
        assert code(word) == ("word-template-body",), place


def test_marks_are_found_wherever_they_stand() -> None:
    word = docx.Document()
    word.add_table(1, 1).cell(0, 0).text = "{{body}}"
    assert len(body_marks(word.element.body)) == 1


def test_margins_that_leave_no_room_are_a_fault() -> None:
    word = docx.Document()
    word.sections[0].left_margin = word.sections[0].page_width * 3 // 4
    assert code(word) == ("word-template-margins",)


def test_footnotes_of_the_template_are_a_warning() -> None:
    word = docx.Document()
    with zipfile.ZipFile(BytesIO(saved(word))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="1"/></w:footnotes>'.encode()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
        b' Target="footnotes.xml"/></Relationships>',
    )
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{WORD_TYPES}footnotes+xml"/></Types>'
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", override.encode())
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    found, faults = read_template(data.getvalue(), "mall.docx")
    assert found is not None, faults
    assert [(each.code, each.severity) for each in faults] == [("word-template-notes", Severity.WARNING)]


def test_a_file_that_is_none_gives_no_template() -> None:
    assert read_template(b"x", "mall.docx")[0] is None
