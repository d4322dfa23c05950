"""Elements in the schema's order, and the signs that Word has elements for."""

from __future__ import annotations

from plangen.writers.docx.xml import (
    local_name,
    paragraph_property,
    paragraph_style,
    properties,
    set_paragraph_property,
    style_id,
    text_elements,
    w,
)


def names(element: object) -> list[str]:
    return [local_name(child) for child in element]  # type: ignore[attr-defined]


def test_properties_stand_in_the_order_of_the_schema() -> None:
    made = properties("pPr", [w("jc", val="right"), None, w("spacing"), w("pStyle", val="Normal"), w("keepNext")])
    assert names(made) == ["pStyle", "keepNext", "spacing", "jc"]


def test_property_is_put_in_its_place_once() -> None:
    paragraph = w("p", properties("pPr", [w("pStyle", val="Normal"), w("jc", val="right")]), w("r"))
    assert paragraph_property(paragraph, "spacing") is paragraph_property(paragraph, "spacing")
    set_paragraph_property(paragraph, w("sectPr"))
    assert names(paragraph[0]) == ["pStyle", "spacing", "jc", "sectPr"]


def test_paragraph_without_properties_gets_them_first() -> None:
    paragraph = w("p", w("r"))
    paragraph_property(paragraph, "pageBreakBefore")
    assert names(paragraph) == ["pPr", "r"]
    assert paragraph_style(paragraph) == ""


def test_soft_and_no_break_hyphens_are_words_own() -> None:
    assert names(text_elements("in\u00adformation 5\u201110")) == ["t", "softHyphen", "t", "noBreakHyphen", "t"]


def test_space_at_an_edge_is_kept() -> None:
    assert [element.get("{http://www.w3.org/XML/1998/namespace}space") for element in text_elements("Se ")] == [
        "preserve"
    ]


def test_characters_that_xml_refuses_are_left_out() -> None:
    assert [element.text for element in text_elements("a\x00b\x1fc\nd")] == ["abc d"]


def test_style_ids_are_names_without_spaces() -> None:
    assert [style_id(name) for name in ("heading 1", "toc 2", "footnote text", "Table Text")] == [
        "Heading1",
        "TOC2",
        "FootnoteText",
        "TableText",
    ]
