"""Whether a plan's files are still what its content, the templates and plangen would give: by bytes, nothing parsed."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from plangen.cli.orders import Order
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, terms
from plangen.output.manifest import Manifest, digest, read_manifest, sizes_of_fresh
from plangen.source.plans import TEMPLATES, files_of
from plangen.source.source import Source

ENGINES = (
    *("babel", "fontpkg-arimo", "jinja2", "markdown-it-py", "mdit-py-plugins", "pikepdf", "pyphen", "pypandoc-binary"),
    *("python-docx", "ruamel.yaml", "typst", "uharfbuzz", "vl-convert-python"),
)
EPOCH = "SOURCE_DATE_EPOCH"
GUIDES = frozenset({f"{TEMPLATES}/README.md"})
"""Files among the templates that are for people, and that no build reads."""

BRAND_FILE = "brand.yaml"

_INSTALLED = re.compile(r"(?P<name>[\w.-]+?)-(?P<version>[^-]+)(?:-py[\d.]+)?\.(?:dist|egg)-info")
_PLANGEN = Path(__file__).parents[1]


def inputs_of(order: Order, source: Source, folder: str) -> dict[str, str]:
    """The digest of each file that a plan is made of, and the date that the surroundings give."""
    found = {path: _digest(source, path) for path in files_of(source, folder) if path not in GUIDES} | _fonts(
        source, folder
    )
    return found | ({EPOCH: order.epoch} if order.epoch else {})


def tools() -> dict[str, str]:
    """What makes the files: plangen by version and by its own files, Python and the engines by version."""
    whole = sha256()
    for name, content in _files_below(os.fspath(_PLANGEN), ""):
        whole.update(name.encode() + b"\0" + content + b"\0")
    versions = {name: _version(name) for name in ("plangen", *ENGINES)}
    return versions | {"plangen files": whole.hexdigest(), "python": platform.python_version()}


def unchanged(
    folder: Path, names: tuple[str, ...], inputs: Mapping[str, str], by: Mapping[str, str]
) -> tuple[Manifest, dict[str, int]] | None:
    """The manifest of a plan's output folder and the files' sizes, where the named files are fresh; else None."""
    manifest = read_manifest(folder)
    if manifest is None or not manifest.is_of(inputs, by):
        return None
    sizes = sizes_of_fresh(folder, manifest, names)
    return None if sizes is None else (manifest, sizes)


def _digest(source: Source, path: str) -> str:
    """A file's digest; none for one that can't be read, which the plan's reader tells of if it needs it."""
    try:
        return digest(source.read(path) or b"")
    except PlangenError:
        return ""


def _fonts(source: Source, folder: str) -> dict[str, str]:
    """The versions of the packages that the brand has its fonts from, found without reading YAML."""
    keys = "|".join(sorted({re.escape(terms(KEYS, language)["package"]) for language in LANGUAGES}))
    key = re.compile(rf"(?:^|[\s{{,])[\"']?(?:{keys})[\"']?\s*:\s*[\"']?([\w.-]+)", re.MULTILINE)
    files = (source.read(f"{place}/{BRAND_FILE}") or b"" for place in (TEMPLATES, folder))
    names = {name for file in files for name in key.findall(file.decode("utf-8", "replace"))}
    return {f"package {name}": _version(name) for name in names}


def _files_below(folder: str, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a folder, compiled ones left out; by `os`, since `pathlib` takes thrice the time for so many."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda each: each.name)
    for each in entries:
        within = f"{name}/{each.name}"
        if each.is_dir():
            yield from _files_below(each.path, within)
        elif not each.name.endswith(".pyc"):
            with open(each.path, "rb", buffering=0) as file:
                yield within, file.readall()


def _version(name: str) -> str:
    """The version of a package, "" where it isn't installed."""
    return _versions().get(_plain(name), "")


@cache
def _versions() -> Mapping[str, str]:
    """The version of each package, as the name of the folder that tells of it has it.

    PyPA, Recording installed projects. `importlib.metadata` reads what is in them, by a parser of mail: 15 ms.
    """
    found: dict[str, str] = {}
    for place in sys.path:
        with suppress(OSError):
            for each in filter(None, map(_INSTALLED.fullmatch, os.listdir(place or "."))):
                found.setdefault(_plain(each["name"]), each["version"])
    return found


def _plain(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()
