"""What `plangen import budget` does: a table out of Excel, CSV or the clipboard into a file of a plan."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from plangen.cli.colours import painted
from plangen.cli.orders import CONTENT
from plangen.cli.report import counts, report
from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError, reason_of
from plangen.importers.budget_import import Imported, Target, import_budget
from plangen.importers.budget_sheet import read_budget
from plangen.importers.delimited import read_delimited
from plangen.importers.sheet import Area, Sheet, area
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.locale.vocabulary import terms
from plangen.model.identifiers import IDENTIFIER, identifier
from plangen.output.files import put_in_place
from plangen.readers.plan import read_plan
from plangen.readers.text_file import decoded, read_bytes
from plangen.source.plans import PLAN_FILE, plan_folders
from plangen.source.source import Folder, Source

LARGEST_FILE = 20_000_000
FROM_CLIPBOARD = "-"
BUDGET = "budget"
_ARCHIVE = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """What was asked for: the foreign file ("-" for standard input), the part of it, and the file that it goes into."""

    root: Path
    file: str
    into: str
    sheet: str = ""
    range: str = ""
    title: str = ""
    prune: bool = False
    dry_run: bool = False
    language: str = ""


def run(order: ImportOrder) -> int:
    """Brings a table into a plan and says what changed. The exit code: 1 where something isn't understood."""
    source = Folder(order.root)
    target = _target(order, source)
    part = area(order.range) if order.range else None
    sheet = _sheet(order, part)
    plan, _ = read_plan(source, target.folder)
    words = catalogue(order.language or (plan.language if plan else DEFAULT_LANGUAGE))
    budget, found = read_budget(sheet.part(part) if part else sheet)
    imported = Imported("", None, (), found)
    if budget is not None and imported.sound:
        made = import_budget(budget, target, order.title, order.prune)
        imported = Imported(made.text, made.before, made.told, (*found, *made.found))
    for line in report(imported.found, words, lambda path: _lines(source, path)):
        print(painted(line, sys.stderr), file=sys.stderr)
    for what, parameters in imported.told:
        print(words.report[what].format(**_in_words(dict(parameters), words)))
    if not imported.sound:
        print(counts(imported.found, words))
        print(words.report["import-failed"].format(path=target.path), file=sys.stderr)
        return 1
    _tell(imported, target, words, order.dry_run)
    if not order.dry_run and imported.text != imported.before:
        path = PurePosixPath(target.path)
        put_in_place(order.root / path.parent, {path.name: imported.text.encode()})
    return 0


def _tell(imported: Imported, target: Target, words: Catalogue, dry_run: bool) -> None:
    """Says what became of the file."""
    if imported.text == imported.before:
        what = "import-nothing"
    elif dry_run:
        what = "import-would-write"
    else:
        what = "import-new" if imported.before is None else "import-written"
    print(words.report[what].format(path=target.path, name=PurePosixPath(target.file).stem))
    if dry_run and imported.before is None:
        print(imported.text, end="")


def _in_words(parameters: Mapping[str, str], words: Catalogue) -> dict[str, str]:
    """Parameters with a column's role as the plan's writer calls it."""
    roles = terms("column_role", words.language)
    return {name: roles.get(value, value) if name == "role" else value for name, value in parameters.items()}


def _target(order: ImportOrder, source: Source) -> Target:
    """The plan's file that is meant: by its path from the root, or below the only plan that there is."""
    path = PurePosixPath(order.into.replace("\\", "/"))
    if path.suffix not in (".yaml", ".yml") or not IDENTIFIER.fullmatch(path.stem) or path.parent.name != BUDGET:
        right = f"{BUDGET}/{identifier(path.stem)}.yaml"
        raise PlangenError("import-into-unreadable", path=order.into, right=right)
    known = plan_folders(source, CONTENT)
    folders = [path.parent.parent.as_posix(), f"{CONTENT}/{path.parent.parent.as_posix()}"]
    if path.parent.parent.as_posix() == "." and len(known) == 1:
        folders = [f"{CONTENT}/{known[0]}"]
    for folder in folders:
        if PLAN_FILE in source.names(folder):
            return Target(source, folder, f"{BUDGET}/{path.name}")
    raise PlangenError("import-no-plan", path=order.into)


def _sheet(order: ImportOrder, part: Area | None) -> Sheet:
    name = PurePosixPath(order.file.replace("\\", "/")).name
    if order.file == FROM_CLIPBOARD:
        name = catalogue(order.language or DEFAULT_LANGUAGE).report["import-clipboard"]
    data = _data(order.file)
    if data.startswith(_OLD_WORKBOOK):
        raise PlangenError("import-not-workbook", file=name)
    if not data.startswith(_ARCHIVE):
        return read_delimited(data, name)
    try:
        from plangen.importers.workbook import read_workbook
    except ImportError as fault:
        raise PlangenError("import-package-missing", package="openpyxl") from fault
    return read_workbook(data, name, order.sheet, part)


def _data(file: str) -> bytes:
    if file == FROM_CLIPBOARD:
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise PlangenError("file-unreadable", file=file, reason=reason_of(fault)) from fault


def _lines(source: Source, path: str) -> tuple[str, ...]:
    data, _ = read_bytes(source, path)
    return () if data is None else tuple(decoded(data, "replace").split("\n"))
