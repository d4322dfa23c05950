from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.diagnostics import Diagnostic, Location
from plangen.readers.place import Place
from plangen.readers.yaml import DEEPEST, read_yaml
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue, texts


def plain(value: PlacedValue) -> object:
    """A value without its places."""
    match value:
        case PlacedText():
            return value.text
        case PlacedList():
            return [plain(each) for each in value.items]
        case PlacedMapping():
            return {key: plain(each) for key, each in value.items.items()}
        case None:
            return None


def sound(text: str) -> object:
    value, found = read_yaml(text, "a.yaml")
    assert found == ()
    return plain(value)


def faults(text: str) -> tuple[object, list[str]]:
    value, found = read_yaml(text, "a.yaml")
    return plain(value), [f"{each.location.line}:{each.location.column} {each.code}" for each in found]


def mapping(text: str) -> PlacedMapping:
    value, found = read_yaml(text, "a.yaml")
    assert found == ()
    assert isinstance(value, PlacedMapping)
    return value


def scalar(text: str, key: str = "a") -> PlacedText:
    value = mapping(text).items[key]
    assert isinstance(value, PlacedText)
    return value


def corrected(found: tuple[Diagnostic, ...]) -> list[str]:
    return [dict(each.parameters)["written"] for each in found if "written" in dict(each.parameters)]


# Values


AS_WRITTEN = [
    *("ja", "nej", "yes", "no", "on", "off", "true", "FALSE"),
    *("1", "1e3", "0x10", "0o7", "1_000", ".inf", "33,5", "1 363 720", "570-", "100 %", "≥ 80 %"),
    *("2025-06-11", "12:30:45", "=", "a#b", "http://a.se/#b", "å", "<<x"),
]


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_every_scalar_is_the_text_that_its_author_wrote(written: str):
    assert sound(f"a: {written}\n") == {"a": written}
    assert sound(f"- {written}\n") == [written]


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# inget", "   "])
def test_nothing_is_null(written: str):
    assert sound(f"a: {written}\nb: 1\n") == {"a": None, "b": "1"}


@pytest.mark.parametrize("written", ['""', "''", '"~"', "'null'"])
def test_what_stands_in_quotation_marks_is_text(written: str):
    assert sound(f"a: {written}\n") == {"a": written[1:-1]}


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar\n", "---\n", "---\n# x\n...\n", "~\n"])
def test_an_empty_document_is_nothing(text: str):
    assert sound(text) is None


def test_lists_and_mappings_nest():
    text = "a:\n  - b: 1\n    c: [x, {d: y}]\n  -\n  - - z\ne: {}\nf: []\n"
    assert sound(text) == {"a": [{"b": "1", "c": ["x", {"d": "y"}]}, None, ["z"]], "e": {}, "f": []}


def test_block_texts_keep_or_fold_their_lines():
    assert sound("a: |\n  ett\n   två\n\n  tre\nb: >-\n  ett\n  två\n\n  tre\n") == {
        "a": "ett\n två\n\ntre\n",
        "b": "ett två\ntre",
    }


def test_escapes_are_read_in_double_quotation_marks_only():
    assert sound("a: \"\\u00e5\\n\\\\\"\nb: '\\n'''\n") == {"a": "å\n\\", "b": "\\n'"}


def test_a_merge_key_is_a_key_like_others():
    assert sound("<<: {a: 1}\nb: 2\n") == {"<<": {"a": "1"}, "b": "2"}


def test_windows_and_old_line_ends_have_been_made_line_feeds_before():
    assert "1:5 character-forbidden" in faults("a: 1\rb: 2\n")[1]


# Places


def test_keys_values_and_items_know_their_places():
    value = mapping("titel: Ett två\nlista:\n  - x\n  - yy: 1\ntom:\n")
    assert value.keys["titel"] == Location("a.yaml", 1, 1, 5)
    assert value.places["titel"] == Location("a.yaml", 1, 8, 7)
    assert value.places["tom"] == value.keys["tom"] == Location("a.yaml", 5, 1, 3)
    items = value.items["lista"]
    assert isinstance(items, PlacedList)
    assert items.location == Location("a.yaml", 3, 3, 3)
    assert items.places == [Location("a.yaml", 3, 5, 1), Location("a.yaml", 4, 5, 5)]


def test_a_document_may_start_further_down_in_its_file():
    value, found = read_yaml("a: 1\nb: @x\n", "a.md", 2)
    assert isinstance(value, PlacedMapping)
    assert value.keys["b"] == Location("a.md", 3, 1, 1)
    assert [each.location for each in found] == [Location("a.md", 3, 4, 2)]


def test_wide_characters_count_as_one_column():
    assert mapping("å😀: x\n").places["å😀"] == Location("a.yaml", 1, 5, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: ett MARK\n", 1, 8),
        ('a: "ett MARK"\n', 1, 9),
        ("a: 'ett MARK'\n", 1, 9),
        ("a: >-\n  ett\n  två MARK\n  tre\n", 3, 7),
        ("a: >\n\n  ett\n\n    två\n  MARK\n", 6, 3),
        ("a: |\n  ett\n    MARK\n", 3, 5),
        ("a: |\n\n  ett\n\n  två MARK\n", 5, 7),
        ("a: |2\n    ett\n  MARK\n", 3, 3),
        ("a: ett\n  två\n\n  tre MARK\n", 4, 7),
        ('a: "ett\n   två MARK"\n', 2, 8),
        ("a: 'ett\n   två MARK'\n", 2, 8),
        ("a: [x, ett MARK]\n", 1, 12),
    ],
)
def test_every_character_of_a_text_is_found_where_its_author_wrote_it(text: str, line: int, column: int):
    value = next(each for each in texts(mapping(text)) if "MARK" in each.text)
    place = Place.of_value(value).at(value.text.index("MARK"), 4)
    if text.startswith("a: |2"):
        column = place.column  # the indentation that the author counts out is not looked for
    assert place == Location("a.yaml", line, column, 4)


def test_the_place_of_a_text_over_many_lines_is_its_first_line():
    assert scalar("a: >-\n  ett\n  två\n").location == Location("a.yaml", 1, 4, 2)
    assert scalar("a: ett två\n  tre\n").location == Location("a.yaml", 1, 4, 7)


# Faults of form


def test_the_traps_of_a_file_are_found_in_one_run_and_the_rest_is_read():
    text = "a: *\nb: >= 80 %\nc: @x\nd: Text: mer text\ne: RS/2025-001 #3\nf: [33,5, 1,5]\n\tg: 1\n"
    value, found = read_yaml(text, "a.yaml")
    assert [
        f"{each.location.line}:{each.location.column} {each.code}" for each in sorted(found, key=lambda e: e.location)
    ] == [
        "1:4 yaml-quote-mark",
        "2:4 yaml-quote-mark",
        "3:4 yaml-quote-mark",
        "4:4 yaml-quote-colon",
        "5:16 yaml-comment-cuts",
        "6:4 yaml-comma-splits",
        "7:1 yaml-tab",
    ]
    assert isinstance(value, PlacedMapping)
    assert [plain(value.items[key]) for key in "abcde"] == ["*", ">= 80 %", "@x", "Text: mer text", "RS/2025-001"]


def test_a_line_that_only_its_mending_makes_wrong_is_told_of_once():
    assert faults("a: x\n\tb: 1\n")[1] == ["2:1 yaml-tab"]


def test_positions_on_a_mended_line_are_those_of_the_author():
    value, _ = read_yaml("a: @ett två\nb:\n  - x\n    - y\n", "a.yaml")
    assert isinstance(value, PlacedMapping)
    first, second = value.items["a"], value.items["b"]
    assert isinstance(first, PlacedText)
    assert isinstance(second, PlacedList)
    assert Place.of_value(first).at(5, 3) == Location("a.yaml", 1, 9, 3)
    assert second.places[1] == Location("a.yaml", 4, 7, 1)


def test_tabs_are_replaced_in_every_line_and_the_lines_read():
    value, found = faults("a:\n\tb: 1\n\tc:\n\t\td: 2\n")
    assert value == {"a": {"b": "1", "c": {"d": "2"}}}
    assert found == ["2:1 yaml-tab", "3:1 yaml-tab", "4:1 yaml-tab"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("r:\n  - a: 1\n - a: 2\n", "3:2"),
        ("r:\n  - a: 1\n- a: 2\n", "3:1"),
        ("r:\n  - a: 1\n    - a: 2\n", "3:5"),
        ("r:\n  - a: 1\n    b: 3\n    - a: 2\n", "4:5"),
        ("- a: 1\n  - a: 2\n", "2:3"),
    ],
)
def test_an_item_out_of_line_is_reported_and_put_in_line(text: str, place: str):
    value, found = faults(text)
    assert found == [f"{place} yaml-item-misplaced"]
    items = value["r"] if isinstance(value, dict) else value
    assert [item["a"] for item in items] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "place"), [("r:\n  - a\n    - b\n", "3:5"), ("- a\n  - b\n", "2:3"), ("r:\n- a\n  - b\n- c\n", "3:3")]
)
def test_an_item_that_yaml_takes_for_more_of_the_text_above_is_reported(text: str, place: str):
    value, found = faults(text)
    assert found == [f"{place} yaml-item-misplaced"]
    items = value["r"] if isinstance(value, dict) else value
    assert items[:2] == ["a", "b"]


def test_dashes_within_block_texts_and_quotation_marks_are_text():
    assert sound("a: >\n  ett\n  - två\nb: |\n  - tre\nc: 'x\n  - y'\n") == {
        "a": "ett - två\n",
        "b": "- tre\n",
        "c": "x - y",
    }


@pytest.mark.parametrize(
    "text",
    [
        "a: 'RS 1 #3'\n",
        'a: "RS 1 #3"\n',
        "a: RS 1 # en kommentar\n",
        "a: |\n  b: c #d\n",
        "a: >-\n  b: c #d\n",
        "# a: b #c\n",
        "a: x#y\n",
        "a: [33.5, 1.5]\n",
        'a: ["33,5", "1,5"]\n',
        "a: [3,5]\n",
        "a: '[33,5, 1,5]'\n",
        "a: x [33,5, 1,5] y\n",
        "a: |\n  [33,5, 1,5]\n",
    ],
)
def test_what_is_no_trap_is_left_alone(text: str):
    sound(text)


@pytest.mark.parametrize(
    "text", ["a: x #y\n", "a: #y\n", "b: 1\na: #y\nc: 2\n", "- x #y\n", "b:\n  a: #y\n", "b: 1\na: #y"]
)
def test_a_value_cut_by_a_comment_is_reported(text: str):
    assert [each.split()[1] for each in faults(text)[1]] == ["yaml-comment-cuts"]


def test_a_key_twice_is_reported_with_the_line_of_the_first():
    value, found = read_yaml("a: 1\nb: 2\na: 3\n", "a.yaml", 5)
    assert plain(value) == {"a": "1", "b": "2"}
    assert [(each.code, each.location, each.parameters) for each in found] == [
        ("duplicate-key", Location("a.yaml", 7, 1, 1), (("key", "a"), ("line", "5")))
    ]


@pytest.mark.parametrize("text", ["a: &x 1\nb: 2\n", "a: &x [1]\nb: *x\n", "&x a: 1\n"])
def test_anchors_and_aliases_are_reported(text: str):
    assert "yaml-anchor" in {each.split()[1] for each in faults(text)[1]}


def test_an_anchor_twice_is_two_faults_and_no_warning_of_the_parser():
    assert faults("a: &x 1\nb: &x 2\n")[1] == ["1:4 yaml-anchor", "2:4 yaml-anchor"]


def test_a_bomb_of_aliases_is_not_unfolded():
    lines = ["a: &a [x, x]"] + [
        f"{name}: &{name} [*{last}, *{last}]" for last, name in zip("abcdefghij", "bcdefghijk", strict=True)
    ]
    value, found = faults("\n".join(lines * 1))
    assert value == dict.fromkeys("abcdefghijk")
    assert {each.split()[1] for each in found} == {"yaml-anchor"}


@pytest.mark.parametrize(
    "text", ["a: &a\n  <<: *a\n  b: 1\n", "a: &a [*a, *a]\n", "a: &a {b: *a}\n", "a: &a\n  - b: &b [*a, *b]\n"]
)
def test_an_alias_of_what_it_stands_in_is_reported(text: str):
    assert {each.split()[1] for each in faults(text)[1]} == {"yaml-anchor"}


def test_aliases_are_not_followed_in_looking_for_traps():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert {each.split()[1] for each in faults("\n".join(lines))[1]} == {"yaml-anchor"}


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object:os.system x\n",
        "a: !x\n",
        "a: !!int 5\n",
        "a: ! x\n",
        "a: !y [1]\n",
        "a: !z {b: 1}\n",
        "a: !!set {b}\n",
        "!x\na: 1\n",
    ],
)
def test_tags_are_reported(text: str):
    assert [each.split()[1] for each in faults(text)[1]] == ["yaml-tag"]


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{a: 1}: b\n"])
def test_a_key_that_is_no_text_is_reported(text: str):
    assert [each.split()[1] for each in faults(text)[1]] == ["yaml-key-not-text"]


def test_values_too_deep_are_reported_and_left_out():
    assert sound("[" * DEEPEST + "x" + "]" * DEEPEST) is not None
    deep = DEEPEST + 1
    assert faults("[" * deep + "x" + "]" * deep)[1] == [f"1:{deep + 1} yaml-too-deep"]


@pytest.mark.parametrize(
    "text",
    ["[" * 3_000, "- " * 3_000 + "x", "{a: " * 2_000, "".join("  " * n + "a:\n" for n in range(300))],
)
def test_absurd_depth_is_reported_and_not_raised(text: str):
    assert faults(text)[1] != []


@pytest.mark.parametrize(
    ("text", "kept"), [("a: 'öppen\nb: 1\n", "b"), ("a: [x\nb: 1\n", "b"), ("a: 1\nbara text\nb: 2\n", "b")]
)
def test_the_lines_around_a_fault_are_read(text: str, kept: str):
    value, _ = faults(text)
    assert isinstance(value, dict)
    assert kept in value


def test_forbidden_characters_are_each_reported_and_the_rest_read():
    value, found = faults("a: x\x07y\nb: \ue000\n\u2028c: 1\n")
    assert found == ["1:5 character-forbidden", "2:4 character-forbidden", "3:1 character-forbidden"]
    assert value == {"a": "x\ufffdy", "b": "\ufffd", "\ufffdc": "1"}


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\x1b", "\\ud800", "\\ue000", "\\N", "\\L", "\\U0010FFFF"])
def test_escapes_can_not_write_what_the_file_may_not_hold(escape: str):
    value, found = faults(f'a: "x{escape}y"\n')
    assert value == {"a": "x\ufffdy"}
    assert found == ["1:4 character-forbidden"]


@pytest.mark.parametrize("text", ["a: \x85b\n", "a: b\u2029c: d\n", "\ufeffa: 1\n", "a: \ufeff1\n", "a: 1\x00", "\x0c"])
def test_odd_breaks_and_marks_raise_nothing(text: str):
    read_yaml(text, "a.yaml")


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"\n', 'a: "\\U00110000"\n'])
def test_an_escape_beyond_unicode_is_a_fault(text: str):
    assert [each.split()[1] for each in faults(text)[1]] == ["yaml-unreadable"]


@pytest.mark.parametrize("text", ["a: [" + "x," * 11_000 + "]", "a: x\n" * 11_000, "a" * 210_000])
def test_a_file_of_too_much_is_not_read(text: str):
    assert [each.split()[1] for each in faults(text)[1]] == ["yaml-too-much"]


def test_a_file_of_faults_ends():
    text = "".join(f"a{number}: @x\n" for number in range(500))
    _, found = read_yaml(text, "a.yaml")
    assert len(found) == 100


ODD = st.text(alphabet=st.sampled_from(" \n\t-:#\"'[]{}&*!|>@`%?,ab1~.\\å\x00\ufeff\u2028"), max_size=60)


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(ODD)
def test_no_text_raises_and_every_fault_stands_in_the_text(text: str):
    _, found = read_yaml(text, "a.yaml", 3)
    lines = text.split("\n")
    for each in found:
        assert 3 <= each.location.line <= 3 + len(lines)
        assert each.location.column >= 1


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(st.text(max_size=40))
def test_any_text_comes_back_from_quotation_marks(text: str):
    quoted = text.replace("\r", " ").replace("\n", " ").replace("'", "''")
    value, found = read_yaml(f"a: 'x{quoted}x'\n", "a.yaml")
    if not found:
        assert plain(value) == {"a": f"x{quoted.replace(chr(39) * 2, chr(39))}x"}


def test_a_value_is_no_longer_than_any_format_holds_as_one():
    assert faults(f"a: {'b ' * 2_000}\n")[1] == []
    assert faults(f"a: x\nb: {'b ' * 3_000}\n")[1] == ["2:4 text-too-long"]
