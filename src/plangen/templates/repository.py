"""The files of a new plan repository: those of its language, those of every one, and the workflows of `ci/`.

In the package a name that begins with a dot begins with `dot-`, so that no tool takes it for this project's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

COMMON = "start/common"
WORKFLOWS = "ci"
_DOT = "dot-"


def repository_files(language: str, values: Mapping[str, str]) -> dict[str, bytes]:
    """The files by their paths in the repository; `@NAME@` in a file of start/ stands for the value `name`."""
    texts = {path: _filled(text, values) for folder in (COMMON, f"start/{language}") for path, text in _below(folder)}
    return {path: text.encode() for path, text in sorted([*texts.items(), *_below(WORKFLOWS)])}


def _filled(text: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        text = text.replace(f"@{name.upper()}@", value)
    return text


def _below(folder: str) -> Iterator[tuple[str, str]]:
    return _walk(files("plangen.templates").joinpath(*folder.split("/")), "")


def _walk(place: Traversable, path: str) -> Iterator[tuple[str, str]]:
    """The files below a place, each with its path as the repository has it."""
    for each in sorted(place.iterdir(), key=lambda inner: inner.name):
        name = "." + each.name.removeprefix(_DOT) if each.name.startswith(_DOT) else each.name
        if each.is_dir():
            yield from _walk(each, f"{path}{name}/")
        else:
            yield path + name, each.read_text(encoding="utf-8")
