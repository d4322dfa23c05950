from __future__ import annotations

import html
import json
import re

from plangen.brand.brand import DEFAULT
from plangen.build import examine, job, timestamp_of, write
from plangen.locale.catalogue import catalogue
from plangen.preview.page import SCRIPTS, policy, previewed
from plangen.preview.view import View
from plangen.templates.environment import template_names

WORDS = catalogue("sv")


def built(small) -> str:
    document = examine(small.source, "content/plan").document
    return write(job(document, DEFAULT, timestamp_of(document, None)), "html").decode()


def directives(text: str) -> dict[str, str]:
    return dict(each.strip().split(" ", 1) for each in text.split(";"))


def test_the_built_policy_holds_but_for_what_the_preview_adds(small):
    page = built(small)
    stated = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    text, given = previewed(View("sv", page), WORDS, "N", {})
    own = directives(given)
    assert "Content-Security-Policy" not in text
    script = directives(stated)["script-src"] + " 'nonce-N'"
    added = {"script-src": script, "connect-src": "'self'", "frame-ancestors": "'none'"}
    style = directives(stated)["style-src"] + " 'nonce-N'"
    assert own == {**directives(stated), **added, "style-src": style}
    assert own["default-src"] == "'none'"


def test_the_page_is_the_built_one_with_the_script_at_the_end_of_its_head(small):
    page = built(small)
    text, _ = previewed(View("sv", page), WORDS, "N", {})
    assert text.split("</head>")[1] == page.split("</head>")[1]
    own = '<script type="module" nonce="N" src="/preview/main.js">'
    assert re.findall(r"<script[^>]*>", text) == [own, "<script>"]
    assert text.count('nonce="N"') == 2


def test_content_that_looks_like_the_ends_of_the_head_changes_nothing(small):
    odd = '</head><style><meta http-equiv="Content-Security-Policy" content="x">'
    page = built(small.edited("plan.yaml", "titel: Årsplan 2026", f"titel: '{odd}'"))
    text, given = previewed(View("sv", page), WORDS, "N", {})
    assert text.count("<script") == page.count("<script") + 1 == 2
    assert "<title>&lt;/head&gt;" in text
    assert directives(given)["default-src"] == "'none'"


def test_the_script_is_told_its_settings_as_text(small):
    nasty = '"><script>alert(1)</script>'
    text, _ = previewed(View("sv", "", summary=nasty), WORDS, "N", {"events": "/plan/x/events"})
    told = json.loads(html.unescape(re.search(r'name="plangen-preview" content="([^"]*)"', text)[1]))
    assert (told["summary"], told["events"]) == (nasty, "/plan/x/events")
    assert told["labels"]["source"] == "Källa"
    assert text.count("<script") == 1


def test_before_there_is_a_good_page_there_is_an_empty_one_to_put_it_in():
    text, given = previewed(View("sv"), WORDS, "N", {})
    assert '<html lang="sv-SE">' in text
    assert '<style nonce="N">' in text
    assert directives(given)["default-src"] == "'none'"


def test_a_policy_without_styles_is_given_the_previews():
    assert "style-src 'nonce-N'" in policy({"default-src": "'none'"}, "N")


def test_every_script_there_is_can_be_asked_for():
    assert [f"preview/{name}" for name in SCRIPTS] == [
        each for each in template_names("preview") if each.endswith(".js")
    ]
