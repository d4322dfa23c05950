"""A plan's folder to a `Plan`: every file read once, every fault reported, nothing raised for content.

The folder holds `plan.yaml`, `sections/*.md`, `goals.yaml`, `goals/*.md` and `budget/*.yaml`. Where a file is missing
or can't be read, a stand-in with its id takes its place, so that the rest of the plan is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error, in_order, nearest
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetTable
from plangen.model.identifiers import id_meant
from plangen.model.plan import Plan, Section
from plangen.model.record import Reading
from plangen.model.text import RichText
from plangen.readers.goals import GoalsReader
from plangen.readers.language import plan_language
from plangen.readers.other_files import other_files
from plangen.readers.plan_files import TWO_ENDINGS, PlanFiles, give_ids, without_fields
from plangen.readers.recalled import RecalledReaders
from plangen.readers.text_file import read_text
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue, texts
from plangen.source.plans import PLAN_FILE
from plangen.source.recall import Recall
from plangen.source.source import Source

MOST_CELLS = 5_000
"""Cells of a budget table. So many fill a hundred pages."""


LOSING = frozenset(
    {
        "front-matter-missing",
        "front-matter-open",
        "yaml-anchor",
        "yaml-bracket-open",
        "yaml-form",
        "yaml-key-not-text",
        "yaml-too-deep",
        "yaml-unreadable",
    }
)
"""Faults of form by which a key or a value is lost; the others are mended, and nothing is lost by them."""


def read_plan(source: Source, folder: str, recall: Recall | None = None) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan in a folder, and the faults found in reading it. None where plan.yaml itself can't be read.

    With a `recall` texts that it knows are not read anew.
    """
    readers = RecalledReaders(recall or Recall())
    found: list[Diagnostic] = []
    text, faults = read_text(source, f"{folder}/{PLAN_FILE}")
    found.extend(faults)
    if text is None:
        if not faults:
            near = nearest(PLAN_FILE, source.names(folder))
            found.append(error("file-missing", Location(f"{folder}/{PLAN_FILE}"), path=PLAN_FILE, near=near))
        return None, in_order(found)
    value, faults = readers.yaml(text, f"{folder}/{PLAN_FILE}")
    found.extend(faults)
    if not isinstance(value, PlacedMapping):
        if not faults:
            found.append(without_fields(value, f"{folder}/{PLAN_FILE}"))
        return None, in_order(found)
    language, faults = plan_language(value)
    found.extend(faults)
    reader = _PlanReader(PlanFiles(source, folder, _reading(language, readers, found), readers))
    return reader.plan(value), in_order(_without_echoes(found))


def _cells(rows: PlacedValue, columns: PlacedValue) -> int:
    """How many cells a budget table has."""
    if isinstance(rows, PlacedList) and isinstance(columns, PlacedMapping):
        return len(rows.items) * len(columns.items)
    return 0


def _reading(language: str, readers: RecalledReaders, found: list[Diagnostic]) -> Reading:
    def inline(value: PlacedText) -> RichText:
        rich, faults = readers.inline(value.stripped())
        found.extend(faults)
        return rich

    return Reading(language, inline, found)


def _without_echoes(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults without fields said to be missing in a file whose form is broken, since they may stand there."""
    broken = {each.location.file for each in found if each.code in LOSING}
    for each in found:
        if not (each.code in ("field-empty", "missing-field") and each.location.file in broken):
            yield each


@dataclass(frozen=True, slots=True)
class _PlanReader:
    """Reads one plan."""

    files: PlanFiles
    listed: set[str] = field(default_factory=set)

    @property
    def reading(self) -> Reading:
        """Where faults go."""
        return self.files.reading

    def plan(self, mapping: PlacedMapping) -> Plan:
        self.take_sections(mapping)
        goals_file = GoalsReader(self.files).read()
        mapping.fields |= {
            "id": self.files.folder.rpartition("/")[2],
            "levels": goals_file.levels,
            "indicator_columns": goals_file.indicator_columns,
            "indicators_shown": goals_file.indicators_shown,
            "goals": goals_file.goals,
            "tables": tuple(self.tables()),
        }
        self.reading.found.extend(other_files(self.files))
        mapping.items.pop(terms(KEYS, self.reading.language)["language"], None)
        mapping.fields["language"] = self.reading.language
        return Plan.read(mapping, self.reading)

    # Sections

    def take_sections(self, mapping: PlacedMapping) -> None:
        """Foreword, sections and appendices: files of one folder, each in one place."""
        own = terms(KEYS, self.reading.language)
        for term in ("foreword", "sections", "appendices"):
            self.listed.update(each.text.strip() for each in texts(mapping.items.get(own[term])))
        named: dict[str, Location] = {}
        foreword = mapping.items.pop(own["foreword"], None)
        if isinstance(foreword, PlacedText):
            mapping.fields["foreword"] = self.section(foreword.text.strip(), foreword.location, named)
        elif foreword is not None:
            self.reading.report("text-expected", foreword.location)
        for term in ("sections", "appendices"):
            listed = mapping.items.pop(own[term], None)
            if listed is not None:
                names = self.files.names_in(listed)
                sections = (self.section(name, place, named) for name, place in names)
                mapping.fields[term] = tuple(each for each in sections if each is not None)
        self.files.report_unlisted("sections", ".md", set(named), PLAN_FILE)

    def section(self, name: str, place: Location, named: dict[str, Location]) -> Section | None:
        """The section of a file that is named at a place; none where it is `named` already."""
        name = self.files.named("sections", name, place)
        if name in named:
            self.reading.report("section-listed-twice", place, name=name, line=named[name].line)
            return None
        named[name] = place
        mapping = self.files.markdown_file("sections", name, place, self.listed)
        if mapping is None:
            return Section(id=id_meant(name), location=place)
        mapping.fields.setdefault("id", name)
        return Section.read(mapping, self.reading)

    # Budget

    def tables(self) -> Iterator[BudgetTable]:
        own = terms(KEYS, self.reading.language)
        for name in self.files.source.names(f"{self.files.folder}/budget"):
            if not name.endswith((".yaml", ".yml")):
                lost = self.files.report_ending("budget", name, ".yaml", TWO_ENDINGS)
                if lost:
                    yield BudgetTable(id=lost, location=Location(f"{self.files.folder}/budget/{name}"))
                continue
            value = self.files.yaml_file(f"budget/{name}")
            identity = name.rpartition(".")[0]
            if value is None:
                yield BudgetTable(id=identity, location=Location(f"{self.files.folder}/budget/{name}"))
                continue
            if value.items.get(own["id"]) is None:
                value.fields["id"] = identity
            rows = value.items.get(own["rows"])
            if _cells(rows, value.items.get(own["columns"])) > MOST_CELLS:
                self.reading.report("table-too-large", value.places[own["rows"]], most=MOST_CELLS)
                value.items[own["rows"]] = PlacedList(value.places[own["rows"]])
            give_ids(rows, own["name"])
            yield BudgetTable.read(value, self.reading)
