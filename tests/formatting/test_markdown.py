from __future__ import annotations

from textwrap import dedent

import pytest

from plangen.formatting.markdown import canonical_markdown
from plangen.formatting.yaml_gaps import UnformattableError


def formatted(text: str) -> str:
    after = canonical_markdown(dedent(text))
    assert canonical_markdown(after) == after
    return after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\n\na\n\n\n\nb\n\n", "a\n\nb\n"),
        ("   a\n  b \nc", "a\nb\nc\n"),
        ("a  \nb", "a\\\nb\n"),
        ("Rubrik\n======\ntext", "# Rubrik\n\ntext\n"),
        ("##   R {#id} ##\ntext", "## R {#id}\n\ntext\n"),
        ("a\n* b\n+ c", "a\n\n- b\n\n* c\n"),
        ("*  a\n*  b\n\n   c", "- a\n\n- b\n\n  c\n"),
        ("3) a\n3) b\n\n\n1. c", "3. a\n3. b\n\n1) c\n"),
        ("- a\n    - b\n    - c", "- a\n  - b\n  - c\n"),
        (">a\nb\n>\n> - c", "> a\n> b\n>\n> - c\n"),
        (">[!VIKTIGT] Rubrik\n>text", "> [!VIKTIGT] Rubrik\n> text\n"),
        ("|a|b|\n|-|:-:|\n|1 | x\\|y|\n|2|", "| a | b |\n| --- | :---: |\n| 1 | x\\|y |\n| 2 |  |\n"),
        ("Tabell: R {#t}\n|a|\n|--:|\n|1|", "Tabell: R {#t}\n| a |\n| ---: |\n| 1 |\n"),
        ("Ord\n:   betydelse\n\nOrd två\n\n:  a", "Ord\n: betydelse\n\nOrd två\n: a\n"),
        ("a[^x]\n[^x]: en not\n  till\n\n    b", "a[^x]\n\n[^x]: en not\n    till\n\n    b\n"),
        ("a[^x][^y]\n\n[^x]:  en\n\n[^y]: två", "a[^x][^y]\n\n[^x]: en\n[^y]: två\n"),
        ("[a]\n\n[a]: https://a.se\n# R", "[a]\n\n[a]: https://a.se\n\n# R\n"),
        ("{{plan.år}} och {{  a.b|tkr }}", "{{ plan.år }} och {{ a.b|tkr }}\n"),
        ("|{{ a | tkr }}|\n|-|\n|{{b|kr}}|", "| {{ a | tkr }} |\n| --- |\n| {{ b|kr }} |\n"),
        ("a\n     - b", "a\n    - b\n"),
        ("", ""),
    ],
)
def test_a_block_has_one_form(before: str, after: str):
    assert formatted(before) == after


@pytest.mark.parametrize(
    "line",
    [
        "Se [](#mal), [text](https://a.se/x_y) och <https://b.se>.",
        "**fet** *k* `__kod__  |` \\* &amp; <b>",
        '![Bild](a.png "Bildtext"){#id}',
        "[ord]{lang=en} [^odefinierad] – 1\u00a0000",
    ],
)
def test_what_stands_in_a_line_is_left_as_it_is(line: str):
    assert formatted(line) == line + "\n"


@pytest.mark.parametrize("text", ["```\na\n```", "a\n\n    kod", "a\n\n---\n"])
def test_what_cant_stand_in_a_plan_is_not_formatted(text: str):
    with pytest.raises(UnformattableError):
        canonical_markdown(text)


def test_a_caption_right_under_a_table_and_a_boxs_first_line_stay_as_they_are() -> None:
    text = "| A | B |\n| --- | --- |\n| 1 | 2 |\nTabell: Om *a* {#a}\n\n> [!VIKTIGT] Rubrik\n> [value]{lang=en}\n"
    assert canonical_markdown(text) == text
