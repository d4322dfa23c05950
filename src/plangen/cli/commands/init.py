"""`plangen init`: its arguments, and what they lead to."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from plangen.locale.catalogue import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from plangen.cli.arguments import Commands


EXAMPLES = (
    ("plangen init planer", "en ny mapp, planer, med en plan på svenska"),
    ("plangen init . --lang en", "mappen du står i, med en plan på engelska"),
)


def declare(commands: Commands) -> None:
    """Adds the command."""
    init = commands.add_parser(
        "init",
        help="börja på en ny plan, i en ny mapp",
        description="Skriver en mapp att lägga i Git: en plan som går att bygga på en gång, med förklaringar vid varje "
        "nyckel, och det som behövs för att bygga och granska den på GitHub och GitLab. Mappen ska vara tom eller ny.",
        examples=EXAMPLES,
    )
    init.add_argument("folder", metavar="MAPP", help="mappen som skrivs; . är den som du står i")
    init.add_argument(
        "--lang",
        choices=LANGUAGES,
        default="",
        metavar="SPRÅK",
        help=f"planens språk ({', '.join(LANGUAGES)}; {DEFAULT_LANGUAGE})",
    )
    init.add_argument(
        "--plangen",
        default="",
        metavar="KÄLLA",
        help="varifrån plangen installeras: en version, en adress i Git (…@tagg) eller en fil (den version som körs)",
    )
    init.set_defaults(run=run)


def run(parsed: Namespace) -> int:
    """Writes the repository. The exit code."""
    from plangen.cli.init import init
    from plangen.cli.main import VERSION

    return init(parsed.folder, parsed.lang or DEFAULT_LANGUAGE, parsed.plangen, VERSION)
