"""One import from its first file to the moment it becomes visible."""

from __future__ import annotations

import gc
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from db.models.exchange import ImportBatch
from db.models.patient import Patient
from db.models.scheduling import ReferralEvent
from db.process_lock import ProcessLock
from db.repositories import imports
from db.repositories.imports import IMPORT_ACTION
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.exchange import FileReport, ImportReport, ImportRequest, Match
from icm_desktop.errors import Conflict, JobCancelled
from icm_desktop.exchange.fhir import reading
from icm_desktop.exchange.fhir.index import HELD, Index, Thing, place_of, resource_id_of
from icm_desktop.exchange.fhir.links import ImportLinks
from icm_desktop.exchange.fhir.mapped import Mapped, NotMapped
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.reading import Broken, Entry, Unreadable
from icm_desktop.exchange.fhir.types import MAPS, why_not
from icm_desktop.long_work import Progress
from icm_desktop.practice import OpenPractice
from icm_desktop.services.importing import files as accounts
from icm_desktop.services.importing.facts import Change, Fact, Facts
from icm_desktop.services.importing.files import NOT_UNDERSTOOD, READ, REFUSED, UNCHANGED, UPDATED, ReadFile
from icm_desktop.services.importing.known import Known
from icm_desktop.services.importing.likenesses import Pair, likenesses
from icm_desktop.services.importing.linked import Linked, event_row
from icm_desktop.services.importing.settling import Settled
from icm_desktop.services.importing.updating import Updater
from icm_desktop.services.importing.writing import Writer

_SEARCH_EVERY = 4_000  # resources between two searches for cycles of what transactions leave behind
_TAKEN_AT_ONCE = 1_000  # rows of an unfinished import deleted in one transaction
_KINDS = ("patient", "goal", "plan_action", "referral", "appointment", "task", "chart", "import")


class ImportRun:
    """Reads files, writes new resources in short slices that nobody sees, and shows all of them at once at the end."""

    def __init__(self, practice: OpenPractice, request: ImportRequest, progress: Progress) -> None:
        self._practice = practice
        self._dry = request.dry_run
        self._progress = progress
        self._files = accounts.gather(request.paths)
        self._known = Known(practice)
        self._index = Index(self._known.find)
        self._repeated: set[int] = set()
        self._total = self._done = self._since_search = 0

    def run(self) -> ImportReport:
        """Do all of it.

        Raises:
            JobCancelled: "exchange.cancelled"; nothing of the import is left.
            Conflict: "exchange.import_running" when another import is running on this computer;
                "exchange.file_changed" when a file changed while it was read: nothing of the import is left.
        """
        with _without_cycle_search():
            return self._run()

    def _run(self) -> ImportReport:
        if self._dry:
            self._scan()
            return self._load(None)
        with _alone(self._practice):
            _remove_unfinished(self._practice)
            self._scan()
            import_id = self._begin()
            try:
                return self._load(import_id)
            except BaseException as error:
                cancelled = isinstance(error, JobCancelled)
                _take_away(self._practice, import_id, "cancelled" if cancelled else "failed")
                if cancelled:
                    raise JobCancelled("exchange.cancelled", done=self._done, total=self._total) from None
                raise

    def _scan(self) -> None:
        seen: set[int] = set()
        for file in accounts.iterate(self._files):
            self._progress.step(0, 0)
            file.stamp = file.now()
            try:
                for entry in reading.entries(file.path):
                    self._scan_entry(file, entry, seen)
            except Unreadable as problem:
                self._index.forget(file.number)
                file.drop("skipped" if problem.skipped else "refused", problem.reason)
        self._total = sum(counts[READ] for file in self._files for counts in file.counts.values())

    def _scan_entry(self, file: ReadFile, entry: Entry | Broken, seen: set[int]) -> None:
        if isinstance(entry, Broken):
            file.count(entry.kind, READ)
            file.count(entry.kind, REFUSED)
            file.notes[entry.reason] += 1
            return
        kind = str(entry.resource["resourceType"])
        file.count(kind, READ)
        place = place_of(file.number, file.folder, entry.bundle, entry.source)
        try:
            resource_id = resource_id_of(entry)
            self._index.add(entry, kind, resource_id, place)
        except NotMapped as problem:
            if kind in HELD:  # the others are refused when they are mapped
                file.count(kind, REFUSED)
                file.notes[problem.reason] += 1
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
                state="loading", started_at=uow.now, by_user_id=uow.actor.user_id, process=process, report=None
            )
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
        facts = Facts(self._index, self._known, links, writer, self._repeated, zone)
        linked.write_directory(self._step)
        linked.write_people(self._step)
        for file in accounts.iterate(self._files):
            facts.read(file, self._step)
        facts.finish(self._step)
        return _End(self._practice, self._files, import_id, linked, facts, settled, self._known).finish()

    def _step(self, count: int) -> None:
        self._since_search += count
        if self._since_search > _SEARCH_EVERY:
            self._since_search = 0
            gc.collect(0)
        self._done = min(self._done + count, self._total)
        self._progress.step(self._done, self._total)


class _End:
    """The last transaction: changes to what we had, likenesses, and everything becomes visible."""

    def __init__(
        self,
        practice: OpenPractice,
        files: list[ReadFile],
        import_id: int | None,
        linked: Linked,
        facts: Facts,
        settled: Settled,
        known: Known,
    ) -> None:
        self._practice = practice
        self._files = files
        self._import_id = import_id
        self._linked = linked
        self._facts = facts
        self._settled = settled
        self._known = known
        self._new = {row_id: person(thing.resource) for row_id, thing in linked.new_people.items()}

    def finish(self) -> ImportReport:
        """Do it, or in a dry run only say what would happen."""
        if self._import_id is None:
            with self._practice.read() as uow, self._known.within(uow):
                self._update_all(uow, dry=True)
                return self._report(uow, likenesses(uow, self._new), None)
        with self._practice.write(IMPORT_ACTION, see_incomplete=True) as uow, self._known.within(uow):
            self._update_all(uow, dry=False)
            self._note_no_known_allergies(uow)
            pairs = likenesses(uow, self._new)
            report = self._report(uow, pairs, uow.action_id)
            self._complete(uow, report)
            return report

    def _update_all(self, uow: UnitOfWork, dry: bool) -> None:
        for thing in self._linked.changed:
            fact = self._as_fact(thing)
            if fact is not None:
                file = self._files[thing.place.file]
                self._update(uow, file, Change(fact, self._settled.stored[id(thing)]), thing, dry)
        for file, change in self._facts.changes:
            self._update(uow, file, change, None, dry)

    def _as_fact(self, thing: Thing) -> Fact | None:
        if thing.content is None:
            return None
        subject = self._settled.subject(thing)
        return Fact(thing.resource, thing.kind, thing.id, thing.place, subject, thing.row_id, thing.content)

    def _update(self, uow: UnitOfWork, file: ReadFile, change: Change, thing: Thing | None, dry: bool) -> None:
        fact = change.fact
        older = Updater(uow).is_older(change.stored, fact.resource)
        if older or self._known.was_passed_over(change.stored.digest, fact.content.digest):
            file.count(fact.kind, UNCHANGED if fact.kind in MAPS else NOT_UNDERSTOOD)
            reason = "an older copy than ours" if older else "a copy that was passed over before"
            file.notes[f"{fact.kind}: {reason} was not used"] += 1
            return
        try:
            mapped = self._map(file, fact, thing)
        except NotMapped as problem:
            file.count(fact.kind, REFUSED)
            file.notes[problem.reason] += 1
            return
        file.count(fact.kind, UPDATED if fact.kind in MAPS else NOT_UNDERSTOOD)
        if dry:
            return
        kept = Updater(uow).update(change.stored, fact.content, mapped)
        if kept:
            file.notes[f"{fact.kind}: {kept} fields were changed here since; ours were kept"] += 1
        if thing is not None:
            self._add_referral_facts(uow, thing)

    def _map(self, file: ReadFile, fact: Fact, thing: Thing | None) -> Mapped | None:
        if fact.kind not in MAPS:
            file.notes[why_not(fact.kind)] += 1
            return None
        return self._facts.map(fact, file) if thing is None else self._linked.map(thing)

    def _add_referral_facts(self, uow: UnitOfWork, thing: Thing) -> None:
        """A changed order, task or visit may bring new dated facts of a referral; known ones stay."""
        for request, facts in self._linked.facts_around(thing):
            owner = self._settled.patient_of.get(id(request)) or self._settled.patient_of.get(id(thing))
            if request.row_id is None or owner is None or owner.row_id is None:
                continue
            known = uow.session.query(ReferralEvent.state, ReferralEvent.happened_on).filter(
                ReferralEvent.service_request_id == request.row_id
            )
            had = {(state, day) for state, day in known}
            for fact in facts:
                if (fact.state, fact.happened_on) not in had:
                    row = event_row(fact, request.row_id)
                    uow.session.add(ReferralEvent(**row, patient_id=owner.row_id))

    def _note_no_known_allergies(self, uow: UnitOfWork) -> None:
        for patient_id, day in self._facts.no_known_allergies.items():
            patient = uow.session.get(Patient, patient_id)
            if patient is not None and patient.no_known_allergies_on is None:
                patient.no_known_allergies_on = day

    def _report(self, uow: UnitOfWork, pairs: list[Pair], action_id: int | None) -> ImportReport:
        refs = self._refs(uow, pairs)
        matches = [
            Match((refs[pair.one], refs[pair.other]), pair.alike.certainty, pair.alike.reasons) for pair in pairs
        ]
        files: tuple[FileReport, ...] = tuple(file.report() for file in self._files)
        totals = accounts.as_counts(accounts.totals(self._files))
        changes = Changes.of(*_KINDS, action_id=action_id) if action_id is not None else Changes()
        return ImportReport(self._import_id, files, totals, tuple(matches), len(self._new), changes)

    def _refs(self, uow: UnitOfWork, pairs: list[Pair]) -> dict[int, str]:
        refs: dict[int, str] = {}
        for patient_id in {each for pair in pairs for each in (pair.one, pair.other)}:
            thing = self._linked.new_people.get(patient_id)
            patient = uow.session.get(Patient, patient_id) if patient_id > 0 else None
            refs[patient_id] = patient.record_number if patient else (thing.key if thing else "")
        return refs

    def _complete(self, uow: UnitOfWork, report: ImportReport) -> None:
        batch = uow.session.get(ImportBatch, self._import_id)
        if batch is None:
            raise RuntimeError("the import is gone")
        batch.state, batch.finished_at = "complete", uow.now
        created = sum(counts.created for _, counts in report.totals)
        batch.report = {
            "files": len(report.files),
            "created": created,
            "patients": report.patients,
            "passed_over": accounts.passed_over(self._files),
        }


def _remove_unfinished(practice: OpenPractice) -> None:
    """Take away what imports that were killed have left; they never became visible."""
    with practice.read() as uow:
        unfinished = imports.unfinished(uow.session)
    for import_id in unfinished:
        _take_away(practice, import_id, "failed")


def _take_away(practice: OpenPractice, import_id: int, state: str) -> None:
    """Delete the rows of an unfinished import in short transactions and give it its final state."""
    gone = True
    while gone:
        with practice.write(IMPORT_ACTION, see_incomplete=True) as uow:
            gone = imports.take_away(uow, import_id, _TAKEN_AT_ONCE) > 0
            batch = uow.session.get(ImportBatch, import_id)
            if not gone and batch is not None:
                batch.state, batch.finished_at = state, uow.now


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """Parsed JSON has no cycles, but searching it for them took a fifth of the time of an import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_on:
            gc.enable()


@contextmanager
def _alone(practice: OpenPractice) -> Iterator[None]:
    """Only one import at a time on this computer: what another has not finished must not be taken away."""
    database = practice.database
    lock = ProcessLock(database.anchor.path.parent / f"{database.database_id}.import.lock")
    if not lock.take():
        raise Conflict("exchange.import_running")
    try:
        yield
    finally:
        lock.release()
