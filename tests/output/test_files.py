from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from plangen.diagnostics import PlangenError
from plangen.output.files import ABANDONED, WAITING, put_in_place


def test_files_are_put_in_a_folder_made_for_them(tmp_path: Path):
    folder = tmp_path / "build" / "plan"
    paths = put_in_place(folder, {"plan.html": b"<p>", "plan.pdf": b"%PDF"})
    assert paths == (folder / "plan.html", folder / "plan.pdf")
    assert [path.read_bytes() for path in paths] == [b"<p>", b"%PDF"]
    assert sorted(each.name for each in folder.iterdir()) == ["plan.html", "plan.pdf"], "nothing else is left"


def test_files_take_the_place_of_older_ones_and_leave_others_alone(tmp_path: Path):
    (tmp_path / "plan.html").write_bytes(b"old and much longer")
    (tmp_path / "other.txt").write_bytes(b"other")
    put_in_place(tmp_path, {"plan.html": b"new"})
    assert (tmp_path / "plan.html").read_bytes() == b"new"
    assert (tmp_path / "other.txt").read_bytes() == b"other"


def test_no_files_are_no_fault(tmp_path: Path):
    assert put_in_place(tmp_path / "x", {}) == ()


def test_a_file_has_the_rights_that_others_have(tmp_path: Path):
    (tmp_path / "like").write_bytes(b"")
    (path,) = put_in_place(tmp_path / "x", {"a": b"a"})
    assert path.stat().st_mode == (tmp_path / "like").stat().st_mode


def test_a_file_in_the_place_of_the_folder_is_a_fault_of_the_world(tmp_path: Path):
    (tmp_path / "build").write_bytes(b"a file")
    with pytest.raises(PlangenError) as raised:
        put_in_place(tmp_path / "build" / "plan", {"a": b"a"})
    assert raised.value.code == "output-unwritable"
    assert dict(raised.value.parameters)["path"] == str(tmp_path / "build" / "plan")
    assert dict(raised.value.parameters)["reason"]
    assert (tmp_path / "build").read_bytes() == b"a file"


def test_when_one_file_can_not_be_written_none_is_put_in_place(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(PlangenError):
        put_in_place(tmp_path, {"a": b"new", "b" * 300: b"a name too long"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a"], "what was written meanwhile is taken away"


def test_a_folder_in_the_place_of_a_file_is_left_and_reported(tmp_path: Path):
    (tmp_path / "a" / "inner").mkdir(parents=True)
    with pytest.raises(PlangenError) as raised:
        put_in_place(tmp_path, {"a": b"new"})
    assert raised.value.code == "output-unwritable"
    assert (tmp_path / "a" / "inner").is_dir()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_build_left_long_ago_is_taken_away(tmp_path: Path):
    for name, age in (("old", ABANDONED + 60), ("young", 0)):
        left = tmp_path / f"{WAITING}{name}"
        left.mkdir()
        (left / "half").write_bytes(b"x")
        then = time.time() - age
        os.utime(left, (then, then))
    put_in_place(tmp_path, {"a": b"a"})
    assert sorted(each.name for each in tmp_path.iterdir()) == [f"{WAITING}young", "a"]
