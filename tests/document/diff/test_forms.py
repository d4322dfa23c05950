import pytest

from plangen.document.diff.forms import forms
from plangen.document.diff.lines import compared
from plangen.document.inlines import CrossReference, Emphasis, Link, Strong, Text

WORD = (Text("ord"),)


@pytest.mark.parametrize(
    ("base", "head", "old", "new"),
    [
        (Emphasis(WORD), Text("ord"), ("emphasis",), ()),
        (Text("ord"), Strong(WORD), (), ("strong",)),
        (Emphasis(WORD), Strong(WORD), ("emphasis",), ("strong",)),
        (CrossReference("a", WORD), CrossReference("b", WORD), ("#Uppdrag",), ("#b",)),
        (Text("ord"), Link("https://a.example", WORD), (), ("https://a.example",)),
    ],
)
def test_words_are_told_with_how_they_were_set_and_how_they_are(base, head, old, new):
    line = compared((Text("Ett "), base, Text(" till.")), (Text("Ett "), head, Text(" till.")))
    (found,) = forms(line, {"a": "Uppdrag"})
    assert (found.text, found.old, found.new) == ("ord", old, new)


def test_neighbours_that_are_set_alike_are_one():
    line = compared((Text("Ett "), Emphasis((Text("ord till"),))), (Text("Ett ord till"),))
    assert [each.text for each in forms(line, {})] == ["ord till"]


def test_words_that_were_replaced_are_not_set_otherwise():
    assert not tuple(forms(compared((Text("Ett ord."),), (Text("Ett mål."),)), {}))
