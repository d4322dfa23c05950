from __future__ import annotations

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

from plangen.readers.yaml import read_yaml
from plangen.readers.yaml_traps import Trap, cut_by_comment, explain, item_in_text, split_by_commas, text_in_brackets


def trap(text: str) -> Trap:
    """What the parser's complaint about a text comes from."""
    with pytest.raises(MarkedYAMLError) as raised:
        YAML(typ="rt", pure=True).compose(text)
    return explain(text, raised.value)


def corrected(found: Trap | None) -> str:
    assert found is not None
    return dict(found.parameters)["written"]


@pytest.mark.parametrize(
    ("line", "code", "right"),
    [
        ("målvärde: *", "yaml-quote-mark", 'målvärde: "*"'),
        ("målvärde: *text*", "yaml-quote-mark", 'målvärde: "*text*"'),
        ("målvärde: >= 80 %", "yaml-quote-mark", 'målvärde: ">= 80 %"'),
        ("målvärde: > 80 %", "yaml-quote-mark", 'målvärde: "> 80 %"'),
        ("källa: @x", "yaml-quote-mark", 'källa: "@x"'),
        ("källa: `x`", "yaml-quote-mark", 'källa: "`x`"'),
        ("källa: %x", "yaml-quote-mark", 'källa: "%x"'),
        ("källa: | x", "yaml-quote-mark", 'källa: "| x"'),
        ("källa: - x", "yaml-quote-mark", 'källa: "- x"'),
        ("källa: ? x", "yaml-quote-mark", 'källa: "? x"'),
        ("källa: , x", "yaml-quote-mark", 'källa: ", x"'),
        ("källa: }", "yaml-quote-mark", 'källa: "}"'),
        ("titel: {{ plan.year }} års plan", "yaml-quote-mark", 'titel: "{{ plan.year }} års plan"'),
        ("titel: [](#mal) visar", "yaml-quote-mark", 'titel: "[](#mal) visar"'),
        ("titel: [^n] x", "yaml-quote-mark", 'titel: "[^n] x"'),
        ("- *", "yaml-quote-mark", '- "*"'),
        ("  - namn: @x", "yaml-quote-mark", '- namn: "@x"'),
        ('målvärde: @"x"', "yaml-quote-mark", "målvärde: '@\"x\"'"),
        ('målvärde: @it\'s "x"', "yaml-quote-mark", "målvärde: '@it''s \"x\"'"),
        ("titel: Text: mer text", "yaml-quote-colon", 'titel: "Text: mer text"'),
        ("- titel: a: b: c", "yaml-quote-colon", '- titel: "a: b: c"'),
        ("titel: Text:", "yaml-quote-colon", 'titel: "Text:"'),
        ("titel: 'öppen", "yaml-quote-open", "titel: 'öppen'"),
        ('titel: "öppen  ', "yaml-quote-open", 'titel: "öppen"'),
        ('titel: "Bra" vård', "yaml-quote-ends", "titel: '\"Bra\" vård'"),
        ("titel: 'Jan's hus'", "yaml-quote-ends", 'titel: "Jan\'s hus"'),
        ('titel: "Bra": vård', "yaml-quote-ends", "titel: '\"Bra\": vård'"),
        ('titel: "C:\\plan"', "yaml-backslash", "titel: 'C:\\plan'"),
        ("\ttitel: x", "yaml-tab", "titel: x"),
        ("titel:\n \tår: 1\n\tmål: 2", "yaml-tab", "år: 1"),
    ],
)
def test_a_trap_is_named_with_the_line_as_it_should_be(line: str, code: str, right: str):
    found = trap(line + "\n")
    assert (found.code, corrected(found).strip()) == (code, right)


@pytest.mark.parametrize(
    ("text", "line", "right"),
    [
        ("år:2026\nnamn: x\n", 0, "år: 2026"),
        ("namn: x\når:2026\nmål: y\n", 1, "år: 2026"),
        ("ram:\n  belopp:300\n  enhet: tkr\n", 1, "  belopp: 300"),
    ],
)
def test_a_colon_without_a_space_is_found_on_its_own_line(text: str, line: int, right: str):
    found = trap(text)
    assert (found.code, found.line, corrected(found)) == ("yaml-colon-space", line, right)


@pytest.mark.parametrize(
    ("text", "line", "column", "length"),
    [
        ("a: 1\nmålvärde: >= 80 %\n", 1, 10, 7),
        ("a:\n  b: Text: mer\n", 1, 5, 9),
        ("a: 1\nb: 'öppen\nc: 1\n", 1, 3, 6),
        ("a: 1\nb: [x, y\nc: 1\n", 1, 3, 1),
        ("a: 1\nbara text\nb: 2\n", 1, 0, 9),
        ("bara text\nb: 2\n", 0, 0, 9),
        ("a:\n  bara text\n  b: 2\n", 1, 2, 9),
        ("a:\n  - b\n- c\n", 2, 0, 3),
        ("a:\n \t b: 1\n", 1, 0, 3),
        ('a: "x\\y"\n', 0, 3, 5),
    ],
)
def test_a_trap_marks_what_is_wrong(text: str, line: int, column: int, length: int):
    found = trap(text)
    assert (found.line, found.column, found.length) == (line, column, length)


@pytest.mark.parametrize(
    "text",
    [
        "a: *\nb: 1\n",
        "a: x: y\nb: 1\n",
        "a: 'x\nb: 1\n",
        "a: [x\nb: 1\n",
        "a: {{ x }} y\nb: 1\n",
        "a: 1\nbara text\nb: 1\n",
        "r:\n  - a: 1\n - a: 2\nb: 1\n",
        "a:\n\tc: 1\nb: 1\n",
        "a:1\nb: 1\n",
        'a: "x\\y"\nb: 1\n',
    ],
)
def test_the_mended_text_can_be_read(text: str):
    mended = trap(text).mended
    assert mended is not None
    node = YAML(typ="rt", pure=True).compose(mended)
    assert "b" in [key.value for key, _ in node.value]


def test_what_nobody_can_mend_is_blanked():
    found = trap("a: 1\nbara text\nb: 2\n")
    assert found.code == "yaml-form"
    assert found.mended == "a: 1\n\nb: 2\n"


def test_every_mending_changes_the_text():
    """Else reading would go in circles."""
    for text in ("a: *\n", "a: 'x\n", "a: [x\n", "- a\nb: 1\n", "a: ]]\n", "*: x\n", "%x\na: 1\n"):
        found = trap(text)
        assert found.mended != text


@pytest.mark.parametrize("text", ["- a\nb: 1\n", "a: 1\n- b\n", "a: [x]]\n", "*: x\n", "a: 1\nkl 10:30 möte\nb: 2\n"])
def test_anything_else_is_a_fault_of_form_with_the_parsers_reason(text: str):
    found = trap(text)
    assert found.code == "yaml-form"
    assert dict(found.parameters)["reason"]


def test_a_value_cut_by_a_comment_is_shown_whole():
    found = cut_by_comment(["diarienummer: RS/2025-001 #3"], (0, 14, 0, 25))
    assert found is not None
    assert (found.code, found.column, found.length) == ("yaml-comment-cuts", 26, 2)
    assert corrected(found) == 'diarienummer: "RS/2025-001 #3"'


@pytest.mark.parametrize("line", ["a: x # kommentar", "a: x", "a: x #", "a: x  # b #c"])
def test_a_comment_with_a_space_is_a_comment(line: str):
    assert cut_by_comment([line], (0, 3, 0, 4)) is None


def test_numbers_cut_by_their_commas_are_shown_in_quotation_marks():
    found = split_by_commas(["a: [33,5, 1,5]  # x"], (0, 3, 0, 14))
    assert found is not None
    assert (found.code, found.column, found.length) == ("yaml-comma-splits", 3, 11)
    assert corrected(found) == 'a: ["33,5", "1,5"]  # x'


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("- {namn: A, kr: 33,5}", '- {namn: A, kr: "33,5"}'),
        ("- {in: 1 000,5, ut: -2,25 }", '- {in: "1 000,5", ut: "-2,25" }'),
    ],
)
def test_a_number_cut_by_its_comma_in_a_mapping_is_shown_in_quotation_marks(line: str, right: str):
    assert corrected(split_by_commas([line], (0, 2, 0, len(line)))) == right


@pytest.mark.parametrize(
    "line", ["{a: 1, b: 2}", "{a: 1,b: 2}", '{a: "33,5"}', "{a: x 3,5}", "{a: [1,2]}", "{a: 33.5}"]
)
def test_other_mappings_are_left_alone(line: str):
    assert split_by_commas([line], (0, 0, 0, len(line))) is None


@pytest.mark.parametrize(
    "line", ["a: [1, 2]", "a: [1,2]", "a: [33,5]", 'a: ["33,5", "1,5"]', "a: [a,b, c]", "a: [[1,2], [3,4]]"]
)
def test_other_lists_are_left_alone(line: str):
    assert split_by_commas([line], (0, 3, 0, len(line))) is None


def test_an_item_in_a_text_is_put_in_line_with_the_one_before():
    found = item_in_text(["r:", "  - a", "    - b"], (1, 4, 2, 7))
    assert found is not None
    assert (found.code, found.line, found.column, found.length) == ("yaml-item-misplaced", 2, 4, 3)
    assert found.mended == "r:\n  - a\n  - b"
    assert found.moved == (2, -2)


def test_text_over_lines_has_no_item():
    assert item_in_text(["r:", "  - a", "    b - c"], (1, 4, 2, 9)) is None


@pytest.mark.parametrize("value", ["{{ plan.year }}", "[^not]"])
def test_brackets_of_markdown_need_quotation_marks(value: str):
    found = text_in_brackets([f"a: {value}"], (0, 3, 0, 3 + len(value)))
    assert corrected(found) == f'a: "{value}"'


@pytest.mark.parametrize("value", ["[a, b]", "{a: b}", "[]"])
def test_brackets_of_yaml_are_lists_and_mappings(value: str):
    assert text_in_brackets([f"a: {value}"], (0, 3, 0, 3 + len(value))) is None


@pytest.mark.parametrize("mark", ["* ", "– ", "-", "• "])
def test_item_with_another_mark_is_told_with_the_line_as_it_should_be(mark: str) -> None:
    _, found = read_yaml(f"avsnitt:\n  - inledning\n  {mark}mal\n  - slut\n", "plan.yaml")
    assert [(each.code, each.location.line, dict(each.parameters)["written"]) for each in found] == [
        ("yaml-item-mark", 3, "  - mal")
    ]
