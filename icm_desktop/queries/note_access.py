"""Who may read behavioural-health and substance-use notes: given by name, and as far as the patient agrees."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, or_, select

from db.models.access import UserAccount
from db.models.notes import CareNote, EmergencyAccess, NoteGrant
from db.unit_of_work import UnitOfWork
from icm_desktop.content.team import NEEDED, SensitiveKind, apart_kinds, given_kinds, sensitive_kinds
from icm_desktop.contracts.notes import GrantRow, NotesAccess
from icm_desktop.domain.sharing import COUNSELING, Agreement, agrees_to_topic, refuses_topic
from icm_desktop.domain.validity import VALID
from icm_desktop.permissions import Privilege, Role, allows, requires
from icm_desktop.queries.team_sharing import agreements

BEHAVIORAL = "behavioral_health"  # who reads this kind reads what the psychiatric consultant says, too
NOT_GRANTED, REFUSED, NO_AGREEMENT = "not_granted", "refused", "no_agreement"


@requires(Privilege.CLINICAL_READ)
def access(uow: UnitOfWork, patient_id: int) -> NotesAccess:
    """Which sensitive kinds the user may read of a patient; the one place that decides.

    A kind needs a grant by name, a role that reads clinical facts, and the patient's agreement as far as the kind asks
    for one. Sensitive notes opened in an emergency are open for their time. Notes kept apart are their author's, and
    whose the patient authorized by name in a consent of its own.

    Source: 45 CFR 164.508(a)(2), (b)(3)(ii); 42 CFR 2.31(b).
    """
    until = uow.session.scalar(
        select(func.max(EmergencyAccess.ends_at)).where(
            EmergencyAccess.patient_id == patient_id, EmergencyAccess.user_id == uow.actor.user_id,
            EmergencyAccess.ends_at > uow.now, EmergencyAccess.removed_at.is_(None),
        )
    )  # fmt: skip
    kinds, said = given_kinds(), agreements(uow, patient_id)
    apart = apart_kinds() if any(_authorizes(one, uow.actor.name) for one in said) else frozenset[str]()
    if until is not None:
        return NotesAccess(frozenset(kinds) | apart, (), until, apart_kinds())
    granted = granted_kinds(uow, uow.actor.user_id)
    why = {code: NOT_GRANTED if code not in granted else _will(kind, said) for code, kind in kinds.items()}
    closed = tuple((code, reason) for code, reason in why.items() if reason is not None)
    opened = frozenset(code for code, reason in why.items() if reason is None)
    return NotesAccess(opened | apart, closed, None, apart_kinds())


def _authorizes(one: Agreement, reader: str) -> bool:
    return one.scope == COUNSELING and one.state == VALID and one.names(reader)


def _will(kind: SensitiveKind, said: Iterable[Agreement]) -> str | None:
    said = tuple(said)
    if refuses_topic(kind.topic, said):
        return REFUSED
    return NO_AGREEMENT if kind.agreement == NEEDED and not agrees_to_topic(kind.topic, said) else None


@requires(Privilege.SIGN_IN)
def granted_kinds(uow: UnitOfWork, user_id: int | None) -> frozenset[str]:
    """The sensitive kinds a user was given; the first administrator has them until they are taken away."""
    user = uow.session.get(UserAccount, user_id) if user_id is not None else None
    if user is None or user.disabled_at is not None or not allows(user.role, Privilege.CLINICAL_READ):
        return frozenset()
    return frozenset(row.kind for row in grants_of(uow, user) if row.granted)


@requires(Privilege.SIGN_IN)
def grants_of(uow: UnitOfWork, user: UserAccount) -> tuple[GrantRow, ...]:
    """What was decided last about each sensitive kind for a user."""
    stored = (
        select(NoteGrant, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == NoteGrant.created_by_id)
        .where(NoteGrant.user_id == user.id, NoteGrant.removed_at.is_(None))
        .order_by(NoteGrant.id)
    )
    last = {row.kind: (row, by) for row, by in uow.session.execute(stored)}
    first = user.role == Role.ADMINISTRATOR.value and user.id == uow.session.scalar(select(func.min(UserAccount.id)))
    found = []
    for kind in given_kinds():
        row, by = last.get(kind, (None, None))
        if row is None:
            found.append(GrantRow(user.id, kind, first, None, None, None))
        else:
            found.append(GrantRow(user.id, kind, row.granted, row.decided_at, by, row.reason))
    return tuple(found)


@requires(Privilege.USERS)
def grants(uow: UnitOfWork) -> tuple[GrantRow, ...]:
    """Of every user, what was decided last about each sensitive kind."""
    users = select(UserAccount).where(UserAccount.removed_at.is_(None)).order_by(UserAccount.id)
    return tuple(row for user in uow.session.scalars(users) for row in grants_of(uow, user))


def plain() -> ColumnElement[bool]:
    """Notes of kinds everybody with clinical facts reads."""
    return CareNote.kind.not_in(sorted(sensitive_kinds()))


@requires(Privilege.CLINICAL_READ)
def readable(uow: UnitOfWork, open_kinds: Iterable[str]) -> ColumnElement[bool]:
    """Notes a user may read whose open kinds are these: plain ones, open ones, and what they wrote themselves."""
    return or_(plain(), CareNote.kind.in_(sorted(open_kinds)), CareNote.author_user_id == (uow.actor.user_id or 0))


@requires(Privilege.DEMOGRAPHICS)
def hidden_notes(uow: UnitOfWork, patient_ids: Iterable[int]) -> frozenset[int]:
    """The notes of these patients the user may not even know of."""
    found: set[int] = set()
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for patient_id in patient_ids:
        theirs = select(CareNote.id).where(CareNote.patient_id == patient_id, ~plain())
        if clinical and uow.session.scalar(theirs.limit(1)) is not None:
            theirs = theirs.where(~readable(uow, access(uow, patient_id).open_kinds))
        found.update(uow.session.scalars(theirs))
    return frozenset(found)
