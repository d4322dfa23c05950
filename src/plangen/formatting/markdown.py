"""A Markdown text to its canonical form: one mark for lists, headings with #, one blank line between blocks.

Blocks are laid out anew from the reader's own tokens; what stands in a line is left as its author wrote it, and lines
are not joined or broken. So no note, reference, attribute or expression is escaped or lost, whatever the dialect.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.inlines import Expression
from plangen.formatting.emphasis import starred
from plangen.formatting.yaml_gaps import UnformattableError
from plangen.readers.markdown import markdown_parser, seeded
from plangen.readers.markdown_inlines import conceal_expressions, revealed
from plangen.readers.place import Place

NOTE_INDENT = 4
DEFINITION_INDENT = 2

_BLOCK_MARK = re.compile(r"[-+*>#|:~`=]|\d+[.)]|\[")
_LIST_MARKS = {"bullet_list": ("-", "*"), "ordered_list": (".", ")")}
"""The mark of a list, and of one right after it, which would else be read as one with it."""

_DELIMITERS = {"left": ":---", "center": ":---:", "right": "---:"}

Lines = list[str]


def canonical_markdown(text: str) -> str:
    """The canonical form of a text. Raises UnformattableError for one that holds what can't stand in a plan."""
    concealed, expressions, _ = conceal_expressions(text, Place.of_text(text, Location("")))
    tree = SyntaxTreeNode(markdown_parser().parse(concealed, seeded(text)))
    lines = _Writer(concealed.split("\n"), expressions).document(tree.children)
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Blocks to lines. `source` has the author's lines, `expressions` what was taken out of them."""

    source: Sequence[str]
    expressions: Sequence[Expression]

    def document(self, nodes: Sequence[SyntaxTreeNode]) -> Lines:
        """The blocks of a whole text, with the lines of which Markdown makes none (addresses of links, attributes).

        A table stands right below the line that its author put there; notes of one line stand together.
        """
        written: Lines = []
        line, kind = 0, ""
        for node, (begin, end) in zip(nodes, _extents(nodes), strict=True):
            other = self.between(line, begin)
            _join(written, other)
            attributes = bool(other) and other[-1].startswith("{") and bool(self.source[begin - 1].strip())
            captioned = node.type == "table" and begin > 0 and bool(self.source[begin - 1].strip())
            own = self.block(node, _mark(nodes, node))
            notes = kind == node.type == "footnote_reference" and len(own) == 1 and not other
            _join(written, own, apart=not (attributes or captioned or notes))
            line, kind = end, node.type if len(own) == 1 else ""
        _join(written, self.between(line, len(self.source)))
        return written

    def between(self, begin: int, end: int) -> Lines:
        """The lines of which Markdown makes no block, without blank ones around them."""
        lines = [self.shown(line.rstrip()) for line in self.source[begin:end]]
        while lines and not lines[0]:
            lines.pop(0)
        while lines and not lines[-1]:
            lines.pop()
        return lines

    def blocks(self, nodes: Sequence[SyntaxTreeNode], tight: bool = False) -> Lines:
        """Blocks with a blank line between, or none in a tight list."""
        written: Lines = []
        for node in nodes:
            _join(written, self.block(node, _mark(nodes, node)), apart=not tight)
        return written

    def block(self, node: SyntaxTreeNode, mark: str) -> Lines:
        match node.type:
            case "paragraph":
                return self.text(node)
            case "heading":
                return self.heading(node)
            case "bullet_list" | "ordered_list":
                return self.list(node, mark)
            case "blockquote":
                return [f"> {line}" if line else ">" for line in self.blocks(node.children) or [""]]
            case "table":
                return self.table(node)
            case "dl":
                return self.definitions(node)
            case "footnote_reference":
                return _hanging(f"[^{self.shown(str(node.meta['label']))}]: ", NOTE_INDENT, self.blocks(node.children))
            case "comment":
                return [self.shown(line.rstrip()) for line in node.content.strip().split("\n")]
        raise UnformattableError

    def text(self, node: SyntaxTreeNode) -> Lines:
        """The lines of a paragraph. A break that two spaces at a line's end make is made by a backslash."""
        *lines, last = self.content(node).split("\n")
        broken = [line.rstrip(" ") + "\\" if line.endswith("  ") else line.removesuffix(" ") for line in lines]
        first, *others = [*broken, last]
        return [first, *(_continued(line) for line in others)]

    def heading(self, node: SyntaxTreeNode) -> Lines:
        lines = self.text(node)
        level = int(node.tag[1:])
        if len(lines) > 1:
            return [*lines, "=" * 3 if level == 1 else "-" * 3]
        return [f"{'#' * level} {lines[0]}".rstrip()]

    def list(self, node: SyntaxTreeNode, mark: str) -> Lines:
        tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
        written: Lines = []
        for item in node.children:
            lead = f"{item.info if node.type == 'ordered_list' else ''}{mark} "
            lines = _hanging(lead, len(lead), self.blocks(item.children, tight))
            _join(written, lines, apart=not tight)
        return written

    def table(self, node: SyntaxTreeNode) -> Lines:
        rows = [row for part in node.children for row in part.children]
        head, *body = [self.table_line(row) for row in rows]
        aligns = (str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in rows[0].children)
        return [head, self.row([_DELIMITERS.get(align, "---") for align in aligns]), *body]

    def table_line(self, row: SyntaxTreeNode) -> str:
        """A row, or the line right under a table without any |, which is its caption."""
        first, *others = [self.cell(cell) for cell in row.children]
        begin = row.map[0] if row.map else 0
        bare = not any(others) and "|" not in self.source[begin]
        return first if bare else self.row([first, *others])

    def row(self, cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    def cell(self, node: SyntaxTreeNode) -> str:
        return self.shown(starred("".join(child.content for child in node.children)).replace("|", "\\|"))

    def definitions(self, node: SyntaxTreeNode) -> Lines:
        written: Lines = []
        for child in node.children:
            if child.type == "dt":
                _join(written, self.text(child))
                continue
            tight = all(inner.hidden for inner in child.children if inner.type == "paragraph")
            lines = _hanging(": ", DEFINITION_INDENT, self.blocks(child.children, tight))
            _join(written, lines, apart=not tight)
        return written

    def content(self, node: SyntaxTreeNode) -> str:
        return self.shown(starred("".join(child.content for child in node.children)))

    def shown(self, text: str) -> str:
        """Text with the author's expressions in it, each with one space within its braces."""
        return revealed(text, lambda number: f"{{{{ {self.expressions[number].source} }}}}")


def _extents(nodes: Sequence[SyntaxTreeNode]) -> list[tuple[int, int]]:
    """The lines of each block, from one to before another."""
    extents: list[tuple[int, int]] = []
    for node in nodes:
        if node.map is None:
            raise UnformattableError
        extents.append(node.map)
    return extents


def _mark(nodes: Sequence[SyntaxTreeNode], node: SyntaxTreeNode) -> str:
    """The mark of a list: the other one for every second of lists in a row."""
    marks = _LIST_MARKS.get(node.type, ("", ""))
    index = nodes.index(node)
    run = 0
    while index - run > 0 and nodes[index - run - 1].type == node.type:
        run += 1
    return marks[run % 2]


def _continued(line: str) -> str:
    """A paragraph's further line. One that would be a block by itself keeps the indentation that prevents it."""
    plain = line.lstrip(" ")
    return " " * NOTE_INDENT + plain if _BLOCK_MARK.match(plain) and len(line) - len(plain) >= NOTE_INDENT else plain


def _hanging(lead: str, indent: int, lines: Lines) -> Lines:
    first, *others = lines or [""]
    return [(lead + first).rstrip(" "), *(" " * indent + line if line else "" for line in others)]


def _join(written: Lines, lines: Lines, apart: bool = True) -> None:
    """Adds lines, after a blank one where they stand apart."""
    if written and lines and apart:
        written.append("")
    written.extend(lines)
