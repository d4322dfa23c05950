"""The small plan on disk, and how faults are told."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from plangen.cli.report import counts, fault, report
from plangen.preview.speech import Speech

if find_spec("starlette") is None and "CI" not in os.environ:
    collect_ignore_glob = ["test_*.py"]  # plangen[serve] is not installed


@pytest.fixture
def speech() -> Speech:
    return Speech(report, counts, fault)


@pytest.fixture
def project(tmp_path: Path, minimal_plan) -> Path:
    for path, text in minimal_plan.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path
