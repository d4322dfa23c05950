from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from plangen.brand.brand import DEFAULT
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import PageBreak, Section
from plangen.typesetting.pages import typeset

WHEN = datetime(2025, 10, 14, tzinfo=UTC)


def test_pages_are_counted_from_the_cover(section: Callable[..., Section]) -> None:
    cover = (CoverField(role="title", inlines=(Text("Plan"),)),)
    metadata = Metadata(title="Plan", language="sv-SE", cover=cover)
    blocks = (section("ett", 1, section("under", 2)), PageBreak(id="b"), section("två", 1))
    found = typeset(Document(metadata=metadata, blocks=blocks), DEFAULT, WHEN)
    assert dict(found.pages) == {"ett": 2, "under": 2, "två": 3}
    assert found.page_count == 3


def test_pages_come_with_the_pdf_whatever_the_ids(
    document: Callable[..., Document], section: Callable[..., Section]
) -> None:
    found = typeset(document(section("ett", 1), PageBreak(id="b"), section('två "så" #1', 1)), DEFAULT, WHEN)
    assert dict(found.pages) == {"ett": 1, 'två "så" #1': 2}
    assert found.pdf.startswith(b"%PDF-1.7")


def test_an_empty_document_has_a_page(document: Callable[..., Document]) -> None:
    assert typeset(document(), DEFAULT, WHEN).page_count == 1
