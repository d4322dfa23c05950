from __future__ import annotations

import re

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, write
from plangen.diagnostics import Location
from plangen.document.document import CoverField, Document, Metadata
from plangen.document.inlines import Text
from plangen.document.nodes import Paragraph
from plangen.preview.places import places_of

FOLDER = "content/plan"


def test_each_element_leads_to_its_place(small):
    document = examine(small.source, FOLDER).document
    places = places_of(document)
    assert places["god-halsa"].file == places["god-halsa.heading"].file == f"{FOLDER}/goals/god-halsa.md"
    rows = {key: place.line for key, place in places.items() if place.file.endswith("fordelning.yaml")}
    lines = small.files["budget/fordelning.yaml"].splitlines()
    assert lines[rows["fordelning.vard"] - 1] == "  - namn: Vård"
    assert any(lines[line - 1] == "    växling: 10-" for line in rows.values())
    assert lines[places["fordelning"].line - 1].startswith("titel")
    assert places["inledning.p-1"] == Location(f"{FOLDER}/sections/inledning.md", 6, 1, places["inledning.p-1"].length)


def test_every_element_of_the_page_with_an_id_is_led_somewhere_or_stands_in_one_that_is(small):
    document = examine(small.source, FOLDER).document
    page = write(job(document, DEFAULT, timestamp_of(document, None)), "html").decode()
    ids = {each for each in re.findall(r' id="([^"]+)"', page) if "~" not in each}
    places = places_of(document)
    assert set(places) - {key for key in places if key.startswith("cover:")} <= ids
    of_the_outline = {each for each in ids - set(places) if each.startswith("god-halsa--")}
    heads = {each for each in ids - set(places) if ".head-" in each}
    assert ids - set(places) - of_the_outline - heads == {"contents-1"}


def test_what_the_shipped_outline_adds_has_no_place():
    own, shipped = Location("templates/outline/egen.md.j2", 4), Location("plangen:outline/arsplan.md.j2", 4)
    blocks = tuple(Paragraph(id=f"p{n}", inlines=(Text("x"),), location=each) for n, each in enumerate((own, shipped)))
    document = Document(metadata=Metadata(title="x", language="sv-SE"), blocks=blocks)
    assert places_of(document) == {"p0": own}


def test_a_line_of_the_cover_is_named_by_its_order():
    fields = tuple(
        CoverField(role="body", inlines=(Text("x"),), location=Location(file, 3))
        for file in ("", "content/p/plan.yaml")
    )
    document = Document(metadata=Metadata(title="x", language="sv-SE", cover=fields), blocks=())
    assert places_of(document) == {"cover:1": Location("content/p/plan.yaml", 3)}
