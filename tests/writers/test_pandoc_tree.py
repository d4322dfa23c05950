from __future__ import annotations

import json
from typing import Any

from tests.repository import PROJECT, job_of

from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Callout, Cell, Column, OrderedList, PageBreak, Paragraph, Row, Table
from plangen.writers.pandoc_tree import VERSION, pandoc_tree


def tree(*blocks: Any, **metadata: Any) -> dict[str, Any]:
    document = Document(metadata=Metadata(title="T", language="sv-SE", **metadata), blocks=blocks)
    return json.loads(pandoc_tree(document))


def test_the_tree_says_what_the_document_is() -> None:
    made = tree()
    assert made["pandoc-api-version"] == list(VERSION)
    assert made["meta"] == {
        "title": {"t": "MetaInlines", "c": [{"t": "Str", "c": "T"}]},
        "lang": {"t": "MetaString", "c": "sv-SE"},
    }


def style(block: dict[str, Any]) -> str:
    """The style of a paragraph that pandoc has none for."""
    ((_, name),) = block["c"][0][2]
    return name


def test_the_cover_stands_first_on_a_page_of_its_own() -> None:
    cover = (CoverField(role="title", inlines=(Text("T"),)), CoverField(role="date", inlines=(Text("1"),), label="Dag"))
    made = tree(cover=cover)["blocks"]
    assert [style(each) for each in made] == ["Cover", "Title", "Cover_20_text", "Next_20_page"]
    (line,) = made[2]["c"][1]
    assert line == {"t": "Para", "c": [{"t": "Str", "c": "Dag: "}, {"t": "Str", "c": "1"}]}


def test_what_is_wide_stands_between_marks() -> None:
    columns = (Column(), Column())
    wide = Table(columns=columns, landscape=True, head=(), rows=(Row(cells=(Cell(), Cell())),))
    made = tree(Paragraph(inlines=(Text("a"),)), wide)["blocks"]
    assert [style(each) if each["t"] == "Div" else each["t"] for each in made] == [
        "Para",
        "Landscape",
        "Table",
        "Standard",
    ]


def test_blocks_that_pandoc_has_no_like_of_are_what_they_look_like() -> None:
    paragraph = Paragraph(inlines=(Text("a"),))
    title, box, mark = tree(Callout(title=(Text("Obs"),), blocks=(paragraph,)), PageBreak())["blocks"]
    assert [style(each) for each in (title, box, mark)] == ["Box_20_title", "Box", "Next_20_page"]
    assert [each["t"] for each in box["c"][1]] == ["Para"]


def test_a_list_starts_where_it_starts() -> None:
    (made,) = tree(OrderedList(items=(), start=4))["blocks"]
    assert made["c"][0][0] == 4


def test_every_node_of_the_repositorys_largest_plan_has_a_tag() -> None:
    made = json.loads(pandoc_tree(job_of(PROJECT / "examples/kommun/content/mal-och-budget-2027").document))
    assert {"Header", "Para", "BulletList", "Table", "Div"} <= {each["t"] for each in made["blocks"]}
