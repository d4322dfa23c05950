"""Where a new plan repository gets plangen from: the line of its requirements.txt (PEP 508)."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from plangen.diagnostics import PlangenError

PLANGEN = "plangen[import,serve]"
"""plangen with what importing and the preview need."""

_VERSION = re.compile(r"[0-9]+(\.[0-9]+)*((a|b|rc|\.post|\.dev)[0-9]+)?")
_ADDRESS = re.compile(r"(git\+)?(https|http|ssh|file)://[^\s;#]+")
_PACKED = (".whl", ".zip", ".tar.gz")


def requirement(given: str, version: str) -> str:
    """The line for what was given: a version, the address of a Git repository (`…@tag`), or a file or folder here.

    Nothing given means what runs now: its commit where it came from Git, else its version. Raises PlangenError.
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


def _running() -> str:
    """Where the plangen that runs was installed from, if others can get it there (PEP 610); else ""."""
    try:
        text = distribution("plangen").read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    origin = json.loads(text or "{}")
    commit = origin.get("vcs_info", {}).get("commit_id")
    if not commit or not _ADDRESS.fullmatch(origin["url"]) or origin["url"].startswith("file:"):
        return ""
    return f"{PLANGEN} @ git+{origin['url'].removeprefix('git+')}@{commit}"
