"""Where one record came from, in full: system, author, organisation, recorded, received, or who entered it here."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.clinical import Provenance as Told
from db.models.exchange import ImportBatch, SourceResource
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.records import Origin
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.provenance import with_synced


@requires(Privilege.DEMOGRAPHICS)
def origin_of(uow: UnitOfWork, row: Any) -> Origin:
    """The origin of a stored row. What the record itself does not name is taken from who is said to have recorded it.

    Args:
        uow: The unit of work.
        row: A row of a record; imported rows have a `source_id`.
    """
    source = _source(uow, getattr(row, "source_id", None))
    author, organization = getattr(row, "author", None), getattr(row, "organization", None)
    recorded = getattr(row, "recorded_when", None)
    if source is None:
        return Origin(
            author=author,
            organization=organization,
            recorded=recorded,
            entered_at=row.created_at,
            entered_by=_user(uow, row.created_by_id),
        )
    told = None if author and organization else _told(uow, row.patient_id, source)
    return Origin(
        source=source.source,
        resource=f"{source.resource_type}/{source.resource_id}",
        author=author or (told.author if told else None),
        organization=organization or (told.organization if told else None),
        recorded=recorded or (told.recorded_when if told else None),
        received_at=source.received_at,
        imported_by=source.by,
        synced_at=source.pulled_at,
        told=told is not None and not author and bool(told.author or told.organization),
        activity=told.activity if told else None,
    )


def _source(uow: UnitOfWork, source_id: int | None) -> Any:
    if source_id is None:
        return None
    chosen = with_synced(
        select(
            SourceResource.source,
            SourceResource.resource_type,
            SourceResource.resource_id,
            SourceResource.received_at,
            UserAccount.display_name.label("by"),
        )
        .outerjoin(ImportBatch, ImportBatch.id == SourceResource.import_id)
        .outerjoin(UserAccount, UserAccount.id == ImportBatch.by_user_id)
    )
    return uow.session.execute(chosen.where(SourceResource.id == source_id)).first()


def _user(uow: UnitOfWork, user_id: int | None) -> str | None:
    if user_id is None:
        return None
    return uow.session.scalar(select(UserAccount.display_name).where(UserAccount.id == user_id))


def _told(uow: UnitOfWork, patient_id: int, source: Any) -> Told | None:
    """Who is said to have recorded a resource, the newest saying first."""
    key = f"{source.resource_type}/{source.resource_id}"
    said = (
        select(Told)
        .where(Told.patient_id == patient_id, Told.removed_at.is_(None), Told.targets.is_not(None))
        .order_by(Told.recorded_when.desc())
    )
    return next((one for one in uow.session.scalars(said) if key in (one.targets or ())), None)
