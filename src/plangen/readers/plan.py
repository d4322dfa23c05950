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
from plangen.readers.place import Place
from plangen.readers.text_file import read_bytes, read_text, split_front_matter
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue
from plangen.source.plans import PLAN_FILE
from plangen.source.source import Source, stays_inside

GOALS_FILE = "goals.yaml"
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


class GoalsFile(Record):
    """What stands in goals.yaml."""

    levels: Levels = ()
    indicator_columns: IndicatorColumns = ()
    goals: tuple[Goal, ...] = ()


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
        if given is not None:
            found.append(error("text-expected", given.location))
    counts = {language: sum(key in words(KEYS, language) for key in value.items) for language in LANGUAGES}
    return max(LANGUAGES, key=lambda language: counts[language])


def _cells(rows: PlacedValue, columns: PlacedValue) -> int:
    """How many cells a budget table has."""
    if isinstance(rows, PlacedList) and isinstance(columns, PlacedMapping):
        return len(rows.items) * len(columns.items)
    return 0


def _reading(language: str, found: list[Diagnostic]) -> Reading:
    def inline(value: PlacedText) -> RichText:
        value = value.stripped()
        rich, faults = read_inline(value.text, Place.of_value(value))
        found.extend(faults)
        return rich

    return Reading(language, inline, found)


def _without_echoes(found: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults without fields said to be missing in a file whose form is broken, since they may stand there."""
    broken = {each.location.file for each in found if each.code in LOSING}
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
        goals_file = self.goals()
        mapping.fields |= {
            "id": self.folder.rpartition("/")[2],
            "levels": goals_file.levels,
            "indicator_columns": goals_file.indicator_columns,
            "goals": goals_file.goals,
            "tables": tuple(self.tables()),
        }
        mapping.items.pop(terms(KEYS, self.reading.language)["language"], None)
        mapping.fields["language"] = self.reading.language
        return Plan.model_validate(mapping, context=self.reading)

    # Sections

    def sections(self, listed: PlacedValue) -> Iterator[Section]:
        names: set[str] = set()
        for name, place in self.names_in(listed):
            if name in names:
                self.reading.report("section-listed-twice", place, name=name)
                continue
            names.add(name)
            mapping = self.markdown_file("sections", name, place)
            if mapping is None:
                yield Section(id=name, location=place)
                continue
            mapping.fields.setdefault("id", name)
            yield Section.model_validate(mapping, context=self.reading)
        self.report_unlisted("sections", ".md", names, PLAN_FILE)

    def items_in(self, listed: PlacedValue) -> tuple[PlacedValue, ...]:
        """The items of a list; anything else in its place is reported."""
        if isinstance(listed, PlacedList):
            return tuple(listed.items)
        if listed is not None:
            self.reading.report("list-expected", listed.location)
        return ()

    def names_in(self, listed: PlacedValue) -> Iterator[tuple[str, Location]]:
        """The names in a list of files; anything else in it is reported."""
        for item in self.items_in(listed):
            if isinstance(item, PlacedText):
                yield item.text.strip(), item.location
            elif item is not None:
                self.reading.report("text-expected", item.location)

    # Goals

    def goals(self) -> GoalsFile:
        value = self.yaml_file(GOALS_FILE)
        used: set[str] = set()
        if value is None:
            names = self.source.names(f"{self.folder}/goals")
            if names and GOALS_FILE not in self.source.names(self.folder):
                self.reading.report("file-missing", Location(f"{self.folder}/{GOALS_FILE}"), path=GOALS_FILE, near="")
            return GoalsFile()
        listed = value.items.pop(terms(KEYS, self.reading.language)["goals"], None)
        value.fields["goals"] = tuple(self.goals_in(listed, 1, used))
        self.report_unlisted("goals", ".md", used, GOALS_FILE)
        return GoalsFile.model_validate(value, context=self.reading)

    def goals_in(self, listed: PlacedValue, level: int, used: set[str]) -> Iterator[Goal]:
        for item in self.items_in(listed):
            if isinstance(item, PlacedText):
                yield self.goal_file(item.text.strip(), item.location, level, used)
            elif isinstance(item, PlacedMapping):
                yield self.goal(item, level, used)
            elif item is not None:
                self.reading.report("mapping-expected", item.location)

    def goal_file(self, name: str, place: Location, level: int, used: set[str]) -> Goal:
        if name in used:
            self.reading.report("goal-listed-twice", place, name=name)
            return Goal(level=level, location=place)
        used.add(name)
        mapping = self.markdown_file("goals", name, place)
        if mapping is None:
            return Goal(id=name, level=level, location=place)
        mapping.fields.setdefault("id", name)
        return self.goal(mapping, level, used)

    def goal(self, mapping: PlacedMapping, level: int, used: set[str]) -> Goal:
        own = terms(KEYS, self.reading.language)
        name = mapping.items.get(own["id"])
        if isinstance(name, PlacedText) and "text" not in mapping.fields:
            mapping = self.with_own_file(mapping, name, used)
        self.take_text(mapping, own["text"])
        below = mapping.items.pop(own["goals"], None)
        if name is None and "id" not in mapping.fields:
            title = mapping.items.get(own["title"])
            mapping.fields["id"] = identifier(title.text) if isinstance(title, PlacedText) else ""
        self.give_ids(mapping.items.get(own["indicators"]), own["name"])
        mapping.fields |= {"level": level, "goals": tuple(self.goals_in(below, level + 1, used))}
        return Goal.model_validate(mapping, context=self.reading)

    def take_text(self, mapping: PlacedMapping, key: str) -> None:
        """A goal's text may stand under a key in goals.yaml, or below the front matter of its file, but once."""
        text = mapping.items.pop(key, None)
        body = mapping.fields.get("text")
        if isinstance(body, Body) and body.blocks and text is not None:
            place = body.blocks[0].location
            self.reading.report("given-twice", mapping.keys[key], key=key, file=place.file, line=place.line)
        elif isinstance(text, PlacedText):
            mapping.fields["text"] = self.body(text.text, Place.of_value(text))
        elif text is not None:
            self.reading.report("text-expected", text.location)

    def with_own_file(self, mapping: PlacedMapping, name: PlacedText, used: set[str]) -> PlacedMapping:
        """A goal that goals.yaml names by id and nests others under, with what its own file says, if it has one."""
        stem = name.text.strip()
        if not IDENTIFIER.fullmatch(stem) or f"{stem}.md" not in self.source.names(f"{self.folder}/goals"):
            return mapping
        if stem in used:
            self.reading.report("goal-listed-twice", name.location, name=stem)
            return mapping
        used.add(stem)
        own = self.markdown_file("goals", stem, name.location)
        if own is None:
            return mapping
        for key, place in own.keys.items():
            if key in mapping.keys:
                there = mapping.keys[key]
                self.reading.report("given-twice", place, key=key, file=there.file, line=there.line)
        own.items = {**own.items, **mapping.items}
        own.keys = {**own.keys, **mapping.keys}
        own.places = {**own.places, **mapping.places}
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
            if value.items.get(own["id"]) is None:
                value.fields["id"] = identity
            rows = value.items.get(own["rows"])
            if _cells(rows, value.items.get(own["columns"])) > MOST_CELLS:
                self.reading.report("table-too-large", value.places[own["rows"]], most=MOST_CELLS)
                value.items[own["rows"]] = PlacedList(value.places[own["rows"]])
            self.give_ids(rows, own["name"])
            yield BudgetTable.model_validate(value, context=self.reading)

    def give_ids(self, listed: PlacedValue, name_key: str) -> None:
        """Gives each row or indicator that has no id one by its name."""
        if not isinstance(listed, PlacedList):
            return
        for item in listed.items:
            if isinstance(item, PlacedMapping) and item.items.get("id") is None:
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

    def markdown_file(self, folder: str, stem: str, place: Location) -> PlacedMapping | None:
        """Front matter with the body as the field `text`. `place` is where the file is named."""
        if not IDENTIFIER.fullmatch(stem):
            self.reading.report("id-form", place, id=stem, right=identifier(stem))
            return None
        path = f"{folder}/{stem}.md"
        full = f"{self.folder}/{path}"
        text, faults = read_text(self.source, full)
        self.reading.found.extend(faults)
        if text is None:
            if not faults:
                names = {each.removesuffix(".md") for each in self.source.names(f"{self.folder}/{folder}")} - {stem}
                self.reading.report("file-missing", place, path=path, near=nearest(stem, names))
            return None
        parts, faults = split_front_matter(text, full)
        self.reading.found.extend(faults)
        value, faults = read_yaml(parts.front, full, parts.front_line)
        self.reading.found.extend(faults)
        if not isinstance(value, PlacedMapping):
            if value is not None:
                self.reading.report("mapping-expected", value.location)
            value = PlacedMapping(Location(full, 1))
        value.location = Location(full, 1, 1, 3)
        value.fields["text"] = self.body(parts.body, Place.of_text(parts.body, Location(full, parts.body_line)))
        return value

    def body(self, text: str, place: Place) -> Body:
        body, faults = read_markdown(text, place, self.picture)
        self.reading.found.extend(faults)
        return body

    def picture(self, path: str) -> bytes | None:
        """A picture's bytes, from below the plan's folder only."""
        if not stays_inside(path):
            return None
        data, faults = read_bytes(self.source, f"{self.folder}/{path}")
        self.reading.found.extend(faults)
        return data

    def report_unlisted(self, folder: str, ending: str, listed: set[str], index: str) -> None:
        """A file that nothing names would silently not be in the plan."""
        for name in self.source.names(f"{self.folder}/{folder}"):
            stem = name.removesuffix(ending)
            if not name.endswith(ending) or stem in listed:
                continue
            place = Location(f"{self.folder}/{folder}/{name}")
            if IDENTIFIER.fullmatch(stem):
                self.reading.report("file-unlisted", place, name=stem, index=index)
            else:
                self.reading.report("file-name-form", place, name=name, right=identifier(stem) + ending, index=index)
