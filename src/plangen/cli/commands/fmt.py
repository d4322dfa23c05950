"""`plangen fmt`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_plans, order

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen fmt", "alla planers filer"),
    ("plangen fmt --diff", "visar vad som skulle ändras"),
    ("plangen fmt --check --strict", "slutkod 1 om något skulle ändras"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    form = commands.add_parser(
        "fmt",
        help="ge planernas filer en enhetlig form",
        description="Ger YAML och Markdown en enhetlig form: indrag, blanksteg, tomma rader, citattecken, listtecken. "
        "Innehåll, ordning och kommentarer är kvar; det kontrolleras. En fil med formfel lämnas orörd och nämns. "
        "Slutkoden är 0 också då filer skulle ändras, om inte --strict ges.",
        examples=EXAMPLES,
    )
    form.add_argument("--check", action="store_true", help="säg vilka filer som skulle ändras, utan att ändra dem")
    form.add_argument("--diff", action="store_true", help="visa vad som skulle ändras, utan att ändra det")
    form.add_argument("--strict", action="store_true", help="slutkod 1 om --check eller --diff finner något att ändra")
    add_plans(form)
    form.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Formats. The exit code."""
    from plangen.cli.fmt import Manner, fmt

    return fmt(order(parsed), Manner(parsed.check, parsed.diff))
