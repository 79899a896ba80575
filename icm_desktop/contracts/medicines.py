"""One list of medicines across prescribers and organisations, allergies, and what one does with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead, Provenance
from icm_desktop.contracts.conflicts import ConflictAnswer


@dataclass(frozen=True, slots=True)
class MedicineEntry:
    """One entry as it was recorded, read for today.

    `name`: generic first, `brand` as it was written ("" when it was not by brand); `written`: exactly as recorded.
    `ingredients` empty: not known, and not checked against anything. `state`: as `domain.medicines.STATES`; `status`:
    as recorded. `mg_per_day`: of its one ingredient, None when it cannot be told. `times`: amounts in the morning, at
    noon, in the evening and at bedtime. `said_by`: who reported it, of one the patient or family told of.
    """

    id: int
    version: int
    name: str
    brand: str
    written: str
    ingredients: tuple[str, ...]
    mg_per_day: float | None
    dosage: str | None
    route: str | None
    dose_value: float | None
    dose_unit: str | None
    times_per_day: float | None
    times: tuple[str | None, str | None, str | None, str | None]
    as_needed: bool
    reason: str | None
    prescriber: str | None
    said_by: str | None
    patient_reported: bool
    starts: str | None
    ends: str | None
    state: str
    status: str | None
    status_reason: str | None
    intent: str | None
    note: str | None
    stay: str | None
    provenance: Provenance

    @property
    def checked(self) -> bool:
        """Whether its ingredients are known."""
        return bool(self.ingredients)


@dataclass(frozen=True, slots=True)
class AllergyEntry:
    """One allergy or intolerance. `known`: rules know a medicine or class of that name. `current`: counts today."""

    id: int
    version: int
    text: str
    kind: str | None
    category: str | None
    reaction: str | None
    severity: str | None
    criticality: str | None
    verification: str | None
    status: str | None
    onset: str | None
    note: str | None
    current: bool
    known: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Medicines:
    """Everything of a patient: entries (entered in error left out), allergies, and how many of those taken are checked.

    `allergies_are`: some, none (known to have none, `none_known_on`) or not_recorded.
    """

    head: PatientHead
    day: dt.date
    entries: tuple[MedicineEntry, ...]
    allergies: tuple[AllergyEntry, ...]
    allergies_are: str
    none_known_on: dt.date | None
    version: str
    last_reconciled: dt.date | None = None
    last_reconciled_by: str | None = None
    unresolved: int = 0
    prepared: bool = False

    @property
    def taken(self) -> tuple[MedicineEntry, ...]:
        """What is taken today."""
        return tuple(one for one in self.entries if one.state == "taken")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the program knows of a name: its ingredients (none: not checked) and its generic-first name."""

    ingredients: tuple[str, ...]
    name: str
    brand: str


@dataclass(frozen=True, slots=True)
class SaveMedicine:
    """Add a medicine (`entry_id` None) or change what an entry says. `dose`: as typed, in digits; `slots`: when.

    `often`: how often a day, where no time was chosen. `words`: how it is taken in words; put together when empty.
    `answers`: what was chosen about conflicts at the stop level that it brings.
    """

    patient_id: int
    text: str
    dose: str = ""
    unit: str = ""
    route: str = ""
    often: str = ""
    slots: tuple[str, ...] = ()
    as_needed: bool = False
    words: str = ""
    reason: str = ""
    prescriber: str = ""
    patient_reported: bool = False
    starts_on: str = ""
    ends_on: str = ""
    note: str = ""
    entry_id: int | None = None
    expected_version: int = 0
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class SetMedicineStatus:
    """Hold, stop, take again, or say that it was never taken; `on`: the day of the stop (None: today)."""

    entry_id: int
    expected_version: int
    status: str
    reason: str = ""
    on: dt.date | None = None
    answers: tuple[ConflictAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveAllergy:
    """Add an allergy (`allergy_id` None) or change what one says."""

    patient_id: int
    text: str
    kind: str = "allergy"
    category: str = "medication"
    reaction: str = ""
    severity: str = ""
    criticality: str = ""
    verification: str = "confirmed"
    status: str = "active"
    onset_on: str = ""
    note: str = ""
    allergy_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class SayNoAllergies:
    """Somebody asked, and the patient knows of no allergy; or (`none` False) that is taken back: nobody knows."""

    patient_id: int
    none: bool = True


@dataclass(frozen=True, slots=True)
class MedicineSaved:
    """The entry that was saved; `checked`: its name is known to the rules."""

    id: int
    changes: Changes
    checked: bool = True
