from __future__ import annotations

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from plangen.document.document import Metadata
from plangen.writers.docx.package import CUSTOM, CUSTOM_TYPE, FORMAT_ID, VARIANT_TYPES, set_properties
from plangen.writers.docx.template_properties import keep_properties, own_properties

from .templates import parts, saved

METADATA = Metadata(title="Plan", language="sv-SE", status="Utkast")


def with_properties(*names: str) -> docx.document.Document:
    word = docx.Document()
    lines = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{number}" name="{name}"><vt:lpwstr>mallens</vt:lpwstr></property>'
        for number, name in enumerate(names, 2)
    )
    blob = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VARIANT_TYPES}">{lines}</Properties>'.encode()
    package = word.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CUSTOM_TYPE, blob, package), RT.CUSTOM_PROPERTIES)
    return word


def test_the_templates_own_properties_stand_beside_the_documents() -> None:
    word = with_properties("Klassning", "status")
    own = own_properties(word)
    assert [each.get("name") for each in own] == ["Klassning", "status"]
    set_properties(word, METADATA, None)
    keep_properties(word, own)
    content = parts(saved(word))["docProps/custom.xml"].decode()
    assert content.count("mallens") == 1
    assert 'name="Klassning"' in content
    assert 'name="Status"' in content
    assert 'pid="2"' in content
    assert 'pid="3"' in content


def test_they_are_kept_where_the_document_has_none() -> None:
    word = with_properties("Klassning")
    keep_properties(word, own_properties(word))
    assert b"mallens" in parts(saved(word))["docProps/custom.xml"]


def test_a_template_without_any_changes_nothing() -> None:
    word = docx.Document()
    assert own_properties(word) == []
    keep_properties(word, [])
    assert "docProps/custom.xml" not in parts(saved(word))
