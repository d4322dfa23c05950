"""Templates are rendered with their values, and can do no harm."""

from __future__ import annotations

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from plangen.document.document import Metadata
from plangen.templates.environment import page_environment, render_page, template_text


def rendered(source: str, *, autoescape: bool = True, **values: object) -> str:
    return page_environment(autoescape).from_string(source).render(values)


def test_packaged_template_is_rendered_with_its_values() -> None:
    metadata = Metadata(title="A & B", language="sv")
    names = ("policy", "main_id", "header", "summary", "front", "navigation", "body", "notes", "steps", "script")
    parts = dict.fromkeys(names, "")
    values = {
        "metadata": metadata,
        "described": (),
        "labels": {"skip-to-content": "Hoppa"},
        "style": Markup("p > a {}"),
        **parts,
    }
    page = render_page("html/page.html.j2", values, autoescape=True)
    assert "<title>A &amp; B</title>" in page
    assert "<style>p > a {}</style>" in page


def test_values_are_escaped_only_where_asked_for() -> None:
    assert rendered("{{ a }}", a="<b>") == "&lt;b&gt;"
    assert rendered("{{ a }}", a="<b>", autoescape=False) == "<b>"


def test_unknown_template_is_not_found() -> None:
    for name in ("html/none.j2", "../diagnostics.py", "/etc/passwd"):
        with pytest.raises(TemplateNotFound):
            render_page(name, {}, autoescape=True)


def test_file_of_the_templates_is_read_as_it_stands() -> None:
    assert "@media print" in template_text("html/style.css")


def test_unknown_name_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        rendered("{{ nothing }}")


@pytest.mark.parametrize(
    "source",
    ["{{ 'x' * 10**9 }}", "{{ 10**9 }}", "{{ [0] * 3 }}", "{{ a.__class__.__mro__ }}", "{{ range(10**7) }}"],
)
def test_template_can_neither_fill_the_memory_nor_reach_python(source: str) -> None:
    with pytest.raises((SecurityError, OverflowError)):
        rendered(source, a="")


def test_numbers_can_be_multiplied() -> None:
    assert rendered("{{ 2 * 3.5 }}") == "7.0"
