"""Git revisions as sources: what a folder held at a commit, read without touching the working tree or the index.

Only `git` itself is asked, by its plumbing (git-rev-parse, git-merge-base, git-ls-tree, git-cat-file). Symbolic links
are no files of a plan and are left out, as are files beyond the size that is read from disk. Nor are submodules, whose
files are in another repository; they are named.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, reason_of
from plangen.source.source import LARGEST_FILE, Memory

SHORT = 8
"""Characters by which a commit is shown."""

_FILES = ("100644", "100755")
_SUBMODULE = "160000"


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and the name that it was asked for by."""

    name: str
    commit: str

    @property
    def short(self) -> str:
        """The start of the commit's id, as people are shown it."""
        return self.commit[:SHORT]


@dataclass(frozen=True, slots=True)
class Tree:
    """The files that some folders held at a commit, and the submodules: which commit stands at which path."""

    files: Memory
    submodules: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The commit that the files stand at, and the paths of those that aren't as it has them.

    A path that ends with `/` stands for all that is in the folder.
    """

    commit: str
    differing: tuple[str, ...] = ()

    def clean(self, folder: str) -> bool:
        """Whether all in a folder is as the commit has it."""
        inside = f"{folder}/"
        around = (each for each in self.differing if each.endswith("/"))
        return not any(each.startswith(inside) for each in self.differing) and not any(map(inside.startswith, around))


@dataclass(frozen=True, slots=True)
class Repository:
    """The Git repository that a folder lies in. `folder` is where content/ and templates/ are, now and in the past."""

    folder: Path

    def revision(self, name: str) -> Revision:
        """The commit that a name stands for. Raises PlangenError where there is none of that name, or none at all."""
        self._inside()
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found is None and self._run("rev-parse", "--verify", "--quiet", "HEAD") is None:
            raise PlangenError("git-no-commits", folder=self.folder.as_posix())
        if found is None:
            code = "git-revision-shallow" if self.shallow() else "git-revision-unknown"
            raise PlangenError(code, revision=name)
        return Revision(name, found.decode().strip())

    def merge_base(self, one: Revision, other: Revision) -> Revision:
        """The commit from which two have gone their own ways. Raises PlangenError where there is none to be found."""
        found = self._run("merge-base", one.commit, other.commit)
        if found is None:
            code = "git-base-shallow" if self.shallow() else "git-base-none"
            raise PlangenError(code, base=one.name, head=other.name)
        return Revision(one.name, found.decode().split()[0])

    def shallow(self) -> bool:
        """Whether only some of the history is there."""
        return (self._run("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def origin(self) -> str:
        """The address that others have the present commit from, as git names it; "" where they can't have it."""
        known = self._run("branch", "--remotes", "--contains", "HEAD", "--list", "origin/*")
        address = self._run("remote", "get-url", "origin") if known and known.strip() else None
        return (address or b"").decode("utf-8", "replace").strip()

    def time(self, revision: Revision) -> int:
        """When a commit was made, in seconds since 1970."""
        return int(self._run("show", "--no-patch", "--format=%ct", revision.commit) or b"0")

    def has_working_tree(self) -> bool:
        """Whether there are files of the repository beside it; a bare one has none."""
        return (self._run("rev-parse", "--is-inside-work-tree") or b"").strip() == b"true"

    def tree(self, revision: Revision, folders: Sequence[str]) -> Tree:
        """What some folders held at a commit."""
        listed = list(self._listed(revision, folders))
        files = [(path, blob) for mode, blob, path in listed if mode in _FILES]
        contents = self._contents([blob for _, blob in files])
        return Tree(
            Memory({path: content for (path, _), content in zip(files, contents, strict=True)}),
            {path: commit for mode, commit, path in listed if mode == _SUBMODULE},
        )

    def submodules(self, folder: str) -> Mapping[str, str]:
        """The submodules in a folder of the index. Each entry is `mode id stage TAB path` (git-ls-files, --stage)."""
        output = self._run("ls-files", "--stage", "-z", "--", folder) or b""
        entries = (each.partition("\t") for each in output.decode("utf-8", "surrogateescape").split("\0"))
        return {path: described.split()[1] for described, _, path in entries if described.startswith(_SUBMODULE)}

    def working_tree(self, folders: Sequence[str]) -> WorkingTree:
        """Where the files of some folders stand. Raises PlangenError where there is no commit that they could be of.

        Each entry is two letters, a space and a path from the top of the repository (git-status, --porcelain=v1 -z).
        """
        found = self._run("rev-parse", "--show-prefix", "HEAD")
        if found is None:
            self._inside()
            raise PlangenError("git-no-commits", folder=self.folder.as_posix())
        prefix, commit = found.decode("utf-8", "surrogateescape").split("\n")[:2]
        options = ("--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--ignored=matching")
        output = self._run("status", *options, "--", *folders) or b""
        paths = (entry[3:] for entry in output.decode("utf-8", "surrogateescape").split("\0") if entry)
        return WorkingTree(commit, tuple(path.removeprefix(prefix) for path in paths))

    def _listed(self, revision: Revision, folders: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Modes, ids and paths of submodules, and of files of a size that is read.

        Each entry is `mode type id size TAB path` (git-ls-tree, -z -l).
        """
        output = self._run("ls-tree", "-r", "-z", "-l", revision.commit, "--", *folders) or b""
        for entry in output.decode("utf-8", "surrogateescape").split("\0"):
            described, _, path = entry.partition("\t")
            mode, *_, blob, size = described.split() if path else ("", "", "")
            if mode == _SUBMODULE or (mode in _FILES and int(size) <= LARGEST_FILE):
                yield mode, blob, path

    def _contents(self, blobs: Sequence[str]) -> Iterator[bytes]:
        """The blobs' bytes. Each comes as `id type size LF content LF` (git-cat-file, --batch)."""
        output = self._run("cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode()) or b""
        start = 0
        for _ in blobs:
            end = output.index(b"\n", start)
            size = int(output[start:end].rsplit(b" ", 1)[1])
            yield output[end + 1 : end + 1 + size]
            start = end + 1 + size + 1

    def _inside(self) -> None:
        if self._run("rev-parse", "--is-inside-work-tree") is None:
            raise PlangenError("git-no-repository", folder=self.folder.as_posix())

    def _run(self, *arguments: str, given: bytes = b"") -> bytes | None:
        """What git prints; None where it says no."""
        try:
            done = subprocess.run(
                ["git", "-C", os.fspath(self.folder), *arguments],
                input=given,
                capture_output=True,
                check=False,
                env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            )
        except OSError as fault:
            raise PlangenError("git-missing", reason=reason_of(fault)) from fault
        if b"dubious ownership" in done.stderr:
            raise PlangenError("git-not-trusted", folder=self.folder.as_posix())
        return done.stdout if done.returncode == 0 else None
