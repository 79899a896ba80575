"""Exchange partners: servers we talk to, practices we send packages to, about whom, and what each has of us."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class ExchangePartner(Audited, Base):
    """Somebody records are exchanged with. `kind`: server (FHIR over the network) or practice (files handed over).

    `source`: what everything from there is kept under; of a server its base address, of a practice its identifier
    system, empty until something came from there. `authorization`: none or smart (SMART backend services);
    `token_address` empty: as the server's own description says. `key_id` names the public half of our key there.
    `sends`: whether plan, referrals and tasks are sent, too; `paused_at`: since when nothing is asked or sent.
    Of a practice: `fingerprint` of its signing key, as it was first seen, and the numbers of the last package sent
    there and of the last one from there that was opened.
    """

    __tablename__ = "exchange_partner"

    name: Mapped[str]
    kind: Mapped[str]
    source: Mapped[str | None] = mapped_column(index=True)
    base_address: Mapped[str | None]
    authorization: Mapped[str | None]
    client_id: Mapped[str | None]
    token_address: Mapped[str | None]
    algorithm: Mapped[str | None]
    key_id: Mapped[str | None]
    poll_seconds: Mapped[int | None]
    sends: Mapped[bool] = mapped_column(default=False)
    paused_at: Mapped[dt.datetime | None]
    fingerprint: Mapped[str | None]
    sent_number: Mapped[int | None]
    opened_number: Mapped[int | None]


class PartnerPatient(Audited, Base):
    """A patient chosen for a partner, and the id of the Patient there; ends by being removed."""

    __tablename__ = "partner_patient"
    __table_args__ = (Index("ix_partner_patient_partner_id", "partner_id", "patient_id"),)

    partner_id: Mapped[int] = mapped_column(ForeignKey("exchange_partner.id"))
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    outside_id: Mapped[str]


class ExchangeKey(Base):
    """A private key of this practice: it never leaves the encrypted file. `name`: "signing", or "partner-3"."""

    __tablename__ = "exchange_key"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    private_key: Mapped[bytes] = mapped_column(LargeBinary)


class PartnerState(Base):
    """How the last try with a partner went: written at every poll, so not part of the audited record.

    `problem`: an error code with `problem_params`, empty after a success; `not_offered`: types the partner refuses.
    `looked_at`: when it was last compared whether everything we have is still there.
    """

    __tablename__ = "partner_state"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("exchange_partner.id"), unique=True)
    tried_at: Mapped[dt.datetime | None]
    succeeded_at: Mapped[dt.datetime | None]
    next_try_at: Mapped[dt.datetime | None]
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]
    problem_params: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    not_offered: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    looked_at: Mapped[dt.datetime | None]


class PartnerCursor(Base):
    """How far a patient is read at a partner (`since`, an instant of the partner's clock) and compared for sending.

    `compared_seq`: the last event of the audit record whose outcome is known to be there or waiting.
    """

    __tablename__ = "partner_cursor"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_patient_id: Mapped[int] = mapped_column(ForeignKey("partner_patient.id"), unique=True)
    since: Mapped[str | None]
    pulled_at: Mapped[dt.datetime | None]
    compared_seq: Mapped[int | None]


class PartnerCopy(Base):
    """One resource as a partner has it, and what of it still has to go there: the queue is part of it.

    `kind` and `own_id` say what it is called here, `their_id` and `their_version` there (empty: not there yet).
    `own_table` and `row_id`: what it is here; `parts`: rows of its parts, [table, id, as it is called there, as it is
    called in our form].
    `there`: the resource as the partner last gave it, `there_hash` its digest. `agreed`: our form of it when it last
    went or was taken over, `waiting`: our form that shall go. `theirs`: what came instead and needs an answer, with the
    columns that differ. All contents are packed; references in our forms are already those of the partner.
    `state`: sent, waiting, failed (refused there: `problem`), question (something of it waits for an answer: an
    `ImportDifference`, or `differing` where it is no row of its own here), held (not allowed to go any more), gone or
    stale (what comes back answers an older package than the last).
    Of people and places `patient_id` is empty.
    """

    __tablename__ = "partner_copy"
    __table_args__ = (
        Index("uq_partner_copy_own", "partner_id", "kind", "own_id", unique=True),
        Index("ix_partner_copy_their_id", "their_id", "kind"),
        Index("ix_partner_copy_state", "partner_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("exchange_partner.id"))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    own_id: Mapped[str]
    own_table: Mapped[str | None]
    row_id: Mapped[int | None]
    parts: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    their_id: Mapped[str | None]
    their_version: Mapped[str | None]
    state: Mapped[str]
    there: Mapped[bytes | None] = mapped_column(LargeBinary)
    there_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    agreed: Mapped[bytes | None] = mapped_column(LargeBinary)
    sent_at: Mapped[dt.datetime | None]
    waiting: Mapped[bytes | None] = mapped_column(LargeBinary)
    queued_at: Mapped[dt.datetime | None]
    theirs: Mapped[bytes | None] = mapped_column(LargeBinary)
    differing: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    tries: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]
    problem_params: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
