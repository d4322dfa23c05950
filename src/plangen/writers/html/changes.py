"""What a comparison has marked -> HTML: `ins` and `del` within lines, boxes around blocks, the ways of the moved.

A mark never rests on colour alone: words and rules tell it too, and hidden words say it to screen readers. Whatever is
marked as a whole is one change to step to (`class="change"`), however much it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from plangen.document.inlines import Change
from plangen.document.nodes import Block, Definition, Figure, ListItem, Node, PageBreak, Row, Section, Table
from plangen.document.walk import blocks as children
from plangen.document.walk import plain_text, texts
from plangen.writers.html.context import Context
from plangen.writers.html.markup import anchor, classes, container, element, hidden, link_to, text

MOST_QUOTED = 60
"""Characters of a moved text by which a line tells of it."""

Marked = TypeVar("Marked", bound=Node)


def in_line(change: Change | None, content: str, context: Context, before: Change | None = None) -> str:
    """A run of text with its mark. What is new directly after what is gone from `before` it stands instead of that."""
    if change is None or not content:
        return content
    step = classes("" if context.in_change else "change", "diff-note" if change.kind == "reformatted" else "")
    said = hidden(text(context.labels[f"diff-{change.kind}"] + ": "))
    match change.kind:
        case "inserted":
            instead = "instead" if before and before.kind == "deleted" else ""
            return element("ins", said + content, class_=classes(step or "", instead))
        case "deleted":
            return element("del", said + content, class_=step)
        case _:
            return element("span", said + content, class_=step, title=context.labels[f"diff-{change.kind}"])


def boxed(node: Marked, render: Callable[[Marked], str], context: Context) -> str:
    """A block with its mark; in the place of one that was moved away, a line that leads to where it is now."""
    change = node.change
    step = "" if context.in_change else "change"
    if change is not None and gone(change):
        return element("p", moved_away(node, change, context), id=anchor(node.id), class_=classes("diff-moved", step))
    if change is None or (change.kind == context.in_change and change.kind != "moved"):
        return render(node)
    with context.one_change(change.kind):
        rendered = render(node)
    role = {"inserted": "insertion", "deleted": "deletion"}.get(change.kind)
    return element(
        "div",
        f"\n{note(change, context)}\n{rendered}\n",
        class_=classes(f"diff-{change.kind}", step),
        role=role,
    )


def folded(parts: Sequence[str], context: Context) -> str:
    """A chapter in which nothing has changed, closed under its heading."""
    state = element("span", text(context.labels["diff-unchanged"]), class_="diff-state")
    return container("details", [element("summary", parts[0] + state), *parts[1:]], class_="diff-unchanged")


def read_on(some: Sequence[Block], goes_on: bool = False) -> Iterator[str]:
    """The ids of the sections behind which stands what is no section: who reads it has come from what they say last."""
    for node, after in zip_longest(some, some[1:]):
        if isinstance(node, Section):
            on = not isinstance(after, Section | PageBreak) if after else goes_on
            if on:
                yield node.id
            yield from read_on(node.blocks, on)


def note(change: Change, context: Context) -> str:
    """A line that says what a mark means, with the way to where the moved stood."""
    words = text(context.labels[f"diff-{change.kind}"])
    way = f" ({_way(change.of, 'diff-moved-from', context)})" if change.kind == "moved" and change.of else ""
    return element("p", words + way, class_="diff-note")


def moved_away(node: Node, change: Change, context: Context) -> str:
    """That a node stood here, and the way to where it is now."""
    quoted = summary_of(node)
    name = f" ”{text(quoted)}”" if quoted else ""
    return text(context.labels["diff-moved-away"]) + name + _to(change, context)


def row_classes(node: Row | ListItem | Definition, context: Context) -> tuple[str, ...]:
    """The classes of a row or an item with a mark."""
    if node.change is None:
        return ()
    return (f"diff-{'moved' if gone(node.change) else node.change.kind}", "" if context.in_change else "change")


def row_note(row: Row, change: Change, context: Context) -> str:
    """What stands first in a row with a mark: hidden words, or the way of a row that was moved."""
    if gone(change):
        return element("span", text(context.labels["diff-moved-away"]) + _to(change, context), class_="diff-note") + " "
    words = text(context.labels[f"diff-{change.kind}"])
    if change.kind == "moved" and change.of:
        way = f" ({_way(change.of, 'diff-moved-from', context)})"
        return element("span", words + way, class_="diff-note") + " "
    return hidden(words + ": ")


def gone(change: Change | None) -> bool:
    """Whether a mark stands in a place that something was moved away from."""
    return change is not None and change.kind == "deleted" and bool(change.of)


def summary_of(node: Node) -> str:
    """The start of what a node says, by which people know it."""
    if isinstance(node, Row):
        said = " ".join(plain_text(cell.inlines) for cell in node.cells[:1])
    elif isinstance(node, ListItem):
        said = summary_of(node.blocks[0]) if node.blocks else ""
    elif isinstance(node, Definition):
        said = plain_text(node.term)
    elif isinstance(node, Section):
        said = plain_text(node.heading.inlines)
    elif isinstance(node, Table | Figure):
        said = plain_text(node.caption)
    else:
        said = _first_text(node)
    said = " ".join(said.split())
    return said if len(said) <= MOST_QUOTED else said[:MOST_QUOTED].rstrip() + "…"


def _first_text(node: Node) -> str:
    assert isinstance(node, Block)
    own = " ".join(plain_text(line) for line in texts(node)).strip()
    return own or next((summary_of(child) for child in children(node)), "")


def _to(change: Change, context: Context) -> str:
    return f" ({_way(change.of, 'diff-moved-to', context)})"


def _way(target: str, label: str, context: Context) -> str:
    return element("a", text(context.labels[label]), href=link_to(anchor(target) or ""))
