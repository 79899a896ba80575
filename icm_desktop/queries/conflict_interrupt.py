"""What a medicine or goal would contradict at the stop level, asked before it is saved. Nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import formulary, rule_book
from icm_desktop.content.goal_conflicts import goal_book
from icm_desktop.contracts.conflicts import Interruption, ProposedChange, ProposedGoal, ProposedMedicine
from icm_desktop.domain.conflicts.checking import Finding, check, not_checked
from icm_desktop.domain.conflicts.goals import PlannedGoal, PlanText, check_goals
from icm_desktop.domain.conflicts.identity import subject_of
from icm_desktop.domain.conflicts.matching import Case
from icm_desktop.domain.conflicts.medicines import Taken, ingredients_of
from icm_desktop.domain.medicine_lines import mg_per_day
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.conflict_cases import CaseReader
from icm_desktop.queries.conflict_recheck import named
from icm_desktop.queries.documents import patient_head

STOP = "stop"
_NEW = -1  # a row that is not there yet: medicines and goals about to be added count down from here


@requires(Privilege.CLINICAL_READ)
def check_before_save(uow: UnitOfWork, change: ProposedChange) -> Interruption:
    """The conflicts at the stop level that would be there after a change and are not there now.

    Args:
        uow: The unit of work.
        change: What is about to be saved. A medicine or goal with a row of its own stands in place of that row.

    Returns:
        Nothing in `findings` means: save without a word. `not_checked` names what of the change no rule could look at.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, change.patient_id)
    read = CaseReader(uow, uow.today).of([head.id])[head.id]
    case, reactions, goals, texts = read.case, read.reactions, read.goals, read.texts
    before = check(rule_book(), case, reactions), check_goals(goal_book(), case, goals, texts)
    proposed = [_taken(uow, number, one) for number, one in enumerate(change.medicines)]
    there = {one.entry for one in proposed} | set(change.ends)
    taken = (*(one for one in case.taken if one.entry not in there), *proposed)
    after_goals, after_texts = _with_goals(goals, texts, change.goals)
    would_be = replace(case, taken=taken)
    after = check(rule_book(), would_be, reactions), check_goals(goal_book(), would_be, after_goals, after_texts)
    known = {_key(one) for each in before for one in each if one.severity == STOP}
    new = [one for each in after for one in each if one.severity == STOP and _key(one) not in known]
    entries = {one.entry for one in proposed}
    theirs = Case(would_be.facts, tuple(one for one in taken if one.entry in entries), would_be.day)
    return Interruption(
        head=head,
        findings=tuple(map(named, new)),
        not_checked=not_checked(rule_book(), theirs),
        medicines=len(taken),
        checked=sum(bool(one.ingredients) for one in taken),
        version=rule_book().version,
        may_override=allows(uow.actor.role, Privilege.DECIDE_CONFLICTS),
    )


def _key(one: Finding) -> tuple[str, str]:
    return one.told.id, subject_of(one)


def _taken(uow: UnitOfWork, number: int, one: ProposedMedicine) -> Taken:
    parts = ingredients_of(formulary(), one.text, one.rxcui)
    dose = mg_per_day(one.text, one.dose_value, one.dose_unit, one.times_per_day) if len(parts) == 1 else None
    return Taken(
        entry=one.entry if one.entry is not None else _NEW - number,
        text=one.text,
        ingredients=parts,
        mg_per_day=dose,
        prescriber=one.prescriber or "",
        started=min(one.starts_on or uow.today, uow.today),
        why_not="" if parts else "ingredient_unknown",
    )


def _with_goals(
    goals: tuple[PlannedGoal, ...], texts: tuple[PlanText, ...], proposed: Iterable[ProposedGoal]
) -> tuple[tuple[PlannedGoal, ...], tuple[PlanText, ...]]:
    for number, one in enumerate(proposed):
        row = one.goal_id if one.goal_id is not None else _NEW - number
        author = one.author or ""
        goals = (
            *(each for each in goals if each.id != row),
            PlannedGoal(row, one.text, author, one.measure_code or "", one.low, one.high, one.unit or ""),
        )
        texts = (
            *(each for each in texts if (each.kind, each.entry) != ("plan", row)),
            PlanText(one.text, author, folded(one.text), "plan", row),
        )
    return goals, texts
