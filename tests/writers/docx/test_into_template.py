"""Documents in templates: what the template has stays, and the document says what it says without one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from plangen.document.document import CoverField, Document
from plangen.document.inlines import FootnoteReference, Text
from plangen.document.nodes import (
    BulletList,
    Cell,
    Column,
    ContentsEntry,
    Heading,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Table,
    TableOfContents,
)
from plangen.writers.docx.abstract_numbers import Abstracts
from plangen.writers.docx.sheet import Sheet

from .templates import as_dotx, empty, letterhead, numbered_headings, parts, saved, words_in, write
from .test_template_sections import WIDE, size
from .test_writer import findings

Build = Callable[..., Document]

NO_NUMBER = "Numbering definition '0'"
"""What takes a number away (ECMA-376 part 1, 17.9.18), which the audit minds where it minds something else too."""


def text(content: str) -> Paragraph:
    return Paragraph(inlines=(Text(content),))


def chapter(title: str, *blocks: Any, level: int = 1, **more: Any) -> Section:
    heading = Heading(level=level, inlines=(Text(title),), **more)
    return Section(id=title.lower(), heading=heading, blocks=blocks)


def opened(data: bytes) -> Any:
    return docx.Document(BytesIO(data))


def lines(data: bytes) -> list[str]:
    """The text of each paragraph and table of the body."""
    found = [words_in(each) for each in opened(data).element.body]
    return [each for each in found if each]


def test_the_body_stands_where_the_template_says(document: Build) -> None:
    data = write(letterhead(), document(text("Ett"), text("Två")))
    assert lines(data) == ["Plan 2026", "I ruta: Region", "I kontroll: Plan 2026", "Ett", "Två", "Efter planen"]


def test_without_a_place_for_it_the_body_follows_on_a_new_page(document: Build) -> None:
    word = empty()
    word.add_paragraph("Omslag")
    data = write(word, document(text("Ett")))
    assert lines(data) == ["Omslag", "Ett"]
    assert opened(data).paragraphs[1]._p.pPr.find(qn("w:pageBreakBefore")) is not None


def test_our_cover_is_written_where_the_template_has_none(document: Build) -> None:
    cover = (CoverField(role="title", inlines=(Text("Vårt omslag"),)),)
    assert lines(write(empty(), document(text("Ett"), cover=cover))) == ["Vårt omslag", "Ett"]
    assert "Vårt omslag" not in lines(write(letterhead(), document(text("Ett"), cover=cover)))


def test_a_template_of_words_makes_a_document(document: Build) -> None:
    data = write(as_dotx(saved(letterhead())), document(text("Ett")))
    assert b"template.main" not in parts(data)["[Content_Types].xml"]
    assert "Ett" in lines(data)


def test_headings_have_the_templates_styles_and_numbers(document: Build) -> None:
    content = document(chapter("A", chapter("B", level=2, numbered=True), numbered=True), chapter("C", numbered=False))
    for own in (False, True):
        word = empty(swedish=True)
        if own:
            numbered_headings(word)
        made = opened(write(word, content))
        assert [each.style.style_id for each in made.paragraphs] == ["Rubrik1", "Rubrik2", "Rubrik1"]
        found = Sheet(made.styles.element).numbering("Rubrik1")
        assert found is not None
        assert (found[0] == "91") is own
        off = made.paragraphs[2]._p.pPr.find(f"{qn('w:numPr')}/{qn('w:numId')}")
        counted = Abstracts(made.part.numbering_part.element, Sheet(made.styles.element))
        assert not counted.counts(off.get(qn("w:val")), 0)


def test_a_template_without_heading_styles_gets_ours(document: Build) -> None:
    word = empty()
    for style in list(word.styles.element.iter(qn("w:style"))):
        if str(style.get(qn("w:styleId"))).startswith(("Heading", "TOC", "Title")):
            word.styles.element.remove(style)
    made = opened(write(word, document(chapter("A", numbered=True))))
    assert made.paragraphs[0].style.name == "Heading 1"
    assert Sheet(made.styles.element).numbering(made.paragraphs[0].style.style_id)


def test_lists_notes_and_links_are_numbered_beside_the_templates(document: Build) -> None:
    items = tuple(ListItem(blocks=(text(each),)) for each in "ab")
    note = Note(id="n", number="1", blocks=(text("Noten"),))
    mark = Paragraph(inlines=(Text("x"), FootnoteReference("n", mark="1")))
    lists = (OrderedList(items=items), OrderedList(items=items), BulletList(items=items))
    data = write(letterhead(), document(*lists, mark, notes=(note,)))
    made = opened(data)
    known = {each.get(qn("w:numId")) for each in made.part.numbering_part.element.iter(qn("w:num"))}
    used = [each.get(qn("w:val")) for each in made.element.body.iter(qn("w:numId"))]
    assert set(used) <= known
    assert len(set(used)) == 2
    assert b"Noten" in parts(data)["word/footnotes.xml"]


def test_landscape_tables_stand_among_pages_of_the_template(document: Build) -> None:
    data = write(letterhead(), document(text("Ett"), WIDE, text("Två"), WIDE))
    found = list(opened(data).element.body.iter(qn("w:sectPr")))
    assert [size(each)[2] for each in found] == ["", "", "landscape", "", "landscape", ""]
    assert [each.find(qn("w:titlePg")) is not None for each in found] == [True, False, False, False, False, False]
    assert lines(data)[-1] == "Efter planen"


def test_a_landscape_table_alone_ends_the_text(document: Build) -> None:
    word = empty()
    word.add_paragraph("{{ body }}")
    found = list(opened(write(word, document(WIDE))).element.body.iter(qn("w:sectPr")))
    assert [size(each)[2] for each in found] == ["landscape"]


def test_a_landscape_table_first_ends_the_page_of_the_cover(document: Build) -> None:
    word = empty()
    word.add_paragraph("Omslag")
    word.add_paragraph("{{ body }}")
    found = list(opened(write(word, document(WIDE, text("Två")))).element.body.iter(qn("w:sectPr")))
    assert [size(each)[2] for each in found] == ["", "landscape", ""]


def test_a_mark_that_ends_a_section_is_followed_by_the_next(document: Build) -> None:
    word = empty()
    word.add_paragraph("{{ body }}")
    word.add_section(WD_SECTION.NEW_PAGE)
    word.add_paragraph("Baksida")
    mark, carrier = word.element.body[0], word.element.body[1]
    mark.get_or_add_pPr().append(carrier.pPr[-1])
    word.element.body.remove(carrier)
    for block in (text("Ett"), WIDE):
        made = opened(write(word, document(block)))
        assert words_in(made.element.body[-2]) == "Baksida"
        assert sum(1 for _ in made.element.body.iter(qn("w:sectPr"))) == 2


def test_tables_are_as_wide_as_the_templates_text(document: Build) -> None:
    row = Row(cells=(Cell(inlines=(Text("a"),)),))
    table = Table(columns=(Column(width=100),), head=(), rows=(row,))
    word = letterhead()
    made = opened(write(word, document(table)))
    width = sum(int(each.get(qn("w:w"))) for each in made.element.body.iter(qn("w:gridCol")))
    section = word.sections[1]
    assert width == pytest.approx((section.page_width - section.left_margin - section.right_margin) / 635, abs=20)


def test_page_numbers_that_nobody_can_vouch_for_are_left_to_word(document: Build) -> None:
    entry = ContentsEntry(target="a", level=1, number="1", inlines=(Text("A"),))
    contents = TableOfContents(title=(Text("Innehåll"),), depth=1, entries=(entry,))
    made = opened(write(letterhead(), document(contents, chapter("A", numbered=True))))
    (field,) = (each for each in made.element.body.iter(qn("w:instrText")) if "PAGEREF" in (each.text or ""))
    line = next(field.iterancestors(qn("w:p")))
    assert "".join(each.text or "" for each in line.iter(qn("w:t"))) == "1 A"
    assert "w:dirty" not in made.element.xml
    assert "updateFields" not in made.settings.element.xml


def test_a_draft_is_marked_in_the_templates_headers(document: Build) -> None:
    made = opened(write(letterhead(), document(text("Ett"), draft="Utkast")))
    header = made.sections[0].first_page_header._element
    assert "Utkast" in words_in(header)
    known = {each.get(qn("w:styleId")) for each in made.styles.element.iter(qn("w:style"))}
    assert {each.get(qn("w:val")) for each in header.iter(qn("w:pStyle"), qn("w:rStyle"))} <= known


def test_every_style_and_numbering_that_is_named_is_there(every_node: Document) -> None:
    data = write(letterhead(), every_node)
    made = opened(data)
    styles = {each.get(qn("w:styleId")) for each in made.styles.element.iter(qn("w:style"))}
    numbers = {each.get(qn("w:numId")) for each in made.part.numbering_part.element.iter(qn("w:num"))} | {"0"}
    for name, content in parts(data).items():
        if re.fullmatch(r"word/(document|header\d|footer\d|footnotes|styles|numbering)\.xml", name):
            named = re.findall(rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]*)"', content)
            assert {each.decode() for each in named} <= styles, name
            assert {each.decode() for each in re.findall(rb'<w:numId w:val="(\d+)"', content)} <= numbers, name


def test_drawings_and_bookmarks_have_numbers_of_their_own(every_node: Document) -> None:
    body = opened(write(letterhead(), every_node)).element.body
    for path in ("wp:docPr", "w:bookmarkStart"):
        ids = [each.get("id") or each.get(qn("w:id")) for each in body.iter(qn(path))]
        assert len(ids) == len(set(ids)) > 0, path


@pytest.mark.parametrize("kind", ["letterhead", "numbered", "empty", "bare"])
def test_audit_finds_nothing_in_any_template(kind: str, every_node: Document, tmp_path: Path) -> None:
    word = empty(swedish=kind == "bare") if kind in ("empty", "bare") else letterhead()
    if kind == "numbered":
        numbered_headings(word)
    if kind == "bare":
        word.styles.element[:] = []
        word.part.numbering_part.element[:] = []
    assert findings(write(word, every_node), tmp_path) == []


def test_same_document_in_the_same_template_gives_the_same_bytes(every_node: Document) -> None:
    data = saved(letterhead())
    assert write(data, every_node) == write(data, every_node)


def test_libreoffice_makes_a_template_and_opens_what_becomes_of_it(document: Build, tmp_path: Path) -> None:
    """A text of LibreOffice's with names of styles as people write them, saved as a Word document by it."""
    source = tmp_path / "mall.fodt"
    source.write_text(FLAT, encoding="utf-8")
    convert(source, "docx")
    content = document(chapter("Första", text("Brödtext"), numbered=True))
    data = write((tmp_path / "mall.docx").read_bytes(), content)
    made = opened(data)
    assert made.paragraphs[1].style.name in ("Rubrik 1", "Heading 1")
    brought = findings((tmp_path / "mall.docx").read_bytes(), tmp_path)
    assert [each for each in findings(data, tmp_path) if each not in brought and NO_NUMBER not in each] == []
    (tmp_path / "plan.docx").write_bytes(data)
    convert(tmp_path / "plan.docx", "txt:Text")
    said = (tmp_path / "plan.txt").read_text(encoding="utf-8-sig")
    assert "Plan 2026" in said
    assert "1 Första" in said
    assert "Brödtext" in said


def convert(file: Path, form: str) -> None:
    profile = f"-env:UserInstallation=file://{file.parent}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Rubrik_20_1" style:display-name="Rubrik 1" style:family="paragraph">
<style:text-properties fo:color="#992233" fo:font-size="22pt"/></style:style>
<style:style style:name="Tabelltext" style:family="paragraph"><style:text-properties fo:font-size="9pt"/></style:style>
</office:styles>
<office:body><office:text><text:p>{{ plan.title }}</text:p><text:p text:style-name="Rubrik_20_1">Före</text:p>
<text:p text:style-name="Tabelltext">x</text:p><text:p>{{ body }}</text:p></office:text></office:body></office:document>
"""
