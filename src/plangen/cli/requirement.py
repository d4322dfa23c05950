"""Where a new plan repository gets plangen from: the line of its requirements.txt (PEP 508)."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from plangen.diagnostics import PlangenError
from plangen.source.git import Repository

PLANGEN = "plangen[import,serve]"
"""plangen with what importing and the preview need."""

_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc|\.post|\.dev)[0-9]+)?")
_ADDRESS = re.compile(r"(git\+)?(https|http|ssh|file)://[^\s;#]+")
_SHORT_SSH = re.compile(r"(?P<host>[\w.-]+@[\w.-]+):(?P<path>[^\s;#/][^\s;#]*)")
_PACKED = (".whl", ".zip", ".tar.gz")


def requirement(given: str, version: str) -> str:
    """The line for what was given: a version, the address of a Git repository (`…@tag`), or a file or folder here.

    Nothing given means what runs now: its commit where others can have it, else its folder, else its version. A bare
    version is the last, since a name that nobody has released is anybody's to take. Raises PlangenError.
    """
    if not given:
        return _running() or f"{PLANGEN}=={version}"
    if _VERSION.fullmatch(given):
        return f"{PLANGEN}=={given}"
    if _ADDRESS.fullmatch(given):
        packed = given.partition("@")[0].endswith(_PACKED) or given.startswith(("git+", "file:"))
        return f"{PLANGEN} @ {given if packed else 'git+' + given}"
    try:
        if Path(given).exists():
            return f"{PLANGEN} @ {Path(given).resolve().as_uri()}"
    except (OSError, ValueError):
        pass
    raise PlangenError("init-plangen-unreadable", given=given)


def only_here(line: str) -> bool:
    """Whether a line leads to a place that only this computer has."""
    return " @ file:" in line or " @ git+file:" in line


def _running() -> str:
    """Where the plangen that runs was installed from (PEP 610); "" where that was an index."""
    try:
        text = distribution("plangen").read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    origin = json.loads(text or "{}")
    if not origin:
        return ""
    url, commit = origin["url"], origin.get("vcs_info", {}).get("commit_id", "")
    if "dir_info" in origin:
        address, commit = _published(Path(url2pathname(urlsplit(url).path)))
        url = address or url
    address = _without_rights(url)
    return f"{PLANGEN} @ " + (f"git+{address}@{commit}" if commit else address)


def _published(folder: Path) -> tuple[str, str]:
    """The address and the commit of a working copy, where others can have them."""
    repository = Repository(folder)
    try:
        address, commit = repository.origin(), repository.revision("HEAD").commit
    except PlangenError:
        return "", ""
    if found := _SHORT_SSH.fullmatch(address):
        address = f"ssh://{found['host']}/{found['path']}"
    return (address, commit) if _ADDRESS.fullmatch(address) else ("", "")


def _without_rights(url: str) -> str:
    """The address without a name or token that someone has put into it; `git@` is everybody's."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        return url
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))
