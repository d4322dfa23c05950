"""The Word file that `plangen diff` delivers, of whole plans: all accepted it is the new plan, all rejected the old."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator
from tests.repository import PROJECT
from tests.writers.docx.revisions import said

from plangen.cli.main import main
from plangen.document.diff.tokens import same

PARAGRAPHS = "".join(f"\n\nStycke {number}: " + "Nämnden följer utvecklingen noga. " * 12 for number in range(9))
PLANS = {
    "regionstyrelsen-2026": (PROJECT, "sections/omvarldsfaktorer.md", "goals/jamstalldhet.md"),
    "mal-och-budget-2027": (PROJECT / "examples/kommun", "sections/omvarld.md", "goals/klimat.md"),
}


def pages(data: bytes) -> list[tuple[str, str]]:
    """The lines of the contents lists, and the page that each says."""
    return [
        (same(line.rpartition("\t")[0]), line.rpartition("\t")[2])
        for line in _contents(data)
        if re.search(r"\t\d+$", line)
    ]


def _contents(data: bytes) -> Iterator[str]:
    for paragraph in Document(BytesIO(data)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and str(style.get(qn("w:val"))).startswith(("TOC", "TableOfFigures")):
            texts = paragraph.iter(qn("w:t"), qn("w:tab"))
            yield "".join((each.text or "") if each.tag == qn("w:t") else "\t" for each in texts).strip()


@pytest.mark.parametrize("name", PLANS)
def test_accepting_all_leaves_the_new_plan_and_rejecting_all_the_old_one(name: str, tmp_path: Path) -> None:
    project, section, goal = PLANS[name]
    for place in ("old", "new"):
        shutil.copytree(project / "content" / name, tmp_path / place / "content" / name)
        if (project / "templates").is_dir():
            shutil.copytree(project / "templates", tmp_path / place / "templates")
    new = tmp_path / "new/content" / name
    text = (new / section).read_text(encoding="utf-8")
    (new / section).write_text(text.rstrip() + PARAGRAPHS + "\n", encoding="utf-8")
    text = (new / goal).read_text(encoding="utf-8")
    (new / goal).write_text(re.sub(r"(?m)^titel: (.*)", r"titel: Nytt \1", text, count=1), encoding="utf-8")
    sides = [tmp_path / place / "content" / name for place in ("old", "new")]
    out = tmp_path / "diff"
    assert main(["diff", "--from", str(sides[0]), "--to-dir", str(sides[1]), "--to", "docx", "--out", str(out)]) == 0
    [file] = out.iterdir()
    for place, side in (("old", sides[0]), ("new", sides[1])):
        main(["build", name, "--root", str(side.parents[1]), "--to", "docx", "--out", str(tmp_path / "built" / place)])
    old, fresh = (next((tmp_path / "built" / place).rglob("*.docx")).read_bytes() for place in ("old", "new"))
    data = file.read_bytes()
    assert said(data, "new") == said(fresh, "new")
    assert said(data, "old") == said(old, "new")
    assert pages(data) == pages(fresh)
    assert len(pages(data)) > 5
    found = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(file)
    assert [str(error) for error in found.errors] == []
