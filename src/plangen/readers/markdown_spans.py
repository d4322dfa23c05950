"""`[words]{lang=en}`: a span of a line with attributes, as a rule of the Markdown parser (in Djot's form).

The parser pushes a pair of `span` tokens, with what stands in the braces as meta of the first; the reader of inlines
judges it. A link, a note's mark and a bracket without braces right after it are no spans.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
LANGUAGE = re.compile(r"\s*lang=(?P<quote>\"?)(?P<tag>[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?)(?P=quote)\s*")
"""What may stand in the braces: a language (BCP 47: language, script, region)."""


def spans_plugin(parser: MarkdownIt) -> None:
    """Adds the rule to a parser."""
    parser.inline.ruler.after("link", "span", _span)


def _span(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or state.src.startswith("[^", state.pos):
        return False
    start = state.pos + 1
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    attributes = ATTRIBUTES.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if attributes is None:
        return False
    most = state.posMax
    if not silent:
        state.pos, state.posMax = start, end
        state.push("span_open", "span", 1).meta = {"attributes": attributes[1]}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = attributes.end(), most
    return True
