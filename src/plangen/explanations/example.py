"""A wrong and a right example of each code that content can meet, as data, and the small plan that they stand in.

`plan/` is a plan in which nothing is found. An example, in a file of the chapter that its code belongs to, says what of
it is otherwise. So a plan can be put together that gives the code and no other, and one that gives none:

    [frame-differs]                 the code
    edits = "plan.yaml"             the file, where `wrong` or `right` stands for `right`, or for `instead_of`;
                                    `adds_to`: at its end; `replaces`: they are the file;
                                    `imports`: they are what is imported, as CSV
    wrong = "  belopp: 31 500"
    right = "  belopp: 31 700"
    files."goals/x.md" = "…"        other files of both plans; `files_wrong`, `files_right`: of one
    also = ["unknown-column"]       codes that the wrong one gives besides
    times = 501                     the last line of `wrong` is repeated, `{n}` in it counting
    said = "Bilden är en GIF."      what the texts don't show, in Swedish
    why = "Tabellen fördelar …"     why it is told, and when, in Swedish
"""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from plangen.dataclass import dataclass
from plangen.source.source import Memory
from plangen.templates.environment import template_names, template_text

FOLDER = "content/lindby-2027"
"""Where the plan lies."""

WITHOUT = frozenset({"format", "import", "word", "world"})
"""Chapters of what no text in a plan gives, and which need no examples: other files, and what is beside all content."""

ENCODED = "base64:"
"""What the text of a file begins with whose bytes are no text."""


Files = tuple[tuple[str, str], ...]
"""Paths from the root, and texts."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two texts of one file, by which a code is reported and is not.

    `file` is a path from the root. `instead_of` is the passage of the plan's own file in the place of which they stand,
    "" for the file's end, None for the file as a whole. `files` are what both plans have besides, `files_wrong` and
    `files_right` what one has. `times`: the last line of the wrong text, `{n}` in it a number, makes it wrong so many
    times. `also` are other codes that come with it, `said` is what the texts don't show, and `why` why it is told.
    """

    code: str
    file: str
    wrong: str
    right: str
    instead_of: str | None
    files: Files = ()
    files_wrong: Files = ()
    files_right: Files = ()
    times: int = 1
    also: tuple[str, ...] = ()
    said: str = ""
    why: str = ""

    @property
    def imported(self) -> bool:
        """Whether the texts are no part of the plan but what is imported into it."""
        return self.file.endswith(".csv")

    @property
    def wrong_plan(self) -> Memory:
        """The plan that gives the code."""
        return _plan(self, repeated(self.wrong, self.times), (*self.files, *self.files_wrong))

    @property
    def right_plan(self) -> Memory:
        """The plan in which nothing is found."""
        return _plan(self, self.right, (*self.files, *self.files_right))


@cache
def examples() -> Mapping[str, Example]:
    """The example of each code that has one, chapter by chapter."""
    return MappingProxyType({each.code: each for path in _chapters() for each in _examples(path)})


@cache
def base() -> Mapping[str, str]:
    """The files of the plan that the examples stand in."""
    return MappingProxyType(dict(_below(files("plangen.explanations") / "plan", FOLDER)))


def repeated(text: str, times: int) -> str:
    """A text with its last line so many times, each with its number."""
    if times == 1:
        return text
    *before, last = text.rstrip("\n").split("\n")
    return "\n".join((*before, *(last.replace("{n}", str(number)) for number in range(1, times + 1)))) + "\n"


def in_chapter(path: Traversable) -> Mapping[str, Any]:
    """What a chapter's file says of each code."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _chapters() -> list[Traversable]:
    found = (each for each in files("plangen.explanations").iterdir() if each.name.endswith(".toml"))
    return sorted(found, key=lambda each: each.name)


def _examples(path: Traversable) -> Iterator[Example]:
    for code, row in in_chapter(path).items():
        instead_of: str | None = row.get("instead_of", row["right"])
        named = next(name for name in ("edits", "adds_to", "replaces", "imports") if name in row)
        yield Example(
            code,
            _path(row[named]),
            row["wrong"],
            row["right"],
            {"edits": instead_of, "adds_to": ""}.get(named),
            _files(row.get("files", {})),
            _files(row.get("files_wrong", {})),
            _files(row.get("files_right", {})),
            row.get("times", 1),
            tuple(row.get("also", ())),
            row.get("said", ""),
            row.get("why", ""),
        )


def _files(given: Mapping[str, str]) -> Files:
    return tuple((_path(name), text) for name, text in given.items())


def _path(named: str) -> str:
    """The path from the root: that of a template as it is, all others from the plan's folder."""
    return named if named.startswith("templates/") else f"{FOLDER}/{named}"


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        if each.is_dir():
            yield from _below(each, f"{path}/{each.name}")
        else:
            yield f"{path}/{each.name}", each.read_text(encoding="utf-8")


def _plan(example: Example, text: str, others: Files) -> Memory:
    made = {**base(), **dict(others)}
    own = made.get(example.file) or _shipped(example.file)
    if example.instead_of is None:
        made[example.file] = text
    elif example.instead_of:
        assert own.count(example.instead_of) == 1, f"{example.code}: “instead_of” stands once in {example.file}"
        made[example.file] = own.replace(example.instead_of, text)
    else:
        made[example.file] = f"{own}\n{text}"
    return Memory({path: _content(text) for path, text in made.items()})


def _shipped(path: str) -> str:
    """The text of a template that comes with plangen, which stands in a project under the same name."""
    name = path.removeprefix("templates/")
    return template_text(name) if path != name and name in template_names("outline") else ""


def _content(text: str) -> bytes | str:
    return base64.b64decode(text.removeprefix(ENCODED)) if text.startswith(ENCODED) else text
