"""Ids become anchors: each is in the page once, whatever names content has."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import html5lib
import pytest

from plangen.brand.brand import DEFAULT
from plangen.build import Examined, examine, job, timestamp_of, write
from plangen.source.source import Folder, Memory

PROJECT = Path(__file__).resolve().parents[2]

CLASHING = {
    "content/p/plan.yaml": "titel: P\norganisation: O\når: 2026\nspråk: sv\nstatus: utkast\ndisposition: arsplan\n"
    "avsnitt: [a]\n",
    "content/p/sections/a.md": "---\ntitel: A\nmål: alla\n---\nText.[^p-1]\n\n[^p-1]: Not.\n",
    "content/p/goals.yaml": "nivåer: [{namn: Mål}]\nmål: [g]\n",
    "content/p/goals/g.md": "---\ntitel: G\nagenda2030: [3, 3.1]\nindikatorer:\n"
    "  - {namn: Agenda, källa: K}\n  - {namn: Indicators, källa: K}\n  - {namn: Note sjuk, målvärde: '[^sjuk]'}\n"
    "  - {namn: Sjuk, källa: K}\n  - {namn: p 1, källa: K}\n---\nText[^sjuk] och[^target].\n\n"
    "[^sjuk]: En.\n\n[^target]: Två.\n",
}


def plans() -> dict[str, Examined]:
    return {
        "real": examine(Folder(PROJECT), "content/regionstyrelsen-2026"),
        "small": examine(Folder(PROJECT / "tests" / "golden" / "liten-plan"), "content/liten-plan"),
        "clashing names": examine(Memory(CLASHING), "content/p"),
    }


@pytest.mark.parametrize("name", ["real", "small", "clashing names"])
def test_every_id_is_in_the_page_once_and_every_link_leads_to_one(name: str) -> None:
    examined = plans()[name]
    assert examined.sound, examined.diagnostics
    assert examined.document is not None
    page = write(job(examined.document, DEFAULT, timestamp_of(examined.document, None)), "html")
    elements = list(html5lib.parse(page, namespaceHTMLElements=False).iter())
    ids = Counter(each.get("id") for each in elements if each.get("id"))
    assert [each for each, count in ids.items() if count > 1] == []
    links = [each.get("href")[1:] for each in elements if (each.get("href") or "").startswith("#")]
    assert set(links) <= set(ids)
