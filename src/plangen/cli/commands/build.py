"""`plangen build`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_out, add_plans, count, order

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands, Parser


def declare(commands: Commands) -> None:
    """Adds the command."""
    build = commands.add_parser("build", help="bygg planernas dokument", description="Bygger planernas dokument.")
    build.add_argument(
        "--to",
        default="docx,html,pdf",
        metavar="FORMAT",
        help="format med komma emellan: docx, html, pdf, json, csv (docx,html,pdf)",
    )
    build.add_argument("--force", action="store_true", help="bygg också det som inte har ändrats")
    add_out(build)
    add_judgement(build)
    add_plans(build)
    build.set_defaults(run=run)


def add_judgement(command: Parser) -> None:
    """How plans are judged: what `build` and `check` have in common."""
    command.add_argument("--strict", action="store_true", help="låt varningar räknas som fel")
    command.add_argument(
        "--jobs", type=count, default=0, metavar="ANTAL", help="så många planer på en gång (lika många som kärnor)"
    )


def run(parsed: Namespace) -> int:
    """Builds. The exit code."""
    from plangen.cli.build import build

    return build(order(parsed))
