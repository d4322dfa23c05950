"""An outline and a plan to Markdown with marks: which parts of the plan stand in the document, and in what order.

The functions that an outline may call are those of `_Functions`; each places something of the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from markupsafe import Markup

from plangen.compose.notes import plan_notes
from plangen.compose.placed import Placed, Placer, Register, Running
from plangen.compose.sandbox import MOST_OUTPUT, Sandbox
from plangen.compose.tables import budget_table, default_indicator_columns, indicator_table
from plangen.compose.views import View, plan_view
from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.document.nodes import BulletList, CoverField, ListItem, Note, Paragraph, TableOfContents, Text
from plangen.locale.catalogue import Catalogue
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan

DEEPEST_HEADING = 6

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Outline:
    """A template: its name as messages give it, and its text."""

    file: str
    text: str


def render_outline(outline: Outline, plan: Plan, words: Catalogue) -> tuple[str, Register, tuple[Diagnostic, ...]]:
    """The outline's Markdown, the contents that its marks stand for, and its faults."""
    register = Register()
    functions = _Functions(plan, words, Placer(register), plan_notes(plan))
    sandbox = Sandbox()
    names = functions.names()
    try:
        template = sandbox.from_string(outline.text)
        parts: list[str] = []
        size = 0
        for part in template.generate(names):
            size += len(part)
            if size > MOST_OUTPUT:
                return "", register, (error("outline-output", Location(outline.file), most=MOST_OUTPUT),)
            parts.append(part)
    except TemplateSyntaxError as fault:
        place = Location(outline.file, fault.lineno or 0)
        return "", register, (error("outline-syntax", place, reason=fault.message or ""),)
    except UndefinedError as fault:
        return "", register, (_undefined(outline, fault, names),)
    except SecurityError as fault:
        return "", register, (error("outline-forbidden", _line(outline, fault), reason=str(fault)),)
    except (TemplateError, TypeError, ValueError, RecursionError) as fault:
        return "", register, (error("outline-fault", _line(outline, fault), reason=str(fault)),)
    return "".join(parts), register, ()


@dataclass(frozen=True, slots=True)
class _Functions:
    """What an outline may call."""

    plan: Plan
    words: Catalogue
    place: Placer
    notes: Mapping[str, Note]

    def names(self) -> dict[str, object]:
        """Every name that an outline may use."""
        calls: tuple[Callable[..., object], ...] = (
            self.cover,
            self.header,
            self.footer,
            self.table_of_contents,
            self.marks,
            self.agenda_list,
            self.indicator_table,
            self.budget_table,
            self.frame,
        )
        labels = View({name: self.place.text(text) for name, text in self.words.labels.items()})
        named: dict[str, object] = {call.__name__: call for call in calls}
        return {**named, "plan": plan_view(self.plan, self.words, self.place), "label": labels}

    def cover(self, role: str, text: object, label: str = "") -> str:
        """A line of the cover; nothing where there is no text."""
        if not text:
            return ""
        inlines = text.content.inlines if isinstance(text, Placed) else (Text(str(text)),)
        return self.place.outside(CoverField(role=role, inlines=inlines, label=str(label)))

    def header(self, *parts: str) -> str:
        """The running header: its parts with a dash between."""
        return self.place.outside(Running("header", " – ".join(str(part) for part in parts if part)))

    def footer(self, text: str) -> str:
        """The running footer, in which {page} and {pages} are the page's number and the count."""
        return self.place.outside(Running("footer", str(text)))

    def table_of_contents(self, title: str, depth: int) -> str:
        """The contents list down to a heading level."""
        return self.place.blocks((TableOfContents(id="contents", title=(Text(str(title)),), depth=depth),))

    def marks(self, level: int) -> Markup:
        """Markdown's marks of a heading of a level: `###` for 3."""
        return Markup("#" * min(level, DEEPEST_HEADING))

    def agenda_list(self, goal: View) -> str:
        """A goal's Agenda 2030 goals by number and official name."""
        model = _model(goal, Goal)
        items = []
        for each in model.agenda2030:
            number = each.target or str(each.number)
            text = self.words.labels["agenda-goal"].format(number=number, name=self.words.agenda[str(each.number)])
            name = f"{model.id}.agenda-{number}"
            paragraph = Paragraph(id=f"{name}.text", inlines=(Text(text),), location=each.location)
            items.append(ListItem(id=name, blocks=(paragraph,), role="agenda", value=number, location=each.location))
        agenda = BulletList(
            id=f"{model.id}.agenda", items=tuple(items), role="agenda", location=model.place("agenda2030")
        )
        return self.place.blocks((agenda,) if items else ())

    def indicator_table(self, goal: View) -> str:
        """A goal's indicators as a table."""
        model = _model(goal, Goal)
        columns = self.plan.indicator_columns or default_indicator_columns(self.words)
        table = indicator_table(model, columns, self.words, self.notes)
        return self.place.blocks((table,) if table.rows else ())

    def budget_table(self, table: View) -> str:
        """A budget table with its computed sums, numbered, with its title and unit as caption."""
        return self.place.blocks((budget_table(_model(table, BudgetTable), self.words),))

    def frame(self, table: View) -> str:
        """The decided frame that a table must meet, as a line; nothing for a table that has none."""
        frame = self.plan.frame
        model = _model(table, BudgetTable)
        if frame is None or frame.table != model.id:
            return ""
        view = plan_view(self.plan, self.words, self.place)["frame"]
        assert isinstance(view, View)
        amount, unit = view["amount"], view["unit_name"]
        details = " ".join(str(view[name]) for name in ("decided_by", "date") if view[name])
        decided = f" ({self.words.labels['decision']} {details})" if details else ""
        inlines = (*frame.title.inlines, Text(f": {amount} {unit}{decided}"))
        line = Paragraph(id=f"{model.id}.frame", inlines=inlines, role="frame", location=frame.location)
        return self.place.blocks((replace(line, keep_with_next=True),))


def _model(view: object, kind: type[Kind]) -> Kind:
    model = view.model if isinstance(view, View) else None
    if not isinstance(model, kind):
        raise TypeError(f"{kind.__name__}: {view!r}")
    return model


def _undefined(outline: Outline, fault: UndefinedError, names: Mapping[str, object]) -> Diagnostic:
    message = fault.message or ""
    name = message.split("'")[-2] if message.count("'") >= 2 else message
    return error("outline-unknown", _line(outline, fault), name=name, near=nearest(name, names))


def _line(outline: Outline, fault: BaseException) -> Location:
    """The template's line on which a fault was raised, as Jinja rewrites its traceback to the template's own lines."""
    line, trace = 0, fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return Location(outline.file, line)
