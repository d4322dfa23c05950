"""What a writer is handed: the resolved document, the looks, what the file says of its making, and the set pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.document.data import PlanData
from plangen.document.document import Document

if TYPE_CHECKING:
    from plangen.typesetting.pages import Typeset
    from plangen.word.template import FilledTemplate


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be written. `typeset` sets the pages when it is first called; a writer that needs none doesn't.

    `printed` is the document as formats with pages have it, which is the document itself unless it was compared; then
    `tracked` is the one that Word has the changes in, which says nothing else than the plan, and `accepted` sets its
    pages as they are when all changes are accepted.
    `timestamp` has a time zone. `data` is the plan as data, where that was asked for. `template` is the Word template
    that the DOCX is written into, if any. `beside` are the names of the files built together, by their formats.
    """

    document: Document
    printed: Document
    brand: Brand
    timestamp: datetime
    tracked: Document
    typeset: Callable[[], Typeset]
    accepted: Callable[[], Typeset]
    template: FilledTemplate | None = None
    data: Callable[[], PlanData] | None = None
    beside: Mapping[str, str] = field(default_factory=dict)
