"""What the coded problems of a patient are called in the records: a SNOMED CT number tells nobody anything."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from db.models.clinical import Condition
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.conflicts import ConflictRow
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.plain_text import untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_facts import coded

_PROBLEM = "problem"


@requires(Privilege.CLINICAL_READ)
def problem_names(uow: UnitOfWork, patient_id: int) -> Mapping[str, str]:
    """Names by the code as pathway files write it ("sct:44054006"); problems without a code or a name are left out."""
    return names_of(uow, [patient_id]).get(patient_id, {})


@requires(Privilege.CLINICAL_READ)
def names_of(uow: UnitOfWork, patient_ids: Collection[int]) -> Mapping[int, Mapping[str, str]]:
    """The names of the problems of several patients."""
    asked = select(Condition.patient_id, Condition.code_system, Condition.code, Condition.text).where(
        Condition.patient_id.in_(among(set(patient_ids))), Condition.removed_at.is_(None)
    )
    found: dict[int, dict[str, str]] = {}
    for patient_id, system, code, text in uow.session.execute(asked) if patient_ids else ():
        if code and text:
            found.setdefault(patient_id, {})[coded(system, code)] = untagged(text)
    return found


@requires(Privilege.CLINICAL_READ)
def rows_by_name(uow: UnitOfWork, rows: Sequence[ConflictRow]) -> tuple[ConflictRow, ...]:
    """Conflicts whose problems are called as the records call them."""
    ids = {row.head.id for row in rows if any(fact.kind == _PROBLEM for fact in (*row.facts, *row.before))}
    names = names_of(uow, ids)
    return tuple(
        replace(row, facts=facts_by_name(row.facts, known), before=facts_by_name(row.before, known))
        if (known := names.get(row.head.id))
        else row
        for row in rows
    )


def facts_by_name(facts: Iterable[Evidence], names: Mapping[str, str]) -> tuple[Evidence, ...]:
    """A SNOMED CT problem by its name, an ICD-10 one by name and code; the code alone where no record names it."""
    return tuple(replace(one, text=_called(one.text, names)) if one.kind == _PROBLEM else one for one in facts)


def _called(code: str, names: Mapping[str, str]) -> str:
    if name := names.get(f"sct:{code}"):
        return name
    name = names.get(f"icd10:{code.replace('.', '')}")
    return f"{name} ({code})" if name and name != code else code
