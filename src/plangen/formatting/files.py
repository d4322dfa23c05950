"""A plan's files to their canonical form, each only where it says the same afterwards.

That is asserted, not hoped for: the formatted file is read again, and its values, comments and text must be those of
the file before, and in the end the whole plan must be. A file that can't be read without faults of form is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from ruamel.yaml.error import YAMLError

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, warning
from plangen.formatting.markdown import canonical_markdown
from plangen.formatting.same import texts_of, without_places
from plangen.formatting.yaml import canonical_yaml
from plangen.formatting.yaml_gaps import UnformattableError, comments
from plangen.readers.front_matter import Parts, split_front_matter
from plangen.readers.markdown import read_markdown
from plangen.readers.place import Place
from plangen.readers.plan import read_plan
from plangen.readers.text_file import read_bytes, read_text
from plangen.readers.yaml import read_yaml
from plangen.source.source import Source

FOLDERS = ("", "sections", "goals", "budget")
ENDINGS = (".yaml", ".yml", ".md")

OF_FORM = ("character-", "dash-", "duplicate-", "expression-open", "markdown-", "yaml-")
"""How the codes of faults start by which something of a file can't be read as it stands."""

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file whose canonical form differs from how it stands."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """A source with some files' texts replaced or added."""

    source: Source
    files: Mapping[str, str]

    def read(self, path: str) -> bytes | None:
        """The bytes of a file."""
        return self.files[path].encode() if path in self.files else self.source.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names in a folder, those of added files among them."""
        added = (PurePosixPath(path) for path in self.files)
        own = {path.name for path in added if path.parent == PurePosixPath(folder)}
        return tuple(sorted({*self.source.names(folder), *own}))


def format_plan(source: Source, folder: str) -> tuple[tuple[Formatted, ...], tuple[Diagnostic, ...]]:
    """The files of a plan that change, and those left alone."""
    formatted: list[Formatted] = []
    left: list[Diagnostic] = []
    for path in _paths(source, folder):
        changed, faults = format_file(source, path)
        left.extend(faults)
        if changed:
            formatted.append(changed)
    before = _said(source, folder)
    if _said(Overlay(source, {each.path: each.after for each in formatted}), folder) != before:
        for each in tuple(formatted):
            if _said(Overlay(source, {each.path: each.after}), folder) != before:
                formatted.remove(each)
                left.append(warning("format-unsure", Location(each.path)))
        if _said(Overlay(source, {each.path: each.after for each in formatted}), folder) != before:
            left.extend(warning("format-unsure", Location(each.path)) for each in formatted)
            formatted.clear()
    return tuple(formatted), tuple(left)


def format_file(source: Source, path: str) -> tuple[Formatted | None, tuple[Diagnostic, ...]]:
    """A file formatted, None where nothing changes; a warning says that one is left alone, and why."""
    text, faults = read_text(source, path)
    data, _ = read_bytes(source, path)
    if text is None or data is None or faults:
        return None, tuple(warning("format-broken", each.location) for each in faults[:1])
    fault = _fault(text, path)
    if fault:
        return None, (warning("format-broken", fault),)
    try:
        after = canonical_file(text, path)
        sound = (
            _fault(after, path) is None
            and _content(after, path) == _content(text, path)
            and canonical_file(after, path) == after
        )
    except (UnformattableError, YAMLError):
        sound = False
    if not sound:
        return None, (warning("format-unsure", Location(path)),)
    return (Formatted(path, text, after) if after.encode() != data else None), ()


def canonical_file(text: str, path: str) -> str:
    """The canonical text of a YAML file, or of a Markdown file with front matter."""
    if not path.endswith(".md"):
        return canonical_yaml(text)
    parts = _parts(text, path)
    body = canonical_markdown(parts.body)
    return f"---\n{canonical_yaml(parts.front)}---\n{body}"


def _paths(source: Source, folder: str) -> Iterator[str]:
    for below in FOLDERS:
        where = f"{folder}/{below}".rstrip("/")
        for name in source.names(where):
            readme = name.endswith(".md") and not below
            if name.endswith(ENDINGS) and not readme:
                yield f"{where}/{name}"


def _parts(text: str, path: str) -> Parts:
    if not path.endswith(".md"):
        return Parts(text, 1, "", 1)
    return split_front_matter(text, path)[0]


def _fault(text: str, path: str) -> Location | None:
    """Where the first fault of a file's form stands."""
    if path.endswith(".md"):
        _, faults = split_front_matter(text, path)
        if faults:
            return faults[0].location
    parts = _parts(text, path)
    _, faults = read_yaml(parts.front, path, parts.front_line)
    _, others = read_markdown(parts.body, Place.of_text(parts.body, Location(path, parts.body_line)), lambda name: b"")
    return next((each.location for each in (*faults, *others) if each.code.startswith(OF_FORM)), None)


def _content(text: str, path: str) -> object:
    """All that a file says: values and comments of its YAML, the text of its Markdown and each letter of it."""
    parts = _parts(text, path)
    value, _ = read_yaml(parts.front, path)
    body, _ = read_markdown(parts.body, Place.of_text(parts.body, Location(path)), lambda name: name.encode())
    return texts_of(value), comments(parts.front), without_places(body), _NO_LETTERS.sub("", parts.body)


def _said(source: Source, folder: str) -> object:
    """What reading a plan gives, but for places."""
    plan, found = read_plan(source, folder)
    return without_places(plan), sorted((each.location.file, each.code) for each in found)
