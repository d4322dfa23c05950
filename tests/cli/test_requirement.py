from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.acceptance.ci import git

import plangen.cli.requirement
from plangen.cli.requirement import PLANGEN, only_here, requirement
from plangen.diagnostics import PlangenError


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("1.2", f"{PLANGEN}==1.2"),
        ("1.2rc1", f"{PLANGEN}==1.2rc1"),
        ("https://example.org/plangen@v1.2", f"{PLANGEN} @ git+https://example.org/plangen@v1.2"),
        ("git+ssh://git@example.org/plangen", f"{PLANGEN} @ git+ssh://git@example.org/plangen"),
        (
            "https://example.org/plangen-1.2-py3-none-any.whl",
            f"{PLANGEN} @ https://example.org/plangen-1.2-py3-none-any.whl",
        ),
    ],
)
def test_what_is_given_becomes_a_line(given: str, line: str) -> None:
    assert requirement(given, "9") == line


def test_a_file_is_named_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "plangen 1.whl").write_bytes(b"")
    assert requirement(str(tmp_path / "plangen 1.whl"), "9") == f"{PLANGEN} @ {tmp_path.as_uri()}/plangen%201.whl"


@pytest.mark.parametrize(
    "given",
    ["nowhere", "-r other.txt", "1.2\n-r other.txt", "https://example.org/x y", "https://a/b; x", "a\0b", "x" * 500],
)
def test_what_is_no_source_is_refused(given: str) -> None:
    with pytest.raises(PlangenError) as raised:
        requirement(given, "9")
    assert raised.value.code == "init-plangen-unreadable"


class Installed:
    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return None if self.origin is None else json.dumps(self.origin)


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"{PLANGEN}==9"),
        ({"url": "file:///nowhere/plangen", "dir_info": {}}, f"{PLANGEN} @ file:///nowhere/plangen"),
        ({"url": "file:///x/plangen-1.whl", "archive_info": {}}, f"{PLANGEN} @ file:///x/plangen-1.whl"),
        (
            {"url": "https://nina:secret@example.org/plangen", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            f"{PLANGEN} @ git+https://example.org/plangen@abc",
        ),
    ],
)
def test_nothing_given_means_what_runs(origin: object, line: str, monkeypatch) -> None:
    monkeypatch.setattr(plangen.cli.requirement, "distribution", lambda name: Installed(origin))
    assert requirement("", "9") == line


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://nina:secret@example.org/plangen.git", "https://example.org/plangen.git"),
        ("git@example.org:org/plangen.git", "ssh://git@example.org/org/plangen.git"),
        ("ssh://git@example.org/plangen", "ssh://git@example.org/plangen"),
        ("/srv/plangen", ""),
    ],
)
def test_a_working_copy_means_its_commit_where_others_can_have_it(
    remote: str, address: str, tmp_path: Path, monkeypatch
) -> None:
    git(tmp_path, "init", "--quiet", "-b", "main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "x")
    git(tmp_path, "remote", "add", "origin", remote)
    origin = {"url": tmp_path.as_uri(), "dir_info": {"editable": True}}
    monkeypatch.setattr(plangen.cli.requirement, "distribution", lambda name: Installed(origin))
    here = f"{PLANGEN} @ {tmp_path.as_uri()}"
    assert requirement("", "9") == here
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")
    commit = git(tmp_path, "rev-parse", "HEAD")
    assert requirement("", "9") == (f"{PLANGEN} @ git+{address}@{commit}" if address else here)


def test_a_line_that_leads_here_alone_is_known() -> None:
    assert only_here(f"{PLANGEN} @ file:///x")
    assert not only_here(f"{PLANGEN}==1")
    assert not only_here(f"{PLANGEN} @ git+https://example.org/file:x")
