"""Tables -> the same with what a screen reader says of them: a title for each, and of rows in groups which these are.

How many rows and columns a table has, and the head of each, is told by the screen reader itself.
"""

from __future__ import annotations

from collections import Counter

from plangen.dataclass import replace
from plangen.document.document import Document
from plangen.document.inlines import Text
from plangen.document.nodes import Block, Section, Table
from plangen.document.walk import map_children, plain_text
from plangen.locale.catalogue import Catalogue


def with_titles(document: Document, words: Catalogue) -> Document:
    """The document with its tables told. One without a caption has the heading above it for its title, not printed.

    Further ones below such a heading are counted, so that no two tables have one title.
    """
    given = Counter[str]()
    return replace(document, blocks=tuple(_told(block, "", given, words) for block in document.blocks))


def _told(block: Block, heading: str, given: Counter[str], words: Catalogue) -> Block:
    match block:
        case Section():
            heading = plain_text(block.heading.inlines)
        case Table():
            description = block.description or _groups(block, words)
            return replace(_titled(block, heading, given, words), description=description)
        case _:
            pass
    return map_children(block, lambda child: _told(child, heading, given, words))


def _titled(table: Table, heading: str, given: Counter[str], words: Catalogue) -> Table:
    if table.caption or not heading:
        return table
    given[heading] += 1
    which = f" ({given[heading]})" if given[heading] > 1 else ""
    return replace(table, caption=(Text(words.labels["table-in-section"].format(section=heading) + which),))


def _groups(table: Table, words: Catalogue) -> str:
    """The groups that the rows stand in; one alone tells nothing that its row doesn't."""
    names = [plain_text(row.cells[0].inlines) for row in table.rows if row.role == "group" and row.cells]
    return words.labels["table-groups"].format(groups="; ".join(names)) if len(names) > 1 else ""
