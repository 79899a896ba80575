"""Imports: every run, and every outside resource with where it went."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class ImportBatch(Audited, Base):
    """One import. `state`: loading, complete, cancelled, failed, undone; only complete ones are visible.

    `partner_id`: the exchange partner it came from by itself, None when somebody chose files.
    """

    __tablename__ = "import_batch"

    state: Mapped[str] = mapped_column(index=True)
    started_at: Mapped[dt.datetime]
    finished_at: Mapped[dt.datetime | None]
    by_user_id: Mapped[int | None]
    process: Mapped[str | None]
    report: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undone_at: Mapped[dt.datetime | None]
    undone_by_id: Mapped[int | None]
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("exchange_partner.id"))


class SourceResource(Base):
    """One resource as it arrived. Its identity is (source, type, id, subject).

    `content_hash` ignores meta; `content` is zlib-compressed JSON.

    `full_url`: what others in its bundle call it by, where that is not its id.

    `target_table` and `target_id` name the row it became; empty when it was counted as not understood.
    """

    __tablename__ = "source_resource"
    __table_args__ = (
        Index("uq_source_resource_identity", "source", "resource_type", "resource_id", "subject", unique=True),
        Index("ix_source_resource_resource_id", "resource_id"),
        Index("ix_source_resource_target", "target_table", "target_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"), index=True)
    source: Mapped[str]
    resource_type: Mapped[str]
    resource_id: Mapped[str]
    subject: Mapped[str]
    patient_id: Mapped[int | None] = mapped_column(index=True)
    content_hash: Mapped[bytes] = mapped_column(LargeBinary)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    target_table: Mapped[str | None]
    target_id: Mapped[int | None]
    not_understood: Mapped[str | None]
    received_at: Mapped[dt.datetime]
    full_url: Mapped[str | None]
