"""One sample patient while their chart is being made: who they are, what they have, what was done so far."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from random import Random
from typing import Any

import orjson

from icm_desktop.sample.chance import day_between
from icm_desktop.sample.clinic import Clinic, Clinician, Feed, Openings
from icm_desktop.sample.identity import DUPLICATE, Identity
from icm_desktop.sample.rows import Rows
from icm_desktop.sample.stories import story_of

ICD10 = "http://hl7.org/fhir/sid/icd-10-cm"
SNOMED = "http://snomed.info/sct"
LOINC = "http://loinc.org"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
CVX = "http://hl7.org/fhir/sid/cvx"
SHOWN = 60  # the first so many are for show: their days are fuller
RICH_FIRST, RICH_EVERY = 1000, 10  # who has papers, claims and dispenses: these and one in so many after them
_NOTHING: dict[str, Any] = {}
_OURS: dict[str, Any] = {}
_KINDS = {
    "condition": "Condition",
    "medication_entry": "MedicationRequest",
    "encounter": "Encounter",
    "observation": "Observation",
    "procedure": "Procedure",
    "diagnostic_report": "DiagnosticReport",
    "document": "DocumentReference",
    "immunization": "Immunization",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that took place here."""

    at: dt.datetime
    day: dt.date
    clinician: Clinician
    encounter: int
    kind: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine the patient takes or took; `share` of the doses they really take, `moves` what it does to results."""

    name: str
    entry: int
    content: dict[str, Any]
    start: dt.date
    stop: dt.date | None
    share: float
    moves: dict[str, float]


@dataclass(slots=True)
class Case:
    """Adds the rows of one patient with everything a fact has in common filled in."""

    rows: Rows
    rng: Random
    clinic: Clinic
    openings: Openings
    who: Identity
    id: int
    doctor: Clinician
    since: dt.date  # when they became a patient here
    end: dt.date  # today, or the day they died
    have: dict[str, dt.date] = field(default_factory=dict)  # condition: since when
    taken: list[Taken] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    busy: set[dt.date] = field(default_factory=set)  # days with a visit somewhere: nobody is in two places
    numbers: dict[str, Any] = field(default_factory=dict)  # what later parts need of earlier ones
    received: dict[str, Any] = field(default_factory=dict)  # import and source of the last fact; empty when it is ours
    age: int = field(init=False)  # full years at the end

    def __post_init__(self) -> None:
        self.age = self.who.age_on(self.end)

    @property
    def today(self) -> dt.date:
        """The day the practice is made for."""
        return self.clinic.today

    @property
    def alive(self) -> bool:
        """Whether the patient lives."""
        return self.end == self.clinic.today

    @property
    def story(self) -> dict[str, Any]:
        """The story of this patient; empty when there is none."""
        return story_of(self.who.number) or _NOTHING

    @property
    def rich(self) -> bool:
        """Whether papers and claims are made too."""
        return self.who.number <= RICH_FIRST or self.who.number % RICH_EVERY == 0

    @property
    def slight(self) -> bool:
        """Whether this is a second registration of somebody: hardly anything in it."""
        return self.who.tie == DUPLICATE

    @property
    def spanish(self) -> bool:
        """Whether the patient reads Spanish."""
        return self.who.language == "es"

    def fact(self, table: str, when: dt.date, **values: Any) -> int:
        """Add a fact recorded on `when` by the patient's clinician, unless `author` says otherwise.

        A fact of an organisation that sends its records comes with the resource it was.
        """
        values.setdefault("author", self.doctor.name)
        self.received = _OURS
        kind = _KINDS.get(table)
        if kind is None or values.get("organization") not in self.clinic.senders:
            return self.rows.add(table, patient_id=self.id, recorded_when=when.isoformat(), **values)
        feed = next((each for each in self.clinic.feeds if when <= each.day), self.clinic.feeds[-1])
        self.received = {"import_id": feed.id, "source_id": self.rows.reserve("source_resource")}
        number = self.rows.add(table, patient_id=self.id, recorded_when=when.isoformat(), **(values | self.received))
        self._resource(kind, (table, number), feed, values)
        return number

    def _resource(self, kind: str, of: tuple[str, int], feed: Feed, values: dict[str, Any]) -> None:
        """Add the resource a fact came as."""
        table, number = of
        name = f"{self.who.number:06d}-{kind[:3].lower()}-{number}"
        resource = {"resourceType": kind, "id": name, "status": values.get("status"), "code": {"text": values["text"]}}
        content = orjson.dumps(resource, option=orjson.OPT_SORT_KEYS)
        self.rows.add_part_as(
            "source_resource",
            self.received["source_id"],
            import_id=feed.id,
            source=values["organization"],
            resource_type=kind,
            resource_id=name,
            subject=f"Patient/{self.who.number:06d}",
            patient_id=self.id,
            content_hash=hashlib.blake2b(content, digest_size=32).digest(),
            content=None,  # invented: what leaves is written from the row
            target_table=table,
            target_id=number,
            not_understood=None,
            received_at=feed.at,
        )

    def ago(self, least: int, most: int) -> dt.date:
        """A day between `least` and `most` days before the end, not before they came here."""
        return max(
            self.since, day_between(self.rng, self.end - dt.timedelta(days=most), self.end - dt.timedelta(days=least))
        )

    def chance(self, share: float) -> bool:
        """Whether something of this share comes true."""
        return self.rng.random() < share

    def coordinator(self) -> tuple[int, str]:
        """The coordinator of this patient."""
        return self.clinic.coordinators[self.who.number % len(self.clinic.coordinators)]

    def owner(self, who: str) -> dict[str, Any]:
        """The columns that say whose it is: "patient" or "user"."""
        if who == "patient":
            return {"owner_kind": "patient", "owner_name": None, "owner_user_id": None}
        user_id, name = self.coordinator()
        return {"owner_kind": "user", "owner_name": name, "owner_user_id": user_id}

    def measure(self, code: str, day: dt.date, value: float) -> None:
        """Remember a result that goals are about."""
        self.numbers["measured"].setdefault(code, []).append((day, value))

    def moment(self, day: dt.date, hour: int, minute: int) -> dt.datetime:
        """A local time as an aware UTC instant."""
        return dt.datetime.combine(day, dt.time(hour, minute), self.clinic.zone).astimezone(dt.UTC)


def stamp(at: dt.datetime) -> str:
    """An instant as facts hold it."""
    return f"{at.isoformat()[:19]}Z"
