"""Whatever the fonts can set is found again in all three formats; anything else is a fault, and nothing is written."""

from __future__ import annotations

import os
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plangen.brand.brand import DEFAULT
from plangen.build import Examined, examine, job, timestamp_of, write
from plangen.readers.characters import forbidden
from plangen.source.source import Memory
from plangen.typesetting.characters import FROM_RIGHT as TURNED
from plangen.typesetting.metrics import missing_glyphs
from plangen.writers.formats import FORMATS

from .files import said
from .items import Item, normalised

PLACES = (
    "plan",
    "organisation",
    "title",
    "paragraph",
    "item",
    "cell",
    "indicator",
    "caption",
    "note",
    "version",
    "case number",
)
HOSTILE = (
    "& &amp; <b>x</b> ]]> <!-- -->",
    "* _ ** __ ` ``` ~~ # ## - + 1. > |a|b|",
    "$x$ #let x = 1 @ref \\u{41} \\ // /* */",
    "{{ plan.title }} {% if x %} {# no #} {.class}",
    "[^note] [text](#id) ![bild](x.png) <https://a.b>",
    "e\u0301 A\u030a o\u0308 – — … ” ’ − ± ½ µ",
    "1 899 961 tkr −570 33,5 % 100 % 2025–2026",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "0",
    "-",
    "=",
    "null",
    "ja",
    "---",
    "a" * 400,
)

REFUSED = (
    *("\x00", "\x07", "\x85", "\u2028", "\ue000", "\ufffe", "\u4e2d", "\U0001f600"),
    *(
        "\u061c",
        "\u200e",
        "\u200f",
        "\u202a",
        "\u202b",
        "\u202c",
        "\u202d",
        "\u202e",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
    ),
)
"""Control characters, marks of direction and others that can't be seen, and characters without a glyph."""

FROM_RIGHT = ("שלום עולם", "abc שלום 123 def", "(שלום)", "العربية", "٣ ٤")

SETTABLE = "".join(
    chr(code)
    for code in range(0x20, 0x2FFF)
    if unicodedata.category(chr(code))[0] not in "CZM"
    and unicodedata.bidirectional(chr(code)) not in TURNED
    and not missing_glyphs(chr(code), DEFAULT.fonts)
)
WORDS = st.text(st.sampled_from(SETTABLE + " " * 200), min_size=1, max_size=40).filter(lambda text: text.strip())


def escaped(text: str) -> str:
    """Markdown that says just this text (CommonMark 0.31 §2.4)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text.strip())


def quoted(text: str) -> str:
    """YAML that says just this text (YAML 1.2.2 §7.3.1)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def files_with(texts: dict[str, str]) -> dict[str, str]:
    """The files of a plan that has a text in each place."""
    said_as = {place: escaped(text) for place, text in texts.items()}
    section = f"""---
titel: {quoted(said_as["title"])}
mål: alla
tabeller: [t]
---
{said_as["paragraph"]}

- {said_as["item"]}

Text.[^n]

| a | b |
|---|---|
| c | {said_as["cell"]} |

[^n]: {said_as["note"]}
"""
    files = {
        "plan.yaml": f"titel: {quoted(said_as['plan'])}\norganisation: {quoted(said_as['organisation'])}\når: 2026\n"
        "språk: sv\nstatus: utkast\ndisposition: arsplan\navsnitt: [a]\n"
        f"version: {quoted(texts['version'])}\nbeslut:\n  diarienummer: {quoted(texts['case number'])}\n",
        "sections/a.md": section,
        "goals.yaml": "nivåer: [{namn: Mål}]\nmål: [b]\n",
        "goals/b.md": f"---\ntitel: B\nindikatorer:\n  - id: i\n    namn: {quoted(said_as['indicator'])}\n---\n",
        "budget/t.yaml": f"titel: {quoted(said_as['caption'])}\nkolumner: {{k: {{rubrik: K}}}}\n"
        "rader: [{namn: r, k: 1}]\n",
    }
    return {f"content/p/{name}": text for name, text in files.items()}


def plan_with(texts: dict[str, str]) -> Examined:
    return examine(Memory(files_with(texts)), "content/p")


def found(place: str, items: tuple[Item, ...]) -> list[str]:
    match place:
        case "plan":
            return [item.text for item in items if item.kind == "cover"][1:2]
        case "organisation":
            return [item.text for item in items if item.kind == "cover"][:1]
        case "version" | "case number":
            label = {"version": "Version: ", "case number": "Diarienummer: "}[place]
            covers = [item.text for item in items if item.kind == "cover" and item.text.startswith(label)]
            return [each.removeprefix(label) for each in covers][:1]
        case "title":
            return [item.text for item in items if item.kind == "heading"][:1]
        case "paragraph":
            return [item.text for item in items if item.kind == "paragraph"][:1]
        case "item":
            return [item.text for item in items if item.kind == "list item"][:1]
        case "cell":
            return [item.text for item in items if (item.kind, item.row, item.column) == ("cell", 2, 2)][:1]
        case "indicator":
            return [item.text for item in items if (item.kind, item.row, item.column) == ("cell", 2, 1)][1:2]
        case "caption":
            return [item.text.removeprefix("Tabell 1. ") for item in items if item.kind == "caption"]
        case _:
            return [item.text for item in items if item.kind == "note"]


def assert_found_in_all(texts: dict[str, str]) -> None:
    examined = plan_with(texts)
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    work = job(examined.document, DEFAULT, timestamp_of(examined.document, None))
    for form in FORMATS:
        items = said(write(work, form), form)
        for place, text in texts.items():
            expected = normalised([Item("x", text=text)])[0].text
            assert found(place, items) == [expected], (form, place)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_found_again_everywhere(text: str) -> None:
    assert_found_in_all(dict.fromkeys(PLACES, text))


@settings(
    max_examples=int(os.environ.get("PLANGEN_ANY_TEXT", "40")),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)
@given(st.fixed_dictionaries(dict.fromkeys(PLACES, WORDS)))
def test_any_text_that_the_fonts_can_set_is_found_again_everywhere(texts: dict[str, str]) -> None:
    assert_found_in_all(texts)


def test_letter_and_mark_that_make_up_no_character_are_a_fault() -> None:
    examined = plan_with({**dict.fromkeys(PLACES, "text"), "cell": "q\u0307"})
    assert [each.code for each in examined.diagnostics] == ["character-without-glyph"]


def assert_fault_where_it_stands(texts: dict[str, str], code: str, character: str) -> None:
    """That every fault is of the one character, which stands in one text, and that so nothing is written."""
    examined = plan_with(texts)
    assert not examined.sound
    (file, line, column), *others = (
        (name, number, row.index(character) + 1)
        for name, content in files_with(texts).items()
        for number, row in enumerate(content.split("\n"), 1)
        if character in row
    )
    assert not others
    told = {(each.code, each.location.file, each.location.line, each.location.column) for each in examined.diagnostics}
    assert told == {(code, file, line, column)}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("character", REFUSED)
def test_any_other_character_is_a_fault_at_its_place(place: str, character: str) -> None:
    text = f"före {character} efter"
    code = "character-forbidden" if list(forbidden(character)) else "character-without-glyph"
    assert_fault_where_it_stands({**dict.fromkeys(PLACES, "text"), place: text}, code, character)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", FROM_RIGHT)
def test_script_from_right_to_left_is_a_fault_where_it_begins(place: str, words: str) -> None:
    text = f"före {words} efter"
    first = next(each for each in words if unicodedata.bidirectional(each) in TURNED)
    assert_fault_where_it_stands({**dict.fromkeys(PLACES, "text"), place: text}, "character-right-to-left", first)
