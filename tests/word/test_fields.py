from __future__ import annotations

import pytest
from lxml.etree import _Element as Element
from lxml.etree import tostring

from plangen.word.fields import fields_in, fill, paragraphs, text_of
from plangen.word.xml import WORD, parsed

TEXTS = {"plan.title": "Plan & mål", "plan.year": "2026", "plan.remark": "", "plan.date": ""}


def body(inner: str) -> Element:
    return parsed(f'<w:body xmlns:w="{WORD}" xmlns:o="o">{inner}</w:body>'.encode())


def runs(*texts: str) -> str:
    return "".join(f'<w:r><w:rPr><w:b w:val="{n}"/></w:rPr><w:t>{text}</w:t></w:r>' for n, text in enumerate(texts))


def paragraph(*texts: str) -> str:
    return f"<w:p>{runs(*texts)}</w:p>"


def filled(inner: str) -> list[str]:
    root = body(inner)
    fill(root, TEXTS)
    return [text_of(each) for each in paragraphs(root)]


@pytest.mark.parametrize(
    "texts",
    [
        ("{{ plan.title }}",),
        ("{{", " plan.title ", "}}"),
        ("{", "{plan", ".ti", "tle}", "}"),
        ("{{\u00a0plan.title }}",),
        ("{{ plan.", "", "title }}"),
    ],
)
def test_a_field_is_filled_however_word_cut_it(texts: tuple[str, ...]) -> None:
    assert filled(paragraph("Om ", *texts, " här")) == ["Om Plan & mål här"]


def test_the_text_stands_in_the_run_that_the_field_begins_in() -> None:
    root = body(paragraph("a {{ plan", ".title", " }} b"))
    fill(root, TEXTS)
    assert [each.text for each in root.iter(f"{{{WORD}}}t")] == ["a Plan & mål", "", " b"]


def test_several_fields_of_a_paragraph_are_filled() -> None:
    assert filled(paragraph("{{ plan.title }} {{ plan", ".year }} {{plan.title}}")) == ["Plan & mål 2026 Plan & mål"]


def test_a_text_with_braces_is_not_filled_again() -> None:
    root = body(paragraph("{{ a }}"))
    fill(root, {"a": "{{ b }}", "b": "fel"})
    assert [text_of(each) for each in paragraphs(root)] == ["{{ b }}"]


def test_marks_between_runs_do_not_part_a_field_but_a_line_break_does() -> None:
    between = f"<w:p>{runs('{{ plan')}<w:proofErr/><w:bookmarkStart/>{runs('.year }}')}</w:p>"
    assert filled(between) == ["2026"]
    broken = "<w:p><w:r><w:t>{{ plan</w:t><w:br/><w:t>.year }}</w:t></w:r></w:p>"
    assert filled(broken) == ["{{ plan\n.year }}"]
    assert [each.fault for each in fields_in(next(paragraphs(body(broken))), "text")] == ["open"]


def test_what_was_deleted_is_no_part_of_a_field() -> None:
    deleted = f"<w:p>{runs('{{ plan.')}<w:del>{runs('x')}</w:del>{runs('year }}')}</w:p>"
    assert filled(deleted) == ["2026"]


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('{{ plan.year }}')}</w:txbxContent></w:pict></w:r>"
    assert filled(f"<w:p>{runs('{{ plan.')}{box}{runs('title }}')}</w:p>") == ["Plan & mål", "2026"]


def test_a_filled_control_keeps_its_text() -> None:
    properties = "<w:sdtPr><w:showingPlcHdr/><w:dataBinding/><w:text/></w:sdtPr>"
    for inner in (
        f"<w:sdt>{properties}<w:sdtContent>{paragraph('{{ plan.year }}')}</w:sdtContent></w:sdt>",
        f"<w:p><w:sdt>{properties}<w:sdtContent>{runs('{{ plan.year }}')}</w:sdtContent></w:sdt></w:p>",
    ):
        root = body(inner)
        fill(root, TEXTS)
        assert b"2026" in tostring(root)
        assert b"dataBinding" not in tostring(root)
        assert b"showingPlcHdr" not in tostring(root)
        assert b"w:text" in tostring(root)


def test_a_paragraph_whose_fields_are_all_empty_is_left_out_with_its_label() -> None:
    lines = paragraph("Datum: {{ plan.date }}") + paragraph("{{ plan.year }} {{ plan.date }}") + paragraph("Kvar")
    assert filled(lines) == ["2026 ", "Kvar"]


def test_the_only_paragraph_of_a_cell_stays_and_is_empty() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{paragraph('Not: {{ plan.remark }}')}</w:tc></w:tr></w:tbl>"
    assert filled(cell) == [""]


def test_a_row_whose_fields_are_all_empty_is_left_out() -> None:
    def row(label: str, field: str) -> str:
        return f"<w:tr><w:tc>{paragraph(label)}</w:tc><w:tc>{paragraph(field)}</w:tc></w:tr>"

    table = f"<w:tbl>{row('År', '{{ plan.year }}')}{row('Datum', '{{ plan.date }}')}{row('Fast', 'text')}</w:tbl>"
    assert filled(table) == ["År", "2026", "Fast", "text"]


def test_a_paragraph_that_ends_a_section_or_bears_a_picture_stays() -> None:
    section = f"<w:p><w:pPr><w:sectPr/></w:pPr>{runs('{{ plan.date }}')}</w:p>"
    picture = f"<w:p>{runs('{{ plan.date }}')}<w:r><w:drawing/></w:r></w:p>"
    assert filled(section + picture + paragraph("x")) == ["", "", "x"]


def test_unknown_fields_and_the_body_are_left() -> None:
    assert filled(paragraph("{{ body }}") + paragraph("{{ other }}")) == ["{{ body }}", "{{ other }}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ a }} {{b}}", [("a", ""), ("b", "")]),
        ("{{ label[“x”] }}", [('label["x"]', "")]),
        ("{{ a", [("{{ a", "open")]),
        ("a }}", [("a }}", "open")]),
        ("{% if a %}", [("{% if a %}", "statement")]),
        ("{ a } 100 %", []),
        ("utan", []),
    ],
)
def test_fields_are_told_and_what_only_looks_like_one(text: str, expected: list[tuple[str, str]]) -> None:
    found = fields_in(next(paragraphs(body(paragraph(text)))), "header")
    assert [(each.source, each.fault) for each in found] == expected
