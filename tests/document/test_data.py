from __future__ import annotations

from plangen.document.data import KINDS
from plangen.locale.catalogue import LANGUAGES, catalogue


def test_every_kind_of_table_has_a_file_of_its_own_in_every_language() -> None:
    for language in LANGUAGES:
        names = [catalogue(language).labels[f"data-file-{kind}"] for kind in KINDS]
        assert len(set(names)) == len(KINDS)
        assert all(name.replace("-", "").isascii() and name == name.lower() for name in names)
