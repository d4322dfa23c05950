from __future__ import annotations

from plangen.preview.start import Start
from plangen.source.source import Folder, Memory

PLAN = "titel: {title}\nnämnd: Styrelsen\n"


def start(**plans: str) -> str:
    files = {f"content/{name.replace('__', ' ')}/plan.yaml": text for name, text in plans.items()}
    folders = tuple(path.rpartition("/")[0] for path in files)
    (view,) = Start(Memory(files), lambda: folders).examine()
    return view.page


def test_each_plan_is_a_link_by_its_title():
    page = start(a=PLAN.format(title="Årsplan 2026"), b="title: Plan\n")
    assert '<a href="/plan/a/">Årsplan 2026 – Styrelsen</a>' in page
    assert '<a href="/plan/b/">Plan</a>' in page


def test_a_plan_whose_file_breaks_is_there_by_its_name():
    page = start(a="titel: [\n", b="- lista\n", c="")
    assert [f'<a href="/plan/{name}/">{name}</a>' in page for name in "abc"] == [True] * 3


def test_what_a_title_holds_is_text_and_a_name_is_quoted():
    page = start(a__b=PLAN.format(title="'<script>&\"'"))
    assert "&lt;script&gt;" in page
    assert 'href="/plan/a%20b/"' in page
    assert "<script>" not in page


def test_without_plans_the_page_says_what_a_plan_is():
    assert "plan.yaml" in start()


def test_a_file_that_can_not_be_read_is_no_reason_to_show_nothing(tmp_path):
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/plan.yaml").write_bytes(b"x" * 6_000_000)
    (view,) = Start(Folder(tmp_path), lambda: ("content/a",)).examine()
    page = view.page
    assert '<a href="/plan/a/">a</a>' in page
