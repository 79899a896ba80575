"""What the first run asks before anybody is signed in: does the keyring keep secrets, and the sheet to print."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from db import keys
from db.device import device_store
from icm_desktop.contracts.keeping import SheetRequest
from icm_desktop.refusals import as_cannot_open


def keyring_answers() -> bool:
    """Whether this computer's keyring keeps secrets: what is written can be read and deleted again."""
    return device_store().answers()


def recovery_sheet(request: SheetRequest) -> bytes:
    """The printed sheet of a practice that was just made, as a PDF.

    Raises:
        CannotOpen: there is no such practice.
    """
    from icm_desktop.reports import recovery_sheet as sheet  # loads the writer of PDFs

    with as_cannot_open():
        database_id = keys.database_id_of(Path(request.database))
    return sheet.draw(request, database_id, dt.datetime.now().astimezone().date())
