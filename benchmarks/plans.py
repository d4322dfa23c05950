"""Plans to measure with: the real one as it is, fifty times longer, a hundred of it, and its text as plain Markdown."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PLAN = "regionstyrelsen-2026"
REAL = PROJECT / "content" / PLAN


def project(folder: Path) -> Path:
    """A project with the real plan alone."""
    shutil.copytree(REAL, folder / "content" / PLAN)
    return folder


def many(folder: Path, count: int) -> Path:
    """A project with the real plan many times over."""
    for number in range(1, count + 1):
        shutil.copytree(REAL, folder / "content" / f"plan-{number:03}")
    return folder


def longer(folder: Path, times: int) -> Path:
    """A project with one plan that has each chapter, goal and table of the real one many times."""
    plan = folder / "content" / "long"
    for part in ("sections", "goals", "budget"):
        (plan / part).mkdir(parents=True)
    for number in range(1, times + 1):
        for source in sorted(REAL.glob("*/*")):
            text = _renamed(source.read_text(encoding="utf-8"), number)
            if source.name == "resultatmal.md" and number > 1:
                text = text.replace("mål: alla\n", "")
            (plan / source.parent.name / f"{source.stem}-{number}{source.suffix}").write_text(text, encoding="utf-8")
    (plan / "plan.yaml").write_text(_plan_file(times), encoding="utf-8")
    (plan / "goals.yaml").write_text(_goals_file(times), encoding="utf-8")
    return folder


def markdown() -> str:
    """The real plan's text as one Markdown file for pandoc: the same words, tables by hand."""
    parts = ["---", "title: Årsplan och budget 2026", "lang: sv-SE", "toc: true", "---", ""]
    for source in sorted(REAL.glob("sections/*.md")):
        front, body = _split(source)
        parts += [f"# {_title(front)}", "", body, ""]
    for source in sorted(REAL.glob("goals/*.md")):
        front, body = _split(source)
        parts += [f"## {_title(front)}", "", "### Beskrivning", "", body, "", *_indicators(front), ""]
    return re.sub(r"\[\]\(#([\w-]+)\)", r"\1", "\n".join(parts))


def _split(source: Path) -> tuple[str, str]:
    _, front, body = source.read_text(encoding="utf-8").split("---\n", 2)
    return front, body.strip()


def _title(front: str) -> str:
    return re.search(r"^titel: (.*)$", front, re.MULTILINE)[1]  # type: ignore[index]


def _indicators(front: str) -> list[str]:
    rows = re.findall(r"- namn: (.*)\n\s+målvärde: (.*)\n\s+periodicitet: (.*)\n\s+källa: (.*)", front)
    lines = ["| Indikator | Målvärde | Periodicitet | Källa |", "|---|---|---|---|"]
    return [*lines, *("| " + " | ".join(cell.strip("\"'") for cell in row) + " |" for row in rows)]


def _renamed(text: str, number: int) -> str:
    text = re.sub(r"\]\(#([\w-]+)\)", rf"](#\1-{number})", text)
    return re.sub(r"tabeller: \[([\w-]+)\]", rf"tabeller: [\1-{number}]", text)


def _plan_file(times: int) -> str:
    text = (REAL / "plan.yaml").read_text(encoding="utf-8").replace("tabell: ramfordelning", "tabell: ramfordelning-1")
    head, _, names = text.partition("avsnitt:\n")
    listed = re.findall(r"- (\S+)", names)
    return head + "avsnitt:\n" + "".join(f"  - {name}-{n}\n" for n in range(1, times + 1) for name in listed)


def _goals_file(times: int) -> str:
    text = (REAL / "goals.yaml").read_text(encoding="utf-8")
    head, _, goals = text.partition("\nmål:\n")
    copies = (
        re.sub(r"^(\s+- )(id: )?([a-z][\w-]*)$", rf"\1\2\3-{n}", goals, flags=re.MULTILINE) for n in range(1, times + 1)
    )
    return head + "\nmål:\n" + "".join(copies)
