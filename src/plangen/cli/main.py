"""The command `plangen`: arguments to calls, results to lines and exit codes.

Exit 0: fine. 1: content at fault, nothing written for that plan. 2: a fault of the environment or of the arguments.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from argparse import SUPPRESS, Namespace
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
from plangen.diagnostics import PlangenError, reason_of
from plangen.locale.catalogue import DEFAULT_LANGUAGE, LANGUAGES, catalogue

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
    atexit.register(gc.freeze)  # so that Python doesn't look for garbage among all that is left at the end: 3 %
    language = ""
    try:
        try:
            parsed = _parsed(arguments)
            language = parsed.lang
            return _run(parsed)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _stop_printing()
        return NOBODY_READS
    except KeyboardInterrupt:
        return 130
    except OSError as fault:
        if fault.filename is not None:  # a file's, which is a fault in plangen; what is printed has no name
            raise
        _stop_printing()
        return _told(PlangenError("output-refused", reason=reason_of(fault)), language)


def _parsed(arguments: Sequence[str] | None) -> Namespace:
    """The arguments; --lang and --root may stand before the command as well, where it has them."""
    made = parser()
    parsed = made.parse_args(arguments)
    parsed.lang = parsed.lang or parsed.lang_before
    if parsed.root_before and "root" not in parsed:
        complaint = f"--root hör inte till kommandot {parsed.command}"
        made.error(complaint)
    parsed.root = parsed.root_before if not getattr(parsed, "root", "") else parsed.root
    return parsed


def _run(parsed: Namespace) -> int:
    try:
        code: int = parsed.run(parsed)
    except PlangenError as error:
        return _told(error, parsed.lang)
    return code


def _told(error: PlangenError, language: str) -> int:
    """Tells of a fault of the world, where there is anywhere to tell it. The exit code."""
    from plangen.cli.colours import painted
    from plangen.cli.report import fault

    with suppress(OSError):
        print(painted(fault(error, catalogue(language or DEFAULT_LANGUAGE)), sys.stderr), file=sys.stderr, flush=True)
    return 2


def parser() -> Parser:
    """The parser of all commands."""
    made = Parser(
        prog="plangen",
        description="Bygger årsplan och budget ur YAML och Markdown: DOCX, HTML och PDF som säger samma sak.",
        examples=EXAMPLES,
    )
    made.add_argument("--version", action="version", version=f"plangen {VERSION}", help="visa versionen")
    made.add_argument("--lang", dest="lang_before", choices=LANGUAGES, default="", help=SUPPRESS)
    made.add_argument("--root", dest="root_before", default="", help=SUPPRESS)
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
