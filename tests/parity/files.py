"""The files that are compared, built once, and what the readers find in them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, layout, timestamp_of, write
from plangen.document.document import Document
from plangen.document.resolve import resolve
from plangen.locale.catalogue import catalogue
from plangen.source.source import Folder
from plangen.writers.formats import FORMATS

from .items import Item, normalised
from .nasty import nasty_document
from .read_docx import read_docx
from .read_html import read_html
from .read_pdf import read_pdf

ROOT = Path(__file__).parents[2]
REAL = "content/regionstyrelsen-2026"
NASTY = "nasty"
GOLDEN = tuple(sorted(path.name for path in (ROOT / "tests/golden").iterdir() if (path / "content").is_dir()))
"""The small plans of tests/golden."""

READERS = MappingProxyType({"docx": read_docx, "html": read_html, "pdf": read_pdf})


@cache
def built(name: str) -> Mapping[str, bytes]:
    """The file of each format, of the real plan, a small one or the nasty document."""
    document = nasty() if name == NASTY else golden(name) if name in GOLDEN else real()
    work = job(document, DEFAULT, timestamp_of(document, None))
    return MappingProxyType({form: write(work, form) for form in FORMATS})


@cache
def told(name: str, form: str) -> tuple[Item, ...]:
    """What a file says."""
    return said(built(name)[form], form)


def said(data: bytes, form: str) -> tuple[Item, ...]:
    """What the bytes of a file say."""
    return normalised(READERS[form](data))


def real() -> Document:
    """The real plan, resolved."""
    examined = examine(Folder(ROOT), REAL)
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    return examined.document


def golden(name: str) -> Document:
    """A small plan, resolved."""
    examined = examine(Folder(ROOT / "tests/golden" / name), f"content/{name}")
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    return examined.document


def nasty() -> Document:
    """The nasty document, resolved."""
    words = catalogue("sv")
    document, faults = resolve(nasty_document(), words, layout(DEFAULT, words))
    assert not faults
    return document
