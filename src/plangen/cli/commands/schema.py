"""`plangen schema`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plangen.cli.arguments import add_place

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen schema", "schemas/, på alla språk"),
    ("plangen schema --lang sv --out redigering", "en annan mapp, på svenska"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    schema = commands.add_parser(
        "schema",
        help="skriv JSON Schema för planernas filer",
        description="Skriver JSON Schema för planernas filer, med vilka en editor föreslår nycklar och ord, förklarar "
        "dem och visar fel medan man skriver. Utan --lang skrivs de på alla språk.",
        examples=EXAMPLES,
    )
    schema.add_argument("--out", default="schemas", metavar="MAPP", help="mappen som de läggs i (schemas)")
    schema.add_argument(
        "--vscode",
        action="store_true",
        help="skriv också .vscode/plangen.code-snippets, med det som kan sättas in i mål och avsnitt",
    )
    add_place(schema, language="det enda språk som schemana skrivs på, och språk för det som sägs")
    schema.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Writes the schemas. The exit code."""
    from plangen.cli.orders import root_of
    from plangen.cli.schema import write_schemas

    return write_schemas(root_of(parsed.root), Path(parsed.out), parsed.lang, vscode=parsed.vscode)
