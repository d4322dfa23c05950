"""The web address of a plan's repository -> the address at which a file of it is edited.

Given is what people have at hand: the repository's address on GitHub or GitLab, with or without a branch and a folder,
as the browser shows it; or, for any other host, a pattern with `{file}` and perhaps `{line}`.

https://github.com/organisation/planer              -> …/edit/main/{file}#L{line}
https://github.com/organisation/planer/tree/utkast  -> …/edit/utkast/{file}#L{line}
https://gitlab.com/grupp/planer/-/tree/main/mapp    -> …/-/edit/main/mapp/{file}#L{line}
"""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from plangen.model.record import Reader, Reading, scalar
from plangen.model.written import Written
from plangen.source.placed import PlacedText

BRANCH = "main"
"""The branch, where none is given."""

_GITLAB = re.compile(r"(?P<project>(?:/[\w.-]+){2,}?)(?:/-/(?:tree|edit|blob)/(?P<branch>[^/]+)(?P<folder>/.+)?)?")
_GITHUB = re.compile(r"(?P<project>(?:/[\w.-]+?){2})(?:/(?:tree|edit|blob)/(?P<branch>[^/]+)(?P<folder>/.+)?)?")
_FORMS = (("github", _GITHUB, "/edit/"), ("gitlab", _GITLAB, "/-/edit/"))
_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`\x00-\x1f\x7f]+", re.ASCII)
_PLACES = re.compile(r"\{[^}]*\}?|\}")


def edit_pattern(address: str) -> str | None:
    """The pattern for an address as it is given, with `{file}` and perhaps `{line}`; None where it gives none."""
    if not _ADDRESS.fullmatch(address) or not _host(address):
        return None
    named = set(_PLACES.findall(address))
    if named:
        return address if "{file}" in named and named <= {"{file}", "{line}"} and "{" not in _host(address) else None
    parts = urlsplit(address)
    for name, form, edit in _FORMS:
        found = form.fullmatch(parts.path.removesuffix("/").removesuffix(".git"))
        if name in _host(address) and found and not (parts.query or parts.fragment):
            branch, folder = found["branch"] or BRANCH, found["folder"] or ""
            return f"{parts.scheme}://{parts.netloc}{found['project']}{edit}{branch}{folder}/{{file}}#L{{line}}"
    return None


def _read(value: Any, context: Reading) -> Any:
    if not isinstance(value, PlacedText):
        return scalar(value, context) or ""
    text = value.text.strip()
    pattern = edit_pattern(text)
    if pattern is None:
        context.report("edit-address", value.location, text=text)
    return pattern or ""


EditPattern = Annotated[str, Reader(_read), Written("address")]
"""The pattern that an author's address gives."""


def host_of(pattern: str) -> str:
    """The host of a pattern, for a link's name."""
    return _host(pattern)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
