"""Hostile content: each case ends within two seconds and 300 MB, as a fault or as text, never as anything else.

The corpora are in tests/hostile, a folder for each class: a line or a file is a case.
"""

from __future__ import annotations

import pickle
import struct
import subprocess
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from plangen.cli.main import main

from .harmless import assert_harmless
from .judge import Case, Verdict
from .large import MARKDOWN, OUTLINES, YAML

CORPUS = Path(__file__).resolve().parents[1] / "hostile"
FOLDER = "content/p"
OUTLINE = "templates/outline/egen.md.j2"
UNSEEN = ("\\ue000", "\\x00")
"""Escapes of characters that no file may hold."""
PLAN = """\
titel: Plan
organisation: Region
år: 2026
språk: sv
status: utkast
disposition: arsplan
avsnitt: [a]
"""
FRONT = "---\ntitel: A\nmål: alla\ntabeller: [t]\n---\n"
FILES: Mapping[str, str | bytes] = {
    "plan.yaml": PLAN,
    "sections/a.md": f"{FRONT}Text.\n",
    "goals.yaml": "nivåer: [{namn: Mål}]\nmål: [b]\n",
    "goals/b.md": "---\ntitel: B\n---\nText.\n",
    "budget/t.yaml": "titel: T\nkolumner: {k: {rubrik: K}}\nrader: [{namn: r, k: 1}]\n",
}


class Judge:
    """The process that examines plans (judge.py)."""

    def __init__(self) -> None:
        command = (sys.executable, str(Path(__file__).with_name("judge.py")))
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(
        self, files: Mapping[str, str | bytes] | None = None, *, root: Path | None = None, **above: str | bytes
    ) -> Verdict:
        """The verdict on the small plan with some files changed; `outline` and `brand` stand in templates/."""
        paths = {"outline": OUTLINE, "brand": "templates/brand.yaml"}
        changed = {f"{FOLDER}/{path}": text for path, text in {**FILES, **(files or {})}.items()}
        case = Case(changed | {paths[name]: text for name, text in above.items()}, root, FOLDER)
        assert self.process.stdin
        assert self.process.stdout
        pickle.dump(vars(case), self.process.stdin)
        self.process.stdin.flush()
        verdict = Verdict(**pickle.load(self.process.stdout))
        assert verdict.ended, verdict.report
        assert "Traceback" not in verdict.report
        return verdict

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    judge = Judge()
    assert judge().sound
    yield judge
    judge.close()


def lines(*parts: str) -> list[str]:
    """The cases of a file of the corpus, one a line."""
    return CORPUS.joinpath(*parts).read_text(encoding="utf-8").splitlines()


def whole(name: str) -> list[str]:
    """The files of a class of the corpus."""
    return sorted(path.name for path in (CORPUS / name).iterdir())


def refused(verdict: Verdict, code: str = "") -> None:
    """Whether a fault was found, the one expected, and so nothing is written."""
    assert not verdict.sound, verdict.report
    assert verdict.fault or verdict.codes
    assert code in (*verdict.codes, verdict.fault, ""), verdict.report[:2000]
    assert not verdict.page


# Outlines and expressions


@pytest.mark.parametrize(
    "outline", [line for name in whole("outlines") for line in lines("outlines", name)], ids=lambda text: text[:60]
)
def test_an_outline_reaches_nothing_beyond_its_names(outline: str, judge: Judge) -> None:
    verdict = judge({"plan.yaml": PLAN.replace("arsplan", "egen")}, outline=f"{outline}\n")
    refused(verdict)
    beyond = {"character-forbidden"} if any(each in outline for each in UNSEEN) else {"link-forbidden", "image-missing"}
    assert beyond & {*verdict.codes} or any(code.startswith("outline-") for code in verdict.codes), verdict.codes


@pytest.mark.parametrize("name", OUTLINES)
def test_an_outline_that_takes_too_much_is_stopped(name: str, judge: Judge) -> None:
    outline, code = OUTLINES[name]
    verdict = judge({"plan.yaml": PLAN.replace("arsplan", "egen")}, outline=outline)
    if code:
        refused(verdict, code)


@pytest.mark.parametrize("expression", lines("expressions", "expressions.txt"))
def test_an_expression_gives_a_figure_or_a_fault(expression: str, judge: Judge) -> None:
    verdict = judge({"sections/a.md": f"{FRONT}a {{{{ {expression} }}}} b\n"})
    refused(verdict)
    assert all(code.startswith(("expression-", "character-")) for code in verdict.codes), verdict.codes


# YAML


@pytest.mark.parametrize("name", whole("yaml"))
def test_what_yaml_can_do_beyond_values_is_refused(name: str, judge: Judge) -> None:
    text = (CORPUS / "yaml" / name).read_bytes()
    rest = b"".join(line + b"\n" for line in PLAN.encode().splitlines() if not line.startswith(b"titel"))
    refused(judge({"plan.yaml": text}))
    refused(judge({"plan.yaml": text + rest}))
    judge({"sections/a.md": b"---\n" + text + b"---\nx\n"})


@pytest.mark.parametrize("name", YAML)
def test_yaml_without_end_is_a_fault(name: str, judge: Judge) -> None:
    text, code = YAML[name]
    refused(judge({"plan.yaml": text}), code)


def test_file_of_fifty_megabytes_is_refused_unread(judge: Judge, tmp_path: Path) -> None:
    for large in ("plan.yaml", "sections/a.md", "goals/b.md", "budget/t.yaml", "bild.png"):
        root = on_disk(tmp_path / large.replace("/", "-"), {"sections/a.md": f"{FRONT}![x](bild.png)\n"})
        with (root / FOLDER / large).open("ab") as file:
            file.truncate(50_000_000)
        verdict = judge(root=root)
        refused(verdict, "file-too-large")
        assert verdict.bytes < 100_000_000


@pytest.mark.parametrize(
    ("columns", "rows", "code"), [(400, 400, "table-too-large"), (70, 70, ""), (4, 1200, ""), (1, 3000, "")]
)
def test_a_budget_is_no_larger_than_a_table_can_be(columns: int, rows: int, code: str, judge: Judge) -> None:
    named = ", ".join(
        f"k{number}: {{rubrik: K, roll: {'utgående' if number % 2 else 'ingående'}}}" for number in range(columns)
    )
    table = f"titel: T\nkolumner: {{{named}}}\nrader:\n" + "".join(
        f"  - {{namn: r{number}, roll: {'summa' if number % 2 else 'post'}}}\n" for number in range(rows)
    )
    refused(judge({"budget/t.yaml": table}), code)


# Markdown


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_without_end_takes_no_time(name: str, judge: Judge) -> None:
    text, code = MARKDOWN[name]
    verdict = judge({"sections/a.md": f"{FRONT}{text}\n"})
    if code:
        refused(verdict, code)
    quoted = text[:10_000].translate({ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", 7: "\\a"})
    judge({"goals.yaml": f'nivåer: [{{namn: Mål}}]\nmål:\n  - titel: "{quoted}"\n'})


@pytest.mark.parametrize("url", lines("links", "links.txt"))
def test_a_link_leads_to_the_web_a_mailbox_or_the_plan(url: str, judge: Judge) -> None:
    spelled = (f"[a]({url})", f"[a](<{url}>)", f"[a]( {url} 'x')", f"[a]\n\n[a]: {url}", f"*[**b**]({url})*")
    for text in ("\n\n".join(spelled), f"<{url}>"):
        verdict = judge({"sections/a.md": f"{FRONT}{text}\n"})
        if verdict.sound:
            assert_harmless(verdict.page)  # with spaces or brackets in it, it is no link
        else:
            refused(verdict)
            told = {"link-forbidden", "character-forbidden", "character-without-glyph"}
            assert told & {*verdict.codes}, verdict.codes


@pytest.mark.parametrize("name", whole("html"))
def test_markup_in_markdown_is_text(name: str, judge: Judge) -> None:
    text = (CORPUS / "html" / name).read_text(encoding="utf-8")
    for paragraph in (text, *text.split("\n\n")):
        verdict = judge({"sections/a.md": f"{FRONT}{paragraph}\n"})
        if verdict.sound:
            assert_harmless(verdict.page)
        elif name != "attributes.md":
            assert verdict.sound, verdict.report


# Paths


def on_disk(root: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """The small plan on disk, with some files changed, beside a picture that isn't its own."""
    for path, text in {**FILES, **(files or {})}.items():
        place = root / FOLDER / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
    for path in ("hemlig.png", "content/hemlig.png", f"{FOLDER}/a.png"):
        (root / path).write_bytes(png())
    return root


@pytest.mark.parametrize("path", lines("paths", "pictures.txt"))
def test_a_picture_comes_from_the_plans_own_folder(path: str, judge: Judge, tmp_path: Path) -> None:
    root = on_disk(tmp_path, {"sections/a.md": f"{FRONT}![x]({path})\n"})
    refused(judge(root=root), "image-missing")


def test_the_plans_own_picture_is_shown(judge: Judge, tmp_path: Path) -> None:
    assert judge(root=on_disk(tmp_path, {"sections/a.md": f"{FRONT}![x](a.png)\n"})).sound


@pytest.mark.parametrize("name", lines("paths", "names.txt"))
def test_a_name_is_no_path(name: str, judge: Judge, tmp_path: Path) -> None:
    on_disk(tmp_path)
    (tmp_path / "content" / "q").mkdir()
    (tmp_path / "content" / "q" / "plan.md").write_text(f"{FRONT}x\n", encoding="utf-8")
    for old, new in (("arsplan", f'"{name}"'), ("[a]", f'["{name}"]')):
        (tmp_path / FOLDER / "plan.yaml").write_text(PLAN.replace(old, new), encoding="utf-8")
        refused(judge(root=tmp_path))
    (tmp_path / FOLDER / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / FOLDER / "goals.yaml").write_text(f'nivåer: [{{namn: M}}]\nmål: ["{name}"]\n', encoding="utf-8")
    refused(judge(root=tmp_path))


@pytest.mark.parametrize("link", ["sections", "goals", "budget", "plan.yaml", "sections/a.md", "goals/b.md", "a.png"])
def test_a_symbolic_link_leads_nowhere_outside(link: str, judge: Judge, tmp_path: Path) -> None:
    inside = on_disk(tmp_path / "in", {"sections/a.md": f"{FRONT}![x](a.png)\n"})
    outside = on_disk(tmp_path / "out", {"sections/a.md": f"{FRONT}Hemligt.\n"})
    place = inside / FOLDER / link
    place.rename(tmp_path / "borta")
    place.symlink_to(outside / FOLDER / link)
    verdict = judge(root=inside)
    refused(verdict)
    assert "Hemligt" not in verdict.report


def test_a_symbolic_link_to_an_outline_or_a_brand_outside_is_none(judge: Judge, tmp_path: Path) -> None:
    root = on_disk(tmp_path / "in", {"plan.yaml": PLAN.replace("arsplan", "egen")})
    (root / "templates").mkdir()
    outside = tmp_path / "out"
    outside.mkdir()
    (outside / "egen.md.j2").write_text("Hemligt.\n", encoding="utf-8")
    (outside / "brand.yaml").write_text("colours: x\n", encoding="utf-8")
    (root / "templates" / "outline").symlink_to(outside)
    (root / "templates" / "brand.yaml").symlink_to(outside / "brand.yaml")
    verdict = judge(root=root)
    refused(verdict, "unknown-outline")
    assert "mapping-expected" not in verdict.codes


@pytest.mark.parametrize(
    "plan", ["..", "../out", "/etc", "content/../../out", "content/p/../../../out", "../in/content/q"]
)
def test_a_plan_outside_the_root_is_unknown(
    plan: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = on_disk(tmp_path / "in")
    on_disk(tmp_path)
    (tmp_path / FOLDER).rename(tmp_path / "out")
    (root / "content" / "q").symlink_to(tmp_path / "out")
    monkeypatch.chdir(root)
    assert main(["build", plan, "--root", str(root)]) == 2
    assert "[unknown-plan]" in capsys.readouterr().err
    assert not (root / "build").exists()


# Brand and pictures


@pytest.mark.parametrize("name", whole("brand"))
def test_a_brand_says_what_it_may_and_imports_nothing(name: str, judge: Judge) -> None:
    refused(judge(brand=(CORPUS / "brand" / name).read_bytes()))


@pytest.mark.parametrize(
    "word", ["</style><script>alert(1)</script>", '"; } * { background: url(//evil.example) } x {', "\\", "'"]
)
def test_the_name_of_a_font_is_text_in_the_stylesheet(word: str, judge: Judge) -> None:
    quoted = word.replace("\\", "\\\\").replace('"', '\\"')
    verdict = judge(brand=f'fonts:\n  word: "{quoted}"\n')
    assert verdict.sound, verdict.report
    assert_harmless(verdict.page)


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int = 1, height: int = 1, rows: bytes = bytes(2)) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND")


PICTURES = {
    "nothing": (b"", "image-kind"),
    "text": (b"x", "image-kind"),
    "drawing that runs": (b"<svg onload='alert(1)'/>", "image-kind"),
    "page": (b"<html><script>alert(1)</script>", "image-kind"),
    "animation": (b"GIF89a", "image-kind"),
    "document": (b"%PDF-1.7", "image-kind"),
    "signature alone": (b"\x89PNG\r\n\x1a\n", "image-damaged"),
    "half": (png()[:40], "image-damaged"),
    "header that lies": (png(60_000, 60_000), "image-too-large"),
    "bomb of 400 MB": (png(20_000, 20_000, bytes(20_001) * 20_000), "image-too-large"),
    "bomb behind a dot": (png(1, 1, bytes(400_000_000)), ""),
    "as large as may be": (png(5_000, 5_000, bytes(5_001) * 5_000), ""),
    "jpeg header alone": (b"\xff\xd8\xff\xe0x", "image-damaged"),
    "jpeg that lies": (b"\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00", "image-too-large"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_looked_at_before_it_is_set(name: str, judge: Judge) -> None:
    data, code = PICTURES[name]
    verdict = judge({"sections/a.md": f"{FRONT}![x](a.png)\n", "a.png": data})
    if code:
        refused(verdict, code)
    else:
        assert verdict.sound, verdict.report
