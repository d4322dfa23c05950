"""GitHub Flavored Markdown -> what it says, by markdown-it: headings, paragraphs and cells in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plangen.document.document import Document
from plangen.document.grid import grid
from plangen.document.inlines import FootnoteReference, Image, Inline, Text
from plangen.document.nodes import Block, Callout, DefinitionList, Figure, Heading, Paragraph, Section, Table
from plangen.document.walk import blocks, map_inlines, plain_text, printed_number

READER = MarkdownIt("commonmark", {"html": True}).enable("table").use(footnote_plugin)
Said = tuple[str, str]


def read(data: bytes) -> list[Said]:
    """Kind and text of each heading ("h2"), paragraph ("p") and cell ("td"), those of the notes last."""
    tokens = READER.parse(data.decode())
    found = []
    for before, token in pairwise(tokens):
        if token.type == "inline":
            kind = {"th": "td"}.get(before.tag, before.tag)
            found.append((kind, plain("".join(_texts(token.children or [])))))
    return [each for each in found if each[1] or each[0] == "td"]


def links(data: bytes) -> tuple[set[str], set[str]]:
    """The places that ways within the file lead to, and those that there are."""
    text = data.decode()
    return set(re.findall(r"\]\(#([^)]+)\)", text)), set(re.findall(r'<a id="([^"]+)"></a>', text))


def told(document: Document, top: int = 2) -> list[Said]:
    """What a document says, in the same form, but for its cover and its contents lists; `top` is the first level."""
    found = [said for block in document.blocks for said in _block(block, top)]
    found += [said for note in document.notes for block in note.blocks for said in _block(block, top)]
    return [(kind, plain(text)) for kind, text in found if plain(text) or kind == "td"]


def plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _texts(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        match token.type:
            case "text" | "code_inline" | "text_special":
                yield token.content
            case "softbreak" | "hardbreak":
                yield " "
            case "html_inline" if token.content == "<br>":
                yield " "


def _block(block: Block, top: int) -> Iterator[Said]:
    match block:
        case Section():
            yield _heading(block.heading, top)
        case Paragraph():
            yield "p", line_text(block.inlines)
        case Callout():
            yield "p", line_text(block.title)
        case Table():
            if block.caption_visible:
                yield "p", _caption(block)
            yield from _cells(block)
            for note in block.notes:
                yield "p", f"{note.mark} {line_text(note.inlines)}"
        case Figure():
            yield "p", f"[{block.image.alternative}]"
            yield "p", _caption(block)
        case DefinitionList():
            for item in block.items:
                yield "p", line_text(item.term)
                for inner in item.blocks:
                    yield from _block(inner, top)
            return
        case _:
            pass
    for inner in blocks(block):
        yield from _block(inner, top)


def _heading(heading: Heading, top: int) -> Said:
    return f"h{min(heading.level + top - 1, 6)}", f"{printed_number(heading)} {line_text(heading.inlines)}"


def _caption(of: Table | Figure) -> str:
    number = f"{of.label} {of.number}" + (". " if of.caption else "") if of.number else ""
    return number + line_text(of.caption)


def _cells(table: Table) -> Iterator[Said]:
    laid, width = grid(table), len(table.columns)
    rows = []
    for line in laid.lines:
        cells = [""] * width
        for slot in line.slots:
            cells[slot.column] = line_text(slot.cell.inlines)
        rows.append(cells)
    above = len(laid.head)
    head = [" ".join(filter(None, column)) for column in zip(*rows[:above], strict=True)] or [""] * width
    yield from (("td", text) for row in (head, *rows[above:]) for text in row)


def line_text(inlines: tuple[Inline, ...]) -> str:
    """Its text, with the marks of a table's notes and the texts of pictures as they stand in brackets."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        match inline:
            case FootnoteReference(in_table=True):
                return (Text(inline.mark),)
            case Image():
                return (Text(f"[{inline.alternative}]"),)
            case _:
                return (inline,)

    return plain_text(map_inlines(inlines, change))
