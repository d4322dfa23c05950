"""What `plangen serve` does: the plans in the browser, shown anew at each save."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from plangen.cli.orders import CONTENT, Order, folders
from plangen.cli.report import counts, fault, report
from plangen.diagnostics import PlangenError
from plangen.locale.catalogue import DEFAULT_LANGUAGE
from plangen.source.plans import TEMPLATES, plan_folders
from plangen.source.source import Folder

NEEDED = ("starlette", "uvicorn", "watchfiles")
"""What plangen[serve] brings."""


def serve(order: Order, port: int | None, *, open_browser: bool) -> int:
    """Previews the plans asked for, all of them where none is, until Ctrl-C. The exit code."""
    if not all(find_spec(name) for name in NEEDED):
        raise PlangenError("preview-missing")
    from plangen.preview.server import Wish, serve
    from plangen.preview.speech import Speech

    source = Folder(order.root)
    asked = folders(order, source)
    names = [PurePosixPath(folder).name for folder in asked]
    for name in names:
        if names.count(name) > 1:
            raise PlangenError("plan-name-twice", plan=name)

    def now() -> tuple[str, ...]:
        """The plans there are now."""
        return asked if order.plans else tuple(f"{CONTENT}/{name}" for name in plan_folders(source, CONTENT))

    watched = dict.fromkeys((*((CONTENT,) if not order.plans else asked), TEMPLATES))
    only = names[0] if order.plans and len(names) == 1 else ""
    language = order.language or DEFAULT_LANGUAGE
    wish = Wish(Path(order.root), now, tuple(watched), language, port, open_browser, only)
    serve(wish, Speech(report, counts, fault))
    return 0
