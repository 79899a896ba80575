"""The conflict board of the practice, and what people did about each rule."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Select, select

from db.models.conflicts import DetectedIssue
from db.models.patient import Patient
from db.repositories import typed
from db.repositories.conflict_board import BoardRows, Wanted, by_rule
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import override_review, rule_book, told_by_rule
from icm_desktop.content.goal_conflicts import told_by_goal_rule
from icm_desktop.contracts.conflicts import ActRow, ConflictBoard, ConflictFilter, RuleRate
from icm_desktop.domain.conflicts.rules import SEVERITIES, Words
from icm_desktop.domain.conflicts.states import DECIDED, MUTED, OVERRIDDEN, RESOLVED
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_rows import rows_of
from icm_desktop.queries.conflict_work import outdated
from icm_desktop.queries.heads import heads
from icm_desktop.queries.problem_names import rows_by_name


@requires(Privilege.CLINICAL_READ)
def board(uow: UnitOfWork, asked: ConflictFilter) -> ConflictBoard:
    """Open (or decided) conflicts of everybody, worst first, of these the longest there."""
    rows = BoardRows(uow.session.connection(), _wanted(uow, asked))
    counts = rows.counts()
    return ConflictBoard(
        rows=rows_by_name(uow, rows_of(uow, rows.first(asked.limit))),
        counts=tuple((name, counts.get(rank, 0)) for rank, name in enumerate(SEVERITIES)),
        version=rule_book().version,
        outdated=len(outdated(uow)),
    )


@requires(Privilege.CLINICAL_READ)
def rates(uow: UnitOfWork) -> tuple[RuleRate, ...]:
    """What was decided by rule, with what it is a share of; rules that stand or were decided about."""
    now, told = by_rule(uow.session.connection()), {**told_by_rule(), **told_by_goal_rule()}
    acts: dict[str, list[DetectedIssue]] = defaultdict(list)
    for row in uow.session.scalars(_decided()):
        acts[row.rule].append(row)
    rows = []
    for rule in sorted({*now, *acts}):
        title = told[rule].title if rule in told else {"en": rule}
        rows.append(_rate(uow, rule, title, now.get(rule, 0), acts[rule]))
    return tuple(sorted(rows, key=lambda one: (not one.flagged, -one.overridden, -one.now, one.rule)))


@requires(Privilege.CLINICAL_READ)
def behind(uow: UnitOfWork, rule: str) -> tuple[ActRow, ...]:
    """The decisions behind the numbers of a rule, the latest first; patients that are hidden or gone are left out."""
    rows = uow.session.scalars(_decided().where(DetectedIssue.rule == rule)).all()
    return _acts(uow, rows)


@requires(Privilege.CLINICAL_READ)
def muted(uow: UnitOfWork) -> tuple[tuple[str, ActRow], ...]:
    """What is muted at present, by rule: for whom, why, until when and by whom."""
    wanted = _decided().where(DetectedIssue.state == MUTED, DetectedIssue.until_on > uow.today)
    rows = uow.session.scalars(wanted).all()
    rules = {row.id: row.rule for row in rows}
    return tuple((rules[one.issue_id], one) for one in _acts(uow, rows))


def _decided() -> Select[DetectedIssue]:
    states = tuple(sorted(DECIDED))
    wanted = select(DetectedIssue).where(DetectedIssue.state.in_(states), DetectedIssue.removed_at.is_(None))
    return wanted.order_by(DetectedIssue.decided_on.desc(), DetectedIssue.id.desc())


def _rate(uow: UnitOfWork, rule: str, title: Words, now: int, rows: Sequence[DetectedIssue]) -> RuleRate:
    counted = [row for row in rows if row.state in (RESOLVED, OVERRIDDEN)]
    share, days, fewest = override_review()
    first = uow.today - dt.timedelta(days=days)
    recent = [row for row in counted if row.decided_on is not None and row.decided_on > first]
    over = sum(row.state == OVERRIDDEN for row in recent)
    return RuleRate(
        rule=rule,
        title=title,
        now=now,
        decided=len(counted),
        accepted=sum(row.state == RESOLVED for row in counted),
        overridden=sum(row.state == OVERRIDDEN for row in counted),
        muted=len({row.patient_id for row in rows if row.state == MUTED and (row.until_on or uow.today) > uow.today}),
        recent_decided=len(recent),
        recent_overridden=over,
        flagged=len(recent) >= fewest and over > share * len(recent),
    )


def _acts(uow: UnitOfWork, rows: Sequence[DetectedIssue]) -> tuple[ActRow, ...]:
    whose = heads(uow, {row.patient_id for row in rows})
    return tuple(
        ActRow(row.id, whose[row.patient_id], row.state, row.severity, row.decided_by or "", row.decided_on,
               row.reason or "", row.until_on)
        for row in rows
        if row.patient_id in whose and row.decided_on is not None
    )  # fmt: skip


def _wanted(uow: UnitOfWork, asked: ConflictFilter) -> Wanted:
    rules = patients = None
    if asked.search.strip():
        words = folded(asked.search).split()
        told = {**told_by_rule(), **told_by_goal_rule()}
        rules = [rule for rule, one in told.items()
                 if all(word in folded(" ".join((rule, *one.title.values()))) for word in words)]  # fmt: skip
        patients = _named(uow, asked.search)
    ranks = tuple(SEVERITIES.index(one) for one in asked.severities if one in SEVERITIES) or tuple(
        range(len(SEVERITIES))
    )
    mine = (uow.actor.user_id or 0) if asked.mine else None
    return Wanted(uow.today.isoformat(), ranks, rules, patients, mine, asked.waiting, asked.decided)


def _named(uow: UnitOfWork, text: str) -> list[int]:
    """Patients whose name or record number has every word that was typed."""
    words = [folded(word) for word in text.split()]
    found = typed.patients_with(uow.session, text.split())
    names = select(Patient.id, Patient.family, Patient.given, Patient.record_number)
    return [
        row.id for row in uow.session.execute(names.where(Patient.id.in_(list(found)[:500])))
        if all(word in folded(" ".join(filter(None, row[1:]))) for word in words)
    ]  # fmt: skip
