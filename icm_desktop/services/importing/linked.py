"""Patients and what hangs together around them: orders, plans, teams, goals, tasks, visits and referral facts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from icm_desktop.content.plain_words import sensitive
from icm_desktop.content.referral_services import service_of
from icm_desktop.exchange.fhir import directory, referral_facts
from icm_desktop.exchange.fhir.index import DIRECTORY, LINKED, Index, Thing
from icm_desktop.exchange.fhir.links import ImportLinks
from icm_desktop.exchange.fhir.mapped import Context, Mapped, NotMapped
from icm_desktop.exchange.fhir.modifiers import unknown_modifier
from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.referral_facts import Fact
from icm_desktop.exchange.fhir.types import MAPS
from icm_desktop.exchange.fhir.values import Json, Notes, objs
from icm_desktop.services.importing.facts import count_copy, patient_of
from icm_desktop.services.importing.files import CREATED, NOT_UNDERSTOOD, UNCHANGED, ReadFile
from icm_desktop.services.importing.settling import Settled
from icm_desktop.services.importing.writing import Item, Slice, Writer, opened_slice

_AT_ONCE = 500  # things of a slice
_TABLES = {
    "Patient": "patient",
    "ServiceRequest": "service_request",
    "CarePlan": "care_plan",
    "CareTeam": "care_team",
    "Goal": "goal",
    "Task": "task",
    "Appointment": "appointment",
}
_BETTER = {"Encounter": 0, "DocumentReference": 0, "DiagnosticReport": 0, "Appointment": 1, "ServiceRequest": 1}


class Linked:
    """Writes what others refer to, in an order in which every reference finds its row."""

    def __init__(
        self,
        index: Index,
        settled: Settled,
        links: ImportLinks,
        writer: Writer,
        files: list[ReadFile],
        zone: dt.tzinfo,
    ) -> None:
        self._index = index
        self._settled = settled
        self._links = links
        self._writer = writer
        self._files = files
        self._zone = zone
        self._plan_of_goal = self._goals_of_plans()
        self._around = self._around_requests()
        self.changed: list[Thing] = []
        self.new_people: dict[int, Thing] = {}

    def write_directory(self, done: Callable[[int], None]) -> None:
        """Organisations, places and people who give care."""
        for kind in DIRECTORY:
            things = self._index.of_kind(kind)
            new = [thing for thing in things if self._is_new(thing)]
            for start in range(0, len(new), _AT_ONCE):
                some = new[start : start + _AT_ONCE]
                self._writer.write([item for thing in some if (item := self._item(thing, None)) is not None])
            done(len(things))

    def write_people(self, done: Callable[[int], None]) -> None:
        """Patients, each with what hangs together around them."""
        slice_: list[Thing] = []
        for family in self._families():
            done(len(family))
            slice_ += [thing for thing in family if self._is_new(thing)]
            if len(slice_) >= _AT_ONCE:
                self._write(slice_)
                slice_ = []
        self._write(slice_)

    def map(self, thing: Thing) -> Mapped:
        """The row of a thing.

        Raises:
            NotMapped: why it cannot become one.
        """
        modified = unknown_modifier(thing.resource, thing.kind)
        if modified is not None:
            raise NotMapped(modified, refused=False)
        notes = Notes(self._zone)
        context = Context(self._links, notes, sensitive())
        self._links.at(thing.resource, thing.place)
        if thing.kind == "Practitioner":
            mapped = directory.practitioner(thing.resource, context, self._links.roles(thing))
        else:
            mapped = MAPS[thing.kind](thing.resource, context)
        recorded = self._links.recorded(Entry({}, thing.full_url), thing.kind, thing.id, thing.place)
        if recorded is not None:
            recorded.complete(mapped.row, notes)
        if thing.kind == "Goal":
            plan = self._plan_of_goal.get(id(thing))
            mapped.row["care_plan_id"] = plan.row_id if plan else None
        if thing.kind == "ServiceRequest" and mapped.row["is_referral"]:
            mapped.row["service"] = service_of(mapped.row["text"])
            mapped.row["closed_on"] = next((f.happened_on for f in self.facts(thing) if f.state in ENDED), None)
        self._files[thing.place.file].notes.update(f"{thing.kind}: {line}" for line in notes.lines)
        return mapped

    def facts(self, request: Thing) -> list[Fact]:
        """Dated facts of a referral, from everything around it, in order."""
        found = list(referral_facts.of_request(request.resource, self._zone))
        last: list[dt.date] = []
        for other in self._around.get(id(request), ()):
            found += self._facts_of(other, request)
            if other.kind == "Task" and other.resource.get("status") == "completed":
                changed = Notes(self._zone).day(other.resource, "lastModified")
                last += [changed] if changed else []
        kept = _best(found)
        last += [fact.happened_on for fact in kept]
        kept += referral_facts.of_end(request.resource, max(last, default=None), self._zone)
        return sorted(kept, key=lambda fact: fact.order)

    def facts_around(self, thing: Thing) -> Iterator[tuple[Thing, list[Fact]]]:
        """The referrals a changed thing tells of, each with its dated facts."""
        if thing.kind == "ServiceRequest":
            yield thing, self.facts(thing)
            return
        for request in self._resolved(referral_facts.requests_of(thing.resource), thing):
            if request.kind == "ServiceRequest":
                known = list(self._facts_of(thing, request))
                yield request, (self.facts(request) if id(request) in self._around else known)

    def _facts_of(self, other: Thing, request: Thing) -> Iterator[Fact]:
        zone, resource = self._zone, other.resource
        if other.kind == "Task":
            yield from referral_facts.of_task(resource, request.resource, zone)
        elif other.kind == "Appointment":
            yield from referral_facts.of_appointment(resource, request.resource, zone)
        elif other.kind == "Encounter":
            yield from referral_facts.of_encounter(resource, zone)
        else:
            yield from referral_facts.of_document(resource, zone)
            for reference in referral_facts.encounters_of_document(resource):
                visit = self._index.resolve(reference, other.place)
                if visit is not None and visit.kind == "Encounter":
                    yield from referral_facts.of_encounter(visit.resource, zone)

    def _around_requests(self) -> dict[int, list[Thing]]:
        around: dict[int, list[Thing]] = defaultdict(list)
        for other in self._index.of_kind("Task", "Appointment", "Encounter", "DocumentReference", "DiagnosticReport"):
            if other.same_as is not None:
                continue
            references = referral_facts.requests_of(other.resource)
            found = {id(thing): thing for thing in self._resolved(references, other) if thing.kind == "ServiceRequest"}
            for request in found:
                around[request].append(other)
        return around

    def _resolved(self, references: list[Json], at: Thing) -> Iterator[Thing]:
        for reference in references:
            found = self._index.resolve(reference, at.place)
            if found is not None:
                yield found

    def _goals_of_plans(self) -> dict[int, Thing]:
        plans: dict[int, Thing] = {}
        for plan in self._index.of_kind("CarePlan"):
            if plan.same_as is None:
                for goal in self._resolved(objs(plan.resource.get("goal")), plan):
                    plans.setdefault(id(goal), plan)
        return plans

    def _families(self) -> Iterator[list[Thing]]:
        families: dict[int, list[Thing]] = {}
        for patient in self._index.of_kind("Patient"):
            families.setdefault(id(patient.used), []).append(patient)
        for thing in self._index.of_kind(*LINKED):
            owner = self._settled.patient_of.get(id(thing))
            families.setdefault(id(owner) if owner else 0, []).append(thing)
        yield from families.values()

    def _is_new(self, thing: Thing) -> bool:
        """Whether it must be written; counts those that need not be."""
        file = self._files[thing.place.file]
        if thing.same_as is not None:
            count_copy(file, thing, thing.same_as.content)
            return False
        stored = self._settled.stored.get(id(thing))
        if stored is None:
            return True
        if thing.content is not None and stored.digest == thing.content.digest:
            file.count(thing.kind, UNCHANGED)
        else:
            self.changed.append(thing)
        return False

    def _write(self, things: list[Thing]) -> None:
        if not things:
            return
        with opened_slice(self._writer) as slice_:
            for thing in things:  # ids first, so that references between the things of a slice find them
                thing.row_id = slice_.new_id(_TABLES[thing.kind])
            for thing in things:
                item = self._item(thing, self._patient_id(thing))
                if item is not None:
                    slice_.add(item)
                    self._after(thing, item, slice_)

    def _patient_id(self, thing: Thing) -> int | None:
        owner = thing if thing.kind == "Patient" else self._settled.patient_of.get(id(thing))
        return owner.row_id if owner else None

    def _after(self, thing: Thing, item: Item, slice_: Slice) -> None:
        if thing.kind == "Patient" and thing.row_id is not None:
            self.new_people[thing.row_id] = thing
        if thing.kind == "ServiceRequest" and item.mapped and item.mapped.row["is_referral"]:
            for fact in self.facts(thing):
                slice_.add_row("referral_event", event_row(fact, thing.row_id), item)

    def _item(self, thing: Thing, patient_id: int | None) -> Item | None:
        file = self._files[thing.place.file]
        try:
            if thing.content is None:
                raise NotMapped("The resource is nested too deeply.")
            if thing.kind in LINKED:
                patient_of(self._index, thing.resource, thing.kind, thing.place)
            mapped = self.map(thing)
        except NotMapped as problem:
            thing.row_id = None
            if problem.refused:
                file.refuse(thing.kind, problem.reason, thing.place.bundle)
            else:
                file.count(thing.kind, NOT_UNDERSTOOD)
                file.notes[problem.reason] += 1
            return None
        file.count(thing.kind, CREATED)
        subject = self._settled.subject(thing)
        return Item(
            *(thing.kind, thing.id, thing.place, subject, patient_id, thing.content, mapped),
            thing=thing,
            full_url=thing.full_url,
        )


ENDED = referral_facts.ENDED


def event_row(fact: Fact, service_request_id: int | None) -> dict[str, Any]:
    """A dated fact as a row."""
    return {
        "service_request_id": service_request_id,
        "state": fact.state,
        "happened_on": fact.happened_on,
        "how": fact.how,
        "person": None,
        "note": fact.note,
    }


def _best(facts: list[Fact]) -> list[Fact]:
    """One date per state: that of the visit or note itself before that of a Task, and the latest of equals."""
    best: dict[str, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (-_BETTER.get(fact.how, 2), fact.happened_on)):
        best[fact.state] = fact
    return list(best.values())
