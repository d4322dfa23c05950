"""What README shows of what is told is what is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.plan_pictures import PLAN, proposed

from plangen.cli.main import main

PROJECT = Path(__file__).parents[2]
SAMPLE = re.compile(r"```\n(content/(?P<plan>[\w-]+)/(?P<file>\S+):(?P<line>\d+):\d+: .*?)```", re.DOTALL)

PICTURE = re.compile(r"<img src=\"(?P<file>[^\"]+)\" width=\"\d+%\" alt=\"(?P<text>[^\"]+)\">")
LARGEST_PICTURE = 150_000


def test_each_picture_of_the_readme_is_there_is_small_and_is_told_in_words() -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    pictures = list(PICTURE.finditer(text))
    assert len(pictures) == text.count("<img") == 6
    for each in pictures:
        assert (PROJECT / each["file"]).stat().st_size < LARGEST_PICTURE
        assert len(each["text"]) > 30


def test_the_proposal_that_is_pictured_can_be_made_of_the_plan(tmp_path: Path) -> None:
    """So that `make pictures` doesn't fail after a change of the plan."""
    proposed(PROJECT / "content" / PLAN, tmp_path / PLAN)


def test_the_fault_in_the_readme_is_told_as_it_stands_there(tmp_path: Path, capsys):
    (sample,) = SAMPLE.finditer((PROJECT / "README.md").read_text(encoding="utf-8"))
    for name in ("content", "templates"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    path = tmp_path / "content" / sample["plan"] / sample["file"]
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[int(sample["line"]) - 1] = sample[1].split("\n")[1].partition(" │ ")[2]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["check", sample["plan"], "--root", str(tmp_path)]) == 1
    assert sample[1] in capsys.readouterr().err
