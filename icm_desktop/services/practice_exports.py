"""Everything the practice has, so that it can leave: FHIR line by line, tables, documents, and a manifest of all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from functools import partial
from pathlib import Path

import orjson

from db.files import sync_folder, write_private
from icm_desktop.changes import Changes
from icm_desktop.content.part2 import words
from icm_desktop.contracts.record_export import MANIFEST, ExportPractice, HeldBack, PracticeExported
from icm_desktop.errors import Invalid, JobCancelled
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.services.disclosing import OPERATIONS, Leaving, disclose
from icm_desktop.services.exporting.files import Folder
from icm_desktop.services.exporting.lines import Lines
from icm_desktop.services.exporting.tables import LEFT_OUT, Tables, classes

EVENT, _ACTION = "practice.exported", "services.practice_exports.export"
_NOTES = "notes given to a person by name"


@long_work
@requires(Privilege.BACKUP)
def export(practice: OpenPractice, request: ExportPractice, progress: Progress) -> PracticeExported:
    """Write everything into a new folder, from one snapshot: work goes on meanwhile and is not in it.

    A few records at a time are in memory, whatever the size of the practice.

    Args:
        practice: The open practice.
        request: Into which folder, which is made here, and whether tables and documents go too.
        progress: Told patients and tables done and in all.

    Raises:
        Invalid: export.folder_not_empty, exports.cannot_write.
        JobCancelled: export.cancelled; nothing of it is left.
    """
    folder = Path(request.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Invalid("export.folder_not_empty", field="folder")
    with practice.write(_ACTION) as uow:
        uow.record("practice.export_started", detail={"tables": request.tables})
    try:
        made = _placed(practice, request, folder, progress)
    except JobCancelled:
        raise JobCancelled("export.cancelled") from None
    except OSError:
        raise Invalid("exports.cannot_write") from None
    with practice.write(_ACTION) as uow:
        detail = {"sha256": made.sha256, "patients": made.patients, "files": len(made.files), "tables": request.tables}
        uow.record(EVENT, detail=detail)
        extent = {"format": "practice", "entries": len(made.files)}
        disclose(uow, Leaving(None, "practice_export", OPERATIONS, "", "", sha256=made.sha256, extent=extent))
    return made


def _placed(practice: OpenPractice, request: ExportPractice, folder: Path, progress: Progress) -> PracticeExported:
    """The folder appears when all of it is there; of what fails nothing is left."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.part-", dir=folder.parent))
    try:
        made = _write(practice, request, draft, progress)
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    sync_folder(folder.parent)
    return made


def _write(practice: OpenPractice, request: ExportPractice, draft: Path, progress: Progress) -> PracticeExported:
    folder = Folder(draft)
    try:
        with practice.read() as uow:
            directory = Directory(uow.session, uow.database.database_id, uow.zone)
            lines = Lines(uow.session, directory, folder)
            kinds = classes() if request.tables else []
            total = lines.count() + len(kinds)
            lines.write(lambda done: progress.step(done, total))
            folder.finish_all()
            held: list[HeldBack] = []
            for place, kind in enumerate(kinds):
                tables = Tables(uow.session, folder, partial(progress.step, lines.patients + place, total))
                tables.write(kind)
                held += [HeldBack(kind.__tablename__, tables.held, _NOTES)] if tables.held else []
            manifest = _manifest(folder, lines.patients, held, identity.system_of(uow.database.database_id), uow.now)
    finally:
        folder.abandon()
    write_private(draft / MANIFEST, manifest, durable=True)
    digest = hashlib.sha256(manifest).hexdigest()
    return PracticeExported(request.folder, digest, lines.patients, tuple(folder.finished), tuple(held), Changes())


def _manifest(folder: Folder, patients: int, held: list[HeldBack], source: str, now: object) -> bytes:
    files = sorted(folder.finished, key=lambda one: one.name)
    told = {
        "format": "icm-desktop practice export 1",
        "source": source,
        "made_at": now,
        "patients": patients,
        "notice": words("statement", "en"),
        "files": [{"name": one.name, "count": one.count, "bytes": one.size, "sha256": one.sha256} for one in files],
        "held_back": [{"table": one.kind, "count": one.count, "why": one.why} for one in held],
        "left_out": sorted(LEFT_OUT),
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2)
