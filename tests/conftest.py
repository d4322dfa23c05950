"""A small valid plan to change, LibreOffice to ask, and no check skipped where all tools are to be there."""

from __future__ import annotations

import json
import os
import posixpath
import shutil
import struct
import subprocess
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from plangen.diagnostics import Diagnostic, in_order
from plangen.model.checks import check
from plangen.model.plan import Plan
from plangen.readers.plan import read_plan
from plangen.source.source import Memory

FOLDER = "content/plan"

FILES = {
    "plan.yaml": """\
titel: Årsplan 2026
organisation: Region Exempel
nämnd: Styrelsen
år: 2026
språk: sv
status: utkast
ram:
  titel: Nettokostnadsram
  belopp: 1 300
  enhet: tkr
  beslutad av: RF
  datum: 2025-06-11
  tabell: fordelning
  kolumn: ram
disposition: arsplan
avsnitt:
  - inledning
""",
    "sections/inledning.md": """\
---
titel: Inledning
mål: alla
tabeller: [fordelning]
---
Planen gäller [](#god-halsa) inom {{ budget.fordelning.summa.ram | tkr }}.
""",
    "goals.yaml": """\
nivåer:
  - namn: Mål
mål:
  - god-halsa
""",
    "goals/god-halsa.md": """\
---
titel: God hälsa
agenda2030: [3]
indikatorer:
  - namn: Väntetid
    målvärde: minskande
    periodicitet: År
    källa: Statistik
---
Vården ska vara tillgänglig.
""",
    "budget/fordelning.yaml": """\
titel: Fördelning
enhet: tkr
ledrubrik: Post
kolumner:
  ingående: {rubrik: Ingående ram, roll: ingående}
  växling: {rubrik: Växlingar, roll: förändring}
  ram: {rubrik: Ram, roll: utgående}
rader:
  - namn: Vård
    ingående: 1 000
    växling: 50
  - namn: Stöd
    ingående: 260
    växling: 10-
  - namn: Summa
    roll: summa
""",
}


@dataclass(frozen=True, slots=True)
class SmallPlan:
    """The files of one plan, by their paths in its folder."""

    files: Mapping[str, str | bytes]

    def having(self, path: str, content: str | bytes) -> SmallPlan:
        """The plan with one file more, or another in its place."""
        return replace(self, files={**self.files, path: content})

    def without(self, path: str) -> SmallPlan:
        return replace(self, files={name: text for name, text in self.files.items() if name != path})

    def edited(self, path: str, old: str, new: str) -> SmallPlan:
        """The plan with a passage of a file replaced."""
        text = self.files[path]
        assert isinstance(text, str)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.having(path, text.replace(old, new))

    def with_text(self, text: str) -> SmallPlan:
        """The plan with a text after that of its section; the text starts on line 8 of the file."""
        return self.having("sections/inledning.md", f"{FILES['sections/inledning.md']}\n{text}")

    def paths(self) -> dict[str, str | bytes]:
        """The files by their paths from the root."""
        return {posixpath.normpath(f"{FOLDER}/{path}"): content for path, content in self.files.items()}

    @property
    def source(self) -> Memory:
        return Memory(self.paths())

    def read(self) -> Plan:
        """The plan as it is read, whatever its faults."""
        plan, _ = read_plan(self.source, FOLDER)
        assert plan is not None
        return plan

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading and checking find."""
        plan, found = read_plan(self.source, FOLDER)
        return found if plan is None else in_order((*found, *check(plan)))

    def found(self) -> list[str]:
        """What reading and checking find, as "file:line:column code"."""
        return [spoken(each) for each in self.diagnostics()]

    def one(self) -> Diagnostic:
        """The only thing found."""
        found = self.diagnostics()
        assert len(found) == 1, self.found()
        return found[0]


def spoken(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    file = place.file.removeprefix(f"{FOLDER}/")
    return f"{file}:{place.line}:{place.column} {diagnostic.code}" if place.line else f"{file} {diagnostic.code}"


@pytest.fixture
def small() -> SmallPlan:
    """A valid plan with one section, one goal with an indicator, a budget table and a frame."""
    return SmallPlan(FILES)


@pytest.fixture
def minimal_plan(small: SmallPlan) -> dict[str, str | bytes]:
    """The files of that plan by their paths from the root."""
    return small.paths()


@pytest.fixture
def png() -> bytes:
    """A picture of one white dot."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header, row = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\x00\xff")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", row) + chunk(b"IEND", b"")


# LibreOffice

REPORT = Path(__file__).parent / "writers" / "docx" / "libreoffice_report.py"
REVISIONS = REPORT.with_name("libreoffice_revisions.py")
HYPHENATED_LANGUAGES = ("sv", "en_GB")


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, with a font as wide as Arial."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed: soffice is not on the path")
    font = subprocess.run(["fc-match", "-f", "%{family}", "Arial"], capture_output=True, text=True, check=False).stdout
    if not any(family in font for family in ("Arial", "Arimo", "Liberation Sans")):
        pytest.skip(f"no font as wide as Arial is installed: fontconfig gives {font!r} in its place")
    without = [each for each in HYPHENATED_LANGUAGES if not _has_patterns(each, Path(found).resolve().parents[1])]
    if without:
        pytest.skip(f"LibreOffice can't hyphenate {', '.join(without)} (Debian: hyphen-sv, hyphen-en-gb)")
    return found


def _has_patterns(language: str, office: Path) -> bool:
    """Whether the hyphenation patterns of a language are installed, for all programs or with LibreOffice."""
    folders = (Path("/usr/share/hyphen"), office / "share" / "extensions")
    return any(True for folder in folders for _ in folder.rglob(f"hyph_{language}*.dic"))


@pytest.fixture(scope="session")
def libreoffice_report(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Any]]:
    """What LibreOffice says of a DOCX file: see `libreoffice_report.py`."""
    python = _python_with_uno()

    def report(data: bytes, *orders: str) -> dict[str, Any]:
        folder = tmp_path_factory.mktemp("report")
        file = folder / "plan.docx"
        file.write_bytes(data)
        command = [python, str(REPORT), soffice, str(file), str(folder / "profile"), *orders]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout))

    return report


@pytest.fixture(scope="session")
def settled_by_libreoffice(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], None]:
    """Has LibreOffice accept and reject the tracked changes of a folder's DOCX files, by `libreoffice_revisions.py`."""
    python = _python_with_uno()

    def settle(folder: Path) -> None:
        command = [python, str(REVISIONS), soffice, str(folder), str(tmp_path_factory.mktemp("profile"))]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        assert done.returncode == 0, done.stderr

    return settle


def _python_with_uno() -> str:
    for python in ("/usr/bin/python3", "python3"):
        if shutil.which(python) is None:
            continue
        tried = subprocess.run([python, "-c", "import uno"], capture_output=True, check=False)
        if tried.returncode == 0:
            return python
    pytest.skip("LibreOffice can't be asked: no python3 can import uno (Debian: python3-uno)")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Where CI is set every tool is to be there, and a check that is skipped has failed."""
    report = yield
    if report.skipped and "CI" in os.environ:
        report.outcome = "failed"
        report.longrepr = f"skipped, though CI skips no check: {report.longrepr}"
    return report
