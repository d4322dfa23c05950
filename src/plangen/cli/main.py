"""The command `plangen`: arguments to calls, results to lines and exit codes.

Exit 0: fine. 1: content at fault, nothing written for that plan. 2: a fault of the environment or of the arguments.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE, LANGUAGES, catalogue

if TYPE_CHECKING:
    from plangen.cli.diff import DiffOrder
    from plangen.cli.orders import Order

VERSION = "0.1.0"

YOUNG = 50_000
"""Objects that a run makes between two looks for garbage: a short run makes little of it, and looks cost time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code."""
    _use_utf8()
    gc.set_threshold(YOUNG)
    parsed = _parser().parse_args(arguments)
    try:
        return _run(parsed)
    except PlangenError as error:
        from plangen.cli.report import fault

        print(fault(error, catalogue(parsed.lang or DEFAULT_LANGUAGE)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _run(parsed: argparse.Namespace) -> int:
    if parsed.command == "list":
        from plangen.cli.listing import list_plans

        return list_plans(_order(parsed), parsed.format)
    if parsed.command == "fmt":
        from plangen.cli.fmt import Manner, fmt

        return fmt(_order(parsed), Manner(parsed.check, parsed.diff))
    if parsed.command == "serve":
        from plangen.cli.serve import serve

        return serve(_order(parsed), parsed.port, open_browser=parsed.open)
    if parsed.command == "import":
        from plangen.cli.import_budget import ImportOrder, run

        part = (parsed.sheet, parsed.range, parsed.title)
        return run(
            ImportOrder(Path(parsed.root), parsed.file, parsed.into, *part, parsed.prune, parsed.dry_run, parsed.lang)
        )
    if parsed.command == "template":
        from plangen.cli.template import write_template

        return write_template(Path(parsed.root), parsed.file, parsed.lang)
    if parsed.command == "diff":
        from plangen.cli.diff import diff

        return diff(_diff_order(parsed))
    from plangen.cli.build import build, check

    return check(_order(parsed)) if parsed.command == "check" else build(_order(parsed))


def _order(parsed: argparse.Namespace) -> Order:
    from plangen.cli.orders import Order

    given = vars(parsed)
    return Order(
        root=Path(parsed.root),
        plans=tuple(parsed.plan),
        formats=_formats(given.get("to", "")),
        output=Path(given.get("out", "build")),
        epoch=os.environ.get("SOURCE_DATE_EPOCH"),
        strict=given.get("strict", False),
        force=given.get("force", False),
        jobs=given.get("jobs", 0),
        language=parsed.lang,
    )


def _diff_order(parsed: argparse.Namespace) -> DiffOrder:
    from plangen.cli.diff import DiffOrder

    return DiffOrder(
        root=Path(parsed.root),
        base=parsed.base,
        head=parsed.head,
        folders=(parsed.base_folder, parsed.head_folder) if parsed.base_folder else None,
        plans=tuple(parsed.plan),
        formats=_formats(parsed.to),
        output=Path(parsed.out),
        epoch=os.environ.get("SOURCE_DATE_EPOCH"),
        author=parsed.author,
        exact=parsed.exact,
        exit_code=parsed.exit_code,
    )


def _formats(text: str) -> tuple[str, ...]:
    """The formats in `docx, HTML`, once each."""
    return tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))


class _Swedish(argparse.HelpFormatter):
    """Help whose first word is Swedish too."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser whose headings are Swedish. What argparse itself complains of stays in its own words."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named, formatter_class=_Swedish, add_help=False)
        self._positionals.title, self._optionals.title = "argument", "flaggor"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="plangen",
        description="Bygger årsplan och budget ur YAML och Markdown: DOCX, HTML och PDF som säger samma sak.",
    )
    parser.add_argument("--version", action="version", version=f"plangen {VERSION}", help="visa versionen")
    commands = parser.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    build = commands.add_parser("build", help="bygg planernas dokument", description="Bygger planernas dokument.")
    build.add_argument(
        "--to", default="docx,html,pdf", metavar="FORMAT", help="format med komma emellan (docx,html,pdf)"
    )
    build.add_argument("--force", action="store_true", help="bygg också det som inte har ändrats")
    check = commands.add_parser(
        "check", help="kontrollera planerna utan att bygga", description="Kontrollerar planerna utan att bygga."
    )
    listing = commands.add_parser(
        "list", help="lista planerna", description="Listar planerna, deras status och vilka filer som är byggda."
    )
    listing.add_argument("--format", choices=("text", "json"), default="text", help="text eller json (text)")
    template = commands.add_parser(
        "template", help="skriv en Word-mall att börja från", description="Skriver en Word-mall att börja från."
    )
    template.add_argument(
        "file", nargs="?", default="", metavar="FIL", help="filen som skrivs (templates/docx/wordmall.docx)"
    )
    for command in (build, listing):
        command.add_argument("--out", default="build", metavar="MAPP", help="mappen som dokumenten läggs i (build)")
    form = commands.add_parser(
        "fmt",
        help="ge planernas filer en enhetlig form",
        description="Ger YAML och Markdown en enhetlig form: indrag, blanksteg, tomma rader, citattecken, listtecken. "
        "Innehåll, ordning och kommentarer är kvar; det kontrolleras. En fil med formfel lämnas orörd och nämns. "
        "Slutkoden är 0 också då filer skulle ändras, om inte --strict ges.",
    )
    form.add_argument("--check", action="store_true", help="säg vilka filer som skulle ändras, utan att ändra dem")
    form.add_argument("--diff", action="store_true", help="visa vad som skulle ändras, utan att ändra det")
    form.add_argument("--strict", action="store_true", help="slutkod 1 om --check eller --diff finner något att ändra")
    for command in (build, check):
        command.add_argument("--strict", action="store_true", help="låt varningar räknas som fel")
        command.add_argument(
            "--jobs", type=_count, default=0, metavar="ANTAL", help="så många planer på en gång (lika många som kärnor)"
        )
    _add_import(commands)
    _add_diff(commands)
    serve = commands.add_parser(
        "serve",
        help="visa planerna i webbläsaren medan de skrivs",
        description="Visar planerna i webbläsaren. Det som sparas syns på en gång. Avsluta med Ctrl-C.",
    )
    serve.add_argument("--port", type=_port, metavar="NUMMER", help="port att svara på (8470 om den är ledig)")
    serve.add_argument("--open", action="store_true", help="öppna webbläsaren")
    for command in (build, check, listing, form, serve):
        _add_common(command)
    _add_place(template)
    return parser


def _add_import(commands: argparse._SubParsersAction[_Parser]) -> None:
    imports = commands.add_parser("import", help="hämta in innehåll ur andra filer", description="Hämtar in innehåll.")
    kinds = imports.add_subparsers(dest="kind", required=True, metavar="SLAG")
    budget = kinds.add_parser(
        "budget",
        help="hämta in en budgettabell ur Excel, CSV eller urklipp",
        description="Hämtar in en tabell ur Excel, CSV eller kopierade celler till en fil i planen. En ny fil får "
        "gissade roller, som visas; i en fil som finns ändras bara beloppen. Det som inte förstås sägs med cellens "
        "adress, och då skrivs ingenting.",
    )
    budget.add_argument("file", metavar="FIL", help="Excelfil (.xlsx), CSV eller text; - läser det som klistras in")
    budget.add_argument("--into", required=True, metavar="FIL", help="filen i planen, till exempel budget/drift.yaml")
    budget.add_argument("--sheet", default="", metavar="BLAD", help="bladet i Excelfilen (det första)")
    budget.add_argument("--range", default="", metavar="CELLER", help="cellerna, till exempel A5:G9 (hela bladet)")
    budget.add_argument("--title", default="", metavar="TITEL", help="en ny tabells titel (raden ovanför tabellen)")
    budget.add_argument("--prune", action="store_true", help="ta bort rader som inte längre finns i underlaget")
    budget.add_argument("--dry-run", action="store_true", help="säg vad som skulle ändras, utan att ändra det")
    _add_place(budget)


def _add_diff(commands: argparse._SubParsersAction[_Parser]) -> None:
    diff = commands.add_parser(
        "diff",
        help="visa vad som har ändrats, i dokumentet självt",
        description="Jämför planerna i två versioner i Git och visar dokumentet med ändringarna markerade. Utan SENARE "
        "jämförs med filerna som de är nu. Jämförelsen görs med den version där de två gick skilda vägar. Slutkoden är "
        "0, om inte --exit-code ges.",
    )
    diff.add_argument("base", nargs="?", default="", metavar="BAS", help="gren, tagg eller version att jämföra med")
    diff.add_argument("head", nargs="?", default="", metavar="SENARE", help="den senare versionen (filerna nu)")
    diff.add_argument("--from", dest="base_folder", default="", metavar="MAPP", help="en plans mapp, i stället för BAS")
    diff.add_argument("--to-dir", dest="head_folder", default="", metavar="MAPP", help="den andra planens mapp")
    diff.add_argument(
        "--plan", action="append", default=[], metavar="PLAN", help="bara den planen; kan ges flera gånger"
    )
    diff.add_argument("--exact", action="store_true", help="jämför versionerna just som de är")
    diff.add_argument(
        "--to", default="html,md", metavar="FORMAT", help="format med komma emellan (html,md,json,docx,pdf)"
    )
    diff.add_argument("--out", default="build/diff", metavar="MAPP", help="mappen som jämförelsen läggs i (build/diff)")
    diff.add_argument(
        "--author", default="plangen", metavar="NAMN", help="vem Word säger har gjort ändringarna (plangen)"
    )
    diff.add_argument("--exit-code", action="store_true", help="slutkod 1 om något har ändrats")
    _add_place(diff)


def _add_common(command: argparse.ArgumentParser) -> None:
    command.add_argument("plan", nargs="*", metavar="PLAN", help="planens mapp eller dess namn; utan PLAN tas alla")
    _add_place(command)


def _add_place(command: argparse.ArgumentParser) -> None:
    command.add_argument("--root", default=".", metavar="MAPP", help="mappen som content/ och templates/ ligger i (.)")
    command.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        metavar="SPRÅK",
        help=f"språk för det som inte hör till en enda plan ({', '.join(LANGUAGES)})",
    )


def _port(text: str) -> int:
    """The number of a port; 0 is for any that is free."""
    if not (text.isascii() and text.isdigit() and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen port")
    return int(text)


def _count(text: str) -> int:
    """A number from 1 on."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"”{text}” är inget antal")
    return int(text)


def _use_utf8() -> None:
    """Swedish text on a terminal or pipe whose locale says otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
