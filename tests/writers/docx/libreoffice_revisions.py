"""Has LibreOffice, through UNO, accept and reject all the tracked changes of DOCX files, one office for all of them.

Run by a Python that has `uno`: libreoffice_revisions.py SOFFICE FOLDER PROFILE. Of each `x.docx` in the folder two
files are made, `x.new.docx` and `x.old.docx`; of each `x.plain.docx`, which has no changes, `x.plain.new.docx` alone,
so that what LibreOffice makes of a file is compared with what it makes of another.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

PATIENCE = 60
COMMANDS = {"new": ".uno:AcceptAllTrackedChanges", "old": ".uno:RejectAllTrackedChanges"}


def main(soffice: str, folder: str, profile: str) -> None:
    """Starts LibreOffice, has it go through the files, and stops it."""
    pipe = f"plangen{uuid.uuid4().hex}"
    options = ["--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen([soffice, f"-env:UserInstallation={uno.systemPathToFileUrl(profile)}", *options])
    try:
        context = connect(pipe)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for file in sorted(Path(folder).glob("*.docx")):
            settle(desktop, dispatcher, file)
        with contextlib.suppress(DisposedException):
            desktop.terminate()
        process.wait(PATIENCE)
    finally:
        process.kill()


def settle(desktop, dispatcher, file: Path) -> None:
    """Writes what becomes of a file."""
    for side, command in COMMANDS.items():
        if file.name.endswith(".plain.docx") and side == "old":
            continue
        document = desktop.loadComponentFromURL(url(file), "_blank", 0, (named("Hidden", True),))
        dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        target = file.with_name(f"{file.stem}.{side}.docx")
        document.storeToURL(url(target), (named("FilterName", "MS Word 2007 XML"),))
        document.close(True)


def named(name: str, value) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def url(file: Path) -> str:
    return uno.systemPathToFileUrl(str(file))


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
