"""Asks LibreOffice, through UNO, what it makes of a DOCX file, and prints the answer as JSON.

Run by a Python that has `uno`: libreoffice_report.py SOFFICE FILE PROFILE. The answer holds the lines of the contents
lists and the text of fields, before and after everything is updated; the headings with page and number; page count.
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


def main(soffice: str, file: str, profile: str) -> None:
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
        print(json.dumps(report(document), ensure_ascii=False))
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
    document.TextFields.refresh()
    for index in range(document.DocumentIndexes.Count):
        document.DocumentIndexes.getByIndex(index).update()
    after = {"contents": contents(document), "fields": fields(document)}
    return {"before": before, "after": after, "headings": found, "pages": pages}


def contents(document) -> list:
    indexes = document.DocumentIndexes
    return [indexes.getByIndex(index).Anchor.String.split("\n") for index in range(indexes.Count)]


def fields(document) -> list:
    found = []
    enumeration = document.TextFields.createEnumeration()
    while enumeration.hasMoreElements():
        found.append(enumeration.nextElement().getPresentation(False))
    return sorted(found)


def paragraphs(document):
    enumeration = document.Text.createEnumeration()
    while enumeration.hasMoreElements():
        element = enumeration.nextElement()
        if element.supportsService("com.sun.star.text.Paragraph"):
            yield element


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
