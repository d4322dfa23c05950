"""`<!-- … -->`: what an author notes for other authors and no reader of the plan sees (CommonMark 0.31 §4.6, §6.6).

Two rules of the Markdown parser. A comment that has its lines to itself may hold empty lines; one within a line ends in
the same paragraph. One that doesn't end is a fault, since in HTML it would hide all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

COMMENT = "comment"
UNENDED = "comment_open"
"""The kinds of the rules' tokens: a comment, and the start of one that has no end."""

_START, _END = "<!--", "-->"
_COMMENTS = re.compile(f"{_START}.*?{_END}")
_CODE = 4
"""Columns from which a line is a block of code (CommonMark 0.31 §4.4)."""


def comments_plugin(parser: MarkdownIt) -> None:
    """Adds the rules to a parser."""
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("heading", COMMENT, _block, {"alt": ends})
    parser.inline.ruler.before("autolink", COMMENT, _inline)


def _block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    if state.sCount[first] - state.blkIndent >= _CODE or not state.src.startswith(_START, start):
        return False
    inside = start + len(_START)
    line = next((each for each in _within(state, first, last) if _END in _text(state, each, inside)), None)
    if line is None or _COMMENTS.sub("", _text(state, line, inside).partition(_END)[2]).strip():
        return False
    if not silent:
        state.line = line + 1
        token = state.push(COMMENT, "", 0)
        token.map = [first, state.line]
        token.content = state.getLines(first, state.line, state.blkIndent, False)
    return True


def _within(state: StateBlock, first: int, last: int) -> Iterator[int]:
    """The lines to where the list that they stand in ends."""
    yield first
    more = range(first + 1, last)
    yield from takewhile(lambda line: state.isEmpty(line) or state.sCount[line] >= state.blkIndent, more)


def _text(state: StateBlock, line: int, start: int) -> str:
    """A line from where the comment may start on it."""
    return state.src[max(state.bMarks[line], start) : state.eMarks[line]]


def _inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(_START, state.pos):
        return False
    end = state.src.find(_END, state.pos + len(_START), state.posMax)
    after = end + len(_END) if end >= 0 else state.pos + len(_START)
    if not state.src[: state.pos].strip(" ") or state.src[state.pos - 1] == " ":
        while state.src.startswith(" ", after):
            after += 1
    if not silent:
        if after >= state.posMax:
            state.pending = state.pending.rstrip(" ")
        state.push(COMMENT if end >= 0 else UNENDED, "", 0)
    state.pos = after
    return True
