from __future__ import annotations

from plangen.diagnostics import Location
from plangen.readers.markdown import no_files, read_inline, read_markdown
from plangen.readers.place import Place
from plangen.readers.recalled import RecalledReaders
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText
from plangen.source.recall import Recall

YAML = "a: 1\nb:\n  - c: 2\nd: *\n"
TEXT = "Ett **stycke**.\n\n    kod\n"


def readers() -> RecalledReaders:
    return RecalledReaders(Recall())


def place(text: str, line: int = 1) -> Place:
    return Place.of_text(text, Location("f.md", line))


def test_yaml_is_read_as_it_is_without_a_memory_each_time():
    known = readers()
    for _ in range(2):
        assert known.yaml(YAML, "f.yaml") == read_yaml(YAML, "f.yaml")


def test_a_value_is_the_readers_own_to_change():
    known = readers()
    first, _ = known.yaml(YAML, "f.yaml")
    assert isinstance(first, PlacedMapping)
    first.items.pop("a")
    first.fields["id"] = "x"
    inner = first.items["b"].items[0]
    inner.items.clear()
    inner.keys.clear()
    first.items["b"].items.append(None)
    assert known.yaml(YAML, "f.yaml") == read_yaml(YAML, "f.yaml")


def test_the_same_yaml_elsewhere_has_places_of_its_own():
    known = readers()
    known.yaml(YAML, "f.yaml")
    assert known.yaml(YAML, "f.yaml", 2) == read_yaml(YAML, "f.yaml", 2)
    assert known.yaml(YAML, "g.yaml") == read_yaml(YAML, "g.yaml")


def test_markdown_is_read_as_it_is_without_a_memory_each_time():
    known = readers()
    for line in (1, 1, 5):
        assert known.markdown(TEXT, place(TEXT, line), no_files, "sv") == read_markdown(TEXT, place(TEXT, line))


def test_a_text_that_is_known_is_not_read_anew():
    known = readers()
    assert known.markdown(TEXT, place(TEXT), no_files, "sv") is known.markdown(TEXT, place(TEXT), no_files, "sv")


def test_a_text_with_a_picture_is_read_anew_since_the_picture_may_have_changed(png: bytes):
    known = readers()
    text = "![Karta](karta.png)"
    asked: list[str] = []

    def load(path: str) -> bytes | None:
        asked.append(path)
        return png if len(asked) == 1 else None

    assert known.markdown(text, place(text), load, "sv")[1] == ()
    assert [each.code for each in known.markdown(text, place(text), load, "sv")[1]] == ["image-missing"]


def test_a_line_is_read_as_it_is_without_a_memory_each_time():
    known = readers()
    for column in (1, 1, 7):
        where = Location("f.yaml", 3, column)
        value = PlacedText("*Tio* [länk](file:x)", where, ((0, where),))
        assert known.inline(value) == read_inline(value.text, Place.of_value(value))
