"""The workflows for GitHub: their steps are run as they stand, and nothing that a fork hands on is obeyed."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from tests.acceptance.ci import CI, PLAN, Host, Runner, changed, copied, decided, git, new_repository, steps, workflow

if not all(map(shutil.which, ("jq", "unzip", "make"))):
    pytest.skip("jq, unzip or make is not there", allow_module_level=True)

NAMES = sorted(path.relative_to(CI).as_posix() for path in CI.glob("dot-github/workflows/*.yml"))
PLAN_WORKFLOW, COMMENT, DECISION = (f"dot-github/workflows/{name}.yml" for name in ("plan", "comment", "decision"))
FORMS = ("docx", "html", "json", "md", "odt", "pdf")
MARK = "<!-- plangen -->"
SHA = "a" * 40
GIVEN = {
    "GITHUB_REPOSITORY": "nina/planer",
    "GITHUB_SERVER_URL": "https://git.example",
    "RUN": "77",
    "HEAD": "fork:forslag",
    "HEAD_SHA": SHA,
    "LARGEST": "1000000",
    "LONGEST": "62000",
    "FAILED": "Jämförelsen gick inte att göra [GitHub Actions]",
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    """A new plan repository as a runner has it."""
    return new_repository(tmp_path_factory.mktemp("ci"))


@pytest.fixture
def work(repository: Path, tmp_path: Path) -> Path:
    return copied(repository, tmp_path / "work")


def build(work: Path, place: Path) -> Runner:
    """The steps of a pull request's run, but for the actions of others."""
    runner = Runner(place, work, {"BASE": "origin/main"})
    for name, script in steps(PLAN_WORKFLOW, "plan").items():
        done = runner.run(script)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    return runner


def test_a_change_gives_documents_a_comparison_that_opens_and_the_text_of_a_comment(work: Path, tmp_path: Path) -> None:
    changed(work)
    runner = build(work, tmp_path)
    assert json.loads(runner.outputs["pages"]) == [f"{PLAN}-diff.html", f"{PLAN}.html"]
    page = (work / f"build/pages/{PLAN}-diff.html").read_text(encoding="utf-8")
    assert "<ins" in page
    assert "<script src" not in page
    for name in json.loads(runner.outputs["pages"]):
        assert f"{PLAN}.pdf" not in (work / "build/pages" / name).read_text(encoding="utf-8")
    assert f"{PLAN}.pdf" in (work / f"build/{PLAN}/{PLAN}.html").read_text(encoding="utf-8")
    assert {each.suffix for each in (work / f"build/{PLAN}").iterdir()} == {".docx", ".html", ".json", ".pdf"}
    assert {each.suffix for each in (work / "build/diff/changes").iterdir()} == {".docx", ".html", ".md", ".pdf"}
    text = (work / "build/comment/comment.md").read_text(encoding="utf-8")
    assert "minst 90\u00a0%" in text
    assert "−100" in text
    assert (tmp_path / "summary").read_text(encoding="utf-8") == text


def test_a_plan_that_is_called_diff_is_compared_as_any(work: Path, tmp_path: Path) -> None:
    changed(work)
    git(work, "mv", f"content/{PLAN}", "content/diff")
    git(work, "commit", "--quiet", "-m", "Omdöpt")
    runner = build(work, tmp_path)
    assert json.loads(runner.outputs["pages"]) == ["diff-diff.html", "diff.html"]
    assert "minst 90\u00a0%" in (work / "build/comment/comment.md").read_text(encoding="utf-8")
    assert (work / "build/diff/diff.html").exists()


def test_nothing_changed_gives_no_text_and_no_page(work: Path, tmp_path: Path) -> None:
    git(work, "switch", "--quiet", "-c", "forslag")
    (work / "README.md").write_text("# Nytt\n", encoding="utf-8")
    git(work, "commit", "--quiet", "-am", "Inget i planen")
    runner = build(work, tmp_path)
    assert runner.outputs["pages"] == "[]"
    assert (work / "build/comment/comment.md").read_bytes() == b""


def test_a_fault_fails_the_check_and_the_rest_is_still_shown(work: Path, tmp_path: Path) -> None:
    shutil.copytree(work / f"content/{PLAN}", work / "content/annan")
    (work / "content/annan/goals.yaml").unlink()
    runner = Runner(tmp_path, work, {"BASE": "origin/main"})
    made = steps(PLAN_WORKFLOW, "plan")
    checked = runner.run(made["Check"])
    assert checked.returncode == 1
    assert re.search(
        r"^::error file=content/annan/plan\.yaml,|^::error file=content/annan/goals\.yaml,", checked.stdout, re.M
    )
    assert runner.run(made["Build"]).returncode == 1
    assert (work / f"build/{PLAN}/{PLAN}.html").exists()
    later = [
        each for each in workflow(PLAN_WORKFLOW)["jobs"]["plan"]["steps"] if each.get("name") in ("Build", "Compare")
    ]
    assert all("!cancelled()" in each["if"] for each in later)


def test_names_of_branches_are_never_commands(work: Path, tmp_path: Path) -> None:
    runner = Runner(tmp_path, work)
    done = runner.run(steps(PLAN_WORKFLOW, "plan")["Compare"], BASE="origin/$(touch pwned);`touch pwned`")
    assert done.returncode == 2
    assert not (work / "pwned").exists()


def archive(place: Path, text: bytes) -> int:
    """The text as an artifact; its size."""
    with zipfile.ZipFile(place / "5.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("comment.md", text)
    return (place / "5.zip").stat().st_size


def pull(sha: str = SHA, number: int = 12, label: str = "fork:forslag", base: str = "nina/planer") -> dict[str, object]:
    return {"number": number, "head": {"sha": sha, "label": label}, "base": {"repo": {"full_name": base}}}


def comment(host: Host, place: Path, text: bytes, **given: str) -> str:
    """Runs the comment's job on a text; the comment that was written, if any."""
    size = archive(place, text)
    host.artifacts = host.artifacts or [
        {"id": 5, "name": "comment", "size_in_bytes": size},
        {"id": 6, "name": f"{PLAN}-diff.html", "size_in_bytes": 9},
    ]
    runner = Runner(place, place, {**GIVEN, **host.ready(), **given})
    made = steps(COMMENT, "comment")
    for name, needs in (("Find the pull request", ""), ("Fetch the text", "number"), ("Write the comment", "fetched")):
        if needs and needs not in runner.outputs:
            return ""
        done = runner.run(made[name], NUMBER=runner.outputs.get("number", ""))
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    return next((call[2]["body"] for call in host.calls if call[2]), "")


def test_a_comment_is_written_with_links_to_the_pages(tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=[pull()])
    said = comment(host, tmp_path, "### Verksamhetsplan\n\n- ändrat: å ä ö − ≥\n".encode())
    assert [call[:2] for call in host.calls] == [["POST", "repos/nina/planer/issues/12/comments"]]
    first, _, links, _, *text = said.splitlines()
    assert first == MARK
    assert f"[{PLAN}-diff.html](https://git.example/nina/planer/actions/runs/77/artifacts/6)" in links
    assert text == ["### Verksamhetsplan", "", "- ändrat: å ä ö − ≥"]


def test_a_second_try_is_the_one_that_is_shown(tmp_path: Path) -> None:
    pages = [{"id": number, "name": "x.html", "size_in_bytes": 9} for number in (8, 6)]
    texts = [{"id": number, "name": "comment", "size_in_bytes": 9} for number in (5, 4)]
    said = comment(Host(tmp_path, pulls=[pull()], artifacts=[*texts, *pages]), tmp_path, b"text")
    assert "artifacts/8" in said
    assert "artifacts/6" not in said


def test_the_comment_that_is_there_is_edited(tmp_path: Path) -> None:
    bot = {"login": "github-actions[bot]"}
    pages = [[{"id": 1, "user": bot, "body": "annat"}, {"id": 2, "user": {"login": "nina"}, "body": MARK}]]
    host = Host(tmp_path, pulls=[pull()], comments=[*pages, [{"id": 3, "user": bot, "body": f"{MARK}\n\nförr"}]])
    assert "nu" in comment(host, tmp_path, b"nu\n")
    assert [call[:2] for call in host.calls] == [["PATCH", "repos/nina/planer/issues/comments/3"]]


def test_nothing_is_said_where_nothing_has_changed_and_what_was_said_is_taken_back(tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=[pull()])
    comment(host, tmp_path, b"")
    assert host.calls == []
    host.comments = [[{"id": 3, "user": {"login": "github-actions[bot]"}, "body": MARK}]]
    comment(host, tmp_path, b"")
    assert host.calls == [["DELETE", "repos/nina/planer/issues/comments/3", None]]


@pytest.mark.parametrize(
    "pulls",
    [
        [],
        [pull(sha="b" * 40)],
        [pull(label="other:forslag")],
        [pull(base="someone/else")],
        [pull(), pull(number=13)],
    ],
)
def test_nothing_is_said_but_to_the_one_pull_request_whose_head_was_built(pulls: list[object], tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=pulls)
    comment(host, tmp_path, b"text")
    assert host.calls == []


def test_a_text_can_not_give_orders(tmp_path: Path) -> None:
    hostile = b"$(touch pwned) `touch pwned` '; touch pwned #\" @everyone \x1b[31m\x00 ${{ github.token }} \xff\xfe\n"
    host = Host(tmp_path, pulls=[pull()])
    said = comment(host, tmp_path, hostile)
    assert not (tmp_path / "pwned").exists()
    assert "$(touch pwned)" in said
    assert "@everyone" not in said
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", said)


def test_a_text_that_grows_when_unpacked_is_cut(tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=[pull()])
    said = comment(host, tmp_path, "å".encode() * 50_000_000)
    assert len(said) < 65_536
    assert "\ufffd" not in said


def test_a_long_text_is_whole_however_many_bytes_it_is_and_ends_with_what_is_left_out(tmp_path: Path) -> None:
    """Its end is the count of what is left out; GitHub counts characters."""
    text = "- ändrat: åäö\n" * 4200 + "… och 12 till\n"
    assert 58_000 < len(text) < 60_000 < len(text.encode())
    said = comment(Host(tmp_path, pulls=[pull()]), tmp_path, text.encode())
    assert said.endswith("… och 12 till\n")
    assert len(said) < 65_536


def test_names_that_could_call_on_somebody_make_no_text_too_long(tmp_path: Path) -> None:
    said = comment(Host(tmp_path, pulls=[pull()]), tmp_path, b"@all @all\n" * 6000)
    assert len(said) < 65_536
    assert "@all" not in said


FAILED = "Jämförelsen gick inte att göra [GitHub Actions](https://git.example/nina/planer/actions/runs/77)."


def test_a_large_archive_is_not_fetched_and_the_comment_says_that_nothing_was_compared(tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=[pull()], artifacts=[{"id": 5, "name": "comment", "size_in_bytes": 2_000_000}])
    assert comment(host, tmp_path, b"text").strip().endswith(FAILED)


def test_a_run_without_a_text_is_a_comparison_that_failed_and_what_was_said_is_not_taken_back(tmp_path: Path) -> None:
    bot = {"login": "github-actions[bot]"}
    old = [[{"id": 3, "user": bot, "body": f"{MARK}\n\nförr"}]]
    pages = [{"id": 6, "name": "plans", "size_in_bytes": 9}]
    host = Host(tmp_path, pulls=[pull()], artifacts=pages, comments=old)
    assert comment(host, tmp_path, b"").strip().endswith(FAILED)
    assert [call[:2] for call in host.calls] == [["PATCH", "repos/nina/planer/issues/comments/3"]]


@pytest.mark.parametrize("name", ["", "annat.md"])
def test_an_archive_that_is_none_or_holds_something_else_is_a_comparison_that_failed(name: str, tmp_path: Path) -> None:
    host = Host(tmp_path, pulls=[pull()], artifacts=[{"id": 5, "name": "comment", "size_in_bytes": 4}])
    (tmp_path / "5.zip").write_bytes(b"none")
    if name:
        with zipfile.ZipFile(tmp_path / "5.zip", "w") as packed:
            packed.writestr(name, "")
    runner = Runner(tmp_path, tmp_path, {**GIVEN, **host.ready()})
    assert runner.run(steps(COMMENT, "comment")["Fetch the text"]).returncode == 0
    assert (tmp_path / "text.md").read_text(encoding="utf-8").strip() == FAILED


def test_a_comparison_that_fails_gives_the_text_that_says_so(work: Path, tmp_path: Path) -> None:
    changed(work)
    runner = Runner(tmp_path, work)
    made = steps(PLAN_WORKFLOW, "plan")
    assert runner.run(made["Compare"], BASE="origin/finns-inte").returncode == 2
    assert runner.run(made["Gather what has changed"]).returncode == 0
    assert "finns-inte" in (work / "build/comment/comment.md").read_text(encoding="utf-8")
    assert runner.outputs["pages"] == "[]"


def test_a_comparison_that_breaks_off_gives_no_text_at_all(work: Path, tmp_path: Path) -> None:
    """An empty one would say that nothing has changed."""
    (work / ".venv/bin/plangen").unlink()
    runner = Runner(tmp_path, work, {"BASE": "origin/main"})
    made = steps(PLAN_WORKFLOW, "plan")
    assert runner.run(made["Compare"]).returncode != 0
    assert runner.run(made["Gather what has changed"]).returncode == 0
    assert not (work / "build/comment/comment.md").exists()
    kept = {each.get("name"): each for each in workflow(PLAN_WORKFLOW)["jobs"]["plan"]["steps"]}
    assert "steps.compare.outcome != 'skipped'" in kept["Keep the comment"]["if"]


def test_two_plans_that_can_not_be_shown_on_either_side_are_told_of(work: Path, tmp_path: Path) -> None:
    shutil.copytree(work / f"content/{PLAN}", work / "content/annan")
    (work / "content/annan/plan.yaml").write_text("- lista\n", encoding="utf-8")
    git(work, "add", "-A")
    git(work, "commit", "--quiet", "-m", "fel")
    git(work, "update-ref", "refs/remotes/origin/main", "HEAD")
    runner = Runner(tmp_path, work, {"BASE": "origin/main"})
    assert runner.run(steps(PLAN_WORKFLOW, "plan")["Compare"]).returncode == 1
    text = (work / "build/comment/comment.md").read_text(encoding="utf-8")
    assert "### annan" in text
    assert "content/annan/plan.yaml" in text


def test_the_page_of_a_plan_is_never_the_comparison_of_another(work: Path, tmp_path: Path) -> None:
    shutil.copytree(work / f"content/{PLAN}", work / f"content/{PLAN}-diff")
    git(work, "add", "-A")
    git(work, "commit", "--quiet", "-m", "en till")
    git(work, "update-ref", "refs/remotes/origin/main", "HEAD")
    for plan in (PLAN, f"{PLAN}-diff"):
        goal = work / f"content/{plan}/goals/hela-gator.md"
        goal.write_text(goal.read_text(encoding="utf-8") + f"\nNytt i {plan}.\n", encoding="utf-8")
    git(work, "commit", "--quiet", "-am", "ändrat")
    runner = build(work, tmp_path)
    names = [f"{PLAN}-diff-.html", f"{PLAN}-diff-diff.html", f"{PLAN}-diff.html", f"{PLAN}.html"]
    assert sorted(json.loads(runner.outputs["pages"])) == sorted(names)
    inserted = ["<ins" in (work / "build/pages" / name).read_text(encoding="utf-8") for name in names]
    assert inserted == [True, True, False, False]


def test_a_run_that_waits_for_leave_says_nothing() -> None:
    condition = workflow(COMMENT)["jobs"]["comment"]["if"]
    assert '["success", "failure", "timed_out"]' in condition


@pytest.mark.parametrize(
    "name", ["x](https://evil.example) [y.html", "a b.html", "x.html\n# y.html", "../x.html%", "x" * 200 + ".html"]
)
def test_a_name_that_could_be_markdown_gets_no_link(name: str, tmp_path: Path) -> None:
    artifacts = [{"id": 5, "name": "comment", "size_in_bytes": 9}, {"id": 6, "name": name, "size_in_bytes": 9}]
    host = Host(tmp_path, pulls=[pull()], artifacts=artifacts)
    assert "artifacts/6" not in comment(host, tmp_path, b"text")


def test_a_decision_is_built_and_published_whole(work: Path, tmp_path: Path) -> None:
    decided(work, "2026-11-18")
    shutil.copytree(work / f"content/{PLAN}", work / "content/utkast")
    draft = work / "content/utkast/plan.yaml"
    draft.write_text(draft.read_text(encoding="utf-8").replace("status: beslutad", "status: utkast"), encoding="utf-8")
    git(work, "tag", "-a", "beslut/2026-11-18", "-m", "Beslutad")
    runner = Runner(tmp_path, work, {"GITHUB_REF_NAME": "beslut/2026-11-18"})
    for name, script in steps(DECISION, "build").items():
        done = runner.run(script)
        assert done.returncode == 0, (name, done.stdout, done.stderr)
    kept = {path.name: path.read_bytes() for path in (work / "build/release").iterdir()}
    assert not [name for name in kept if name.startswith("utkast")]
    assert {"SHA256SUMS", f"{PLAN}-manifest.json", *(f"{PLAN}.{form}" for form in FORMS)} <= set(kept)
    assert f"{PLAN}-mal.csv" in kept
    recorded = json.loads(kept[f"{PLAN}-manifest.json"])["outputs"]
    assert recorded == {name: sha256(content).hexdigest() for name, content in kept.items() if name in recorded}
    assert set(kept) - set(recorded) == {"SHA256SUMS", f"{PLAN}-manifest.json"}
    published = tmp_path / "publish"
    shutil.copytree(work / "build/release", published / "release")
    for released, first in ((False, ["view", "create", "upload"]), (True, ["view", "upload"])):
        host = Host(tmp_path, released=released)
        runner = Runner(tmp_path, published, {**host.ready(), "GITHUB_REF_NAME": "beslut/2026-11-18"})
        assert runner.run(steps(DECISION, "publish")["Publish"]).returncode == 0
        assert [call[1] for call in host.calls] == first
    assert sum("manifest" in each for each in host.calls[-1]) == 1


@pytest.mark.parametrize("day", ["", "2026-11-17"])
def test_a_tag_that_no_plan_was_decided_for_stops(day: str, work: Path, tmp_path: Path) -> None:
    if day:
        decided(work, day)
    runner = Runner(tmp_path, work, {"GITHUB_REF_NAME": "beslut/2026-11-18"})
    done = runner.run(steps(DECISION, "build")["Build"])
    assert done.returncode == 2
    assert "ingen plan hör till taggen beslut/2026-11-18" in done.stderr
    assert day in done.stderr
    assert not list((work / "build").glob("*/manifest.json"))


def test_what_is_published_is_what_was_built(work: Path, tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "release/x.pdf").write_bytes(b"another")
    (tmp_path / "release/SHA256SUMS").write_text(f"{sha256(b'one').hexdigest()}  x.pdf\n", encoding="utf-8")
    host = Host(tmp_path)
    runner = Runner(tmp_path, tmp_path, {**host.ready(), "GITHUB_REF_NAME": "beslut/1"})
    assert runner.run(steps(DECISION, "publish")["Publish"]).returncode != 0
    assert host.calls == []


@pytest.mark.parametrize("name", NAMES)
def test_actions_of_others_are_pinned_and_rights_are_named(name: str) -> None:
    read = workflow(name)
    assert read["permissions"] in ({}, {"contents": "read"})
    for job in read["jobs"].values():
        assert job["timeout-minutes"] <= 15
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", f"actions/x@{SHA}"))
            assert step.get("with", {}).get("persist-credentials", False) is False


@pytest.mark.parametrize("name", NAMES)
def test_no_value_is_put_into_a_command(name: str) -> None:
    """An expression in a script is text before the shell reads it; only the environment is safe."""
    assert [script for job in workflow(name)["jobs"] for script in steps(name, job).values() if "${{" in script] == []


def test_only_the_run_that_touches_no_content_may_write() -> None:
    rights = {name: [job.get("permissions", {}) for job in workflow(name)["jobs"].values()] for name in NAMES}
    assert rights[PLAN_WORKFLOW] == [{}, {}]
    assert rights[COMMENT] == [{"actions": "read", "pull-requests": "write"}]
    assert rights[DECISION] == [{}, {"contents": "write"}]
    assert not [step for step in workflow(COMMENT)["jobs"]["comment"]["steps"] if "uses" in step]
    assert workflow(COMMENT)["on"]["workflow_run"]["workflows"] == [workflow(PLAN_WORKFLOW)["name"]]
