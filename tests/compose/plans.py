"""A small plan in memory, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from plangen.build import Examined, examine
from plangen.diagnostics import Diagnostic, Severity
from plangen.document.document import Document
from plangen.document.inlines import Inline
from plangen.document.nodes import Block, Section
from plangen.document.walk import every_block, every_inline, plain_text, texts
from plangen.locale.catalogue import catalogue
from plangen.model.plan import Plan
from plangen.readers.plan import read_plan
from plangen.source.source import Memory

FOLDER = "content/plan"
OUTLINE = "templates/outline/egen.md.j2"
SWEDISH = catalogue("sv")

Kind = TypeVar("Kind")

FILES: Mapping[str, str] = {
    "plan.yaml": """\
titel: Årsplan 2026
organisation: Region Exempel
nämnd: Kulturnämnden
år: 2026
språk: sv
status: utkast
ram: {titel: Ram 2026, belopp: 2 995, enhet: tkr, beslutad av: RF, datum: 2025-06-11, tabell: drift, kolumn: ram}
disposition: arsplan
avsnitt: [inledning, mal, ekonomi]
""",
    "sections/inledning.md": "---\ntitel: Inledning\n---\nKultur för alla.\n",
    "sections/mal.md": "---\ntitel: Mål\nmål: alla\n---\nNämndens mål.\n",
    "sections/ekonomi.md": "---\ntitel: Ekonomi\ntabeller: [drift]\n---\nSå fördelas ramen.\n",
    "goals.yaml": """\
nivåer:
  - namn: Effektmål
  - namn: Resultatmål
mål:
  - id: kultur
    titel: Kultur i hela länet
    mål: [bibliotek]
""",
    "goals/bibliotek.md": """\
---
titel: Öppna bibliotek
agenda2030: [4, 16.7]
indikatorer:
  - namn: Antal besök
    målvärde: ökande
    periodicitet: År
    källa: Räknare
---
Biblioteken ska vara öppna.
""",
    "budget/drift.yaml": """\
titel: Driftbudget
enhet: tkr
ledrubrik: Verksamhet
kolumner:
  in: {rubrik: Ingående, roll: ingående}
  nytt: {rubrik: Förändring, roll: förändring}
  ram: {rubrik: Ram 2026, roll: utgående}
rader:
  - namn: Museer
    in: 1 000
    nytt: -5
  - namn: Scen-konst
    in: 2 000
  - namn: Summa
    roll: summa
""",
}


def memory(outline: str | None = None, **texts: str) -> Memory:
    """The plan's files. `texts` replace the text of a section or a goal by its name; `outline` is the plan's own."""
    files = {f"{FOLDER}/{name}": text for name, text in FILES.items()}
    for name, text in texts.items():
        path = next(path for path in files if path.endswith(f"/{name}.md"))
        files[path] = files[path][: files[path].index("---\n", 4) + 4] + text
    if outline is not None:
        files[f"{FOLDER}/plan.yaml"] = FILES["plan.yaml"].replace("arsplan", "egen")
        files[OUTLINE] = outline
    return Memory(files)


def changed(source: Memory, **files: str) -> Memory:
    """The files with some replaced: `plan_yaml=` for plan.yaml, `goals__bibliotek_md=` for goals/bibliotek.md."""
    named = {f"{FOLDER}/{name.replace('__', '/').replace('_', '.')}": text for name, text in files.items()}
    return Memory({**source.files, **named})


def edited(source: Memory, path: str, old: str, new: str) -> Memory:
    """The files with a text in one of them replaced."""
    text = source.files[f"{FOLDER}/{path}"]
    assert isinstance(text, str)
    assert old in text
    return Memory({**source.files, f"{FOLDER}/{path}": text.replace(old, new)})


def plan(source: Memory | None = None) -> Plan:
    """The plan read, without faults."""
    return _read() if source is None else _plan(source)


@cache
def _read() -> Plan:
    return _plan(memory())


def _plan(source: Memory) -> Plan:
    read, found = read_plan(source, FOLDER)
    assert read is not None
    assert not found
    return read


def examined(source: Memory) -> Examined:
    """The plan examined."""
    return examine(source, FOLDER)


def document(source: Memory) -> Document:
    """The plan resolved, without errors."""
    result = examined(source)
    assert result.document is not None
    assert result.sound, result.diagnostics
    return result.document


def faults(source: Memory) -> list[Diagnostic]:
    """The errors found."""
    return [each for each in examined(source).diagnostics if each.severity == Severity.ERROR]


def told(diagnostic: Diagnostic) -> tuple[str, str, int, int]:
    """Code and place of a fault."""
    place = diagnostic.location
    return diagnostic.code, place.file.removeprefix(f"{FOLDER}/"), place.line, place.column


def every(kind: type[Kind], document: Document) -> list[Kind]:
    """Every block or inline of a kind, in reading order, those of the notes last."""
    return [each for each in _all(document) if isinstance(each, kind)]


def block(document: Document, name: str) -> Block:
    """The block with an id."""
    return next(each for each in every_block(document) if each.id == name)


def said(blocks: Iterable[Block]) -> list[str]:
    """The lines of text of some blocks and all below."""
    return [plain_text(line) for top in blocks for each in (top, *every_block(top)) for line in texts(each)]


def headings(document: Document) -> list[tuple[int, str, str]]:
    """Level, number and title of each heading."""
    found = [each.heading for each in every(Section, document)]
    return [(each.level, each.number, plain_text(each.inlines)) for each in found]


def _all(document: Document) -> Iterator[Block | Inline]:
    notes = [each for note in document.notes for top in note.blocks for each in (top, *every_block(top))]
    for each in (*every_block(document), *notes):
        yield each
        for line in texts(each):
            yield from every_inline(line)
