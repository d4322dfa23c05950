"""Diagnostics as values that any form of `check` is made of: text for people, GitHub's commands, JSON.

Everything is said in the plan's language, and a finding can be handed from one process to another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from plangen.cli.report import Lines, cure, report, rows
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Severity
from plangen.locale.catalogue import Catalogue
from plangen.locale.codes import codes
from plangen.locale.messages import message
from plangen.model.adjustment import Accepted

VERSION = 1
"""Of the JSON. A field more doesn't change it; another meaning of one does."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic in words. The fields but `text` are those of the JSON, and told of in docs/check.md.

    `plan`: the folder of the plan that the file is of, "" where plans share it. `line` is 0 for a file as a whole,
    `length` 0 where it isn't known. `text` is what a person reads, with an excerpt.
    """

    code: str
    severity: str
    group: str
    plan: str
    file: str
    line: int
    column: int
    length: int
    message: str
    hint: str
    near: tuple[str, ...]
    rows: tuple[str, ...]
    text: str
    accepted: bool = False
    reason: str = ""


def findings_of(
    folder: str, found: Iterable[Diagnostic], accepted: Iterable[Accepted], words: Catalogue, lines: Lines
) -> tuple[Finding, ...]:
    """What was found in the plan of a folder, those accepted last."""
    told = [_finding(folder, each, words, lines) for each in found]
    told += [_finding(folder, each.diagnostic, words, lines, each.reason) for each in accepted]
    return tuple(told)


def in_text(findings: Iterable[Finding], words: Catalogue) -> Iterator[str]:
    """Each finding as a person reads it, under the name of its file with the count of what is in it."""
    by_file: dict[str, list[Finding]] = {}
    for each in findings:
        by_file.setdefault(each.file, []).append(each)
    for file, inside in sorted(by_file.items()):
        yield f"{words.report['check-file'].format(file=file, counts=_counted(inside, words))}\n"
        yield from (each.text for each in inside)


def on_github(findings: Iterable[Finding], prefix: str) -> Iterator[str]:
    """Each finding as a workflow command, which GitHub shows at its line. `prefix` leads from the repository's root.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions; what is escaped is what
    @actions/core escapes.
    """
    for each in findings:
        place = {"file": prefix + each.file}
        if each.line:
            place |= {"line": str(each.line), "col": str(each.column)}
        if each.line and each.length:
            place["endColumn"] = str(each.column + each.length)
        place["title"] = each.code
        given = ",".join(f"{name}={_property(value)}" for name, value in place.items())
        kind = "notice" if each.accepted else each.severity
        said = [each.message, *([each.reason] if each.accepted else [each.hint, *each.rows])]
        yield f"::{kind} {given}::{_data(chr(10).join(said))}"


def in_json(findings: Iterable[Finding], prefix: str, unexamined: tuple[str, ...] = ()) -> dict[str, object]:
    """The findings as JSON has them, with their counts, and the folders of plans that could not be examined."""
    told = [{**asdict(each), "file": prefix + each.file} for each in findings]
    for each in told:
        del each["text"]
    standing = [each["severity"] for each in told if not each["accepted"]]
    counts = {
        "errors": standing.count("error"),
        "warnings": standing.count("warning"),
        "accepted": len(told) - len(standing),
    }
    return {"version": VERSION, "counts": counts, "findings": told, "unexamined": list(unexamined)}


def prefix_of(root: Path) -> str:
    """The way from the root of the Git repository to a folder, "" where there is none or they are one."""
    place = root.resolve()
    for folder in (place, *place.parents):
        if (folder / ".git").exists():
            return "" if folder == place else place.relative_to(folder).as_posix() + "/"
    return ""


def _finding(folder: str, found: Diagnostic, words: Catalogue, lines: Lines, reason: str = "") -> Finding:
    place = found.location
    near = dict(found.parameters).get("near", "")
    text = "\n".join(report([found], words, lines))
    if reason:
        text = f"{text.rstrip()}\n     {words.report['check-reason']}: {reason}\n"
    return Finding(
        code=found.code,
        severity=_LEVELS[found.severity],
        group=codes()[found.code].group,
        plan=folder if place.file.startswith(f"{folder}/") else "",
        file=place.file,
        line=place.line,
        column=place.column if place.line else 0,
        length=place.length if place.line else 0,
        message=message(found, words),
        hint=cure(found, words),
        near=tuple(near.split(", ")) if near else (),
        rows=rows(found, lines),
        text=text,
        accepted=bool(reason),
        reason=reason,
    )


def _counted(findings: Iterable[Finding], words: Catalogue) -> str:
    """How many there are of each kind that there is, as "2 fel, 1 varning"."""
    kinds = ["accepted" if each.accepted else each.severity for each in findings]
    said = []
    for kind in ("error", "warning", "accepted"):
        number = kinds.count(kind)
        if number:
            said.append(words.report[f"check-{kind}-one" if number == 1 else f"check-{kind}"].format(number=number))
    return ", ".join(said)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
