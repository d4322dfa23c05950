"""The findings of a plan without those that only follow from another: one mistake is told once, where it is mended.

A file that can't be read is missed by all that refers to it; a role that isn't known leaves a table without its sums.
Who mends the one is rid of the other, and would be led astray by it. Faults that don't follow from each other all stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cached_property
from pathlib import PurePosixPath

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, Severity
from plangen.locale.vocabulary import KEYS, terms
from plangen.model.budget import BudgetTable
from plangen.model.goal import every_goal
from plangen.model.plan import Plan

LOST_LINES = frozenset({"yaml-anchor", "yaml-form", "yaml-key-not-text"})
LOST_FILE = frozenset(
    {
        *LOST_LINES,
        *("file-empty", "file-missing", "file-name-form", "file-too-large", "file-too-long", "file-unlisted"),
        *("file-ending", "front-matter-missing", "git-lfs", "utf-16"),
        *("id-form", "markdown-too-much", "not-utf8", "yaml-too-deep", "yaml-too-much", "yaml-unreadable"),
    }
)
"""Faults by which a file, or something of it, isn't read."""

ABSENCE = frozenset(
    {
        *("abbreviation-unused", "frame-unplaced", "goal-unplaced", "goals-unplaced", "left-out", "section-unplaced"),
        "table-unplaced",
    }
)
"""That something isn't there, which may stand in what wasn't read."""

UNREAD = frozenset(
    {
        *LOST_LINES,
        *("dash-missing", "duplicate-key", "key-elsewhere", "key-in-other-language", "list-expected"),
        *(
            "mapping-expected",
            "field-empty",
            "missing-field",
            "number-too-long",
            "number-unreadable",
            "record-expected",
            "text-expected",
        ),
        *(
            "column-lost",
            "unknown-column",
            "unknown-key",
            "unknown-row",
            "unknown-word",
            "yaml-quote-colon",
            "yaml-too-deep",
        ),
        *("yaml-too-much", "yaml-unreadable", "yaml-comma-splits", "yaml-comment-cuts"),
        *("not-utf8", "utf-16", "git-lfs", "file-empty", "file-ending", "file-too-large", "file-too-long"),
    }
)
"""Faults by which a part of a record isn't what its author meant."""

FIGURES = frozenset(
    {
        *("amount-missing", "closing-twice", "closing-without-opening", "column-beyond-rounding", "column-differs"),
        *("column-not-summable", "column-perhaps-rounded", "counted-twice", "decimals-lost", "group-has-figure"),
        *("item-below-total", "item-not-counted", "key-without-role", "kinds-added", "opening-twice"),
        *("percent-of-nothing", "row-beyond-rounding", "row-differs", "row-not-summable", "row-perhaps-rounded"),
        *("share-of-zero", "share-without-total", "sign-differs", "sign-undeclared", "sum-empty", "units-differ"),
        *("year-twice", "kinds-of-year"),
    }
)
"""Faults of figures and roles of a table, which follow from what isn't read there."""

MISSPELT = frozenset({"unknown-key", "unknown-indicator-key", "key-in-other-language"})

SHAPELESS = frozenset(
    {
        *LOST_LINES,
        *("dash-missing", "list-expected", "mapping-expected", "record-expected", "yaml-comma-splits"),
        *("yaml-comment-cuts", "yaml-too-deep", "yaml-too-much", "yaml-unreadable"),
    }
)
"""Faults of form, in which any field of a record may be lost."""

LACKING = {"source-missing": "source", "target-missing": "target"}
"""What an indicator lacks, which may stand in what isn't read of it."""

FRAME = frozenset({"frame-differs", "frame-unit", "frame-without-total"})


def without_echoes(found: Iterable[Diagnostic], plan: Plan) -> tuple[Diagnostic, ...]:
    """The findings that don't follow from others."""
    found = tuple(found)
    causes = _Causes(found, plan)
    rules: tuple[Callable[[Diagnostic], bool], ...] = (
        causes.absent,
        causes.unlisted,
        causes.unreferred,
        causes.unexpressed,
        causes.unreckoned,
        causes.unframed,
        causes.uncounted,
        causes.noted,
        causes.illegible,
        causes.goals_and_decision,
        causes.twice,
        causes.lacking,
    )
    return tuple(each for each in found if not any(follows(each) for follows in rules))


@dataclass(frozen=True)
class _Causes:
    """What was found, by what others may follow from. Each rule says whether a finding follows from another."""

    found: tuple[Diagnostic, ...]
    plan: Plan

    @cached_property
    def lost(self) -> Set[str]:
        """The names of files that were not read, or not in whole."""
        names: set[str] = set()
        for each in self.of(LOST_FILE):
            given = dict(each.parameters)
            names |= {PurePosixPath(each.location.file).stem, PurePosixPath(given.get("path", "")).stem}
            names |= {given.get("name", ""), given.get("id", ""), given.get("right", ""), *_near(each)}
        return names - {""}

    @cached_property
    def tables_at_fault(self) -> dict[str, BudgetTable]:
        """The tables of which not everything is read, by id."""
        files = {each.location.file for each in self.of(UNREAD)}
        return {table.id: table for table in self.plan.tables if table.location.file in files}

    @cached_property
    def errors(self) -> Mapping[str, Mapping[str, Sequence[Diagnostic]]]:
        """The errors by code and file; there may be thousands of a code."""
        by_code: defaultdict[str, defaultdict[str, list[Diagnostic]]] = defaultdict(lambda: defaultdict(list))
        for each in self.found:
            if each.severity >= Severity.ERROR:
                by_code[each.code][each.location.file].append(each)
        return by_code

    def of(self, codes: Set[str]) -> tuple[Diagnostic, ...]:
        """The errors with one of some codes."""
        met = (self.errors[code] for code in sorted(codes & self.errors.keys()))
        return tuple(each for files in met for errors in files.values() for each in errors)

    def of_file(self, code: str, file: str) -> Sequence[Diagnostic]:
        """The errors with a code in a file."""
        return self.errors.get(code, {}).get(file, ())

    def any_in(self, codes: Set[str], file: str) -> bool:
        """Whether a file has an error with one of some codes."""
        return any(file in self.errors[code] for code in codes & self.errors.keys())

    @cached_property
    def files_meant(self) -> Set[str]:
        """The names of files that are misspelt where they are listed."""
        return {name for other in self.of(frozenset({"file-missing"})) for name in _near(other)}

    @cached_property
    def unknown_units(self) -> tuple[Set[str], Set[Location]]:
        """Units that are not known, and where they stand."""
        unknown = [other for other in self.found if other.code == "unit-unknown"]
        return {dict(other.parameters)["unit"] for other in unknown}, {other.location for other in unknown}

    @cached_property
    def notes_meant(self) -> Set[tuple[str, str]]:
        """The files and marks of notes that are misspelt where they are referred to."""
        unknown = self.of(frozenset({"note-unknown", "note-colon"}))
        turned = (other for other in self.found if other.code == "note-mark-turned")
        return {
            *((other.location.file, name) for other in unknown for name in _near(other)),
            *((other.location.file, dict(other.parameters)["mark"]) for other in turned),
        }

    @cached_property
    def unquoted(self) -> Set[Location]:
        """Where a mark has no quotation marks."""
        return {other.location for other in self.of(frozenset({"yaml-quote-mark"}))}

    @cached_property
    def illegible_lines(self) -> Set[tuple[str, int]]:
        """The lines with a character that can't be there."""
        return {_line(other.location) for other in self.of(frozenset({"character-forbidden"}))}

    @cached_property
    def taken(self) -> Set[str]:
        """The ids that are given twice."""
        return {dict(other.parameters)["id"] for other in self.of(frozenset({"duplicate-id"}))}

    @cached_property
    def indicators(self) -> Mapping[str, Sequence[int]]:
        """The lines of each file on which the names of indicators stand, in order."""
        lines: defaultdict[str, set[int]] = defaultdict(set)
        for goal in every_goal(self.plan.goals):
            for place in (each.place("name") for each in goal.indicators):
                lines[place.file].add(place.line)
        return {file: sorted(found) for file, found in lines.items()}

    def absent(self, each: Diagnostic) -> bool:
        if each.code not in ABSENCE:
            return False
        misspelt = self.of(frozenset({"unknown-table"})) if each.code == "table-unplaced" else ()
        table = dict(each.parameters).get("table", "")
        return bool(self.lost) or any(not _near(other) or table in _near(other) for other in misspelt)

    def unlisted(self, each: Diagnostic) -> bool:
        """A file whose name is misspelt where it is listed isn't listed; nor are those of a list that isn't read."""
        if each.code != "file-unlisted":
            return False
        given = dict(each.parameters)
        index = f"{PurePosixPath(each.location.file).parent.parent}/{given['index']}"
        if self.unlisting(index):
            return True
        return given["name"] in self.files_meant or self.any_in(
            LOST_LINES | {"not-utf8", "utf-16", "git-lfs", "yaml-unreadable"}, index
        )

    def unlisting(self, index: str) -> bool:
        """Whether a list of files isn't found in a file: its key is misspelt, or is none in the language there is."""
        own = terms(KEYS, self.plan.language)
        lists = {own[term] for term in ("foreword", "sections", "appendices", "goals")}
        keys = (each for code in ("unknown-key", "key-in-other-language") for each in self.of_file(code, index))
        meant = {name for each in keys for name in (*_near(each), dict(each.parameters).get("instead", ""))}
        return bool(lists & meant or self.of(frozenset({"language-unknown"})))

    def unreferred(self, each: Diagnostic) -> bool:
        """What isn't read can't be referred to; an id that is like no other may stand in it."""
        if each.code != "unknown-reference" or not self.lost:
            return False
        return dict(each.parameters)["target"] in self.lost or not _near(each)

    def unexpressed(self, each: Diagnostic) -> bool:
        """An expression can't find what isn't read of a table."""
        if each.code not in ("expression-unknown", "expression-no-value", "expression-nothing"):
            return False
        given = dict(each.parameters)
        for name, table in self.tables_at_fault.items():
            asked = f"budget.{name.replace('-', '_')}."
            named = {row.id.replace("-", "_") for row in table.rows} | {column.id for column in table.columns}
            lost = self.any_in(LOST_LINES | {"field-empty", "missing-field"}, table.location.file) or not table.rows
            if asked in given.get("source", "").replace("-", "_") and (lost or given.get("name") in named):
                return True
        return False

    def unreckoned(self, each: Diagnostic) -> bool:
        file = each.location.file
        if each.code == "unknown-column" and "column" in dict(each.parameters):
            return self.any_in(LOST_LINES | {"yaml-bracket-open"}, file)
        return each.code in FIGURES and any(table.location.file == file for table in self.tables_at_fault.values())

    def unframed(self, each: Diagnostic) -> bool:
        """A frame that isn't read, or whose table isn't, can't be compared."""
        frame = self.plan.frame
        if each.code not in FRAME or frame is None:
            return False
        own = {frame.place(name) for name in ("amount", "unit", "row", "column", "table")}
        others = (other for other in self.found if other.severity >= Severity.ERROR and other.code not in FRAME)
        return frame.table in self.tables_at_fault or any(other.location in own for other in others)

    def uncounted(self, each: Diagnostic) -> bool:
        """A unit that isn't known can't be converted."""
        units, places = self.unknown_units
        if each.code == "expression-unit":
            unit = dict(each.parameters)["unit"]
            return unit in units or (not unit and "table-without-unit" in self.errors)
        return each.code == "frame-unit" and each.location in places

    def noted(self, each: Diagnostic) -> bool:
        """A note that is misspelt is not used; a mark without quotation marks is told of already."""
        file = each.location.file
        if each.code == "note-unused":
            return (file, dict(each.parameters)["mark"]) in self.notes_meant or self.any_in(LOST_LINES, file)
        if each.code == "mark-without-note":
            return each.location in self.unquoted
        return each.code == "caption-without-table" and self.any_in(frozenset({"table-line", "table-tabs"}), file)

    def illegible(self, each: Diagnostic) -> bool:
        """What stands on a line with a character that can't be there isn't what its author meant."""
        own = ("character-forbidden", "yaml-hard-space")
        return each.code not in own and _line(each.location) in self.illegible_lines

    def goals_and_decision(self, each: Diagnostic) -> bool:
        """A level or a decision that isn't read in full lacks something."""
        if each.code not in ("goal-level-unnamed", "decision-missing"):
            return False
        folder = self.plan.location.file.rpartition("/")[0]
        file = "goals.yaml" if each.code == "goal-level-unnamed" else "plan.yaml"
        return self.any_in(UNREAD, f"{folder}/{file}")

    def twice(self, each: Diagnostic) -> bool:
        """What has an id that another has is taken for that, and so is all that it consists of."""
        return each.code == "placed-twice" and dict(each.parameters)["name"].partition("--")[0] in self.taken

    def lacking(self, each: Diagnostic) -> bool:
        """What an indicator lacks may be what isn't read between its name and the name of the next.

        A key that is misspelt may be that of the field, unless it is like another; a value at fault is that of its own.
        """
        file, line = each.location.file, each.location.line
        if each.code not in LACKING or not self.any_in(SHAPELESS | MISSPELT | UNREAD, file):
            return False
        end = next((at for at in self.indicators.get(file, ()) if at > line), None)
        inside = [
            other
            for code in sorted(SHAPELESS | MISSPELT | UNREAD)
            for other in self.of_file(code, file)
            if line <= other.location.line and (end is None or other.location.line < end)
        ]
        own = self.places_of(LACKING[each.code], each.location)
        return any(
            other.code in SHAPELESS
            or other.location in own
            or (other.code in MISSPELT and self.may_be(other, LACKING[each.code]))
            for other in inside
        )

    def may_be(self, misspelt: Diagnostic, term: str) -> bool:
        """Whether a misspelt key may be meant as that of a field of an indicator, or of a column that it fills."""
        meant = {*_near(misspelt), dict(misspelt.parameters).get("instead", "")} - {""}
        return not meant or bool(meant & {terms(KEYS, self.plan.language)[term], *self.columns_of(term)})

    def columns_of(self, term: str) -> Set[str]:
        """The keys of the plan's columns of indicators with that role."""
        return {each.id for each in self.plan.indicator_columns if each.meaning(self.plan.language) == term}

    def places_of(self, term: str, name: Location) -> Set[Location]:
        """Where an indicator, whose name stands at a place, has what it has of a field."""
        columns = self.columns_of(term)
        own = [one for goal in every_goal(self.plan.goals) for one in goal.indicators if one.place("name") == name]
        places = {each.places[term] for each in own if term in each.places}
        return places | {cell.place for each in own for cell in each.cells if cell.key in columns}


def _near(each: Diagnostic) -> tuple[str, ...]:
    """What a finding says was meant."""
    return tuple(name for name in dict(each.parameters).get("near", "").split(", ") if name)


def _line(place: Location) -> tuple[str, int]:
    return place.file, place.line
