"""YAML to its canonical form: two spaces of indentation, lists moved in, one space after colons and commas.

The author's own source is laid out anew, token by token, so nothing that was written is lost or reworded: the order of
keys, comments, quoted and long texts, and single blank lines stay. A round trip through a YAML library would join long
texts, move comments and drop those within brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from ruamel.yaml.tokens import (
    BlockEndToken,
    BlockEntryToken,
    BlockMappingStartToken,
    BlockSequenceStartToken,
    DocumentEndToken,
    DocumentStartToken,
    FlowEntryToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    KeyToken,
    ScalarToken,
    StreamEndToken,
    ValueToken,
)

from plangen.dataclass import dataclass
from plangen.formatting.yaml_gaps import Piece, Remark, UnformattableError, block_header, pieces
from plangen.formatting.yaml_scalars import INDENT, canonical_header, literal_lines, scalar_lines

WIDEST_ALIGNED = 60
"""Characters of a line, up to which the comments behind neighbouring lines are put in one column."""

_OPENING = (FlowMappingStartToken, FlowSequenceStartToken)
_CLOSING = (FlowMappingEndToken, FlowSequenceEndToken)


def canonical_yaml(text: str) -> str:
    """The canonical form of a YAML document that can be read. Raises UnformattableError for what has none here."""
    layout = _Layout()
    for piece in pieces(text):
        layout.add(piece)
    return "".join(f"{line}\n" for line in _with_comments(layout.rows))


@dataclass(slots=True)
class _Row:
    """A line of the result, and the comment behind it. `literal`: a line of a text, which is left as it is."""

    text: str
    comment: str = ""
    literal: bool = False


@dataclass(frozen=True, slots=True)
class _Level:
    """A mapping or list: where it starts in the source, and in the result. `indentless`: a list not moved in."""

    column: int
    indent: int
    indentless: bool = False


@dataclass(slots=True)
class _Layout:
    """Tokens to rows.

    `row` is the line being written, which starts at `row_indent`. `before` are the levels that the last token stood in,
    by which a comment after it is placed. `at_key`: a key comes next; `keyed`: it stands, without its colon. `flow`
    counts the open brackets; `flow_indent` is where the line of the first starts.
    """

    rows: list[_Row] = field(default_factory=list)
    row: _Row | None = None
    row_indent: int = 0
    levels: list[_Level] = field(default_factory=list)
    before: tuple[_Level, ...] = ()
    at_key: bool = False
    keyed: bool = False
    flow: int = 0
    flow_indent: int = 0
    last: Piece | None = None

    def add(self, piece: Piece) -> None:
        """Lays out a token."""
        token = piece.token
        if self.flow or isinstance(token, _OPENING):
            self.in_flow(piece)
        elif isinstance(token, BlockMappingStartToken | BlockSequenceStartToken):
            self.levels.append(_Level(piece.column, self.inner))
        elif isinstance(token, BlockEndToken):
            self.leave_indentless()
            self.levels.pop()
        elif isinstance(token, KeyToken):
            self.leave_indentless()
            if piece.source:
                raise UnformattableError
            self.at_key = True
        else:
            self.in_block(piece)
        if piece.source:
            self.before, self.last = tuple(self.levels), piece

    @property
    def inner(self) -> int:
        """Where what stands in the innermost level starts."""
        return self.levels[-1].indent + INDENT if self.levels else 0

    def leave_indentless(self) -> None:
        if self.levels and self.levels[-1].indentless:
            self.levels.pop()

    def in_block(self, piece: Piece) -> None:
        match piece.token:
            case BlockEntryToken():
                if self.at_value:
                    self.levels.append(_Level(piece.column, self.inner, indentless=True))
                self.element(piece, "-")
                self.before = tuple(self.levels)
            case ScalarToken() if self.at_key:
                self.at_key, self.keyed = False, True
                self.element(piece, scalar_lines(piece.source)[0])
            case ValueToken() if self.row and self.keyed:
                self.row.text += ":"
                self.keyed = False
            case ScalarToken():
                self.value(piece)
            case DocumentStartToken() | DocumentEndToken():
                self.between(piece, 0)
                self.flush()
                self.rows.append(_Row(piece.source))
            case StreamEndToken():
                self.between(piece, 0)
                self.flush()
                while self.rows and not self.rows[-1].text and not self.rows[-1].literal:
                    self.rows.pop()
            case _:
                raise UnformattableError

    @property
    def at_value(self) -> bool:
        """Whether a key's value starts, in the mapping of that key."""
        return isinstance(self.last.token if self.last else None, ValueToken) and self.before == tuple(self.levels)

    @property
    def entered(self) -> bool:
        """Whether a level has been opened since the last token."""
        return len(self.levels) > len(self.before)

    def element(self, piece: Piece, text: str) -> None:
        """A key or a list's dash starts: on the line of the dash that holds it, else on a line of its own."""
        indent = self.levels[-1].indent if self.levels else 0
        self.between(piece, indent)
        if (
            self.row
            and self.row.text.endswith("-")
            and self.entered
            and isinstance(self.last and self.last.token, BlockEntryToken)
        ):
            self.row.text += f" {text}"
        else:
            self.start(indent, text)

    def value(self, piece: Piece) -> None:
        """A scalar behind its key or dash."""
        header = block_header(piece)
        indent = self.inner
        self.between(piece, indent)
        lines = (canonical_header(header[0]),) if header else scalar_lines(piece.source)
        if self.row:
            self.row.text += f" {lines[0]}"
        else:
            self.start(indent, lines[0])
        if header:
            column = self.levels[-1].column if self.levels else 0
            assert self.row
            self.row.comment = header[1]
            self.flush()
            for line in literal_lines(piece.source, header[0], column):
                self.rows.append(_Row(" " * indent + line if line else "", literal=True))
            return
        for line in lines[1:]:
            self.start(indent, line)

    def in_flow(self, piece: Piece) -> None:
        """A token within brackets: lines stay where their author broke them, moved in by the brackets open."""
        token = piece.token
        if not piece.source:
            return
        if isinstance(token, KeyToken):
            raise UnformattableError
        if not self.flow:
            self.flow_indent = self.row_indent
            self.between(piece, self.inner)
        else:
            depth = self.flow - isinstance(token, _CLOSING)
            if piece.broken:
                self.flow_break(piece, self.flow_indent + INDENT * max(depth, 0))
        lines = scalar_lines(piece.source) if isinstance(token, ScalarToken) else (piece.source,)
        if self.row is None:
            self.start(self.row_indent if self.flow else self.inner, lines[0])
        else:
            if isinstance(token, _CLOSING) and isinstance(self.last and self.last.token, FlowEntryToken):
                self.row.text = self.row.text.removesuffix(",")
            self.row.text += self.gap(token) + lines[0]
        for line in lines[1:]:
            self.start(self.flow_indent + INDENT * self.flow, line)
        self.flow += isinstance(token, _OPENING) - isinstance(token, _CLOSING)

    def flow_break(self, piece: Piece, indent: int) -> None:
        if self.row:
            self.row.comment = piece.behind
        self.flush()
        self.rows += [_Row(" " * indent + remark.text) for remark in piece.remarks if remark.text]
        self.row_indent = indent

    def gap(self, token: object) -> str:
        """What stands between a token in brackets and the one before it on the line."""
        assert self.row
        before = self.last.token if self.last else None
        if isinstance(token, FlowEntryToken | ValueToken) or not self.row.text.strip():
            return ""
        if self.flow and (isinstance(token, _CLOSING) or isinstance(before, _OPENING)):
            return ""
        return " "

    # Rows

    def between(self, piece: Piece, indent: int) -> None:
        """What stands between the last token and this one, which starts at an indentation."""
        if piece.behind:
            if self.row is None:
                raise UnformattableError
            self.row.comment = piece.behind
        if piece.behind or any(remark.text for remark in piece.remarks):
            self.flush()
        remarks = list(piece.remarks)
        if not self.rows and not self.row:
            remarks = _from_first_text(remarks)
        if remarks and self.entered and not self.levels[-1].indentless:
            remarks = _from_first_text(remarks)
        if remarks:
            self.flush()
        column = piece.column if not isinstance(piece.token, StreamEndToken) else 0
        blank = False
        for remark in remarks:
            if remark.text:
                self.rows.append(_Row(" " * self.remark_indent(remark, column, indent) + remark.text))
            elif not blank:
                self.rows.append(_Row(""))
            blank = not remark.text

    def remark_indent(self, remark: Remark, column: int, indent: int) -> int:
        """A comment belongs to what follows, or, where it is moved in further than that, to what it stands below."""
        deeper = [level for level in self.before if column < level.column <= remark.column]
        return deeper[-1].indent if deeper and remark.column > column else indent

    def start(self, indent: int, text: str) -> None:
        self.flush()
        self.row, self.row_indent = _Row(" " * indent + text if text else ""), indent

    def flush(self) -> None:
        if self.row is not None:
            self.rows.append(self.row)
        self.row = None


def _from_first_text(remarks: Sequence[Remark]) -> list[Remark]:
    """Without the blank lines before the first comment."""
    first = next((index for index, remark in enumerate(remarks) if remark.text), len(remarks))
    return list(remarks[first:])


def _with_comments(rows: Sequence[_Row]) -> Iterator[str]:
    """The rows with their comments, those of neighbours in one column."""
    index = 0
    while index < len(rows):
        run = 1
        while rows[index].comment and index + run < len(rows) and rows[index + run].comment:
            run += 1
        widths = [len(row.text) for row in rows[index : index + run]]
        width = max(widths) if max(widths) <= WIDEST_ALIGNED else 0
        for row in rows[index : index + run]:
            yield f"{row.text.ljust(width)}  {row.comment}" if row.comment else row.text
        index += run
