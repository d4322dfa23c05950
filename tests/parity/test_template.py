"""The real plan in the default Word template says what it says without one, on the same pages."""

from __future__ import annotations

from functools import cache

from tests.repository import PROJECT

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, write
from plangen.locale.catalogue import catalogue
from plangen.source.source import Folder
from plangen.word.template import FilledTemplate
from plangen.writers.docx.default_template import default_template

from .files import PLACES, REAL, built, said, told
from .read_docx import contents_pages


class Beside:
    """The project with a file more."""

    def __init__(self, path: str, content: bytes) -> None:
        self.folder, self.path, self.content = Folder(PROJECT), path, content

    def read(self, path: str) -> bytes | None:
        return self.content if path == self.path else self.folder.read(path)

    def names(self, folder: str) -> tuple[str, ...]:
        place, _, name = self.path.rpartition("/")
        return (name,) if folder == place else self.folder.names(folder)


@cache
def in_template() -> bytes:
    source = Beside("templates/docx/mall.docx", default_template(DEFAULT, catalogue("sv")))
    examined = examine(source, PLACES[REAL].relative_to(PROJECT).as_posix())
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    assert isinstance(examined.template, FilledTemplate)
    work = job(examined.document, DEFAULT, timestamp_of(examined.document, None), examined.template)
    return write(work, "docx")


def test_the_default_template_changes_nothing_that_is_said() -> None:
    assert said(in_template(), "docx") == told(REAL, "docx")


def test_the_contents_list_names_the_same_pages() -> None:
    assert contents_pages(in_template()) == contents_pages(built(REAL)["docx"])
    assert all(contents_pages(in_template()))
