"""A place in a file -> the links that open it: in VS Code on this machine, and in the repository's web editor."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.document.edit_links import edit_address, in_project
from plangen.locale.catalogue import Catalogue
from plangen.model.edit_address import host_of


@dataclass(frozen=True, slots=True)
class Link:
    """An address, or the pattern of one, and what it is called."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Editors:
    """Where the files of a plan are edited. `web` is a pattern ("" where the plan knows none)."""

    root: Path
    web: str
    words: Catalogue

    def patterns(self) -> tuple[Link, ...]:
        """Links with `{file}`, `{line}` and `{column}` for the place."""
        patterns = [Link(self.words.preview["open-in-code"], code_pattern(self.root))]
        if self.web:
            patterns.append(Link(self.words.preview["edit-on"].format(host=host_of(self.web)), self.web))
        return tuple(patterns)

    def links(self, place: Location) -> tuple[Link, ...]:
        """The links to a place; none to what is no file of the project."""
        if not in_project(place):
            return ()
        return tuple(Link(each.text, edit_address(each.url, place)) for each in self.patterns())


def code_pattern(root: Path) -> str:
    """The address by which VS Code opens a file (its documentation, "Opening VS Code with URLs")."""
    return f"vscode://file/{quote(root.resolve().as_posix().strip('/'), safe='/:')}/{{file}}:{{line}}:{{column}}"
