from plangen.diagnostics import Location, error
from plangen.locale.catalogue import catalogue
from plangen.locale.messages import LONGEST, message, printable, quoted

WORDS = catalogue("sv-SE")


def test_what_is_wrong_is_said_in_words():
    said = message(error("unknown-key", Location("a.yaml", 1, 1), key="titlar", near="titel", allowed="titel"), WORDS)
    assert said == "okänd nyckel ”titlar”"


def test_what_is_quoted_stands_on_one_line_without_orders_to_a_terminal_and_is_cut():
    assert quoted([("a", "ett\n  två"), ("b", "\x1b[31m")]) == {"a": "ett två", "b": "\ufffd[31m"}
    assert quoted([("a", "x" * 999)]) == {"a": "x" * LONGEST + "…"}
    assert printable("a\u202eb") == "a\ufffdb"
