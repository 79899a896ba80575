"""The last transaction of an import: changes to what we had, likenesses, and everything becomes visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, replace
from functools import partial

from db import match_keys
from db.models.exchange import ImportBatch
from db.models.patient import Patient
from db.models.scheduling import ReferralEvent
from db.repositories import partners
from db.repositories.imports import IMPORT_ACTION, check_references_at_commit
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.exchange import FileReport, ImportReport, Match
from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.domain.referral_states import DRAFT, may_become
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.index import Thing
from icm_desktop.exchange.fhir.mapped import Mapped, NotMapped
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.types import MAPS, why_not
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.match_people import identity_of
from icm_desktop.services.importing import files as accounts
from icm_desktop.services.importing.differing import asked_so_far, note_differences, open_of_source
from icm_desktop.services.importing.fact import Change, Fact
from icm_desktop.services.importing.facts import Facts
from icm_desktop.services.importing.files import NOT_UNDERSTOOD, REFUSED, UNCHANGED, UPDATED, ReadFile
from icm_desktop.services.importing.known import Known
from icm_desktop.services.importing.likenesses import Pair, likenesses
from icm_desktop.services.importing.linked import Linked, event_row
from icm_desktop.services.importing.placing import place_goals
from icm_desktop.services.importing.returning import Returned, note_beside
from icm_desktop.services.importing.settling import Settled
from icm_desktop.services.importing.updating import Updater
from icm_desktop.services.importing.vanishing import note_gone
from icm_desktop.services.source_differences import ask_after_import

_KINDS = ("patient", "goal", "plan_action", "referral", "appointment", "task", "chart", "import", "difference")
_MOST_REFUSED = 200  # refused files that are kept with an import by name
_MOST_SOURCES = 20


class _NothingIsSaved(Exception):
    """Ends a dry run, so that the transaction it tried everything in is rolled back."""


class Ending:
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

    def finish(self, mappings: Mapping[str, CsvMapping]) -> ImportReport:
        """Do it; a dry run does the same in a transaction that is rolled back, so that it reports the same.

        What columns of lists mean is remembered with the import.
        """
        if self._import_id is None:
            return self._tried()
        with self._practice.write(IMPORT_ACTION, see_incomplete=True) as uow, self._known.within(uow):
            report = self._done(uow, uow.action_id)
            self._complete(uow, report, mappings)
            return report

    def _tried(self) -> ImportReport:
        with suppress(_NothingIsSaved), self._practice.write(IMPORT_ACTION) as uow, self._known.within(uow):
            check_references_at_commit(uow)  # which never comes: what is new has made-up ids
            who = {patient_id: identity_of(person) for patient_id, person in self._new.items()}
            match_keys.add(uow.session.connection(), who)
            report = self._done(uow, None)
            raise _NothingIsSaved
        return report

    def _done(self, uow: UnitOfWork, action_id: int | None) -> ImportReport:
        asked = asked_so_far(uow)
        self._update_all(uow)
        note_gone(uow, self._facts.gone, self._import_id)
        self._note_no_known_allergies(uow)
        if self._import_id is not None:
            place_goals(uow, self._import_id)
            changed = [change.fact.patient_id for _, change in self._facts.changes]
            ask_after_import(uow, self._import_id, (one for one in changed if one is not None))
        return self._report(uow, likenesses(uow, self._new), action_id, asked)

    def _update_all(self, uow: UnitOfWork) -> None:
        for thing in self._linked.changed:
            fact = self._as_fact(thing)
            if fact is not None:
                file = self._files[thing.place.file]
                self._update(uow, file, Change(fact, self._settled.stored[id(thing)]), thing)
        for file, change in self._facts.changes:
            self._update(uow, file, change, None)

    def _as_fact(self, thing: Thing) -> Fact | None:
        if thing.content is None:
            return None
        subject = self._settled.subject(thing)
        return Fact(
            thing.resource, thing.kind, thing.id, thing.place, subject, thing.row_id, thing.content, thing.full_url
        )

    def _update(self, uow: UnitOfWork, file: ReadFile, change: Change, thing: Thing | None) -> None:
        fact = change.fact
        copy = partners.copy_of(uow.session, change.stored)
        older = Updater(uow).is_older(change.stored, fact.resource, copy.there if copy is not None else None)
        if older or self._known.was_passed_over(change.stored.digest, fact.content.digest):
            file.count(fact.kind, UNCHANGED if fact.kind in MAPS else NOT_UNDERSTOOD)
            reason = "an older copy than ours" if older else "a copy that was passed over before"
            file.notes[f"{fact.kind}: {reason} was not used"] += 1
            return
        try:
            mapped = self._map(file, fact, thing)
        except NotMapped as problem:
            file.count(fact.kind, REFUSED if problem.refused else NOT_UNDERSTOOD)
            file.notes[problem.reason] += 1
            return
        file.count(fact.kind, UPDATED if fact.kind in MAPS else NOT_UNDERSTOOD)
        if copy is not None and mapped is not None:
            read = partial(self._read_again, file, fact, thing)
            kept = Returned(uow, copy, read, self._import_id).take(fact.resource, fact.content, mapped)
        else:
            kept = self._update_row(uow, file, change, thing, mapped)
        if kept:
            file.notes[f"{fact.kind}: {kept} fields were changed here since; ours were kept"] += 1
        if thing is not None:
            self._add_referral_facts(uow, thing, ours=copy is not None)

    def _read_again(self, file: ReadFile, fact: Fact, thing: Thing | None, resource: Json) -> Mapped:
        """What another version of the same thing maps to."""
        if thing is None:
            return self._facts.map(replace(fact, resource=resource, content=Content.of(resource)), file)
        return self._linked.map(replace(thing, resource=resource))

    def _map(self, file: ReadFile, fact: Fact, thing: Thing | None) -> Mapped | None:
        if fact.kind not in MAPS:
            file.notes[why_not(fact.kind)] += 1
            return None
        return self._facts.map(fact, file) if thing is None else self._linked.map(thing)

    def _update_row(
        self, uow: UnitOfWork, file: ReadFile, change: Change, thing: Thing | None, mapped: Mapped | None
    ) -> int:
        """Bring what came from outside up to date; what it says otherwise than somebody here is a question."""
        fact, updater = change.fact, Updater(uow, self._import_id)
        before = updater.copy_of(change.stored)
        updater.update(change.stored, fact.content, mapped)
        earlier = self._told_before(file, fact, thing, before) if updater.kept else None
        note_differences(uow, change.stored, updater.kept, earlier, self._import_id)
        kept = sum(len(one.theirs) for one in updater.kept) + updater.stayed_removed
        beside = partners.copy_beside(uow.session, change.stored)
        if beside is not None:
            note_beside(beside, fact.resource, fact.content, open_of_source(uow, change.stored))
        return kept

    def _told_before(self, file: ReadFile, fact: Fact, thing: Thing | None, before: Json) -> Mapped | None:
        """What the copy we had said, mapped as the new one is: only what is new in it is a question."""
        notes = Counter(file.notes)
        try:
            return self._map(file, replace(fact, resource=before), replace(thing, resource=before) if thing else None)
        except NotMapped:
            return None
        finally:
            file.notes = notes

    def _add_referral_facts(self, uow: UnitOfWork, thing: Thing, *, ours: bool) -> None:
        """A changed order, task or visit may bring new dated facts of a referral; known ones stay.

        Of a referral of ours only what can follow on where it stands.
        """
        for request, facts in self._linked.facts_around(thing):
            owner = self._settled.patient_of.get(id(request)) or self._settled.patient_of.get(id(thing))
            if request.row_id is None or owner is None or owner.row_id is None:
                continue
            known = uow.session.query(ReferralEvent.state, ReferralEvent.happened_on).filter(
                ReferralEvent.service_request_id == request.row_id
            )
            had = [(state, day) for state, day in known.order_by(ReferralEvent.id)]
            for fact in facts:
                follows = not ours or may_become(had[-1][0] if had else DRAFT, fact.state)
                if (fact.state, fact.happened_on) not in had and follows:
                    had.append((fact.state, fact.happened_on))
                    row = event_row(fact, request.row_id)
                    uow.session.add(ReferralEvent(**row, patient_id=owner.row_id, import_id=self._import_id))

    def _note_no_known_allergies(self, uow: UnitOfWork) -> None:
        for patient_id, day in self._facts.no_known_allergies.items():
            patient = uow.session.get(Patient, patient_id)
            if patient is not None and patient.no_known_allergies_on is None:
                patient.no_known_allergies_on = day

    def _report(self, uow: UnitOfWork, pairs: list[Pair], action_id: int | None, asked: int) -> ImportReport:
        refs = self._refs(uow, pairs)
        matches = [
            Match((refs[pair.one], refs[pair.other]), pair.alike.certainty, pair.alike.reasons) for pair in pairs
        ]
        files: tuple[FileReport, ...] = tuple(file.report() for file in self._files)
        totals = accounts.as_counts(accounts.totals(self._files))
        changes = Changes.of(*_KINDS, action_id=action_id) if action_id is not None else Changes()
        return ImportReport(
            self._import_id, files, totals, tuple(matches), len(self._new), changes, accounts.left_out(self._files),
            asked_so_far(uow) - asked,
        )  # fmt: skip

    def _refs(self, uow: UnitOfWork, pairs: list[Pair]) -> dict[int, str]:
        refs: dict[int, str] = {}
        for patient_id in {each for pair in pairs for each in (pair.one, pair.other)}:
            thing = self._linked.new_people.get(patient_id)
            patient = uow.session.get(Patient, patient_id) if patient_id > 0 else None
            refs[patient_id] = patient.record_number if patient else (thing.key if thing else "")
        return refs

    def _complete(self, uow: UnitOfWork, report: ImportReport, mappings: Mapping[str, CsvMapping]) -> None:
        batch = uow.session.get(ImportBatch, self._import_id)
        if batch is None:
            raise RuntimeError("the import is gone")
        batch.state, batch.finished_at = "complete", uow.now
        created = sum(counts.created for _, counts in report.totals)
        updated = sum(counts.updated for _, counts in report.totals)
        refused = [(file.path, file.reason or "") for file in report.files if file.status == "refused"]
        batch.refused = len(refused)
        batch.report = {
            **(batch.report or {}),
            "refused": refused[:_MOST_REFUSED],
            "sources": sorted(self._sources())[:_MOST_SOURCES],
            "files": len(report.files),
            "created": created,
            "updated": updated,
            "patients": report.patients,
            "passed_over": accounts.passed_over(self._files),
            "left_out": [astuple(one) for one in report.left_out],
            "csv": [asdict(mapping) for mapping in self._used(mappings)],
        }

    def _sources(self) -> set[str]:
        """Who sent the people and papers of this import."""
        return self._facts.sources | {thing.place.source for thing in self._linked.new_people.values()}

    def _used(self, mappings: Mapping[str, CsvMapping]) -> list[CsvMapping]:
        """The mappings of the lists of this import."""
        lists = any(file.is_list and file.status == "imported" for file in self._files)
        return [one for key, one in mappings.items() if self._known.mappings.get(key) != one] if lists else []
