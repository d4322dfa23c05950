"""An outline and a plan to Markdown with marks: which parts of the plan stand in the document, and in what order.

The functions that an outline may call are those of `_Functions`; each places something of the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from jinja2 import Template
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from plangen.compose.abbreviations import abbreviation_list
from plangen.compose.activity_table import ActivityTables, activity_tables
from plangen.compose.agenda_matrix import agenda_line, agenda_matrix
from plangen.compose.budget_table import budget_table
from plangen.compose.calculations import calculation_list
from plangen.compose.chart import Wanted, chart, with_tables
from plangen.compose.frame_line import frame_line
from plangen.compose.indicator_table import IndicatorTables, indicator_tables
from plangen.compose.line_marks import lines_of, unmarked
from plangen.compose.outline_faults import outline_fault
from plangen.compose.placed import Content, Placed, Placer, Register, Running
from plangen.compose.sandbox import FAULTS, MOST_OUTPUT, ExhaustedError, Sandbox
from plangen.compose.views import View, plan_view
from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.document import CoverField
from plangen.document.inlines import NOWHERE, Expression, Inline, Text
from plangen.document.nodes import BulletList, ListItem, PageBreak, Paragraph, TableOfContents
from plangen.document.walk import map_inlines, plain_text
from plangen.locale.catalogue import Catalogue
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan
from plangen.readers.characters import forbidden, forbidden_entities
from plangen.readers.markdown import read_outline
from plangen.source.recall import Recall

DEEPEST_HEADING = 6
LONGEST_LINE = 5_000
"""Characters of Markdown that is handed to a function: a line of the cover or the header."""

LONGEST = 50_000
"""Characters of an outline. The one that comes with plangen has 2,000; making Python of more takes long."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Outline:
    """A template: its name as messages give it, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """An outline's Markdown, the outline's line for each line of it, and the contents that its marks stand for."""

    text: str = ""
    lines: tuple[int, ...] = ()
    contents: Sequence[Content] = ()


def render_outline(
    outline: Outline, plan: Plan, words: Catalogue, recall: Recall | None = None
) -> tuple[Rendered, tuple[Diagnostic, ...]]:
    """What an outline makes of a plan, and its faults. What Jinja made of an outline before is recalled."""
    if len(outline.text) > LONGEST:
        return Rendered(), (error("outline-too-long", Location(outline.file), most=LONGEST),)
    found = _forbidden(outline)
    if found:
        return Rendered(), found
    sandbox = Sandbox()
    functions = _functions(plan, words)
    names = functions.names()
    try:
        sandbox.spend(len(outline.text))
        code = (recall or Recall()).once(("outline", outline.text), lambda: sandbox.compile(outline.text))
        text = Template.from_code(sandbox, code, sandbox.make_globals(None)).render(names)
    except FAULTS as fault:
        return Rendered(), (outline_fault(outline.file, outline.text, fault, names),)
    lines, text = lines_of(text), unmarked(text)
    if len(text) > MOST_OUTPUT:
        return Rendered(), (error("outline-output", Location(outline.file), most=MOST_OUTPUT),)
    contents, without = with_tables(functions.place.register.contents)
    lacking = tuple(error("chart-tableless", Location(outline.file), table=table) for table in without)
    return Rendered(text, lines, contents), lacking


def outline_names(plan: Plan, words: Catalogue) -> dict[str, object]:
    """Every name that an outline of a plan may use, with what it stands for."""
    return _functions(plan, words).names()


def _functions(plan: Plan, words: Catalogue) -> _Functions:
    return _Functions(plan, words, Placer(Register()), indicator_tables(plan, words), activity_tables(plan, words))


@dataclass(frozen=True, slots=True)
class _Functions:
    """What an outline may call."""

    plan: Plan
    words: Catalogue
    place: Placer
    indicators: IndicatorTables
    activities: ActivityTables

    def names(self) -> dict[str, object]:
        """Every name that an outline may use."""
        calls: tuple[Callable[..., object], ...] = (
            self.cover,
            self.header,
            self.footer,
            self.table_of_contents,
            self.list_of_tables,
            self.list_of_figures,
            self.page_break,
            self.abbreviation_list,
            self.calculation_list,
            self.marks,
            self.agenda_list,
            self.agenda_matrix,
            self.indicator_table,
            self.gathered_indicators,
            self.indicator_overview,
            self.activity_table,
            self.budget_table,
            self.chart,
            self.frame,
        )
        labels = View({name: self.place.text(text) for name, text in self.words.labels.items()})
        named: dict[str, object] = {call.__name__: call for call in calls}
        return {**named, "plan": plan_view(self.plan, self.words, self.place), "label": labels}

    def cover(self, role: str, text: object, label: object = "") -> str:
        """A line of the cover; nothing where there is no text."""
        if not text:
            return ""
        place = text.content.location if isinstance(text, Placed) else NOWHERE
        line = CoverField(role=_name(role), inlines=self.inlines(text), label=self.plain(label), location=place)
        return self.place.outside(line)

    def header(self, *parts: object) -> str:
        """The running header: its parts with a dash between."""
        inlines: list[Inline] = []
        for part in (each for each in parts if each):
            inlines += [Text(" – ")] * bool(inlines) + list(self.inlines(part))
        return self.place.outside(Running("header", tuple(inlines)))

    def footer(self, text: object) -> str:
        """The running footer, in which {page} and {pages} are the page's number and the count."""
        return self.place.outside(Running("footer", self.inlines(text)))

    def table_of_contents(self, title: object, depth: int) -> str:
        """The contents list down to a heading level."""
        return self.place.blocks((TableOfContents(title=self.inlines(title), depth=_number(depth)),))

    def list_of_tables(self, title: object) -> str:
        """The numbered tables with their pages; nothing in a document that has none."""
        return self.place.blocks((TableOfContents(title=self.inlines(title), of="tables"),))

    def list_of_figures(self, title: object) -> str:
        """The numbered pictures with their pages; nothing in a document that has none."""
        return self.place.blocks((TableOfContents(title=self.inlines(title), of="figures"),))

    def page_break(self) -> str:
        """A new page for what comes next."""
        return self.place.blocks((PageBreak(),))

    def abbreviation_list(self) -> str:
        """The plan's abbreviations with their meanings; nothing for a plan that has none."""
        return self.place.blocks((abbreviation_list(self.plan.abbreviations),) if self.plan.abbreviations else ())

    def calculation_list(self) -> str:
        """How each figure that the text has from a table was made; nothing where there are none."""
        return self.place.blocks((calculation_list(),))

    def marks(self, level: int) -> Markup:
        """Markdown's marks of a heading of a level: `###` for 3."""
        return Markup("#" * max(1, min(_number(level), DEEPEST_HEADING)))

    def agenda_list(self, goal: View) -> str:
        """A goal's Agenda 2030 goals by number and official name."""
        model = _model(goal, Goal)
        items: list[ListItem] = []
        times: Counter[str] = Counter()
        for each in model.agenda2030:
            number = each.target or str(each.number)
            inlines = agenda_line(each, self.words)
            name = f"{model.id}.agenda-{number}" + "_" * min(times[number], 99)
            times[number] += 1
            paragraph = Paragraph(id=f"{name}.text", inlines=inlines, location=each.location)
            items.append(ListItem(id=name, blocks=(paragraph,), role="agenda", value=number, location=each.location))
        agenda = BulletList(
            id=f"{model.id}.agenda", items=tuple(items), role="agenda", location=model.place("agenda2030")
        )
        return self.place.blocks((agenda,) if items else ())

    def indicator_table(self, goal: View) -> str:
        """A goal's indicators as a table."""
        table = self.indicators.of_goal(_model(goal, Goal))
        return self.place.blocks((table,) if table.rows else ())

    def gathered_indicators(self, goals: object, above: object = None) -> str:
        """The indicators of several goals as one table, in groups; `above` is the goal that they stand under."""
        owner = None if above is None else _model(above, Goal)
        table = self.indicators.of_goals(_goals(goals), owner)
        return self.place.blocks((table,) if table.rows else ())

    def agenda_matrix(self, goals: object) -> str:
        """Which of some goals contribute to which of the 17, as a table, with the numbers' meanings below."""
        return self.place.blocks(agenda_matrix(_goals(goals), self.indicators.of_goal_title, self.words))

    def indicator_overview(self, goals: object) -> str:
        """Every indicator of several goals as one table, beside those of each goal; nothing where there are none."""
        table = self.indicators.overview(_goals(goals))
        return self.place.blocks((table,) if table.rows else ())

    def activity_table(self, goal: View) -> str:
        """A goal's activities as a table."""
        table = self.activities.of_goal(_model(goal, Goal))
        return self.place.blocks((table,) if table.rows else ())

    def budget_table(self, table: View) -> str:
        """A budget table with its computed sums, numbered, with its title and unit as caption."""
        return self.place.blocks((budget_table(_model(table, BudgetTable), self.words),))

    def chart(self, kind: object, table: View, columns: object = (), rows: object = (), title: object = "") -> str:
        """A picture of a table's figures: bars that lie by row, or columns that stand by year."""
        wanted = Wanted(_name(kind), _names(columns), _names(rows), self.inlines(title) if title else ())
        return self.place.blocks((chart(wanted, _model(table, BudgetTable), self.words),))

    def frame(self, table: View) -> str:
        """The decided frame that a table must meet, as a line; nothing for a table that has none."""
        frame = self.plan.frame
        model = _model(table, BudgetTable)
        if frame is None or frame.table != model.id:
            return ""
        return self.place.blocks((frame_line(frame, model, self.words),))

    def plain(self, value: object) -> str:
        """The text of a value that an outline hands to a function."""
        return plain_text(self.inlines(value))

    def inlines(self, value: object) -> tuple[Inline, ...]:
        """The inlines of a value that an outline hands to a function; what macros and `~` make is Markdown."""
        match value:
            case Placed() if value.content.in_line:
                return value.content.inlines
            case Markup():
                return self.read(unmarked(value))
            case str() if not isinstance(value, Placed):
                return (Text(value),)
            case _:
                raise TypeError(f"{type(value).__name__} is not text")

    def read(self, markdown: str) -> tuple[Inline, ...]:
        """A line of Markdown with marks."""
        if len(markdown) > LONGEST_LINE:
            raise ExhaustedError(f"> {LONGEST_LINE}")
        contents = self.place.register.contents
        blocks, found = read_outline(markdown, NOWHERE, [each.told for each in contents])
        for fault in found:
            raise SecurityError(fault.code)
        if not all(isinstance(block, Paragraph) for block in blocks):
            raise TypeError(markdown)
        line = tuple(inline for block in blocks if isinstance(block, Paragraph) for inline in block.inlines)
        return map_inlines(
            line, lambda each: contents[int(each.source)].inlines if isinstance(each, Expression) else (each,)
        )


def _name(value: object) -> str:
    if not isinstance(value, str) or isinstance(value, Placed):
        raise TypeError(f"{type(value).__name__} is not a name")
    return value


def _names(value: object) -> tuple[str, ...]:
    """Names in a list, or one alone."""
    return tuple(map(_name, value)) if isinstance(value, list | tuple) else (_name(value),)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{type(value).__name__} is not a number")
    return value


def _goals(views: object) -> tuple[Goal, ...]:
    if not isinstance(views, tuple):
        raise TypeError(f"{type(views).__name__} is no list of goals")
    return tuple(_model(view, Goal) for view in views)


def _model(view: object, kind: type[Kind]) -> Kind:
    model = view.model if isinstance(view, View) else None
    if not isinstance(model, kind):
        raise TypeError(
            f"{type(view).__name__} is not a {kind.__name__}" if model is None else f"not a {kind.__name__}"
        )
    return model


def _forbidden(outline: Outline) -> tuple[Diagnostic, ...]:
    text = outline.text

    def place(offset: int, length: int) -> Location:
        return Location(outline.file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset), length)

    found = (*((at, 1, name) for at, name in forbidden(text)), *forbidden_entities(text))
    return tuple(error("character-forbidden", place(at, length), character=name) for at, length, name in found)
