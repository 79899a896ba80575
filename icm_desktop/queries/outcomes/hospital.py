"""Facts about the use of hospitals: readmissions, emergency visits, stays, and what those were for."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import select

from db.models.clinical import Condition, Encounter
from db.models.coverage import Claim
from db.models.exchange import SourceResource
from db.models.outcomes import ClassificationTable
from db.models.patient import Patient
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.outcomes import sensitive
from icm_desktop.domain import moments
from icm_desktop.domain.utilization import emergency_days, index_stays
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.hospital_use import HospitalUse, Used
from icm_desktop.queries.outcomes.facts import Fact

_OFTEN, _YEAR = 4, 365
_DAY = dt.timedelta(days=1)
_AGAIN = {"en": "Readmitted", "es": "Reingreso"}
_NOT_YET = {
    "en": "Not readmitted so far; the 30 days are not over",
    "es": "Sin reingreso hasta ahora; faltan días de los 30",
}
_NOT_AGAIN = {"en": "Not readmitted", "es": "Sin reingreso"}
_EMERGENCY = {"en": "Emergency visit", "es": "Visita a emergencias"}
_STAY = {"en": "Stay in hospital", "es": "Hospitalización"}


class Hospital:
    """What everybody used between two days, read once."""

    def __init__(self, uow: UnitOfWork, first: dt.date, last: dt.date) -> None:
        self._uow, self._first, self._last = uow, first, last
        self._use = HospitalUse(uow, None, first - dt.timedelta(days=40))
        self._of: Mapping[int, Used] = {one: self._use.of(one) for one in self._use.patients()}

    @property
    def empty(self) -> bool:
        """Whether no use of a hospital is known at all."""
        return not self._of

    @cached_property
    def readmissions(self) -> list[Fact]:
        """Each discharge that counts, with whether somebody came back."""
        found = []
        for patient_id, used in self._of.items():
            for one in index_stays(used.stays, self._first, self._last, self._uow.today):
                what = _AGAIN if one.again else _NOT_YET if one.provisional else _NOT_AGAIN
                ended = one.stay.ended or self._last
                found.append(Fact(patient_id, ended, float(one.again is not None), what=what))
        return found

    @cached_property
    def emergency(self) -> list[Fact]:
        """Each day with an emergency visit that did not become an admission."""
        return [
            Fact(patient_id, day, 1, what=_EMERGENCY)
            for patient_id, used in self._of.items()
            for day in emergency_days(used.emergency, used.every_stay, self._first, self._last)
        ]

    def often(self, end: dt.date) -> list[Fact]:
        """Who had four or more such days in the year up to a day."""
        first, days = end - dt.timedelta(days=_YEAR - 1), dict[int, int]()
        for one in self.emergency:
            if one.patient_id is not None and first <= one.day <= end:
                days[one.patient_id] = days.get(one.patient_id, 0) + 1
        return [
            Fact(patient_id, end, 1, what={"en": f"{count} days", "es": f"{count} días"})
            for patient_id, count in days.items() if count >= _OFTEN
        ]  # fmt: skip

    @cached_property
    def stays(self) -> list[Fact]:
        """Each stay, on the day it began."""
        return [
            Fact(patient_id, one.began, 1, what=_STAY)
            for patient_id, used in self._of.items()
            for one in used.stays
            if self._first <= one.began <= self._last
        ]

    @cached_property
    def sensitive(self) -> list[Fact]:
        """Stays that good care outside could avoid, by their main diagnosis and the age."""
        stays = {
            one.id: (patient_id, one.began) for patient_id, used in self._of.items() for one in used.stays
            if self._first <= one.began <= self._last
        }  # fmt: skip
        born = _born(self._uow, {patient_id for patient_id, _ in stays.values()})
        found = []
        for row_id, code in MainDiagnoses(self._uow).of(stays):
            patient_id, day = stays[row_id]
            age = moments.age_in_years(born.get(patient_id), day)
            kind = next((one for one in sensitive() if age is not None and one.holds(code, age)), None)
            if kind is not None:
                found.append(Fact(patient_id, day, 1, what=kind.words))
        return found

    @cached_property
    def avoidable(self) -> list[Fact]:
        """Emergency visits the imported table classifies, each with its share that primary care could treat."""
        table = classification(self._uow)
        if table is None:
            return []
        visits = {
            one.id: (patient_id, one.day) for patient_id, used in self._of.items() for one in used.emergency
            if self._first <= one.day <= self._last
        }  # fmt: skip
        found = []
        for row_id, code in MainDiagnoses(self._uow).of(visits):
            shares = table.get(code.replace(".", ""))
            if shares is not None:
                patient_id, day = visits[row_id]
                found.append(Fact(patient_id, day, shares[0] + shares[1], what={"en": code, "es": code}))
        return found


@requires(Privilege.CLINICAL_READ)
def classification(uow: UnitOfWork) -> Mapping[str, list[float]] | None:
    """The shares of the newest table of emergency visits that was imported; None when there is none."""
    row = ClassificationTable
    wanted = select(row.rows).where(row.kind == "emergency", row.removed_at.is_(None)).order_by(row.id.desc())
    return uow.session.scalars(wanted.limit(1)).first()


def _born(uow: UnitOfWork, ids: Iterable[int]) -> dict[int, str]:
    rows = uow.session.execute(select(Patient.id, Patient.birth_date).where(Patient.id.in_(among(ids))))
    return {one: born for one, born in rows if born}


class MainDiagnoses:
    """The ICD-10 code a visit or stay was for: its reason or first diagnosis as it came, else that of its claim."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def of(self, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
        """Row id of an encounter and code, where one is known."""
        every = sorted(ids)
        for start in range(0, len(every), 500):
            yield from self._some(every[start : start + 500])

    def _some(self, ids: list[int]) -> Iterator[tuple[int, str]]:
        wanted = (
            select(Encounter.id, Encounter.patient_id, SourceResource.resource_id, SourceResource.content)
            .join(SourceResource, SourceResource.id == Encounter.source_id)
            .where(Encounter.id.in_(among(ids)))
        )
        rows = self._uow.session.execute(wanted).all()
        claims = self._claims({row.patient_id for row in rows})
        problems = self._problems({row.patient_id for row in rows})
        for row in rows:
            content = json.loads(zlib.decompress(row.content)) if row.content else {}
            code = (
                _reason(content)
                or self._diagnosis(content, row.patient_id, problems)
                or claims.get((row.patient_id, f"Encounter/{row.resource_id}"))
            )
            if code:
                yield row.id, code

    def _claims(self, ids: Iterable[int]) -> dict[tuple[int, str], str]:
        rows = select(Claim.patient_id, Claim.encounter_source, Claim.diagnoses).where(
            Claim.patient_id.in_(among(ids)), Claim.encounter_source.is_not(None), Claim.removed_at.is_(None)
        )
        found: dict[tuple[int, str], str] = {}
        for patient_id, source, diagnoses in self._uow.session.execute(rows):
            codes = [
                one["code"] for one in diagnoses or () if one.get("code") and "icd-10" in (one.get("code_system") or "")
            ]
            if codes:
                found.setdefault((patient_id, source), codes[0])
        return found

    def _problems(self, ids: Iterable[int]) -> dict[tuple[int, str], str]:
        wanted = (
            select(Condition.patient_id, SourceResource.resource_id, Condition.code, Condition.code_system,
                   Condition.other_codes)
            .join(SourceResource, SourceResource.id == Condition.source_id)
            .where(Condition.patient_id.in_(among(ids)), Condition.removed_at.is_(None))
        )  # fmt: skip
        found: dict[tuple[int, str], str] = {}
        for patient_id, resource, code, system, others in self._uow.session.execute(wanted):
            every = [(system, code), *((one.get("system"), one.get("code")) for one in others or ())]
            icd = next((each for of, each in every if each and "icd-10" in (of or "")), None)
            if icd:
                found[patient_id, resource] = icd
        return found

    @staticmethod
    def _diagnosis(content: Any, patient_id: int, problems: Mapping[tuple[int, str], str]) -> str | None:
        told = content.get("diagnosis") or ()
        ranked = sorted((one for one in told if isinstance(one, dict)), key=lambda one: one.get("rank") or 99)
        for one in ranked:
            reference = (one.get("condition") or {}).get("reference") or ""
            code = problems.get((patient_id, reference.rpartition("/")[2].removeprefix("urn:uuid:")))
            if code:
                return code
        return None


def _reason(content: Any) -> str | None:
    for concept in content.get("reasonCode") or ():
        for one in concept.get("coding") or () if isinstance(concept, dict) else ():
            if "icd-10" in (one.get("system") or "") and one.get("code"):
                return str(one["code"])
    return None
