"""Word templates as organisations make them, and documents written into them."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from plangen.brand.brand import DEFAULT, Brand
from plangen.document.document import Document
from plangen.word.template import FilledTemplate, WordTemplate, read_template
from plangen.writers.docx.into_template import write_into

TEXTS: Mapping[str, str] = {"plan.title": "Plan 2026", "plan.organisation": "Region", "plan.decision.date": ""}
TEXT_BOX = f"""
<w:p {nsdecls("w", "wp", "a")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="500000"/><wp:docPr id="41" name="Ruta"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="500000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>
<wps:txbx><w:txbxContent><w:p><w:r><w:t>I ruta: {{{{ plan.organisation }}}}</w:t></w:r></w:p></w:txbxContent></wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
CONTROL = f"""
<w:sdt {nsdecls("w")}><w:sdtPr><w:id w:val="7"/><w:showingPlcHdr/>
<w:dataBinding w:xpath="/a" w:storeItemID="{{00000000-0000-0000-0000-000000000000}}"/><w:text/></w:sdtPr>
<w:sdtContent><w:p><w:r><w:t>I kontroll: {{{{ plan.title }}}}</w:t></w:r></w:p></w:sdtContent></w:sdt>"""


def template(data: bytes, texts: Mapping[str, str] = TEXTS) -> FilledTemplate:
    """A template that must be fine, with the texts of its fields."""
    found, faults = read_template(data, "mall.docx")
    assert isinstance(found, WordTemplate), faults
    return FilledTemplate(found, texts)


def write(word: WordDocument | bytes, document: Document, brand: Brand = DEFAULT, **texts: str) -> bytes:
    """The document in a template."""
    data = word if isinstance(word, bytes) else saved(word)

    def pages() -> Any:
        raise AssertionError("no pages are asked for")

    return write_into(template(data, {**TEXTS, **texts}), document, brand, pages, None)


def saved(word: WordDocument) -> bytes:
    """The bytes of a document of python-docx."""
    data = BytesIO()
    word.save(data)
    return data.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes]) -> bytes:
    """Parts as a file."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def as_dotx(data: bytes) -> bytes:
    """A document as a template of Word's."""
    files = parts(data)
    types = files["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    return packed({**files, "[Content_Types].xml": types})


def empty(*, swedish: bool = False) -> WordDocument:
    """A4 without text or numberings, its styles those of Word; with `swedish`, by the ids that a Swedish Word gives."""
    word = docx.Document()
    word.sections[0].page_width, word.sections[0].page_height = Mm(210), Mm(297)
    if swedish:
        ids = {f"Heading{level}": f"Rubrik{level}" for level in range(1, 10)}
        ids |= {"Title": "Rubrik", "Caption": "Beskrivning", "ListBullet": "Punktlista", "ListNumber": "Numreradlista"}
        named = (*map(qn, ("w:style", "w:basedOn", "w:next", "w:link", "w:pStyle")),)
        roots = (word.styles.element, word.part.numbering_part.element)
        for element in (each for root in roots for each in root.iter(*named)):
            name = qn("w:styleId") if element.tag == qn("w:style") else qn("w:val")
            element.set(name, ids.get(element.get(name), element.get(name)))
    return word


def letterhead() -> WordDocument:
    """With a logo, a cover in a section of its own, another first page, and fields wherever they may stand."""
    word = empty(swedish=True)
    first = word.sections[0]
    first.left_margin = first.right_margin = Mm(30)
    first.different_first_page_header_footer = True
    first.first_page_header.paragraphs[0].add_run().add_picture(BytesIO(png(120, 40)), height=Mm(12))
    first.header.paragraphs[0].text = "{{ plan.organisation }}"
    first.footer.paragraphs[0].text = "Mallens sidfot"
    cut(word.add_paragraph(style="Title"), ("{", "{ plan", ".ti", "tle }", "}"))
    word.add_paragraph("Beslutsdatum: {{ plan.decision.date }}")
    word.element.body.insert(2, parse_xml(TEXT_BOX))
    word.element.body.insert(3, parse_xml(CONTROL))
    second = word.add_section(WD_SECTION.NEW_PAGE)
    second.different_first_page_header_footer = False
    word.add_paragraph("{{ body }}")
    word.add_paragraph("Efter planen")
    return word


def cut(paragraph: Any, runs: tuple[str, ...]) -> None:
    """Adds runs to a paragraph, the first of them bold."""
    for index, text in enumerate(runs):
        paragraph.add_run(text).bold = index == 0 or None


def numbered_headings(word: WordDocument, texts: tuple[str, ...] = ("%1.", "%1.%2", "%1.%2.%3")) -> None:
    """Gives the heading styles a list of the template's own."""
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="{_id(word, index + 1)}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
        for index, text in enumerate(texts)
    )
    root = word.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for index in range(len(texts)):
        style = word.styles[f"heading {index + 1}"].element
        level = f'<w:ilvl w:val="{index}"/>' if index else ""
        number = parse_xml(f'<w:numPr {nsdecls("w")}>{level}<w:numId w:val="91"/></w:numPr>')
        style.get_or_add_pPr().insert_element_before(number, "w:spacing", "w:ind", "w:outlineLvl")


def _id(word: WordDocument, level: int) -> str:
    return str(word.styles[f"heading {level}"].style_id)


def png(width: int, height: int) -> bytes:
    """A picture in one colour."""
    rows = (b"\0" + b"\x99\x22\x33" * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def words_in(element: Any) -> str:
    """The text of an element."""
    return re.sub(r"\s+", " ", "".join(each.text or "" for each in element.iter(qn("w:t")))).strip()
