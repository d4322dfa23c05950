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
    changed, found = brand('fonts: {word: Calibri}\ncolours: {accent: "#7a1B2c"}\n')
    assert found == ()
    assert changed.fonts.word == "Calibri"
    assert changed.fonts.family == DEFAULT.fonts.family
    assert changed.colours.accent == "#7a1B2c"
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
    assert dict(found[0].parameters)["written"] == '  accent: "#0B5469"'
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


SWEDISH = """\
typsnitt: {word: Calibri}
färger: {accent: "#7A1B2C", länk: "#003366", bakgrund: "#F4F0F0", linje: "#808080", dämpad: "#444444"}
sidhuvud: "{titel}"
"""
ENGLISH = """\
fonts: {word: Calibri}
colours: {accent: "#7A1B2C", link: "#003366", shade: "#F4F0F0", rule: "#808080", muted: "#444444"}
header: "{title}"
"""


def test_keys_are_in_swedish_or_english():
    assert brand(SWEDISH) == brand(ENGLISH)
    assert brand(SWEDISH)[1] == ()
    assert brand(SWEDISH)[0].colours.link == "#003366"


def test_keys_in_two_languages_in_one_file_are_a_fault():
    _, found = brand(SWEDISH.replace("sidhuvud", "header").replace("titel", "titel"))
    assert [(each.code, each.location.line, dict(each.parameters)["instead"]) for each in found] == [
        ("key-in-other-language", 3, "sidhuvud")
    ]


PLAN_FILE = "content/a/brand.yaml"


def of_plan(files: dict[str, str | bytes]):
    return read_brand(Memory(files), "content/a")


def test_plans_own_file_goes_before_the_projects_key_by_key():
    changed, found = of_plan({BRAND_FILE: SWEDISH, PLAN_FILE: 'colours: {accent: "#104050"}\nfooter: A\n'})
    assert found == ()
    assert changed.colours.accent == "#104050"
    assert changed.colours.link == "#003366"
    assert (changed.running.header, changed.running.footer) == ("{title}", "A")


def test_faults_stand_in_the_file_that_they_are_in():
    _, found = of_plan({BRAND_FILE: "fonts: [a]\n", PLAN_FILE: "färger: {accent: röd}\n"})
    assert [(each.code, each.location.file) for each in found] == [
        ("colour-unreadable", PLAN_FILE),
        ("mapping-expected", BRAND_FILE),
    ]


def test_pair_of_colours_from_two_files_is_held_together():
    _, found = of_plan({BRAND_FILE: 'colours: {link: "#6D6D6D"}\n', PLAN_FILE: 'färger: {bakgrund: "#FFFFFF"}\n'})
    assert found == ()
    _, found = of_plan({PLAN_FILE: 'färger: {länk: "#6D6D6D"}\n', BRAND_FILE: 'colours: {shade: "#F8F8F8"}\n'})
    assert [(each.code, each.location.file) for each in found] == []
    _, found = of_plan({PLAN_FILE: 'färger: {länk: "#6D6D6D"}\n', BRAND_FILE: 'colours: {shade: "#E0E0E0"}\n'})
    assert [(each.code, each.location.file) for each in found] == [("contrast-between", PLAN_FILE)]


def test_logo_lies_in_the_folder_of_the_file_that_names_it(png: bytes):
    files = {BRAND_FILE: "logo: {file: bilder/a.png, alt: A}\n", "templates/bilder/a.png": png}
    logo = of_plan(files)[0].logo
    assert logo is not None
    assert (logo.alternative, logo.media_type, logo.pixels) == ("A", "image/png", (1, 1))
    files |= {PLAN_FILE: "logotyp: {fil: b.png, alt: B}\n", "content/a/b.png": png}
    logo = of_plan(files)[0].logo
    assert logo is not None
    assert logo.alternative == "B"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("logotyp: {fil: a.png}", "missing-field", 11),
        ('logotyp: {fil: a.png, alt: " "}', "field-empty", 28),
        ("logotyp: {fil: b.png, alt: A}", "logo-missing", 16),
        ("logotyp: {fil: ../content/a/c.png, alt: A}", "logo-missing", 16),
        ("logotyp: {fil: brand.yaml, alt: A}", "image-kind", 16),
        ("logotyp: {fil: trasig.png, alt: A}", "image-damaged", 16),
        ("logotyp: a.png", "mapping-expected", 10),
    ],
)
def test_logo_that_cannot_be_used_is_reported(text: str, code: str, column: int, png: bytes):
    files = {BRAND_FILE: text + "\n", "templates/a.png": png, "content/a/c.png": png, "templates/trasig.png": png[:40]}
    changed, found = of_plan(files)
    assert [(each.code, each.location.column) for each in found] == [(code, column)]
    assert changed.logo is None
