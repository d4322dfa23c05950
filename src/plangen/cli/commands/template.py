"""`plangen template`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_place

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen template", "templates/docx/wordmall.docx, som används vid nästa bygge"),
    ("plangen template ny.docx", "mallen någon annanstans"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    template = commands.add_parser(
        "template",
        help="skriv en Word-mall att börja från",
        description="Skriver en Word-mall att börja från.",
        examples=EXAMPLES,
    )
    template.add_argument(
        "file", nargs="?", default="", metavar="FIL", help="filen som skrivs (templates/docx/wordmall.docx)"
    )
    add_place(template)
    template.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Writes a template. The exit code."""
    from plangen.cli.orders import root_of
    from plangen.cli.template import write_template

    return write_template(root_of(parsed.root), parsed.file, parsed.lang)
