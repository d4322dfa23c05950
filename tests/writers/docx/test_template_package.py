from __future__ import annotations

import re

from docx.oxml.ns import qn

from plangen.writers.docx.template_package import has_notes, opened, set_language, settle_notes, stories
from plangen.writers.docx.xml import local_name, w

from .templates import empty, letterhead, packed, parts, saved, template, words_in


def test_fields_are_filled_wherever_they_stand() -> None:
    word = opened(template(saved(letterhead())))
    text = " ".join(words_in(each) for each in stories(word))
    assert "{{ plan" not in text
    for expected in ("Plan 2026", "I ruta: Region", "I kontroll: Plan 2026"):
        assert expected in text
    assert "Beslutsdatum" not in text


def test_what_would_make_word_ask_or_follow_a_link_is_taken_away() -> None:
    word = empty()
    for name in ("updateFields", "linkStyles", "documentProtection", "trackRevisions"):
        word.settings.element.insert(0, w(name))
    found = {local_name(each) for each in opened(template(saved(word))).settings.element}
    assert not found & {"updateFields", "linkStyles", "documentProtection", "trackRevisions"}
    assert "compat" in found


def test_parts_that_are_lacking_are_made() -> None:
    files = parts(saved(empty()))
    for name in ("styles", "numbering", "settings", "stylesWithEffects"):
        files.pop(f"word/{name}.xml", None)
    relations = files["word/_rels/document.xml.rels"]
    kept = re.sub(rb'<Relationship [^>]*"(?:styles|numbering|settings|stylesWithEffects)\.xml"[^>]*/>', b"", relations)
    assert kept != relations
    word = opened(template(packed({**files, "word/_rels/document.xml.rels": kept})))
    assert len(word.styles.element) == len(word.part.numbering_part.element) == 0


def test_the_lines_that_part_notes_are_told_in_their_place() -> None:
    word = opened(template(saved(empty())))
    assert not has_notes(word)
    settle_notes(word)
    names = [local_name(each) for each in word.settings.element]
    assert names.index("footnotePr") < names.index("compat")


def test_the_language_is_the_plans() -> None:
    word = opened(template(saved(empty())))
    set_language(word, "sv-SE")
    found = word.styles.element.findall(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert [each.get(qn("w:val")) for each in found] == ["sv-SE"]
