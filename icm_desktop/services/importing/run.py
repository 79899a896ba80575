"""One import from its first file to the moment it becomes visible."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from db.database import OpenDatabase
from db.models.exchange import ImportBatch
from db.repositories import imports
from db.repositories.imports import IMPORT_ACTION
from icm_desktop.contracts.exchange import ImportReport, ImportRequest
from icm_desktop.errors import Conflict, JobCancelled, UserError
from icm_desktop.exchange import formats
from icm_desktop.exchange.fhir.index import HELD, Index, place_of, resource_id_of
from icm_desktop.exchange.fhir.links import ImportLinks
from icm_desktop.exchange.fhir.mapped import NotMapped
from icm_desktop.exchange.fhir.reading import Broken, Gone, Left, Remark, Unreadable
from icm_desktop.exchange.fhir.types import MAPS
from icm_desktop.exchange.fhir.unread import elements
from icm_desktop.exchange.received import Received
from icm_desktop.long_work import Progress, without_cycle_search
from icm_desktop.practice import OpenPractice
from icm_desktop.services.importing import files as accounts
from icm_desktop.services.importing import undoing
from icm_desktop.services.importing.ending import Ending
from icm_desktop.services.importing.facts import Facts
from icm_desktop.services.importing.files import NOT_UNDERSTOOD, READ, ReadFile
from icm_desktop.services.importing.known import Known
from icm_desktop.services.importing.linked import Linked
from icm_desktop.services.importing.settling import Settled
from icm_desktop.services.importing.writing import Writer

_SEARCH_EVERY = 4_000  # resources between two searches for cycles of what transactions leave behind
_TAKEN_AT_ONCE = 1_000  # rows of an unfinished import deleted in one transaction


class ImportRun:
    """Reads files, writes new resources in short slices that nobody sees, and shows all of them at once at the end."""

    def __init__(
        self,
        practice: OpenPractice,
        request: ImportRequest,
        progress: Progress,
        received: Received | None = None,
        partner_id: int | None = None,
    ) -> None:
        self._practice = practice
        self._request = request
        self._dry = request.dry_run
        self._progress = progress
        self._partner_id = partner_id
        read = [ReadFile(received, received.name, 0, 0)] if received is not None else None
        self._files = read or accounts.gather(request.paths)
        self._known = Known(practice)
        self._mappings = {**self._known.mappings, **{one.key: one for one in request.mappings}}
        self._formats = formats.Known(self._mappings, self._known.today)
        self._index = Index(self._known.find)
        self._repeated: set[int] = set()
        self._gone: list[Gone] = []
        self._total = self._done = self._since_search = 0

    def run(self) -> ImportReport:
        """Do all of it.

        Raises:
            JobCancelled: "exchange.cancelled"; nothing of the import is left.
            Conflict: "exchange.import_running" when another import is running on this computer;
                "exchange.file_changed" when a file changed while it was read: nothing of the import is left.
        """
        with without_cycle_search():
            return self._run()

    def _run(self) -> ImportReport:
        if self._dry:
            self._scan()
            return self._load(None)
        with alone(self._practice.database):
            _remove_unfinished(self._practice)
            self._scan()
            import_id = self._begin()
            try:
                return self._load(import_id)
            except BaseException as error:
                cancelled = isinstance(error, JobCancelled)
                why = error if isinstance(error, UserError) else None
                _take_away(self._practice, import_id, "cancelled" if cancelled else "failed", why)
                if cancelled:
                    raise JobCancelled("exchange.cancelled", done=self._done, total=self._total) from None
                raise

    def _scan(self) -> None:
        seen: set[int] = set()
        for file in accounts.iterate(self._files):
            self._progress.step(0, 0)
            file.stamp = file.now()
            try:
                for entry in formats.entries(file.path, self._formats):
                    self._scan_entry(file, entry, seen)
            except Unreadable as problem:
                self._index.forget(file.number)
                file.drop("skipped" if problem.skipped else "refused", problem.reason)
        self._total = sum(counts[READ] for file in self._files for counts in file.counts.values())

    def _scan_entry(self, file: ReadFile, entry: formats.Found, seen: set[int]) -> None:
        if isinstance(entry, Remark):
            file.notes[entry.words] += 1
            return
        if isinstance(entry, Gone):
            file.notes[f"{entry.kind}: told as deleted at its source; nothing is deleted here"] += 1
            self._gone.append(entry)
            return
        if isinstance(entry, Broken):
            file.count(entry.kind, READ)
            file.refuse(entry.kind, entry.reason, entry.line)
            return
        if isinstance(entry, Left):
            file.count(entry.kind, READ)
            file.count(entry.kind, NOT_UNDERSTOOD)
            file.notes[entry.reason] += 1
            return
        kind = str(entry.resource["resourceType"])
        file.count(kind, READ)
        if kind in MAPS:
            file.unread.update((kind, path) for path in elements().unread(kind, entry.resource))
        place = place_of(file.number, file.folder, entry.bundle, entry.source)
        try:
            resource_id = resource_id_of(entry)
            self._index.add(entry, kind, resource_id, place)
        except NotMapped as problem:
            if kind in HELD:  # the others are refused when they are mapped
                file.refuse(kind, problem.reason, entry.bundle)
            return
        if kind not in HELD:
            self._note_repeated(hash((kind, resource_id)), seen)

    def _note_repeated(self, key: int, seen: set[int]) -> None:
        if key in seen:
            self._repeated.add(key)
        seen.add(key)

    def _begin(self) -> int:
        with self._practice.write(IMPORT_ACTION) as uow:
            process = f"{socket.gethostname()}:{os.getpid()}"
            batch = ImportBatch(
                state="loading", started_at=uow.now, by_user_id=uow.actor.user_id, process=process,
                report={"paths": list(self._request.paths)}, again_of=self._request.again_of,
                partner_id=self._partner_id,
            )  # fmt: skip
            uow.session.add(batch)
            uow.session.flush()
            return batch.id

    def _load(self, import_id: int | None) -> ImportReport:
        gc.freeze()  # what was read stays to the end: no search need look at it
        settled = Settled(self._index, self._known)
        links = ImportLinks(self._index, self._known.ours)
        writer = Writer(self._practice, import_id, self._known)
        zone = self._practice.zone
        linked = Linked(self._index, settled, links, writer, self._files, zone)
        second = formats.Known(self._mappings, self._known.today)
        facts = Facts(self._index, self._known, links, writer, self._repeated, zone, second)
        facts.gone = self._gone
        linked.write_directory(self._step)
        linked.write_people(self._step)
        for file in accounts.iterate(self._files):
            facts.read(file, self._step)
        facts.finish(self._files, self._step)
        ending = Ending(self._practice, self._files, import_id, linked, facts, settled, self._known)
        return ending.finish(self._mappings)

    def _step(self, count: int) -> None:
        self._since_search += count
        if self._since_search > _SEARCH_EVERY:
            self._since_search = 0
            gc.collect(0)
        self._done = min(self._done + count, self._total)
        self._progress.step(self._done, self._total)


def _remove_unfinished(practice: OpenPractice) -> None:
    """Take away what imports that were killed have left, and put away what an undo that was killed has left."""
    with practice.read() as uow:
        unfinished = imports.unfinished(uow.session)
        untidy = undoing.untidy(uow.session)
    for import_id in untidy:
        undoing.tidy(import_id, practice)
    for import_id in unfinished:
        _take_away(practice, import_id, "failed")


def _take_away(practice: OpenPractice, import_id: int, state: str, why: UserError | None = None) -> None:
    """Delete the rows of an unfinished import in short transactions and give it its final state, with the reason."""
    gone = True
    while gone:
        with practice.write(IMPORT_ACTION, see_incomplete=True) as uow:
            gone = imports.take_away(uow, import_id, _TAKEN_AT_ONCE) > 0
            batch = uow.session.get(ImportBatch, import_id)
            if not gone and batch is not None:
                batch.state, batch.finished_at = state, uow.now
                if why is not None:
                    batch.report = {**(batch.report or {}), "error": [why.code, {**why.params}]}


@contextmanager
def alone(database: OpenDatabase) -> Iterator[None]:
    """Only one import at a time on this computer: what another has not finished must not be taken away."""
    lock = imports.import_lock(database)
    if not lock.take():
        raise Conflict("exchange.import_running")
    try:
        yield
    finally:
        lock.release()
