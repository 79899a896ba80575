"""Sentences only the command line says."""

from __future__ import annotations

SENTENCES = {
    "cli.pathways_pathway": "Say which pathway you mean: add --pathway and an id of `pathways list`.",
    "cli.pathway_refused": "{file}, line {line}, is not used: {reason}",
    "cli.pathways_patient": "Say whose pathways you want: add --patient and a record number.",
    "cli.screen_what": "Say what to score: --instrument ID of `screen list` and --answers FILE.",
    "cli.screen_unknown": "There is no questionnaire {instrument}. `screen list` names them.",
    "cli.screen_file": '{file} cannot be read as answers. It must be a JSON object such as {{"1": 2, "2": 0}}.',
    "cli.made": "Made {database}.\nRecovery code, shown only now: {code}\nPrint it and keep it away from this computer. "
    "Without a password or this code nobody can open the records.",
    "cli.updating": "An older version wrote this database. A copy is brought up to date and checked, then takes its place; it needs {needed_mb} MB of free disk.",
    "cli.updated": "The database is up to date. The file as it was before is kept until the next update: {file}.",
    "cli.backup_made": "Backup of {patients} patients written to {out}, opened and checked.",
    "cli.restored": "Restored {patients} patients from the backup of {made_at} into {database}. Every check was made.",
    "cli.restored_updated": "An older version had made the backup; the new file is up to date.",
    "cli.new_code": "New recovery code, shown only now: {code}\nPrint it. The code before works until this one is confirmed in the program.",
    "cli.no_new_file": "Say which new file to make with --database FILE.",
    "cli.no_way_in": "Say what opens the backup: --user NAME with a password, or --recovery-code-file FILE.",
    "cli.filled": "Made {patients} patients with {rows} records. They are invented.",
    "cli.handout_made": "Wrote {out}, pages: {pages}.",
    "cli.calendar_written": "Wrote {out}, visits: {visits}. The file is not encrypted.",
    "cli.not_in_language": "Not in the language of the page, printed in its own box: {line}",
    "cli.overflow": "Did not fit: {line}",
    "cli.import_progress": "{percent} % read and saved",
    "cli.import_progress_dry": "{percent} % read, nothing is saved",
    "cli.import_left_out": "Kept or left out, and shown on no screen:",
    "cli.refused_saved": "{count} refused lines were written to {path}.",
    "cli.import_undone": "Import {id} was taken back: {removed} rows removed, {patients} patients among them, and "
    "{restored} rows have their values from before again.",
    "cli.not_opened": "NOT CHECKED: the file does not open",
    "cli.no_display": "There is no display here, so no window can be opened. The tour walks through the program instead.",
    "cli.tour_done": "{pictures} pictures and {pdfs} PDFs are in {out}.",
    "cli.tour_failed": "The tour did not get to its end. What it wrote so far is in {out}.",
    "cli.no_user": "Say who signs in with --user NAME.",
    "cli.no_password": "Give the password in a file with --password-file FILE, or in the ICM_PASSWORD variable.",
    "cli.password_file": "The password file {file} cannot be read.",
    "cli.cannot_write": "{file} cannot be written: {reason}.",
    "cli.file_exists": "There is a file at {file} already. Choose another name; nothing was changed.",
    "cli.days_reversed": "The last day is before the first.",
    "cli.not_empty": "This database has patients already. The generated practice only fills an empty one.",
}
