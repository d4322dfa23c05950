"""What a screen reader says of a table: its title, and the groups that its rows stand in."""

from __future__ import annotations

from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Block, Cell, Column, Heading, Row, Section, Table
from plangen.document.table_titles import with_titles
from plangen.document.walk import every_block, plain_text
from plangen.locale.catalogue import catalogue


def row(name: str, role: str = "") -> Row:
    return Row(cells=(Cell(inlines=(Text(name),)),), role=role)


def table(*rows: Row, caption: str = "", description: str = "") -> Table:
    title = (Text(caption),) if caption else ()
    return Table(columns=(Column(),), head=(), rows=rows, caption=title, description=description)


def told(*blocks: Block) -> Table:
    document = with_titles(Document(metadata=Metadata(title="", language="sv-SE"), blocks=blocks), catalogue("sv"))
    (found,) = (each for each in every_block(document) if isinstance(each, Table))
    return found


def headed(title: str, *blocks: Block, level: int = 1) -> Section:
    return Section(heading=Heading(level=level, inlines=(Text(title),)), blocks=blocks)


def test_table_without_a_caption_has_the_nearest_heading_for_a_title_that_is_not_printed() -> None:
    found = told(headed("Ekonomi", headed("Begrepp", table(row("Ord")), level=2)))
    assert plain_text(found.caption) == "Tabell i avsnittet Begrepp"
    assert not found.caption_visible


def test_tables_below_one_heading_have_titles_of_their_own() -> None:
    blocks = (headed("Begrepp", table(row("Ord")), table(row("Tal"))), headed("Begrepp", table(row("Namn"))))
    document = with_titles(Document(metadata=Metadata(title="", language="sv-SE"), blocks=blocks), catalogue("sv"))
    titles = [plain_text(each.caption) for each in every_block(document) if isinstance(each, Table)]
    assert titles == [f"Tabell i avsnittet Begrepp{which}" for which in ("", " (2)", " (3)")]


def test_caption_is_the_title_where_there_is_one() -> None:
    assert plain_text(told(headed("Ekonomi", table(row("Ord"), caption="Ramar"))).caption) == "Ramar"
    assert told(table(row("Ord"))).caption == ()


def test_rows_in_groups_are_told_of() -> None:
    grouped = (row("Nämnder", "group"), row("Skola"), row("Gemensamt", "group"), row("Pensioner"))
    assert told(table(*grouped)).description == "Raderna står i grupper: Nämnder; Gemensamt."
    assert told(table(*grouped, description="Två delar")).description == "Två delar"
    assert told(table(*grouped[:2])).description == ""
    assert told(table(row("Skola"))).description == ""
