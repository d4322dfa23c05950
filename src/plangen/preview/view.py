"""What one page of the preview shows at a time: a built page, where its elements come from, and the faults over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from hashlib import sha256

from plangen.dataclass import dataclass
from plangen.diagnostics import Severity
from plangen.preview.links import Link
from plangen.preview.places import Places


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding as `plangen check` tells it, and the links to where it stands."""

    text: str
    severity: Severity
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class View:
    """`page` is the HTML of the last state without errors ("" before there was one), `summary` counts the faults."""

    language: str
    page: str = ""
    places: Places = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    summary: str = ""

    @cached_property
    def version(self) -> str:
        """A name for what is shown: pages that show the same have the same."""
        whole = sha256(self.page.encode())
        for fault in self.faults:
            whole.update(b"\0" + fault.text.encode())
        return whole.hexdigest()[:16]

    def told(self) -> Mapping[str, object]:
        """What the page is told, as JSON can hold it."""
        return {
            "version": self.version,
            "page": self.page,
            "summary": self.summary,
            "faults": [
                {
                    "text": fault.text,
                    "error": fault.severity >= Severity.ERROR,
                    "links": [{"text": link.text, "url": link.url} for link in fault.links],
                }
                for fault in self.faults
            ],
        }
