"""Whether medicines are taken: what the patient said, why not, and the last refill."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.progress import KeptAppointments


@dataclass(frozen=True, slots=True)
class AdherenceAnswer:
    """What was said about one medicine on one day. `taking` as in `domain.adherence`; None means nobody asked."""

    id: int
    version: int
    asked_on: dt.date
    taking: str
    missed_doses: int | None
    missed_days: int | None
    reason: str | None
    reason_text: str | None
    last_refill_on: dt.date | None
    asked_by: str | None


@dataclass(frozen=True, slots=True)
class Refill:
    """When a medicine was last handed over: `dispensed` by a pharmacy that said so, else as the patient told."""

    on: dt.date
    dispensed: bool
    days_supply: float | None = None
    source: str | None = None

    @property
    def lasts_to(self) -> dt.date | None:
        """The day on which what was handed over is used up; None when nobody said for how long it lasts."""
        return None if self.days_supply is None else self.on + dt.timedelta(days=round(self.days_supply))


@dataclass(frozen=True, slots=True)
class MedicineAdherence:
    """One current medicine with every answer about it, newest first, and its last refill."""

    medication_entry_id: int
    text: str
    dosage: str | None
    answers: tuple[AdherenceAnswer, ...]
    refill: Refill | None
    as_needed: bool = False


@dataclass(frozen=True, slots=True)
class Adherence:
    """Every current medicine of a patient; `reasons` are the codes a person can choose, `mark` how sure the list is."""

    head: PatientHead
    medicines: tuple[MedicineAdherence, ...]
    reasons: tuple[str, ...]
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class AdherenceOverview:
    """In short: of how many current medicines it is known how they are taken, and which are not taken as told.

    `late`: what was handed over is used up, and nothing was handed over since; never one taken as needed.
    """

    medicines: int
    known: int
    not_as_told: tuple[MedicineAdherence, ...]
    late: tuple[MedicineAdherence, ...]
    supply_known: int
    visits: KeptAppointments


@dataclass(frozen=True, slots=True)
class RecordAdherence:
    """What the patient said about one medicine. `missed_doses` of the last `missed_days` days."""

    medication_entry_id: int
    taking: str
    asked_on: dt.date
    missed_doses: int | None = None
    missed_days: int | None = None
    reason: str | None = None
    reason_text: str | None = None
    last_refill_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AdherenceSaved:
    """What was saved."""

    id: int
    changes: Changes
