"""Parts of a Word template -> XML elements, without document types, entities and other ways to reach out or to grow."""

from __future__ import annotations

from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element

DEEPEST = 200
"""Elements within each other. Word's own files have some thirty."""

MOST_ELEMENTS = 500_000

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = "http://purl.oclc.org/ooxml/"


class DoctypeError(ValueError):
    """XML that declares a type of document, by which entities and files come in."""


class BrokenError(ValueError):
    """XML that isn't well-formed, or that is deeper or larger than any that Word writes."""


def parsed(data: bytes) -> Element:
    """The root of a part, without comments and instructions. Raises DoctypeError or BrokenError.

    expat sees the part first and stops at a document type, so that lxml never meets an entity.
    """
    _vet(data)
    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
        raise BrokenError(str(fault)) from fault


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )


def word_name(tag: str) -> str:
    """`w:tag` as lxml writes it."""
    return f"{{{WORD}}}{tag}"


def _vet(data: bytes) -> None:
    depth = count = 0

    def doctype(*_: object) -> None:
        raise DoctypeError

    def begin(*_: object) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise BrokenError

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as fault:
        raise BrokenError(str(fault)) from fault
