"""Conflicts as people work on them: what the rules found together with what was done about it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import Select, String, bindparam, select

from db import conflict_work
from db.conflict_work import FoundRow
from db.models.conflicts import DetectedIssue
from db.models.patient import Patient
from db.models.team import TeamMessage, TeamQuestion
from db.search import among, as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import told_by_rule
from icm_desktop.content.goal_conflicts import measured_rules, told_by_goal_rule, topics
from icm_desktop.contracts.common import Owner, OwnerKind, PatientHead
from icm_desktop.contracts.conflicts import CheckedPatient, ConflictKey, ConflictQuestion, ConflictRow, Decision
from icm_desktop.domain.conflicts.checking import Finding
from icm_desktop.domain.conflicts.identity import fingerprint_of, from_json, subject_of, to_json
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.conflicts.rules import SEVERITIES, Told
from icm_desktop.domain.conflicts.states import DECIDED, FACTS_CHANGED, Noted, Seen, standing
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.owner_names import owner_of
from icm_desktop.queries.people import names_of_users

_ANSWER = "answer"
_Subject = tuple[int, str, str]


@requires(Privilege.CLINICAL_READ)
def rows_of(uow: UnitOfWork, found: Sequence[FoundRow]) -> tuple[ConflictRow, ...]:
    """These conflicts with where each stands today, in the order they come in; patients that are gone are left out."""
    ids = {one.patient_id for one in found}
    known = heads(uow, ids)
    last = conflict_work.checked(uow.session.connection(), ids)
    notes = Notes(uow, ids)
    rows = []
    for one in found:
        if one.patient_id in known:
            checked = last.get(one.patient_id)
            rows.append(notes.row(one, known[one.patient_id], checked.checked_on if checked else one.last_seen))
    return tuple(rows)


@requires(Privilege.CLINICAL_READ)
def rows_of_patient(
    uow: UnitOfWork, head: PatientHead, checked: CheckedPatient, day: dt.date
) -> tuple[ConflictRow, ...]:
    """What was just found in a patient, worst first, then what is gone by now; of a past day without what is gone."""
    kept = _kept(uow, head.id)
    notes, rows = Notes(uow, [head.id], day), []
    for one in (found_row(head.id, each, day) for each in checked.findings):
        stored = kept.pop((one.rule, one.subject, one.fingerprint), None)
        rows.append(notes.row(merged(one, stored, day) if day >= uow.today else one, head, day.isoformat()))
    if day < uow.today:
        return tuple(rows)
    gone = sorted(kept.values(), key=lambda one: (one.gone_on or "", one.rule), reverse=True)
    gone = [replace(one, gone_on=one.gone_on or day.isoformat()) for one in gone]
    return (*rows, *(notes.row(one, head, one.last_seen) for one in gone))


@requires(Privilege.PRINT_HANDOUT)
def rows_found(uow: UnitOfWork, head: PatientHead, findings: Iterable[Finding]) -> tuple[ConflictRow, ...]:
    """What was just found in a patient, with where it stands today."""
    kept, notes, day = _kept(uow, head.id), Notes(uow, [head.id]), uow.today
    each = (found_row(head.id, one, day) for one in findings)
    return tuple(
        notes.row(merged(one, kept.get((one.rule, one.subject, one.fingerprint)), day), head, day.isoformat())
        for one in each
    )


def _kept(uow: UnitOfWork, patient_id: int) -> dict[tuple[str, str, str], FoundRow]:
    rows = conflict_work.of_patients(uow.session.connection(), [patient_id])
    return {(one.rule, one.subject, one.fingerprint): one for one in rows}


def found_row(patient_id: int, one: Finding, day: dt.date) -> FoundRow:
    """A finding as it is kept, when it is seen for the first time."""
    today = day.isoformat()
    return FoundRow(
        patient_id=patient_id,
        rule=one.told.id,
        subject=subject_of(one),
        fingerprint=fingerprint_of(one),
        rank=SEVERITIES.index(one.severity),
        relation=one.state,
        first_seen=today,
        since=today,
        last_seen=today,
        gone_on=None,
        due=one.due.isoformat() if one.due else None,
        overdue_after=one.overdue_after.isoformat() if one.overdue_after else None,
        facts=json.dumps(to_json(one.facts)),
        action=json.dumps(dict(one.told.action)),
    )


def merged(one: FoundRow, stored: FoundRow | None, day: dt.date) -> FoundRow:
    """What is found with what was known of it: back after a day or more it counts anew."""
    if stored is None:
        return one
    broken = stored.gone_on is not None and stored.gone_on < day.isoformat()
    return replace(one, first_seen=stored.first_seen, since=one.since if broken else stored.since)


class Notes:
    """What people did about conflicts of some patients."""

    def __init__(self, uow: UnitOfWork, ids: Collection[int], day: dt.date | None = None) -> None:
        self._uow, self._day = uow, day or uow.today
        self._issues: dict[_Subject, list[DetectedIssue]] = {}
        for row in uow.session.scalars(_issues_of(), {"ids": as_text(ids)}):
            self._issues.setdefault((row.patient_id, row.rule, row.subject), []).append(row)
        asked = {one.team_question_id for each in self._issues.values() for one in each if one.team_question_id}
        self._questions = _questions(uow, asked)
        self._leads = _leads(uow, ids)

    def issue(self, key: ConflictKey) -> DetectedIssue | None:
        """What was done last about these facts; else about others of the same subject."""
        rows = self._issues.get((key.patient_id, key.rule, key.subject), [])
        mine = [one for one in rows if one.fingerprint == key.fingerprint] or rows
        return mine[-1] if mine else None

    def owner(self, one: FoundRow) -> Owner | None:
        """Who looks after a conflict: who was given it, else the patient's coordinator."""
        issue = self.issue(ConflictKey(one.patient_id, one.rule, one.subject, one.fingerprint))
        return (owner_of(issue) if issue is not None else None) or self._leads.get(one.patient_id)

    def row(self, one: FoundRow, head: PatientHead, last_seen: str) -> ConflictRow:
        """A conflict with where it stands."""
        key = ConflictKey(one.patient_id, one.rule, one.subject, one.fingerprint)
        issue, gone = self.issue(key), one.gone_on
        question = self._questions.get(issue.team_question_id or 0) if issue is not None else None
        if issue is not None and issue.state in DECIDED and (issue.decided_on or self._day) > self._day:
            issue = question = None  # decided after the day that is asked about
        noted = _noted(issue, question)
        stands = standing(Seen(one.fingerprint, _day(one.since), _day(gone) if gone else None), noted, self._day)
        mine = issue is not None and issue.fingerprint == one.fingerprint
        facts, owner = from_json(json.loads(one.facts)), owner_of(issue) if issue is not None else None
        return ConflictRow(
            key=key,
            head=head,
            told=_told(one),
            severity=SEVERITIES[one.rank],
            relation=one.relation,
            facts=facts,
            state=stands.state,
            why=stands.why,
            owner=owner or self._leads.get(one.patient_id),
            question=question,
            decision=_decision(issue),
            first_seen=_day(one.first_seen),
            last_seen=_day(one.last_seen if gone else last_seen),
            since=_day(one.since),
            gone_on=_day(gone) if gone else None,
            due=_day(one.due) if one.due else None,
            overdue_after=_day(one.overdue_after) if one.overdue_after else None,
            issue_id=issue.id if issue is not None and mine else None,
            version=issue.version if issue is not None and mine else 0,
            before=from_json(issue.facts) if issue is not None and stands.why == FACTS_CHANGED else (),
            goal=is_goal(one.rule),
            measured=is_measured(one.rule),
            unit=_unit(facts) if is_measured(one.rule) else "",
            owner_noted=owner is not None,
        )


def is_goal(rule: str) -> bool:
    """Whether a rule is about goals or the words of the plan, of which none may be printed before a decision."""
    return rule in topics()


def is_measured(rule: str) -> bool:
    """Whether it is about a value, so that a value can be decided."""
    return rule in measured_rules()


def _unit(facts: Iterable[Evidence]) -> str:
    """The unit the goals are in: the end of what stays the same of a goal."""
    return next((one.same.partition(" ")[2] for one in facts if one.kind == "goal"), "")


def _noted(issue: DetectedIssue | None, question: ConflictQuestion | None) -> Noted | None:
    if issue is None:
        return None
    asked = question.status if question is not None else None
    return Noted(issue.fingerprint, issue.state, issue.decided_on, issue.until_on, asked)


def _decision(issue: DetectedIssue | None) -> Decision | None:
    if issue is None or issue.decided_on is None:
        return None
    return Decision(
        by=issue.decided_by or "", on=issue.decided_on, reason=issue.reason or "", until=issue.until_on,
        told=issue.told, text=issue.decision, low=issue.target_low, high=issue.target_high, unit=issue.target_unit,
        words=tuple((issue.patient_words or {}).items()),
    )  # fmt: skip


def _told(one: FoundRow) -> Told:
    """What the rule says; a rule that no content has any more is still named."""
    known = told_by_rule().get(one.rule) or told_by_goal_rule().get(one.rule)
    empty = {"en": one.rule, "es": one.rule}
    return replace(known or Told(one.rule, empty, empty, "", "M"), action=json.loads(one.action))


def _questions(uow: UnitOfWork, ids: Iterable[int]) -> Mapping[int, ConflictQuestion]:
    wanted = list(ids)
    if not wanted:
        return {}
    said = select(TeamMessage.team_question_id, TeamMessage.text).where(
        TeamMessage.team_question_id.in_(among(wanted)), TeamMessage.kind == _ANSWER, TeamMessage.removed_at.is_(None)
    )
    answers = {row[0]: row[1] for row in uow.session.execute(said.order_by(TeamMessage.id))}
    rows = uow.session.scalars(
        select(TeamQuestion).where(TeamQuestion.id.in_(among(wanted)), TeamQuestion.removed_at.is_(None))
    )
    return {
        row.id: ConflictQuestion(
            id=row.id, whom=row.asked_name, asked_on=row.asked_on, due_on=row.due_on, status=row.status,
            days=((row.answered_on or uow.today) - row.asked_on).days,
            days_late=days_late(row.due_on, uow.today) if row.due_on is not None and row.status == "open" else 0,
            answer=answers.get(row.id),
        )
        for row in rows
    }  # fmt: skip


def _leads(uow: UnitOfWork, ids: Collection[int]) -> dict[int, Owner]:
    """The coordinator of each patient, who looks after what nobody was given."""
    names = names_of_users(uow)
    found = uow.session.execute(_coordinators_of(), {"ids": as_text(ids)})
    return {row[0]: Owner(OwnerKind.USER, names[row[1]], row[1]) for row in found if row[1] in names}


@cache
def _coordinators_of() -> Select[int, int | None]:
    return select(Patient.id, Patient.coordinator_id).where(
        Patient.id.in_(listed(bindparam("ids", type_=String))), Patient.coordinator_id.is_not(None)
    )


@cache
def _issues_of() -> Select[DetectedIssue]:
    theirs = DetectedIssue.patient_id.in_(listed(bindparam("ids", type_=String)))
    wanted = select(DetectedIssue).where(theirs, DetectedIssue.removed_at.is_(None))
    return wanted.order_by(DetectedIssue.updated_at, DetectedIssue.id)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
