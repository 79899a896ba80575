"""Takes back any act; the undoing is an act too, so it can be taken back as well."""

from __future__ import annotations

from sqlalchemy import select

from db import undo as acts
from db.models.audit import Action, AuditEvent
from db.unit_of_work import UnitOfWork
from icm_desktop.catalogue import use_case
from icm_desktop.changes import Changes
from icm_desktop.contracts.people import Undone
from icm_desktop.errors import NotAllowed, NotFound
from icm_desktop.permissions import Privilege, Role, allows, required_privilege, requires
from icm_desktop.services.access import refuse_no_administrator
from icm_desktop.services.merging import settle, was_merge
from icm_desktop.services.safety_items import answers_kept
from icm_desktop.services.team_lead import refuse_leaderless_undo
from icm_desktop.services.visit_clashes import refuse_clashes

# What pages call the tables, where it is not the table's own name.
_KINDS = {
    "service_request": "referral",
    "referral_event": "referral",
    "patient_name": "patient",
    "patient_identifier": "patient",
    "patient_telecom": "patient",
    "patient_address": "patient",
    "patient_contact": "patient",
    "patient_photo": "patient",
    "match_candidate": "patient",
    "import_difference": "difference",
    "import_batch": "import",
    "care_team_member": "care_team",
    "team_member": "care_team",
    "team_question": "question",
    "team_message": "question",
    "care_note_reader": "care_note",
    "note_grant": "user",
    "emergency_access": "care_note",
    "case_recommendation": "case_review",
    "relapse_plan": "case_review",
    "team_conference": "conference",
    "conference_attendee": "conference",
    "conference_case": "conference",
    "detected_issue": "conflict",
    "contact_log": "contact",
    "pathway_adoption": "pathway",
    "pathway_enrolment": "pathway",
    "step_decision": "pathway",
    "pathway_target": "pathway",
    "medication_reconciliation": "reconciliation",
    "reconciled_medicine": "reconciliation",
    "transition_step": "transition",
    "program_enrolment": "program",
    "time_entry": "time",
    "worklist_hold": "worklist",
    "wait_list_entry": "worklist",
    "population_rule": "population",
    "population_exclusion": "population",
    "risk_adjustment": "risk",
    "hourly_rate": "outcome",
    "program_expense": "outcome",
    "classification_table": "outcome",
    "survey_answer": "outcome",
    "user_account": "user",
    "second_step": "user",
    "working_hours": "clinician",
    "practitioner": "clinician",
    "site_hours": "site",
    "exchange_partner": "partner",
    "partner_patient": "partner",
    "organization": "directory",
    "healthcare_service": "directory",
}


_EMERGENCY = "services.notes.open_in_emergency"


@requires(Privilege.UNDO)
def undo(uow: UnitOfWork, action_id: int) -> Undone:
    """Take one act back: rows it changed get their values back, rows it made are removed.

    Args:
        uow: The unit of work.
        action_id: As `Changes.action_id` of the act; that of an undo takes the undo back (redo).

    Raises:
        NotFound: history.unknown_act.
        NotAllowed: history.not_yours (only an administrator takes back others' acts); permissions.denied;
            notes.emergency_stays for an emergency opening of sensitive notes;
            today.clinician_decides when an answer about safety nobody has assessed would leave Today.
        Conflict: scheduling.slot_taken, scheduling.patient_busy when the time of a visit was given away since;
            team.lead_needed when a team would be left without a lead.
        DatabaseProblem: db.changed_meanwhile, db.already_undone, db.not_undoable.
    """
    act = uow.session.get(Action, action_id)
    if act is None:
        raise NotFound("history.unknown_act")
    if act.user_id != uow.actor.user_id and uow.actor.role != Role.ADMINISTRATOR:
        raise NotAllowed("history.not_yours")
    first = _first_act(uow, act)
    _check_privilege(uow, first)
    if first.name == _EMERGENCY:
        raise NotAllowed("notes.emergency_stays")  # that sensitive notes were opened is not taken back
    with answers_kept(uow):
        kinds = acts.undo(uow, action_id)
    if "user_account" in kinds:
        refuse_no_administrator(uow)
    if {"team_member", "patient"} & kinds:
        refuse_leaderless_undo(uow, action_id)
    if was_merge(first):
        settle(uow, action_id)
    elif "appointment" in kinds:
        refuse_clashes(uow, action_id)
    changes = Changes.of(
        *{_KINDS.get(kind, kind) for kind in kinds}, patient_id=_patient(uow, action_id), action_id=uow.action_id
    )
    return Undone(act.name, changes)


def _first_act(uow: UnitOfWork, act: Action) -> Action:
    """What was done in the beginning, behind any number of undos."""
    seen = {act.id}
    while act.undo_of is not None and act.undo_of not in seen:
        seen.add(act.undo_of)
        before = uow.session.get(Action, act.undo_of)
        if before is None:
            break
        act = before
    return act


def _check_privilege(uow: UnitOfWork, act: Action) -> None:
    try:
        needed = required_privilege(use_case(act.name))
    except LookupError:
        needed = None
    if not allows(uow.actor.role, needed or Privilege.SETTINGS):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=(needed or Privilege.SETTINGS).value)


def _patient(uow: UnitOfWork, action_id: int) -> int | None:
    ids = select(AuditEvent.patient_id).where(AuditEvent.action_id == action_id, AuditEvent.patient_id.is_not(None))
    found = uow.session.scalars(ids.distinct()).all()
    return found[0] if len(found) == 1 else None
