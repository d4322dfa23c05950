"""HTML -> items, by html5lib's tree and the table model of HTML (4.9.12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib

from .items import Item

HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
HOLDERS = frozenset({"body", "main", "section", "div", "blockquote", "dd"})
SILENT = frozenset({"back", "visually-hidden", "skip-link", "draft", "permalink", "edit", "formats"})
INLINE = frozenset({"a", "abbr", "b", "br", "code", "em", "i", "img", "span", "strong", "sub", "sup"})
LEADING = frozenset({"contents entry", "reference"})
BULLET = "•"


def read_html(data: bytes) -> tuple[Item, ...]:
    """What the file says."""
    page = html5lib.parse(data, treebuilder="etree", namespaceHTMLElements=False)
    body = page.find("body")
    assert body is not None
    reader = _Reader()
    reader.blocks(body, 0)
    return reader.finished()


@dataclass(slots=True)
class _Reader:
    """Goes down the tree. `places` has the item that each id stands for."""

    items: list[Item] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def finished(self) -> tuple[Item, ...]:
        """The items, the targets of references told by what they lead to."""
        return tuple(
            item._replace(target=self.items[self.places[item.target]].name) if item.kind in LEADING else item
            for item in self.items
        )

    def add(self, item: Item, element: Element, *ids: str | None) -> None:
        """An item, and then what stands in its text."""
        for name in (element.get("id"), *ids):
            if name:
                self.places[name] = len(self.items)
        self.items.append(item)
        self.items += _within(element)

    def blocks(self, parent: Element, depth: int) -> None:
        """What an element holds; `depth` is how many lists are around it."""
        for child in parent:
            self.block(child, depth, parent)

    def blocks_of(self, holder: Element, depth: int, parent: Element) -> None:
        """What an element holds that only sets it apart: it stands in the element around."""
        for child in holder:
            self.block(child, depth, parent)

    def block(self, element: Element, depth: int, parent: Element) -> None:
        """One element."""
        names = _classes(element)
        if _silent(element) or element.tag in ("footer", "script", "style"):
            return
        match element.tag:
            case "header":
                self.cover(element)
            case "nav":
                self.contents(element)
            case "section" if "notes" in names:
                for note in element.iter("li"):
                    if "value" in note.attrib:
                        self.item(note, Item("note", number=note.get("value", "")), 0)
            case "div" if "table" in names:
                self.table(element)
            case "ul" | "ol":
                self.list(element, depth + 1)
            case "details":
                for child in element:
                    if child.tag != "summary":
                        self.block(child, depth, element)
            case "dl":
                for child in element:
                    if child.tag == "dt":
                        self.add(Item("term", text=_text(child)), child)
                    else:
                        self.blocks(child, depth)
            case "figure":
                self.figure(element)
            case "p" if not _text(element).strip() and not list(_within(element)):
                pass
            case "p":
                kind = "table note" if "table-note" in names else "paragraph"
                self.add(Item(kind, text=_text(element)), element)
            case tag if tag in HEADINGS:
                self.heading(element, parent)
            case "div" if "headed" in names:
                self.blocks_of(element, depth, parent)
            case tag if tag in HOLDERS:
                self.blocks(element, depth)
            case tag:
                raise AssertionError(f"no reading of <{tag}>")

    def cover(self, header: Element) -> None:
        """The cover's fields."""
        for element in header:
            if "logo" in _classes(element):
                self.items += [Item("image", text=str(each.get("alt"))) for each in element.iter("img")]
            elif not _silent(element):
                self.add(Item("cover", text=_text(element)), element)

    def contents(self, nav: Element) -> None:
        """The contents list."""
        title = nav.find("h2")
        if title is not None:
            self.add(Item("contents title", text=_text(title)), title)
        for item, depth in _entries(nav, 0):
            link = item.find("a")
            assert link is not None
            self.items.append(Item("contents entry", depth, text=_text(link), target=_place(link)))

    def heading(self, element: Element, section: Element) -> None:
        """A heading, whose section has the id that others refer to."""
        level = int(element.get("aria-level", HEADINGS[element.tag] + 1)) - 1
        first = next(iter(element), None)
        number = _text(first) if first is not None and "number" in _classes(first) else ""
        text = _text(element).strip().removeprefix(number).strip()
        self.add(Item("heading", level, number, text), element, section.get("id"))

    def list(self, element: Element, depth: int) -> None:
        """A list, its numbers counted from its start."""
        number = int(element.get("start", "1"))
        for child in element:
            number = int(child.get("value", number))
            sign = BULLET if element.tag == "ul" else str(number)
            self.item(child, Item("list item", depth, sign), depth)
            number += 1

    def item(self, element: Element, item: Item, depth: int) -> None:
        """A list item or a note: its first paragraph is its text, the rest follows."""
        children = list(element)
        if children and children[0].tag == "p":
            self.add(item._replace(text=_text(children[0])), children[0], element.get("id"))
            children = children[1:]
        elif all(child.tag in INLINE for child in children):
            self.add(item._replace(text=_text(element)), element)
            children = []
        else:
            self.places[element.get("id", "")] = len(self.items)
            self.items.append(item)
        for child in children:
            self.block(child, depth, element)

    def figure(self, element: Element) -> None:
        """A picture and its caption, by which others refer to it."""
        pictures = (*element.findall("img"), *element.findall("picture/img"))
        self.items += (Item("image", text=image.get("alt", "")) for image in pictures)
        caption = element.find("figcaption")
        if caption is not None:
            self.add(Item("caption", text=_text(caption)), caption, element.get("id"))

    def table(self, box: Element) -> None:
        """A table with what is said of it, its cells and its notes."""
        table = next(box.iter("table"))
        caption = table.find("caption")
        printed = _text(caption) if caption is not None else ""
        spoken = "" if printed or caption is None else "".join(_text(hidden) for hidden in caption)
        described = [each for each in box.iter() if each.get("id") == table.get("aria-describedby", "none")]
        summary = [spoken, *("".join(each.itertext()) for each in described)]
        if printed and caption is not None:
            self.add(Item("caption", text=printed), caption, table.get("id"))
        if any(summary):
            if not printed:
                self.places[table.get("id", "")] = len(self.items)
            self.items.append(Item("summary", text=". ".join(text.rstrip(".") for text in summary if text)))
        rows = [row for group in table if group.tag in ("thead", "tbody", "tfoot") for row in group]
        for cell, row, column in _grid(rows):
            kind = "head" if cell.get("scope") == "col" else "cell"
            self.add(Item(kind, text=_text(cell), row=row, column=column), cell)
        for note in box:
            if "table-note" in _classes(note):
                self.block(note, 0, box)


def _grid(rows: list[Element]) -> Iterator[tuple[Element, int, int]]:
    """Each cell with its row and column."""
    taken: set[tuple[int, int]] = set()
    for row, element in enumerate(rows, start=1):
        column = 1
        for cell in element:
            while (row, column) in taken:
                column += 1
            yield cell, row, column
            width, height = int(cell.get("colspan", "1")), int(cell.get("rowspan", "1"))
            taken |= {(row + down, column + right) for down in range(height) for right in range(width)}


def _entries(parent: Element, depth: int) -> Iterator[tuple[Element, int]]:
    """The items of nested lists, each before those below it."""
    for child in parent:
        if child.tag == "ol":
            for item in child:
                yield item, depth + 1
                yield from _entries(item, depth + 1)


def _within(element: Element) -> Iterator[Item]:
    """The images and the links in an element's text."""
    inside = list(_spoken(element))
    yield from (Item("image", text=each.get("alt", "")) for each in inside if each.tag == "img")
    for link in inside:
        if link.tag != "a" or link.get("role") == "doc-backlink":
            continue
        if link.get("href", "").startswith("#"):
            yield Item("reference", text=_text(link), target=_place(link))
        else:
            yield Item("link", text=_text(link), target=link.get("href", ""))


def _place(link: Element) -> str:
    """The id that a link leads to."""
    return unquote(link.get("href", "").removeprefix("#"))


def _spoken(element: Element) -> Iterator[Element]:
    """The elements below that aren't silent."""
    for child in element:
        if not _silent(child):
            yield child
            yield from _spoken(child)


def _text(element: Element) -> str:
    """The text of an element, a line break being a space."""
    parts = [element.text or ""]
    for child in element:
        if not _silent(child):
            parts.append(" " if child.tag == "br" else _text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _silent(element: Element) -> bool:
    """Whether an element is none of what the page says: set apart for screens, hidden or struck out."""
    hidden = "hidden" in element.attrib or "display:none" in element.get("style", "").replace(" ", "")
    return hidden or element.tag in ("del", "s") or bool(_classes(element) & SILENT)


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())
