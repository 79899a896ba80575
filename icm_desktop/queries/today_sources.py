"""Where the rows of Today come from: every source, and the tables that decide what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.readmissions import readmission_items
from icm_desktop.queries.work_conflicts import conflict_items
from icm_desktop.queries.work_critical import critical_answers, critical_items
from icm_desktop.queries.work_done import done_items
from icm_desktop.queries.work_forms import form_items
from icm_desktop.queries.work_items import AtOnce, Found, Scope
from icm_desktop.queries.work_memory import WorkMemory
from icm_desktop.queries.work_missed import missed_visits
from icm_desktop.queries.work_pathways import pathway_items
from icm_desktop.queries.work_plan import dated_items
from icm_desktop.queries.work_privacy import emergency_items
from icm_desktop.queries.work_rebook import visits_to_rebook
from icm_desktop.queries.work_referrals import referral_items
from icm_desktop.queries.work_review import review_items
from icm_desktop.queries.work_reviews import plan_answers, plan_reviews
from icm_desktop.queries.work_rights import request_items
from icm_desktop.queries.work_screening import screening_items
from icm_desktop.queries.work_stays import after_stays
from icm_desktop.queries.work_team import near_miss_items, note_items, question_items, reconciliation_items


@dataclass(frozen=True, slots=True)
class Source:
    """One source of rows, and the tables that decide it besides `EVERYWHERE`; None: so does the time of day."""

    find: Callable[..., Found]
    reads: tuple[str, ...] | None


@requires(Privilege.WORKLIST)
def safety_first(uow: UnitOfWork, scope: Scope) -> tuple[AtOnce, Found]:
    """Answers about safety, whose they are, and critical results."""
    answers = critical_answers(uow, scope)
    return frozenset((one.patient_id, one.on) for one in answers), critical_items(uow, scope, answers)


SAFETY_READS = ("observation", "questionnaire_answer", "questionnaire_response", "safety_assessment")
CONFLICTS = Source(conflict_items, ("conflict_found", "detected_issue"))
_SCREENS = ("work_kept", "pathway_due", *SAFETY_READS, "instrument_use")
WITH_ANSWERS = (Source(screening_items, _SCREENS), Source(form_items, _SCREENS))
OTHERS = (
    Source(after_stays, ("work_standing", "encounter", "transition", "appointment", "contact_log")),
    Source(readmission_items, ("work_kept", "pathway_due", "encounter")),
    Source(referral_items, ("work_standing", "service_request", "referral_event", "appointment",
                            "contact_log")),
    Source(missed_visits, ("work_standing", "appointment", "contact_log")),
    Source(visits_to_rebook, None),
    Source(partial(dated_items, kind="plan_action"), ("work_standing", "plan_action")),
    Source(plan_reviews, ("work_standing",)),
    Source(plan_answers, ("plan_sign_off", "plan_version")),
    Source(partial(dated_items, kind="task"), ("work_standing", "task")),
    Source(pathway_items, ("pathway_due", "pathway_adoption", "pathway_edit", "step_decision", "instrument_use")),
    Source(request_items, ("patient_request",)),
    Source(question_items, ("team_question",)),
    Source(note_items, None),
    Source(near_miss_items, ("near_miss",)),
    Source(reconciliation_items, ("medication_reconciliation",)),
    Source(review_items, ("case_recommendation", "relapse_plan", "program_enrolment", "pathway_enrolment", "encounter",
                          "observation", "questionnaire_response", "questionnaire_answer")),
    Source(emergency_items, None),
    Source(done_items, ()),
)  # fmt: skip


@requires(Privilege.WORKLIST)
def found_today(uow: UnitOfWork, scope: Scope) -> list[Found]:
    """What every source has; of what ranks behind the critical no more rows than these leave on the page."""
    memory = WorkMemory(uow, scope)
    at_once, critical = memory.of(safety_first, SAFETY_READS)
    first = [critical, memory.of(CONFLICTS.find, CONFLICTS.reads)]
    if scope.need is not None:
        scope.need = max(0, scope.need - sum(item.section == "critical" for one in first for item in one.items))
    answered = (memory.of(one.find, one.reads, at_once) for one in WITH_ANSWERS)
    return [*first, *answered, *(memory.of(one.find, one.reads) for one in OTHERS)]
