"""`plangen check`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_plans, order
from plangen.cli.commands.build import add_judgement

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen check", "alla planer"),
    ("plangen check --strict", "varningar ger också slutkod 1"),
    ("plangen check --format json arsplan-2027", "en plan, för ett annat program"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    check = commands.add_parser(
        "check",
        help="kontrollera planerna utan att bygga",
        description="Kontrollerar planerna utan att bygga. Varje fel och varning har sin plats, rad och kod; plangen "
        "explain förklarar koden. Slutkoden är 1 om något är fel.",
        examples=EXAMPLES,
    )
    check.add_argument(
        "--format",
        choices=("text", "github", "json"),
        default="text",
        help="text, github (syns vid raden i en pull request) eller json (text)",
    )
    check.add_argument("--accepted", action="store_true", help="visa också det som planen godtar, med skälet")
    add_judgement(check)
    add_plans(check)
    check.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Checks. The exit code."""
    from plangen.cli.check import check

    return check(order(parsed))
