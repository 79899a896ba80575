"""Finding a patient by reference, and reading and writing other systems' files."""

from __future__ import annotations

SENTENCES = {
    "patients.unknown_ref": "No patient has the reference {ref}.",
    "patients.ambiguous_ref": "The reference {ref} fits several patients: {record_numbers}. Use one of these numbers.",
    "exchange.no_such_path": "There is no file or folder {path}.",
    "exchange.nothing_to_read": "There is nothing to import: name a file or a folder.",
    "exchange.import_running": "Another import into this practice is running. Wait until it is done.",
    "exchange.file_changed": "The file {path} changed while it was read. Nothing was imported. Import it again.",
    "exchange.cancelled": "The import was stopped. Nothing of it was kept.",
}
