"""Who holds the keys of sensitive notes: the roles that open them in an emergency, and whom they were given to."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import select

from db import compartment, holders
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.models.access import UserAccount
from db.models.notes import CareNote
from db.unit_of_work import UnitOfWork
from icm_desktop.content.compartments import compartments
from icm_desktop.content.team import apart_kinds
from icm_desktop.permissions import Privilege, allows
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.note_access import granted_kinds
from icm_desktop.session import SET_UP


def who_holds(uow: UnitOfWork) -> dict[str, frozenset[int]]:
    """Ids of users by compartment: clinicians and administrators, who open it in an emergency, and who was given it.

    What is kept apart is held by everybody who may write it; that it is its author's alone is kept by the program.
    """
    found = select(UserAccount).where(UserAccount.disabled_at.is_(None), UserAccount.removed_at.is_(None))
    users = list(uow.session.scalars(found))
    by_role = {user.id for user in users if allows(user.role, Privilege.REVIEW_NOTES)}
    given = {user.id: granted_kinds(uow, user.id) for user in users if user.id not in by_role}
    writers = {user.id for user in users if allows(user.role, Privilege.CLINICAL_WRITE)}
    apart = apart_kinds()
    return {
        name: frozenset(writers if name in apart else by_role | {one for one, kinds in given.items() if name in kinds})
        for name in compartments()
    }


def hand_out(uow: UnitOfWork) -> None:
    """After users, roles or grants changed in this act: the slots follow, and the audit record says so."""
    uow.session.flush()
    try:
        _, generation = holders.hold(uow.database.path, uow.database.key, who_holds(uow))
    except DatabaseProblem as problem:
        if problem.code != "db.missing_slots":  # a file that nobody signs in to
            raise
        return
    if generation is not None:
        uow.record("keys.changed", detail={"generation": generation})


def at_sign_in(opened: OpenDatabase, user: UserAccount) -> tuple[OpenDatabase, bool]:
    """Give the keys to whoever is to hold them, make them where there are none yet; True when the slots were changed.

    Only somebody whose role holds them does it.
    """
    if not allows(user.role, Privilege.REVIEW_NOTES):
        return opened, False
    with OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        wanted = who_holds(uow)
    key, generation = holders.hold(opened.path, replace(opened.key, user_id=user.id), wanted)
    return replace(opened, key=replace(key, user_id=opened.key.user_id)), generation is not None


def seal_older(uow: UnitOfWork) -> None:
    """Notes of sensitive kinds that were written before there were compartments are sealed now."""
    key = uow.database.key
    kinds = [name for name in compartments() if compartment.holds(key, name)]
    older = select(CareNote).where(CareNote.kind.in_(kinds), CareNote.sealed.is_(None), CareNote.text != "")
    for note in uow.session.scalars(older):
        note.sealed, note.text = compartment.seal(key, note.text, note.kind), ""
