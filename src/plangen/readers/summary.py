"""`plan.yaml` alone to what a list of plans tells: title, year, status and language. Nothing else is read."""

from __future__ import annotations

from plangen.dataclass import dataclass
from plangen.diagnostics import Diagnostic, Location, error
from plangen.document.walk import plain_text
from plangen.locale.vocabulary import KEYS, terms, words
from plangen.readers.language import plan_language
from plangen.readers.markdown import read_inline
from plangen.readers.place import Place
from plangen.readers.plan_files import without_fields
from plangen.readers.text_file import read_text
from plangen.readers.yaml import read_yaml
from plangen.source.placed import PlacedMapping, PlacedText
from plangen.source.plans import PLAN_FILE
from plangen.source.source import Source


@dataclass(frozen=True, slots=True)
class Summary:
    """What a plan says of itself, "" for what it doesn't say. `status` is a term of the vocabulary, or ""."""

    title: str
    year: str
    status: str
    language: str

    @property
    def complete(self) -> bool:
        """Whether there is a title, a year and a known status."""
        return bool(self.title and self.year and self.status)


def read_summary(source: Source, folder: str) -> tuple[Summary | None, tuple[Diagnostic, ...]]:
    """The summary of the plan in a folder, and the faults of its file's form. None where the file can't be read."""
    file = f"{folder}/{PLAN_FILE}"
    text, found = read_text(source, file)
    if text is None:
        return None, found or (error("file-missing", Location(file), path=PLAN_FILE, near=""),)
    value, found = read_yaml(text, file)
    if not isinstance(value, PlacedMapping):
        return None, found or (without_fields(value, file),)
    language, faults = plan_language(value)
    title, year, status = (value.items.get(terms(KEYS, language)[each]) for each in ("title", "year", "status"))
    known = words("status", language)
    summary = Summary(
        title=_plain(title) if isinstance(title, PlacedText) else "",
        year=year.text.strip() if isinstance(year, PlacedText) else "",
        status=known.get(status.text.strip(), "") if isinstance(status, PlacedText) else "",
        language=language,
    )
    return summary, (*found, *faults)


def _plain(title: PlacedText) -> str:
    rich, _ = read_inline(title.text, Place.of_value(title))
    return plain_text(rich.inlines)
