import json
from decimal import Decimal

from plangen.brand.brand import DEFAULT
from plangen.build import job, timestamp_of
from plangen.document.diff.differences import CellDifference, Difference
from plangen.document.document import Comparison, Document, Metadata
from plangen.writers.changes_json import write


def test_differences_are_given_whole_and_numbers_exactly():
    values = {"old_value": Decimal("0.1"), "new_value": Decimal("0.30")}
    cell = CellDifference(id="c", heading="Ram", role="figure", field="ram", old="0,1", new="0,3", **values)
    found = Difference(kind="edited", what="budget-row", id="r", title="Vård", cells=(cell,))
    comparison = Comparison(base="main", head="nu", differences=(found,))
    document = Document(metadata=Metadata(title="Plan", language="sv-SE"), blocks=(), comparison=comparison)
    read = json.loads(write(job(document, DEFAULT, timestamp_of(document, None))))
    assert (read["format"], read["base"], read["head"], read["plan"]) == (1, "main", "nu", "Plan")
    [difference] = read["differences"]
    assert (difference["kind"], difference["what"], difference["id"]) == ("edited", "budget-row", "r")
    assert (difference["cells"][0]["old_value"], difference["cells"][0]["new_value"]) == ("0.1", "0.30")
