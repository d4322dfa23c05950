"""What `plangen fmt` does: each plan's files written in their canonical form, or only told of."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePosixPath

from plangen.cli.colours import painted
from plangen.cli.orders import Order, folders
from plangen.cli.report import report
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic
from plangen.formatting.files import Formatted, format_plan
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.output.files import put_in_place
from plangen.readers.plan import read_plan
from plangen.readers.text_file import decoded, read_bytes
from plangen.source.source import Folder, Source


@dataclass(frozen=True, slots=True)
class Manner:
    """What is done with the files: `check` only lists them, `diff` shows what would change; else they are written."""

    check: bool = False
    diff: bool = False

    @property
    def writes(self) -> bool:
        """Whether files are changed."""
        return not (self.check or self.diff)


def fmt(order: Order, manner: Manner) -> int:
    """Formats plans and says what changed. The exit code: 0, but with `strict` 1 where files would change.

    A file at fault is left alone and told of; that is `plangen check`'s to complain of, never the formatter's.
    """
    source = Folder(order.root)
    formatted: list[Formatted] = []
    left: list[Diagnostic] = []
    languages: set[str] = set()
    for folder in folders(order, source):
        changed, faults = format_plan(source, folder)
        plan, _ = read_plan(source, folder)
        words = catalogue(plan.language if plan else order.language or DEFAULT_LANGUAGE)
        languages.add(words.language)
        formatted.extend(changed)
        left.extend(faults)
        if manner.writes:
            _write(order, changed)
        for line in report(faults, words, partial(_lines, source)):
            print(painted(line, sys.stderr), file=sys.stderr)
        for each in changed:
            print(*_told(each, manner, words), sep="\n")
    words = catalogue(order.language or (languages.pop() if len(languages) == 1 else DEFAULT_LANGUAGE))
    print(_sum(len(formatted), len(left), manner, words), file=sys.stderr if manner.diff else sys.stdout)
    return 1 if order.strict and formatted and not manner.writes else 0


def _write(order: Order, formatted: Iterable[Formatted]) -> None:
    for each in formatted:
        path = PurePosixPath(each.path)
        put_in_place(order.root / path.parent, {path.name: each.after.encode()})


def _told(each: Formatted, manner: Manner, words: Catalogue) -> Iterator[str]:
    if manner.diff:
        lines = difflib.unified_diff(
            each.before.splitlines(), each.after.splitlines(), each.path, each.path, lineterm=""
        )
        yield from list(lines) or [words.report["formatted-line-ends"].format(path=each.path)]
    else:
        yield words.report["would-format" if manner.check else "formatted"].format(path=each.path)


def _sum(changed: int, left: int, manner: Manner, words: Catalogue) -> str:
    if not changed and not left:
        return words.report["format-nothing"]
    return words.report["format-sum" if manner.writes else "format-sum-check"].format(changed=changed, left=left)


def _lines(source: Source, path: str) -> tuple[str, ...]:
    data, _ = read_bytes(source, path)
    return () if data is None else tuple(decoded(data, "replace").split("\n"))
