"""Inline nodes -> runs, links and fields.

A link holds no other link: what stands within one is printed without its own. A title that is quoted (in the contents
list, in a reference) leaves its footnote marks where it came from. Word has no abbreviations; their text is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Literal, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from plangen.dataclass import replace
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Change,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Image,
    Inline,
    LineBreak,
    Link,
    ParagraphEnd,
    Strong,
    Text,
)
from plangen.document.walk import NO_BREAK_SPACE, padded, reference_head
from plangen.writers.docx.badges import badge_style
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.drawings import drawing
from plangen.writers.docx.runs import PLAIN, Format, field, run, text_run
from plangen.writers.docx.writing import Writing, was
from plangen.writers.docx.xml import Element, w

Within = Literal["text", "link", "quoted title"]

INSERTED, DELETED = Change("inserted"), Change("deleted")
"""The marks of what stood, or stands, where a paragraph ends on one side alone."""


def inlines(
    nodes: Iterable[Inline], writing: Writing, format: Format = PLAIN, within: Within = "text"
) -> list[Element]:
    """A run of inline nodes, neighbours with the same mark of a comparison in one."""
    elements: list[Element] = []
    for change, together in groupby(nodes, key=lambda node: node.change):
        made = [element for node in together for element in inline(node, writing, format, within)]
        elements += writing.tracking.runs(made, change)
    return elements


def inline(node: Inline, writing: Writing, format: Format, within: Within) -> list[Element]:
    """One inline node."""
    if node.language:
        format = replace(format, language=node.language)
    match node:
        case Text() | Abbreviation():
            return text_run(node.text, format)
        case Emphasis():
            return inlines(node.inlines, writing, format.emphasis(), within)
        case Strong():
            return inlines(node.inlines, writing, format.strong(), within)
        case Badge():
            return text_run(padded(node), replace(format, style=badge_style(node.goal)))
        case Code():
            return text_run(node.text, replace(format, style="HTML Code"))
        case Link():
            return _link(node, writing, format, within)
        case CrossReference():
            return _cross_reference(node, writing, format, within)
        case FootnoteReference():
            return _footnote_reference(node, writing, format, within)
        case Image():
            return [run(format, drawing(node, writing))]
        case LineBreak():
            return [run(format, w("br"))]
        case ParagraphEnd():
            return writing.tracking.runs(text_run(node.text, format), DELETED if node.new else INSERTED)
        case Expression():
            raise AssertionError(f"an expression reached the writer: {node.source}")
        case _:
            assert_never(node)


def link_to_bookmark(name: str, content: Iterable[Element]) -> Element:
    """A link to a place in the document."""
    return w("hyperlink", *content, anchor=name, history=1)


def _link(node: Link, writing: Writing, format: Format, within: Within) -> list[Element]:
    if within != "text":
        return inlines(node.inlines, writing, format, within)
    relation = writing.part.relate_to(node.url, RT.HYPERLINK, is_external=True)
    return [w("hyperlink", *inlines(node.inlines, writing, format.link(), "link"), r_id=relation, history=1)]


def _cross_reference(node: CrossReference, writing: Writing, format: Format, within: Within) -> list[Element]:
    linked = within == "text" and node.target in writing.targets
    format = format.link() if linked else format
    inside: Within = "link" if within == "text" else within
    if node.inlines:
        content = inlines(node.inlines, writing, format, inside)
    else:
        content = _generated_reference(node, writing, format, linked=linked)
    return [link_to_bookmark(bookmark_name("Ref", node.target), content)] if linked else content


def _generated_reference(node: CrossReference, writing: Writing, format: Format, *, linked: bool) -> list[Element]:
    number = text_run(node.number, format)
    title = inlines(node.title, writing, format, "quoted title")
    kind = writing.targets.get(node.target, "other") if linked else "other"
    if node.in_series:
        return _series_reference(node, title, format, linked=linked)
    if kind == "section":
        name = bookmark_name("Ref", node.target)
        number, title = _reference(f"REF {name} \\r", number, format), _reference(f"REF {name}", title, format)
    elif kind == "captioned":
        number = _reference(f"REF {bookmark_name('Number', node.target)}", number, format)
        title = _reference(f"REF {bookmark_name('Title', node.target)}", title, format)
    label = text_run(node.label + NO_BREAK_SPACE * bool(node.label and number), format)
    space = text_run(" ", format) if (label or number) and title else []
    return [*label, *number, *space, *title]


def _series_reference(node: CrossReference, title: list[Element], format: Format, *, linked: bool) -> list[Element]:
    """A reference to a heading of a series, whose label and colon Word has in the number."""
    number = text_run(reference_head(node), format)
    space = text_run(" ", format) if title else []
    if linked:
        name = bookmark_name("Ref", node.target)
        number, title = _reference(f"REF {name} \\r", number, format), _reference(f"REF {name}", title, format)
    return [*number, *space, *title]


def _reference(instruction: str, result: list[Element], format: Format) -> list[Element]:
    """A field with a result that keeps its look when Word computes it anew."""
    return field(f"{instruction} \\* MERGEFORMAT", result, format) if result else []


def _footnote_reference(node: FootnoteReference, writing: Writing, format: Format, within: Within) -> list[Element]:
    if within == "quoted title":
        return []
    raised = replace(format, style="footnote reference")
    if node.note in writing.inner_notes:
        return _inner_note_reference(node, writing, raised, within)
    if node.in_table or node.note not in writing.note_numbers:
        return _table_note_reference(node, format if set(node.mark) == {"*"} else raised, within)
    if was(node.note) not in writing.note_numbers:
        return _note_mark(node.note, node, writing, raised)
    kind = node.change.kind if node.change else ""
    old = _note_mark(was(node.note), node, writing, raised) if kind != "inserted" else []
    new = _note_mark(node.note, node, writing, raised) if kind != "deleted" else []
    if old and new:
        return [*writing.tracking.runs(old, DELETED), *writing.tracking.runs(new, INSERTED)]
    return [*old, *new]


def _note_mark(name: str, node: FootnoteReference, writing: Writing, format: Format) -> list[Element]:
    """The mark of one of Word's notes: the first is the note's own, the others refer to it."""
    bookmark = bookmark_name("Note", name)
    if name in writing.referenced:
        return field(f"NOTEREF {bookmark} \\f \\h", text_run(node.mark, format), format)
    writing.referenced.add(name)
    mark = run(format, w("footnoteReference", id=writing.note_numbers[name]))
    return writing.bookmarks.around([mark], bookmark)


def _inner_note_reference(node: FootnoteReference, writing: Writing, format: Format, within: Within) -> list[Element]:
    """The mark of a note that stands within a note."""
    if node.note not in writing.referenced:
        writing.referenced.add(node.note)
        writing.waiting.append(writing.inner_notes[node.note])
    mark = text_run(node.mark, format)
    return [link_to_bookmark(bookmark_name("Note", node.note), mark)] if within == "text" else mark


def _table_note_reference(node: FootnoteReference, format: Format, within: Within) -> list[Element]:
    mark = text_run(node.mark, format)
    return [link_to_bookmark(bookmark_name("Note", node.note), mark)] if within == "text" and node.in_table else mark
