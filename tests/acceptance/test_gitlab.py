"""The pipeline for GitLab: its jobs' scripts are run as they stand, against an API that only listens."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.acceptance.ci import PLAN, Runner, changed, copied, decided, git, new_repository, workflow

if not shutil.which("make"):
    pytest.skip("make is not there", allow_module_level=True)

PIPELINE = "dot-gitlab-ci.yml"
MARK = "<!-- plangen -->"


class Api(ThreadingHTTPServer):
    """Gives pages of notes, and keeps what it is asked to do: method, path, body and the token."""

    def __init__(self, pages: list[list[dict[str, object]]]) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.pages = pages
        self.done: list[tuple[str, str, bytes, str]] = []


class Answer(BaseHTTPRequestHandler):
    server: Api

    def answer(self) -> None:
        path, _, query = self.path.partition("?")
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(200)
        if self.command == "GET":
            page = int(query.rpartition("page=")[2])
            self.send_header("X-Next-Page", str(page + 1) if page < len(self.server.pages) else "")
            given = json.dumps(self.server.pages[page - 1]).encode()
        else:
            right = self.headers.get("PRIVATE-TOKEN") or self.headers.get("JOB-TOKEN") or ""
            self.server.done.append((self.command, path, body, right))
            given = b"{}"
        self.end_headers()
        self.wfile.write(given)

    do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815  the names that http.server calls

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def api() -> Iterator[Api]:
    server = Api([[]])
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    return new_repository(tmp_path_factory.mktemp("gitlab"))


@pytest.fixture
def work(repository: Path, tmp_path: Path) -> Path:
    return copied(repository, tmp_path / "work")


def run(job: str, work: Path, place: Path, api: Api | None = None, **given: str) -> None:
    """Runs a job's script; it goes well."""
    port = api.server_address[1] if api else 0
    environment = {
        "CI_API_V4_URL": f"http://127.0.0.1:{port}/api/v4",
        "CI_JOB_URL": "https://git.example/-/jobs/9",
        "no_proxy": "*",
        **given,
    }
    script = "\n".join(workflow(PIPELINE)[job]["script"])
    done = Runner(place, work, environment).run(script)
    assert done.returncode == 0, (done.stdout, done.stderr)


def parted(work: Path) -> str:
    """The commit where the proposal began."""
    return git(work, "rev-parse", "origin/main").strip()


def test_a_merge_request_gives_documents_a_comparison_and_the_text_of_a_note(work: Path, tmp_path: Path) -> None:
    changed(work)
    run(
        "plan",
        work,
        tmp_path,
        CI_MERGE_REQUEST_IID="4",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=parted(work),
    )
    assert {each.suffix for each in (work / "build/diff").iterdir()} == {".docx", ".html", ".md", ".pdf"}
    assert "minst 90\u00a0%" in (work / "build/comment/comment.md").read_text(encoding="utf-8")
    assert (work / "plan.env").read_text(encoding="utf-8") == "PLAN_JOB_URL=https://git.example/-/jobs/9\n"


def test_a_fault_fails_the_job_and_is_shown_at_its_line(work: Path, tmp_path: Path) -> None:
    path = work / f"content/{PLAN}/plan.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("datum: 2026-06-15", "datum: i juni"), encoding="utf-8")
    with pytest.raises(AssertionError):
        run("plan", work, tmp_path)
    (found,) = json.loads((work / "build/codequality.json").read_text(encoding="utf-8"))
    line = next(
        number for number, text in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if "i juni" in text
    )
    assert found["location"] == {"path": f"content/{PLAN}/plan.yaml", "lines": {"begin": line}}
    assert (found["check_name"], found["severity"]) == ("date-unreadable", "major")


def test_nothing_changed_gives_no_text(work: Path, tmp_path: Path) -> None:
    run(
        "plan",
        work,
        tmp_path,
        CI_MERGE_REQUEST_IID="4",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=parted(work),
    )
    assert (work / "build/comment/comment.md").read_bytes() == b""
    assert (work / f"build/{PLAN}/{PLAN}.pdf").exists()


def note(api: Api, place: Path, text: str) -> list[tuple[str, str, bytes, str]]:
    (place / "build/comment").mkdir(parents=True, exist_ok=True)
    (place / "build/comment/comment.md").write_text(text, encoding="utf-8")
    given = {"CI_MERGE_REQUEST_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "4"}
    run("note", place, place, api, PLANGEN_TOKEN="t", PLAN_JOB_URL="https://git.example/-/jobs/9", **given)
    return api.done


def test_one_note_is_written(api: Api, tmp_path: Path) -> None:
    ((method, path, body, right),) = note(api, tmp_path, "### Ändrat: $(touch pwned)\n")
    assert (method, path, right) == ("POST", "/api/v4/projects/7/merge_requests/4/notes", "t")
    assert json.loads(body)["body"].startswith(MARK)
    assert "https://git.example/-/jobs/9/artifacts/browse/build/" in json.loads(body)["body"]
    assert "### Ändrat" in json.loads(body)["body"]
    assert not (tmp_path / "pwned").exists()


def test_the_note_that_is_there_is_edited_wherever_it_stands(api: Api, tmp_path: Path) -> None:
    api.pages = [[{"id": 1, "body": "annat"}], [{"id": 2, "body": f"{MARK} förr"}]]
    assert [each[:2] for each in note(api, tmp_path, "nu")] == [("PUT", "/api/v4/projects/7/merge_requests/4/notes/2")]


def test_nothing_is_said_where_nothing_has_changed_and_what_was_said_is_taken_back(api: Api, tmp_path: Path) -> None:
    assert note(api, tmp_path, "") == []
    api.pages = [[{"id": 2, "body": MARK}]]
    assert [each[:2] for each in note(api, tmp_path, "")] == [("DELETE", "/api/v4/projects/7/merge_requests/4/notes/2")]


def test_a_comparison_that_was_not_made_is_said_in_the_note_and_what_was_said_is_not_taken_back(
    api: Api, tmp_path: Path
) -> None:
    api.pages = [[{"id": 2, "body": f"{MARK} förr"}]]
    given = {"CI_MERGE_REQUEST_PROJECT_ID": "7", "CI_MERGE_REQUEST_IID": "4"}
    run(
        "note", tmp_path, tmp_path, api, PLANGEN_TOKEN="t", CI_PIPELINE_URL="https://git.example/-/pipelines/3", **given
    )
    [(method, path, body, _)] = api.done
    assert (method, path) == ("PUT", "/api/v4/projects/7/merge_requests/4/notes/2")
    assert "Jämförelsen gick inte att göra" in json.loads(body)["body"]
    assert "[GitLab CI](https://git.example/-/pipelines/3)" in json.loads(body)["body"]


def test_a_fork_is_compared_with_where_it_parted_and_not_with_its_own_branch(work: Path, tmp_path: Path) -> None:
    """A merge request from the fork's main: there the branch of the target's name is what was proposed."""
    base = parted(work)
    changed(work)
    git(work, "update-ref", "refs/remotes/origin/main", "HEAD")
    run("plan", work, tmp_path, CI_MERGE_REQUEST_IID="4", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert "minst 90\u00a0%" in (work / "build/comment/comment.md").read_text(encoding="utf-8")


def test_of_a_merged_result_the_source_alone_is_compared(work: Path, tmp_path: Path) -> None:
    base = parted(work)
    run(
        *("plan", work, tmp_path),
        CI_MERGE_REQUEST_IID="4",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=base,
    )
    assert (work / "build/comment/comment.md").read_bytes() == b""


def test_a_comparison_that_fails_gives_the_text_that_says_so(work: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run("plan", work, tmp_path, CI_MERGE_REQUEST_IID="4", CI_MERGE_REQUEST_DIFF_BASE_SHA="a" * 40)
    assert "aaaaaaaa" in (work / "build/comment/comment.md").read_text(encoding="utf-8")


def test_a_note_needs_a_token_of_its_own() -> None:
    """A fork has none; the job is then not there."""
    assert workflow(PIPELINE)["note"]["rules"] == [{"if": "$CI_MERGE_REQUEST_IID && $PLANGEN_TOKEN", "when": "always"}]


def test_a_tag_that_no_plan_was_decided_for_stops(work: Path, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nothing-decided"):
        run("plan", work, tmp_path, CI_COMMIT_TAG="beslut/1")


def test_a_decision_is_built_and_released_with_all_files_and_the_record(work: Path, api: Api, tmp_path: Path) -> None:
    decided(work, "2026-11-18")
    git(work, "tag", "-a", "beslut/1", "-m", "Beslutad")
    run("plan", work, tmp_path, CI_COMMIT_TAG="beslut/1")
    given = {
        "CI_COMMIT_TAG": "beslut/1",
        "CI_PROJECT_ID": "7",
        "CI_JOB_TOKEN": "j",
        "CI_COMMIT_TAG_MESSAGE": "Beslutad",
    }
    run("release", work, tmp_path, api, **given)
    *put, (method, path, body, right) = api.done
    names = sorted(each[1].rpartition("/")[2] for each in put)
    recorded = json.loads((work / f"build/{PLAN}/manifest.json").read_text(encoding="utf-8"))["outputs"]
    assert names == sorted([f"{PLAN}-manifest.json", *recorded])
    assert {f"{PLAN}.{form}" for form in ("docx", "html", "json", "md", "odt", "pdf")} < set(recorded)
    assert all(each[1].startswith("/api/v4/projects/7/packages/generic/plans/beslut-1/") for each in put)
    assert {each[2] for each in put if each[1].endswith(".pdf")} == {(work / f"build/{PLAN}/{PLAN}.pdf").read_bytes()}
    assert (method, path, right) == ("POST", "/api/v4/projects/7/releases", "j")
    assert sorted(each["name"] for each in json.loads(body)["assets"]["links"]) == names
