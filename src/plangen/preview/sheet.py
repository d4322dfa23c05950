"""One plan in the preview: examined anew when something of it has changed, with the last good page kept."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from plangen.build import Examined, examine, job, timestamp_of, write
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.locale.catalogue import DEFAULT_LANGUAGE, Catalogue, catalogue
from plangen.preview.links import Editors
from plangen.preview.places import Places, places_of
from plangen.preview.speech import Speech
from plangen.preview.view import Fault, View
from plangen.readers.brand import read_brand
from plangen.readers.text_file import read_lines
from plangen.source.plans import PLAN_FILE
from plangen.source.recall import Recall
from plangen.source.source import Source


@dataclass(slots=True)
class Sheet:
    """A plan by its folder. `root` is where the source's files lie on this machine."""

    source: Source
    root: Path
    folder: str
    speech: Speech
    view: View = field(default_factory=lambda: View(DEFAULT_LANGUAGE))
    web: str = ""
    recall: Recall = field(default_factory=Recall)

    def examine(self) -> View:
        """The view of the plan as its files are now. Whatever is wrong is told in it; nothing is raised."""
        try:
            self.view = self._examined()
        except PlangenError as error:
            self.view = self._without_page(self.speech.fault(error, self._words))
        except Exception:
            # A fault of plangen itself must not end the preview, nor hide: the terminal has all of it.
            traceback.print_exc(file=sys.stderr)
            self.view = self._without_page(self._words.preview["broken"])
        return self.view

    @property
    def _words(self) -> Catalogue:
        return catalogue(self.view.language)

    def _examined(self) -> View:
        if PLAN_FILE not in self.source.names(self.folder):
            return self._without_page(self._words.preview["gone"].format(folder=self.folder))
        brand, faults = read_brand(self.source, self.folder)
        examined = examine(self.source, self.folder, brand, self.recall, beside=faults)
        sound = examined.sound
        if examined.plan is not None and (sound or examined.plan.edited_at):
            self.web = examined.plan.edited_at
        language = examined.plan.language if examined.plan else self.view.language
        found = examined.diagnostics
        told = replace(
            self.view,
            language=language,
            places=self._places(examined, sound),
            faults=tuple(self._faults(found, catalogue(language))),
            summary=self.speech.counts(found, catalogue(language)) if found else "",
        )
        if not sound or examined.document is None:
            return told
        made = job(examined.document, brand, timestamp_of(examined.document, None))
        return replace(told, page=write(made, "html").decode())

    def _places(self, examined: Examined, sound: bool) -> Places:
        """Where elements of the page shown stand now: while it is of an earlier state, as far as the new one tells."""
        found = places_of(examined.document) if examined.document else {}
        return found if sound else {**self.view.places, **found}

    def _faults(self, found: tuple[Diagnostic, ...], words: Catalogue) -> Iterator[Fault]:
        editors = Editors(self.root, self.web, words)
        for each in sorted(found, key=lambda each: -each.severity):
            text = "\n".join(self.speech.report((each,), words, self._lines)).rstrip()
            yield Fault(text, each.severity, editors.links(each.location))

    def _lines(self, path: str) -> tuple[str, ...]:
        return read_lines(self.source, path)

    def _without_page(self, text: str) -> View:
        """That something is wrong beside the content, over the page that was there."""
        return replace(self.view, faults=(Fault(text, Severity.ERROR),), summary=self._words.preview["stopped"])
