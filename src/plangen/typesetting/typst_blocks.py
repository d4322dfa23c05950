"""Blocks -> Typst code, as pieces of the page's flow. Names that aren't Typst's own are those of `pdf/page.typ.j2`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from plangen.brand.brand import StyleName, TextStyle
from plangen.dataclass import replace
from plangen.document.heading_look import look_level
from plangen.document.keeping import stands_whole
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    ListItem,
    Note,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.orientation import runs, starts_wide
from plangen.document.walk import printed_caption, printed_number
from plangen.typesetting.typst_contents import contents
from plangen.typesetting.typst_context import Context
from plangen.typesetting.typst_flow import Piece, framed, space
from plangen.typesetting.typst_inlines import caption, image, inlines
from plangen.typesetting.typst_syntax import call, labelled, points, sequence, string, truth
from plangen.typesetting.typst_tables import is_captioned, keeps_notes, table, table_note, with_notes

HEADINGS: tuple[StyleName, ...] = ("heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6")
TITLE_AFTER = 2.0


def blocks(nodes: Iterable[Block], context: Context, style: StyleName = "body") -> list[Piece]:
    """A run of blocks; `style` is that of its paragraphs. What is wide stands on landscape pages of its own."""
    pieces: list[Piece] = []
    for landscape, run in runs(tuple(nodes)):
        found = [piece for node in run for piece in block(node, context, style)]
        pieces += [Piece("", turned=tuple(found))] if landscape else found
    return pieces


def block(node: Block, context: Context, style: StyleName) -> list[Piece]:
    """One block, led by its mark in the source."""
    mark = context.place(node.id, node.location)
    pieces = _block(node, context, style)
    return [replace(piece, code=("" if index else mark) + piece.code) for index, piece in enumerate(pieces)]


def note(node: Note, context: Context) -> str:
    """The body of a footnote, with a space between the mark, which Typst sets before it, and the text."""
    mark = context.place(node.id, node.location)
    match node.blocks:
        case (Paragraph() as first, *rest) if rest:
            body = inlines(first.inlines, context)
            after = framed(
                [Piece("", after=context.brand.styles["footnote"].after), *blocks(rest, context, "footnote")]
            )
            return mark + "{" + f"{string(' ')};{body};{after}" + "}"
        case _:
            return mark + "{" + f"{string(' ')};{content(node.blocks, context, 'footnote')}" + "}"


def content(nodes: tuple[Block, ...], context: Context, style: StyleName) -> str:
    """What a list item or a note holds: one paragraph alone is its text, more blocks keep their own."""
    match nodes:
        case (Paragraph() as only,):
            text = context.anchor(inlines(only.inlines, context), only.id)
            return context.place(only.id, only.location) + text
        case _:
            return framed(blocks(nodes, context, style))


def _block(node: Block, context: Context, style: StyleName) -> list[Piece]:
    match node:
        case Section():
            return section(node, context)
        case Paragraph():
            return [paragraph(node, context, style)]
        case BulletList() | OrderedList():
            return [item_list(node, context, style)]
        case Table():
            return table_with_notes(node, context)
        case Figure():
            return [figure(node, context)]
        case BlockQuote():
            return [block_quote(node, context)]
        case Callout():
            return [callout(node, context)]
        case DefinitionList():
            return [definition_list(node, context)]
        case PageBreak():
            return [Piece("pagebreak(weak: true)")]
        case TableOfContents():
            return contents(node, context)
        case _:
            assert_never(node)


def section(node: Section, context: Context) -> list[Piece]:
    """A heading and what stands under it. Above a wide table the heading stands on the landscape page."""
    own, below = heading(node, context), blocks(node.blocks, context)
    if not starts_wide(node):
        return [*own, *below]
    wide, first = below[0], below[0].turned[0]
    marked = replace(first, code=wide.code + first.code)
    return [Piece("", turned=(own[-1], marked, *wide.turned[1:])), *below[1:]]


def heading(node: Section, context: Context) -> list[Piece]:
    """The heading of a section, which has the section's id. It is tagged one level below the last at the deepest."""
    of = node.heading
    level = min(max(of.level, 1), len(HEADINGS))
    style = HEADINGS[min(max(look_level(of), 1), len(HEADINGS)) - 1]
    context.heading_level = min(level, context.heading_level + 1)
    number = (string(f"{printed_number(of)} "),) if of.number else ()
    code = call(
        "titled",
        string(style),
        sequence((*number, inlines(of.inlines, context))),
        named={
            "level": str(context.heading_level),
            "outlined": truth(node.id in context.listed),
            "bookmarked": truth(of.listed or of.level == 1),
        },
    )
    piece = _spaced(labelled(code, node.id) if node.id else code, context.brand.styles[style])
    return [Piece("pagebreak(weak: true)"), piece] if of.page_break_before else [piece]


def paragraph(node: Paragraph, context: Context, style: StyleName) -> Piece:
    """A paragraph in the style of where it stands."""
    look = context.brand.styles[style]
    sticky = node.keep_with_next or look.keep_with_next
    code = call("paragraph", string(style), inlines(node.inlines, context), named={"sticky": _if(sticky)})
    return _spaced(context.target(code, node.id), look)


def item_list(node: BulletList | OrderedList, context: Context, style: StyleName) -> Piece:
    """A list; each item stands in from the margin by the style's indent, its sign in the space so made.

    Below the whole stands the space of the paragraphs that it stands among.
    """
    look, around = context.brand.styles["list-item"], context.brand.styles[style]
    items = tuple(list_item(item, context) for item in node.items)
    named = {"gap": points(look.after + look.before), "whole": _if(stands_whole(node))}
    if isinstance(node, OrderedList):
        code = call("ordered-list", str(node.start), *items, named=named)
    else:
        code = call("bullet-list", *items, named=named)
    return Piece(context.target(code, node.id), look.before, max(look.after, around.after))


def list_item(node: ListItem, context: Context) -> str:
    """An item of a list."""
    return context.anchor(content(node.blocks, context, "list-item"), node.id)


def table_with_notes(node: Table, context: Context) -> list[Piece]:
    """A table and the notes under it."""
    around, look = context.brand.table, context.brand.styles["table-note"]
    above = context.brand.styles["caption"].before if is_captioned(node) else 0
    pieces = [Piece(table(node, context), around.before + above)]
    notes = [_spaced(table_note(each, context), look) for each in node.notes]
    if keeps_notes(node, context.brand):
        together = with_notes(pieces[0].code, framed(notes), node, look.before)
        pieces = [Piece(together, pieces[0].before, look.after)]
    else:
        pieces += notes
    pieces[-1] = replace(pieces[-1], after=pieces[-1].after + around.after)
    return pieces


def figure(node: Figure, context: Context) -> Piece:
    """A picture over its caption."""
    look, body = context.brand.styles["caption"], context.brand.styles["body"]
    picture = image(node.image, context, printed_caption(node))
    if not (node.caption or node.number):
        return _spaced(context.target(call("uncaptioned", picture), node.id), body)
    listed = node.id in context.listed
    named = {
        "name": string(node.id) if listed or node.id in context.targets else "",
        "outlined": truth(True) if listed else "",
        "gap": points(body.after + look.before),
    }
    return Piece(call("captioned-figure", caption(node, context), picture, named=named), body.before, look.after)


def block_quote(node: BlockQuote, context: Context) -> Piece:
    """A quotation."""
    pieces = blocks(node.blocks, context, "quotation")
    return Piece(context.target(call("quotation", framed(pieces)), node.id), *space(pieces))


def callout(node: Callout, context: Context) -> Piece:
    """A box with a title."""
    look = context.brand.styles["body"]
    head = call("callout-title", inlines(node.title, context))
    pieces = [Piece(head, look.before, TITLE_AFTER)] if node.title else []
    pieces += blocks(node.blocks, context)
    return _spaced(context.target(call("callout", framed(pieces)), node.id), look)


def definition_list(node: DefinitionList, context: Context) -> Piece:
    """Terms, each on a line of its own over what is said of it."""
    look = context.brand.styles["body"]
    items = [
        call("terms.item", context.anchor(inlines(item.term, context), item.id), framed(blocks(item.blocks, context)))
        for item in node.items
    ]
    named = {"gap": points(look.after + look.before), "whole": _if(stands_whole(node))}
    code = call("definitions", *items, named=named)
    return _spaced(context.target(code, node.id), look)


def _spaced(code: str, look: TextStyle) -> Piece:
    return Piece(code, look.before, look.after)


def _if(value: bool) -> str:
    return truth(True) if value else ""
