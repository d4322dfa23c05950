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

IN_TEMPLATE: Mapping[str, str] = MappingProxyType({"docx": "plangen.writers.docx.into_template:write"})
"""The writers of those that are made of a template, where a job has one."""
