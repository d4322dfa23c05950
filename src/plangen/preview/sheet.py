"""One plan in the preview: examined anew when something of it has changed, with the last good page kept.

Where nothing can keep the new page from being shown, it is shown before the rules across the plan have been asked, with
the faults of before; what they find comes a moment later.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path

from plangen.brand.brand import Brand
from plangen.build import Examined, drafted, job, judged, timestamp_of, write
from plangen.dataclass import dataclass, replace
from plangen.diagnostics import Diagnostic, PlangenError, Severity
from plangen.document.document import Document
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

    def examine(self) -> Iterator[View]:
        """The view of the plan as its files are now, perhaps one with the faults of before first.

        Whatever is wrong is told in it; nothing is raised.
        """
        try:
            for view in self._examined():
                self.view = view
                yield view
        except PlangenError as error:
            self.view = self._without_page(self.speech.fault(error, self._words))
            yield self.view
        except Exception:
            # A fault of plangen itself must not end the preview, nor hide: the terminal has all of it.
            traceback.print_exc(file=sys.stderr)
            self.view = self._without_page(self._words.preview["broken"])
            yield self.view

    @property
    def _words(self) -> Catalogue:
        return catalogue(self.view.language)

    def _examined(self) -> Iterator[View]:
        if PLAN_FILE not in self.source.names(self.folder):
            yield self._without_page(self._words.preview["gone"].format(folder=self.folder))
            return
        brand, faults = read_brand(self.source, self.folder)
        draft = drafted(self.source, self.folder, brand, self.recall, beside=faults)
        page = ""
        if draft.sure and draft.plan is not None and draft.document is not None:
            page = _page(draft.document, brand)
            yield replace(self.view, language=draft.plan.language, page=page, places=places_of(draft.document))
        examined = judged(draft)
        if not page and examined.sound and examined.document is not None:
            page = _page(examined.document, brand)
        yield self._told(examined, page)

    def _told(self, examined: Examined, page: str) -> View:
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
        return replace(told, page=page) if page else told

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


def _page(document: Document, brand: Brand) -> str:
    return write(job(document, brand, timestamp_of(document, None)), "html").decode()
