"""Plans that nobody wrote: real ones with a few things changed, and ones put together from pieces."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from plangen.locale.catalogue import LANGUAGES
from plangen.locale.vocabulary import KEYS, words

PROJECT = Path(__file__).resolve().parents[2]
FOLDER = "content/p"
OUTLINE = "templates/outline/egen.md.j2"
BRAND = "templates/brand.yaml"

Files = Mapping[str, str | bytes]

REAL = PROJECT / "content" / "regionstyrelsen-2026"
SMALL = PROJECT / "tests" / "golden" / "liten-plan" / "content" / "liten-plan"
MOST_CHANGES = 6

TINY: Files = {
    f"{FOLDER}/plan.yaml": "titel: P\norganisation: R\når: 2026\nspråk: sv\nstatus: utkast\n"
    "disposition: egen\navsnitt: [a]\n",
    f"{FOLDER}/sections/a.md": "---\ntitel: A\nmål: alla\ntabeller: [t]\n---\nText.\n",
    f"{FOLDER}/goals.yaml": "nivåer: [{namn: Mål}]\nmål: [mal]\n",
    f"{FOLDER}/goals/mal.md": "---\ntitel: B\n---\n",
    f"{FOLDER}/budget/t.yaml": "titel: T\nenhet: tkr\nkolumner: {k: {rubrik: K}}\nrader: [{namn: r, k: 1}]\n",
}
"""What files made from pieces are put into."""

TOKENS = (
    *(
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "\r",
        "\r\n",
        "\x00",
        "\x07",
        "\x0b",
        "\x85",
        "\u2028",
        "\ufeff",
        "\u00ad",
        "\u00a0",
    ),
    *("\ue000", "\ue000\ue100\ue001", "\ue010", "\ufffd", "\ufffe", "\U0001f600", "\u4e2d", "e\u0301", "\u202e", "å"),
    *(
        "-",
        "- ",
        "---",
        "---\n",
        "...",
        ":",
        ": ",
        "::",
        "#",
        " #",
        "# ",
        "?",
        "? ",
        "|",
        "|-",
        ">",
        ">-",
        "|9",
        "%",
        "@",
        "`",
    ),
    *(
        "&a ",
        "*a",
        "&",
        "*",
        "!",
        "!!python/name:os.system ",
        "!!int ",
        "<<: ",
        "'",
        '"',
        "''",
        '\\"',
        "\\",
        "\\\\",
        "\\x",
    ),
    *(
        "[",
        "]",
        "{",
        "}",
        "[[",
        "]]",
        "{}",
        "[]",
        ",",
        ", ",
        "~",
        "null",
        "ja",
        "0",
        "1 000",
        "-1",
        "1e9",
        "33,5",
        "9" * 30,
    ),
    *("{{", "}}", "{{ ", " }}", "{% ", " %}"),
    *("{#", "#}", "<!--", "-->", "{{ plan.title }}", "{{ 1 }}", "{{ budget }}"),
    *(
        "{{ plan.__class__ }}",
        "{% if 1 %}",
        "{% endif %}",
        "{% for a in plan.sections %}",
        "{% endfor %}",
        "{% set a = 1 %}",
    ),
    *(
        "{{ budget_table(t) }}",
        "{{ cover('title', plan.title) }}",
        "{% macro m() %}",
        "{% endmacro %}",
        "{{ '\\x00' }}",
    ),
    *(
        "**",
        "***",
        "_",
        "__",
        "~~",
        "``",
        "```",
        "~~~",
        "> ",
        "1. ",
        "1) ",
        "+ ",
        "    ",
        "***\n",
        "===\n",
        "|a|b|\n|-|-|\n",
    ),
    *(
        "[a](b)",
        "[](#x)",
        "[a](#mal)",
        "![a](b.png)",
        "![](a.png)",
        "<http://a.se>",
        "[^a]",
        "[^a]: b\n",
        "[^n]",
        "\n: b\n",
    ),
    *(
        "[a](javascript:x)",
        "[a]: b\n",
        "<b>",
        "</b>",
        "<script>",
        "&lt;",
        "&#0;",
        "&#xe000;",
        "&amp;",
        "{.unnumbered}",
        "{#a}",
    ),
    *("../", "/", "\\", "roll: summa\n", "mål: alla\n", "id: a\n", "titel: a\n", "tabeller: [a]\n", "avsnitt: [a]\n"),
)

PIECES = (
    *(
        "a",
        "Ord och fler ord.",
        "mål",
        "**fet**",
        "*k*",
        "`kod`",
        "å",
        "1 000",
        "\\*",
        "&amp;",
        "  ",
        "{{ plan.year }}",
    ),
    *(
        "[a](https://a.se)",
        "[](#mal)",
        "[^n]",
        "[^n]: not",
        "![b](a.png)",
        "<i>x</i>",
        "{{ budget.t.r.k | tkr }}",
        "|",
        "\n",
    ),
    *(
        "\n\n",
        "\n- ",
        "\n  - ",
        "\n1. ",
        "\n> ",
        "\n# ",
        "\n## ",
        "\n#### ",
        "\n| a | b |\n|---|--:|\n| c | d |\n",
        "\na\n: b\n",
    ),
    *(
        "\n\n    ",
        "\n***\n",
        "\n```\n",
        "\\\n",
        "  \n",
        "\n[^n]: a\n\n    b\n",
        "\n### a {#b}\n",
        "\n* * *\n",
        "\n===\n",
    ),
)

CODE = (
    *("plan", "budget", "label", "goal", "section", "loop", "cover", "header", "marks", "frame", "budget_table", "x"),
    *(".title", ".text", ".sections", ".goals", ".tables", ".t", ".r"),
    *(".k", ".first", "['a']", "[0]", "(", ")", ", "),
    *(
        " + ",
        " - ",
        " * ",
        " ~ ",
        " | tkr",
        " | kr",
        "|safe",
        " if ",
        " else ",
        " in ",
        " is ",
        " not ",
        " == ",
        "1",
        "'a'",
    ),
    *(
        "{{ ",
        " }}",
        "{% if ",
        "{% for x in ",
        "{% set x = ",
        " %}",
        "{% endif %}",
        "{% endfor %}",
        "{% else %}",
        "\n",
        "# ",
    ),
    *(
        "{% macro m(x) %}",
        "{% endmacro %}",
        "{{ m(1) }}",
        "{% set x %}",
        "{% endset %}",
        "text",
        "- ",
        "{.unnumbered}\n",
    ),
)


@cache
def _outline() -> str:
    """The outline that comes with plangen."""
    return (PROJECT / "src" / "plangen" / "templates" / "outline" / "arsplan.md.j2").read_text(encoding="utf-8")


@cache
def seeds() -> Mapping[str, Files]:
    """The plans that are changed: a small one and the real one, each with an outline and a brand of its own."""
    found = {}
    for name, folder in (("small", SMALL), ("real", REAL)):
        files: dict[str, str | bytes] = {
            f"{FOLDER}/{path.relative_to(folder).as_posix()}": path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
        plan = files[f"{FOLDER}/plan.yaml"]
        assert isinstance(plan, str)
        files[f"{FOLDER}/plan.yaml"] = plan.replace("disposition: arsplan", "disposition: egen")
        files[OUTLINE] = _outline()
        files[BRAND] = 'fonts: {family: Arimo, word: Arial, package: fontpkg_arimo}\ncolours: {accent: "#0B5469"}\n'
        found[name] = files
    return found


@st.composite
def changed_plans(draw: st.DrawFn, name: str) -> Files:
    """A plan that was sound, with some of its files changed in some places."""
    files = dict(seeds()[name])
    for _ in range(draw(st.integers(1, MOST_CHANGES))):
        path = draw(st.sampled_from(sorted(files)))
        files[path] = draw(st.sampled_from(CHANGES))(draw, files[path])
        if not files[path] and draw(st.booleans()):
            del files[path]
        if not files:
            break
    return files


def _text(content: str | bytes) -> str:
    return content if isinstance(content, str) else content.decode("utf-8", "replace")


def _inserted(draw: st.DrawFn, content: str | bytes) -> str:
    text = _text(content)
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(TOKENS)) * draw(st.sampled_from((1, 1, 1, 2, 3, 50))) + text[at:]


def _deleted(draw: st.DrawFn, content: str | bytes) -> str:
    text = _text(content)
    at = draw(st.integers(0, len(text)))
    return text[:at] + text[at + draw(st.sampled_from((1, 1, 1, 2, 5, 20, 200))) :]


def _replaced(draw: st.DrawFn, content: str | bytes) -> str:
    text = _text(content)
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.text(max_size=3)) + text[at + 1 :]


def _lines_swapped(draw: st.DrawFn, content: str | bytes) -> str:
    lines = _text(content).split("\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _lines_doubled(draw: st.DrawFn, content: str | bytes) -> str:
    lines = _text(content).split("\n")
    begin = draw(st.integers(0, len(lines) - 1))
    part = lines[begin : begin + draw(st.integers(1, 5))]
    return "\n".join([*lines[:begin], *part, *lines[begin:]])


def _indented(draw: st.DrawFn, content: str | bytes) -> str:
    lines = _text(content).split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = draw(st.sampled_from((" ", "  ", "\t", "- ", "> "))) + lines[at].removeprefix(" ")
    return "\n".join(lines)


def _other_file(draw: st.DrawFn, content: str | bytes) -> str | bytes:
    files = seeds()["small"]
    return files[draw(st.sampled_from(sorted(files)))]


def _byte_changed(draw: st.DrawFn, content: str | bytes) -> bytes:
    data = bytearray(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    if data:
        data[draw(st.integers(0, len(data) - 1))] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)


Change = Callable[[st.DrawFn, str | bytes], str | bytes]
CHANGES: tuple[Change, ...] = (
    *(_inserted, _inserted, _inserted, _deleted, _deleted, _replaced, _lines_swapped, _lines_doubled, _indented),
    *(_byte_changed, _other_file),
)


# From pieces

WORDS = sorted({key for language in LANGUAGES for key in words(KEYS, language)} | {"a", "b", "t"})
SCALARS = st.one_of(
    st.sampled_from(
        ("a", "t", "alla", "summa", "utgående", "2026", "2026-01-02", "1 000", "tkr", "sv", "beslutad", "")
    ),
    st.sampled_from(TOKENS),
    st.sampled_from(PIECES),
    st.text(max_size=6),
)


def _yaml(value: object, indent: int = 0) -> str:
    """Values as YAML, of which some can't be read."""
    lead = " " * indent
    if isinstance(value, dict):
        return "".join(f"\n{lead}{key}: {_yaml(each, indent + 2)}" for key, each in value.items())
    if isinstance(value, list):
        return "".join(f"\n{lead}- {_yaml(each, indent + 2).lstrip(chr(10) + ' ')}" for each in value)
    return str(value)


def _documents() -> st.SearchStrategy[str]:
    values = st.recursive(
        SCALARS,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(WORDS), inner, min_size=1, max_size=6)
        ),
        max_leaves=12,
    )
    return st.dictionaries(st.sampled_from(WORDS), values, max_size=8).map(
        lambda value: _yaml(value).lstrip("\n") + "\n"
    )


def _joined(pieces: tuple[str, ...], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=most).map("".join)


def made_plans() -> st.SearchStrategy[Files]:
    """The tiny plan with one or two files made from pieces."""
    markdown, code = _joined(PIECES, 25), _joined(CODE, 20)
    fronted = st.tuples(_documents(), markdown).map(lambda parts: f"---\ntitel: A\n{parts[0]}---\n{parts[1]}\n")
    written = markdown.map(lambda text: f"---\ntitel: A\n---\n{text}\n")
    expressed = code.map(lambda text: f"---\ntitel: A\n---\na {{{{ {text} }}}} b\n")
    texts = st.one_of(written, written, fronted, expressed)
    brands = st.dictionaries(st.sampled_from(("fonts", "colours", "a")), SCALARS, max_size=3).map(_yaml)
    made = {
        "plan.yaml": _documents(),
        "goals.yaml": _documents(),
        "goals/mal.md": texts,
        "sections/a.md": texts,
        "budget/t.yaml": _documents(),
    }
    paths = {f"{FOLDER}/{path}": strategy for path, strategy in made.items()} | {OUTLINE: code, BRAND: brands}
    some = st.lists(st.sampled_from(sorted(paths)), min_size=1, max_size=2, unique=True)
    chosen = some.flatmap(lambda names: st.fixed_dictionaries({name: paths[name] for name in names}))
    return chosen.map(lambda files: {**TINY, OUTLINE: _outline(), **files})
