"""What one run of the Typst source knows from the start, and what it gathers on its way through the document.

Gathered are pictures, which Typst reads as files beside the source, and which notes have been set: Typst sets a note
where it is first referred to. `places` are nodes in the order of their marks in the source, by which a fault that Typst
finds is led back to the content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from plangen.brand.brand import Brand
from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.document import Document
from plangen.document.inlines import Abbreviation, CrossReference
from plangen.document.nodes import TableOfContents
from plangen.document.walk import every_block_with_notes, every_inline, texts
from plangen.typesetting.typst_syntax import labelled, sequence

PLACE_MARK = "//@"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/svg+xml": "svg", "image/webp": "webp"}


@dataclass(frozen=True, slots=True)
class Place:
    """A node and where in the content it stands."""

    id: str
    location: Location


@dataclass(slots=True)
class Context:
    """`targets` are the ids that something refers to, `listed` those that the contents lists show.

    `meanings` are those of abbreviations, numbered.
    """

    brand: Brand
    targets: frozenset[str]
    listed: frozenset[str]
    images: dict[str, bytes] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)
    heading_level: int = 0
    meanings: Mapping[str, int] = field(default_factory=dict)

    def image(self, data: bytes, media_type: str) -> str:
        """The name of the file that Typst reads a picture from."""
        names = {kept: name for name, kept in self.images.items()}
        name = names.get(data, f"image-{len(self.images) + 1}.{_SUFFIXES.get(media_type, 'png')}")
        self.images[name] = data
        return name

    def place(self, node_id: str, location: Location) -> str:
        """A mark in the source: what follows, up to the next mark, is this node."""
        self.places.append(Place(node_id, location))
        return f"\n{PLACE_MARK}{len(self.places) - 1}\n"

    def target(self, element: str, node_id: str) -> str:
        """The element, labelled where something refers to it."""
        return labelled(element, node_id) if node_id in self.targets else element

    def anchor(self, content: str, node_id: str) -> str:
        """The content, with a place to link to before it where something refers to it."""
        return sequence((labelled("metadata(none)", node_id), content)) if node_id in self.targets else content


def meanings(document: Document) -> dict[str, int]:
    """What the abbreviations of a document mean, numbered from 1 in the order in which they are met."""
    lines = [each.inlines for each in document.metadata.cover]
    lines += [line for block in every_block_with_notes(document) for line in texts(block)]
    found = (each.meaning for line in lines for each in every_inline(line) if isinstance(each, Abbreviation))
    return {meaning: number for number, meaning in enumerate(dict.fromkeys(found), start=1)}


def context(document: Document, brand: Brand) -> Context:
    """The context that a document's source starts with."""
    blocks = tuple(every_block_with_notes(document))
    inlines = (each for block in blocks for line in texts(block) for each in every_inline(line))
    contents = [block for block in blocks if isinstance(block, TableOfContents)]
    return Context(
        brand=brand,
        targets=frozenset(each.target for each in inlines if isinstance(each, CrossReference)),
        listed=frozenset(entry.target for block in contents for entry in block.entries),
        meanings=meanings(document),
    )
