from __future__ import annotations

import pytest

from plangen.diagnostics import Location, error
from plangen.readers.front_matter import split_front_matter


def parts(text: str) -> tuple[str, int, str, int]:
    split, found = split_front_matter(text, "a.md")
    assert found == ()
    return split.front, split.front_line, split.body, split.body_line


def test_front_matter_and_body_know_their_lines():
    assert parts("---\ntitel: A\nid: a\n---\nText\n") == ("titel: A\nid: a\n", 2, "Text\n", 5)
    assert parts("---  \ntitel: A\n---\t\n\nText") == ("titel: A\n", 2, "\nText", 4)


def test_front_matter_may_be_empty_and_the_body_too():
    assert parts("---\n---\n") == ("", 2, "", 3)
    assert parts("---\ntitel: A\n---") == ("titel: A\n", 2, "", 4)


def test_dashes_in_the_body_or_within_a_line_end_nothing():
    assert parts("---\ntitel: --- a\n---\na\n\n---\n")[2] == "a\n\n---\n"


@pytest.mark.parametrize("text", ["", "Text", "+++\na\n+++\n", "# Mål\n\nText\n"])
def test_missing_front_matter_is_reported_and_all_is_body(text: str):
    split, found = split_front_matter(text, "a.md")
    assert [(each.code, each.location.line) for each in found] == [("front-matter-missing", 1)]
    assert (split.front, split.body, split.body_line) == ("", text, 1)


def test_a_heading_is_told_as_the_title_that_is_missing():
    _, (found,) = split_front_matter("\n## Mål och medel\n", "a.md")
    assert (dict(found.parameters), found.location) == ({"title": "Mål och medel"}, Location("a.md", 2, 1, 16))


@pytest.mark.parametrize("line", ["\n", "\n\n"])
def test_empty_lines_before_the_first_are_told(line: str):
    split, found = split_front_matter(f"{line}---\ntitel: A\n---\nText\n", "a.md")
    assert found == (error("front-matter-start", Location("a.md", 1 + len(line), 1, 3)),)
    assert (split.front, split.front_line) == ("titel: A\n", 2 + len(line))
    assert (split.body, split.body_line) == ("Text\n", 4 + len(line))


def test_a_first_line_that_is_missing_is_told_and_the_front_matter_read():
    split, found = split_front_matter("titel: A\nid: a\n---\nText\n", "a.md")
    assert found == (error("front-matter-start", Location("a.md", 1, 1, 8)),)
    assert (split.front, split.front_line, split.body, split.body_line) == ("titel: A\nid: a\n", 1, "Text\n", 4)


def test_front_matter_below_the_text_is_told_and_read():
    split, found = split_front_matter("Text\n---\ntitel: A\n---\nMer\n", "a.md")
    assert found == (error("front-matter-late", Location("a.md", 2, 1, 3), start=2, end=4),)
    assert (split.front, split.front_line) == ("titel: A", 3)
    assert split.body == "Text\n\n\n\nMer\n"


@pytest.mark.parametrize(
    ("text", "line", "front", "body"),
    [
        ("---\ntitel: A\nid: a\n\nEtt: stycke\n", 3, "titel: A\nid: a\n", "\nEtt: stycke\n"),
        ("---\ntitel: A\nText utan kolon.\n", 2, "titel: A\n", "Text utan kolon.\n"),
        ("---\nlista:\n  - a\n\nText\n", 3, "lista:\n  - a\n", "\nText\n"),
        ("---\n", 1, "", ""),
    ],
)
def test_front_matter_without_end_ends_where_no_key_can_be(text: str, line: int, front: str, body: str):
    split, found = split_front_matter(text, "a.md")
    assert [(each.code, each.location.line) for each in found] == [("front-matter-open", line)]
    assert (split.front, split.body) == (front, body)


@pytest.mark.parametrize("fence", ["--", "----", "—", "–––", "***", " ---"])
def test_a_line_like_the_one_that_ends_it_is_told_and_ends_it(fence: str):
    split, found = split_front_matter(f"---\ntitel: A\n{fence}\nText\n", "a.md")
    assert [(each.code, each.location.line) for each in found] == [("front-matter-end", 3)]
    assert (split.front, split.body, split.body_line) == ("titel: A\n", "Text\n", 4)
