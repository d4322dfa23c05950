from __future__ import annotations

import argparse

import pytest

from plangen.cli.argument_faults import in_swedish


class Raising(argparse.ArgumentParser):
    """argparse's own parser, which gives its own sentences."""

    def error(self, message: str) -> None:  # type: ignore[override]
        raise AssertionError(message)


def said(*arguments: str) -> str:
    """What argparse complains of, in Swedish."""
    parser = Raising(prog="x")
    parser.add_argument("--colour", choices=("rött", "blått"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--counts", type=int)
    parser.add_argument("--many", nargs="+")
    parser.add_argument("--yes", action="store_true")
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument("--here", action="store_true")
    one.add_argument("--there", action="store_true")
    parser.add_argument("FIL", nargs="?" if "-" in arguments else None)
    with pytest.raises(AssertionError) as raised:
        parser.parse_args([each for each in arguments if each != "-"])
    return in_swedish(str(raised.value))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--here",), "det här saknas: FIL"),
        (
            ("--here", "f", "--colour", "rätt"),
            "--colour kan inte vara ”rätt”. Menade du rött, blått? Det här går: rött, blått",
        ),
        (("--here", "f", "--colour", "grönt sken"), "--colour kan inte vara ”grönt sken”. Det här går: rött, blått"),
        (("--here", "f", "--colour"), "--colour ska följas av ett värde"),
        (("--here", "f", "--many"), "--many ska följas av minst ett värde"),
        (("--here", "f", "--yes=1"), "--yes tar inget värde, men fick ”1”"),
        (("--here", "f", "--count", "två"), "--count kan inte vara ”två”"),
        (("--here", "f", "--what", "more"), "det här förstås inte: --what more"),
        (("--here", "f", "--co", "1"), "--co kan betyda flera flaggor: --colour, --count, --counts"),
        (("--here", "--there", "f"), "--there och --here går inte ihop"),
        (("f",), "ett av de här behövs: --here --there"),
    ],
)
def test_sentences_of_argparse_are_said_in_swedish(arguments: tuple[str, ...], sentence: str) -> None:
    assert said(*arguments) == sentence


def test_newer_pythons_name_choices_without_quotes() -> None:
    assert in_swedish("argument --to: invalid choice: 'pfd' (choose from pdf, html)") == (
        "--to kan inte vara ”pfd”. Menade du pdf? Det här går: pdf, html"
    )


def test_a_sentence_that_is_not_known_is_kept() -> None:
    assert in_swedish("something new") == "something new"
