"""Before anything is written: which copies are the same thing, who is who, and what we already have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from db.repositories.imports import Stored
from icm_desktop.exchange.fhir.index import (
    COMPARED,
    DIRECTORY,
    LINKED,
    Index,
    Thing,
    best_copy,
    different_people,
    fingerprint,
)
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.services.importing.known import Identity, Known


class Settled:
    """What became clear: the patient each linked thing is about, and the stored copy of each thing."""

    def __init__(self, index: Index, known: Known) -> None:
        self._index = index
        self._known = known
        self.patient_of: dict[int, Thing] = {}
        self.stored: dict[int, Stored] = {}
        self._settle_people()
        plain = [kind for kind in COMPARED if kind not in LINKED and kind != "Patient"]
        self._settle_copies({kind: index.of_kind(kind) for kind in plain})
        index.new_file()
        for thing in index.of_kind(*LINKED):
            patient = index.resolve(index.subject(thing.resource, thing.place), thing.place)
            if patient is not None and patient.kind == "Patient":
                self.patient_of[id(thing)] = patient
        self._settle_copies({kind: index.of_kind(kind) for kind in LINKED})
        index.new_file()
        self._find_stored(index.of_kind(*DIRECTORY, *LINKED))

    def subject(self, thing: Thing) -> str:
        """The part of a thing's identity that says whose it is."""
        if thing.kind == "Patient":
            return thing.apart
        patient = self.patient_of.get(id(thing))
        return patient.key if patient else ""

    def identity(self, thing: Thing) -> Identity:
        """Source, type, id and subject."""
        return thing.place.source, thing.kind, thing.id, self.subject(thing)

    def _settle_copies(self, by_kind: dict[str, list[Thing]]) -> None:
        for things in by_kind.values():
            copies: dict[Identity, list[Thing]] = defaultdict(list)
            for thing in things:
                copies[self.identity(thing)].append(thing)
            for same in copies.values():
                _merge(same)

    def _settle_people(self) -> None:
        by_id: dict[tuple[str, str], list[Thing]] = defaultdict(list)
        for thing in self._index.of_kind("Patient"):
            by_id[thing.place.source, thing.id].append(thing)
        for source in {source for source, _ in by_id}:
            ids = [resource_id for its_source, resource_id in by_id if its_source == source]
            stored = self._known.people(source, ids)
            for resource_id in ids:
                self._settle_person(by_id[source, resource_id], stored.get(resource_id, []))

    def _settle_person(self, copies: list[Thing], stored: list[tuple[Stored, Json]]) -> None:
        taken = {row.subject for row, _ in stored}
        for person in _persons(copies):
            best = _merge(person)
            same = _same_person(best, stored)
            if same is not None:
                best.apart, best.row_id, best.table = same.subject, same.row_id, same.table
                self.stored[id(best)] = same
            else:
                best.apart = fingerprint(best.resource) if taken else ""
                taken.add(best.apart)
            for copy in person:
                copy.apart = best.apart

    def _find_stored(self, things: Iterable[Thing]) -> None:
        used = [thing for thing in things if thing.same_as is None]
        found = self._known.same(self.identity(thing) for thing in used)
        for thing in used:
            row = found.get(self.identity(thing))
            if row is not None:
                self.stored[id(thing)] = row
                thing.table, thing.row_id = row.table, row.row_id


def _merge(copies: list[Thing]) -> Thing:
    best = best_copy(copies)
    for copy in copies:
        copy.same_as = None if copy is best else best
    return best


def _persons(copies: list[Thing]) -> list[list[Thing]]:
    persons: list[list[Thing]] = []
    for copy in copies:
        for person in persons:
            if not different_people(person[0].resource, copy.resource):
                person.append(copy)
                break
        else:
            persons.append([copy])
    return persons


def _same_person(thing: Thing, stored: list[tuple[Stored, Json]]) -> Stored | None:
    for row, _ in stored:
        if thing.content is not None and row.digest == thing.content.digest:
            return row
    for row, resource in stored:
        if not different_people(resource, thing.resource):
            return row
    return None
