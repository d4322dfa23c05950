"""The start page: the plans of the repository by their titles, each a link to its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field

from plangen.dataclass import dataclass
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE, LANGUAGES, catalogue
from plangen.locale.vocabulary import KEYS, terms
from plangen.preview.desk import name_of
from plangen.preview.view import View
from plangen.readers.recalled import RecalledReaders
from plangen.readers.text_file import read_text
from plangen.source.placed import PlacedMapping, PlacedText, PlacedValue
from plangen.source.plans import PLAN_FILE
from plangen.source.recall import Recall
from plangen.source.source import Source
from plangen.templates.environment import render_page


@dataclass(frozen=True, slots=True)
class Start:
    """What the start page is made of. `folders` tells the plans there are now."""

    source: Source
    folders: Callable[[], tuple[str, ...]]
    language: str = DEFAULT_LANGUAGE
    recall: Recall = field(default_factory=Recall)

    def examine(self) -> Iterator[View]:
        """The page as the plans are now."""
        self.recall.next_round()
        words = catalogue(self.language)
        plans = [{"name": name_of(folder), "folder": folder, "title": self._title(folder)} for folder in self.folders()]
        values = {"language": words.tag, "labels": words.preview, "plans": plans}
        yield View(words.language, render_page("preview/start.html.j2", values, autoescape=True))

    def _title(self, folder: str) -> str:
        """A plan's title with its body and year, as far as its file tells them."""
        file = f"{folder}/{PLAN_FILE}"
        try:
            text, _ = read_text(self.source, file)
        except PlangenError:
            return ""
        value, _ = RecalledReaders(self.recall).yaml(text or "", file)
        if not isinstance(value, PlacedMapping):
            return ""
        parts = (_text(value, term) for term in ("title", "body"))
        return " – ".join(part for part in parts if part)


def _text(mapping: PlacedMapping, term: str) -> str:
    given: list[PlacedValue] = [mapping.items.get(terms(KEYS, language)[term]) for language in LANGUAGES]
    return next((each.text.strip() for each in given if isinstance(each, PlacedText)), "")
