"""What a reconciliation is made of: the lists of the chart, typed ones, and every medicine of them on one line."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import select

from db.models.clinical import Encounter
from db.models.exchange import SourceResource
from db.models.reconciliation import MedicationReconciliation
from db.unit_of_work import UnitOfWork
from icm_desktop.content import team
from icm_desktop.content.conflicts import formulary
from icm_desktop.contracts.medicines import MedicineEntry
from icm_desktop.contracts.reconciliation import (
    Compared,
    CompareLists,
    Offered,
    Prepared,
    Prescriber,
    TypedList,
)
from icm_desktop.contracts.transitions import TransitionRow
from icm_desktop.domain import medicine_lines
from icm_desktop.domain.conflicts.medicines import ingredients_of, plain
from icm_desktop.domain.medicines import HELD, TAKEN
from icm_desktop.domain.names import folded
from icm_desktop.domain.reconciliation import (
    DISCHARGE,
    OURS,
    PATIENT,
    RECORDS,
    TYPED_KINDS,
    Listed,
    MedicineList,
    matched,
)
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.medicines import of_patient
from icm_desktop.queries.reconciliations import PREPARED
from icm_desktop.queries.team import members
from icm_desktop.queries.transitions import of_patient as transitions_of

RECONCILED = "medication_reconciliation"  # the step of a transition
_HERE, _TOLD = "here", "patient"
_STAYS = ("IMP", "ACUTE", "NONAC", "OBSENC", "EMER")
_LONGEST_TITLE = 200


@requires(Privilege.CLINICAL_READ)
def offered(uow: UnitOfWork, patient_id: int, language: str = "en") -> Offered:
    """What a reconciliation begins with.

    Raises:
        NotFound: patients.unknown.
    """
    lists = chart_lists(uow, patient_id)
    stay = open_transition(uow, patient_id)
    return Offered(
        head=patient_head(uow, patient_id),
        lists=lists,
        prescribers=_prescribers(uow, patient_id, lists),
        channels=dict(team.choices(language))["channel"],
        prepared=_prepared(uow, patient_id),
        discharged_on=stay.discharged_on if stay else None,
        may_sign=allows(uow.actor.role, Privilege.RECONCILE),
    )


@requires(Privilege.CLINICAL_READ)
def compared(uow: UnitOfWork, asked: CompareLists) -> Compared:
    """The chosen lists and every medicine of them on one line.

    Raises:
        NotFound: patients.unknown.
        Invalid: reconciliation.one_list at "lists"; title_missing, too_many_lines, line_too_long, bad_kind at the
            field; no_lines at "text".
        Conflict: reconciliation.changed_meanwhile when a list of the chart is no longer there.
    """
    known = {one.key: one for one in chart_lists(uow, asked.patient_id)}
    if not set(asked.keys) <= known.keys():
        raise Conflict("reconciliation.changed_meanwhile")
    lists = [known[key] for key in dict.fromkeys(asked.keys)]
    lists += [_typed(place, one) for place, one in enumerate(asked.typed)]
    if len(lists) < 2:
        raise Invalid("reconciliation.one_list", field="lists")
    if not asked.keys:
        lists.insert(0, MedicineList(_HERE, OURS, "", "", ()))
    found = matched(lists)
    seen = json.dumps([asdict(one) for one in found], sort_keys=True, default=str)
    return Compared(tuple(lists), found, hashlib.sha256(seen.encode()).hexdigest())


@requires(Privilege.CLINICAL_READ)
def open_transition(uow: UnitOfWork, patient_id: int) -> TransitionRow | None:
    """The discharge whose medicines are still to be reconciled, the latest; None when there is none."""
    for row in transitions_of(uow, patient_id):
        waits = any(one.what == RECONCILED and one.done_on is None for one in row.clocks)
        if row.closed_on is None and not row.superseded and waits:
            return row
    return None


@requires(Privilege.CLINICAL_READ)
def chart_lists(uow: UnitOfWork, patient_id: int) -> tuple[MedicineList, ...]:
    """The chart's current entries by where they are from: ours first, then each stay and place, then the patient's.

    Raises:
        NotFound: patients.unknown.
    """
    stays = _stays(uow, patient_id)
    groups: dict[tuple[str, str, str], list[MedicineEntry]] = defaultdict(list)
    for one in of_patient(uow, patient_id).entries:
        if one.state in (TAKEN, HELD):
            groups[_group(one, stays)].append(one)
    order = [OURS, RECORDS, DISCHARGE, PATIENT]
    listed = sorted(groups.items(), key=lambda each: (order.index(each[0][0]), -len(each[1]), each[0][1]))
    return tuple(
        MedicineList(key, kind, title, _latest(entries), tuple(map(_listed, entries)))
        for (kind, title, key), entries in listed
    )


def _group(one: MedicineEntry, stays: dict[str, str]) -> tuple[str, str, str]:
    """Kind, title and key of the list an entry belongs to."""
    come = one.provenance
    if one.patient_reported:
        return PATIENT, "", _TOLD
    if one.stay in stays:
        return DISCHARGE, stays[one.stay or ""], f"stay:{one.stay}"
    if come.source is None and come.organization is None:
        return OURS, "", _HERE
    place = come.organization or come.source or ""
    return RECORDS, place, f"place:{folded(place)}"


def _stays(uow: UnitOfWork, patient_id: int) -> dict[str, str]:
    """Stays of the patient by the key their medicines point to, with where they were."""
    wanted = (
        select(SourceResource.resource_type, SourceResource.resource_id, Encounter.organization, Encounter.location)
        .join(SourceResource, SourceResource.id == Encounter.source_id)
        .where(Encounter.patient_id == patient_id, Encounter.class_code.in_(_STAYS), Encounter.removed_at.is_(None))
    )
    found = uow.session.execute(wanted).all()
    return {f"{kind}/{name}": place or where or "" for kind, name, place, where in found}


def _latest(entries: Iterable[MedicineEntry]) -> str:
    return max((one.provenance.recorded or one.starts or "" for one in entries), default="")[:10]


def _listed(one: MedicineEntry) -> Listed:
    return Listed(
        key=_key(one.written, one.ingredients),
        name=f"{one.name} ({one.brand.upper()})" if one.brand else one.name,
        written=one.written,
        ingredients=one.ingredients,
        dosage=one.dosage or "",
        mg_per_day=one.mg_per_day,
        as_needed=one.as_needed,
        reason=one.reason or "",
        prescriber=one.prescriber or one.said_by or "",
        since=one.starts or "",
        entry=one.id,
        held=one.state == HELD,
    )


def _typed(place: int, one: TypedList) -> MedicineList:
    """A list line by line; a line nobody understands stays a line."""
    if one.kind not in TYPED_KINDS:
        raise Invalid("reconciliation.bad_kind", field="kind")
    title = " ".join(one.title.split())
    if not title or len(title) > _LONGEST_TITLE:
        raise Invalid("reconciliation.title_missing", field="title")
    lines = [line for line in one.text.splitlines() if line.strip()]
    if not lines:
        raise Invalid("reconciliation.no_lines", field="text")
    if len(lines) > medicine_lines.MOST_LINES:
        raise Invalid("reconciliation.too_many_lines", field="text", most=medicine_lines.MOST_LINES)
    if any(len(line) > medicine_lines.LONGEST_LINE for line in lines):
        raise Invalid("reconciliation.line_too_long", field="text", most=medicine_lines.LONGEST_LINE)
    read = (medicine_lines.read_line(line) for line in lines)
    return MedicineList(f"typed:{place}", one.kind, title, one.dated, tuple(_line(each) for each in read if each))


def _line(one: medicine_lines.WrittenMedicine) -> Listed:
    known = formulary()
    ingredients = ingredients_of(known, one.text)
    name, brand = medicine_lines.generic_first(known, one.text, ingredients)
    told = medicine_lines.daily_mg(one.text, one.dosage, None, None, None) if len(ingredients) == 1 else None
    return Listed(
        key=_key(one.text, ingredients),
        name=f"{name} ({brand.upper()})" if brand else name,
        written=one.text,
        ingredients=ingredients,
        dosage=one.dosage,
        mg_per_day=told,
        as_needed="as needed" in one.dosage.casefold() or "prn" in one.dosage.casefold().split(),
    )


def _key(written: str, ingredients: tuple[str, ...]) -> str:
    """The same for the same medicine: by its ingredients, of an unknown one by its words without strength."""
    if ingredients:
        return "/".join(sorted(ingredients))
    return f"? {plain(formulary(), written) or folded(written)}"


def _prescribers(uow: UnitOfWork, patient_id: int, lists: Iterable[MedicineList]) -> tuple[Prescriber, ...]:
    """Members of the team, then who is named on a list and is not on it."""
    ours = [
        Prescriber(one.id, one.name) for one in members(uow, patient_id) if one.id is not None and one.state == "now"
    ]
    known = {folded(one.name) for one in ours}
    named = dict.fromkeys(
        line.prescriber for one in lists for line in one.lines if line.prescriber and one.kind != PATIENT
    )
    return (*ours, *(Prescriber(None, name) for name in named if folded(name) not in known))


def _prepared(uow: UnitOfWork, patient_id: int) -> Prepared | None:
    wanted = (
        select(MedicationReconciliation)
        .where(
            MedicationReconciliation.patient_id == patient_id,
            MedicationReconciliation.status == PREPARED,
            MedicationReconciliation.removed_at.is_(None),
        )
        .order_by(MedicationReconciliation.id.desc())
        .limit(1)
    )
    row = uow.session.scalars(wanted).first()
    if row is None:
        return None
    return Prepared(row.id, row.version, row.prepared_by, row.prepared_on, str(row.content[0] if row.content else ""))
