from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from plangen.cli.arguments import Parser, add_out, add_plans, count, epoch, formats, order, port


def parser() -> Parser:
    made = Parser(prog="plangen")
    add_out(made)
    add_plans(made)
    return made


def test_an_order_has_what_was_asked_for(monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    made = order(parser().parse_args(["a", "b", "--out", "ut", "--root", "rot", "--lang", "en"]))
    assert (made.plans, made.output.name, made.root.name, made.language) == (("a", "b"), "ut", "rot", "en")
    assert made.epoch == epoch() == "1"


def test_an_order_of_a_command_without_some_arguments_has_their_defaults() -> None:
    made = order(parser().parse_args([]))
    assert (made.formats, made.strict, made.force, made.jobs) == ((), False, False, 0)


def test_formats_are_divided_by_commas_and_taken_once() -> None:
    assert formats("docx, HTML,,docx") == ("docx", "html")


def test_numbers_are_numbers() -> None:
    assert (count("3"), port("0"), port("65535")) == (3, 0, 65535)
    for read, text in ((count, "0"), (count, "²"), (port, "65536"), (port, "-1")):
        with pytest.raises(ArgumentTypeError):
            read(text)


def test_documents_go_beside_the_content_that_was_found_or_where_they_are_asked_for(tmp_path, monkeypatch) -> None:
    (tmp_path / "content" / "a").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "content" / "a")
    given = [order(parser().parse_args(each)).output.as_posix() for each in ([], ["--out", "ut"], ["--root", "rot"])]
    assert given == ["../../build", "ut", "build"]


def test_examples_stand_last_in_the_help() -> None:
    text = Parser(prog="plangen", examples=(("plangen a", "gör a"), ("plangen bb", "gör b"))).format_help()
    assert text.endswith("\nexempel:\n  plangen a   gör a\n  plangen bb  gör b\n")
    long = "plangen " + "x" * 60
    assert f"\n  {long}\n      gör x\n" in Parser(prog="plangen", examples=((long, "gör x"),)).format_help()


def test_what_is_not_understood_is_told_in_swedish_with_the_way_to_help(capsys) -> None:
    with pytest.raises(SystemExit) as raised:
        parser().parse_args(["--lang", "xx"])
    assert raised.value.code == 2
    *usage, fault, help_line = capsys.readouterr().err.splitlines()
    assert usage[0].startswith("användning: plangen")
    assert fault == "plangen: --lang kan inte vara ”xx”. Det här går: sv, en"
    assert help_line == "Mer hjälp: plangen --help"
