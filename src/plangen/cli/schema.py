"""What `plangen schema` does: the schemas of each kind of file, written to a folder for each language."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from plangen.locale.catalogue import DEFAULT_LANGUAGE, LANGUAGES, catalogue
from plangen.output.files import put_in_place
from plangen.schema.files import schema_files
from plangen.schema.vscode import SNIPPETS, front_matter_snippets


def write_schemas(root: Path, output: Path, language: str, *, vscode: bool = False) -> int:
    """Writes the schemas in a language, or in every one, and says where. The exit code.

    For VS Code its snippets too, in one language.
    """
    words = catalogue(language or DEFAULT_LANGUAGE)
    for each in (language,) if language else LANGUAGES:
        folder = root / output / each
        files = {PurePosixPath(name).name: content for name, content in schema_files((each,)).items()}
        put_in_place(folder, files)
        print(words.report["schemas-written"].format(path=folder.as_posix(), files=len(files)))
    if vscode:
        path = root / SNIPPETS
        put_in_place(path.parent, {path.name: front_matter_snippets(words.language)})
        print(words.report["snippets-written"].format(path=path.as_posix()))
    return 0
