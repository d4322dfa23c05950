"""A compared document -> the summary as Markdown, for the comment on a pull request (CommonMark; no HTML in it).

A comment may be of several plans. It is cut here and nowhere else, between lines, with the count of those that are left
out: each plan has its start, and a share of the room, of which what one doesn't need is the others'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plangen.dataclass import dataclass
from plangen.document.diff.incomplete import none_changed, told
from plangen.document.diff.summary import Group, groups
from plangen.document.diff.told import Line
from plangen.document.document import Document
from plangen.locale.catalogue import Catalogue, catalogue
from plangen.writers.job import Job

LONGEST = 60_000
"""Characters of a comment. GitHub takes 65,536, counted as here, and a workflow adds its links; GitLab takes more."""

_MARKS = re.compile(r"([\\`*_\[\]<>&|#~@])")


@dataclass(frozen=True, slots=True)
class Part:
    """What a comment says of one plan: a start that is always there, and lines that there may be no room for."""

    start: str
    lines: tuple[str, ...] = ()
    more: str = ""

    @property
    def length(self) -> int:
        """Characters of all of it."""
        return len(self.start) + sum(map(len, self.lines))


def write(job: Job) -> bytes:
    """The summary of a job's document."""
    return comment([part(job.document)]).encode()


def part(document: Document) -> Part:
    """What a comment says of a compared document."""
    compared = document.comparison
    assert compared is not None
    words = catalogue(document.metadata.language)
    sides = words.labels["diff-sides"].format(
        base=f"**{escaped(compared.base)}**", head=f"**{escaped(compared.head)}**"
    )
    start = [f"### {escaped(document.metadata.title)}\n\n{sides}\n"]
    if compared.faults:
        start.append(f"\n**{escaped(words.labels['diff-incomplete'])}**\n")
    for each in told(compared.faults, words):
        start += [f"\n{escaped(each.sentence)}\n\n", *(f"- {escaped(fault)}\n" for fault in each.faults)]
    found = groups(compared.differences, words)
    none = "" if found else none_changed(compared.faults, words)
    if none:
        start.append(f"\n{none}\n")
    return Part("".join(start), tuple(each for group in found for each in _lines(group)), words.labels["diff-more"])


def unread(plan: str, text: str, words: Catalogue, faults: Sequence[str] = ()) -> Part:
    """What a comment says of a plan that could not be compared."""
    found = "".join(f"- {escaped(fault)}\n" for fault in faults)
    return Part(f"### {escaped(plan)}\n\n**{escaped(words.labels['diff-incomplete'])}**\n\n{escaped(text)}\n\n{found}")


def comment(parts: Sequence[Part]) -> str:
    """The text of a comment; "" where it says nothing."""
    rooms = {id(each): 0 for each in parts}
    left = LONGEST - len(parts)
    for index, each in enumerate(sorted(parts, key=lambda one: one.length)):
        rooms[id(each)] = left // (len(parts) - index)
        left -= min(each.length, rooms[id(each)])
    text = "\n".join(_within(each, rooms[id(each)]) for each in parts)
    return text if len(text) <= LONGEST else text[: LONGEST - 2].rpartition("\n")[0] + "\n…\n"


def escaped(text: str) -> str:
    """Text in which nothing is taken for Markdown, nor for a name to be called on."""
    return _MARKS.sub(r"\\\1", text)


def _lines(group: Group) -> Iterator[str]:
    yield f"\n**{escaped(group.title)}**\n\n"
    yield from map(_line, group.lines)


def _line(line: Line) -> str:
    detail = f": {escaped(line.detail)}" if line.detail else ""
    return f"- {escaped(line.verb)}: **{escaped(line.name)}**{detail}\n"


def _within(part: Part, room: int) -> str:
    """A part's lines that there is room for, and the count of those that there isn't."""
    if part.length <= room:
        return part.start + "".join(part.lines)
    text, room = part.start, room - len(part.more) - 20
    for index, line in enumerate(part.lines):
        if len(text) + len(line) > room:
            rest = sum(each.startswith("- ") for each in part.lines[index:])
            return text + "\n" + part.more.format(count=rest) + "\n"
        text += line
    return text
