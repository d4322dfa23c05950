"""The sandbox in which outlines and expressions of content run: names that they were given, and nothing beyond.

No attribute, file, import or call beyond the functions of the outline is within reach; what a template prints and how
long it runs are bounded (Jinja's own sandbox alone renders `"x" * 10**9`); and only text and whole numbers are printed,
never what Python would say of a value.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import pass_context
from markupsafe import Markup

from plangen.compose.figures import FigureValue, NotFigureError, Printed, ToldText, parts_of
from plangen.compose.line_marks import LineMarks
from plangen.compose.placed import Placed
from plangen.compose.views import View
from plangen.readers.characters import forbidden

MOST_OUTPUT = 250_000
"""Characters of Markdown that one outline may give. An annual plan's take some thousands."""

MOST_PRINTED = 2_000_000
"""Characters that one outline may print on the way there, those of macros counted wherever they pass."""

MOST_STEPS = 100_000
"""Turns of loops and calls of functions that one outline may take."""

FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, NameError, SyntaxError, RecursionError)
"""What a template at fault may raise; a huge number or a hundred brackets break the Python that Jinja makes of it."""


class UnknownNameError(UndefinedError):
    """A name that a view doesn't answer to, with those that it does."""

    def __init__(self, name: str, view: View) -> None:
        super().__init__(name)
        self.name = name
        self.names = tuple(view.names())


class ExhaustedError(SecurityError):
    """A template that prints too much or runs too long."""


class _Generator(CodeGenerator):
    """Makes loops and `~` go through the sandbox, where they are counted."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        text = sum(len(each.data) for each in node.find_all(nodes.TemplateData))
        node.iter = _through("counted", [node.iter, nodes.Const(text)])
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.visit(_through("concatenated", node.nodes), frame)


def _through(function: str, values: Sequence[nodes.Node]) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(function), list(values), [], None, None)


class Sandbox(SandboxedEnvironment):
    """Jinja with autoescape, `<!-- -->` for comments (`{#id}` is Markdown's), and no filters but its own."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"*", "**", "%", "//", "/", "+", "-"})

    def __init__(self) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self.printed,
            extensions=[LineMarks],
            comment_start_string="<!--",
            comment_end_string="-->",
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            optimized=False,  # folding constants takes time by the square of a sum's length
        )
        self.globals.clear()
        self.filters.clear()
        self.steps = 0
        self.size = 0

    @pass_context
    def printed(self, context: Context, value: object) -> object:
        """A value as it is printed: a placed one as its mark, whether or not the outline turns escaping off."""
        return value if isinstance(value, Undefined) else self.text(value)

    def text(self, value: object) -> str:
        """What is printed of a value."""
        match value:
            case Placed():
                text: str = value.__html__()
                self.spend(len(value))
            case Markup():
                text = value
            case str():
                text = value
                for _, character in forbidden(text):
                    raise SecurityError(character)
            case int() | FigureValue() | Printed() if not isinstance(value, bool):
                text = str(value)
            case _:
                raise TypeError(f"{type(value).__name__} is not text")
        self.spend(len(text))
        return text

    def counted(self, values: Iterable[object], text: int) -> Iterator[object]:
        """What a loop goes through, each turn with as many characters of the outline's own text."""
        for value in values:
            self.step()
            self.spend(text)
            yield value

    def concatenated(self, *values: object) -> str:
        """What `~` makes of values."""
        texts = [self.text(value) for value in values]
        if any(isinstance(each, Markup) for each in texts):
            return Markup("").join(texts)
        return ToldText.of("".join(texts), tuple(part for each in values for part in parts_of(each)))

    def _compile(self, source: str, filename: str) -> CodeType:
        """The hook where Jinja compiles; Python's opinions of the code are no news to an author."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            return super()._compile(source, filename)

    def step(self) -> None:
        """One more turn or call."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise ExhaustedError(f"> {MOST_STEPS}")

    def spend(self, size: int) -> None:
        """So many characters more."""
        self.size += size
        if self.size > MOST_PRINTED:
            raise ExhaustedError(f"> {MOST_PRINTED}")

    def call(self, context: Context, called: object, /, *args: object, **kwargs: object) -> object:
        """A call of a function or macro. A name that isn't known is told of before it is handed on."""
        self.step()
        for value in (*args, *kwargs.values()):
            if isinstance(value, Undefined):
                str(value)
            elif isinstance(value, str):
                self.spend(len(value))
        return super().call(context, called, *args, **kwargs)

    def getattr(self, obj: object, attribute: str) -> object:
        """A name of a view, or what a loop tells of itself (`loop.first`). Of an unknown name, that it is unknown."""
        if isinstance(obj, View):
            return self.getitem(obj, attribute)
        if isinstance(obj, Undefined):
            str(obj)
        if isinstance(obj, LoopContext) and not attribute.startswith("_"):
            return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))
        return self.unsafe_undefined(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """A name of a view, an index of a tuple. Nothing of a text, or `format` would be within reach."""
        if isinstance(obj, Undefined):
            str(obj)
        if not isinstance(obj, View | tuple | list | dict):
            return self.unsafe_undefined(obj, _called(argument))
        try:
            return obj[argument]  # type: ignore[call-overload]
        except (LookupError, TypeError):
            return self._nameless(obj, argument)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """Sums and differences of numbers and figures; no other arithmetic."""
        for each, other in ((left, right), (right, left)) if operator in "+-" else ():
            if isinstance(each, ToldText) or (isinstance(each, int) and isinstance(other, FigureValue)):
                raise NotFigureError(str(each))
        if not isinstance(left, int | FigureValue | Undefined) or not isinstance(right, int | FigureValue | Undefined):
            raise SecurityError(operator)
        if operator == "+":
            return left + right  # type: ignore[operator]
        if operator == "-":
            return left - right  # type: ignore[operator]
        raise SecurityError(operator)

    def _nameless(self, obj: object, argument: object) -> Undefined:
        name = _called(argument)
        if isinstance(obj, View):
            view = obj
            unknown: Any = lambda _: UnknownNameError(name, view)  # noqa: E731 - Jinja asks for a class
            return self.undefined(obj=obj, name=name, exc=unknown)
        return self.undefined(obj=obj, name=name)


def _called(argument: object) -> str:
    """How a fault tells of what was asked for; never by Python's own words, which differ from run to run."""
    return str(argument) if isinstance(argument, str | int) else type(argument).__name__
