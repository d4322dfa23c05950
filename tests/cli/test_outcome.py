from __future__ import annotations

import subprocess
import sys

from plangen.cli.outcome import Line, Teller, findings


def test_lines_go_where_they_are_meant_to(capsys):
    Teller().tell([Line("a"), Line("b", aside=True), Line("c")])
    output = capsys.readouterr()
    assert (output.out, output.err) == ("a\nc\n", "b\n")


def test_finding_is_told_once_and_other_lines_each_time(capsys):
    teller = Teller()
    for _ in range(2):
        teller.tell([*findings(["fel\n"]), Line("rad", aside=True)])
    assert capsys.readouterr().err == "fel\n\nrad\nrad\n"


def test_lines_of_both_streams_stand_in_their_order_where_both_lead_to_one_place():
    code = """
from plangen.cli.outcome import Line, Teller
Teller().tell([Line("a"), Line("b", aside=True), Line("c"), Line("d", aside=True)])
"""
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True)
    assert done.stdout.split() == [b"a", b"b", b"c", b"d"]
