"""`plangen diff` as it is run: revisions of a real repository, and folders."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from plangen.cli.main import main

YES = "goals/god-halsa.md"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def put(folder: Path, files: dict[str, str | bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(str(content), encoding="utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch, minimal_plan):
    """A repository with one plan, whose first commit is the tag `förra`."""
    git(tmp_path, "init", "-q")
    put(tmp_path, minimal_plan)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    git(tmp_path, "tag", "förra")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def replace(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / "content/plan" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_working_tree_is_compared_with_a_revision(project, capsys):
    replace(project, YES, "minskande", "≥ 80 %")
    assert main(["diff", "förra"]) == 0
    assert capsys.readouterr().out.startswith("build/diff/plan.html  ")
    comment = (project / "build/diff/plan.md").read_text(encoding="utf-8")
    assert "Målvärde minskande → ≥ 80 %" in comment.replace("\u00a0", " ").replace("\\", "")
    assert "till **arbetskopian**" in comment
    assert "<del" in (project / "build/diff/plan.html").read_text(encoding="utf-8")


def test_nothing_changed_writes_nothing(project, capsys):
    assert main(["diff", "förra", "--exit-code"]) == 0
    assert capsys.readouterr().out == "plan: inga ändringar.\n"
    assert not (project / "build").exists()


def test_changes_give_exit_code_1_only_where_asked(project):
    replace(project, YES, "minskande", "ökande")
    assert main(["diff", "förra"]) == 0
    assert main(["diff", "förra", "--exit-code"]) == 1


def test_a_branch_is_compared_with_where_it_began_unless_exactly(project):
    git(project, "switch", "-qc", "gren")
    replace(project, YES, "minskande", "ökande")
    git(project, "commit", "-qam", "y")
    git(project, "switch", "-q", "-")
    replace(project, "sections/inledning.md", "Planen gäller", "Planen avser")
    git(project, "commit", "-qam", "z")
    main_branch = subprocess.check_output(["git", "branch", "--show-current"], text=True).strip()
    main(["diff", main_branch, "gren", "--to", "json"])
    whats = {each["what"] for each in json.loads(Path("build/diff/plan.json").read_bytes())["differences"]}
    assert whats == {"indicator"}
    main(["diff", main_branch, "gren", "--to", "json", "--exact"])
    whats = {each["what"] for each in json.loads(Path("build/diff/plan.json").read_bytes())["differences"]}
    assert whats == {"indicator", "paragraph"}


@pytest.mark.parametrize(
    ("asked", "whats"),
    [
        ("gren...HEAD", {"paragraph"}),
        ("gren..HEAD", {"indicator", "paragraph"}),
        ("gren..", {"indicator", "paragraph"}),
        ("...gren", {"indicator"}),
    ],
)
def test_two_revisions_may_be_given_as_git_has_them(asked, whats, project):
    git(project, "switch", "-qc", "gren")
    replace(project, YES, "minskande", "ökande")
    git(project, "commit", "-qam", "y")
    git(project, "switch", "-q", "-")
    replace(project, "sections/inledning.md", "Planen gäller", "Planen avser")
    git(project, "commit", "-qam", "z")
    assert main(["diff", asked, "--to", "json"]) == 0
    found = json.loads(Path("build/diff/plan.json").read_bytes())["differences"]
    assert {each["what"] for each in found} == whats


def test_a_range_with_a_name_that_is_none_says_which(project, capsys):
    assert main(["diff", "förra..finns-inte"]) == 2
    assert "”finns-inte”" in capsys.readouterr().err


def test_two_folders_are_compared_as_two_years_are(project, minimal_plan, tmp_path_factory):
    other = tmp_path_factory.mktemp("annan")
    put(other, minimal_plan)
    replace(other, "plan.yaml", "Årsplan 2026", "Årsplan 2027")
    assert main(["diff", "--from", "content/plan", "--to-dir", str(other / "content/plan"), "--to", "json"]) == 0
    [found] = json.loads((project / "build/diff/plan-plan.json").read_bytes())["differences"]
    assert (found["old"], found["new"]) == ("Årsplan 2026", "Årsplan 2027")


def test_a_new_plan_is_shown_as_new(project):
    (project / "content/ny").mkdir()
    subprocess.run(["cp", "-r", "content/plan/.", "content/ny"], check=True, cwd=project)
    assert main(["diff", "förra", "--to", "json"]) == 0
    found = json.loads((project / "build/diff/ny.json").read_bytes())["differences"]
    assert {each["kind"] for each in found} == {"added"}


def test_a_plan_whose_folder_was_renamed_is_the_same_plan(project, capsys):
    (project / "content/plan").rename(project / "content/arsplan")
    assert main(["diff", "förra", "--exit-code"]) == 0
    assert capsys.readouterr().out == "arsplan: omdöpt, hette plan.\narsplan: inga ändringar.\n"


def test_a_repository_without_commits_is_told_of_and_nothing_written(tmp_path, monkeypatch, minimal_plan, capsys):
    git(tmp_path, "init", "-q")
    put(tmp_path, minimal_plan)
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "main"]) == 2
    assert "[git-no-commits]" in capsys.readouterr().err
    assert not (tmp_path / "build").exists()


def test_a_shallow_clone_without_the_base_is_told_of_with_the_way_to_fetch_it(
    project, tmp_path_factory, monkeypatch, capsys
):
    replace(project, YES, "minskande", "ökande")
    git(project, "commit", "-qam", "y")
    clone = tmp_path_factory.mktemp("klon") / "k"
    git(project, "clone", "-q", "--depth", "1", project.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert main(["diff", "förra"]) == 2
    said = capsys.readouterr().err
    assert "[git-revision-shallow]" in said
    assert "git fetch" in said
    assert not (clone / "build").exists()


def test_a_base_in_an_older_format_is_shown_and_what_is_no_longer_read_is_listed(project, capsys):
    replace(project, YES, "agenda2030: [3]", "globala mål: [3]\nagenda2030: [3]")
    git(project, "commit", "-qam", "äldre")
    replace(project, YES, "globala mål: [3]\n", "")
    replace(project, YES, "minskande", "ökande")
    assert main(["diff", "HEAD", "--to", "json"]) == 0
    assert "[unknown-key]" in capsys.readouterr().err
    found = json.loads((project / "build/diff/plan.json").read_bytes())["differences"]
    assert {each["what"] for each in found} == {"indicator"}


def test_word_has_the_changes_in_the_organisations_own_template(project):
    (project / "templates/docx").mkdir(parents=True)
    template = docx.Document()
    template.sections[0].footer.paragraphs[0].text = "Tallbro kommun"
    template.save(str(project / "templates/docx/mall.docx"))
    replace(project, YES, "minskande", "ökande")
    assert main(["diff", "förra", "--to", "docx", "--author", "Nämnden"]) == 0
    made = docx.Document(str(project / "build/diff/plan.docx"))
    assert "Tallbro kommun" in [each.text for section in made.sections for each in section.footer.paragraphs]
    marks = [*made.element.body.iter(qn("w:ins")), *made.element.body.iter(qn("w:del"))]
    assert {each.get(qn("w:author")) for each in marks} == {"Nämnden"}


def test_faults_of_a_base_are_listed_and_what_can_be_shown_is_shown(project, capsys):
    replace(project, YES, "agenda2030: [3]", "agenda2030: [33]")
    git(project, "commit", "-qam", "fel")
    replace(project, YES, "agenda2030: [33]", "agenda2030: [4]")
    assert main(["diff", "HEAD", "--to", "md"]) == 0
    said = capsys.readouterr()
    assert "I HEAD (" in said.err
    assert "agenda-unknown-goal" in said.err
    assert (project / "build/diff/plan.md").exists()


def test_a_plan_that_can_not_be_shown_says_so(project, capsys):
    (project / "content/plan/plan.yaml").write_text("- lista\n", encoding="utf-8")
    git(project, "commit", "-qam", "fel")
    assert main(["diff", "HEAD"]) == 1
    assert "ingen av sidorna går att visa" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["diff"], "diff-sides-missing"),
        (["diff", "finns-inte"], "git-revision-unknown"),
        (["diff", "förra", "--to", "odt"], "unknown-format"),
        (["diff", "förra", "--plan", "plann"], "unknown-plan"),
        (["diff", "--from", "content/plan", "--to-dir", "borta"], "unknown-plan"),
    ],
)
def test_what_can_not_be_compared_is_told_and_nothing_written(arguments, code, project, capsys):
    assert main(arguments) == 2
    assert f"[{code}]" in capsys.readouterr().err
    assert not (project / "build").exists()


def test_the_working_tree_is_left_as_it_was(project):
    replace(project, YES, "minskande", "ökande")
    before = subprocess.check_output(["git", "status", "--porcelain"], text=True)
    main(["diff", "förra", "--to", "html,md,json,docx", "--out", "../utanför"])
    assert subprocess.check_output(["git", "status", "--porcelain"], text=True) == before


def test_a_plan_that_is_called_diff_is_built_beside_its_comparison(project, capsys):
    (project / "content/plan").rename(project / "content/diff")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "omdöpt")
    (project / "content/diff/sections/inledning.md").write_text("---\ntitel: Annat\n---\nText.\n", encoding="utf-8")
    main(["diff", "HEAD", "--to", "md"])
    assert capsys.readouterr().out.startswith("build/diff-diff/diff.md  ")
    assert not (project / "build/diff").exists()


def test_a_year_that_nothing_shows_is_a_change(project, capsys):
    replace(project, "plan.yaml", "år: 2026", "år: 2027")
    assert main(["diff", "förra", "--to", "md", "--exit-code"]) == 1
    comment = (project / "build/diff/plan.md").read_text(encoding="utf-8")
    assert "**Planens uppgifter**\n\n- Ändrades: **År**: 2026 → 2027\n" in comment


def comment_of(*arguments: str) -> tuple[int, str]:
    code = main(["diff", *arguments, "--to", "json", "--comment", "build/comment.md"])
    return code, Path("build/comment.md").read_text(encoding="utf-8")


def test_the_comment_is_empty_only_where_all_was_compared_and_nothing_has_changed(project):
    assert comment_of("förra") == (0, "")
    replace(project, YES, "minskande", "ökande")
    code, text = comment_of("förra")
    assert code == 0
    assert "Målvärde minskande → ökande" in text


def test_a_plan_that_can_not_be_shown_is_told_in_the_comment_though_others_are_unchanged(project):
    subprocess.run(["cp", "-r", "content/plan/.", "content/annan"], check=True, cwd=project)
    (project / "content/annan/plan.yaml").write_text("- lista\n", encoding="utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "fel")
    code, text = comment_of("HEAD")
    assert code == 1
    assert "### annan" in text
    assert "ingen av sidorna går att visa" in text
    assert "content/annan/plan.yaml" in text
    assert "### Årsplan" not in text


def test_a_comparison_that_fails_says_so_in_the_comment(project):
    code, text = comment_of("finns-inte")
    assert code == 2
    assert "okänd version ”finns-inte”" in text


def test_a_plan_in_a_repository_of_its_own_is_said_not_to_be_read(project, capsys, tmp_path_factory):
    other = tmp_path_factory.mktemp("annan")
    git(other, "init", "-q")
    put(other, {"plan.yaml": "titel: Annan\n"})
    git(other, "add", "-A")
    git(other, "commit", "-qm", "x")
    git(project, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(other), "content/annan")
    git(project, "commit", "-qm", "y")
    code, text = comment_of("förra", "HEAD")
    assert code == 0
    assert "### annan" in text
    assert "läses inte här" in capsys.readouterr().err
    assert comment_of("HEAD~0", "HEAD") == (0, "")


def test_word_says_when_as_the_later_commit_or_as_asked_and_never_1980(project):
    def dates(*arguments: str) -> set[str | None]:
        assert main(["diff", *arguments, "--to", "docx"]) == 0
        body = docx.Document(str(project / "build/diff/plan.docx")).element.body
        return {each.get(qn("w:date")) for each in (*body.iter(qn("w:ins")), *body.iter(qn("w:del")))}

    replace(project, YES, "minskande", "ökande")
    assert dates("förra") == {None}
    assert dates("förra", "--date", "2026-11-18") == {"2026-11-18T00:00:00Z"}
    git(project, "commit", "-qam", "y")
    [date] = dates("förra", "HEAD")
    assert date is not None
    assert date[:4] >= "2024"


def test_the_word_file_is_the_plan_with_its_changes_and_no_summary(project):
    replace(project, "sections/inledning.md", "Planen gäller", "Planen avser")
    assert main(["diff", "förra", "--to", "docx,md"]) == 0
    text = "\n".join(each.text for each in docx.Document(str(project / "build/diff/plan.docx")).paragraphs)
    assert "Vad som har ändrats" not in text
