"""Every code that plangen can report, from `codes.toml`: how bad it is, its chapter, whether a plan may adjust it.

The messages and cures of the codes are in the catalogues; who finds a fault gives code and place only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

from plangen.dataclass import dataclass

Badness = Literal["error", "warning", "world"]
"""A fault of the content that stops the build, something that an editor should look at, a fault beside the content."""


@dataclass(frozen=True, slots=True)
class Code:
    """What is known of a code.

    `group`: its chapter of docs/checks.md. `adjustable`: whether a plan may accept it at a place, or say how bad it is.
    """

    name: str
    severity: Badness
    group: str
    adjustable: bool


@cache
def codes() -> Mapping[str, Code]:
    """Every code by its name, sorted."""
    return MappingProxyType({name: _code(name, row) for name, row in _data()["codes"].items()})


@cache
def groups() -> tuple[str, ...]:
    """The chapters in their order."""
    return tuple(_data()["groups"])


def _code(name: str, row: Mapping[str, Any]) -> Code:
    severity: Badness = row["severity"]
    return Code(name, severity, row["group"], row.get("adjustable", severity == "warning"))


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("plangen.locale").joinpath("codes.toml").read_text(encoding="utf-8"))
