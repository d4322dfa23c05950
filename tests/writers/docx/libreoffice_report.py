"""Asks LibreOffice, through UNO, what it makes of a DOCX file, and prints the answer as JSON.

Run by a Python that has `uno`: libreoffice_report.py SOFFICE FILE PROFILE [edit]. The answer holds the lines of
contents lists and the text of fields, before and after everything is updated; the headings with page and number; pages.
With `edit` a heading, an item of a numbered list and a row of a table are then put in as a writer would, everything is
updated, and `edited` tells what has become of it.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

PATIENCE = 60
PARAGRAPH_BREAK = 0
"""com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK"""


def main(soffice: str, file: str, profile: str, *orders: str) -> None:
    """Starts LibreOffice, asks, prints and stops it."""
    pipe = f"plangen{uuid.uuid4().hex}"
    options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen([soffice, f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", *options])
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        hidden = PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, (hidden,))
        found = report(document)
        if "edit" in orders:
            found["edited"] = edited(document)
        print(json.dumps(found, ensure_ascii=False))
        document.close(True)
        with contextlib.suppress(DisposedException):
            desktop.terminate()
        process.wait(PATIENCE)
    finally:
        process.kill()


def report(document) -> dict:
    before = {"contents": contents(document), "fields": fields(document)}
    cursor = document.CurrentController.ViewCursor
    found = [heading(paragraph, cursor) for paragraph in paragraphs(document) if paragraph.OutlineLevel]
    cursor.jumpToLastPage()
    pages = cursor.Page
    update(document)
    after = {"contents": contents(document), "fields": fields(document)}
    return {"before": before, "after": after, "headings": found, "pages": pages}


def update(document) -> None:
    document.TextFields.refresh()
    for index in range(document.DocumentIndexes.Count):
        document.DocumentIndexes.getByIndex(index).update()


def edited(document) -> dict:
    """What has become of a heading before the second chapter, a second list item and a row before a table's last."""
    elements = list(enumerated(document.Text))
    chapters = [at for at, each in enumerate(elements) if style(each) == "Heading 1" and each.ListLabelString]
    before = next(at for at in chapters[1:] if elements[at - 1].supportsService("com.sun.star.text.Paragraph"))
    added = after(elements[before - 1], "Tillagd rubrik")
    added.ParaStyleName = "Heading 1"
    first = next(each for each in elements if style(each).startswith("List Number"))
    after(first, "Tillagd punkt")
    table = max(
        (document.TextTables.getByIndex(at) for at in range(document.TextTables.Count)), key=lambda it: it.Rows.Count
    )
    rows = table.Rows.Count
    table.Rows.insertByIndex(rows - 2, 1)
    update(document)
    items = [each for each in paragraphs(document) if style(each) == first.ParaStyleName]
    return {
        "contents": contents(document),
        "fields": fields(document),
        "headings": [[each.ListLabelString, each.String] for each in paragraphs(document) if each.OutlineLevel],
        "items": [[each.ListLabelString, each.String] for each in items],
        "rows": [rows, table.Rows.Count, table.RepeatHeadline],
        "styles": [cell_styles(table, row) for row in (rows - 3, rows - 2)],
    }


def after(paragraph, text: str):
    """A paragraph put in below another, as by the Enter key."""
    cursor = paragraph.Text.createTextCursorByRange(paragraph.End)
    paragraph.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
    paragraph.Text.insertString(cursor, text, False)
    return cursor


def cell_styles(table, row: int) -> list:
    return [style(next(enumerated(table.getCellByPosition(at, row)))) for at in range(2)]


def style(element) -> str:
    return element.ParaStyleName if element.supportsService("com.sun.star.text.Paragraph") else ""


def enumerated(text):
    enumeration = text.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def contents(document) -> list:
    """The lines of each list, its title too where it is part of it, but not the hair in which its field ends."""
    indexes = document.DocumentIndexes
    return [indexes.getByIndex(index).Anchor.String.strip("\n").split("\n") for index in range(indexes.Count)]


def fields(document) -> list:
    found = []
    enumeration = document.TextFields.createEnumeration()
    while enumeration.hasMoreElements():
        found.append(enumeration.nextElement().getPresentation(False))
    return sorted(found)


def paragraphs(document):
    return (each for each in enumerated(document.Text) if each.supportsService("com.sun.star.text.Paragraph"))


def heading(paragraph, cursor) -> dict:
    cursor.gotoRange(paragraph.Start, False)
    return {
        "page": cursor.Page,
        "level": paragraph.OutlineLevel,
        "number": paragraph.ListLabelString,
        "text": paragraph.String,
    }


def connect(pipe: str):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(PATIENCE * 10):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


main(*sys.argv[1:])
