from __future__ import annotations

from decimal import Decimal

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from markupsafe import Markup

from plangen.compose import sandbox as module
from plangen.compose.figures import FigureValue
from plangen.compose.line_marks import unmarked
from plangen.compose.placed import Placer, Register
from plangen.compose.sandbox import FAULTS, ExhaustedError, Sandbox, UnknownNameError
from plangen.compose.views import View

PLACE = Placer(Register())
NAMES: dict[str, object] = {
    "view": View({"name": "value", "inner": View({"a-b": 2})}, model=object()),
    "placed": PLACE.text("# *x*"),
    "items": (1, 2, 3),
    "figure": FigureValue(Decimal("1500"), "tkr", "sv_SE"),
    "function": lambda *args: Markup("called"),
}


def render(template: str) -> str:
    return unmarked(Sandbox().from_string(template).render(NAMES))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ view.name }}", "value"),
        ("{{ view.inner.a_b }}{{ view['inner']['a-b'] }}", "22"),
        ("{{ items[1] }}", "2"),
        ("{% for i in items %}{{ loop.index }}{{ ',' if not loop.last }}{% endfor %}", "1,2,3"),
        ("{% for i in items if i != 2 %}{{ i }}{% else %}x{% endfor %}", "13"),
        ("{% for i in () %}{{ i }}{% else %}none{% endfor %}", "none"),
        ("{{ 1 + 2 - 5 }}", "-2"),
        ("{{ figure - figure }} {{ figure }}", "0 1\u00a0500"),
        ("{{ 'a' ~ 1 ~ view.name }}", "a1value"),
        ("{% macro m(n) %}<{{ n }}>{% endmacro %}{{ m(1) ~ m(2) }}", "<1><2>"),
        ("{% set x %}a{{ view.name }}{% endset %}{{ x }}", "avalue"),
        ("{{ function(1, 2) }}", "called"),
        ("a<!-- a comment -->b {#id .class}", "ab {#id .class}"),
        ("{{ 'a' if view.name == 'value' else 'b' }}", "a"),
        ("{{ 'x' if nope is defined else 'y' }}", "y"),
        ("{{ '<b>' }}", "&lt;b&gt;"),
    ],
)
def test_what_an_outline_needs_is_there(template: str, text: str) -> None:
    assert render(template) == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.__class__ }}",
        "{{ view.model }}",
        "{{ view['__class__'] }}",
        "{{ view.nope }}",
        "{{ nope }}",
        "{{ nope.a.b }}",
        "{{ nope['a'] }}",
        "{{ function(nope) }}",
        "{{ items[9] }}",
        "{{ range(3) }}",
        "{{ namespace() }}",
        "{{ lipsum() }}",
        "{{ dict() }}",
        "{{ cycler }}",
        "{{ loop }}",
        "{{ self.__init__ }}",
        "{{ nope.__class__ }}",
        "{% for i in items %}{{ loop.nope }}{% endfor %}",
        "{{ ('a' if false).b }}",
    ],
)
def test_a_name_that_was_not_given_is_unknown(template: str) -> None:
    with pytest.raises((UndefinedError, SecurityError)):
        render(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ placed.upper() }}",
        "{{ placed.__class__ }}",
        "{{ placed.content }}",
        "{{ placed[0] }}",
        "{{ placed['upper'] }}",
        "{{ function.__globals__ }}",
        "{{ function.__globals__['os'] }}",
        "{{ function['__globals__'] }}",
        "{{ items.__class__ }}",
        "{{ items.index }}",
        "{{ ().__class__.__bases__ }}",
        "{{ ''.__class__ }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ '{0.__class__}'['format'](view) }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x' * 10 }}",
        "{{ 'x' * 10**9 }}",
        "{{ 2 ** 9999999 }}",
        "{{ 10 / 3 }}",
        "{{ 10 // 3 }}",
        "{{ 'a' + 'b' }}",
        "{{ [1] + [2] }}",
        "{{ items + items }}",
        "{{ placed + placed }}",
        "{{ 1 + placed }}",
        "{% for i in items %}{{ loop.__class__ }}{% endfor %}",
        "{% for i in items %}{{ loop._iterator }}{% endfor %}",
        "{{ figure.value }}",
        "{{ {}.a }}",
        "{{ '\\ue000' }}",
        "{{ '\\x00' }}",
        "{{ '\\ud800' }}",
    ],
)
def test_what_lies_beyond_the_names_is_refused(template: str) -> None:
    with pytest.raises(SecurityError):
        render(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ view }}",
        "{{ view ~ 'x' }}",
        "{{ items }}",
        "{{ [1] }}",
        "{{ {} }}",
        "{{ function }}",
        "{{ none }}",
        "{{ true }}",
        "{{ 1.5 }}",
        "{{ self }}",
        "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, a=2) }}",
        "{% for i in items %}{{ loop }}{% endfor %}",
        "{{ placed[:2] }}",
        "{% for letter in placed %}{{ letter }}{% endfor %}",
        "{% set a, b = placed %}",
        "{{ view[1:2] }}",
        "{{ function(*placed) }}",
        "{{ function(**view) }}",
    ],
)
def test_only_text_and_whole_numbers_are_printed_and_content_is_not_taken_apart(template: str) -> None:
    with pytest.raises(TypeError):
        render(template)


@pytest.mark.parametrize(
    "template",
    ["{{ placed|upper }}", "{{ placed|safe }}", "{{ 'a'|string }}", "{% trans %}{% endtrans %}", "{% do 1 %}"],
)
def test_there_are_no_filters_and_no_further_tags(template: str) -> None:
    with pytest.raises(TemplateError):
        render(template)


@pytest.mark.parametrize(
    "template", ["{% include 'a' %}", "{% import 'a' as a %}", "{% extends 'a' %}", "{% from 'a' import b %}"]
)
def test_no_file_is_within_reach(template: str) -> None:
    with pytest.raises(FAULTS):
        render(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ placed }}",
        "{% autoescape false %}{{ placed }}{% endautoescape %}",
        "{% autoescape false %}{{ placed ~ placed }}{% endautoescape %}",
        "{{ placed ~ '' }}",
        "{{ '' ~ placed ~ 1 }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(placed) }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ placed }}{% endcall %}",
        "{% set x %}{{ placed }}{% endset %}{{ x }}",
        "{% set x = placed %}{{ x }}",
        "{{ placed if true }}",
        "{{ placed or 'a' }}",
        "{% for i in (placed, placed) %}{{ i }}{% endfor %}",
        "{% block b %}{{ placed }}{% endblock %}",
    ],
)
def test_placed_content_arrives_as_a_mark_however_it_is_passed_on(template: str) -> None:
    text = render(template)
    assert "\ue000" in text
    assert not set("#*x") & set(text)


@pytest.mark.parametrize(
    "template",
    [
        "{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40,
        "{% set a %}xxxxxxxxxx{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% for i in items %}" * 15 + "{% endfor %}" * 15,
        "{% set x %}" + "{% for i in items %}" * 8 + "text " * 100 + "{% endfor %}" * 8 + "{% endset %}",
        "{% for i in items %}" * 12 + "{% set x = 'a' * 2 if false %}" + "{% endfor %}" * 12,
    ],
    ids=["concatenation", "captured text", "macros", "loops", "text in loops", "loops that print nothing"],
)
def test_a_template_that_takes_too_much_is_stopped(template: str) -> None:
    with pytest.raises(ExhaustedError):
        render(template)


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for i in items recursive %}{{ loop(items) }}{% endfor %}",
        "{{ " + "(" * 300 + "1" + ")" * 300 + " }}",
        "{% if 1 %}" * 300 + "{% endif %}" * 300,
        "{% for i in items %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "not " * 5000 + "1 }}",
        "{{ " + "1+" * 400 + "1 }}",
        "{{ 1e999 }}",
        "{{ " + "9" * 5000 + " }}",
        "{{ 1 is divisibleby 0 }}",
        "{{ -placed }}",
        "{{ placed() }}",
        "{% set view.name = 1 %}",
    ],
    ids=lambda template: template[:20],
)
def test_whatever_breaks_is_among_the_faults(template: str) -> None:
    with pytest.raises(FAULTS):
        render(template)


def test_a_template_within_bounds_is_not_stopped() -> None:
    assert len(render("{% for i in items %}" * 9 + "a" + "{% endfor %}" * 9)) == 3**9


def test_a_sandbox_counts_for_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_STEPS", 5)
    for _ in range(3):
        assert render("{% for i in items %}{{ i }}{% endfor %}") == "123"
    with pytest.raises(ExhaustedError):
        render("{% for i in items %}{{ i }}{% endfor %}" * 2)


def test_an_unknown_name_of_a_view_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownNameError) as caught:
        render("{{ view.inner.nope }}")
    assert (caught.value.name, caught.value.names) == ("nope", ("a_b",))
