"""The formats, and the writer of each, loaded when it is asked for. A new format is a module and a row here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plangen.document.data import KINDS
from plangen.locale.catalogue import catalogue

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "docx": "plangen.writers.docx.writer:write",
        "html": "plangen.writers.html.page:write",
        "pdf": "plangen.writers.pdf:write",
    }
)

DATA_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "csv": "plangen.writers.data_csv:write",
        "json": "plangen.writers.data_json:write",
    }
)
"""The formats of a plan's data. One may be several files, each by what its name ends with."""

OTHER_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "md": "plangen.writers.markdown:write",
        "odt": "plangen.writers.odt:write",
    }
)
"""Further formats of the document. ODT is pandoc's."""

BUILD_FORMATS: Mapping[str, str] = MappingProxyType({**FORMATS, **OTHER_FORMATS, **DATA_FORMATS})
"""All that a plan is built to."""

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


def endings(form: str, language: str) -> tuple[str, ...]:
    """What the names of a format's files end with, behind the plan's."""
    if form != "csv":
        return (f".{form}",)
    labels = catalogue(language).labels
    return tuple(f"-{labels[f'data-file-{kind}']}.csv" for kind in KINDS)
