from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph


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


def test_what_a_document_is_known_by_and_how_long_it_holds_are_told_as_far_as_they_are_known() -> None:
    bare = Metadata(title="Plan", language="sv-SE")
    assert (bare.identifier, bare.validity) == ("", "")
    full = replace(bare, case_number="KS 1", paragraph="12", valid_from="2027-01-01", valid_to="2027-12-31")
    assert (full.identifier, full.validity) == ("KS 1 § 12", "2027-01-01/2027-12-31")
    assert replace(bare, paragraph="12", valid_to="2027-12-31").validity == "../2027-12-31"
