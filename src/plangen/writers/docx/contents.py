"""The contents list, or one of tables or figures -> a TOC field with its lines filled in, right when the file opens.

The field asks for headings down to the deepest that is listed, or for the captions of a sequence. A number is parted
from its title by a space, as in the heading, which is what Word and LibreOffice write when they make the list anew.
"""

from __future__ import annotations

from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.document.walk import printed_number
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.captions import sequence
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines, link_to_bookmark
from plangen.writers.docx.paragraph_styles import CONTENTS_LEVELS
from plangen.writers.docx.runs import PLAIN, field, field_end, field_start, run, text_run
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, w


def contents(node: TableOfContents, flow: Flow, writing: Writing) -> None:
    """The contents list with its title."""
    title = inlines(node.title, writing, writing.look("contents-title"))
    headings = node.of == "headings"
    if title:
        flow.gap(0 if headings else writing.brand.above_list)
        flow.add(paragraph("TOC Heading", title))
    what = f'\\o "1-{writing.outline.depth}"' if headings else f'\\c "{sequence(node.label)}"'
    instruction = f"TOC {what} \\h \\z" + (" \\u" if headings else "")
    lines = [_line(entry, writing) for entry in node.entries]
    for index, line in enumerate(lines):
        first = field_start(instruction) if index == 0 else []
        last = [field_end()] if index == len(lines) - 1 else []
        style = f"toc {min(node.entries[index].level, max(CONTENTS_LEVELS))}" if headings else "table of figures"
        flow.add(paragraph(style, [*first, line, *last]))


def _line(entry: ContentsEntry, writing: Writing) -> Element:
    number = [*text_run(printed_number(entry)), *text_run(" ")] if entry.number else []
    name = bookmark_name("Toc", entry.target)
    page = text_run(str(writing.pages.get(entry.target, "")))
    return link_to_bookmark(
        name,
        [
            *number,
            *inlines(entry.inlines, writing, PLAIN, "quoted title"),
            run(PLAIN, w("tab")),
            *field(f"PAGEREF {name} \\h", page),
        ],
    )
