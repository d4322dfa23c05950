from __future__ import annotations

from plangen.diagnostics import Location, error
from plangen.readers.attributes import Attributes
from plangen.readers.markdown_inlines import mark

PLACE = Location("o.md.j2", 3)


def faults(**given: str) -> list[tuple[str, str]]:
    found = Attributes.of({key.rstrip("_"): value for key, value in given.items()}, PLACE, ()).found
    assert all(each.location == PLACE for each in found)
    return [(each.code, dict(each.parameters)["name"]) for each in found]


def test_id_classes_and_series_are_read() -> None:
    found = Attributes.of({"id": "a", "class": "appendix unlisted"}, PLACE, ())
    assert (found.id, found.classes, found.series, found.found) == ("a", {"appendix", "unlisted"}, "appendix", ())


def test_what_an_outline_places_may_stand_in_a_label_and_a_numeral() -> None:
    given = {"series": "goal", "label": mark(1), "numeral": mark(0)}
    found = Attributes.of(given, PLACE, [lambda: "A", lambda: "Strategiskt mål"])
    assert (found.series, found.label, found.numeral, found.found) == ("goal", "Strategiskt mål", "A", ())


def test_what_cannot_be_told_as_text_is_a_fault_where_it_stands() -> None:
    fault = error("note-misplaced", Location("goals.yaml", 1), mark="x")
    assert Attributes.of({"series": "goal", "label": mark(0)}, PLACE, [lambda: fault]).found == (fault,)


def test_unknown_attributes_classes_and_numerals_are_told() -> None:
    assert faults(styl="x") == [("outline-attribute", "styl")]
    assert faults(class_="unnumberd unlisted") == [("outline-attribute", ".unnumberd")]
    assert faults(series="goal", numeral="B") == [("outline-attribute", "B")]
