"""docs/skribent.md: each way that it shows is gone on a new plan, and what it promises is then seen in the document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest

from plangen.cli.main import main

GUIDE = Path(__file__).resolve().parents[2] / "docs/skribent.md"
TITLE = re.compile(r"^### (.+)$", re.MULTILINE)
STEP = re.compile(r"<!-- (?P<what>ändra|ny fil|ta bort|syns i ordning|syns inte|syns): (?P<of>.+?) -->")
BLOCK = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A step of a way: what is done, to which file or with which words, and the texts that follow it."""

    what: str
    of: str
    blocks: tuple[str, ...]


def ways() -> dict[str, tuple[Step, ...]]:
    """The ways by their titles."""
    parts = TITLE.split(GUIDE.read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], map(steps, parts[1::2]), strict=True))


def steps(text: str) -> tuple[Step, ...]:
    text = text.partition("\n## ")[0]
    found = list(STEP.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    return tuple(
        Step(each["what"], each["of"], tuple(BLOCK.findall(text[each.end() : end])))
        for each, end in zip(found, ends, strict=True)
    )


def go(step: Step, plan: Path) -> None:
    """Does to the plan's files what a step says."""
    path = plan / step.of
    if step.what == "ändra":
        before, after = step.blocks
        text = path.read_text(encoding="utf-8")
        assert f"\n{text}".count(f"\n{before}") == 1
        path.write_text(text.replace(before, after), encoding="utf-8")
    elif step.what == "ny fil":
        (block,) = step.blocks
        assert not path.exists()
        path.write_text(block, encoding="utf-8")
    elif step.what == "ta bort":
        path.unlink()


def words(page: Path) -> str:
    """What a page says, its spaces as plain ones."""
    tree = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
    return " ".join("".join(tree.find("body").find(".//main").itertext()).split())


@pytest.mark.parametrize("title", ways())
def test_a_way_of_the_guide_leads_to_what_it_promises(title: str, tmp_path: Path, capsys) -> None:
    root = tmp_path / "planer"
    main(["init", str(root)])
    (plan,) = (root / "content").iterdir()
    promised = [step for step in ways()[title] if step.what.startswith("syns")]
    done = [step for step in ways()[title] if step not in promised]
    assert done
    assert promised
    for step in done:
        go(step, plan)
    capsys.readouterr()
    assert main(["check", "--strict", "--root", str(root)]) == 0, capsys.readouterr().err
    assert main(["fmt", "--check", "--strict", "--root", str(root)]) == 0
    assert main(["build", "--to", "html", "--root", str(root), "--out", str(tmp_path / "ut")]) == 0
    (page,) = (tmp_path / "ut").glob("*/*.html")
    said = words(page)
    for step in promised:
        expected = step.of.split(" | ")
        if step.what == "syns inte":
            assert [each for each in expected if each in said] == []
        else:
            assert re.search(".*".join(map(re.escape, expected)), said), (expected, said)


def test_goals_indicators_and_rows_are_added_moved_renamed_and_removed() -> None:
    kinds = {"mål": "ett mål", "indikator": "en indikator", "rad": "en rad"}
    expected = {
        way.format(kind)
        for kind in kinds.values()
        for way in ("Lägga till {}", "Flytta {}", "Byta namn på {}", "Ta bort {}")
    }
    assert set(ways()) == expected


def test_pictures_that_the_guide_shows_are_there_and_are_described() -> None:
    shown = re.findall(r"!\[(.*?)\]\((.+?)\)", GUIDE.read_text(encoding="utf-8"))
    assert shown
    assert all(alt and (GUIDE.parent / path).exists() for alt, path in shown)
