"""Hostile Word templates: each is refused by what is wrong with it, within two seconds and 300 MB.

A case of tests/hostile/word is a text file: the codes, and parts that take the place of those of a small template.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

import pytest

from plangen.word.archive import COMPOUND_FILE

from .test_hostile import CORPUS, PLAN, Judge

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SMALL: Mapping[str, str] = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>{{ plan.titel }}</w:t></w:r></w:p></w:body></w:document>",
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId9" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
    "word/styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
}
CASES = tuple(sorted(each.name for each in (CORPUS / "word").iterdir()))
NAMED = f"{PLAN}wordmall: mall\n"


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    judge = Judge()
    yield judge
    judge.close()


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def read(name: str) -> tuple[str, dict[str, str]]:
    code, _, rest = (CORPUS / "word" / name).read_text(encoding="utf-8").partition("\n")
    pieces = re.split(r"^=== (.+)\n", rest, flags=re.MULTILINE)[1:]
    return code, {part: text.rstrip("\n") for part, text in zip(pieces[::2], pieces[1::2], strict=True)}


def test_the_small_template_itself_is_fine(judge: Judge) -> None:
    verdict = judge({"plan.yaml": NAMED, "mall.docx": packed(SMALL)})
    assert verdict.sound, verdict.report


@pytest.mark.parametrize("name", CASES)
def test_a_template_is_refused_by_what_is_wrong_with_it(name: str, judge: Judge) -> None:
    code, parts = read(name)
    verdict = judge({"plan.yaml": NAMED, "mall.docx": packed({**SMALL, **parts})})
    assert not verdict.sound
    assert verdict.codes == tuple(code.split()), verdict.report


def bomb() -> bytes:
    return packed({**SMALL, "word/media/a.png": bytes(70_000_000)})


def steep() -> bytes:
    return packed({**SMALL, **{f"word/media/{number}.png": bytes(500_000) for number in range(20)}})


def crowded() -> bytes:
    return packed({**SMALL, **{f"a/{number}.xml": "<a/>" for number in range(2_000)}})


def flat() -> bytes:
    many = "".join(f"<w:p{number}/>" for number in range(600_000))
    text = SMALL["word/document.xml"].replace("<w:p>", f"{many}<w:p>")
    return packed({**SMALL, "word/document.xml": text})


def lying() -> bytes:
    data = packed(SMALL, zipfile.ZIP_STORED)
    return data.replace(b"{{ plan.titel }}", b"{{ plan.TITEL }}", 1)


def twice() -> bytes:
    data = BytesIO(packed(SMALL))
    with zipfile.ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<other/>")
    return data.getvalue()


FILES = {
    "nothing": (lambda: b"", "word-template-kind"),
    "text": (lambda: b"Hej", "word-template-kind"),
    "page": (lambda: b"<html></html>", "word-template-kind"),
    "rich text": (lambda: b"{\\rtf1 x}", "word-template-kind"),
    "old or encrypted": (lambda: COMPOUND_FILE + bytes(600), "word-template-encrypted"),
    "half": (lambda: packed(SMALL)[:300], "word-template-damaged"),
    "header alone": (lambda: b"PK\x03\x04", "word-template-damaged"),
    "another kind of archive": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "word-template-kind",
    ),
    "bomb": (bomb, "word-template-too-large"),
    "steep": (steep, "word-template-too-large"),
    "crowded": (crowded, "word-template-too-large"),
    "flat": (flat, "word-template-damaged"),
    "checksum": (lying, "word-template-damaged"),
    "part twice": (twice, "word-template-damaged"),
    "leading out": (lambda: packed({**SMALL, "../../evil.xml": "<a/>"}), "word-template-damaged"),
    "backslash": (lambda: packed({**SMALL, "word\\x.xml": "<a/>"}), "word-template-damaged"),
    "same but for case": (lambda: packed({**SMALL, "WORD/document.xml": "<a/>"}), "word-template-damaged"),
    "other compression": (lambda: packed(SMALL, zipfile.ZIP_LZMA), ""),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_template_says_so(name: str, judge: Judge) -> None:
    make, code = FILES[name]
    verdict = judge({"plan.yaml": NAMED, "mall.docx": make()})
    assert verdict.sound is not bool(code), verdict.report
    assert verdict.codes == ((code,) if code else ()), verdict.report


@pytest.mark.parametrize(
    "path", ["../../../etc/passwd", "/etc/passwd", "..", "a/../../../x.docx", ".hidden.docx", "a\\b"]
)
def test_a_template_is_sought_below_the_plan_only(path: str, judge: Judge) -> None:
    verdict = judge({"plan.yaml": f"{PLAN}wordmall: '{path}'\n"})
    assert verdict.codes == ("word-template-missing",), verdict.report
