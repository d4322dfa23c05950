"""Page templates and values -> text: the Jinja environment of the HTML and Typst pages.

A template is named by its path below `plangen.templates` (`html/page.html.j2`). Templates are not trusted: the
environment is sandboxed, an unknown name is an error, and strings are not multiplied, since `"x" * 10**9` would take
all memory. With `autoescape` every value that is not `Markup` is escaped for HTML; without it the caller escapes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.loaders import split_template_path
from jinja2.sandbox import SandboxedEnvironment


def render_page(template: str, values: Mapping[str, object], *, autoescape: bool) -> str:
    """The text of a page template with the values in place."""
    return page_environment(autoescape).get_template(template).render(values)


def template_text(name: str) -> str:
    """A file of the templates as it stands (`html/style.css`)."""
    path = files("plangen.templates").joinpath(*split_template_path(name))
    return path.read_text(encoding="utf-8")


def template_names(folder: str) -> tuple[str, ...]:
    """The names of the files in a folder of the templates (`outline/arsplan.md.j2`), sorted."""
    return tuple(sorted(f"{folder}/{each.name}" for each in files("plangen.templates").joinpath(folder).iterdir()))


@cache
def page_environment(autoescape: bool) -> SandboxedEnvironment:
    """The environment that page templates are read in."""
    return _PageEnvironment(
        loader=FunctionLoader(_load),
        undefined=StrictUndefined,
        autoescape=autoescape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


class _PageEnvironment(SandboxedEnvironment):
    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Arithmetic on numbers only."""
        if not (isinstance(left, int | float) and isinstance(right, int | float)) or operator == "**":
            raise SecurityError(f"{operator} is for numbers in a template")
        return left * right


def _load(name: str) -> str | None:
    try:
        return template_text(name)
    except FileNotFoundError:
        return None
