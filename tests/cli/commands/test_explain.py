from __future__ import annotations

import pytest

from plangen.cli.main import main, parser


def test_codes_and_all_are_asked_for():
    parsed = parser().parse_args(["explain", "frame-differs", "row-twice", "--lang", "en"])
    assert (parsed.code, parsed.all, parsed.lang) == (["frame-differs", "row-twice"], False, "en")
    assert parser().parse_args(["explain", "--all"]).all


def test_no_code_is_a_fault_of_the_arguments(capsys: pytest.CaptureFixture[str]):
    assert main(["explain"]) == 2
    assert "[explain-no-code]" in capsys.readouterr().err
