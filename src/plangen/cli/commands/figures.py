"""`plangen figures`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_plans, order

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen figures", "alla tal som texterna hämtar"),
    ("plangen figures arsplan-2027 --format json", "en plans, för ett annat program"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    figures = commands.add_parser(
        "figures",
        help="lista de tal som texterna hämtar ur planen, och beloppen som de inte hämtar",
        description="Listar varje uttryck {{ … }} i planernas texter: var det står, vad det blir i dokumentet, och "
        "vilka tal det är räknat av, med fil och rad. Därefter varje belopp som står med egna siffror i löpande text: "
        "vilken siffra i planen det är eller avrundar, med uttrycket i stället, och annars den närmaste.",
        examples=EXAMPLES,
    )
    figures.add_argument("--format", choices=("text", "json"), default="text", help="text eller json (text)")
    add_plans(figures)
    figures.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Lists. The exit code."""
    from plangen.cli.figures import list_figures

    return list_figures(order(parsed), parsed.format)
