"""A built page -> the page that is previewed: the same, with the preview's script and a policy that lets it run.

The policy of the built page goes from the page to the answer's header, and stays as it is but for what the preview
adds: its own script and styles, known by a number used once, and the stream of events from the server itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape

from plangen.locale.catalogue import Catalogue
from plangen.preview.view import View
from plangen.templates.environment import render_page, template_text

SCRIPTS = ("anchor.js", "faults.js", "main.js", "morph.js", "source.js")
"""The modules that the page loads, by their names in `templates/preview`; `main.js` loads the others."""

BUILT = {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
"""The policy of a page that states none."""

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n?')


def previewed(view: View, words: Catalogue, nonce: str, settings: Mapping[str, str]) -> tuple[str, str]:
    """The page that shows a view, and its policy. `settings` are addresses that the script asks."""
    page = view.page or render_page("preview/empty.html.j2", {"language": words.tag}, autoescape=True)
    head, closing, rest = page.partition("</head>")
    stated = _POLICY.search(head)
    given = _directives(unescape(stated[1])) if stated else dict(BUILT)
    head = _POLICY.sub("", head, count=1).replace("<style>", f'<style nonce="{nonce}">', 1)
    told = {**settings, "labels": dict(words.preview), "style": template_text("preview/preview.css"), **view.told()}
    told["page"] = ""  # it is here
    own = render_page("preview/head.html.j2", {"nonce": nonce, "settings": json.dumps(told)}, autoescape=True)
    return head + own + closing + rest, policy(given, nonce)


def policy(built: Mapping[str, str], nonce: str) -> str:
    """A built page's policy with what the preview adds."""
    directives = {
        **built,
        "style-src": f"{built.get('style-src', '')} 'nonce-{nonce}'".strip(),
        "script-src": f"{built.get('script-src', '')} 'nonce-{nonce}'".strip(),
        "connect-src": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {values}" for name, values in directives.items())


def _directives(text: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in text.split(";") if part.strip())
    return {name: values for name, _, values in pairs}
