"""Whole small plans and what they become. `make golden` rewrites the expectations; read the difference then."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, write
from plangen.source.source import Folder

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/content"))
DOCX_PARTS = (
    *("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/settings.xml"),
    *("docProps/core.xml", "docProps/custom.xml"),
)
DESCRIBED = (
    *("dc:publisher", "dc:contributor", "dc:identifier", "dc:type", "dc:date", "dc:coverage", "dc:relation"),
    "xmpMM:VersionID",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_plan_becomes_what_is_expected(case: Path) -> None:
    found = dict(made(case))
    expected = case / "expected"
    if os.environ.get("PLANGEN_GOLDEN") == "write":
        for name, text in found.items():
            (expected / name).parent.mkdir(parents=True, exist_ok=True)
            (expected / name).write_text(text, encoding="utf-8", newline="\n")
    assert sorted(found) == sorted(path.relative_to(expected).as_posix() for path in expected.rglob("*.*"))
    for name, text in found.items():
        assert text == (expected / name).read_text(encoding="utf-8"), name


def made(case: Path) -> Iterator[tuple[str, str]]:
    """The texts that a case's files come to: the page, Word's parts, and how the PDF is built up."""
    source = Folder(case)
    for folder in sorted((case / "content").iterdir()):
        examined = examine(source, f"content/{folder.name}")
        assert examined.sound, examined.diagnostics
        assert examined.document is not None
        work = job(examined.document, DEFAULT, timestamp_of(examined.document, None))
        yield "page.html", without_style(write(work, "html").decode())
        with ZipFile(BytesIO(write(work, "docx"))) as package:
            for part in (each for each in DOCX_PARTS if each in package.namelist()):
                yield f"docx/{part}", indented(package.read(part))
        yield "pdf.txt", "\n".join(pdf_lines(write(work, "pdf"))) + "\n"


def without_style(page: str) -> str:
    """The page without its stylesheet and the digest of that, which are the same in every page."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    return re.sub(r"&#39;sha256-.*?&#39;", "&#39;sha256-…&#39;", page)


def indented(xml: bytes) -> str:
    tree = etree.fromstring(xml)
    etree.indent(tree)
    return etree.tostring(tree, encoding="unicode") + "\n"


def pdf_lines(pdf: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        yield f"pages: {len(document.pages)}"
        yield f"language: {document.Root.Lang}"
        yield f"title: {document.docinfo['/Title']}"
        with document.open_metadata() as xmp:
            for name in DESCRIBED:
                if name in xmp:
                    yield f"{name}: {xmp[name]}"
        with document.open_outline() as outline:
            yield from bookmarks(outline.root, 1)
        yield from tags(document.Root.StructTreeRoot, 0)


def bookmarks(items: list[pikepdf.OutlineItem], level: int) -> Iterator[str]:
    for item in items:
        yield f"bookmark {level}: {item.title}"
        yield from bookmarks(item.children, level + 1)


def tags(node: pikepdf.Object, depth: int) -> Iterator[str]:
    if not isinstance(node, pikepdf.Dictionary):
        return
    if "/S" in node:
        yield "  " * depth + str(node.S).removeprefix("/")
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        yield from tags(kid, depth + 1)
