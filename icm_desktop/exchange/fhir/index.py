"""What points to what: the things of one import that others refer to, found in whatever way they are referred to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from icm_desktop.domain.name_likeness import first_word, similar_names
from icm_desktop.domain.names import folded
from icm_desktop.exchange.fhir.asides import Asides, denied_to
from icm_desktop.exchange.fhir.asked_by import ways_to_ask
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.referral_facts import requests_of
from icm_desktop.exchange.fhir.values import Json, concept_text, obj, objs, text

DIRECTORY = ("Organization", "Location", "Practitioner", "PractitionerRole")
LINKED = ("ServiceRequest", "CarePlan", "CareTeam", "Goal", "Task", "Appointment")
HELD = frozenset({*DIRECTORY, "Patient", *LINKED})
COMPARED = HELD | {"Medication", "HealthcareService"}  # several copies of one are settled before anything is written
_WHOLE = HELD | {"Medication", "RelatedPerson", "HealthcareService", "Specimen"}
_PARTS = {  # what others ask of the many resources that are streamed: only this stays in memory
    "Encounter": ("period", "status", "basedOn", "incomingReferral"),
    "DocumentReference": ("status", "date", "context", "basedOn"),
    "DiagnosticReport": ("status", "issued", "basedOn", "encounter"),
}
_STAYS = frozenset({"IMP", "ACUTE", "NONAC", "EMER"})  # HL7 v3 ActEncounterCode: inpatient and emergency
_WITH_IDENTIFIER = frozenset({"Patient", *DIRECTORY, "HealthcareService", "RelatedPerson"})
_SUBJECT_FIELDS = ("subject", "patient", "for", "beneficiary", "individual")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a resource stands: which file, folder and bundle, and who sent it."""

    file: int
    folder: int
    bundle: int
    source: str


@lru_cache(maxsize=64)
def place_of(file: int, folder: int, bundle: int, source: str) -> Place:
    """The place of the resources of one bundle, made once for all of them."""
    return Place(file, folder, bundle, source)


@dataclass(slots=True, eq=False)
class Thing:
    """A resource that others may refer to. `same_as`: another copy of it that is used instead.

    `apart` tells people apart who share a resource id; `row_id` and `table` are known once it is a row.
    """

    kind: str
    id: str
    place: Place
    resource: Json
    content: Content | None = None
    same_as: Thing | None = None
    apart: str = ""
    table: str | None = None
    row_id: int | None = None
    full_url: str | None = None
    names: dict[str, str | None] = field(default_factory=dict)

    @property
    def used(self) -> Thing:
        """The copy that counts."""
        return self.same_as or self

    @property
    def key(self) -> str:
        """Type and id, with what tells people apart."""
        return f"{self.kind}/{self.id}#{self.apart}" if self.apart else f"{self.kind}/{self.id}"


Find = Callable[[str, str, str], Thing | None]


def nothing_stored(source: str, kind: str, resource_id: str) -> Thing | None:
    """For an empty practice: nothing was imported before."""
    return None


class Index:
    """Things by URL, by type and id, and by identifier; `stored` finds what earlier imports brought."""

    def __init__(self, stored: Find = nothing_stored) -> None:
        self._things: dict[str, list[Thing]] = defaultdict(list)
        self.asides = Asides()
        self.stored = stored
        self._by_url: dict[tuple[int, int, str], Thing] = {}
        self._by_url_anywhere: dict[str, Thing] = {}
        self._by_ref: dict[str, list[Thing]] = defaultdict(list)
        self._by_identifier: dict[tuple[str, str | None, str], list[Thing]] = defaultdict(list)
        self._found: dict[tuple[int, int, str], Thing | None] = {}
        self._found_logical: dict[tuple[int, int, str], Thing | None] = {}
        self._wards: dict[tuple[int, int, str], tuple[Json, Place]] = {}

    def add(self, entry: Entry, kind: str, resource_id: str, place: Place) -> Thing | None:
        """Remember a resource if others may refer to it."""
        self.asides.note(entry, kind, resource_id, place)
        if kind in _WHOLE:
            content = Content.of(entry.resource).waiting() if kind in COMPARED else None
            thing = Thing(kind, resource_id, place, entry.resource, content, full_url=entry.full_url)
        else:
            part = _part(kind, entry.resource)
            if part is None:
                return None
            self._note_ward(entry.resource, place)
            thing = Thing(kind, resource_id, place, part)
        self._things[kind].append(thing)
        self._by_ref[f"{kind}/{resource_id}"].append(thing)
        if entry.full_url:
            self._by_url[place.file, place.bundle, entry.full_url] = thing
            self._by_url_anywhere.setdefault(entry.full_url, thing)
        if kind in _WITH_IDENTIFIER:
            for identifier in objs(entry.resource.get("identifier")):
                value = text(identifier.get("value"))
                if value:
                    self._by_identifier[kind, text(identifier.get("system")), value].append(thing)
        for system, value in ways_to_ask(entry.resource) if kind == "Patient" else ():
            self._by_identifier[kind, system, value].append(thing)
        return thing

    def wards(self) -> Iterable[tuple[Json, Place]]:
        """References to organisations where patients stayed or came as an emergency, each with its place."""
        return self._wards.values()

    def _note_ward(self, resource: Json, place: Place) -> None:
        if resource.get("resourceType") == "Encounter" and text(obj(resource.get("class")).get("code")) in _STAYS:
            provider = obj(resource.get("serviceProvider"))
            self._wards[place.file, place.bundle, str(provider.get("reference"))] = provider, place

    def forget(self, file: int) -> None:
        """Drop everything of a file that turned out to be unreadable."""
        self.asides.forget(file)
        self._by_url = {key: thing for key, thing in self._by_url.items() if key[0] != file}
        self._wards = {key: ward for key, ward in self._wards.items() if key[0] != file}
        urls = self._by_url_anywhere.items()
        self._by_url_anywhere = {url: thing for url, thing in urls if thing.place.file != file}
        for lists in (self._things, self._by_ref, self._by_identifier):
            for found in lists.values():
                found[:] = [thing for thing in found if thing.place.file != file]

    def withheld_from(self, person: Json, place: Place) -> frozenset[str]:
        """Sensitivity labels that consents deny to a RelatedPerson."""
        found: set[str] = set()
        for consent, where in self.asides.consents:
            actors, labels = denied_to(consent)
            things = (self.resolve(actor, where) for actor in actors if actor)
            if any(thing is not None and thing.resource == person for thing in things):
                found |= labels
        return frozenset(found)

    def of_kind(self, *kinds: str) -> list[Thing]:
        """Things of these types, in the order of the types and then as read."""
        return [thing for kind in kinds for thing in self._things.get(kind, ())]

    def resolve(self, reference: Json, place: Place) -> Thing | None:
        """The thing a Reference of a resource at `place` points to, or None; `#contained` is not looked at here."""
        written = text(reference.get("reference"))
        if written is None:
            return self._by_logical_once(reference, place)
        asked = (place.file, place.bundle, written)
        if asked not in self._found:
            self._found[asked] = self._resolve(written, place)
        return self._found[asked]

    def subject(self, resource: Json, place: Place) -> Json:
        """The Reference to the patient a resource is about: for an Appointment whoever takes part, for a Provenance a
        target."""
        kind = resource.get("resourceType")
        if kind == "Provenance":
            return self._patient_among(objs(resource.get("target")), place)
        if kind != "Appointment":
            return subject_of(resource)
        for part in objs(resource.get("participant")):
            actor = obj(part.get("actor"))
            found = self.resolve(actor, place) if actor else None
            written = str(actor.get("reference"))
            if (found is not None and found.kind == "Patient") or "Patient/" in written or "Patient?" in written:
                return actor
        return {}

    def _patient_among(self, targets: list[Json], place: Place) -> Json:
        for target in targets:
            found = self.resolve(target, place)
            if found is not None and found.kind == "Patient":
                return target
            subject = subject_of(found.resource) if found is not None else {}
            if found is not None and subject and self.resolve(subject, found.place) is not None:
                return subject if found.place.file == place.file else {}
        return {}

    def new_file(self) -> None:
        """Forget answers remembered for the last file."""
        self._found.clear()
        self._found_logical.clear()

    def _resolve(self, written: str, place: Place) -> Thing | None:
        found = self._by_url.get((place.file, place.bundle, written)) or self._by_url_anywhere.get(written)
        if found is not None:
            return found.used
        if "?" in written:
            return self._conditional(written, place)
        if written.startswith("urn:"):
            return self._stored_urn(written, place)
        kind, _, resource_id = written.partition("/_history/")[0].rpartition("/")
        kind = kind.rpartition("/")[2]
        if not kind or not resource_id:
            return None
        return self._nearest(self._by_ref.get(f"{kind}/{resource_id}", []), place) or self.stored(
            place.source, kind, resource_id
        )

    def _stored_urn(self, written: str, place: Place) -> Thing | None:
        # Resources without an id of their own are kept under the uuid of their full URL.
        resource_id = written.rpartition(":")[2]
        for kind in ("Patient", "Practitioner", "Organization"):
            found = self._nearest(self._by_ref.get(f"{kind}/{resource_id}", []), place)
            if found is not None:
                return found
        return self.stored(place.source, "", resource_id)

    def _conditional(self, written: str, place: Place) -> Thing | None:
        kind, _, query = (
            written.rpartition("/")[2].partition("?") if "/" in written.partition("?")[0] else (written.partition("?"))
        )
        for part in query.split("&"):
            name, _, token = part.partition("=")
            if name == "identifier" and token:
                system, bar, value = token.partition("|")
                return self._by_token(kind, (system or None) if bar else None, value if bar else system, place)
        return None

    def _by_logical_once(self, reference: Json, place: Place) -> Thing | None:
        identifier = obj(reference.get("identifier"))
        told = (reference.get("type"), identifier.get("system"), identifier.get("value"))
        asked = (place.file, place.bundle, repr(told))
        if asked not in self._found_logical:
            self._found_logical[asked] = self._by_logical(reference, place)
        return self._found_logical[asked]

    def _by_logical(self, reference: Json, place: Place) -> Thing | None:
        identifier = obj(reference.get("identifier"))
        value = text(identifier.get("value"))
        if value is None:
            return None
        told, system = text(reference.get("type")), text(identifier.get("system"))
        kinds = (told,) if told else tuple(sorted(_WITH_IDENTIFIER))
        here = (self._nearest(self._by_identifier.get((kind, system, value), []), place) for kind in kinds)
        found = next((thing for thing in here if thing is not None), None)
        if found is not None:
            return found
        stored = (self._stored_token(kind, system, value, place) for kind in kinds if kind in (told, *DIRECTORY))
        return next((thing for thing in stored if thing is not None), None)

    def _by_token(self, kind: str, system: str | None, value: str, place: Place) -> Thing | None:
        found = self._nearest(self._by_identifier.get((kind, system, value), []), place)
        return found or self._stored_token(kind, system, value, place)

    def _stored_token(self, kind: str, system: str | None, value: str, place: Place) -> Thing | None:
        return self.stored(place.source, f"{kind}?identifier", f"{system or ''}|{value}")

    @staticmethod
    def _nearest(found: list[Thing], place: Place) -> Thing | None:
        """The only one, or the only one in the same bundle, file or folder; None when it could be several."""
        if not found:
            return None
        used = {id(thing.used): thing.used for thing in found}
        if len(used) == 1:
            return next(iter(used.values()))
        for near in (
            lambda one: (one.place.file, one.place.bundle) == (place.file, place.bundle),
            lambda one: one.place.file == place.file,
            lambda one: one.place.folder == place.folder,
        ):
            close = {id(thing.used): thing.used for thing in found if near(thing)}
            if len(close) == 1:
                return next(iter(close.values()))
        return None


def _part(kind: str, resource: Json) -> Json | None:
    if kind == "Condition":
        return {"resourceType": kind, "code": {"text": concept_text(resource.get("code"))}}
    wanted = _PARTS.get(kind)
    if wanted is None or (kind != "Encounter" and not requests_of(resource)):
        return None
    return {"resourceType": kind, **{name: resource[name] for name in wanted if name in resource}}


def resource_id_of(entry: Entry, content: Content | None = None) -> str:
    """The id of a resource: its own, the uuid or tail of its full URL, or else one made of its content."""
    own = text(entry.resource.get("id"))
    if own:
        return own
    if entry.full_url:
        tail = entry.full_url.rpartition(":" if entry.full_url.startswith("urn:") else "/")[2]
        if tail:
            return tail
    return "~" + (content or Content.of(entry.resource)).digest.hex()[:24]


def subject_of(resource: Json) -> Json:
    """The Reference to the patient a resource is about; empty when it names none."""
    for name in _SUBJECT_FIELDS:
        found = obj(resource.get(name))
        if found:
            return found
    return {}


def different_people(one: Json, other: Json) -> bool:
    """Whether two Patient resources with the same id surely describe two people.

    Systems that number from one (and every set of examples) use the same ids for different patients. Only when names
    and birth dates are both known, neither is even similar, and no identifier is shared do we hold them apart;
    otherwise the later one is a correction of the earlier.
    """
    first, second = person(one), person(other)
    known = all((first.family or first.given, second.family or second.given, first.birth_date, second.birth_date))
    if not known or first.birth_date == second.birth_date or first.identifiers & second.identifiers:
        return False
    return not similar_names((first.family, first.given), (second.family, second.given))


def fingerprint(resource: Json) -> str:
    """What tells a person apart from another with the same resource id; stable from import to import."""
    who = person(resource)
    name = f"{folded(who.family)},{first_word(who.given)}"
    keys = [f"b{who.birth_date}"] if who.birth_date else []
    keys += [f"n{name}"] if len(name) > 1 else []
    return Content.of({"keys": keys}).digest.hex()[:12]


def best_copy(copies: Iterable[Thing]) -> Thing:
    """Of several copies of one resource the one last updated; undated ones by length, then content: always the same."""

    def rank(thing: Thing) -> tuple[str, int, bytes]:
        content = thing.content
        updated = text(obj(thing.resource.get("meta")).get("lastUpdated")) or ""
        return (updated, content.length, content.digest) if content else (updated, 0, b"")

    return max(copies, key=rank)
