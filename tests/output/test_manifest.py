from __future__ import annotations

from pathlib import Path

import pytest

from plangen.output.manifest import MANIFEST, Manifest, digest, manifest_bytes, read_manifest, sizes_of_fresh

MANIFESTED = Manifest(
    tools={"plangen": "1"},
    inputs={"content/plan/plan.yaml": "ab"},
    outputs={"plan.html": digest(b"sida")},
    said=("klar å",),
    warnings=("varning",),
)


def test_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(MANIFESTED))
    assert read_manifest(tmp_path) == MANIFESTED


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"tools": 1, "inputs": 2, "outputs": 3}'])
def test_manifest_that_is_none_is_none(text: str, tmp_path: Path) -> None:
    assert read_manifest(tmp_path) is None
    (tmp_path / MANIFEST).write_text(text)
    assert read_manifest(tmp_path) is None


def test_manifest_is_of_the_same_inputs_and_tools_only() -> None:
    assert MANIFESTED.is_of({"content/plan/plan.yaml": "ab"}, {"plangen": "1"})
    assert not MANIFESTED.is_of({"content/plan/plan.yaml": "cd"}, {"plangen": "1"})
    assert not MANIFESTED.is_of({"content/plan/plan.yaml": "ab", "content/plan/x.md": ""}, {"plangen": "1"})
    assert not MANIFESTED.is_of({"content/plan/plan.yaml": "ab"}, {"plangen": "2"})


def test_file_is_fresh_where_it_is_as_it_was_written(tmp_path: Path) -> None:
    assert sizes_of_fresh(tmp_path, MANIFESTED, ("plan.html",)) is None
    (tmp_path / "plan.html").write_bytes(b"sida")
    assert sizes_of_fresh(tmp_path, MANIFESTED, ("plan.html",)) == {"plan.html": 4}
    assert sizes_of_fresh(tmp_path, MANIFESTED, ("plan.html", "plan.pdf")) is None
    (tmp_path / "plan.html").write_bytes(b"sid4")
    assert sizes_of_fresh(tmp_path, MANIFESTED, ("plan.html",)) is None
