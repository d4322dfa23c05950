from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from plangen.diagnostics import Diagnostic
from plangen.word import archive
from plangen.word.archive import COMPOUND_FILE, read_archive


def packed(parts: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return data.getvalue()


def code(data: bytes) -> str:
    found = read_archive(data, "mall.docx")
    assert isinstance(found, Diagnostic)
    assert found.location.file == "mall.docx"
    return found.code


def test_an_archive_is_its_parts_without_folders() -> None:
    assert read_archive(packed({"a/": b"", "a/b.xml": b"<b/>"}), "mall.docx") == {"a/b.xml": b"<b/>"}


FILES = {
    "nothing": (b"", "word-template-kind"),
    "text": (b"Hej", "word-template-kind"),
    "compound": (COMPOUND_FILE + b"x", "word-template-encrypted"),
    "half": (packed({"a": b"b"})[:-4], "word-template-damaged"),
    "leading out": (packed({"../a": b"b"}), "word-template-damaged"),
    "same but for case": (packed({"a": b"b", "A": b"b"}), "word-template-damaged"),
    "large": (packed({"a": bytes(archive.LARGEST_PART + 1)}), "word-template-too-large"),
    "steep": (packed({"a": bytes(archive.UNBELIEVED + 1)}), "word-template-too-large"),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_archive_of_words_says_why(name: str) -> None:
    data, expected = FILES[name]
    assert code(data) == expected


def test_a_part_that_is_locked_is_told_apart_from_a_broken_one() -> None:
    data = bytearray(packed({"a": b"b"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code(bytes(data)) == "word-template-encrypted"


def test_the_most_parts_are_read_and_one_more_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 2)
    assert len(read_archive(packed({"a": b"", "b": b""}), "m")) == 2  # type: ignore[arg-type]
    assert code(packed({"a": b"", "b": b"", "c": b""})) == "word-template-too-large"
