"""The contents list, or one of tables or figures -> a TOC field with its lines filled in, right when the file opens.

The field asks for headings down to the deepest that is listed, or for the captions of a sequence. A number is parted
from its title by a space, as in the heading, which is what Word and LibreOffice write when they make the list anew.
The contents stand in a building block of Word's gallery of contents lists, which has the button that updates them.
A field of several paragraphs ends in one of its own, as Word has it, so that nothing moves when it is updated.
"""

from __future__ import annotations

from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.document.walk import printed_number
from plangen.writers.docx.bookmarks import bookmark_name
from plangen.writers.docx.captions import sequence
from plangen.writers.docx.flow import Flow, paragraph
from plangen.writers.docx.inlines import inlines, link_to_bookmark
from plangen.writers.docx.paragraph_styles import CONTENTS_LEVELS, LIST_END, LIST_HEADING
from plangen.writers.docx.runs import PLAIN, field, field_end, field_start, run, text_run
from plangen.writers.docx.writing import Writing
from plangen.writers.docx.xml import Element, w


def contents(node: TableOfContents, flow: Flow, writing: Writing) -> None:
    """The contents list with its title."""
    title = inlines(node.title, writing, writing.look("contents-title"))
    headings = node.of == "headings"
    made = [paragraph("TOC Heading" if headings else LIST_HEADING, title)] if title else []
    what = f'\\o "1-{writing.outline.depth}"' if headings else f'\\c "{sequence(node.label)}"'
    instruction = f"TOC {what} \\h \\z" + (" \\u" if headings else "")
    for index, entry in enumerate(node.entries):
        first = field_start(instruction) if index == 0 else []
        style = f"toc {min(entry.level, max(CONTENTS_LEVELS))}" if headings else "table of figures"
        made.append(paragraph(style, [*first, _line(entry, writing)]))
    if node.entries:
        made.append(paragraph(LIST_END, [field_end()]))
    for each in made:
        flow.add(each)
    if headings and node.entries:
        _put_into_gallery(made)


def _put_into_gallery(made: list[Element]) -> None:
    """Makes a building block of the contents' paragraphs, where they stand (ECMA-376 part 1, 17.5.2.12)."""
    properties = w("sdtPr", w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique")))
    content = w("sdtContent")
    made[0].addprevious(w("sdt", properties, content))
    content.extend(made)


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
