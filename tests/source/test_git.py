import subprocess

import pytest

from plangen.diagnostics import PlangenError
from plangen.source.git import Repository


def git(folder, *arguments):
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def commit(folder, files, message="x"):
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", message)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "ett förråd"
    place.mkdir()
    git(place, "init", "-q")
    return place


def code(raised):
    return raised.value.code


def test_a_revision_holds_what_the_folder_held_then(folder):
    commit(folder, {"content/plan/plan.yaml": "titel: Å\n", "annat.txt": "x"})
    commit(folder, {"content/plan/plan.yaml": "titel: Ä\n"})
    repository = Repository(folder)
    source = repository.tree(repository.revision("HEAD~1"), ("content",)).files
    assert source.read("content/plan/plan.yaml") == "titel: Å\n".encode()
    assert source.read("annat.txt") is None
    assert source.names("content") == ("plan/",)


def test_the_working_tree_and_the_index_are_left_alone(folder):
    commit(folder, {"content/plan/plan.yaml": "a"})
    (folder / "content/plan/plan.yaml").write_text("ännu inte sparat")
    (folder / "content/ny.yaml").write_text("ny")
    git(folder, "add", "content/ny.yaml")
    index = (folder / ".git/index").read_bytes()
    repository = Repository(folder)
    assert repository.tree(repository.revision("HEAD"), ("content",)).files.read("content/plan/plan.yaml") == b"a"
    assert (folder / ".git/index").read_bytes() == index
    assert (folder / "content/plan/plan.yaml").read_text() == "ännu inte sparat"


def test_a_folder_within_the_repository_is_read_by_its_own_paths(folder):
    commit(folder, {"exempel/kommun/content/plan/plan.yaml": "a", "content/annan/plan.yaml": "b"})
    repository = Repository(folder / "exempel/kommun")
    source = repository.tree(repository.revision("HEAD"), ("content",)).files
    assert source.names("content") == ("plan/",)


def test_links_and_files_too_large_are_left_out(folder):
    (folder / "hemligt.txt").write_text("hemligt")
    (folder / "content").mkdir()
    (folder / "content/länk.yaml").symlink_to("../hemligt.txt")
    commit(folder, {"content/stor.yaml": "x" * 5_000_001, "content/liten.yaml": "y"})
    repository = Repository(folder)
    assert repository.tree(repository.revision("HEAD"), ("content",)).files.names("content") == ("liten.yaml",)


def test_the_base_of_two_branches_is_where_they_parted(folder):
    commit(folder, {"content/a.yaml": "1"})
    git(folder, "branch", "-M", "main")
    git(folder, "switch", "-qc", "gren")
    commit(folder, {"content/a.yaml": "2"})
    git(folder, "switch", "-q", "main")
    commit(folder, {"content/a.yaml": "3"})
    repository = Repository(folder)
    base = repository.merge_base(repository.revision("main"), repository.revision("gren"))
    assert repository.tree(base, ("content",)).files.read("content/a.yaml") == b"1"
    assert (base.name, len(base.short)) == ("main", 8)


def test_an_unknown_revision_is_told_of(folder):
    commit(folder, {"content/a.yaml": "1"})
    for name in ("finns-inte", "--help", "HEAD:content"):
        with pytest.raises(PlangenError) as raised:
            Repository(folder).revision(name)
        assert code(raised) == "git-revision-unknown"


def test_a_repository_without_commits_is_told_of(folder):
    with pytest.raises(PlangenError) as raised:
        Repository(folder).revision("main")
    assert code(raised) == "git-no-commits"


def test_a_folder_outside_any_repository_is_told_of(tmp_path):
    with pytest.raises(PlangenError) as raised:
        Repository(tmp_path).revision("main")
    assert code(raised) == "git-no-repository"


def test_a_shallow_clone_without_the_base_says_so(folder, tmp_path):
    commit(folder, {"content/a.yaml": "1"})
    commit(folder, {"content/a.yaml": "2"})
    clone = tmp_path / "grund"
    subprocess.run(["git", "clone", "-q", "--depth=1", folder.as_uri(), str(clone)], check=True, capture_output=True)
    with pytest.raises(PlangenError) as raised:
        Repository(clone).revision("HEAD~1")
    assert code(raised) == "git-revision-shallow"


def test_branches_without_a_common_past_are_told_of(folder):
    commit(folder, {"content/a.yaml": "1"})
    git(folder, "branch", "-M", "main")
    git(folder, "switch", "-q", "--orphan", "annan")
    commit(folder, {"content/b.yaml": "2"})
    repository = Repository(folder)
    with pytest.raises(PlangenError) as raised:
        repository.merge_base(repository.revision("main"), repository.revision("annan"))
    assert code(raised) == "git-base-none"


def test_a_machine_without_git_is_told_of(folder, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PlangenError) as raised:
        Repository(folder).revision("HEAD")
    assert code(raised) == "git-missing"


def test_the_working_tree_says_which_files_are_not_as_the_commit_has_them(folder):
    commit(folder, {"sub/content/a/plan.yaml": "a", "sub/content/b/plan.yaml": "b", ".gitignore": "ignored/\n"})
    inner = Repository(folder / "sub")
    named = ("content/a", "content/b", "content/bb", "ignored/d", "templates")
    tree = inner.working_tree(named)
    assert tree.commit == inner.revision("HEAD").commit
    assert tree.differing == ()
    (folder / "sub/content/a/ny å.md").write_text("x")
    (folder / "sub/content/b/plan.yaml").unlink()
    (folder / "sub/content/bb").mkdir()
    (folder / "sub/ignored/d").mkdir(parents=True)
    (folder / "sub/ignored/d/plan.yaml").write_text("x")
    tree = inner.working_tree(named)
    assert set(tree.differing) == {"content/a/ny å.md", "content/b/plan.yaml", "ignored/"}
    assert [tree.clean(each) for each in named] == [False, False, True, False, True]
    commit(folder, {})
    assert inner.working_tree(("content/a",)).differing == ()


def test_a_working_tree_without_a_commit_or_a_repository_is_told_of(folder, tmp_path):
    with pytest.raises(PlangenError) as raised:
        Repository(folder).working_tree(("content",))
    assert code(raised) == "git-no-commits"
    with pytest.raises(PlangenError) as raised:
        Repository(tmp_path).working_tree(("content",))
    assert code(raised) == "git-no-repository"


def test_the_origin_is_known_where_it_has_the_present_commit(folder):
    repository = Repository(folder)
    commit(folder, {"plan.txt": "x"})
    assert repository.origin() == ""
    git(folder, "remote", "add", "origin", "https://example.org/planer.git")
    assert repository.origin() == ""
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    assert repository.origin() == "https://example.org/planer.git"
    commit(folder, {"plan.txt": "y"})
    assert repository.origin() == ""
