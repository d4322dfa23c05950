"""goals.yaml and the files of goals/ to goals, with their ids and levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated

from plangen.dataclass import dataclass
from plangen.diagnostics import Location
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.goal import Goal, Levels, Shown
from plangen.model.identifiers import IDENTIFIER, id_meant, identifier
from plangen.model.indicator import IndicatorColumns
from plangen.model.record import Reading, Record
from plangen.model.text import Body
from plangen.model.written import Written
from plangen.readers.place import Place
from plangen.readers.plan_files import PlanFiles, give_ids, stem_misnamed
from plangen.source.placed import PlacedList, PlacedMapping, PlacedText, PlacedValue, texts

GOALS_FILE = "goals.yaml"


class GoalsFile(Record):
    """What stands in goals.yaml."""

    levels: Levels = ()
    indicator_columns: IndicatorColumns = ()
    indicators_shown: Shown = "with_goal"
    goals: Annotated[tuple[Goal, ...], Written("goals")] = ()


@dataclass(frozen=True, slots=True)
class GoalsReader:
    """Reads the goals of one plan."""

    files: PlanFiles
    listed: set[str] = field(default_factory=set)

    @property
    def reading(self) -> Reading:
        """Where faults go."""
        return self.files.reading

    def _misnamed(self, name: str) -> bool:
        """Whether a file is the goals' under another ending, which is told."""
        stem, _, ending = GOALS_FILE.partition(".")
        return stem_misnamed(name, f".{ending}") == stem and bool(self.files.report_ending("", name, f".{ending}"))

    def read(self) -> GoalsFile:
        """What goals.yaml says, and the files that it names."""
        value = self.files.yaml_file(GOALS_FILE)
        used: set[str] = set()
        if value is None:
            names = self.files.source.names(f"{self.files.folder}/goals")
            own = self.files.source.names(self.files.folder)
            if names and GOALS_FILE not in own and not any(self._misnamed(each) for each in own):
                self.reading.report(
                    "file-missing", Location(f"{self.files.folder}/{GOALS_FILE}"), path=GOALS_FILE, near=""
                )
            return GoalsFile()
        listed = value.items.pop(terms(KEYS, self.reading.language)["goals"], None)
        self.listed.update(each.text.strip() for each in texts(listed))
        value.fields["goals"] = tuple(self._goals_in(listed, 1, used))
        self.files.report_unlisted("goals", ".md", used, GOALS_FILE)
        return GoalsFile.read(value, self.reading)

    def _goals_in(self, listed: PlacedValue, level: int, used: set[str]) -> Iterator[Goal]:
        for item in self.files.items_in(listed, of_records=True):
            if isinstance(item, PlacedText):
                name = self.files.named("goals", item.text.strip(), item.location)
                yield self._goal_file(name, item.location, level, used)
            elif isinstance(item, PlacedMapping):
                yield self._goal(item, level, used)
            elif item is not None:
                self.reading.report("mapping-expected", item.location)

    def _goal_file(self, name: str, place: Location, level: int, used: set[str]) -> Goal:
        if name in used:
            self.reading.report("goal-listed-twice", place, name=name)
            return Goal(level=level, location=place)
        used.add(name)
        mapping = self.files.markdown_file("goals", name, place, self.listed)
        if mapping is None:
            return Goal(id=id_meant(name), level=level, location=place)
        mapping.fields.setdefault("id", name)
        return self._goal(mapping, level, used)

    def _goal(self, mapping: PlacedMapping, level: int, used: set[str]) -> Goal:
        own = terms(KEYS, self.reading.language)
        name = mapping.items.get(own["id"])
        if isinstance(name, PlacedText) and "text" not in mapping.fields:
            mapping = self._with_own_file(mapping, name, used)
        self._take_text(mapping, own["text"])
        below = mapping.items.pop(own["goals"], None)
        if name is None and "id" not in mapping.fields:
            title = mapping.items.get(own["title"])
            mapping.fields["id"] = identifier(title.text) if isinstance(title, PlacedText) else ""
        indicators = mapping.items.get(own["indicators"])
        for listed in (indicators, mapping.items.get(own["activities"]), *_groups(indicators, own["groups"])):
            give_ids(listed, own["name"])
        mapping.fields |= {"level": level, "goals": tuple(self._goals_in(below, level + 1, used))}
        return Goal.read(mapping, self.reading)

    def _take_text(self, mapping: PlacedMapping, key: str) -> None:
        """A goal's text may stand under a key in goals.yaml, or below the front matter of its file, but once."""
        text = mapping.items.pop(key, None)
        body = mapping.fields.get("text")
        if isinstance(body, Body) and body.blocks and text is not None:
            place = body.blocks[0].location
            self.reading.report("given-twice", mapping.keys[key], key=key, file=place.file, line=place.line)
        elif isinstance(text, PlacedText):
            mapping.fields["text"] = self.files.body(text.text, Place.of_value(text))
        elif text is not None:
            self.reading.report("text-expected", text.location)

    def _with_own_file(self, mapping: PlacedMapping, name: PlacedText, used: set[str]) -> PlacedMapping:
        """A goal that goals.yaml names by id and nests others under, with what its own file says, if it has one."""
        stem = name.text.strip()
        if not IDENTIFIER.fullmatch(stem) or f"{stem}.md" not in self.files.source.names(f"{self.files.folder}/goals"):
            return mapping
        if stem in used:
            self.reading.report("goal-listed-twice", name.location, name=stem)
            return mapping
        used.add(stem)
        own = self.files.markdown_file("goals", stem, name.location, self.listed)
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


def _groups(indicators: PlacedValue, key: str) -> Iterator[PlacedValue]:
    """The groups of each indicator."""
    if isinstance(indicators, PlacedList):
        yield from (each.items.get(key) for each in indicators.items if isinstance(each, PlacedMapping))
