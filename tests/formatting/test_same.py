from __future__ import annotations

from plangen.diagnostics import Location
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph
from plangen.formatting.same import texts_of, without_places
from plangen.model.goal import Goal
from plangen.readers.yaml import read_yaml


def test_places_make_no_difference():
    one, other = (Paragraph(inlines=(Text("a"),), location=Location("x", line)) for line in (1, 2))
    assert one != other
    assert without_places(one) == without_places(other)
    assert without_places(Goal(id="a", location=Location("x", 1))) == without_places(Goal(id="a"))


def test_anything_else_does():
    one, other = (Paragraph(inlines=(Text(text),)) for text in "ab")
    assert without_places(one) != without_places(other)
    assert without_places(Goal(id="a")) != without_places(Goal(id="b"))
    assert without_places({"a": (1, [2])}) != without_places({"a": (1, [3])})


def test_the_order_of_keys_and_an_empty_value_make_a_difference():
    texts = [texts_of(read_yaml(text, "x")[0]) for text in ("a: 1\nb: ''\n", "b: ''\na: 1\n", "a: 1\nb:\n")]
    assert len({repr(each) for each in texts}) == len(texts)
    assert texts[0] == (("a", "1"), ("b", ""))
