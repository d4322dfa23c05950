"""The tests stand as the source does: `src/plangen/readers/yaml.py` is tested by `tests/readers/test_yaml.py`."""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "plangen"

OF_THE_WHOLE = ("test_mirror.py", "test_package.py")
FOLDERS_OF_THE_WHOLE = ("acceptance", "facts", "fuzz", "golden", "parity")
"""Tests of more than one module: whole plans, whole commands, all formats together."""

WITHOUT_A_TEST = frozenset({"preview/speech.py", "writers/job.py"})
"""Modules in which nothing is decided: fields and their types."""


def mirrored(test: Path) -> str:
    """The module that a test module tests, by its path below the source."""
    return (test.parent / test.name.removeprefix("test_")).as_posix()


def has_code(module: Path) -> bool:
    """Whether a module holds more than a docstring and imports."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return any(not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr) for node in tree.body)


def covered() -> set[str]:
    found = (path.relative_to(TESTS) for path in TESTS.rglob("test_*.py"))
    return {
        mirrored(path)
        for path in found
        if path.parts[0] not in FOLDERS_OF_THE_WHOLE and path.as_posix() not in OF_THE_WHOLE
    }


def modules() -> set[str]:
    return {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if has_code(path)}


def test_every_module_has_its_tests():
    assert sorted(modules() - WITHOUT_A_TEST - covered()) == []


def test_every_test_module_has_its_module():
    known = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")}
    assert sorted(covered() - known) == []


def test_nothing_is_excused_that_has_a_test_or_is_not_there():
    assert modules() >= WITHOUT_A_TEST
    assert not covered() & WITHOUT_A_TEST


def test_the_mirror_sees_the_modules():
    """Else the tests above would say nothing."""
    assert {"readers/yaml.py", "build.py", "writers/html/page.py"} <= modules()
    assert {"readers/yaml.py", "diagnostics.py"} <= covered()


def test_tests_are_no_packages():
    assert [path.as_posix() for path in TESTS.rglob("__init__.py")] == []
