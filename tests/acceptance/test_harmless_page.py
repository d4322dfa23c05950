"""The page lets nothing in from outside and runs nothing, whatever stands in the plan's texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, write
from plangen.source.source import Folder, Memory

from .harmless import alternatives_of, assert_harmless, text_of

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = "content/p"

FIELDS = (
    *("title", "organisation", "body", "remark", "version", "decided by", "paragraph", "case number", "frame title"),
    *("frame by", "section", "document", "kind", "document remark", "prose", "item", "quotation", "term", "definition"),
    *("head", "cell", "note", "reference", "link", "caption", "alternative", "level", "column", "goal", "goal text"),
    *("indicator", "target", "periodicity", "source", "table", "unit", "stub", "figure head", "row", "text cell"),
)

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title> </style> </textarea> </main> </body></html> <script>alert(1)</script>",
    "<svg/onload=alert(1)> <math> <mtext> </mtext></math>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    '" onmouseover="alert(1)" x="',
    "' onmouseover='alert(1)' x='",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;#60;",
    "javascript:alert(1)",
    "<iframe src=//evil.example></iframe><object data=x></object>",
    "<base href=//evil.example><meta http-equiv=refresh content=0>",
    "{{ ''.__class__ }} {% include 'x' %} ${7*7} <%= 7 %>",
)


DOT = (PROJECT / "tests" / "hostile" / "dot.png").read_bytes()


def quoted(text: str) -> str:
    """YAML that says just this text (YAML 1.2.2 §7.3.1)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def plan_of(text: str) -> dict[str, str]:
    """A plan with a text, written so that Markdown says just that, in each of its fields after the field's name."""
    escaped = "".join("\\" + each if each in "\\`*_{}[]()<>#+-.!|&\"':$%=~@^/?,;" else each for each in text)
    said = {field: f"{field} {escaped}" for field in FIELDS}
    yaml = {field: quoted(line) for field, line in said.items()} | {
        field: quoted(f"{field} {text}") for field in ("version", "paragraph", "case number", "unit")
    }
    return {
        "plan.yaml": f"""\
titel: {yaml["title"]}
organisation: {yaml["organisation"]}
nämnd: {yaml["body"]}
anmärkning: {yaml["remark"]}
version: {yaml["version"]}
år: 2026
språk: sv
status: beslutad
beslut:
  beslutad av: {yaml["decided by"]}
  datum: 2026-01-02
  paragraf: {yaml["paragraph"]}
  diarienummer: {yaml["case number"]}
ram: {{titel: {yaml["frame title"]}, belopp: 1, enhet: tkr, beslutad av: {yaml["frame by"]}, tabell: u, kolumn: k}}
disposition: arsplan
avsnitt: [a]
""",
        "sections/a.md": f"""\
---
titel: {yaml["section"]}
mål: alla
tabeller: [t, u]
styrande dokument:
  - namn: {yaml["document"]}
    typ: {yaml["kind"]}
    anmärkning: {yaml["document remark"]}
---
{said["prose"]}[^n] [{said["reference"]}](#b) [{said["link"]}](https://a.se/?a=b&c=%22)

- {said["item"]}

> {said["quotation"]}

{said["term"]}
: {said["definition"]}

| {said["head"]} | x |
|---|---|
| {said["cell"]} | x |

![{said["alternative"]}](a.png "{said["caption"]}")

[^n]: {said["note"]}
""",
        "goals.yaml": f"nivåer: [{{namn: {yaml['level']}}}]\nmål: [b]\n"
        "indikatorkolumner:\n"
        f"  namn: {{rubrik: {yaml['column']}, roll: namn}}\n"
        "  målvärde: {rubrik: M, roll: målvärde}\n  periodicitet: {rubrik: P, roll: periodicitet}\n"
        "  källa: {rubrik: K, roll: källa}\n",
        "goals/b.md": f"""\
---
titel: {yaml["goal"]}
indikatorer:
  - id: i
    namn: {yaml["indicator"]}
    målvärde: {yaml["target"]}
    periodicitet: {yaml["periodicity"]}
    källa: {yaml["source"]}
---
{said["goal text"]}
""",
        "budget/t.yaml": f"""\
titel: {yaml["table"]}
enhet: {yaml["unit"]}
ledrubrik: {yaml["stub"]}
kolumner: {{k: {{rubrik: {yaml["figure head"]}}}, x: {{rubrik: X, roll: text}}}}
rader: [{{id: r, namn: {yaml["row"]}, k: 1, x: {yaml["text cell"]}}}]
""",
        "budget/u.yaml": "titel: U\nenhet: tkr\nkolumner: {k: {rubrik: K}}\n"
        "rader: [{namn: P, k: 1}, {namn: S, roll: summa}]\n",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_in_every_field(text: str) -> None:
    examined = examine(Memory(_files(plan_of(text))), FOLDER)
    assert examined.document is not None
    assert examined.sound, [(each.code, each.location) for each in examined.diagnostics]
    page = write(job(examined.document, DEFAULT, timestamp_of(examined.document, None)), "html")
    assert_harmless(page)
    told = f"{text_of(page)} {alternatives_of(page)}"
    for field in FIELDS:
        assert f"{field} {' '.join(text.split())}" in told, field


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markup_is_harmless_in_every_field(text: str) -> None:
    """As its author wrote it, not as text: read as Markdown, what comes of it is a fault or harmless."""
    plan = plan_of("MARK")
    for path, content in plan.items():
        hostile = content.replace("MARK", text if path.endswith(".md") else quoted(text)[1:-1])
        examined = examine(Memory(_files({**plan, path: hostile})), FOLDER)
        if examined.sound:
            assert examined.document is not None
            assert_harmless(write(job(examined.document, DEFAULT, timestamp_of(examined.document, None)), "html"))


@pytest.mark.parametrize("name", ["regionstyrelsen-2026"])
def test_the_real_page_is_harmless_and_lets_nothing_in(name: str) -> None:
    document = examine(Folder(PROJECT), f"content/{name}").document
    assert document is not None
    assert_harmless(write(job(document, DEFAULT, timestamp_of(document, None)), "html"))


@pytest.mark.parametrize(
    "outside",
    [
        "<script>1</script>",
        "<p onclick='x'>",
        "<a href='javascript:x'>",
        "<a href=' java&#10;script:x'>",
        "<img src='https://evil.example/a.png'>",
        "<p style='color:red'>",
        "<iframe></iframe>",
        "<svg></svg>",
    ],
)
def test_what_is_not_harmless_is_seen(outside: str) -> None:
    """Else the tests above would say nothing."""
    document = examine(Memory(_files(plan_of("text"))), FOLDER).document
    assert document is not None
    page = write(job(document, DEFAULT, timestamp_of(document, None)), "html")
    with pytest.raises(AssertionError):
        assert_harmless(page.replace(b"</main>", f"{outside}</main>".encode(), 1), strict=False)


def _files(plan: dict[str, str]) -> dict[str, str | bytes]:
    return {**{f"{FOLDER}/{path}": text for path, text in plan.items()}, f"{FOLDER}/a.png": DOT}
