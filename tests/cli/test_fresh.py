from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from plangen.cli.fresh import ENGINES, EPOCH, inputs_of, tools, unchanged
from plangen.cli.orders import Order
from plangen.output.manifest import MANIFEST, Manifest, digest, manifest_bytes
from plangen.source.source import LARGEST_FILE, Folder, Memory

FILES = {"content/a/plan.yaml": "a", "content/b/plan.yaml": "b", "templates/brand.yaml": "c"}


def order(epoch: str | None = None) -> Order:
    return Order(Path(), (), ("html",), Path("build"), epoch)


def test_inputs_are_the_plans_files_and_the_templates() -> None:
    expected = {"content/a/plan.yaml": digest(b"a"), "templates/brand.yaml": digest(b"c")}
    assert inputs_of(order(), Memory(FILES), "content/a") == expected


def test_date_of_the_surroundings_is_an_input() -> None:
    assert inputs_of(order("17"), Memory(FILES), "content/a")[EPOCH] == "17"


def test_file_that_is_too_large_to_read_has_no_digest(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "a"
    folder.mkdir(parents=True)
    with (folder / "film.mp4").open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert inputs_of(order(), Folder(tmp_path), "content/a") == {"content/a/film.mp4": ""}


def test_tools_are_plangen_itself_python_and_engines_that_are_installed() -> None:
    found = tools()
    assert found == tools()
    assert set(found) == {"plangen", "plangen files", "python", *ENGINES}
    assert all(found.values())


def test_versions_are_those_of_the_packages_themselves() -> None:
    found = tools()
    assert {name: found[name] for name in ENGINES} == {name: version(name) for name in ENGINES}
    fonts = {"templates/brand.yaml": "fonts:\n  package: no_such_package\n"}
    assert inputs_of(order(), Memory({**FILES, **fonts}), "content/a")["package no_such_package"] == ""


def test_files_are_unchanged_where_inputs_tools_and_outputs_are_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"sida")
    manifest = Manifest({"t": "1"}, {"i": "1"}, {"a.html": digest(b"sida")})
    (tmp_path / MANIFEST).write_bytes(manifest_bytes(manifest))
    assert unchanged(tmp_path, ("a.html",), {"i": "1"}, {"t": "1"}) == (manifest, {"a.html": 4})
    assert unchanged(tmp_path, ("a.html",), {"i": "2"}, {"t": "1"}) is None
    assert unchanged(tmp_path, ("a.html",), {"i": "1"}, {"t": "2"}) is None
    assert unchanged(tmp_path, ("a.html", "a.pdf"), {"i": "1"}, {"t": "1"}) is None


def test_version_of_the_brands_fonts_is_an_input() -> None:
    files = {"content/a/plan.yaml": "a", "templates/brand.yaml": "fonts:\n  package: fontpkg_arimo # Arimo\n"}
    assert inputs_of(order(), Memory(files), "content/a")["package fontpkg_arimo"] == tools()["fontpkg-arimo"]


def test_the_guide_among_the_templates_is_no_input() -> None:
    inputs = inputs_of(order(), Memory({**FILES, "templates/README.md": "d"}), "content/a")
    assert "templates/README.md" not in inputs
