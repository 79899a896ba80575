"""What "Your next steps" says of a patient today, and the pages that were handed out."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.papers import Handout
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import NEXT_STEPS, HandoutMade, HandoutRequest, HandoutRow, NextSteps
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_medicines, handout_people, handout_steps, handout_visits
from icm_desktop.queries.handout_head import begin, head

# Pages with clinical facts for somebody else: opened where those are read.
FOR_OTHERS = ("referral", "care-plan", "team_plan", "team_question")


@requires(Privilege.PRINT_HANDOUT)
def next_steps(uow: UnitOfWork, request: HandoutRequest) -> NextSteps:
    """Everything that could stand on the page, worded in its language, in the order it is printed.

    Raises:
        NotFound: "patients.unknown".
        Invalid: "handout.unknown_kind", "handout.unknown_language", "handout.unknown_paper".
        NotAllowed: "handout.sensitive_not_allowed" when a role that may not read clinical facts ticked something.
    """
    if request.kind != NEXT_STEPS:
        raise Invalid("handout.unknown_kind", field="kind", kind=request.kind)
    page, patient = begin(uow, request)
    plan = handout_steps.plan(uow, page)
    visits = handout_visits.visits(uow, page)
    medicines, incomplete = handout_medicines.medicines(uow, page)
    contact = handout_people.contact(uow, page, patient)
    on_top = handout_steps.most_important(uow, page, request.most_important, plan, visits)
    steps = handout_steps.with_usual_steps(uow, page, plan.steps, visits)
    return NextSteps(
        head=head(uow, request, page, patient),
        most_important=on_top,
        goal=plan.goal,
        steps=steps,
        visits=visits,
        medicines=medicines,
        medicines_incomplete=incomplete,
        contact=contact,
        free_lines=tuple(page.free_lines),
        sensitive=tuple(page.offered),
        notices=tuple(page.notices),
    )


@requires(Privilege.PRINT_HANDOUT)
def history(uow: UnitOfWork, patient_id: int) -> tuple[HandoutRow, ...]:
    """The pages this patient was given, newest first."""
    rows = uow.session.execute(
        select(
            Handout.id, Handout.kind, Handout.language, Handout.large_print, Handout.pages, Handout.how,
            Handout.made_at, UserAccount.display_name, Handout.sent_to,
        )
        .join(UserAccount, UserAccount.id == Handout.made_by_id)
        .where(Handout.patient_id == patient_id, Handout.kind.not_in(FOR_OTHERS), Handout.removed_at.is_(None))
        .order_by(Handout.made_at.desc(), Handout.id.desc())
    )  # fmt: skip
    return tuple(HandoutRow(*row) for row in rows)


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
    )
