"""Imports: every run, and every outside resource with where it went."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base, Imported


class ImportBatch(Audited, Base):
    """One import. `state`: loading, complete, cancelled, failed, undone; only complete ones are visible.

    `refused`: files that were not read. `again_of`: the import whose failed or refused files it read again.
    `set_aside_at`: somebody said that what failed is not wanted any more.
    `partner_id`: the exchange partner it came from by itself, None when somebody chose files.
    """

    __tablename__ = "import_batch"
    __table_args__ = (Index("ix_import_batch_refused", "refused", sqlite_where=text("refused > 0")),)

    state: Mapped[str] = mapped_column(index=True)
    started_at: Mapped[dt.datetime]
    finished_at: Mapped[dt.datetime | None]
    by_user_id: Mapped[int | None]
    process: Mapped[str | None]
    report: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    undone_at: Mapped[dt.datetime | None]
    undone_by_id: Mapped[int | None]
    refused: Mapped[int | None]
    again_of: Mapped[int | None] = mapped_column(index=True)
    set_aside_at: Mapped[dt.datetime | None]
    set_aside_by_id: Mapped[int | None]
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


class ImportDifference(Audited, Imported, Base):
    """An outside copy says of one fact what the record here does not: a question for a person, kept with its answer.

    `kind` and `row_id` name our record, `other_id` a record of its own of the same kind when the source brought one.
    `ours` and `theirs`: {column: value as the file holds it}; `author`, `organization` and `asserted_when` are theirs.
    `state`: open, mine, theirs, both, some (theirs in the columns of `taken`), or agreed when later both said the same.
    `partner_copy_id`: the exchange partner's copy that waits for the answer. `gone_at`: it is no longer at its source,
    since when.
    """

    __tablename__ = "import_difference"
    __table_args__ = (
        Index("ix_import_difference_state", "state", "id"),
        Index("ix_import_difference_row", "kind", "row_id"),
        Index("ix_import_difference_partner_copy_id", "partner_copy_id"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    row_id: Mapped[int]
    other_id: Mapped[int | None]
    ours: Mapped[dict[str, Any]] = mapped_column(JSON)
    theirs: Mapped[dict[str, Any]] = mapped_column(JSON)
    author: Mapped[str | None]
    organization: Mapped[str | None]
    asserted_when: Mapped[str | None]
    state: Mapped[str] = mapped_column(default="open")
    decided_at: Mapped[dt.datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    taken: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    partner_copy_id: Mapped[int | None] = mapped_column(ForeignKey("partner_copy.id"))
    gone_at: Mapped[dt.datetime | None]
