"""The formats, and the writer of each, loaded when it is asked for. A new format is a module and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "docx": "plangen.writers.docx.writer:write",
        "html": "plangen.writers.html.page:write",
        "pdf": "plangen.writers.pdf:write",
    }
)

REVIEW_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        **FORMATS,
        "json": "plangen.writers.changes_json:write",
        "md": "plangen.writers.changes_markdown:write",
    }
)
"""The formats of a compared document."""

IN_TEMPLATE: Mapping[str, str] = MappingProxyType({"docx": "plangen.writers.docx.into_template:write"})
"""The writers of those that are made of a template, where a job has one."""
