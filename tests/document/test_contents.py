from __future__ import annotations

from plangen.document.contents import with_contents
from plangen.document.inlines import FootnoteReference, Image, Text
from plangen.document.nodes import Block, Column, Figure, Heading, Section, Table, TableOfContents
from plangen.document.walk import plain_text
from plangen.locale.catalogue import catalogue

LABELS = catalogue("sv").labels


def table(name: str, number: str, *caption: Text | FootnoteReference) -> Table:
    return Table(id=name, columns=(Column(),), head=(), rows=(), caption=caption, label="Tabell", number=number)


def lines(*blocks: Block) -> list[list[tuple[str, str]]]:
    """The lines of each list of the blocks: what they lead to and say."""
    return [
        [(entry.target, plain_text(entry.inlines)) for entry in block.entries]
        for block in with_contents(blocks, LABELS)
        if isinstance(block, TableOfContents)
    ]


TABLES = TableOfContents(title=(Text("Tabeller"),), of="tables")
FIGURES = TableOfContents(title=(Text("Figurer"),), of="figures")


def test_a_list_of_tables_has_the_captions_of_those_with_a_number() -> None:
    first = table("a", "1", Text("Drift"), FootnoteReference("n"))
    blocks = (TABLES, Section(heading=Heading(level=1, inlines=(Text("A"),)), blocks=(first, table("b", ""))))
    assert lines(*blocks, table("c", "2")) == [[("a", "Tabell\u00a01. Drift"), ("c", "Tabell\u00a02")]]


def test_a_list_of_figures_has_figures_alone_and_knows_their_label() -> None:
    figure = Figure(id="f", image=Image(b"", "image/png", "x"), caption=(Text("Bild"),), label="Figur", number="1")
    (listed, *_) = with_contents((FIGURES, table("a", "1", Text("Drift")), figure), LABELS)
    assert isinstance(listed, TableOfContents)
    assert listed.label == "Figur"
    assert [entry.target for entry in listed.entries] == ["f"]


def test_a_list_of_nothing_falls_away_with_its_title() -> None:
    section = Section(heading=Heading(level=1, inlines=(Text("A"),)), blocks=(FIGURES,))
    assert with_contents((TABLES, section), LABELS) == (Section(heading=section.heading),)


def test_a_contents_list_stays_where_it_is_though_nothing_is_listed() -> None:
    assert lines(TableOfContents(title=())) == [[]]
