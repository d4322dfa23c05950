from __future__ import annotations

from pathlib import Path

import pytest

from plangen.diagnostics import Location, PlangenError, error
from plangen.readers.text_file import decoded, read_bytes, read_lines, read_text
from plangen.source.source import LARGEST_FILE, Folder, Memory


def text_of(data: bytes) -> str | None:
    text, found = read_text(Memory({"a": data}), "a")
    assert found == ()
    return text


def test_line_ends_of_every_kind_become_line_feeds():
    assert text_of(b"a\nb\r\nc\rd\r\n") == "a\nb\nc\nd\n"


def test_a_byte_order_mark_is_no_text():
    assert text_of(b"\xef\xbb\xbftitel: A") == "titel: A"


def test_letters_typed_with_loose_accents_are_one_character():
    assert text_of("ma\u030alva\u0308rde: o\u0308".encode()) == "målvärde: ö"


def test_an_empty_file_is_empty_text():
    assert text_of(b"") == ""


def test_a_missing_file_is_no_fault_here():
    assert read_text(Memory({}), "a") == (None, ())


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        ("titel: \xc5r".encode("cp1252"), 1, 8),
        ("å\nåä ".encode() + b"\xf6r", 2, 4),
        ("å\r\nåä ".encode() + b"\xf6r", 2, 4),
        (b"\xef\xbb\xbfab\xe5", 1, 3),
        (b"ab\xe2\x82", 1, 3),
    ],
)
def test_another_encoding_is_reported_at_its_first_character(data: bytes, line: int, column: int):
    text, found = read_text(Memory({"a": data}), "a")
    assert text is None
    assert found == (error("not-utf8", Location("a", line, column, 1)),)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a: b".encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + "a: b".encode("utf-16-be"), "utf-16"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 1\n", "git-lfs"),
    ],
)
def test_what_the_whole_file_is_instead_of_a_text_is_told(data: bytes, code: str):
    text, found = read_text(Memory({"a": data}), "a")
    assert text is None
    assert [(each.code, each.location) for each in found] == [(code, Location("a"))]


def test_a_file_too_large_is_a_fault_of_the_content(tmp_path: Path):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    place = Location("a")
    fault = error("file-too-large", place, file="a", megabytes=5)
    assert read_bytes(Folder(tmp_path), "a") == (None, (fault,))
    assert read_text(Folder(tmp_path), "a") == (None, (fault,))


def test_another_fault_of_the_world_is_none_of_the_content():
    class Broken(Memory):
        def read(self, path: str) -> bytes | None:
            raise PlangenError("file-unreadable", file=path, reason="nej")

    with pytest.raises(PlangenError):
        read_text(Broken({}), "a")


def test_what_is_no_utf8_can_be_shown_all_the_same():
    assert decoded(b"\xef\xbb\xbfa\xe5\r\nb", "replace") == "a\ufffd\nb"


def test_a_text_too_large_or_too_long_is_refused():
    for text, code in (
        ("a" * 1_000_001, "file-too-large"),
        ("\n" * 10_001, "file-too-long"),
        ("\r" * 10_001, "file-too-long"),
    ):
        found = read_text(Memory({"a": text}), "a")
        assert found[0] is None
        assert [each.code for each in found[1]] == [code]
    assert read_text(Memory({"a": "a" * 1_000_000}), "a")[1] == ()


def test_the_lines_of_a_file_are_those_that_places_count():
    source = Memory({"a": b"\xef\xbb\xbfett\r\ntv\xc3\xa5\rtre \xff"})
    assert read_lines(source, "a") == ("ett", "två", "tre \ufffd")
    assert read_lines(source, "b") == ()


def test_of_two_versions_that_git_has_left_the_first_is_read_and_the_place_told():
    text, found = read_text(Memory({"a": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"}), "a")
    assert text == "\na\n\n\n\n"
    assert [(each.code, each.location.line) for each in found] == [("git-conflict", 1)]
