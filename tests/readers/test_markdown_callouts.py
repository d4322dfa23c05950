from __future__ import annotations

import pytest

from plangen.diagnostics import Location
from plangen.document.nodes import Block, BlockQuote, BulletList, Callout, Paragraph
from plangen.document.walk import plain_text
from plangen.readers.markdown import read_markdown
from plangen.readers.place import Place


def read(text: str, language: str = "sv") -> tuple[tuple[Block, ...], list[tuple[str, int, dict[str, str]]]]:
    body, found = read_markdown(text, Place.of_text(text, Location("a.md", 1)), language=language)
    return body.blocks, [(each.code, each.location.line, dict(each.parameters)) for each in found]


def callout(text: str, language: str = "sv") -> Callout:
    blocks, found = read(text, language)
    assert found == []
    (only,) = blocks
    assert isinstance(only, Callout)
    return only


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("[!NOTERA]", "note", "Notera"),
        ("[!notera] Om *detta*", "note", "Om detta"),
        ("[!VIKTIGT]", "important", "Viktigt"),
        ("[!Viktigt] Sista dag", "important", "Viktigt: Sista dag"),
        ("[!TIPS] Ett råd", "tip", "Tips: Ett råd"),
        ("[!VARNING]", "warning", "Varning"),
    ],
)
def test_the_word_says_the_kind_and_the_rest_of_the_line_is_the_title(line: str, kind: str, title: str) -> None:
    found = callout(f"> {line}\n> Text.\n")
    assert (found.kind, plain_text(found.title)) == (kind, title)
    (paragraph,) = found.blocks
    assert isinstance(paragraph, Paragraph)
    assert (plain_text(paragraph.inlines), paragraph.location.line) == ("Text.", 2)


def test_a_box_holds_what_a_quotation_may() -> None:
    found = callout("> [!VIKTIGT] Se [](#a)\n>\n> - Ett\n> - Två\n>\n> > Citat\n")
    assert [type(each) for each in found.blocks] == [BulletList, BlockQuote]


def test_the_words_are_the_languages_own() -> None:
    assert plain_text(callout("> [!WARNING] Ice\n> Text.\n", "en").title) == "Warning: Ice"
    _, ((code, line, parameters),) = read("a\n\n> [!WARNING] Ice\n> Text.\n")
    assert (code, line, parameters["near"]) == ("unknown-callout", 3, "VARNING")
    assert parameters["allowed"] == "NOTERA, VIKTIGT, TIPS, VARNING"


def test_other_quotations_are_quotations() -> None:
    for text in ("> Text [!VIKTIGT]\n", "> [VIKTIGT]\n", "> - [!VIKTIGT]\n"):
        (only,), found = read(text)
        assert (type(only), found) == (BlockQuote, [])
