from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.nodes import Paragraph, Text


def test_documents_are_compared_by_value() -> None:
    def document(title: str) -> Document:
        cover = (CoverField(role="title", inlines=(Text(title),)),)
        metadata = Metadata(title=title, language="sv-SE", cover=cover)
        return Document(metadata=metadata, blocks=(Paragraph(inlines=(Text("a"),)),))

    assert document("Plan") == document("Plan")
    assert document("Plan") != document("Annan plan")


def test_a_document_is_never_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        Metadata(title="Plan", language="sv-SE").title = "Annan plan"  # type: ignore[misc]
