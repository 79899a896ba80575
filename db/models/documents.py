"""Documents of a patient and what is in them, inside the encrypted file."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base, Imported
from db.models.clinical import Fact


class Document(Fact, Base):
    """A note, letter, report or scan. `text` is its title, `kind` what sort: consult_note, discharge_summary ...

    `status` is FHIR DocumentReference.status; `created_when` when it was written, `received_at` when it came here.
    `reviewed_at` is set when somebody of the practice has read it.
    """

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_patient_id_created_when", "patient_id", "created_when"),)

    kind: Mapped[str | None]
    category: Mapped[str | None]
    created_when: Mapped[str | None]
    received_at: Mapped[dt.datetime | None]
    description: Mapped[str | None]
    encounter_source: Mapped[str | None]
    encounter_id: Mapped[int | None] = mapped_column(ForeignKey("encounter.id"), index=True)
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    sensitive: Mapped[bool | None]
    reviewed_at: Mapped[dt.datetime | None]
    reviewed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))


class DocumentContent(Audited, Imported, Base):
    """One attachment of a document. `data` is None when only a `url` came; `plain_text` is what search reads."""

    __tablename__ = "document_content"

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    content_type: Mapped[str | None]
    title: Mapped[str | None]
    language: Mapped[str | None]
    url: Mapped[str | None]
    size_bytes: Mapped[int | None]
    sha256: Mapped[str | None]
    data: Mapped[bytes | None] = mapped_column(LargeBinary)
    plain_text: Mapped[str | None]
