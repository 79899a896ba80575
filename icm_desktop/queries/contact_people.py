"""Contacts, relatives and proxies of a patient, insurance and consents, each with what it is worth today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select

from db.models.coverage import Consent, Coverage
from db.models.patient import Patient, PatientContact
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.common import Provenance
from icm_desktop.contracts.demographics import ConsentRow, ContactPersonRow, CoverageRow
from icm_desktop.domain import validity
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.consent_elements import lacks
from icm_desktop.queries.provenance import Whence, provenance, sources_of

_MISTAKEN = "entered-in-error"
_SAME = (
    "id", "version", "status", "member_id", "group_number", "subscriber", "relationship_text", "payer", "kind",
    "phone", "starts_on", "ends_on", "position", "note",
)  # fmt: skip
_OF_CONSENT = (
    "id", "version", "status", "text", "scope", "decision", "given_on", "given_by", "given_how", "taken_by",
    "starts_on", "expires_on", "revoked_on", "revoked_reason", "note", "purpose", "discloser", "recipient_class",
    "expiry_event",
)  # fmt: skip
_OF_CONTACT = (
    "id", "version", "name", "relationship_code", "relationship_text", "phone", "email", "address", "language",
    "is_emergency", "authority", "starts_on", "ends_on", "note",
)  # fmt: skip


@requires(Privilege.DEMOGRAPHICS)
def contact_people(uow: UnitOfWork, patient_id: int) -> tuple[ContactPersonRow, ...]:
    """Everybody on file to speak to: those with an authority in force first, then emergency contacts."""
    stored = _rows(uow, PatientContact, patient_id)
    whence = sources_of(uow, (row.source_id for row in stored))
    rows = [
        ContactPersonRow(
            **{name: getattr(row, name) for name in _OF_CONTACT},
            may=_codes(row.may),
            may_not=_codes(row.may_not),
            state=validity.period(row.starts_on, row.ends_on, uow.today, uow.zone),
            provenance=provenance(whence, row.source_id),
        )
        for row in stored
    ]
    return tuple(sorted(rows, key=_importance))


@requires(Privilege.DEMOGRAPHICS)
def coverages(uow: UnitOfWork, patient_id: int) -> tuple[CoverageRow, ...]:
    """Insurance in the order in which it pays; what is over last."""
    stored = _rows(uow, Coverage, patient_id)
    whence = sources_of(uow, (row.source_id for row in stored))
    rows = [
        CoverageRow(
            **{name: getattr(row, name) for name in _SAME},
            plan=row.text,
            state=_coverage_state(uow, row),
            provenance=provenance(whence, row.source_id, row.author, row.organization, row.recorded_when),
        )
        for row in stored
    ]
    return tuple(sorted(rows, key=lambda row: (row.state not in ("valid", "future"), row.position or 99, row.id)))


@requires(Privilege.DEMOGRAPHICS)
def consents(uow: UnitOfWork, patient_id: int) -> tuple[ConsentRow, ...]:
    """Agreements and refusals, those that hold today first, then the newest.

    Of one that tells a condition by itself, roles without clinical facts learn that there is one, its dates and state.
    """
    stored = _rows(uow, Consent, patient_id)
    whence = sources_of(uow, (row.source_id for row in stored))
    patient = uow.session.get(Patient, patient_id)
    whose = spoken(patient.given, patient.family) if patient is not None else ""
    rows = [
        _hidden(_consent(uow, row, whose, whence)) if consent_hidden(uow, row) else _consent(uow, row, whose, whence)
        for row in stored
    ]
    newest = sorted(rows, key=lambda row: (row.given_on or row.starts_on or "", row.id), reverse=True)
    return tuple(sorted(newest, key=lambda row: row.state not in ("valid", "refused")))


@requires(Privilege.DEMOGRAPHICS)
def consent_hidden(uow: UnitOfWork, row: Consent) -> bool:
    """Whether a consent is not for this role: it tells a condition by itself."""
    if allows(uow.actor.role, Privilege.CLINICAL_READ):
        return False
    topics = _codes(one for one in row.covers or () if not _denied(one))
    names = (_name(one) for one in row.recipients or ())
    return sensitive().consent(row.scope, topics, row.text, row.note, row.purpose, row.revoked_reason, *names)


def _hidden(row: ConsentRow) -> ConsentRow:
    return replace(
        row, text=None, scope=None, decision=None, covers=(), excludes=(), recipients=(), given_by=None, taken_by=None,
        revoked_reason=None, note=None, purpose=None, discloser=None, recipient_class=None, expiry_event=None,
        statements=(), lacks=(), provenance=Provenance(), hidden=True,
    )  # fmt: skip


def _consent(uow: UnitOfWork, row: Consent, patient: str, whence: Mapping[int, Whence]) -> ConsentRow:
    covers = _codes(one for one in row.covers or () if not _denied(one))
    recipients = tuple(filter(None, (_name(one) for one in row.recipients or ())))
    return ConsentRow(
        **{name: getattr(row, name) for name in _OF_CONSENT},
        covers=covers,
        excludes=_codes(one for one in row.covers or () if _denied(one)),
        recipients=recipients,
        statements=tuple(str(one) for one in row.statements or ()),
        lacks=lacks(row, patient, covers, recipients),
        state=validity.consent(
            uow.today,
            status=row.status,
            decision=row.decision,
            starts_on=row.starts_on,
            expires_on=row.expires_on,
            revoked_on=row.revoked_on,
            zone=uow.zone,
        ),
        provenance=provenance(whence, row.source_id, row.author, row.organization, row.recorded_when),
    )


def _rows(uow: UnitOfWork, kind: type[Any], patient_id: int) -> list[Any]:
    kept = select(kind).where(kind.patient_id == patient_id, kind.removed_at.is_(None))
    if hasattr(kind, "status"):
        kept = kept.where(func.coalesce(kind.status, "active") != _MISTAKEN)
    return list(uow.session.scalars(kept.order_by(kind.id)))


def _importance(row: ContactPersonRow) -> tuple[bool, bool, bool, int]:
    return row.state in ("expired", "future"), row.authority is None, not row.is_emergency, row.id


def _coverage_state(uow: UnitOfWork, row: Coverage) -> str:
    if (row.status or "active") != "active":
        return validity.NOT_IN_FORCE
    return validity.period(row.starts_on, row.ends_on, uow.today, uow.zone)


def _denied(item: object) -> bool:
    return isinstance(item, dict) and item.get("decision") == "deny"


def _codes(items: Iterable[Any] | None) -> tuple[str, ...]:
    """The codes of topics; an item no list knows keeps its words."""
    same, known = lists.same_as("topic"), lists.codes("topic")
    found = []
    for item in items or ():
        code = str(item.get("code") or "") if isinstance(item, dict) else str(item)
        code = same.get(code, code)
        words = str(item.get("text") or code) if isinstance(item, dict) else code
        found.append(code if code in known else words)
    return tuple(dict.fromkeys(one for one in found if one))


def _name(item: object) -> str:
    return str(item.get("name") or item.get("text") or "") if isinstance(item, dict) else str(item)
