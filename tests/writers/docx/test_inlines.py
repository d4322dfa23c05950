"""Each inline, and what links, references and notes lead to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from plangen.document.document import Document
from plangen.document.inlines import (
    Abbreviation,
    Badge,
    Code,
    CrossReference,
    Emphasis,
    Expression,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Strong,
    Text,
)
from plangen.document.nodes import Heading, Note, Paragraph, Section

Build = Callable[..., Document]
Body = Callable[..., Any]
TARGET = Section(id="uppdrag", heading=Heading(level=1, inlines=(Text("Uppdrag"),), number="2"))


def paragraph(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines=inlines)


def shown(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()"))


def test_text_abbreviation_and_code_print_their_text(document: Build, body: Body) -> None:
    found = body(document(paragraph(Text("Se "), Abbreviation("HME", "engagemang"), Text(" "), Code("plan"))))
    assert shown(found) == "Se HME plan"
    assert found.xpath("string(.//w:r[last()]/w:rPr/w:rStyle/@w:val)") == "HTMLCode"


def test_badge_has_its_goals_style(document: Build, body: Body) -> None:
    found = body(document(paragraph(Badge("Mål 8", 8), Text(": arbete"))))
    assert shown(found) == "\u00a0Mål 8\u00a0: arbete"
    assert found.xpath("string(.//w:r[1]/w:rPr/w:rStyle/@w:val)") == "AgendaGoal8"


def test_line_break_is_words(document: Build, body: Body) -> None:
    assert len(body(document(paragraph(Text("a"), LineBreak(), Text("b")))).xpath(".//w:br")) == 1


def test_link_out_of_the_document_is_a_relationship(document: Build, parts: Callable[..., Mapping[str, Any]]) -> None:
    files = parts(document(paragraph(Link("https://example.org/?a=1&b=2", (Strong((Text("länk"),)),)))))
    link = files["word/document.xml"].xpath(".//w:hyperlink")[0]
    targets = {each.get("Id"): each.get("Target") for each in files["word/_rels/document.xml.rels"]}
    assert targets[link.xpath("string(@r:id)")] == "https://example.org/?a=1&b=2"
    assert link.xpath("string(.//w:rStyle/@w:val)") == "Hyperlink"


def test_generated_reference_repeats_number_and_title_by_fields(document: Build, body: Body) -> None:
    reference = CrossReference("uppdrag", label="avsnitt", number="2", title=(Text("Uppdrag"),))
    found = body(document(TARGET, paragraph(reference)))
    link = found.xpath(".//w:hyperlink[@w:anchor='_Ref_uppdrag']")[0]
    assert shown(link) == "avsnitt\u00a02 Uppdrag"
    assert [code.strip() for code in link.xpath(".//w:instrText/text()")] == [
        "REF _Ref_uppdrag \\r \\* MERGEFORMAT",
        "REF _Ref_uppdrag \\* MERGEFORMAT",
    ]
    assert found.xpath("count(.//w:bookmarkStart[@w:name='_Ref_uppdrag'])") == 1


def test_reference_in_the_authors_words_is_a_link_without_fields(document: Build, body: Body) -> None:
    found = body(document(TARGET, paragraph(CrossReference("uppdrag", inlines=(Emphasis((Text("här"),)),)))))
    assert shown(found.xpath(".//w:hyperlink")[0]) == "här"
    assert found.xpath(".//w:instrText") == []


def test_reference_to_nothing_is_text(document: Build, body: Body) -> None:
    found = body(document(paragraph(CrossReference("saknas", label="avsnitt", number="9"))))
    assert found.xpath(".//w:hyperlink | .//w:instrText") == []
    assert shown(found) == "avsnitt\u00a09"


def test_link_in_a_link_is_text(document: Build, body: Body) -> None:
    found = body(document(paragraph(Link("https://a.example", (Link("https://b.example", (Text("b"),)),)))))
    assert len(found.xpath(".//w:hyperlink")) == 1


def test_second_mark_of_a_note_refers_to_the_first(document: Build, body: Body) -> None:
    marks = [FootnoteReference("n", mark="1", reference=number) for number in (1, 2)]
    found = body(document(paragraph(*marks), notes=(Note(id="n", number="1", blocks=()),)))
    assert found.xpath("count(.//w:footnoteReference)") == 1
    assert found.xpath("string(.//w:instrText)").split()[:2] == ["NOTEREF", "_Note_n"]


@pytest.mark.parametrize(("mark", "style"), [("*", ""), ("1", "FootnoteReference")])
def test_mark_in_a_table_is_raised_only_where_the_font_does_not(
    mark: str, style: str, document: Build, body: Body
) -> None:
    found = body(document(paragraph(FootnoteReference("n", mark=mark, reference=1, in_table=True))))
    assert shown(found.xpath(".//w:hyperlink[@w:anchor='_Note_n']")[0]) == mark
    assert found.xpath("string(.//w:rStyle/@w:val)") == style


def test_language_that_differs_is_on_its_runs_alone(document: Build, body: Body) -> None:
    found = body(document(paragraph(Text("sv "), Emphasis((Text("en"),), language="en-GB"))))
    assert [run.xpath("string(w:rPr/w:lang/@w:val)") for run in found.xpath(".//w:r")] == ["", "en-GB"]


def test_expression_never_comes(document: Build, body: Body) -> None:
    with pytest.raises(AssertionError, match="plantitel"):
        body(document(paragraph(Expression("plantitel"))))
