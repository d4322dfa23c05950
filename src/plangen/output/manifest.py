"""The record of a build, kept beside its files: what they were made of and by, and what was said of them.

By it a later build knows that nothing has changed, without reading the plan. Every digest is SHA-256 in hexadecimal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from plangen.dataclass import dataclass
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Digests of the inputs by path and of the outputs by name, what made them, and what was said.

    `tools` are names and versions of what had a hand in it; `said` the closing lines, `warnings` those of the report,
    `language` what they are said in. `commit` is that of the repository that the plan lies in, "" where it lies in
    none, and `clean` says whether the inputs are those of the commit.
    """

    tools: Mapping[str, str]
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    said: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    language: str = DEFAULT_LANGUAGE
    commit: str = ""
    clean: bool = False

    def is_of(self, inputs: Mapping[str, str], tools: Mapping[str, str]) -> bool:
        """Whether the outputs were made of just these inputs by just these tools."""
        return self.inputs == inputs and self.tools == tools


def digest(content: bytes) -> str:
    """The digest of a file's content."""
    return sha256(content).hexdigest()


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as JSON."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2, sort_keys=True)
    return (text + "\n").encode()


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in a folder; None where there is none that can be read."""
    try:
        data = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Manifest(
            tools=dict(data["tools"]),
            inputs=dict(data["inputs"]),
            outputs=dict(data["outputs"]),
            said=tuple(data["said"]),
            warnings=tuple(data["warnings"]),
            language=catalogue(data["language"]).language,
            commit=str(data["commit"]),
            clean=data["clean"] is True,
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def sizes_of_fresh(folder: Path, manifest: Manifest, names: tuple[str, ...]) -> dict[str, int] | None:
    """The sizes in bytes of the named files, where each is there as the manifest has it; else None."""
    sizes: dict[str, int] = {}
    for name in names:
        try:
            content = (folder / name).read_bytes()
        except OSError:
            return None
        if digest(content) != manifest.outputs.get(name):
            return None
        sizes[name] = len(content)
    return sizes
