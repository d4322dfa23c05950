"""A resolved document -> one HTML page (UTF-8) that needs nothing beside itself.

The page asks for nothing: its security policy allows its own stylesheet and its own script, known by their hashes, and
pictures within the page. There are no style attributes. The script marks where in the contents list the reader is, and
in a compared document leads from change to change; all else is there without it. Reading order: cover,
contents, body, notes. Where the contents list comes first, or after sections that it doesn't list (a foreword), it
stands with those between the cover and the main landmark, else where the outline put it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from markupsafe import Markup

from plangen.brand.brand import Brand
from plangen.document.document import Document, Metadata
from plangen.document.nodes import Block, PageBreak, Section, TableOfContents
from plangen.locale.catalogue import catalogue
from plangen.templates.environment import render_page
from plangen.writers.html.blocks import blocks
from plangen.writers.html.changes import read_on
from plangen.writers.html.charts import night_style
from plangen.writers.html.comparison import script, steps, summary
from plangen.writers.html.contents import contents, contents_id, marking
from plangen.writers.html.context import Context
from plangen.writers.html.cover import cover
from plangen.writers.html.markup import derived
from plangen.writers.html.notes import notes
from plangen.writers.html.stylesheet import stylesheet
from plangen.writers.job import Job

MAIN_ID = derived("", "main")
NONE: Mapping[str, str] = MappingProxyType({})


def write(job: Job) -> bytes:
    """The page of a job's document."""
    return write_html(job.document, job.brand, job.beside)


def write_html(document: Document, brand: Brand, beside: Mapping[str, str] = NONE) -> bytes:
    """The page of a document, with links to the files beside it, whose names are given by format."""
    metadata = document.metadata
    labels = catalogue(metadata.language).labels
    context = Context(labels, brand.styles["table-text"].size, compared=document.comparison is not None)
    context.edited_at, context.beside = metadata.edited_at, beside
    context.chart_night = night_style(brand.colours)
    context.read_on = frozenset(read_on(document.blocks)) if document.comparison else frozenset()
    before, leading, following = _leading_contents(document.blocks)
    header = cover(metadata, brand, context)
    front = "\n".join(blocks(before, context))
    navigation = contents(leading, context) if leading else ""
    body = "\n".join(blocks(following, context))
    endnotes = notes(document.notes, context)
    compared = document.comparison
    changes = summary(compared, context) if compared else ""
    style = stylesheet(brand, metadata, context)
    active = "\n".join(([script()] if compared else []) + ([marking()] if leading and leading.entries else []))
    values = {
        "metadata": metadata,
        "described": _described(metadata),
        "labels": labels,
        "policy": _policy(style, active),
        "script": Markup(active),
        "summary": Markup(changes),
        "steps": Markup(steps(context) if compared else ""),
        "style": Markup(style),
        "main_id": MAIN_ID,
        "contents_id": contents_id(leading) if leading else "",
        "header": Markup(header),
        "front": Markup(front),
        "navigation": Markup(navigation),
        "body": Markup(body),
        "notes": Markup(endnotes),
    }
    return render_page("html/page.html.j2", values, autoescape=True).encode("utf-8")


def _leading_contents(
    nodes: tuple[Block, ...],
) -> tuple[tuple[Block, ...], TableOfContents | None, tuple[Block, ...]]:
    """The contents list that the document starts with, the sections before it, and the blocks after it."""
    for index, node in enumerate(nodes):
        if isinstance(node, TableOfContents) and node.of == "headings":
            before = nodes[:index]
            return (before if any(isinstance(each, Section) for each in before) else ()), node, nodes[index + 1 :]
        if not isinstance(node, PageBreak) and not (isinstance(node, Section) and not node.heading.listed):
            break
    return (), None, nodes


def _described(metadata: Metadata) -> tuple[tuple[str, str], ...]:
    """What the document says of itself in Dublin Core's terms, as far as it is known."""
    terms = {
        "publisher": metadata.author,
        "contributor": metadata.decided_by,
        "identifier": metadata.identifier,
        "type": metadata.status,
        "hasVersion": metadata.version,
        "valid": metadata.validity,
        "replaces": metadata.replaces,
    }
    return tuple((name, content) for name, content in terms.items() if content)


def _policy(style: str, script: str) -> str:
    allowed = f"default-src 'none'; style-src {_digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    return f"{allowed}; script-src {_digest(script)}" if script else allowed


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"
