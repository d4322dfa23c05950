"""The schemas of every kind of file that writers edit, and which files each is for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from plangen.dataclass import dataclass
from plangen.model.budget import BudgetTable
from plangen.model.goal import Goal
from plangen.model.plan import Plan, Section
from plangen.model.record import Record
from plangen.readers.brand import BRAND_FILE, BrandFile
from plangen.readers.goals import GoalsFile
from plangen.schema.records import schema_of

CONTENT = "content"
ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its name, the record that it holds, and where in a plan's folder such files are.

    Front matter is a part of a file, and stands in no file that an editor could know it by.
    """

    name: str
    record: type[Record]
    files: tuple[str, ...] = ()
    front_matter: str = ""


KINDS = (
    Kind("plan", Plan, files=("plan.yaml",)),
    Kind("goals", GoalsFile, files=("goals.yaml",)),
    Kind("budget", BudgetTable, files=("budget/*.yaml", "budget/*.yml")),
    Kind("brand", BrandFile, files=("brand.yaml",)),
    Kind("goal", Goal, front_matter="goals"),
    Kind("section", Section, front_matter="sections"),
)


def schema_files(languages: Iterable[str]) -> dict[str, bytes]:
    """The schemas in some languages, by their names: `sv/plan.json`."""
    return {
        f"{language}/{kind.name}{ENDING}": _text(schema_of(kind.record, language)).encode()
        for language in languages
        for kind in KINDS
    }


def bindings(language: str, others: Mapping[str, str], folder: str = "schemas") -> dict[str, list[str]]:
    """Which files an editor holds to which schema: the value of `yaml.schemas` in its settings.

    All plans are in one `language` but those of some `others`: projects, by their folder, with their language.
    """
    bound: dict[str, list[str]] = {}
    for kind in (each for each in KINDS if each.files):
        own = [f"{CONTENT}/*/{file}" for file in kind.files]
        own += [BRAND_FILE] if kind.record is BrandFile else []
        apart = {place: [f"{place}/{file}" for file in own] for place in others}
        bound[f"./{folder}/{language}/{kind.name}{ENDING}"] = [
            *own,
            *(f"!{each}" for place in others for each in apart[place]),
        ]
        for place, other in others.items():
            bound.setdefault(f"./{folder}/{other}/{kind.name}{ENDING}", []).extend(apart[place])
    return bound


def _text(schema: object) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
