"""Last values with what they mean, and what is to be planned, out of the pathways a patient is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.unit_of_work import UnitOfWork
from icm_desktop.content.advice import advice
from icm_desktop.content.pathways import pathways
from icm_desktop.contracts.patient_sheets import Part, Words
from icm_desktop.domain.pathways.conditions import Source, Target, holds
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.due import DUE, OVERDUE
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import goal_decisions
from icm_desktop.queries import pathways as known
from icm_desktop.queries.handout_page import HandoutPage
from icm_desktop.queries.pathway_facts import patient_facts
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.sheet_what_to_do import enrolled


@requires(Privilege.PRINT_HANDOUT)
def parts(uow: UnitOfWork, page: HandoutPage) -> Iterator[Part]:
    """The last values, then what is due; sensitive pathways and steps only when ticked.

    A role that does not read clinical facts prints without them, and is told so.
    """
    mine = enrolled(uow, page.patient_id)
    if not mine:
        return
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        page.notice("handout.left_out")
        return
    bank = page.bank
    ours = {one.id: one for one in (*pathways(), *in_use(uow).pathways)}  # the practice's edition of a file counts
    shown = [ours[name] for name in sorted(mine - advice().sensitive) if name in ours]
    numbers = tuple(_numbers(uow, page, shown))
    if numbers:
        yield Words(bank("head.numbers"), numbers, mark="bullet")
    due = tuple(_due(uow, page, shown))[: advice().due_most]
    if due:
        yield Words(bank("head.due"), due, mark="tick", note=bank("due.note"))


def _numbers(uow: UnitOfWork, page: HandoutPage, mine: Sequence[Pathway]) -> Iterator[str]:
    facts = patient_facts(uow, page.patient_id, page.today)
    in_conflict = {row.key.rule for row in goal_decisions.of_patient(uow, page.patient_id).rows}
    targets = {one.id: one for pathway in mine for one in pathway.targets}
    told: dict[Source, list[Target]] = {}  # of one value, such as potassium, both ends are one sentence
    for name, rules in advice().results.items():
        target = targets.get(name)
        if target is not None and target.source is not None and in_conflict.isdisjoint(rules):
            told.setdefault(target.source, []).append(target)
    for ends in told.values():
        worst = next((one for one in ends if one.missed(facts)), ends[0])
        yield from _number(page, worst, facts)


def _number(page: HandoutPage, target: Target, facts: Facts) -> Iterator[str]:
    limit = target.value_for(facts)
    events = [one for one in target.source.events(facts) if one.value is not None] if target.source else []
    if limit is None or not events or (target.when is not None and not holds(target.when, facts, page.today)):
        return
    last = events[-1]
    day = page.bank.calendar.birth_date(last.day.isoformat())
    phrase = f"result.{target.id.replace('-', '_')}.{'missed' if target.missed(facts) else 'met'}"
    if target.missed(facts):
        yield page.bank(phrase, value=f"{last.value:g}", day=day, limit=f"{limit:g}")
    else:
        yield page.bank(phrase, value=f"{last.value:g}", day=day)


def _due(uow: UnitOfWork, page: HandoutPage, mine: Sequence[Pathway]) -> Iterator[str]:
    """Most urgent first, each once; what stands on another list of Today already is not told again."""
    activities = {step.activity.id: step.activity for pathway in mine for step in pathway.steps}
    said: set[str] = set()
    for step in known.of_patient(uow, page.patient_id, page.today).due:
        activity = activities.get(step.activity)
        if activity is None or step.state not in (DUE, OVERDUE) or activity.shown:
            continue
        phrase = f"due.{step.activity.replace('-', '_')}"
        if activity.takes not in advice().due_takes or phrase in said or page.sensitive.text(step.title):
            continue
        said.add(phrase)
        yield page.bank(phrase)
