"""Notes in a part of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plangen.document.document import Document
from plangen.document.inlines import FootnoteReference, Link, Text
from plangen.document.nodes import BulletList, ListItem, Note, Paragraph

Build = Callable[..., Document]
Parts = Callable[..., Mapping[str, Any]]
XPath = Callable[[Any, str], Any]

REFERENCES = Paragraph(inlines=(FootnoteReference("a", mark="1"), FootnoteReference("b", mark="2")))


def notes(*blocks: Any) -> tuple[Note, ...]:
    return (Note(id="a", number="1", blocks=blocks), Note(id="b", number="2", blocks=()))


def test_notes_follow_the_lines_that_part_them_from_the_text(document: Build, parts: Parts, xpath: XPath) -> None:
    files = parts(document(REFERENCES, notes=notes(Paragraph(inlines=(Text("En not."),)))))
    found = files["word/footnotes.xml"]
    assert xpath(found, "w:footnote/@w:id") == ["-1", "0", "1", "2"]
    assert xpath(found, "w:footnote/@w:type") == ["separator", "continuationSeparator"]
    assert "".join(xpath(found, "w:footnote[3]//w:t/text()")) == " En not."
    assert xpath(files["word/settings.xml"], "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]


def test_every_note_starts_with_its_mark(document: Build, parts: Parts, xpath: XPath) -> None:
    bullets = BulletList(items=(ListItem(blocks=(Paragraph(inlines=(Text("a"),)),)),))
    found = parts(document(REFERENCES, notes=notes(bullets)))["word/footnotes.xml"]
    assert len(xpath(found, "w:footnote/w:p[1]/w:r[1]/w:footnoteRef")) == 2


def test_link_in_a_note_belongs_to_the_notes(document: Build, parts: Parts) -> None:
    link = Paragraph(inlines=(Link("https://example.org", (Text("länk"),)),))
    files = parts(document(REFERENCES, notes=notes(link)))
    targets = [each.get("Target") for each in files["word/_rels/footnotes.xml.rels"]]
    assert targets == ["https://example.org"]


def test_document_without_notes_has_no_part_for_them(document: Build, parts: Parts, xpath: XPath) -> None:
    files = parts(document())
    assert "word/footnotes.xml" not in files
    assert xpath(files["word/settings.xml"], "w:footnotePr") == []


def test_note_that_only_notes_refer_to_stands_at_the_end_of_the_first_that_does(
    document: Build, parts: Parts, xpath: XPath
) -> None:
    def noted(name: str, *marks: str) -> Note:
        references = (FootnoteReference(mark, mark=mark) for mark in marks)
        return Note(id=name, number=name, blocks=(Paragraph(inlines=(Text(f"Not {name}"), *references)),))

    body = Paragraph(inlines=(FootnoteReference("1", mark="1"), FootnoteReference("2", mark="2")))
    four = Note(id="4", number="4", blocks=(BulletList(items=()),))
    whole = document(body, notes=(noted("1", "3"), noted("2", "3", "1"), noted("3", "1", "4", "3"), four))
    found = parts(whole)["word/footnotes.xml"]
    said = [["".join(xpath(each, ".//w:t/text()")) for each in xpath(note, "w:p")] for note in found[2:]]
    assert said == [[" Not 13", "3 Not 3143", "4 "], [" Not 231"]]
    assert xpath(found, "count(.//w:footnoteReference)") == 0
    names = xpath(found, ".//w:bookmarkStart/@w:name")
    assert [name for name in names if name in xpath(found, ".//w:hyperlink/@w:anchor")] == ["_Note_3", "_Note_4"]
