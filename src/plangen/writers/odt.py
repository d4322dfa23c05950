"""A job -> OpenDocument text (ODT), which pandoc writes from its own tree of the document.

Pandoc comes with the extra `plangen[pandoc]`. It runs in its sandbox, with the tree as its only input, and dates the
file as it is told, so that the same document gives the same bytes.
"""

from __future__ import annotations

import os
import subprocess
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from zipfile import ZipFile

from plangen.brand.brand import Logo
from plangen.dataclass import replace
from plangen.diagnostics import PlangenError
from plangen.document.inlines import Image
from plangen.typesetting.raster import drawings_in_pixels
from plangen.writers.job import Job
from plangen.writers.odt_contents import with_contents
from plangen.writers.odt_lists import parted_at_tables
from plangen.writers.odt_looks import with_heading_looks, with_looks
from plangen.writers.odt_pages import with_pages
from plangen.writers.odt_styles import with_styles
from plangen.writers.odt_tables import completed
from plangen.writers.pandoc_tree import pandoc_tree

LONGEST = 120
"""Seconds that pandoc may take. A plan takes one."""


def write(job: Job) -> bytes:
    """The ODT of a job. Raises PlangenError where pandoc isn't there, or fails."""
    fonts = job.brand.fonts
    blocks = tuple(drawings_in_pixels(block, fonts) for block in parted_at_tables(job.document.blocks))
    document = replace(job.document, blocks=blocks)
    arguments = ("--from=json", "--to=odt", "--sandbox", "--output=-")
    return _finished(_run(arguments, pandoc_tree(document, _logo(job.brand.logo)), _environment(job)), job)


def _logo(of: Logo | None) -> Image | None:
    return Image(of.data, of.media_type, of.alternative, of.size[0]) if of else None


def _finished(data: bytes, job: Job) -> bytes:
    """The file with its tables and its looks completed; every part keeps its name, its place and its date."""
    result = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(result, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "content.xml":
                content = with_heading_looks(with_looks(completed(content), job.brand), job.document)
                content = with_pages(with_contents(content, job.document, job.typeset().pages))
            elif part.filename == "styles.xml":
                content = with_styles(content, job.brand, job.document.metadata)
            new.writestr(part, content)
    return result.getvalue()


def _environment(job: Job) -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": str(int(job.timestamp.timestamp()))}


def _run(arguments: tuple[str, ...], tree: bytes, environment: dict[str, str]) -> bytes:
    command = (_pandoc(), *arguments)
    try:
        done = subprocess.run(command, input=tree, capture_output=True, env=environment, timeout=LONGEST, check=True)
    except (OSError, subprocess.SubprocessError) as fault:
        said = getattr(fault, "stderr", None) or str(fault).encode()
        raise PlangenError("pandoc-failed", reason=said.decode("utf-8", "replace").strip()) from fault
    return done.stdout


def _pandoc() -> str:
    """The path of the program that comes with pypandoc."""
    if find_spec("pypandoc") is None:
        raise PlangenError("pandoc-missing")
    try:
        path: str = import_module("pypandoc").get_pandoc_path()
    except OSError as fault:
        raise PlangenError("pandoc-missing") from fault
    return path
