"""What the page of a comparison says to who takes all its changes, or none: the later text, or the earlier.

Read anew here, from what the page's reader is shown and not from what the writer does: `ins` and `del`, the classes of
blocks, rows, items and cells, and the ways between where something stands and where it stood. In the earlier text what
was moved away stands where the line that tells of it does, and is read where that line leads. A note is read where its
mark is. What the page says of the marks themselves is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree import ElementTree

import html5lib

from plangen.document.diff.tokens import same
from plangen.locale.catalogue import catalogue

Side = Literal["old", "new"]
Element = ElementTree.Element

GOES = {"new": "del", "old": "ins"}
GONE = {"new": "diff-deleted", "old": "diff-inserted"}
"""The tag and the class of what a side hasn't got."""

BESIDE = frozenset({"diff-summary", "diff-steps", "diff-state", "permalink", "edit", "formats"})
"""Classes of what is no part of the document."""

APART = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption"})
KINDS = ("inserted", "deleted", "moved", "reformatted")


def parsed(page: bytes) -> Element:
    """A page as a browser has it; a fault of HTML is an error."""
    tree: Element = html5lib.HTMLParser(namespaceHTMLElements=False, strict=True).parse(page)
    return tree


def said(page: bytes, side: Side) -> list[str]:
    """The words of a side in reading order: the cover's, and then the document's."""
    return _Reader(parsed(page), side).words()


class _Reader:
    def __init__(self, tree: Element, side: Side) -> None:
        self.side = side
        self.body = next(tree.iter("body"))
        self.by_id = {str(each.get("id")): each for each in tree.iter() if each.get("id")}
        self.parents = {child: each for each in tree.iter() for child in each}
        self.labels = catalogue(str(tree.get("lang"))[:2]).labels
        self.spoken = {f"{self.labels[f'diff-{kind}']}: " for kind in KINDS}
        self.within: list[str] = []

    def words(self) -> list[str]:
        parts = [each for each in self.body if each.tag in ("header", "main") or "front" in _classes(each)]
        return same("".join(text for part in parts for text in self.text(part))).split()

    def text(self, element: Element) -> Iterator[str]:
        """The text of an element and of all in it, unless this side hasn't got it."""
        if not isinstance(element.tag, str) or not self.there(element):
            return
        if element.tag == "sup" or "mark" in _classes(element):
            yield from self.note(element)
        elif self.away(element):
            yield from self.moved(element)
        elif any(each.startswith("cover-") for each in _classes(element)):
            yield from self.field(element)
        else:
            yield from self.inside(element)

    def there(self, element: Element) -> bool:
        classes = _classes(element)
        if element.tag in (GOES[self.side], "script", "style", "nav") or classes & {*BESIDE, GONE[self.side]}:
            return False
        if "diff-note" in classes:
            return any(child.text in self.spoken for child in element[:1])
        if element.get("role") in ("doc-backlink", "doc-endnotes"):
            return False
        if "diff-moved" in classes and not self.away(element):
            return self.side == "new"
        return not (element.tag == "span" and element.text in self.spoken)

    def inside(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self.text(child)
            yield child.tail or ""
        if element.tag in APART:
            yield " "

    def field(self, line: Element) -> Iterator[str]:
        """A line of the cover, which isn't there by its label alone."""
        label = "".join(each.text or "" for each in line if "label" in _classes(each))
        found = "".join(self.inside(line))
        yield found if found.strip() != label.strip() else ""

    def away(self, element: Element) -> bool:
        """Whether something stood here that was moved away."""
        told = "diff-moved" in _classes(element) and element.tag in ("p", "li", "tr", "dt")
        return told and self.labels["diff-moved-away"] in "".join(element.itertext())

    def moved(self, element: Element) -> Iterator[str]:
        """What stood here: a row itself says it, all else says it where it now stands."""
        if self.side == "new":
            return
        if element.tag == "tr":
            yield from self.inside(element)
            return
        way = next(each for each in element.iter("a") if (each.get("href") or "").startswith("#"))
        now = self.by_id[str(way.get("href"))[1:]]
        if now.tag == "table":  # which stands in a box, with its notes below that
            now = self.parents[self.parents[now]]
        yield from self.inside(now)
        if now.tag == "dt":
            beside = list(self.parents[now])
            for each in beside[beside.index(now) + 1 :]:
                if each.tag == "dt":
                    return
                yield from self.inside(each)

    def note(self, mark: Element) -> Iterator[str]:
        """The note that a mark leads to."""
        for way in (each for each in mark.iter("a") if each.get("role") == "doc-noteref"):
            name = str(way.get("href"))[1:]
            if name not in self.within:
                self.within.append(name)
                yield "["
                yield from self.inside(self.by_id[name])
                yield "]"
                self.within.pop()


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").split())
