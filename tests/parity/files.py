"""The files that are compared, built once, and what the readers find in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile
from types import MappingProxyType

from tests.repository import PLANS, job_of

from plangen.brand.brand import DEFAULT
from plangen.build import job, layout, timestamp_of, write
from plangen.document.document import Document
from plangen.document.resolve import resolve
from plangen.locale.catalogue import catalogue
from plangen.writers.formats import FORMATS
from plangen.writers.job import Job

from .items import Item, normalised
from .nasty import nasty_document
from .read_docx import read_docx
from .read_html import read_html
from .read_pdf import read_pdf

REAL = "regionstyrelsen-2026"
NASTY = "nasty"
PLACES = {folder.name: folder for folder in PLANS}
"""The plans of the repository by name, the real one among them."""

READERS = MappingProxyType({"docx": read_docx, "html": read_html, "pdf": read_pdf})


@cache
def built(name: str) -> Mapping[str, bytes]:
    """The file of each format, of a plan of the repository or the nasty document."""
    work = job_of(PLACES[name], in_template=False) if name in PLACES else _job_of_nasty()
    return MappingProxyType({form: write(work, form) for form in FORMATS})


@cache
def told(name: str, form: str) -> tuple[Item, ...]:
    """What a file says."""
    return said(built(name)[form], form)


def said(data: bytes, form: str) -> tuple[Item, ...]:
    """What the bytes of a file say."""
    return normalised(READERS[form](data))


def in_template(name: str) -> Iterator[Item]:
    """What the Word file of a plan says in the plan's own template, beside what the template has on its cover."""
    return _beside_cover(said(write(job_of(PLACES[name]), "docx"), "docx"))


def in_own_looks(name: str) -> Iterator[Item]:
    """What the Word file of a plan says in plangen's own looks, beside the cover."""
    return _beside_cover(told(name, "docx"))


def _beside_cover(items: Sequence[Item]) -> Iterator[Item]:
    """The items from the first section or the contents list on."""
    return dropwhile(lambda item: item.kind not in ("heading", "contents title"), items)


def real() -> Document:
    """The real plan, resolved."""
    return job_of(PLACES[REAL]).document


def _job_of_nasty() -> Job:
    document = nasty()
    return job(document, DEFAULT, timestamp_of(document, None))


def nasty() -> Document:
    """The nasty document, resolved."""
    words = catalogue("sv")
    document, faults = resolve(nasty_document(), words, layout(DEFAULT, words))
    assert not faults
    return document
