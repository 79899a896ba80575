"""Answers the questions of mapping functions about references, from the index of the import."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from icm_desktop.domain import names
from icm_desktop.exchange.fhir.directory import spoken_name
from icm_desktop.exchange.fhir.home import practice_of_record
from icm_desktop.exchange.fhir.index import Index, Place, Thing
from icm_desktop.exchange.fhir.mapped import Workplace
from icm_desktop.exchange.fhir.provenance import agents
from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.values import Json, Notes, concept_text, current_name, obj, objs, phone, text

_TABLES = {
    "Patient": "patient",
    "Practitioner": "practitioner",
    "PractitionerRole": "practitioner_role",
    "Organization": "organization",
    "Location": "location",
    "ServiceRequest": "service_request",
    "CarePlan": "care_plan",
    "CareTeam": "care_team",
    "Goal": "goal",
    "Task": "task",
    "Appointment": "appointment",
}

_NO_BINARIES: Mapping[int, Json] = {}


@dataclass(frozen=True, slots=True)
class Recorded:
    """Who recorded a resource and for which organisation, and the Provenance that says so."""

    author: str | None
    organization: str | None
    told: Json

    def complete(self, row: dict[str, Any], notes: Notes) -> None:
        """Fill in what the resource itself does not tell."""
        if "author" in row and row["author"] is None:
            row["author"] = self.author
        if "organization" in row and row["organization"] is None:
            row["organization"] = self.organization
        if "recorded_when" in row and row["recorded_when"] is None:
            row["recorded_when"] = notes.moment(self.told, "recorded")


@dataclass(frozen=True, slots=True)
class Ours:
    """Who we are.

    `clinicians` work here, {folded full name: practitioner id}; visits at `organizations` (row ids) were ours before;
    `starting`: there are no visits yet, so that the records may say which organisation we are.
    """

    practice: str = ""
    clinicians: Mapping[str, int] = field(default_factory=dict)
    organizations: frozenset[int] = frozenset()
    starting: bool = False


class ImportLinks:
    """`mapped.Links` for one resource after the other; `at` moves to the next."""

    def __init__(self, index: Index, ours: Ours) -> None:
        self._index = index
        self._ours = ours
        self._place = Place(0, 0, 0, "")
        self._binaries: Mapping[int, Json] = _NO_BINARIES
        self._contained: dict[str, Json] = {}
        self._relatives: dict[int, set[str]] | None = None
        self._recorded: dict[int, Recorded] = {}
        self._roles: dict[int, list[Json]] = defaultdict(list)
        for role in index.of_kind("PractitionerRole"):
            who = index.resolve(obj(role.resource.get("practitioner")), role.place)
            if who is not None:
                self._roles[id(who)].append(role.resource)
        self._home = practice_of_record(index, self.roles) if ours.starting else None

    def at(self, resource: Json, place: Place, binaries: Mapping[int, Json] = _NO_BINARIES) -> None:
        """From now on references are those of this resource; `binaries` are attachments that stand beside it."""
        self._place, self._binaries = place, binaries
        parts = resource.get("contained")
        if parts is None and not self._contained:
            return
        self._contained = {f"#{text(part.get('id'))}": part for part in objs(parts)}

    def thing(self, reference: object) -> Thing | None:
        """The thing a Reference resolves to."""
        asked = obj(reference)
        return self._index.resolve(asked, self._place) if asked else None

    def roles(self, thing: Thing) -> tuple[Json, ...]:
        """PractitionerRoles of a practitioner."""
        return tuple(self._roles.get(id(thing), ()))

    def recorded(self, entry: Entry, kind: str, resource_id: str, place: Place) -> Recorded | None:
        """What a Provenance of this import says about a resource."""
        recorders = self._index.asides.recorders
        number = recorders.of(entry, kind, resource_id, (place.source, place.folder))
        if number is None:
            return None
        if number not in self._recorded:
            told, where = recorders.told[number]
            here = self._place, self._contained
            self.at(told, where)
            person, organization = agents(told, self)
            self._place, self._contained = here
            self._recorded[number] = Recorded(person, organization, told)
        return self._recorded[number]

    def row(self, reference: object, *tables: str) -> int | None:
        """See `mapped.Links`."""
        found = self.thing(reference)
        if found is None:
            return self._contained_row(reference, tables)
        if found.kind == "PractitionerRole" and "practitioner_role" not in tables:
            name = "practitioner" if "practitioner" in tables else "organization"
            behind = self._index.resolve(obj(found.resource.get(name)), found.place)
            return behind.row_id if behind and _TABLES.get(behind.kind) in tables else None
        return found.row_id if _TABLES.get(found.kind) in tables else None

    def label(self, reference: object) -> str | None:
        """See `mapped.Links`."""
        asked = obj(reference)
        if not asked:
            return None
        told = text(asked.get("display"))
        if told:
            return told
        found = self.thing(asked)
        if found is not None:
            if "label" not in found.names:
                found.names["label"] = self._name(found)
            return found.names["label"]
        contained = self._contained.get(text(asked.get("reference")) or "")
        return _named(contained) if contained else text(obj(asked.get("identifier")).get("value"))

    def phone(self, reference: object) -> str | None:
        """See `mapped.Links`."""
        found = self.thing(reference)
        if found is None:
            return phone(self.target(reference).get("telecom"))
        if "phone" not in found.names:
            telecoms = [objs(part.get("telecom")) for part in (found.resource, *self.roles(found))]
            if found.kind == "PractitionerRole":
                behind = self._index.resolve(obj(found.resource.get("practitioner")), found.place)
                telecoms.append(objs(behind.resource.get("telecom")) if behind else [])
            found.names["phone"] = next(filter(None, map(phone, telecoms)), None)
        return found.names["phone"]

    def target(self, reference: object) -> Json:
        """See `mapped.Links`."""
        asked = obj(reference)
        written = text(asked.get("reference")) or ""
        contained = self._contained.get(written)
        if contained is not None:
            return contained
        if self._binaries:
            binary = self._binaries.get(self._index.asides.binary_key(written))
            if binary is not None:
                return binary
        found = self.thing(asked)
        return found.resource if found else {}

    def key(self, reference: object) -> str | None:
        """See `mapped.Links`."""
        asked = obj(reference)
        found = self.thing(asked)
        if found is not None:
            return found.key
        identifier = obj(asked.get("identifier"))
        logical = "|".join(filter(None, (text(identifier.get("system")), text(identifier.get("value")))))
        return text(asked.get("reference")) or logical or text(asked.get("display"))

    def source(self, reference: object, kind: str = "") -> str | None:
        """See `mapped.Links`."""
        asked = obj(reference)
        found = self.thing(asked) if asked else None
        if found is not None:
            return found.key
        written = text(asked.get("reference"))
        if written is None or written.startswith("#") or "?" in written:
            return None
        return self._index.asides.source_key(written, kind, self._place)

    def has_document(self, resource: Json) -> bool:
        """See `mapped.Links`."""
        own = text(resource.get("id"))
        return own is not None and self._index.asides.has_document(own)

    def relatives(self, patient: Json) -> frozenset[str]:
        """See `mapped.Links`."""
        if self._relatives is None:
            self._relatives = defaultdict(set)
            for thing in self._index.of_kind("RelatedPerson"):
                whose = self._index.resolve(obj(thing.resource.get("patient")), thing.place)
                name = current_name(thing.resource.get("name"))
                if whose is not None and name is not None:
                    self._relatives[id(whose.resource)].add(names.folded(f"{name.given or ''} {name.family or ''}"))
        return frozenset(self._relatives.get(id(patient), ()))

    def withheld_from(self, person: Json) -> frozenset[str]:
        """See `mapped.Links`."""
        return self._index.withheld_from(person, self._place)

    def kind(self, reference: object) -> str | None:
        """See `mapped.Links`."""
        asked = obj(reference)
        found = self.thing(asked)
        if found is not None:
            return found.kind
        contained = self._contained.get(text(asked.get("reference")) or "")
        if contained is not None:
            return text(contained.get("resourceType"))
        written = (text(asked.get("reference")) or "").partition("?")[0]
        parts = [part for part in written.split("/") if part[:1].isupper()]
        return text(asked.get("type")) or (parts[-1] if parts else None)

    def workplace(self, reference: object) -> Workplace:
        """See `mapped.Links`."""
        found = self.thing(reference)
        if found is None:
            return Workplace()
        if found.kind == "Organization":
            return Workplace(found.row_id, _named(found.resource))
        for role in (found.resource, *self.roles(found)):
            employer = obj(role.get("organization") or role.get("managingOrganization"))
            place = self._index.resolve(employer, found.place) if employer else None
            if place is not None:
                return Workplace(place.row_id, _named(place.resource))
            if text(employer.get("display")):
                return Workplace(None, text(employer["display"]))
        return Workplace(None, _named(found.resource) if found.kind == "Location" else None)

    def is_ours(self, reference: object) -> bool:
        """See `mapped.Links`."""
        if self.our_clinician(reference) is not None:
            return True
        work = self.workplace(reference)
        home = self._home.row_id if self._home is not None else None
        if work.organization_id is not None and work.organization_id in (home, *self._ours.organizations):
            return True
        return bool(work.name) and names.folded(work.name) == names.folded(self._ours.practice)

    def our_clinician(self, reference: object) -> int | None:
        """See `mapped.Links`."""
        if not self._ours.clinicians:
            return None
        person = self.target(reference)
        if person.get("resourceType") == "PractitionerRole":
            person = self.target(person.get("practitioner"))
        label = _named(person) or self.label(reference) or ""
        family, given = names.split(label)
        return self._ours.clinicians.get(names.folded(f"{given} {family}"))

    def _name(self, thing: Thing) -> str | None:
        if thing.kind == "PractitionerRole":
            who = obj(thing.resource.get("practitioner"))
            behind = self._index.resolve(who, thing.place)
            return (_named(behind.resource) if behind else text(who.get("display"))) or _named(thing.resource)
        return _named(thing.resource)

    def _contained_row(self, reference: object, tables: tuple[str, ...]) -> int | None:
        # A contained PractitionerRole may point out of its parent to real people.
        part = self._contained.get(text(obj(reference).get("reference")) or "", {})
        for name in ("practitioner", "organization"):
            if name in tables and part.get("resourceType") == "PractitionerRole":
                return self.row(part.get(name), name)
        return None


def _named(resource: Json) -> str | None:
    kind = resource.get("resourceType")
    if kind in ("Condition", "Medication", "Goal", "ServiceRequest"):
        return concept_text(resource.get("code")) or concept_text(resource.get("description"))
    return spoken_name(resource)
