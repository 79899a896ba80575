"""What "Your next steps" says of a patient today."""

from __future__ import annotations

from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import NEXT_STEPS, HandoutRequest, NextSteps
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_medicines, handout_people, handout_steps, handout_visits
from icm_desktop.queries.handout_head import begin, head


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
        said=page.said(),
    )
