"""Small documents, what their DOCX files hold, and what LibreOffice makes of them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pytest
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from lxml import etree

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document, Metadata
from plangen.document.nodes import Block, Note
from plangen.writers.docx.numbering import Numbering
from plangen.writers.docx.outline import outline
from plangen.writers.docx.package import empty_document
from plangen.writers.docx.writer import write_docx
from plangen.writers.docx.writing import Writing, listed, targets

from .sample import every_node_document


@pytest.fixture(scope="session")
def every_node() -> Document:
    """A document with every kind of node, over several pages."""
    return every_node_document()


@pytest.fixture
def document() -> Callable[..., Document]:
    """Builds a document of blocks, with metadata and notes if need be."""

    def build(*blocks: Block, notes: tuple[Note, ...] = (), **more: Any) -> Document:
        return Document(metadata=Metadata(title="Plan", language="sv-SE", **more), blocks=blocks, notes=notes)

    return build


@pytest.fixture
def parts() -> Callable[..., Mapping[str, Any]]:
    """Writes a document and gives the parts of the file that are XML, by name, and others as bytes."""

    def read(document: Document, pages: Mapping[str, int] | None = None) -> Mapping[str, Any]:
        with zipfile.ZipFile(BytesIO(write_docx(document, DEFAULT, pages or {}))) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return {name: parse_xml(data) if name.endswith((".xml", ".rels")) else data for name, data in files.items()}

    return read


@pytest.fixture
def body(parts: Callable[..., Mapping[str, Any]]) -> Callable[..., Any]:
    """Writes a document and gives its body."""
    return lambda *arguments: parts(*arguments)["word/document.xml"][0]


@pytest.fixture
def xpath() -> Callable[[Any, str], Any]:
    """Finds by an XPath with the prefixes of OOXML, in any element."""
    return lambda element, path: etree.XPath(path, namespaces=nsmap)(element)


@pytest.fixture
def writing() -> Callable[..., Writing]:
    """What the writer knows of a document."""

    def build(document: Document) -> Writing:
        word = empty_document()
        return Writing(
            brand=DEFAULT,
            outline=outline(document),
            numbering=Numbering(word.part.numbering_part.element),
            part=word.part,
            pages={},
            targets=targets(document),
            listed=listed(document),
            note_numbers={note.id: number for number, note in enumerate(document.notes, start=1)},
        )

    return build
