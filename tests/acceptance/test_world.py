"""Faults of the world: the disk, the system, the clock of an executioner. Whole processes, as users run them."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SMALL = PROJECT / "tests" / "golden" / "liten-plan"
PLAN = "liten-plan"
FORMATS = ("docx", "html", "pdf")

Digests = dict[str, str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SMALL / "content", tmp_path / "content")
    return tmp_path


def build(project: Path, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "plangen", "build", *arguments)
    return subprocess.run(command, cwd=project, capture_output=True, text=True, preexec_fn=before, check=False)


def digests(project: Path) -> Digests:
    folder = project / "build" / PLAN
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob(f"{PLAN}.*"))}


def recorded(project: Path) -> Digests:
    """What the record beside the files says of them."""
    manifest = json.loads((project / "build" / PLAN / "manifest.json").read_text(encoding="utf-8"))
    return dict(manifest["outputs"])


def change_title(project: Path) -> None:
    plan = project / "content" / PLAN / "plan.yaml"
    plan.write_text(
        plan.read_text(encoding="utf-8").replace("Verksamhetsplan 2027", "Verksamhetsplan 2027 B"), encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("formats", "code"), [("html", "output-unwritable"), ("docx,html,pdf", "temporary-unwritable")]
)
def test_full_disk_leaves_the_last_good_files(formats: str, code: str, project: Path) -> None:
    assert build(project).returncode == 0
    good = digests(project)
    change_title(project)
    full = build(project, "--to", formats, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)))
    assert full.returncode == 2
    assert "Traceback" not in full.stderr
    assert f"[{code}]" in full.stderr
    assert digests(project) == good


WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""By which the superuser, too, may read and write only what the files' modes allow (capabilities(7))."""

FORBIDDEN = {
    "the folder of the plan's output": (f"build/{PLAN}", 0o555, "output-unwritable"),
    "a plan's file": (f"content/{PLAN}/plan.yaml", 0, "file-unreadable"),
    "a section": (f"content/{PLAN}/sections/mal.md", 0, "file-unreadable"),
    "a plan's folder": (f"content/{PLAN}", 0, "file-unreadable"),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_what_may_not_be_read_or_written_is_a_clear_fault_and_leaves_the_files(what: str, project: Path) -> None:
    name, mode, code = FORBIDDEN[what]
    assert build(project).returncode == 0
    good = digests(project)
    change_title(project)
    (project / name).chmod(mode)
    command = (*WITHOUT_PRIVILEGE, sys.executable, "-m", "plangen", "build", "--to", "html")
    refused = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    (project / name).chmod(0o755)
    assert f"[{code}]" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert refused.returncode == 2
    assert digests(project) == good


FULL = """
mount -t tmpfs -o size=2m tmpfs build || exit 77
"$@" && sha256sum build/*/* > good || exit 78
sed -i 's/Verksamhetsplan 2027/Verksamhetsplan 2028/' content/*/plan.yaml || exit 78
{fault}
"$@"; status=$?
sha256sum --quiet -c good || exit 79
exit $status
"""


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ("dd if=/dev/zero of=build/rest 2>/dev/null", "disken är full"),
        ("mount -o remount,ro build", "disken går bara att läsa"),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_takes_nothing_more_keeps_the_last_good_files(fault: str, message: str, project: Path) -> None:
    (project / "build").mkdir()
    within = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("--map-root-user",)))
    command = (*within, "sh", "-c", FULL.format(fault=fault), "sh", sys.executable, "-m", "plangen", "build")
    refused = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if refused.returncode in (1, 77) and "[" not in refused.stderr:
        pytest.skip(f"no file system can be mounted here: {refused.stderr}")
    assert refused.returncode == 2
    assert message in refused.stderr
    assert "Traceback" not in refused.stderr


def test_output_folder_that_is_a_file_is_a_clear_fault(project: Path) -> None:
    (project / "build").write_text("här ligger redan något")
    refused = build(project, "--to", "html")
    assert refused.returncode == 2
    assert "[output-unwritable]" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_missing_font_package_is_a_clear_fault_and_leaves_the_files(project: Path) -> None:
    assert build(project, "--to", "html").returncode == 0
    good = digests(project)
    (project / "templates").mkdir()
    (project / "templates" / "brand.yaml").write_text("fonts:\n  package: fontpkg_finns_inte\n", encoding="utf-8")
    refused = build(project, "--to", "html")
    assert refused.returncode == 2
    assert "fontpkg_finns_inte" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert digests(project) == good


def test_build_killed_at_any_moment_leaves_whole_files(project: Path) -> None:
    start = time.monotonic()
    assert build(project).returncode == 0
    whole = time.monotonic() - start
    old = digests(project)
    change_title(project)
    assert build(project, "--out", "other").returncode == 0
    new = {name: hashlib.sha256((project / "other" / PLAN / name).read_bytes()).hexdigest() for name in old}
    assert all(old[name] != new[name] for name in old)
    command = (sys.executable, "-m", "plangen", "build")
    for step in range(16):
        process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(whole * (0.3 + step / 20))
        process.send_signal(signal.SIGKILL)
        process.wait()
        found = digests(project)
        assert set(found) == set(old)
        assert all(found[name] in (old[name], new[name]) for name in found)
        assert found in (old, new) or found != recorded(project), "files of two builds, and the record doesn't tell"
    assert build(project).returncode == 0
    assert digests(project) == new


def test_two_builds_at_once_both_succeed_with_whole_files(project: Path) -> None:
    command = (sys.executable, "-m", "plangen", "build")
    running = [
        subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)
    ]
    errors = [process.communicate()[1] for process in running]
    assert [process.returncode for process in running] == [0, 0], errors
    together = digests(project)
    assert build(project, "--out", "alone").returncode == 0
    alone = {name: hashlib.sha256((project / "alone" / PLAN / name).read_bytes()).hexdigest() for name in together}
    assert together == alone
    assert not list((project / "build" / PLAN).glob(".new-*"))


def test_file_open_elsewhere_keeps_what_its_reader_reads(project: Path) -> None:
    assert build(project, "--to", "html").returncode == 0
    page = project / "build" / PLAN / f"{PLAN}.html"
    old = page.read_bytes()
    change_title(project)
    with page.open("rb") as reader:
        assert build(project, "--to", "html").returncode == 0
        assert reader.read() == old
    assert page.read_bytes() != old


def test_plan_at_fault_keeps_its_files_and_stops_no_other(project: Path) -> None:
    shutil.copytree(project / "content" / PLAN, project / "content" / "annan-plan")
    assert build(project, "--to", "html").returncode == 0
    good = digests(project)
    plan = project / "content" / PLAN / "plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("status: beslutad", "status: beslutat"), encoding="utf-8")
    other = project / "build" / "annan-plan" / "annan-plan.html"
    other.unlink()
    assert build(project, "--to", "html").returncode == 1
    assert digests(project) == good
    assert other.exists()


def test_swedish_is_printed_whatever_the_locale_says(project: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = (sys.executable, "-m", "plangen", "build", "finns-inte")
    refused = subprocess.run(command, cwd=project, capture_output=True, env=environment, check=False)
    assert refused.returncode == 2
    assert "hittar ingen plan" in refused.stderr.decode("utf-8")
