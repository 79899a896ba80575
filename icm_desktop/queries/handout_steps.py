"""What to do and what it is for, on a page for the patient."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from db.models.plan import CarePlan, Goal, PlanAction
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import Step, VisitLine
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.readability import read
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import goal_decisions
from icm_desktop.queries.goal_decisions import DecidedGoals
from icm_desktop.queries.handout_page import HandoutPage

_OPEN_ACTION = ("not-started", "in-progress", "scheduled")
_OPEN_GOAL = ("proposed", "planned", "accepted", "active")
_TITLE = re.compile(r"^Dra?\.? ")  # in a Spanish sentence it needs an article, which tells a gender nobody recorded
_MOST_WORDS = 20
_MOST_STEPS = 5
_MOST_LETTERS = 160  # what is longer is no headline


@dataclass(frozen=True, slots=True)
class Plan:
    """The patient's part of the care plan; `urgent` is the sentence of the most urgent step, or empty."""

    steps: tuple[Step, ...]
    urgent: str
    goal: str


@requires(Privilege.PRINT_HANDOUT)
def plan(uow: UnitOfWork, page: HandoutPage) -> Plan:
    """Open steps of the released plan, most urgent first, and the patient's goal in their own words."""
    decided = goal_decisions.of_patient(uow, page.patient_id)
    goal = _goal(uow, page, decided.withheld)
    steps: list[Step] = list(_decided(uow, page, decided))
    urgent = ""
    for row in _actions(uow, page):
        if (goal_decisions.ACTION, row.id) in decided.withheld:
            continue
        item = f"plan_action:{row.id}"
        is_sensitive = row.sensitive or page.sensitive.text(row.text) or page.sensitive.code(row.code_system, row.code)
        if is_sensitive and not page.offer(item, plain(row.text)):
            continue
        text = _sentence(page, row)
        if text:
            said = (row.text, row.patient_words, row.phrase, row.due_on, row.owner_kind, row.owner_name, row.urgent)
            page.fact("step", item, *said, shown=text)
            _note_own(page, row)
            steps.append(Step(item, text))
            urgent = urgent or (text if row.urgent else "")
    return Plan(tuple(steps), urgent, goal)


@requires(Privilege.PRINT_HANDOUT)
def most_important(
    _: UnitOfWork, page: HandoutPage, chosen: str | None, plan: Plan, visits: Sequence[VisitLine]
) -> str:
    """The one sentence on top: what a person typed, else the urgent step, else the next visit, else the first step."""
    if plain(chosen):
        page.own_lines.append(plain(chosen))
        return page.bank.sentence(plain(chosen))
    if plan.urgent and len(plan.urgent) <= _MOST_LETTERS:
        return plan.urgent
    if visits:
        return _go_to(page, visits[0])
    return next((step.text for step in plan.steps if len(step.text) <= _MOST_LETTERS), "")


@requires(Privilege.PRINT_HANDOUT)
def with_usual_steps(
    _: UnitOfWork, page: HandoutPage, steps: Sequence[Step], visits: Sequence[VisitLine]
) -> tuple[Step, ...]:
    """The steps, with the one about the visits first when there is room; nobody goes home with an empty list."""
    if not visits and not steps:
        return (Step("usual:book", page.bank("step.call_book"), is_usual=True),)
    if not visits or len(steps) >= _MOST_STEPS:
        return tuple(steps)
    return (Step("usual:visits", page.bank("step.visits"), is_usual=True), *steps)


def _decided(uow: UnitOfWork, page: HandoutPage, decided: DecidedGoals) -> Iterator[Step]:
    """Of goals that contradict each other only what a clinician decided; before that, to ask us."""
    said: set[str] = set()
    for row in decided.rows:
        text = goal_decisions.sentence(uow, row, page.bank)
        if goal_decisions.undecided(row):
            page.notice("handout.undecided", text)
        elif not text and row.decision is not None and row.decision.text:
            page.free(page.bank("free.step"), plain(row.decision.text))
        if text and text not in said:
            said.add(text)
            page.fact(
                "step", f"conflict:{row.key.rule}:{row.key.fingerprint}", goal_decisions.undecided(row), row.decision
            )
            yield Step(f"conflict:{row.key.rule}:{row.key.fingerprint}", text)


def _go_to(page: HandoutPage, visit: VisitLine) -> str:
    day = visit.long_day
    if visit.who:
        name = _TITLE.sub("", visit.who) if page.bank.language == "es" else visit.who
        who = f"{name}, {visit.title}," if visit.title else name
        return _ended(page.bank("important.visit", who=who, day=day, at=visit.at))
    return _ended(page.bank("important.visit_plain", day=day, at=visit.at))


def _ended(sentence: str) -> str:
    """One full stop at the end: "a. m." brings its own."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _actions(uow: UnitOfWork, page: HandoutPage) -> list[PlanAction]:
    """Steps for the patient: ours that are on the page, imported ones only when the patient is to do them.

    What an outside plan gives others to do is their work; behavioural-health ones are still offered for ticking.
    """
    rows = uow.session.execute(
        select(PlanAction, Goal, CarePlan)
        .outerjoin(Goal, Goal.id == PlanAction.goal_id)
        .outerjoin(CarePlan, CarePlan.id == PlanAction.care_plan_id)
        .where(
            PlanAction.patient_id == page.patient_id,
            PlanAction.removed_at.is_(None),
            PlanAction.on_handout.is_(True),
            PlanAction.status.in_(_OPEN_ACTION),
            or_(CarePlan.id.is_(None), CarePlan.status == "active"),
            or_(Goal.id.is_(None), Goal.status.in_(_OPEN_GOAL)),
        )
        .order_by(PlanAction.urgent.desc(), Goal.position, PlanAction.position, PlanAction.id)
    )
    return [row for row, _goal, _plan in rows if _is_for_patient(page, row)]


def _is_for_patient(page: HandoutPage, row: PlanAction) -> bool:
    return row.source_id is None or row.owner_kind == "patient" or page.sensitive.text(row.text)


def _sentence(page: HandoutPage, row: PlanAction) -> str:
    text = _words(page, row)
    if not text:
        return ""
    if row.due_on is not None and row.due_on >= page.today:  # a day that has passed helps nobody
        day = page.bank.calendar.day(row.due_on, year=row.due_on.year != page.today.year)
        text = page.bank("step.due", step=text, day=day)
    if read(text, page.bank.language).longest_sentence > _MOST_WORDS:
        page.notice("handout.long_sentence", text[:60])
    return text


def _note_own(page: HandoutPage, row: PlanAction) -> None:
    """What somebody typed for the patient is judged before it is printed; phrases and imported texts are not."""
    own = plain((row.patient_words or {}).get(page.bank.language))
    if own:
        page.own_lines.append(own)


def _words(page: HandoutPage, row: PlanAction) -> str:
    own = plain((row.patient_words or {}).get(page.bank.language))
    if own:
        return page.bank.sentence(own)
    if row.phrase and page.bank.has(row.phrase):
        return page.bank(row.phrase)
    known = page.phrase("steps", row.text)
    if known:
        return known
    text = plain(row.text)
    if text and not page.in_language(text):
        page.free(page.bank("free.step"), text)
        return ""
    return page.bank.sentence(text)


def _goal(uow: UnitOfWork, page: HandoutPage, withheld: Container[tuple[str, int]]) -> str:
    """The first goal the patient put in their own words; in another language it goes into the box."""
    for row in _worded(uow, page):
        if (goal_decisions.GOAL, row.id) in withheld:
            continue
        words = plain(row.words)
        is_sensitive = row.sensitive or page.sensitive.text(words)
        if not words or (is_sensitive and not page.offer(f"goal:{row.id}", words)):
            continue
        page.fact("goal", f"goal:{row.id}", words, shown=words)
        if page.in_language(words, row.words_language):
            return words
        page.free(page.bank("free.goal"), words)
        return ""
    return ""


def _worded(uow: UnitOfWork, page: HandoutPage) -> Iterable[Goal]:
    return uow.session.scalars(
        select(Goal)
        .where(
            Goal.patient_id == page.patient_id,
            Goal.removed_at.is_(None),
            Goal.on_handout.is_(True),
            Goal.status.in_(_OPEN_GOAL),
            Goal.words.is_not(None),
        )
        .order_by(Goal.position, Goal.id)
    )


@requires(Privilege.PRINT_HANDOUT)
def goals(uow: UnitOfWork, page: HandoutPage) -> tuple[tuple[str, ...], str]:
    """Every goal the patient put in their own words, most important first; of contradicting ones none.

    Returns:
        The goals, and a sentence beside them: that one in another language stands in the box, or that none is written
        down; empty when there is nothing to say, and when goals were left out.
    """
    withheld = goal_decisions.of_patient(uow, page.patient_id).withheld
    told: list[str] = []
    left_out = in_box = False
    for row in _worded(uow, page):
        words = plain(row.words)
        is_sensitive = row.sensitive or page.sensitive.text(words)
        if not words:
            continue
        if (goal_decisions.GOAL, row.id) in withheld or (is_sensitive and not page.offer(f"goal:{row.id}", words)):
            left_out = True
            continue
        page.fact("goal", f"goal:{row.id}", words, shown=words)
        if page.in_language(words, row.words_language):
            told.append(words)
        else:
            page.free(page.bank("free.goal"), words)
            in_box = True
    if in_box:
        return tuple(told), page.bank("plan.goal_in_box")
    return tuple(told), "" if told or left_out else page.bank("plan.no_goals")
