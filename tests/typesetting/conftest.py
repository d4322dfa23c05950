"""Small resolved documents, and what poppler reads on each page of a PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Block, Heading, Note, Paragraph, Section
from plangen.typesetting.pages import typeset

WHEN = datetime(2025, 10, 14, tzinfo=UTC)
numbers = count()


@pytest.fixture
def paragraph() -> Callable[[str], Paragraph]:
    return lambda text: Paragraph(id=f"p-{next(numbers)}", inlines=(Text(text),))


@pytest.fixture
def section() -> Callable[..., Section]:
    def build(name: str, level: int, *blocks: Block, new_page: bool = False) -> Section:
        heading = Heading(
            id=f"{name}-heading", level=level, inlines=(Text(f"Rubrik {name}"),), page_break_before=new_page
        )
        return Section(id=name, heading=heading, blocks=blocks)

    return build


@pytest.fixture
def document() -> Callable[..., Document]:
    def build(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
        metadata = Metadata(title="Plan", language="sv-SE", header="Sidhuvud", footer="Sida {page} ({pages})")
        return Document(metadata=metadata, blocks=blocks, notes=notes)

    return build


@pytest.fixture
def lines_of(tmp_path: Path) -> Callable[[Document], list[list[str]]]:
    """The lines of each page of a document, without its running head and foot."""

    def read(document: Document) -> list[list[str]]:
        file = tmp_path / "document.pdf"
        typeset_document = typeset(document, DEFAULT, WHEN)
        file.write_bytes(typeset_document.pdf)
        command = ["pdftotext", "-layout", str(file), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        text = text.replace("\u00a0", " ")
        pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")]
        assert not pages.pop(), "text after the last page"
        assert len(pages) == typeset_document.page_count
        return [[line for line in page if line != "Sidhuvud" and not line.startswith("Sida ")] for page in pages]

    return read
