"""Questions about the person, the needs that were found and the medicines that are taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Select, or_, select

from db.models.clinical import Condition, MedicationEntry, QuestionnaireResponse
from db.models.patient import Patient
from db.search import among
from icm_desktop.content.social_domains import domains
from icm_desktop.domain import moments
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.domain.populations import Ask, Evidence, Kind
from icm_desktop.queries.medicines_taken import MedicinesTaken
from icm_desktop.queries.needs_found import NeedsFound
from icm_desktop.queries.populations.asking import Asking, Found


class Person:
    """Age in whole years, sex, language of the person."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    def _born(self) -> Any:
        years = int(self._test.value or 0)
        if self._test.compare in (">", "<="):  # more than 65 is at least 66; at most 65 is less than 66
            years += 1
        latest = add_months(self._asking.on, -12 * years).isoformat()
        known = Patient.birth_date.is_not(None)
        if self._test.compare in (">=", ">"):
            return known & (Patient.birth_date <= latest)
        return known & (Patient.birth_date > latest)

    @property
    def wanted(self) -> Select[Any]:
        if self._test.kind is Kind.AGE:
            return select(Patient.id).where(self._born())
        column = Patient.sex if self._test.kind is Kind.SEX else Patient.language
        return select(Patient.id).where(column.in_(self._test.of))

    def found(self, ids: Sequence[int]) -> Found:
        wanted = self.wanted.with_only_columns(Patient.id, Patient.birth_date, Patient.sex, Patient.language)
        rows = self._asking.uow.session.execute(wanted.where(Patient.id.in_(among(ids))))
        return {row.id: (self._evidence(row),) for row in rows}

    def _evidence(self, row: Any) -> Evidence:
        if self._test.kind is Kind.AGE:
            age = moments.age_in_years(row.birth_date, self._asking.on)
            return Evidence(Kind.AGE, value=None if age is None else float(age))
        return Evidence(self._test.kind, row.sex if self._test.kind is Kind.SEX else row.language)


class HasNeeds:
    """So many domains in which a social need was found."""

    exact = False

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    @cached_property
    def _needs(self) -> NeedsFound:
        return NeedsFound(self._asking.uow, self._asking.on)

    @property
    def wanted(self) -> Select[Any]:
        """Whoever was asked anything, or has such a problem."""
        begin = tuple({code.partition(":")[2][:3] for one in domains() for code in one.icd10})
        problems = select(Condition.patient_id).where(
            or_(*(Condition.code.between(each, f"{each}~") for each in begin), Condition.other_codes.is_not(None)),
            Condition.removed_at.is_(None),
        )
        asked = select(QuestionnaireResponse.patient_id).where(QuestionnaireResponse.removed_at.is_(None))
        each = asked.union_all(problems).subquery()
        return select(each.c.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        named = self._test.of
        found: dict[int, tuple[Evidence, ...]] = {}
        for patient_id, needs in self._needs.of(ids).items():
            kept = [one for one in needs if not named or one.domain in named]
            if len(kept) >= self._test.at_least:
                found[patient_id] = tuple(Evidence(Kind.NEEDS, one.domain, one.day, words=one.words) for one in kept)
        return found


class Takes:
    """So many different ingredients that are taken now, of those named if any are."""

    exact = False

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    @property
    def wanted(self) -> Select[Any]:
        return select(MedicationEntry.patient_id).where(
            MedicationEntry.status.in_(("active", "on-hold")), MedicationEntry.removed_at.is_(None)
        )

    def found(self, ids: Sequence[int]) -> Found:
        named = frozenset(self._test.of)
        found: dict[int, tuple[Evidence, ...]] = {}
        for patient_id, taken in MedicinesTaken(self._asking.uow, self._asking.on).of(ids).items():
            kept: dict[str, Evidence] = {}
            for one in taken:
                for name in one.ingredients or (one.text,):
                    if not named or name in named:
                        kept.setdefault(name, Evidence(Kind.MEDICINES, one.text, one.started))
            if len(kept) >= self._test.at_least:
                found[patient_id] = tuple(kept.values())
        return found
