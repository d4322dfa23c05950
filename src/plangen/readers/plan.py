"""A plan's folder to a `Plan`: every file read once, every fault reported, nothing raised for content.

The folder holds `plan.yaml`, `sections/*.md`, `goals.yaml`, `goals/*.md` and `budget/*.yaml`. Where a file is missing
or can't be read, a stand-in with its id takes its place, so that the rest of the plan is still checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plangen.diagnostics import Diagnostic, Location, error, in_order, nearest
from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal, IndicatorColumns, Levels
from plangen.model.identifiers import IDENTIFIER, identifier
from plangen.model.plan import Plan, Section
from plangen.model.record import Reading, Record
from plangen.model.text import Body, RichText
from plangen.readers.markdown import read_inline, read_markdown
from plangen.readers.text_file import read_text, split_front_matter
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue
from plangen.source.source import Source

PLAN_FILE = "plan.yaml"
GOALS_FILE = "goals.yaml"


class GoalsFile(Record):
    """What stands in goals.yaml beside the goals."""

    levels: Levels = ()
    indicator_columns: IndicatorColumns = ()


def plan_folders(source: Source, content: str) -> tuple[str, ...]:
    """The names of the folders under `content` that hold a plan."""
    names = (name.rstrip("/") for name in source.names(content) if name.endswith("/"))
    return tuple(name for name in names if PLAN_FILE in source.names(f"{content}/{name}"))


def read_plan(source: Source, folder: str) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan in a folder, and the faults found in reading it. None where plan.yaml itself can't be read."""
    found: list[Diagnostic] = []
    text, faults = read_text(source, f"{folder}/{PLAN_FILE}")
    found.extend(faults)
    if text is None:
        if not faults:
            found.append(error("file-missing", Location(f"{folder}/{PLAN_FILE}"), path=PLAN_FILE, near=""))
        return None, in_order(found)
    value, faults = read_yaml(text, f"{folder}/{PLAN_FILE}")
    found.extend(faults)
    if not isinstance(value, PlacedMapping):
        if not faults:
            found.append(error("mapping-expected", Location(f"{folder}/{PLAN_FILE}", 1)))
        return None, in_order(found)
    reader = _PlanReader(source, folder, _reading(_language(value, found), found))
    return reader.plan(value), in_order(_without_echoes(found))


def _language(value: PlacedMapping, found: list[Diagnostic]) -> str:
    for language in LANGUAGES:
        given = value.items.get(terms(KEYS, language)["language"])
        if isinstance(given, PlacedText):
            code = given.text.strip().lower()
            if code in LANGUAGES:
                return code
            found.append(error("language-unknown", given.location, language=code, allowed=", ".join(LANGUAGES)))
            return language
    counts = {language: sum(key in words(KEYS, language) for key in value.items) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: counts[language])


def _reading(language: str, found: list[Diagnostic]) -> Reading:
    def inline(value: PlacedText) -> RichText:
        rich, faults = read_inline(value.text.strip(), value.content)
        found.extend(faults)
        return rich

    return Reading(language, inline, found)


def _without_echoes(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults without fields said to be missing in a file whose form is broken, since they may stand there."""
    broken = {each.location.file for each in found if each.code.startswith(("yaml-", "front-matter-"))}
    for each in found:
        if not (each.code == "missing-field" and each.location.file in broken):
            yield each


@dataclass(slots=True)
class _PlanReader:
    """Reads the files of one plan. Faults go to the reading's list."""

    source: Source
    folder: str
    reading: Reading

    def plan(self, mapping: PlacedMapping) -> Plan:
        key = terms(KEYS, self.reading.language)["sections"]
        listed = mapping.items.pop(key, None)
        if listed is not None:
            mapping.fields["sections"] = tuple(self.sections(listed))
        goals_file, goals = self.goals()
        mapping.fields |= {
            "id": self.folder.rpartition("/")[2],
            "levels": goals_file.levels,
            "indicator_columns": goals_file.indicator_columns,
            "goals": goals,
            "tables": tuple(self.tables()),
        }
        mapping.items.pop(terms(KEYS, self.reading.language)["language"], None)
        mapping.fields["language"] = self.reading.language
        return Plan.model_validate(mapping, context=self.reading)

    # Sections

    def sections(self, listed: PlacedValue) -> Iterator[Section]:
        for name, place in self.names_in(listed):
            path = f"sections/{name}.md"
            mapping = self.markdown_file(path, place)
            if mapping is None:
                yield Section(id=name, location=place)
                continue
            mapping.fields.setdefault("id", name)
            yield Section.model_validate(mapping, context=self.reading)
        self.report_unlisted("sections", ".md", {name for name, _ in self.names_in(listed)}, PLAN_FILE)

    def names_in(self, listed: PlacedValue) -> Iterator[tuple[str, Location]]:
        """The names in a list of files; anything else in it is reported."""
        if not isinstance(listed, PlacedList):
            if listed is not None:
                self.reading.report("list-expected", listed.location)
            return
        for item in listed.items:
            if isinstance(item, PlacedText):
                yield item.text.strip(), item.location
            elif item is not None:
                self.reading.report("text-expected", item.location)

    # Goals

    def goals(self) -> tuple[GoalsFile, tuple[Goal, ...]]:
        value = self.yaml_file(GOALS_FILE)
        used: set[str] = set()
        if value is None:
            self.report_unlisted("goals", ".md", used, GOALS_FILE)
            return GoalsFile(), ()
        listed = value.items.pop(terms(KEYS, self.reading.language)["goals"], None)
        goals = tuple(self.goals_in(listed, 1, used))
        self.report_unlisted("goals", ".md", used, GOALS_FILE)
        return GoalsFile.model_validate(value, context=self.reading), goals

    def goals_in(self, listed: PlacedValue, level: int, used: set[str]) -> Iterator[Goal]:
        if not isinstance(listed, PlacedList):
            if listed is not None:
                self.reading.report("list-expected", listed.location)
            return
        for item in listed.items:
            if isinstance(item, PlacedText):
                yield self.goal_file(item.text.strip(), item.location, level, used)
            elif isinstance(item, PlacedMapping):
                yield self.goal(item, level, used)
            elif item is not None:
                self.reading.report("mapping-expected", item.location)

    def goal_file(self, name: str, place: Location, level: int, used: set[str]) -> Goal:
        mapping = self.markdown_file(f"goals/{name}.md", place)
        if name in used:
            self.reading.report("goal-listed-twice", place, name=name)
        used.add(name)
        if mapping is None:
            return Goal(id=name, level=level, location=place)
        mapping.fields.setdefault("id", name)
        return self.goal(mapping, level, used)

    def goal(self, mapping: PlacedMapping, level: int, used: set[str]) -> Goal:
        own = terms(KEYS, self.reading.language)
        below = mapping.items.pop(own["goals"], None)
        text = mapping.items.pop(own["text"], None)
        if isinstance(text, PlacedText):
            mapping.fields["text"] = self.body(text.text, text.content)
        name = mapping.items.get(own["id"])
        if isinstance(name, PlacedText) and "text" not in mapping.fields:
            file = f"goals/{name.text.strip()}.md"
            if self.source.read(f"{self.folder}/{file}") is not None:
                mapping = self._merged(mapping, file, name.location)
                used.add(name.text.strip())
        if "id" not in mapping.fields and name is None:
            title = mapping.items.get(own["title"])
            mapping.fields["id"] = identifier(title.text) if isinstance(title, PlacedText) else ""
        self.give_ids(mapping.items.get(own["indicators"]), own["name"])
        mapping.fields |= {"level": level, "goals": tuple(self.goals_in(below, level + 1, used))}
        return Goal.model_validate(mapping, context=self.reading)

    def _merged(self, mapping: PlacedMapping, file: str, place: Location) -> PlacedMapping:
        """A goal that goals.yaml names by id and nests others under, with what its own file says."""
        own = self.markdown_file(file, place)
        if own is None:
            return mapping
        own.items = {**mapping.items, **own.items}
        own.keys = {**mapping.keys, **own.keys}
        own.places = {**mapping.places, **own.places}
        return own

    # Budget

    def tables(self) -> Iterator[BudgetTable]:
        own = terms(KEYS, self.reading.language)
        for name in self.source.names(f"{self.folder}/budget"):
            if not name.endswith((".yaml", ".yml")):
                continue
            value = self.yaml_file(f"budget/{name}")
            identity = name.rpartition(".")[0]
            if value is None:
                yield BudgetTable(id=identity, location=Location(f"{self.folder}/budget/{name}"))
                continue
            if own["id"] not in value.items:
                value.fields["id"] = identity
            self.give_ids(value.items.get(own["rows"]), own["name"])
            yield BudgetTable.model_validate(value, context=self.reading)

    def give_ids(self, listed: PlacedValue, name_key: str) -> None:
        """Gives each row or indicator that has no id one by its name."""
        if not isinstance(listed, PlacedList):
            return
        for item in listed.items:
            if isinstance(item, PlacedMapping) and "id" not in item.items:
                name = item.items.get(name_key)
                item.fields["id"] = identifier(name.text) if isinstance(name, PlacedText) else ""

    # Files

    def yaml_file(self, path: str) -> PlacedMapping | None:
        text, faults = read_text(self.source, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        if text is None:
            return None
        value, faults = read_yaml(text, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        if isinstance(value, PlacedMapping):
            return value
        if not faults:
            self.reading.report("mapping-expected", Location(f"{self.folder}/{path}", 1))
        return None

    def markdown_file(self, path: str, place: Location) -> PlacedMapping | None:
        """Front matter with the body as the field `text`. `place` is where the file is named."""
        folder, _, name = path.rpartition("/")
        stem = name.removesuffix(".md")
        if not IDENTIFIER.fullmatch(stem):
            self.reading.report("id-form", place, id=stem)
            return None
        full = f"{self.folder}/{path}"
        text, faults = read_text(self.source, full)
        self.reading.found.extend(faults)
        if text is None:
            if not faults:
                names = (each.removesuffix(".md") for each in self.source.names(f"{self.folder}/{folder}"))
                self.reading.report("file-missing", place, path=path, near=nearest(stem, names))
            return None
        parts, faults = split_front_matter(text, full)
        self.reading.found.extend(faults)
        value, faults = read_yaml(parts.front, full, parts.front_line)
        self.reading.found.extend(faults)
        if not isinstance(value, PlacedMapping):
            value = PlacedMapping(Location(full, 1))
        value.location = Location(full, 1, 1, 3)
        value.fields["text"] = self.body(parts.body, Location(full, parts.body_line))
        return value

    def body(self, text: str, place: Location) -> Body:
        body, faults = read_markdown(text, place, lambda path: self.source.read(f"{self.folder}/{path}"))
        self.reading.found.extend(faults)
        return body

    def report_unlisted(self, folder: str, ending: str, listed: set[str], index: str) -> None:
        """A file that nothing names would silently not be in the plan."""
        for name in self.source.names(f"{self.folder}/{folder}"):
            if name.endswith(ending) and name.removesuffix(ending) not in listed:
                place = Location(f"{self.folder}/{folder}/{name}")
                self.reading.report("file-unlisted", place, name=name.removesuffix(ending), index=index)
