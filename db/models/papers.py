"""Pages that were printed or saved, and drafts that were typed but not yet saved."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class Handout(Audited, Base):
    """The exact PDF handed to a patient; `how`: printed, saved, previewed.

    The packet of a referral is kept here too: `service_request_id` of which, `sent_to` to whom, `how` by which way.
    So are the shared plan on paper (`plan_version_id`: which version, None the plan as it was that day) and letters to
    others (`team_question_id`: about which question).

    Of a patient's page: `how` is also waiting, for a printer. `handed_to`: patient, contact (`contact_id`), None when
    it was only saved. `facts`: what it said, as `queries.page_facts` compares it, by the records of `printed_on`, with
    the sensitive items ticked (`sensitive_ids`); None for pages of before that was noted. `told_facts`: what the
    patient was told since without a new page, on `told_on`. `teach_back`: said_right, explained, not_done.
    `too_hard_reason`: why it was printed with a line that is hard to read. `words_version`: of the sentences in its
    language, as shipped, "+" how many were in the practice's own words.
    """

    __tablename__ = "handout"
    __table_args__ = (
        Index("ix_handout_waiting", "made_at", sqlite_where=text("how = 'waiting'")),
        Index(
            "ix_handout_held",
            "patient_id",
            sqlite_where=text("facts IS NOT NULL AND handed_to IS NOT NULL AND removed_at IS NULL"),
        ),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    language: Mapped[str]
    paper: Mapped[str]
    large_print: Mapped[bool]
    pages: Mapped[int]
    how: Mapped[str]
    made_at: Mapped[dt.datetime]
    made_by_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str]
    not_in_language: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    overflow: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    sent_to: Mapped[str | None]
    approved_packet_id: Mapped[int | None] = mapped_column(ForeignKey("approved_packet.id"), index=True)
    plan_version_id: Mapped[int | None] = mapped_column(ForeignKey("plan_version.id"), index=True)
    team_question_id: Mapped[int | None] = mapped_column(ForeignKey("team_question.id"), index=True)
    handed_to: Mapped[str | None]
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("patient_contact.id"))
    printed_on: Mapped[dt.date | None]
    facts: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    sensitive_ids: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    told_facts: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    told_on: Mapped[dt.date | None]
    teach_back: Mapped[str | None]
    teach_back_reason: Mapped[str | None]
    teach_back_on: Mapped[dt.date | None]
    too_hard_reason: Mapped[str | None]
    words_version: Mapped[str | None]
    copies: Mapped[int | None]


class PrintSet(Audited, Base):
    """What is printed for a patient by one key: which pages, how they are written and how they leave the printer.

    None of language and size: as the patient reads. One per patient; taken back by taking the row away.
    """

    __tablename__ = "print_set"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    page_kinds: Mapped[list[Any]] = mapped_column(JSON)
    language: Mapped[str | None]
    large_print: Mapped[bool | None]
    paper: Mapped[str | None]
    copies: Mapped[int]
    two_sided: Mapped[bool]


class ApprovedPacket(Audited, Base):
    """The exact packet of a referral that somebody who may read it let the front desk send: what goes, to whom.

    Who approved it and when: who made the row. `how` the way it is to go; `documents` and `sensitive` say what follows
    the letter; withdrawn by taking the row away. `consent_id`: by which consent records of substance use are in it.
    """

    __tablename__ = "approved_packet"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    service_request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    sent_to: Mapped[str | None]
    how: Mapped[str]
    language: Mapped[str]
    paper: Mapped[str]
    pages: Mapped[int]
    documents: Mapped[int]
    sensitive: Mapped[bool]
    note: Mapped[str | None]
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consent.id"), index=True)


class Draft(Base):
    """What a user typed into a form and has not saved; one per user, form and patient."""

    __tablename__ = "draft"
    __table_args__ = (Index("uq_draft_user_form_patient", "user_id", "form", "patient_id", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"))
    form: Mapped[str]
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[dt.datetime]


class PhraseText(Audited, Base):
    """The practice's own wording of a sentence patients read; the newest counts. `text` None: the shipped one again.

    `made_from` is what the program said when it was written.
    """

    __tablename__ = "phrase_text"
    __table_args__ = (Index("ix_phrase_text_language_phrase", "language", "phrase"),)

    language: Mapped[str]
    phrase: Mapped[str]
    text: Mapped[str | None]
    made_from: Mapped[str | None]


class LetterText(Audited, Base):
    """A text a letter had here; the newest counts. `body` None: the shipped text counts again.

    `made_from` is the shipped version the text was made from.
    """

    __tablename__ = "letter_text"
    __table_args__ = (Index("ix_letter_text_kind_language", "kind", "language"),)

    kind: Mapped[str]
    language: Mapped[str]
    heading: Mapped[str | None]
    body: Mapped[str | None]
    made_from: Mapped[str | None]
