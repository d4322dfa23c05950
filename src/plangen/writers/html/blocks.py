"""Block nodes -> HTML.

The document's title is the page's h1, so a heading of level n is h(n + 1); the sixth level is an h6 that says 7. A
section that the reader can be led to by name (a chapter, a numbered section) is a region with its heading's name.
"""

from __future__ import annotations

from typing import assert_never

from plangen.document.diff.marks import changed
from plangen.document.edit_links import edit_address, in_project
from plangen.document.heading_look import look_level
from plangen.document.keeping import stands_whole
from plangen.document.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Callout,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    PageBreak,
    Paragraph,
    Section,
    Table,
    TableOfContents,
)
from plangen.document.orientation import runs, starts_wide
from plangen.document.walk import NO_BREAK_SPACE, plain_text, printed_number
from plangen.writers.html.changes import boxed, folded, gone, moved_away, note, row_classes
from plangen.writers.html.charts import with_night
from plangen.writers.html.contents import contents
from plangen.writers.html.context import Context
from plangen.writers.html.inlines import image, inlines
from plangen.writers.html.markup import anchor, classes, container, element, link_to, text
from plangen.writers.html.tables import table

LOWEST_HEADING = 6
THREE_LINES = range(150, 340)
"""Characters of a paragraph that may come to three lines on paper."""


def blocks(nodes: tuple[Block, ...], context: Context) -> list[str]:
    """A run of blocks. What is wide stands on landscape pages of its own where the page is printed."""
    found: list[str] = []
    for landscape, run in runs(nodes):
        parts = [block(node, context) for node in run]
        found += [container("div", parts, class_="turned")] if landscape else parts
    return found


def block(node: Block, context: Context) -> str:
    """One block, with its mark if it was compared."""
    return boxed(node, lambda plain: _block(plain, context), context)


def _block(node: Block, context: Context) -> str:
    match node:
        case Section():
            return section(node, context)
        case Paragraph():
            keep, whole = "keep" if node.keep_with_next else "", "whole" if _may_leave_a_line(node) else ""
            return element("p", inlines(node.inlines, context), id=anchor(node.id), class_=classes(keep, whole))
        case BulletList():
            items = [list_item(item, context) for item in node.items]
            names = classes("agenda" if node.role == "agenda" else "", "whole" if stands_whole(node) else "")
            return container("ul", items, id=anchor(node.id), class_=names)
        case OrderedList():
            start = str(node.start) if node.start != 1 else None
            items = [list_item(item, context) for item in node.items]
            names = classes("whole" if stands_whole(node) else "")
            return container("ol", items, id=anchor(node.id), class_=names, start=start)
        case Table():
            return table(node, context)
        case Figure():
            return figure(node, context)
        case BlockQuote():
            return container("blockquote", blocks(node.blocks, context), id=anchor(node.id))
        case Callout():
            return callout(node, context)
        case DefinitionList():
            return definition_list(node, context)
        case PageBreak():
            return element("div", id=anchor(node.id), class_="page-break")
        case TableOfContents():
            return contents(node, context)
        case _:
            assert_never(node)


def section(node: Section, context: Context) -> str:
    """A heading and what stands under it."""
    heading_id = anchor(node.heading.id) or context.own_id(node.id, "heading")
    named = node.heading.level == 1 or bool(node.heading.number)
    fold = context.compared and named and not (context.in_change or node.id in context.read_on or changed(node))
    with context.one_change(context.in_change or ("unchanged" if fold else "")):
        parts = [headed(node, heading_id, context), *blocks(node.blocks, context)]
    if fold:
        parts = [folded(parts, context)]
    return container(
        "section",
        parts,
        id=anchor(node.id),
        class_="new-page" if node.heading.page_break_before else None,
        aria_labelledby=heading_id if named else None,
    )


def headed(node: Section, heading_id: str, context: Context) -> str:
    """A section's heading, and with one that is listed the links to it and to where it is edited."""
    plain = heading(node.heading, heading_id, context)
    if not (node.id and node.heading.listed) or context.compared:
        return plain
    title = " ".join(filter(None, (printed_number(node.heading), plain_text(node.heading.inlines))))
    name = context.labels["permalink"].format(title=title)
    link = element("a", "#", href=link_to(anchor(node.id) or ""), class_="permalink", aria_label=name)
    names = classes("headed", "turned" if starts_wide(node) else "")
    return container("div", [plain, link, _edit_link(node, title, context)], class_=names)


def _edit_link(node: Section, title: str, context: Context) -> str:
    if not (context.edited_at and in_project(node.location)):
        return ""
    name = context.labels["edit-section"].format(title=title)
    address = edit_address(context.edited_at, node.location)
    return element("a", text(context.labels["edit"]), href=address, class_="edit", aria_label=name)


def heading(node: Heading, heading_id: str, context: Context) -> str:
    """A heading with its number. Under a number alone no line of the title stands; a label is too wide for that."""
    level = node.level + 1
    number = element("span", text(printed_number(node)), class_="number") + " " if node.number else ""
    hangs = bool(number) and not node.label
    title = inlines(node.inlines, context)
    return element(
        f"h{min(level, LOWEST_HEADING)}",
        number + (element("span", title, class_="title") if hangs else title),
        id=heading_id,
        class_=classes("numbered" if hangs else "", "minor" if look_level(node) != node.level else ""),
        aria_level=str(level) if level > LOWEST_HEADING else None,
    )


def list_item(node: ListItem, context: Context) -> str:
    """An item of a list."""
    marks = row_classes(node, context)
    if node.change is None and node.role == "calculation":
        content = calculation(node, context)
    elif node.change is None:
        content = "\n".join(blocks(node.blocks, context))
    elif gone(node.change):
        content = element("p", moved_away(node, node.change, context))
    else:
        with context.one_change(node.change.kind):
            content = "\n".join([note(node.change, context), *blocks(node.blocks, context)])
    return element("li", content, id=anchor(node.id), class_=classes(*marks))


def calculation(node: ListItem, context: Context) -> str:
    """A figure, with what it was computed from in a part of the page that the reader opens; print has it open."""
    first, *rest = node.blocks
    if not rest or not isinstance(first, Paragraph):
        return "\n".join(blocks(node.blocks, context))
    context.calculated = True
    label = context.labels["calculation-show"].format(figure=plain_text(first.inlines[:1]))
    parts = [element("summary", text(label)), *blocks(tuple(rest), context)]
    return "\n".join((block(first, context), container("details", parts, class_="calculation")))


def figure(node: Figure, context: Context) -> str:
    """A picture and its caption."""
    number = f"{text(node.label)}{NO_BREAK_SPACE}{text(node.number)}. " if node.number else ""
    caption = number + inlines(node.caption, context)
    context.drawn = context.drawn or node.chart is not None
    picture = with_night(node.image, context.chart_night) if node.chart else node.image
    parts = [image(picture), element("figcaption", caption) if caption else ""]
    return container("figure", parts, id=anchor(node.id))


def callout(node: Callout, context: Context) -> str:
    """A box with a title."""
    title_id = context.own_id(node.id, "title")
    title = element("p", inlines(node.title, context), id=title_id, class_="callout-title") if node.title else ""
    return container(
        "div",
        [title, *blocks(node.blocks, context)],
        id=anchor(node.id),
        class_=classes("callout", f"callout-{node.kind}"),
        role="note",
        aria_labelledby=title_id if node.title else None,
    )


def definition_list(node: DefinitionList, context: Context) -> str:
    """Terms, each with what is said of it."""
    parts = []
    for item in node.items:
        marks = classes(*row_classes(item, context))
        if item.change and gone(item.change):
            parts.append(element("dt", moved_away(item, item.change, context), id=anchor(item.id), class_=marks))
            parts.append(element("dd"))
            continue
        parts.append(element("dt", inlines(item.term, context), id=anchor(item.id), class_=marks))
        parts.append(element("dd", "\n".join(blocks(item.blocks, context)), class_=marks and marks.split()[0]))
    return container("dl", parts, id=anchor(node.id), class_=classes("whole" if stands_whole(node) else ""))


def _may_leave_a_line(node: Paragraph) -> bool:
    """Whether a browser could print a line of the paragraph alone on a page.

    Where a paragraph is too short for both `orphans` and `widows`, Chromium keeps to the first alone, though it should
    move the paragraph (CSS Fragmentation 3, 4.4): two lines and one.
    """
    return len(plain_text(node.inlines)) in THREE_LINES
