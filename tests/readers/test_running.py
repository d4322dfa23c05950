from __future__ import annotations

import pytest

from plangen.readers.brand import BRAND_FILE, read_brand
from plangen.source.source import Memory


def read(text: str):
    brand, found = read_brand(Memory({BRAND_FILE: text}))
    return brand.running, found


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ('sidhuvud: "{organisation} – {titel}"', "{organisation} – {title}"),
        ('header: "{title}, {case number}"', "{title}, {case_number}"),
        ('sidhuvud: "Sida {sida} ({sidor})"', "Sida {page} ({pages})"),
        ('sidhuvud: "Sida {page} ({pages})"', "Sida {page} ({pages})"),
        ("sidhuvud: Region Exempel", "Region Exempel"),
        ('sidhuvud: ""', ""),
        ("sidhuvud: >\n  en\n  rad\n", "en rad"),
        ("sidhuvud:", None),
    ],
)
def test_fields_are_named_in_the_files_language(text: str, header: str | None):
    running, found = read(text + "\n")
    assert found == ()
    assert running.header == header


@pytest.mark.parametrize(
    ("text", "column", "near"),
    [
        ('sidfot: "A {titl}"', 12, "titel"),
        ('sidfot: "A {title}"', 12, "titel"),
        ('sidfot: "A {"', 12, ""),
        ('sidfot: "{} A"', 10, ""),
        ('sidfot: "A } b"', 12, ""),
    ],
)
def test_unknown_field_is_reported_at_its_place(text: str, column: int, near: str):
    _, found = read(text + "\n")
    assert [(each.code, each.location.line, each.location.column) for each in found] == [("field-unknown", 1, column)]
    assert dict(found[0].parameters)["near"] == near


def test_list_in_the_place_of_a_text_is_reported():
    running, found = read("sidfot: [a]\n")
    assert [each.code for each in found] == ["text-expected"]
    assert running.footer is None
