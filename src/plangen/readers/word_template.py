"""Which Word template a plan is written into, and that template read.

One lies in `templates/docx/` for all plans, or the plan names one, there or in its own folder. Without any the document
is plangen's own.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from plangen.diagnostics import Diagnostic, Location, error, nearest
from plangen.model.plan import Plan
from plangen.readers.text_file import read_bytes
from plangen.source.plans import PLAN_FILE, WORD_TEMPLATES
from plangen.source.source import Source, stays_inside
from plangen.word.template import WordTemplate, read_template

ENDINGS = (".docx", ".dotx")
MEANT = frozenset({*ENDINGS, ".docm", ".dotm", ".doc", ".dot", ".odt", ".ott", ".rtf"})
"""Endings of files that are meant for a template, though some can't be one; reading says why."""

LOCK = "~$"
"""How the files begin that Word keeps beside an open document."""


def read_word_template(source: Source, plan: Plan, folder: str) -> tuple[WordTemplate | None, tuple[Diagnostic, ...]]:
    """The template of the plan in a folder, and what is wrong with it; None without a fault where there is none."""
    path, found = _chosen(source, plan, folder)
    if not path:
        return None, found
    data, found = read_bytes(source, path)
    if data is None:
        return None, found
    return read_template(data, path)


def _chosen(source: Source, plan: Plan, folder: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The path of the template, "" where there is none."""
    shared = tuple(name for name in source.names(WORD_TEMPLATES) if _is_meant(name))
    named = plan.word_template
    if named:
        own = tuple(name for name in source.names(folder) if _is_meant(name))
        for place, names in ((folder, own), (WORD_TEMPLATES, shared)):
            for name in names:
                if named in (name, PurePosixPath(name).stem):
                    return f"{place}/{name}", ()
        if "/" in named and stays_inside(named) and source.read(f"{folder}/{named}") is not None:
            return f"{folder}/{named}", ()
        known = sorted({*own, *shared})
        near, allowed = nearest(named, known), ", ".join(known)
        where = plan.place("word_template")
        return "", (error("word-template-missing", where, name=named, near=near, allowed=allowed),)
    if len(shared) > 1:
        return "", (error("word-template-choice", Location(f"{folder}/{PLAN_FILE}"), allowed=", ".join(shared)),)
    return (f"{WORD_TEMPLATES}/{shared[0]}" if shared else ""), ()


def _is_meant(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in MEANT and not name.startswith(LOCK)
