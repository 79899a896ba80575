"""One record of a chart in full, whatever it is: its fields, what belongs to it, where it came from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.audit import AuditEvent
from db.models.by_table import CLASSES
from db.models.clinical import ObservationComponent
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.team import sensitive_kinds
from icm_desktop.contracts.records import FactDetail, FactRef, Field, Value
from icm_desktop.domain import referral_states
from icm_desktop.domain.alerts import is_clinical
from icm_desktop.domain.records import KINDS, SENSITIVE_FIELDS, Kind, is_mistaken
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.contact_people import consent_hidden
from icm_desktop.queries.labels import labels, targets
from icm_desktop.queries.linked_facts import linked
from icm_desktop.queries.origins import origin_of
from icm_desktop.queries.record_titles import title_of
from icm_desktop.queries.record_values import named, reference_text, told, value_text

MARKED, UNMARKED = "record.mistaken", "record.not_mistaken"
_PART = "part:"  # the name of a field that is a part of a panel, followed by the part's own name


@requires(Privilege.DEMOGRAPHICS)
def fact(uow: UnitOfWork, ref: FactRef) -> FactDetail:
    """A record in full; also one that was entered in error.

    Raises:
        NotFound: records.unknown.
        NotAllowed: permissions.denied when the role may not read such a record.
    """
    kind, row = stored(uow, ref)
    mistaken = is_mistaken(kind, row)
    act = _marked(uow, ref) if mistaken else None
    some, more = linked(uow, ref.kind, row)
    return FactDetail(
        ref=ref,
        patient_id=patient_of(ref, row),
        version=row.version,
        title="" if _hidden(uow, kind, row) & {"reason"} else title_of(kind, row),
        when=told_text(getattr(row, kind.when)) if kind.when else None,
        fields=_fields(uow, kind, row),
        origin=origin_of(uow, row),
        linked=some,
        linked_more=more,
        mistaken=mistaken,
        mistaken_reason=(act.detail or {}).get("reason") if act else None,
        mistaken_by=act.by if act else None,
        mistaken_at=act.at if act else None,
        can_mark=kind.mistaken_in is not None and not mistaken and may_mark(uow, kind),
        can_unmark=act is not None and kind.table != "appointment" and may_mark(uow, kind),
    )


@requires(Privilege.DEMOGRAPHICS)
def stored(uow: UnitOfWork, ref: FactRef) -> tuple[Kind, Any]:
    """The kind and the stored row of a record.

    Raises:
        NotFound: records.unknown.
        NotAllowed: permissions.denied.
    """
    kind = KINDS.get(ref.kind)
    row = uow.session.get(CLASSES[kind.table], ref.id) if kind is not None else None
    if kind is None or row is None or (ref.kind == "care_note" and row.kind in sensitive_kinds()):
        raise NotFound("records.unknown")  # sensitive notes are opened by name only, which is recorded
    clinical = kind.clinical or (ref.kind == "flag" and is_clinical(row.clinical, row.category))
    clinical = clinical or (ref.kind == "consent" and consent_hidden(uow, row))
    if clinical and not allows(uow.actor.role, Privilege.CLINICAL_READ):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=Privilege.CLINICAL_READ.value)
    return kind, row


@requires(Privilege.DEMOGRAPHICS)
def may_mark(uow: UnitOfWork, kind: Kind) -> bool:
    """Whether the role may say that such a record is a mistake."""
    return allows(uow.actor.role, Privilege.CLINICAL_WRITE if kind.clinical else Privilege.DEMOGRAPHICS)


def patient_of(ref: FactRef, row: Any) -> int:
    """Whose record it is."""
    return int(row.id if ref.kind == "patient" else row.patient_id)


def told_text(value: Any) -> str | None:
    """A date or time as text."""
    shown = told(value)
    return shown if isinstance(shown, str) else None


def _fields(uow: UnitOfWork, kind: Kind, row: Any) -> tuple[Field, ...]:
    hidden = _hidden(uow, kind, row)
    found = [(name, _value(row, name)) for name in kind.fields if name not in hidden]
    known = targets(kind.table)
    names = labels(uow, [(known[name], value) for name, value in found if name in known and isinstance(value, int)])
    fields = [
        Field(name, named(kind.table, name, value, names))
        for name, value in found
        if value not in (None, "", ()) and not (value is False and name in ("as_needed", "patient_reported"))
    ]
    return (*fields, *(_parts(uow, row) if kind.table == "observation" else ()))


def _hidden(uow: UnitOfWork, kind: Kind, row: Any) -> frozenset[str]:
    if allows(uow.actor.role, Privilege.CLINICAL_READ):
        return frozenset()
    if kind.table == "appointment" and row.sensitive:
        return SENSITIVE_FIELDS
    if kind.table == "referral_event" and row.state not in referral_states.LOGISTICS:
        return frozenset({"note"})
    return frozenset()


def _value(row: Any, name: str) -> Value:
    if name == "value" and not hasattr(row, name):  # a number or address has a column of that name
        return value_text(row)
    return reference_text(row) if name == "reference" else told(getattr(row, name))


def _parts(uow: UnitOfWork, row: Any) -> list[Field]:
    wanted = select(ObservationComponent).where(ObservationComponent.observation_id == row.id)
    parts = uow.session.scalars(wanted.order_by(ObservationComponent.id))
    told_parts = ((part, value_text(part) or part.absent_reason) for part in parts)
    return [Field(f"{_PART}{codes.result_name(part.code, part.text)}", value) for part, value in told_parts if value]


def _marked(uow: UnitOfWork, ref: FactRef) -> Any:
    """The act that said it was a mistake, if it was said here and still stands."""
    acts = (
        select(AuditEvent.event, AuditEvent.detail, AuditEvent.at, UserAccount.display_name.label("by"))
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(
            AuditEvent.object_kind == ref.kind,
            AuditEvent.object_id == ref.id,
            AuditEvent.event.in_((MARKED, UNMARKED)),
        )
        .order_by(AuditEvent.seq.desc())
        .limit(1)
    )
    act = uow.session.execute(acts).first()
    return act if act is not None and act.event == MARKED else None
