"""Whether a plan's files are still what its content, the templates and plangen would give: by bytes, nothing parsed."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
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


def inputs_of(order: Order, source: Source, folder: str) -> dict[str, str]:
    """The digest of each file that a plan is made of, and the date that the surroundings give."""
    found = {path: _digest(source, path) for path in files_of(source, folder) if path not in GUIDES} | _fonts(
        source, folder
    )
    return found | ({EPOCH: order.epoch} if order.epoch else {})


def tools() -> dict[str, str]:
    """What makes the files: plangen by version and by its own files, Python and the engines by version."""
    whole = sha256()
    for name, content in sorted(_own(files("plangen"), "")):
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


def _own(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    if place.is_file():
        return [(name, place.read_bytes())] if not name.endswith(".pyc") else []
    return [each for inner in place.iterdir() for each in _own(inner, f"{name}/{inner.name}")]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
