"""The file as a package: what is in it, what is not, and what it says of itself."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from lxml import etree

from plangen.brand.brand import DEFAULT
from plangen.document.document import Document
from plangen.writers.docx.package import settings
from plangen.writers.docx.writer import write_docx

Build = Callable[..., Document]
Parts = Callable[..., Mapping[str, Any]]
XPath = Callable[[Any, str], Any]


def test_nothing_of_the_template_is_left(document: Build, parts: Parts) -> None:
    assert set(parts(document())) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def test_parts_are_sorted_and_dated_alike(document: Build) -> None:
    with zipfile.ZipFile(BytesIO(write_docx(document(), DEFAULT, {}))) as archive:
        names = archive.namelist()
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_properties_say_what_the_document_says(document: Build) -> None:
    plan = document(author="Region", subject="Plan", keywords=("a", "b"), date="2025-11-04", status="Utkast")
    core = docx.Document(BytesIO(write_docx(plan, DEFAULT, {}))).core_properties
    assert (core.title, core.author, core.subject, core.keywords) == ("Plan", "Region", "Plan", "a, b")
    assert (core.language, core.content_status) == ("sv-SE", "Utkast")
    assert core.created == core.modified == datetime(2025, 11, 4, tzinfo=UTC)


def test_a_property_longer_than_python_docx_takes_stands_whole(document: Build) -> None:
    long = "Plan " * 100
    core = docx.Document(BytesIO(write_docx(document(author=long, subject=long), DEFAULT, {}))).core_properties
    assert (core.author, core.last_modified_by, core.subject) == (long, long, long)


def test_timestamp_goes_before_the_date(document: Build) -> None:
    when = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    data = write_docx(document(date="2025-11-04"), DEFAULT, {}, when)
    assert docx.Document(BytesIO(data)).core_properties.created == when


def test_file_without_date_says_none(document: Build, parts: Parts) -> None:
    names = {str(each.tag).rpartition("}")[2] for each in parts(document())["docProps/core.xml"]}
    assert not names & {"created", "modified", "revision"}


def test_settings_ask_nothing_on_opening(document: Build, parts: Parts, xpath: XPath) -> None:
    found = parts(document())["word/settings.xml"]
    assert xpath(found, "w:updateFields") == []
    assert xpath(found, "string(w:compat/w:compatSetting[@w:name='compatibilityMode']/@w:val)") == "15"
    assert xpath(found, "string(w:themeFontLang/@w:val)") == "sv-SE"


def test_running_text_is_hyphenated_as_the_brand_says(document: Build, parts: Parts, xpath: XPath) -> None:
    found = parts(document())["word/settings.xml"]
    asked = {str(each.tag).rpartition("}")[2]: xpath(each, "string(@w:val)") for each in xpath(found, "w:*")}
    assert asked["autoHyphenation"] == asked["doNotHyphenateCaps"] == ""
    assert asked["hyphenationZone"] == "850"
    assert asked["consecutiveHyphenLimit"] == "2"


def test_a_brand_without_hyphenation_says_nothing_of_it() -> None:
    names = {str(each.tag).rpartition("}")[2] for each in settings("sv-SE", None, footnotes=False)}
    assert not {name for name in names if "yphen" in name}


def test_font_table_names_what_stands_in_for_the_font(document: Build, parts: Parts, xpath: XPath) -> None:
    found = parts(document())["word/fontTable.xml"]
    assert xpath(found, "string(w:font/@w:name)") == "Arial"
    assert xpath(found, "string(w:font/w:altName/@w:val)") == "Arimo"


def test_the_decision_stands_in_the_files_properties_under_the_plans_own_names(
    document: Callable[..., Document],
) -> None:
    plan = document(
        version="2", decided_by="KF & co", date="2026-11-18", case_number="KS 1", paragraph="12", status="Beslutad"
    )
    data = write_docx(plan, DEFAULT, {})
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.identifier, core.version, core.content_status) == ("KS 1 § 12", "2", "Beslutad")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("docProps/custom.xml"))
    assert [(each.get("name"), each[0].text) for each in root] == [
        ("Status", "Beslutad"),
        ("Version", "2"),
        ("Beslutad av", "KF & co"),
        ("Datum", "2026-11-18"),
        ("Paragraf", "12"),
        ("Diarienummer", "KS 1"),
    ]
    assert [each.get("pid") for each in root] == ["2", "3", "4", "5", "6", "7"]


def test_a_plan_without_decision_has_no_properties_of_its_own(document: Callable[..., Document]) -> None:
    with zipfile.ZipFile(BytesIO(write_docx(document(), DEFAULT, {}))) as archive:
        assert "docProps/custom.xml" not in archive.namelist()
