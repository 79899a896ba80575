"""The pages that were made for a patient: who got them, what was understood, which are outdated."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.papers import Handout
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handed_out import WaitingPage
from icm_desktop.contracts.handouts import WAITING, HandoutMade, HandoutRow, Said
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.consent_standing import check_before_it_leaves
from icm_desktop.queries.heads import heads
from icm_desktop.queries.outdated_pages import sections_of
from icm_desktop.queries.page_facts import stored_facts

# Pages with clinical facts for somebody else: opened where those are read.
FOR_OTHERS = ("referral", "care-plan", "team_plan", "team_question")


@requires(Privilege.PRINT_HANDOUT)
def history(uow: UnitOfWork, patient_id: int) -> tuple[HandoutRow, ...]:
    """The pages this patient was given, newest first."""
    rows = uow.session.execute(
        select(
            Handout.id, Handout.kind, Handout.language, Handout.large_print, Handout.pages, Handout.how,
            Handout.made_at, UserAccount.display_name, Handout.sent_to, Handout.handed_to, Handout.teach_back,
            Handout.teach_back_reason, Handout.told_on, Handout.copies, Handout.words_version,
        )
        .join(UserAccount, UserAccount.id == Handout.made_by_id)
        .where(Handout.patient_id == patient_id, Handout.kind.not_in(FOR_OTHERS), Handout.removed_at.is_(None))
        .order_by(Handout.made_at.desc(), Handout.id.desc())
    )  # fmt: skip
    different = sections_of(uow, patient_id)
    return tuple(
        HandoutRow(
            row.id, row.kind, row.language, row.large_print, row.pages, row.how, row.made_at, row.display_name,
            row.sent_to, row.handed_to, row.teach_back, row.teach_back_reason, different.get(row.id, ()), row.told_on,
            row.copies or 1, row.words_version,
        )
        for row in rows
    )  # fmt: skip


@requires(Privilege.PRINT_HANDOUT)
def kept(uow: UnitOfWork, handout_id: int) -> HandoutMade:
    """The exact page that was handed out, to look at or print again.

    Raises:
        NotFound: "handout.not_found".
    """
    row = uow.session.get(Handout, handout_id)
    if row is None or row.removed_at is not None or row.kind in FOR_OTHERS:
        raise NotFound("handout.not_found")
    return HandoutMade(
        pdf=row.pdf,
        pages=row.pages,
        language=row.language,
        large_print=row.large_print,
        paper=row.paper,
        not_in_language=tuple(row.not_in_language or ()),
        overflow=tuple(row.overflow or ()),
        sensitive=(),
        kind=row.kind,
        words_version=row.words_version,
        said=Said(stored_facts(row.facts or ()), ticked=tuple(row.sensitive_ids or ())),
    )


@requires(Privilege.PRINT_HANDOUT)
def to_print(uow: UnitOfWork, handout_id: int) -> HandoutMade:
    """The exact page that waits for a printer, asked for before anything of it is on paper.

    Raises:
        NotFound: "handout.not_found".
        Conflict: "handout.consent_over".
    """
    check_before_it_leaves(uow, Handout.__tablename__, handout_id)
    return kept(uow, handout_id)


@requires(Privilege.PRINT_HANDOUT)
def waiting(uow: UnitOfWork) -> tuple[WaitingPage, ...]:
    """Pages that wait for a printer, the oldest first."""
    rows = uow.session.execute(
        select(
            Handout.id, Handout.patient_id, Handout.kind, Handout.language, Handout.paper, Handout.pages,
            Handout.copies, Handout.made_at, UserAccount.display_name, Handout.sent_to,
        )
        .join(UserAccount, UserAccount.id == Handout.made_by_id)
        .join(Patient, Patient.id == Handout.patient_id)
        .where(Handout.how == WAITING, Handout.removed_at.is_(None), Patient.removed_at.is_(None))
        .order_by(Handout.made_at, Handout.id)
    ).all()  # fmt: skip
    people = heads(uow, [row.patient_id for row in rows])
    return tuple(
        WaitingPage(
            row.id, people[row.patient_id], row.kind, row.language, row.paper, row.pages, row.copies or 1, row.made_at,
            row.display_name, row.sent_to,
        )
        for row in rows
        if row.patient_id in people
    )  # fmt: skip
