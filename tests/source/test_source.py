from __future__ import annotations

from pathlib import Path

import pytest

from plangen.diagnostics import PlangenError
from plangen.source.source import LARGEST_FILE, Folder, Memory, Source, stays_inside

FILES = {
    "content/a/plan.yaml": b"titel: A\n",
    "content/a/sections/x.md": "å".encode(),
    "content/b/plan.yaml": b"",
    "content/.dold/plan.yaml": b"",
    "content/.dold.yaml": b"",
    "README": b"r",
}
OUTSIDE = [
    "../secret",
    "content/../../secret",
    "/etc/hostname",
    "..",
    "content\\..\\..\\secret",
    "C:/secret",
    "C:secret",
]


@pytest.fixture(params=["folder", "memory"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Source:
    if request.param == "memory":
        return Memory({**FILES, "../secret": b"!"})
    root = tmp_path / "root"
    for name, content in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    (tmp_path / "secret").write_bytes(b"!")
    return Folder(root)


def test_files_are_read_by_path(source: Source):
    assert source.read("content/a/plan.yaml") == b"titel: A\n"
    assert source.read("content/a/sections/../plan.yaml") == b"titel: A\n"
    assert source.read("content/b/plan.yaml") == b""


@pytest.mark.parametrize("path", ["content/c", "content", "content/a/plan.yaml/x", "", ".", "x" * 300, "a/" * 3000])
def test_what_is_no_file_is_none(source: Source, path: str):
    assert source.read(path) is None


def test_names_are_sorted_folders_end_with_a_slash_and_hidden_ones_are_left_out(source: Source):
    assert source.names("content") == ("a/", "b/")
    assert source.names("content/a") == ("plan.yaml", "sections/")
    assert source.names("content/a/") == ("plan.yaml", "sections/")
    assert source.names("") == ("README", "content/")
    assert source.names(".") == ("README", "content/")


@pytest.mark.parametrize("folder", ["nowhere", "README", "x" * 300])
def test_what_is_no_folder_has_no_names(source: Source, folder: str):
    assert source.names(folder) == ()


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_root(source: Source, path: str):
    assert source.read(path) is None


def test_a_path_may_hold_no_zero(source: Source):
    assert source.read("content/a\0b") is None
    assert not stays_inside("a\0b")


def test_no_folder_outside_is_listed(tmp_path: Path):
    (tmp_path / "root").mkdir()
    (tmp_path / "secret").write_bytes(b"!")
    assert Folder(tmp_path / "root").names("..") == ()


def test_a_symbolic_link_leads_no_further_than_the_root(tmp_path: Path):
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_bytes(b"!")
    (root / "own").write_bytes(b"own")
    (root / "link").symlink_to(tmp_path / "secret")
    (root / "up").symlink_to(tmp_path)
    (root / "inner").symlink_to("own")
    folder = Folder(root)
    assert folder.read("link") is None
    assert folder.read("up/secret") is None
    assert folder.names("up") == ()
    assert folder.read("inner") == b"own"


def test_links_in_a_ring_and_links_to_nothing_are_no_files(tmp_path: Path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").symlink_to("nothing")
    folder = Folder(tmp_path)
    assert folder.read("a") is None
    assert folder.read("c") is None
    assert folder.names("a") == ()
    assert folder.names("") == ("a", "b", "c")


def test_a_root_that_is_a_link_is_followed(tmp_path: Path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x").write_bytes(b"x")
    (tmp_path / "root").symlink_to("real")
    assert Folder(tmp_path / "root").read("x") == b"x"


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path):
    for name, size in (("just", LARGEST_FILE), ("over", LARGEST_FILE + 1)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(size)
    assert len(Folder(tmp_path).read("just") or b"") == LARGEST_FILE
    with pytest.raises(PlangenError) as raised:
        Folder(tmp_path).read("over")
    assert raised.value.code == "file-too-large"
    assert raised.value.parameters == (("file", "over"), ("megabytes", "5"))


def test_a_file_that_can_not_be_read_is_a_fault_of_the_world(tmp_path: Path):
    (tmp_path / "x").write_bytes(b"x")
    (tmp_path / "x").chmod(0)
    try:
        (tmp_path / "x").read_bytes()
    except PermissionError:
        with pytest.raises(PlangenError) as raised:
            Folder(tmp_path).read("x")
        assert raised.value.code == "file-unreadable"
    else:
        assert Folder(tmp_path).read("x") == b"x", "the superuser reads everything"


@pytest.mark.parametrize("path", ["a", "a/b", "a/../b", "./a", "a/b/../../c", "ett/två å.md"])
def test_paths_that_stay_inside(path: str):
    assert stays_inside(path)


@pytest.mark.parametrize("path", [*OUTSIDE, "a/../..", "./../x", "\\\\host\\share", "//host/share"])
def test_paths_that_lead_out(path: str):
    assert not stays_inside(path)


def test_text_in_memory_is_utf8():
    assert Memory({"a": "å"}).read("a") == b"\xc3\xa5"
    assert Memory({"a": b"\xe5"}).read("a") == b"\xe5"


@pytest.mark.parametrize("path", [".hidden/a.png", "a/.b", "a/../.git/config", "/".join("abcdefghijklmnopqrstuvwxyz")])
def test_what_no_listing_tells_of_cannot_be_read(path: str, tmp_path: Path) -> None:
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("x", encoding="utf-8")
    assert Folder(tmp_path).read(path) is None


@pytest.mark.parametrize(
    "name", ["~$ren.md", ".ren.md.swp", "#ren.md#", ".#ren.md", "ren.md~", "Thumbs.db", ".DS_Store", "desktop.ini"]
)
def test_what_an_editor_or_the_system_lays_beside_the_files_is_passed_over(name: str, tmp_path: Path):
    for each in (name, "ren.md"):
        (tmp_path / each).write_text("", encoding="utf-8")
    assert Folder(tmp_path).names(".") == ("ren.md",)
    assert Memory({name: "", "ren.md": ""}).names(".") == ("ren.md",)
