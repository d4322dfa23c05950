"""Markdown to nodes: CommonMark 0.31 with tables, footnotes and definition lists, as authors write it.

Raw HTML is text, but for comments, which are none. `{{ … }}` is lexed before Markdown sees the line and becomes an
Expression. Links go to http, https, mailto or an id of the plan. What Markdown can say and a plan's document can't hold
(code blocks, rules) is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.attrs import attrs_block_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.inlines import Expression, Image, Inline, Text
from plangen.document.nodes import (
    Align,
    Block,
    BlockQuote,
    BulletList,
    Callout,
    Cell,
    Column,
    Definition,
    DefinitionList,
    Figure,
    Heading,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Row,
    Section,
    Table,
)
from plangen.document.walk import each_and_below, plain_text
from plangen.locale.catalogue import DEFAULT_LANGUAGE
from plangen.locale.vocabulary import terms
from plangen.model.text import Body, RichText
from plangen.readers.attributes import Attributes, Told
from plangen.readers.characters import forbidden, forbidden_entities, permitted
from plangen.readers.markdown_callouts import DEFAULT, callout_line, callout_title, unknown_callout
from plangen.readers.markdown_captions import with_captions, without_id
from plangen.readers.markdown_comments import comments_plugin
from plangen.readers.markdown_inlines import DEEPEST, InlineReader, conceal_expressions
from plangen.readers.markdown_slips import (
    heading_slip,
    notes_with_colons,
    paragraph_slips,
    surplus_cells,
    unused_definitions,
)
from plangen.readers.markdown_spans import spans_plugin
from plangen.readers.place import Place

MOST_MARKS = 20_000
"""Line ends and characters that may be marks of Markdown. A chapter of a hundred pages has a tenth of that."""

MOST_TOKENS = 100_000
"""As many as those give, but for a table whose short rows the parser has filled up to its width."""

MOST_OUTLINE_MARKS = 40_000
"""The same of a rendered outline, which stands for the whole plan."""

CONTAINERS = frozenset(
    {"blockquote_open", "list_item_open", "bullet_list_open", "ordered_list_open", "dl_open", "dd_open"}
)
"""What holds blocks. The parser drops in silence what stands deeper than it is told to go, so these are looked at."""

_HEADING_ID = re.compile(r"(?<!\s)\s*\{#(?P<id>[\w.-]+)\}\s*$")
_MARKS = re.compile(r"[\n*_`\[\]|<&{\\!]")

Load = Callable[[str], bytes | None]


def no_files(path: str) -> bytes | None:
    """A `Load` for text that can hold no picture."""
    return None


def read_markdown(
    text: str, place: Place, load: Load = no_files, language: str = DEFAULT_LANGUAGE
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """A text that stands at a place of a file, with the faults found in it.

    `load` gives a picture's bytes by path; `language` is that of the format's own words in it (`> [!VIKTIGT]`).
    """
    if len(_MARKS.findall(text)) > MOST_MARKS:
        return Body((), (), place.at(0)), (error("markdown-too-much", place.at(0), most=MOST_MARKS),)
    text, unspoken = notes_with_colons(text, place)
    concealed, reader = _prepared(text, place, load, language)
    reader.found.extend(unspoken)
    reader.authored = True
    parsed = seeded(text)
    blocks = reader.nested(markdown_parser().parse(concealed, parsed))
    reader.found.extend((*_empty_headings(blocks), *unused_definitions(place, parsed)))
    return Body(blocks, tuple(reader.notes), place.at(0)), tuple(reader.found)


def read_inline(text: str, place: Place) -> tuple[RichText, tuple[Diagnostic, ...]]:
    """A line of Markdown that stands at a place, with the faults found in it."""
    concealed, reader = _prepared(text, place, no_files)
    tokens = markdown_parser().parseInline(concealed, seeded(text))
    inlines = reader.inlines.read(tokens[0].children or [], 0)
    return RichText(inlines, text, place.line(0)), tuple(reader.found)


def read_outline(
    text: str, place: Location, told: Sequence[Told], language: str = DEFAULT_LANGUAGE
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """A rendered outline, in which marks stand for placed content.

    Each comes back as an Expression whose source is the mark's number; `told` gives the text of each, for attributes.
    A heading may have attributes on the line above it (`{.unnumbered}`).
    """
    if len(_MARKS.findall(text)) > MOST_OUTLINE_MARKS:
        return (), (error("markdown-too-much", place, most=MOST_OUTLINE_MARKS),)
    expressions = tuple(Expression(str(number), place) for number in range(len(told)))
    found: list[Diagnostic] = []
    lines = Place.of_text(text, place)
    reader = _BlockReader(lines, InlineReader(expressions, lines, no_files, found), found, told, language)
    return reader.nested(outline_parser().parse(text)), tuple(found)


@cache
def markdown_parser() -> MarkdownIt:
    """CommonMark with tables, notes and definition lists, without HTML; links are judged by the reader, not here."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST + 1}).enable("table")
    footnote_plugin(parser, inline=False)
    deflist_plugin(parser)
    spans_plugin(parser)
    comments_plugin(parser)
    parser.disable("footnote_tail")
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


@cache
def outline_parser() -> MarkdownIt:
    """What an outline is written in: CommonMark with tables and attributes of blocks."""
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST + 1}).enable("table")
    attrs_block_plugin(parser)
    spans_plugin(parser)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def seeded(text: str) -> EnvType:
    """An environment in which every `[^mark]` counts as defined: marks in cells have their notes in another text."""
    return {"footnotes": {"refs": {":" + mark: -1 for mark in re.findall(r"\[\^([^\]\s]{1,999})\]", text)}}}


def _empty_headings(blocks: Iterable[Block]) -> Iterator[Diagnostic]:
    for block in each_and_below(blocks):
        if isinstance(block, Section) and not plain_text(block.heading.inlines).strip():
            yield error("heading-empty", block.location)


def _prepared(text: str, place: Place, load: Load, language: str = DEFAULT_LANGUAGE) -> tuple[str, _BlockReader]:
    """The text as Markdown is to see it, and a reader that knows its expressions and the faults of its characters."""
    found = [error("character-forbidden", place.at(offset), character=name) for offset, name in forbidden(text)]
    for offset, length, name in forbidden_entities(text):
        found.append(error("character-forbidden", place.at(offset, length), character=name))
    concealed, expressions, faults = conceal_expressions(permitted(text), place)
    found.extend(faults)
    return concealed, _BlockReader(place, InlineReader(expressions, place, load, found), found, language=language)


@dataclass(slots=True)
class _BlockReader:
    """Block tokens to blocks. `found` gathers faults, `notes` the definitions of notes.

    `told` is an outline's; `authored` is a text of the plan.
    """

    place: Place
    inlines: InlineReader
    found: list[Diagnostic]
    told: Sequence[Told] = ()
    language: str = DEFAULT_LANGUAGE
    notes: list[Note] = field(default_factory=list)
    authored: bool = False

    def nested(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks in sections. Where the parser leaves out what stands too deep, or fills up wide rows, a fault."""
        if len(tokens) > MOST_TOKENS:
            self.found.append(error("markdown-too-much", self.place.line(0), most=MOST_MARKS))
            return ()
        deep = next((token for token in tokens if token.level >= DEEPEST and token.type in CONTAINERS), None)
        if deep:
            self.found.append(error("markdown-too-deep", self.where(deep), depth=DEEPEST))
        return nest(self.blocks(tokens))

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        found = (self.block(opening, inner) for opening, inner in _groups(tokens))
        blocks = tuple(block for block in found if block is not None)
        return with_captions(blocks, self.caption_word, self.found, self.place.together)

    @property
    def caption_word(self) -> str:
        """What a table's caption begins with."""
        return terms("caption", self.language)["table"].capitalize()

    def block(self, opening: Token, inner: Sequence[Token]) -> Block | None:
        where = self.where(opening)
        match opening.type:
            case "paragraph_open":
                return self.paragraph(inner, opening, where)
            case "heading_open":
                return self.heading(inner, opening, where)
            case "bullet_list_open":
                return BulletList(items=self.items(inner), location=where)
            case "ordered_list_open":
                return OrderedList(items=self.items(inner), start=int(opening.attrs.get("start", 1)), location=where)
            case "blockquote_open":
                return self.quotation(inner, where)
            case "table_open":
                return self.table(inner, where)
            case "dl_open":
                return self.definitions(inner, where)
            case "footnote_reference_open":
                label = self.inlines.literal(str(opening.meta["label"]), where)
                if any(note.id == label for note in self.notes):
                    self.found.append(error("note-twice", where, mark=label))
                note = Note(id=label, blocks=self.blocks(inner), location=where)
                if all(isinstance(each, Paragraph) and not each.inlines for each in note.blocks):
                    self.found.append(error("note-empty", where, mark=label))
                self.notes.append(note)
            case "code_block":
                self.found.append(error("markdown-code-block", where))
            case "fence":
                self.found.append(error("markdown-fence", where))
            case "comment":
                pass
            case "hr":
                self.found.append(error("markdown-rule", where))
            case _:
                self.found.append(error("markdown-unknown", where, kind=opening.type))
        return None

    def paragraph(self, inner: Sequence[Token], opening: Token, where: Location) -> Block:
        inlines = self.inline_of(inner, opening)
        if self.authored and opening.map:
            self.found.extend(paragraph_slips(self.place, range(*opening.map), inlines, self.caption_word))
        alone, name = without_id(inlines)
        if len(alone) == 1 and isinstance(alone[0], Image):
            title = next((str(token.attrGet("title") or "") for token in inner[0].children or () if token.attrs), "")
            return Figure(id=name, image=alone[0], caption=self.inlines.titled(title), location=where)
        for before, after in pairwise(inlines):
            if isinstance(before, Image) and isinstance(after, Text) and after.text.startswith("{#"):
                self.found.append(error("id-misplaced", where))
        return Paragraph(inlines=inlines, location=where)

    def quotation(self, inner: Sequence[Token], where: Location) -> Block:
        """A quotation or a box."""
        line = callout_line(inner)
        if line is None:
            return BlockQuote(blocks=self.blocks(inner), location=where)
        kind = line.kind(self.language)
        first = inner[1].map[0] if inner[1].map else 0
        if not kind:
            column = max(self.place.lines[first].find(line.word), 0)
            place = self.place.at_column(first, column, len(line.word) or 1)
            self.found.append(unknown_callout(line.word, place, self.language))
        kind = kind or DEFAULT
        title = callout_title(kind, self.inlines.read(line.title, first), self.language)
        text = self.inlines.read(line.text, first)
        body = (Paragraph(inlines=text, location=self.place.line(first + 1)),) if text else ()
        return Callout(kind=kind, title=title, blocks=(*body, *self.blocks(inner[3:])), location=where)

    def heading(self, inner: Sequence[Token], opening: Token, where: Location) -> Block:
        inlines = self.inline_of(inner, opening)
        if self.authored and opening.map:
            self.found.extend(heading_slip(self.place, opening.map[0]))
        attributes = Attributes.of(opening.attrs, self.above(opening, where), self.told)
        self.found.extend(attributes.found)
        name = attributes.id
        last = inlines[-1] if inlines else None
        if isinstance(last, Text) and (named := _HEADING_ID.search(last.text)):
            name = named["id"]
            inlines = (*inlines[:-1], replace(last, text=last.text[: named.start()]))
        heading = Heading(
            level=int(opening.tag[1:]),
            inlines=inlines,
            numbered="unnumbered" not in attributes.classes,
            listed="unlisted" not in attributes.classes,
            page_break_before="page-break-before" in attributes.classes,
            series=attributes.series,
            label=attributes.label,
            numeral=attributes.numeral,
            location=where,
        )
        return Section(id=name, heading=heading, location=where)

    def above(self, heading: Token, where: Location) -> Location:
        """The line of attributes above a heading, where there is one."""
        line = heading.map[0] - 1 if heading.map else -1
        return self.place.line(line) if line >= 0 and self.place.lines[line].lstrip().startswith("{") else where

    def items(self, tokens: Sequence[Token]) -> tuple[ListItem, ...]:
        return tuple(
            ListItem(blocks=self.blocks(inner), location=self.where(opening)) for opening, inner in _groups(tokens)
        )

    def definitions(self, tokens: Sequence[Token], where: Location) -> DefinitionList:
        items: list[Definition] = []
        for opening, inner in _groups(tokens):
            if opening.type == "dt_open":
                term = self.inline_of(inner, opening)
                items.append(Definition(term=term, blocks=(), location=self.where(opening)))
            elif items:
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, *self.blocks(inner)))
        return DefinitionList(items=tuple(items), location=where)

    def table(self, tokens: Sequence[Token], where: Location) -> Table:
        head: list[Row] = []
        rows: list[Row] = []
        aligns: list[Align] = []
        for part, part_tokens in _groups(tokens):
            for row_opening, row_tokens in _groups(part_tokens):
                cells: list[Cell] = []
                line = self.where(row_opening)
                for cell_opening, cell_tokens in _groups(row_tokens):
                    header = cell_opening.type == "th_open"
                    if header:
                        style = str(cell_opening.attrGet("style") or "text-align:left")
                        aligns.append(_align(style.partition(":")[2]))
                    inlines = self.inline_of(cell_tokens, row_opening)
                    cells.append(Cell(inlines=inlines, header="column" if header else "", location=line))
                row = Row(cells=tuple(cells), location=line)
                if self.authored and row_opening.map:
                    self.found.extend(surplus_cells(self.place, row_opening.map[0], len(cells)))
                (head if part.type == "thead_open" else rows).append(row)
        columns = tuple(Column(align=align) for align in aligns)
        return Table(columns=columns, head=tuple(head), rows=tuple(rows), location=where)

    def inline_of(self, inner: Sequence[Token], opening: Token) -> tuple[Inline, ...]:
        line = opening.map[0] if opening.map else 0
        return tuple(part for token in inner for part in self.inlines.read(token.children or [], line))

    def where(self, token: Token) -> Location:
        return self.place.line(token.map[0] if token.map else 0)


def _align(text: str) -> Align:
    match text:
        case "right":
            return "right"
        case "center":
            return "center"
        case _:
            return "left"


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Each outermost token with the tokens between it and its close."""
    index = 0
    while index < len(tokens):
        opening = tokens[index]
        depth: int = opening.nesting
        end = index
        while depth > 0:
            end += 1
            depth += tokens[end].nesting
        yield opening, tokens[index + 1 : end]
        index = end + 1


def nest(flat: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks with what follows a heading put into its section, deeper headings into the section above."""
    result: list[Block] = []
    index = 0
    while index < len(flat):
        block = flat[index]
        index += 1
        if isinstance(block, Section):
            start = index
            while index < len(flat):
                other = flat[index]
                if isinstance(other, Section) and other.heading.level <= block.heading.level:
                    break
                index += 1
            block = replace(block, blocks=nest(flat[start:index]))
        result.append(block)
    return tuple(result)
