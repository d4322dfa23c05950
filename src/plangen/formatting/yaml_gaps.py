"""YAML text to its tokens, each with what stands before it: a comment behind the last one, whole comments, blank lines.

The parser throws this away; a formatter must keep every word of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.tokens import DirectiveToken, ScalarToken, StreamStartToken, Token

from plangen.dataclass import dataclass

_BLOCK_HEADER = re.compile(r"(?P<header>[|>][-+0-9]*)[ \t]*(?P<comment>#[^\n]*)?(?:\n|$)")


class UnformattableError(Exception):
    """A text whose form is left as it is."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line that is a comment alone, with the column where it starts; no text stands for a blank line."""

    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A token with its source and what stands before it.

    `behind` is the comment that ends the line of the token before, `remarks` the lines between, `broken` whether the
    token stands on a later line than the one before it. A token without width (the start of a mapping) has no source.
    """

    token: Token
    source: str
    column: int
    behind: str
    remarks: tuple[Remark, ...]
    broken: bool


def pieces(text: str) -> tuple[Piece, ...]:
    """The tokens of a text that can be read. Raises UnformattableError for what isn't formatted (directives)."""
    return tuple(_pieces(text))


def comments(text: str) -> tuple[str, ...]:
    """Every comment of a text, in order."""
    found: list[str] = []
    for piece in pieces(text):
        found += [piece.behind] if piece.behind else []
        found += [remark.text for remark in piece.remarks if remark.text]
        header = block_header(piece)
        found += [header[1]] if header and header[1] else []
    return tuple(found)


def block_header(piece: Piece) -> tuple[str, str] | None:
    """The indicators of a literal or folded text (`>-`) and the comment behind them; None for another token."""
    if not (isinstance(piece.token, ScalarToken) and piece.token.style in ("|", ">")):
        return None
    header = _BLOCK_HEADER.match(piece.source)
    if header is None:
        raise UnformattableError
    return header["header"], (header["comment"] or "").rstrip()


def _pieces(text: str) -> Iterator[Piece]:
    end = 0
    text = text if text.endswith("\n") else text + "\n"
    for token in YAML(typ="safe", pure=True).scan(text):
        if isinstance(token, DirectiveToken):
            raise UnformattableError
        if isinstance(token, StreamStartToken):
            continue
        begin, column = token.start_mark.index, token.start_mark.column
        source = text[begin : token.end_mark.index]
        if isinstance(token, ScalarToken) and token.style in ("|", ">"):
            source = _own_lines(source)
        if not source and not _last(token):
            yield Piece(token, "", column, "", (), False)
            continue
        first, *between = text[end:begin].split("\n")
        if end == 0 or text[end - 1] == "\n":  # a literal text ends behind its last line
            first, between = "", [first, *between]
        remarks = tuple(_remark(line) for line in between[: len(between) if _last(token) else -1])
        yield Piece(token, source, column, _behind(first), remarks, bool(between))
        end = begin + len(source)


def _last(token: Token) -> bool:
    return type(token).__name__ == "StreamEndToken"


def _own_lines(source: str) -> str:
    """A literal text without the blank lines after it, where they don't count."""
    header, _, lines = source.partition("\n")
    if "+" in header.partition("#")[0]:
        return source
    kept = lines.split("\n")
    while kept and not kept[-1].strip():
        kept.pop()
    return "\n".join([header, *kept, ""]) if kept else header


def _behind(text: str) -> str:
    text = text.strip()
    if text and not text.startswith("#"):
        raise UnformattableError
    return text


def _remark(line: str) -> Remark:
    return Remark(len(line) - len(line.lstrip()), _behind(line))
