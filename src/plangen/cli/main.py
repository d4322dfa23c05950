"""The command `plangen`: arguments to calls, results to lines and exit codes.

Exit 0: fine. 1: content at fault, nothing written for that plan. 2: a fault of the environment or of the arguments.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from plangen.cli.arguments import Parser
from plangen.cli.commands import (
    build,
    check,
    diff,
    explain,
    figures,
    fmt,
    import_budget,
    init,
    listing,
    schema,
    serve,
    template,
)
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE, catalogue

VERSION = "0.1.0"

COMMANDS = (init, build, check, explain, listing, figures, template, fmt, import_budget, diff, serve, schema)
"""Each command's module, in the order of the help: `declare` adds its arguments, and what it sets as `run` runs it."""

YOUNG = 50_000
"""Objects that a run makes between two looks for garbage: a short run makes little of it, and looks cost time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code."""
    _use_utf8()
    gc.set_threshold(YOUNG)
    parsed = parser().parse_args(arguments)
    try:
        code: int = parsed.run(parsed)
    except PlangenError as error:
        from plangen.cli.report import fault

        print(fault(error, catalogue(parsed.lang or DEFAULT_LANGUAGE)), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def parser() -> Parser:
    """The parser of all commands."""
    made = Parser(
        prog="plangen",
        description="Bygger årsplan och budget ur YAML och Markdown: DOCX, HTML och PDF som säger samma sak.",
    )
    made.add_argument("--version", action="version", version=f"plangen {VERSION}", help="visa versionen")
    commands = made.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for command in COMMANDS:
        command.declare(commands)
    return made


def _use_utf8() -> None:
    """Swedish text on a terminal or pipe whose locale says otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
