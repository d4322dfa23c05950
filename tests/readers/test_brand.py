from __future__ import annotations

import pytest

from plangen.brand.brand import DEFAULT
from plangen.diagnostics import Location, error
from plangen.readers.brand import BRAND_FILE, read_brand
from plangen.source.source import Memory


def brand(text: str | bytes):
    return read_brand(Memory({BRAND_FILE: text}))


def test_without_a_file_the_brand_is_the_default():
    assert read_brand(Memory({})) == (DEFAULT, ())


@pytest.mark.parametrize("text", ["", "# inget\n", "~\n", "colours:\n", "fonts:\ncolours: {}\n"])
def test_a_file_that_says_nothing_changes_nothing(text: str):
    assert brand(text) == (DEFAULT, ())


def test_what_the_organisation_names_is_changed_and_the_rest_kept():
    changed, found = brand('fonts: {word: Calibri}\ncolours: {accent: "#a1B2c3"}\n')
    assert found == ()
    assert changed.fonts.word == "Calibri"
    assert changed.fonts.family == DEFAULT.fonts.family
    assert changed.colours.accent == "#a1B2c3"
    assert changed.styles == DEFAULT.styles


@pytest.mark.parametrize(
    "colour", ["red", '"#12"', '"#12345"', '"#1234567"', '"#GGGGGG"', '"0B5469"', '"#0B5469; x"', '"#0B5469\\n"']
)
def test_what_is_no_colour_is_reported_and_not_used(colour: str):
    changed, found = brand(f"colours:\n  accent: {colour}\n")
    assert [(each.code, each.location.line, each.location.column) for each in found] == [("colour-unreadable", 2, 11)]
    assert changed == DEFAULT


def test_an_unquoted_colour_is_a_comment_to_yaml_and_reported_so():
    changed, found = brand("colours:\n  accent: #0B5469\n")
    assert [each.code for each in found] == ["yaml-comment-cuts"]
    assert dict(found[0].parameters)["corrected"] == 'accent: "#0B5469"'
    assert changed == DEFAULT


def test_unknown_keys_are_reported_with_the_nearest():
    _, found = brand('colors: {accent: "#000000"}\nfonts: {familly: A}\n')
    assert [(each.code, dict(each.parameters)["near"]) for each in found] == [
        ("unknown-key", "colours"),
        ("unknown-key", "family"),
    ]


def test_wrong_types_are_reported():
    _, found = brand("fonts: Arial\ncolours:\n  accent: [a]\n")
    assert [(each.code, each.location.line) for each in found] == [("mapping-expected", 1), ("text-expected", 3)]


def test_a_file_that_is_no_mapping_is_reported():
    assert brand("- a\n") == (DEFAULT, (error("mapping-expected", Location(BRAND_FILE, 1)),))


def test_faults_of_form_are_reported_and_the_rest_read():
    changed, found = brand("fonts: {word: Calibri}\ncolours: @x\n")
    assert [each.code for each in found] == ["yaml-quote-mark", "mapping-expected"]
    assert changed.fonts.word == "Calibri"


def test_another_encoding_is_reported():
    assert [each.code for each in brand(b"fonts: {word: \xc5}")[1]] == ["not-utf8"]
