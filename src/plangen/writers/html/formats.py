"""The files that are built beside the page -> links to them, under the cover.

The links are relative: the files are published together. Data for other programs is no document, and isn't offered.
"""

from __future__ import annotations

from urllib.parse import quote

from plangen.writers.html.context import Context
from plangen.writers.html.markup import element, text

OFFERED = ("pdf", "docx", "odt")
"""The formats that people read, in the order that they are offered in."""


def formats(context: Context) -> str:
    """A line with a link to each file, or nothing where there is none."""
    beside = context.beside
    links = [
        element("a", text(context.labels[f"format-{form}"]), href=f"./{quote(beside[form])}")
        for form in OFFERED
        if form in beside
    ]
    return element("p", f"{text(context.labels['formats'])} {' · '.join(links)}", class_="formats") if links else ""
