"""The figures of the text -> a list of how each was made, which an outline may place, and the way there from each.

A figure's item leads back to the section that it stands in. Its terms follow, down to those that an author gave, which
are told with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Location
from plangen.document.figures import LinkedFigure, Operation, Term
from plangen.document.inlines import CrossReference, Inline, Strong, Text
from plangen.document.nodes import Block, BulletList, ListItem, OrderedList, Paragraph, Section
from plangen.document.walk import blocks as children
from plangen.document.walk import each_and_below, every_inline, texts
from plangen.locale.catalogue import Catalogue

LIST = "calculations--list"
ITEM = "calculations--"


def calculation_list() -> OrderedList:
    """What an outline places, to be filled when the figures are known."""
    return OrderedList(id=LIST, items=())


def asked_for(blocks: Sequence[Block]) -> bool:
    """Whether the list is placed."""
    return any(block.id == LIST for block in each_and_below(blocks))


def leading(text: str, number: int) -> CrossReference:
    """A figure's text as the way to its item."""
    return CrossReference(f"{ITEM}{number}", (Text(text),))


@dataclass(frozen=True, slots=True)
class Calculations:
    """Tells how the figures were made that the text has, in its order. Files are named from the plan's `folder`."""

    words: Catalogue
    folder: str
    figures: Sequence[LinkedFigure]

    def placed(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with the list in its place; without it where there are no figures."""
        return tuple(self._filled(blocks, _sections(blocks, "", {})))

    def _filled(self, blocks: Sequence[Block], sections: Mapping[str, str]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Section):
                yield replace(block, blocks=tuple(self._filled(block.blocks, sections)))
            elif not isinstance(block, OrderedList) or block.id != LIST:
                yield block
            elif self.figures:
                items = enumerate(self.figures, start=1)
                yield replace(block, items=tuple(self._item(each, f"{ITEM}{at}", sections) for at, each in items))

    def _item(self, figure: LinkedFigure, name: str, sections: Mapping[str, str]) -> ListItem:
        where = sections.get(name)
        place: tuple[Inline, ...] = (Text(" ("), CrossReference(where), Text(")")) if where else ()
        told, terms, how = self._told(figure)
        line = (Strong((Text(figure.text),)), *place, Text(f": {told}"))
        head = Paragraph(id=name, inlines=line, location=figure.location, role="calculation")
        blocks = (head, self._list(terms, how, figure.location)) if terms else (head,)
        return ListItem(blocks=blocks, role="calculation", location=figure.location)

    def _told(self, figure: LinkedFigure) -> tuple[str, Sequence[Term], Operation]:
        """What is said of a figure, and the terms that follow: those of the one that it is, or its own."""
        match figure.terms:
            case (only,) if not figure.operation:
                return self._source(only, " = ".join(filter(None, (only.label, only.text)))), only.terms, only.operation
            case terms:
                return self._how(figure.operation), terms, figure.operation

    def _list(self, terms: Sequence[Term], how: Operation, place: Location) -> BulletList:
        return BulletList(items=tuple(self._term(each, how, place) for each in terms))

    def _term(self, term: Term, counted: Operation, place: Location) -> ListItem:
        text = term.counted_text if counted == "sum" else term.text
        line = self._source(term, ", ".join(filter(None, (text, term.label))))
        head = Paragraph(inlines=(Text(line),), location=place)
        below = (self._list(term.terms, term.operation, place),) if term.terms else ()
        return ListItem(blocks=(head, *below), location=place)

    def _source(self, term: Term, said: str) -> str:
        """What is said of a term, with where it is given or how it follows from those that come after."""
        if term.terms:
            return f"{said}, {self._how(term.operation)}"
        if term.operation:
            return f"{said} ({self.words.labels['calculation-computed']})"
        file = term.location.file.removeprefix(f"{self.folder}/")
        return f"{said} ({self.words.labels['calculation-place'].format(file=file, line=term.location.line)})"

    def _how(self, operation: Operation) -> str:
        return self.words.labels[f"calculation-{operation or 'sum'}"]


def _sections(blocks: Sequence[Block], within: str, found: dict[str, str]) -> dict[str, str]:
    """The section that each figure stands in first, by the id of the figure's item."""
    for block in blocks:
        inside = block.id if isinstance(block, Section) and block.id else within
        for line in texts(block):
            for each in every_inline(line):
                if isinstance(each, CrossReference) and each.target.startswith(ITEM) and inside:
                    found.setdefault(each.target, inside)
        _sections(children(block), inside, found)
    return found
