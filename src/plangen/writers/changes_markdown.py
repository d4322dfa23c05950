"""A compared document -> the summary as Markdown, for the comment on a pull request (CommonMark; no HTML in it)."""

from __future__ import annotations

import re

from plangen.document.diff.summary import Group, groups
from plangen.document.diff.told import Line
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.writers.job import Job

LONGEST = 60_000
"""Characters of a comment; hosts refuse much longer ones."""

_MARKS = re.compile(r"([\\`*_\[\]<>&|#~@])")


def write(job: Job) -> bytes:
    """The summary of a job's document."""
    document = job.document
    compared = document.comparison
    assert compared is not None
    words = catalogue(document.metadata.language)
    sides = words.labels["diff-sides"].format(
        base=f"**{escaped(compared.base)}**", head=f"**{escaped(compared.head)}**"
    )
    text = f"### {escaped(document.metadata.title)}\n\n{sides}\n"
    found = groups(compared.differences, words)
    if not found:
        return f"{text}\n{words.labels['diff-nothing']}\n".encode()
    return _within(text, [each for group in found for each in _lines(group)], words).encode()


def escaped(text: str) -> str:
    """Text in which nothing is taken for Markdown, nor for a name to be called on."""
    return _MARKS.sub(r"\\\1", text)


def _lines(group: Group) -> list[str]:
    return [f"\n**{escaped(group.title)}**\n\n", *map(_line, group.lines)]


def _line(line: Line) -> str:
    detail = f": {escaped(line.detail)}" if line.detail else ""
    return f"- {escaped(line.verb)}: **{escaped(line.name)}**{detail}\n"


def _within(text: str, lines: list[str], words: Catalogue) -> str:
    """The lines that a comment has room for, and the count of those that it hasn't."""
    room = LONGEST - len(words.labels["diff-more"]) - 20
    for index, line in enumerate(lines):
        if len(text) + len(line) > room:
            rest = sum(each.startswith("- ") for each in lines[index:])
            return text + "\n" + words.labels["diff-more"].format(count=rest) + "\n"
        text += line
    return text
