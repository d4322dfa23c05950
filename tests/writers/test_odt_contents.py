"""The contents list of an ODT: an index that can be updated, whose lines have their pages."""

from __future__ import annotations

from lxml import etree

from plangen.document.document import Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import ContentsEntry, TableOfContents
from plangen.writers.odt_contents import with_contents
from plangen.writers.odt_names import CONTENTS_TITLE, LIST_LINE, LIST_TITLE, OFFICE, TEXT

NAMES = {"office": OFFICE.strip("{}"), "text": TEXT.strip("{}")}
PAGES = {"a": 3, "b": 4, "t": 12}


def line(style: str, text: str, target: str = "") -> str:
    inner = f'<text:a href="#{target}">{text}</text:a>' if target else text
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def done(*lines: str, nodes: tuple[TableOfContents, ...]) -> etree._Element:
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in NAMES.items())
    content = f"<office:c {spaces}><office:body><office:text>{''.join(lines)}</office:text></office:body></office:c>"
    document = Document(metadata=Metadata(title="", language="sv"), blocks=nodes)
    return etree.fromstring(with_contents(content.encode(), document, PAGES))


def listed(of: str, *targets: str, depth: int = 2) -> TableOfContents:
    entries = tuple(ContentsEntry(target=each, level=1, number="", inlines=(Text(each),)) for each in targets)
    return TableOfContents(title=(Text("Lista"),), depth=depth, entries=entries, of=of)  # type: ignore[arg-type]


def test_contents_are_an_index_with_a_template_for_each_level_and_a_field_for_each_page() -> None:
    lines = (line(CONTENTS_TITLE, "Lista"), line("Contents_20_1", "a", "a"), line("Contents_20_2", "b", "b"))
    found = done(*lines, "<text:p>efter</text:p>", nodes=(listed("headings", "a", "b"),))
    (index,) = found.iterfind(f".//{TEXT}table-of-content")
    assert ["".join(each.itertext()) for each in index.iterfind(f"{TEXT}index-body//{TEXT}p")] == ["Lista", "a3", "b4"]
    assert len(index.findall(f".//{TEXT}table-of-content-entry-template")) == 2
    fields = [
        (each.get(f"{TEXT}ref-name"), each.get(f"{TEXT}reference-format")) for each in found.iter(f"{TEXT}bookmark-ref")
    ]
    assert fields == [("a", "page"), ("b", "page")]
    after = index.getnext()
    assert after is not None
    assert after.text == "efter"


def test_a_list_of_tables_has_its_pages_and_stays_lines() -> None:
    found = done(line(LIST_TITLE, "Lista"), line(LIST_LINE, "t", "t"), nodes=(listed("tables", "t"),))
    assert ["".join(each.itertext()) for each in found.iter(f"{TEXT}p")] == ["Lista", "t12"]
    assert found.find(f".//{TEXT}table-of-content") is None


def test_what_has_no_list_stays_as_it_is() -> None:
    assert [each.text for each in done("<text:p>ord</text:p>", nodes=()).iter(f"{TEXT}p")] == ["ord"]
