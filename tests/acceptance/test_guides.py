"""The guides: commands that they show are understood, what they link to is there, and the README leads to each."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from plangen.cli.arguments import Parser
from plangen.cli.main import parser

ROOT = Path(__file__).resolve().parents[2]
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(?:\.venv/bin/)?plangen ([a-z]+)")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PLACEHOLDERS = ("…", "[")


NO_COMMANDS = {"files"}
"""`plangen files` is a name in the record."""


def known() -> dict[str, Parser]:
    """The commands that there are."""
    return next(each.choices for each in parser()._actions if isinstance(each.choices, dict))


def commands(guide: Path) -> list[str]:
    """The commands of a guide, as they would be typed; not the forms that stand for several."""
    text = guide.read_text(encoding="utf-8")
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    shown = [re.split(r"\s{3,}", line.strip())[0].removeprefix(".venv/bin/") for line in lines]
    return [each for each in shown if each.startswith("plangen ") and not any(mark in each for mark in PLACEHOLDERS)]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_commands_that_a_guide_shows_are_understood(guide: Path) -> None:
    for command in commands(guide):
        parser().parse_args(shlex.split(command)[1:])


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_commands_that_a_guide_names_are_there(guide: Path) -> None:
    assert set(NAMED.findall(guide.read_text(encoding="utf-8"))) - NO_COMMANDS <= set(known())


def test_commands_are_found() -> None:
    """Else the tests above would say nothing."""
    assert "plangen diff beslut/2025-11-19 --to pdf,docx,html" in commands(ROOT / "docs/sekretariat.md")
    assert "check" in NAMED.findall((ROOT / "docs/sekretariat.md").read_text(encoding="utf-8"))


def test_the_readme_names_every_command_and_only_flags_that_there_are() -> None:
    blocks = FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    block = next(each for each in blocks if each.startswith("plangen "))
    lines = {line.split()[1]: line for line in block.splitlines()}
    assert set(lines) == set(known())
    for name, line in lines.items():
        help_text = known()[name].format_help()
        kinds = [each.choices for each in known()[name]._actions if isinstance(each.choices, dict)]
        help_text += "".join(kind.format_help() for kind in kinds[0].values()) if kinds else ""
        assert [flag for flag in re.findall(r"--[a-z-]+", line) if flag not in help_text] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_what_a_guide_links_to_is_there(guide: Path) -> None:
    links = LINK.findall(re.sub(r"`[^`\n]*`", "", FENCED.sub("", guide.read_text(encoding="utf-8"))))
    assert [link for link in links if not (guide.parent / link).exists()] == []


def test_the_readme_leads_to_every_guide() -> None:
    known = set(LINK.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    known |= {f"docs/{each}" for each in LINK.findall((ROOT / "docs/mallar.md").read_text(encoding="utf-8"))}
    assert [guide.name for guide in GUIDES[1:] if f"docs/{guide.name}" not in known] == []
