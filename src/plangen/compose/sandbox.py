"""The sandbox in which outlines and expressions of content run: names that they were given, and nothing beyond.

No attribute, file, import or call beyond the functions of the outline is within reach; strings are not multiplied, and
what a template prints is bounded (Jinja's own sandbox alone renders `"x" * 10**9`).
"""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from plangen.compose.views import View

MOST_OUTPUT = 20_000_000
"""Characters that one outline may print."""


class Sandbox(SandboxedEnvironment):
    """Jinja with autoescape, `<!-- -->` for comments (`{#id}` is Markdown's), and no filters but its own."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/", "+", "-"})
    intercepted_unops = frozenset()

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            comment_start_string="<!--",
            comment_end_string="-->",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals.clear()
        self.filters.clear()

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Only what a loop tells of itself (`loop.first`)."""
        return isinstance(obj, LoopContext) and not attr.startswith("_")

    def getattr(self, obj: object, attribute: str) -> object:
        """A name of a view, or of the loop."""
        if isinstance(obj, View):
            return self.getitem(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """A name of a view, an index of a tuple."""
        if isinstance(obj, View):
            try:
                return obj[str(argument)]
            except KeyError:
                return self.undefined(obj=obj, name=str(argument))
        return super().getitem(obj, argument)

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:
        """Sums and differences of numbers and figures; no other arithmetic."""
        if operator == "+" and not isinstance(left, str) and not isinstance(right, str):
            return left + right  # type: ignore[operator]
        if operator == "-":
            return left - right  # type: ignore[operator]
        raise SecurityError(operator)
