"""The command `plangen`: arguments to calls, results to lines and exit codes.

Exit 0: fine. 1: content at fault, nothing written for that plan. 2: a fault of the environment or of the arguments.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

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

EXAMPLES = (
    ("plangen init planer", "börja på en ny plan"),
    ("plangen check", "kontrollera alla planer"),
    ("plangen build", "bygg dem, till build/"),
    ("plangen KOMMANDO --help", "hjälp om ett kommando"),
)

NOBODY_READS = 141
"""The exit code where the reader of a pipe has gone (`plangen check | head`), as a shell has it: 128 + SIGPIPE."""

YOUNG = 50_000
"""Objects that a run makes between two looks for garbage: a short run makes little of it, and looks cost time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code."""
    _use_utf8()
    gc.set_threshold(YOUNG)
    try:
        try:
            return _run(parser().parse_args(arguments))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _stop_printing()
        return NOBODY_READS
    except KeyboardInterrupt:
        return 130


def _run(parsed: Namespace) -> int:
    try:
        code: int = parsed.run(parsed)
    except PlangenError as error:
        from plangen.cli.colours import painted
        from plangen.cli.report import fault

        print(painted(fault(error, catalogue(parsed.lang or DEFAULT_LANGUAGE)), sys.stderr), file=sys.stderr)
        return 2
    return code


def parser() -> Parser:
    """The parser of all commands."""
    made = Parser(
        prog="plangen",
        description="Bygger årsplan och budget ur YAML och Markdown: DOCX, HTML och PDF som säger samma sak.",
        examples=EXAMPLES,
    )
    made.add_argument("--version", action="version", version=f"plangen {VERSION}", help="visa versionen")
    commands = made.add_subparsers(dest="command", required=True, metavar="KOMMANDO")
    for command in COMMANDS:
        command.declare(commands)
    return made


def _stop_printing() -> None:
    """Leads what is still to be printed to nowhere, so that Python's end doesn't complain of it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def _use_utf8() -> None:
    """Swedish text on a terminal or pipe whose locale says otherwise."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
