"""The whole page, read by a strict HTML parser: form, links, policy, order."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import html5lib
import pytest

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Heading, Paragraph, Section, TableOfContents
from plangen.writers.html.contents import marking
from plangen.writers.html.page import write_html


def parsed(document: Document) -> Element:
    """The page by a parser that raises at any fault of form."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(write_html(document, DEFAULT))
    return tree


@pytest.fixture
def page(plan: Document) -> Element:
    return parsed(plan)


def contents_of(tree: Element, name: str) -> str | None:
    element = tree.find(f"head/meta[@name='{name}']")
    return None if element is None else element.get("content")


def policy(tree: Element) -> str:
    element = tree.find("head/meta[@http-equiv='Content-Security-Policy']")
    assert element is not None
    return element.get("content", "")


def test_page_tells_what_it_is(page: Element) -> None:
    assert page.get("lang") == "sv-SE"
    assert page.findtext("head/title") == "Årsplan och budget 2026"
    assert contents_of(page, "description") == "Regionstyrelsens mål & ramar"
    assert contents_of(page, "author") == "Regionstyrelsen"
    assert contents_of(page, "keywords") == "årsplan, budget"
    assert contents_of(page, "dcterms.date") == "2025-10-14"


def test_what_is_not_known_is_left_out() -> None:
    tree = parsed(Document(metadata=Metadata(title="Plan", language="sv"), blocks=()))
    assert [contents_of(tree, name) for name in ("description", "author", "keywords", "dcterms.date")] == [None] * 4


def test_policy_allows_the_pages_own_stylesheet_and_nothing_from_outside(page: Element) -> None:
    style = page.findtext("head/style") or ""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy(page).split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        f"script-src 'sha256-{digest_of(page.findtext('body/script') or '')}'",
    ]


def digest_of(content: str) -> str:
    return b64encode(sha256(content.encode()).digest()).decode()


def test_the_only_script_marks_the_contents_list_and_a_page_without_such_a_list_has_none(page: Element) -> None:
    assert [each.text for each in page.iter("script")] == [marking()]
    bare = parsed(Document(metadata=Metadata(title="Plan", language="sv"), blocks=()))
    assert not list(bare.iter("script"))
    assert "script-src" not in policy(bare)


def test_page_has_no_other_script_no_style_attribute_and_loads_nothing(page: Element) -> None:
    elements = list(page.iter())
    assert not {"link", "iframe", "object", "embed"} & {str(each.tag) for each in elements}
    assert not [name for each in elements for name in each.attrib if name == "style" or name.startswith("on")]
    assert all(each.get("src", "data:").startswith("data:") for each in elements)
    assert "url(" not in (page.findtext("head/style") or "")


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(page: Element) -> None:
    ids = Counter(each.get("id") for each in page.iter() if each.get("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    links = [each.get("href", "") for each in page.iter("a")]
    assert [link for link in links if link.startswith("#") and unquote(link[1:]) not in ids] == []
    named = [each.get(name) for each in page.iter() for name in ("aria-labelledby", "aria-describedby")]
    assert [name for name in named if name and name not in ids] == []


def test_every_id_of_the_document_is_an_id_of_the_page(page: Element) -> None:
    ids = {each.get("id") for each in page.iter()}
    assert {"inledning", "i3-1", "i4", "i8", "ind", "ind-1-2", "ind-not", "ramar-tabell", "not-2", "g3-8"} <= ids


def test_landmarks_stand_in_reading_order(page: Element) -> None:
    body = page.find("body")
    assert body is not None
    assert [each.tag for each in body] == ["a", "header", "nav", "main", "footer", "script"]
    assert body[0].get("href") == f"#{body[3].get('id')}"
    assert page.find("body/main/section[@role='doc-endnotes']") is not None


def test_outline_has_one_title_and_skips_no_level(page: Element) -> None:
    headings = [each for each in page.iter() if str(each.tag) in {f"h{level}" for level in range(1, 7)}]
    levels = [int(each.get("aria-level", str(each.tag)[1])) for each in headings]
    assert levels.count(1) == 1
    assert all(later - level <= 1 for level, later in pairwise(levels))
    assert levels[-6:] == [3, 4, 5, 6, 7, 2]


def test_contents_list_stays_where_text_comes_before_it(plan: Document) -> None:
    preface = Paragraph(id="forord", inlines=(Text("Förord"),))
    tree = parsed(replace(plan, blocks=(preface, *plan.blocks)))
    main = tree.find("body/main")
    assert main is not None
    assert [each.tag for each in main][:3] == ["p", "div", "nav"]
    assert tree.find("body/footer") is None


def test_running_texts_are_not_on_the_screen(page: Element) -> None:
    body = page.find("body")
    assert body is not None
    text = "".join(body.itertext())
    assert "Årsplan och budget 2026 · Regionstyrelsen" not in text
    assert "{page}" not in text


def test_hostile_text_is_only_text() -> None:
    hostile = "</style></title><script>alert(1)</script> {{ 7 * 7 }} {% raw %} &amp; <!-- ]]>"
    document = Document(
        metadata=Metadata(title=hostile, language="sv", header=hostile, subject=hostile),
        blocks=(
            TableOfContents(id="toc", title=(Text(hostile),)),
            Paragraph(id='"><b>', inlines=(Text(hostile),)),
        ),
    )
    tree = parsed(document)
    assert tree.findtext("head/title") == hostile
    assert tree.findtext("body/main/p") == hostile
    assert tree.findtext("body/nav/h2") == hostile
    assert contents_of(tree, "description") == hostile
    assert list(tree.iter("script")) == []


def test_same_document_gives_the_same_bytes(plan: Document) -> None:
    assert write_html(plan, DEFAULT) == write_html(plan, DEFAULT)


def test_the_decision_stands_in_the_head_in_dublin_cores_terms() -> None:
    metadata = Metadata(
        title="Plan", language="sv", author="Kommunen", case_number='KS "1"', valid_to="2027-12-31", version="2"
    )
    page = parsed(Document(metadata=metadata, blocks=(Paragraph(inlines=(Text("a"),)),)))
    found = {meta.get("name", ""): meta.get("content") for meta in page.iter("meta")}
    assert {name: content for name, content in found.items() if name.startswith("dcterms.")} == {
        "dcterms.publisher": "Kommunen",
        "dcterms.identifier": 'KS "1"',
        "dcterms.hasVersion": "2",
        "dcterms.valid": "../2027-12-31",
    }


def test_a_foreword_stands_between_cover_and_contents_list() -> None:
    heading = Heading(level=1, inlines=(Text("Förord"),), numbered=False, listed=False)
    foreword = Section(id="forord", heading=heading)
    blocks = (
        foreword,
        TableOfContents(title=(Text("Innehåll"),)),
        Section(id="a", heading=replace(heading, listed=True)),
    )
    body = parsed(Document(metadata=Metadata(title="Plan", language="sv"), blocks=blocks)).find("body")
    assert body is not None
    assert [(each.tag, each.get("class", "")) for each in body][1:] == [
        ("header", "cover coverless"),
        ("div", "front"),
        ("nav", "contents"),
        ("main", ""),
        ("footer", ""),
    ]
    assert body.get("class") == "with-contents with-front"
