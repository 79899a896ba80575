"""Finding a patient by reference, and reading and writing other systems' files."""

from __future__ import annotations

SENTENCES = {
    "patients.unknown_ref": "No patient has the reference {ref}.",
    "patients.ambiguous_ref": "The reference {ref} fits several patients: {record_numbers}. Use one of these numbers.",
    "exchange.no_such_path": "There is no file or folder {path}.",
    "exchange.nothing_to_read": "There is nothing to import: name a file or a folder.",
    "exchange.import_running": "Another import into this practice is running. Wait until it is done.",
    "exchange.file_changed": "The file {path} changed while it was read. Nothing was imported. Import it again.",
    "exchange.undo_needs_id": "Name one import by its number, such as: import undo 3. `import list` shows the numbers.",
    "exchange.no_such_import": "There is no import {id}.",
    "exchange.not_complete": "Import {id} was never completed: there is nothing to take back.",
    "exchange.undone_already": "Import {id} was taken back before.",
    "exchange.too_late_to_undo": "Import {id} is more than {days} days old and cannot be taken back as a whole any more.",
    "exchange.reason_too_long": "The reason is too long: at most {most} characters.",
    "exchange.safety_unassessed": (
        "Taking this import back would change {count} answers about death or self-harm that nobody has assessed. "
        "A clinician assesses them first, on Today."
    ),
    "exchange.changed_since_import": (
        "This import cannot be taken back: {count} entries were changed here since or were added to what it brought "
        "(record numbers: {records}). Nothing was lost or changed now. Take those changes back first."
    ),
    "exchange.later_import_built_on_it": (
        "This import cannot be taken back: a later import changed or added {count} entries that belong to it. "
        "Take the later import back first."
    ),
    "exchange.list_unreadable": "The list {path} cannot be read. {why}",
    "exchange.list_no_column": "The list {path} has no column {column}. Its columns are: {columns}.",
    "exchange.list_no_field": "A list of {kind} has no field {name}. There are: {fields}.",
    "exchange.list_lacks": "It is not known yet which column of {path} is the {what}. Name it with --column {what}=COLUMN.",
    "exchange.list_dates": (
        "Dates such as 03/04/2026 in {path} could be two different days. Say --dates mdy (month first) or "
        "--dates dmy (day first)."
    ),
    "exchange.refused_needs_list": "--refused writes the refused lines of one list: name exactly one CSV file.",
    "exchange.set_aside_already": "Import {id} was set aside before.",
    "exchange.broke_off": (
        "It broke off: the program ended while it ran, or met a fault. Nothing of it was kept. Run it again."
    ),
    "exchange.cancelled": "The import was stopped. Nothing of it was kept.",
}
