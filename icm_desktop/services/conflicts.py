"""What people do about a conflict: look after it, ask somebody, decide it with a reason, open it again."""

from __future__ import annotations

import datetime as dt
import math

from db import conflict_work
from db.models.access import UserAccount
from db.models.conflicts import DetectedIssue
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.conflicts import (
    AskAboutConflict,
    AssignConflict,
    ConflictKey,
    ConflictRow,
    ConflictSaved,
    DecideConflict,
    ReopenConflict,
)
from icm_desktop.contracts.questions import AskQuestion
from icm_desktop.domain.conflicts import states
from icm_desktop.domain.conflicts.identity import to_json
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_rows import rows_of
from icm_desktop.services import cleaning, questions
from icm_desktop.services.conflict_work import check_again
from icm_desktop.services.person_rows import patient_of

KIND = "conflict"
_ACTS = {states.RESOLVED: states.RESOLVE, states.OVERRIDDEN: states.OVERRIDE, states.MUTED: states.MUTE}
_LONGEST_MUTE = dt.timedelta(days=366)
_LONGEST = 500


@requires(Privilege.CLINICAL_WRITE)
def assign(uow: UnitOfWork, request: AssignConflict) -> ConflictSaved:
    """Give a conflict to a colleague, who has it on Today from then on.

    Raises:
        NotFound: patients.unknown, conflicts.gone.
        Conflict: conflicts.changed_meanwhile, conflicts.not_open.
        Invalid: team.no_such_user.
    """
    row, issue = _act(uow, request.key, request.version, states.ASSIGN)
    user = uow.session.get(UserAccount, request.owner_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("team.no_such_user", "owner_id")
    _give(issue, user)
    return _saved(uow, row, issue)


@requires(Privilege.CLINICAL_WRITE)
def ask(uow: UnitOfWork, request: AskAboutConflict) -> ConflictSaved:
    """Put a question about a conflict to somebody of the team; whoever asks waits for the answer.

    Raises:
        NotFound: patients.unknown, team.unknown, conflicts.gone.
        Conflict: conflicts.changed_meanwhile, conflicts.not_open.
        Invalid: as `questions.ask`.
    """
    row, issue = _act(uow, request.key, request.version, states.ASK)
    asked = questions.ask(
        uow,
        AskQuestion(request.key.patient_id, request.member_id, request.channel, request.question, request.due_on,
                    request.topic, shared_reason=request.shared_reason),
    )  # fmt: skip
    issue.team_question_id = asked.question_id
    if issue.owner_user_id is None and uow.actor.user_id is not None:
        _give(issue, uow.session.get_one(UserAccount, uow.actor.user_id))
    return _saved(uow, row, issue, "question", "worklist", "care_team")


@requires(Privilege.DECIDE_CONFLICTS)
def decide(uow: UnitOfWork, request: DecideConflict) -> ConflictSaved:
    """A clinician resolves, overrides or mutes a conflict; a decision on goals holds instead of theirs.

    Raises:
        NotFound: patients.unknown, conflicts.gone.
        Conflict: conflicts.changed_meanwhile, conflicts.not_open.
        Invalid: conflicts.reason_missing, conflicts.value_missing, conflicts.bad_value, conflicts.bad_until,
            conflicts.bad_state; registration.too_long.
    """
    act = _ACTS.get(request.state)
    if act is None:
        raise Invalid("conflicts.bad_state", "state")
    reason = _reason(request.reason)
    row, issue = _act(uow, request.key, request.version, act)
    issue.decided_on, issue.reason = uow.today, reason
    issue.decided_by = cleaning.line("decided_by", request.decided_by, 200) or uow.actor.name
    issue.until_on = _until(uow, request) if request.state == states.MUTED else None
    issue.told = cleaning.line("told", request.told, _LONGEST)
    if row.goal and request.state == states.RESOLVED:
        _write_value(issue, row, request)
    return _saved(uow, row, issue, "goal", "plan_action", "worklist")


@requires(Privilege.DECIDE_CONFLICTS)
def reopen(uow: UnitOfWork, request: ReopenConflict) -> ConflictSaved:
    """What was decided does not hold any more; the conflict is open again.

    Raises:
        NotFound: patients.unknown, conflicts.gone.
        Conflict: conflicts.changed_meanwhile, conflicts.not_decided.
        Invalid: conflicts.reason_missing; registration.too_long.
    """
    reason = _reason(request.reason)
    row, issue = _act(uow, request.key, request.version, states.REOPEN)
    issue.reason = reason
    return _saved(uow, row, issue, "goal", "plan_action", "worklist")


@requires(Privilege.CLINICAL_READ)
def found(uow: UnitOfWork, key: ConflictKey) -> ConflictRow:
    """A conflict as it stands now, by today's facts.

    Raises:
        NotFound: patients.unknown, conflicts.gone when the facts are no longer there.
    """
    patient_of(uow, key.patient_id)
    check_again(uow, [key.patient_id])
    mine = [
        one
        for one in conflict_work.of_patients(uow.session.connection(), [key.patient_id])
        if (one.rule, one.subject, one.fingerprint) == (key.rule, key.subject, key.fingerprint) and one.gone_on is None
    ]
    if not mine:
        raise NotFound("conflicts.gone")
    return rows_of(uow, mine)[0]


def _act(uow: UnitOfWork, key: ConflictKey, version: int, act: str) -> tuple[ConflictRow, DetectedIssue]:
    """The record of a conflict in the state an act leads to; made by the first act on these facts."""
    row = found(uow, key)
    if row.version != version:
        raise Conflict("conflicts.changed_meanwhile")
    try:
        state = states.after(act, row.state)
    except states.NotPossible:
        code = "conflicts.not_decided" if act == states.REOPEN else "conflicts.not_open"
        raise Conflict(code) from None
    issue = uow.session.get(DetectedIssue, row.issue_id) if row.issue_id is not None else None
    if issue is None:
        issue = DetectedIssue(
            patient_id=key.patient_id, rule=key.rule, subject=key.subject, fingerprint=key.fingerprint,
            severity=row.severity, facts=to_json(row.facts), state=state,
            team_question_id=row.question.id if row.question is not None and row.state == states.ASKED else None,
        )  # fmt: skip
        uow.session.add(issue)
        _carry_owner(uow, issue, row)
    _clear(issue)
    issue.state = state
    return row, issue


def _carry_owner(uow: UnitOfWork, issue: DetectedIssue, row: ConflictRow) -> None:
    """Who looked after it by other facts goes on with it; the patient's coordinator needs no note."""
    if row.owner is not None and row.owner.kind is OwnerKind.USER and row.owner_noted:
        _give(issue, uow.session.get_one(UserAccount, row.owner.id))


def _clear(issue: DetectedIssue) -> None:
    issue.decided_on = issue.until_on = None
    issue.decided_by = issue.reason = issue.told = issue.decision = issue.target_unit = None
    issue.target_low = issue.target_high = None
    issue.patient_words = None


def _give(issue: DetectedIssue, user: UserAccount) -> None:
    issue.owner_kind, issue.owner_name, issue.owner_user_id = OwnerKind.USER.value, user.display_name, user.id


def _reason(typed: str) -> str:
    reason = cleaning.line("reason", typed, _LONGEST)
    if reason is None:
        raise Invalid("conflicts.reason_missing", "reason")
    return reason


def _until(uow: UnitOfWork, request: DecideConflict) -> dt.date:
    until = request.until_on
    if until is None or not uow.today < until <= uow.today + _LONGEST_MUTE:
        raise Invalid("conflicts.bad_until", "until_on")
    return until


def _write_value(issue: DetectedIssue, row: ConflictRow, request: DecideConflict) -> None:
    """What holds from now on: a value where it is about one, else a sentence."""
    ends = [end for end in (request.low, request.high) if end is not None]
    issue.decision = cleaning.line("decision", request.decision, _LONGEST)
    if any(not math.isfinite(end) or end < 0 for end in ends) or (len(ends) == 2 and ends[0] > ends[1]):
        raise Invalid("conflicts.bad_value", "high")
    if row.measured and not ends:
        raise Invalid("conflicts.value_missing", "high")
    if not row.measured and issue.decision is None:
        raise Invalid("conflicts.value_missing", "decision")
    issue.target_low, issue.target_high = request.low, request.high
    issue.target_unit = row.unit or None
    words = {code: cleaning.line("words", said, _LONGEST) for code, said in request.words}
    issue.patient_words = {code: said for code, said in words.items() if said} or None


def _saved(uow: UnitOfWork, row: ConflictRow, issue: DetectedIssue, *kinds: str) -> ConflictSaved:
    uow.session.flush()
    changes = Changes.of(KIND, "worklist", *kinds, patient_id=row.key.patient_id, action_id=uow.action_id)
    return ConflictSaved(issue.id, changes)
