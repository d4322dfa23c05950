"""What one run of the HTML writer knows from the start, and what it gathers on its way through the document.

Footnote references are gathered so that each note can lead back to them, widths so that the stylesheet has a class for
each: the page's security policy allows no style attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.writers.html.markup import derived


@dataclass(slots=True)
class Context:
    """`labels` are the catalogue's words. `references` by note: the ids of the marks that point to it, in order.

    `table_size` is the size of a table's text in points. `shares` are the widths of columns in tenths of a percent,
    `least` the least widths of tables in em. `unnamed` counts what has no id of its own and needs one in the page.
    `in_change`: the kind of the change that what is rendered is part of, and that is stepped to as a whole. `compared`:
    the document was compared with another, and what has no change is folded, but for the sections whose ids are in
    `read_on`: what stands behind those belongs to them. `edited_at`: the pattern of the addresses
    at which sections are edited, if they are to be shown. `beside`: the files built with the page, by format.
    `calculated`: it tells how figures were made. `drawn`: it has pictures drawn from figures, which by night have the
    colours that `chart_night` says.
    """

    labels: Mapping[str, str]
    table_size: float
    references: dict[str, list[str]] = field(default_factory=dict)
    shares: set[int] = field(default_factory=set)
    least: set[int] = field(default_factory=set)
    unnamed: int = 0
    in_change: str = ""
    edited_at: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    compared: bool = False
    read_on: frozenset[str] = frozenset()
    calculated: bool = False
    drawn: bool = False
    chart_night: str = ""

    @contextmanager
    def one_change(self, kind: str) -> Iterator[None]:
        """What is rendered meanwhile is part of one change, or of what is folded since nothing in it has changed."""
        outer, self.in_change = self.in_change, kind
        yield
        self.in_change = outer

    def own_id(self, node_id: str, word: str) -> str:
        """The id of something that belongs to a node."""
        if node_id:
            return derived(node_id, word)
        self.unnamed += 1
        return derived("", f"{word}-{self.unnamed}")
