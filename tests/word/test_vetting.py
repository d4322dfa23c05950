"""What speaks against a template; the corpus in tests/hostile/word has more."""

from __future__ import annotations

import pytest

from plangen.word.vetting import KNOWN, Package, Relation, vetted

TYPES = b"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="%s"/></Types>"""
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def relationships(*lines: str) -> bytes:
    inner = "".join(f"<Relationship {line}/>" for line in lines)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'.encode()


PARTS = {
    "[Content_Types].xml": TYPES % MAIN,
    "_rels/.rels": relationships(f'Id="r" Type="{BASE}officeDocument" Target="/word/document.xml"'),
    "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
    "word/media/a b.png": b"x",
}


def codes(**changed: bytes) -> list[str]:
    names = {"types": "[Content_Types].xml", "links": "word/_rels/document.xml.rels", "main": "word/document.xml"}
    _, found = vetted({**PARTS, **{names[name]: data for name, data in changed.items()}}, "mall.docx")
    return [each.code for each in found]


def linked(kind: str, target: str, more: str = "") -> list[str]:
    return codes(links=relationships(f'Id="r" Type="{BASE}{kind}" Target="{target}" {more}'))


def test_a_plain_document_is_fine() -> None:
    package, found = vetted(PARTS, "mall.docx")
    assert found == ()
    assert package.main == "word/document.xml"
    assert package.types["word/media/a b.png"] == "image/png"


def test_a_relationship_leads_from_where_its_part_stands() -> None:
    links = relationships(f'Id="r" Type="{BASE}image" Target="media/a%20b.png"')
    package, found = vetted({**PARTS, "word/_rels/document.xml.rels": links}, "m")
    assert found == ()
    assert package.relations("word/document.xml") == (Relation("r", "image", "word/media/a b.png", False),)
    assert Package("m", {}).relations("word/document.xml") == ()


@pytest.mark.parametrize("target", ["https://example.org", "HTTP://example.org", "mailto:a@example.org"])
def test_an_ordinary_link_may_lead_out(target: str) -> None:
    assert linked("hyperlink", target, 'TargetMode="External"') == []


@pytest.mark.parametrize("target", ["file:///c:/a", "javascript:x", "\\\\server\\a", "a.docx", " https://example.org"])
def test_no_other_link_may(target: str) -> None:
    assert linked("hyperlink", target, 'TargetMode="External"') == ["word-template-external"]


def test_every_fault_is_told_at_once() -> None:
    both = relationships(
        f'Id="a" Type="{BASE}image" Target="https://example.org/a" TargetMode="External"',
        f'Id="b" Type="{BASE}oleObject" Target="a.bin"',
    )
    assert codes(links=both) == ["word-template-external", "word-template-embedded"]


def test_what_is_known_is_neither_dangerous_nor_misspelled() -> None:
    assert not KNOWN & {"vbaProject", "oleObject", "attachedTemplate", "control", "aFChunk", "subDocument"}
    assert {"header", "footer", "styles", "image", "hyperlink"} <= KNOWN


def test_fields_of_the_contents_list_and_page_numbers_are_fine() -> None:
    fields = "".join(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{text}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        for text in ('TOC \\o "1-3"', "PAGE", 'DOCPROPERTY "Diarienr"', "MACROBUTTON NoMacro Klicka", "")
    )
    main = PARTS["word/document.xml"].replace(b"<w:body/>", f"<w:body><w:p>{fields}</w:p></w:body>".encode())
    assert codes(main=main) == []
