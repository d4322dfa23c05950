"""`plangen build`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_out, add_plans, count, order

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands, Parser


EXAMPLES = (
    ("plangen build", "alla planer, i Word, HTML och PDF"),
    ("plangen build arsplan-2027 --to pdf", "bara PDF av en plan"),
    ("plangen build --strict", "ingen fil för en plan som har varningar"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    build = commands.add_parser(
        "build", help="bygg planernas dokument", description="Bygger planernas dokument.", examples=EXAMPLES
    )
    build.add_argument(
        "--to",
        default="docx,html,pdf",
        metavar="FORMAT",
        help="format med komma emellan: docx, html, pdf, odt, md, json, csv (docx,html,pdf)",
    )
    build.add_argument("--force", action="store_true", help="bygg också det som inte har ändrats")
    build.add_argument(
        "--decided",
        default="",
        metavar="TAGG",
        help="bara beslutade planer, och är det en dag i taggens namn bara de som beslutades då",
    )
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
