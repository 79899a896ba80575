"""Who has a note before them, and what was added to it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.notes import CareNote, CareNoteReader


def not_read_by(session: Session, note_id: int, user_id: int | None) -> list[CareNoteReader]:
    """The places of a user among those a note was addressed to, while it is not read."""
    mine = select(CareNoteReader).where(
        CareNoteReader.care_note_id == note_id, CareNoteReader.user_id == user_id,
        CareNoteReader.removed_at.is_(None), CareNoteReader.read_at.is_(None),
    )  # fmt: skip
    return list(session.scalars(mine))


def other_readers(session: Session, note_id: int, user_id: int | None) -> list[CareNoteReader]:
    """Everybody else a note was addressed to."""
    readers = select(CareNoteReader).where(
        CareNoteReader.care_note_id == note_id, CareNoteReader.user_id != user_id, CareNoteReader.removed_at.is_(None)
    )
    return list(session.scalars(readers))


def amendments(session: Session, note_id: int) -> list[CareNote]:
    """What was added to a note, the first addition first."""
    added = select(CareNote).where(CareNote.amends_id == note_id, CareNote.removed_at.is_(None))
    return list(session.scalars(added.order_by(CareNote.id)))
