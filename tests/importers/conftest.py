"""openpyxl is loaded as plangen loads it, before any test does."""

import plangen.importers.workbook  # noqa: F401
