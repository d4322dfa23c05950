from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from plangen.diagnostics import Location
from plangen.document.inlines import (
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
from plangen.readers.markdown import read_inline, read_markdown
from plangen.readers.markdown_inlines import conceal_expressions, mark
from plangen.readers.place import Place

FILE = "a.md"


def place_of(text: str) -> Place:
    return Place.of_text(text, Location(FILE, 1))


def sound(text: str) -> tuple[Inline, ...]:
    rich, found = read_inline(text, place_of(text))
    assert found == ()
    return rich.inlines


def faults(text: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> list[tuple[str, str, dict[str, str]]]:
    """What is found: its code, the characters that it marks, its parameters."""
    _, found = read_markdown(text, place_of(text), pictures.get)
    lines = text.split("\n")
    marked = []
    for each in found:
        begin = each.location.column - 1
        piece = lines[each.location.line - 1][begin : begin + each.location.length]
        marked.append((each.code, piece, dict(each.parameters)))
    return marked


def codes(text: str, pictures: Mapping[str, bytes] = MappingProxyType({})) -> list[str]:
    return [code for code, _, _ in faults(text, pictures)]


@pytest.fixture
def pictures(png: bytes) -> Mapping[str, bytes]:
    return {
        "a.png": png,
        "a.jpg": png,
        "fel.png": b"GIF89a",
        "bild.svg": b"<svg/>",
        "tom.png": b"",
        "halv.png": png[:-9],
    }


# Inlines


def test_emphasis_code_and_breaks():
    assert sound("a *b **c*** `d  e`\\\nf\ng") == (
        Text("a "),
        Emphasis((Text("b "), Strong((Text("c"),)))),
        Text(" "),
        Code("d  e"),
        LineBreak(),
        Text("f g"),
    )


def test_neighbouring_texts_are_one():
    assert sound("a &amp; b \\* c_d") == (Text("a & b * c_d"),)


def test_marks_of_markdown_alone_are_text():
    for text in ("*", "Aktivitetsredovisning*", "a * b", "[", "](", "[a](b", "[^]", "[^ a]", "<", "`", "![", "a_b_c"):
        assert sound(text) == (Text(text),), text


def test_a_reference_has_its_target_and_words():
    assert sound("[](#ekonomi-i-balans)") == (CrossReference("ekonomi-i-balans", (), Location(FILE, 1, 4, 17)),)
    (reference,) = sound("[se *här*](#a)")
    assert isinstance(reference, CrossReference)
    assert reference.inlines == (Text("se "), Emphasis((Text("här"),)))


def test_references_are_placed_one_after_the_other():
    inlines = sound("[](#a) [x](#b) [](#a)")
    places = [each.location.column for each in inlines if isinstance(each, CrossReference)]
    assert places == [4, 12, 19]


def test_a_reference_to_an_id_that_is_no_ascii_is_kept_as_written():
    (reference,) = sound("[](#mål)")
    assert isinstance(reference, CrossReference)
    assert (reference.target, reference.location.length) == ("mål", 4)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("[a](https://a.se)", "https://a.se"),
        ("[a](http://a.se/b?c=d&e#f)", "http://a.se/b?c=d&e#f"),
        ("[a](HTTPS://A.se)", "HTTPS://A.se"),
        ("[a](mailto:b@c.se)", "mailto:b@c.se"),
        ("[a](<https://a.se/b c>)", "https://a.se/b%20c"),
        ("[a](https://a.se/(b))", "https://a.se/(b)"),
        ('[a](https://a.se "titel")', "https://a.se"),
        ("[a][r]", ""),
        ("<https://a.se>", "https://a.se"),
        ("<b@c.se>", "mailto:b@c.se"),
    ],
)
def test_links_lead_to_the_web_and_to_addresses(text: str, url: str):
    inlines = sound(text)
    assert [each.url for each in inlines if isinstance(each, Link)] == ([url] if url else [])


def test_a_link_may_hold_brackets_and_emphasis():
    (link,) = sound("[a [b] *c*](https://x.se)")
    assert isinstance(link, Link)
    assert link.inlines == (Text("a [b] "), Emphasis((Text("c"),)))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://a.se",
        "//a.se",
        "a.md",
        "../a.md",
        "/a",
        "?a",
        "http:",
        "http://",
        "https:a.se",
        "http://?x",
        "mailto:",
        "mailto:b",
        "&#106;avascript:x",
        "java&#x0A;script:x",
        "%6aavascript:x",
    ],
)
def test_other_links_are_refused_and_marked(url: str):
    (found,) = faults(f"Se [a]({url}) här")
    assert found[0] == "link-forbidden"
    if "&" not in url:
        assert found[1] == url


@pytest.mark.parametrize("url", ["http://[", "http://[::1", "https://[x]:y"])
def test_an_address_that_is_out_of_order_raises_nothing(url: str):
    codes(f"[a]({url})")


def test_a_link_without_a_target_is_refused():
    assert codes("[a]()") == ["link-forbidden"]


def test_the_right_link_of_many_is_marked(pictures: Mapping[str, bytes]):
    text = "![x](a.png) [a](https://a.se) [b](ftp://b) och [c](ftp://c)\n\n[d](ftp://d)"
    assert [piece for _, piece, _ in faults(text, pictures)] == ["ftp://b", "ftp://c", "ftp://d"]


def test_a_link_without_words_is_reported():
    assert faults("[](https://a.se)") == [("link-without-text", "https://a.se", {"url": "https://a.se"})]
    assert codes("[ ](https://a.se)") == ["link-without-text"]
    assert codes("[*x*](https://a.se)") == []


# Notes


def test_marks_of_notes_have_their_places_within_other_marks():
    emphasis, _, strong = sound("*a[^1]* **b[^2]**")
    assert isinstance(emphasis, Emphasis)
    assert isinstance(strong, Strong)
    assert emphasis.inlines[1] == FootnoteReference("1", Location(FILE, 1, 3, 4))
    assert strong.inlines[1] == FootnoteReference("2", Location(FILE, 1, 12, 4))


def test_a_mark_may_have_any_name_without_spaces():
    assert [each.note for each in sound("[^å-1] [^*] [^a.b]") if isinstance(each, FootnoteReference)] == [
        "å-1",
        "*",
        "a.b",
    ]


# Pictures


@pytest.mark.parametrize("path", ["a.png", "a.jpg"])
def test_what_a_picture_is_depends_on_what_it_holds_not_on_its_name(path: str, pictures: Mapping[str, bytes]):
    assert codes(f"![x]({path})", pictures) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![x](fel.png)", ["image-kind"]),
        ("![x](bild.svg)", ["image-kind"]),
        ("![x](tom.png)", ["image-kind"]),
        ("![x](halv.png)", ["image-damaged"]),
        ("![x](saknas.png)", ["image-missing"]),
        ("![x](https://a.se/b.png)", ["image-missing"]),
        ("![x](data:image/png;base64,AA)", ["image-missing"]),
        ("![x]()", ["image-missing"]),
        ("![](a.png)", ["image-without-alternative"]),
        ("![ ](a.png)", ["image-without-alternative"]),
        ("![](saknas.png)", ["image-missing", "image-without-alternative"]),
    ],
)
def test_a_picture_that_can_not_be_used_is_reported(text: str, expected: list[str], pictures: Mapping[str, bytes]):
    assert codes(f"Se {text} här", pictures) == expected


def test_brackets_may_stand_in_what_a_picture_shows(pictures: Mapping[str, bytes]):
    assert codes("![bild [1] (stor)](a.png)", pictures) == []


# Expressions


def test_expressions_become_marks_of_one_piece():
    text = "a {{ b }} c {{d|tkr}}"
    concealed, expressions, found = conceal_expressions(text, place_of(text))
    assert concealed == f"a {mark(0)} c {mark(1)}"
    assert expressions == (Expression("b", Location(FILE, 1, 3, 7)), Expression("d|tkr", Location(FILE, 1, 13, 9)))
    assert found == ()


def test_every_number_has_its_own_mark():
    marks = [mark(number) for number in range(70_000)]
    assert len(set(marks)) == len(marks)
    assert all(not character.isspace() for character in marks[-1])


def test_an_expression_ends_at_the_first_closing_braces():
    text = "{{ a }} }} {{ {{ b }}"
    _, expressions, found = conceal_expressions(text, place_of(text))
    assert [each.source for each in expressions] == ["a", "{{ b"]
    assert found == ()


def test_an_expression_in_code_is_code():
    assert sound("`{{ a }}`") == (Code("{{ a }}"),)


def test_an_expression_in_a_mark_of_a_note_is_text():
    inlines = sound("[^{{ a }}]")
    assert [type(each) for each in inlines] == [Text, Expression, Text]
