"""What of a pathway is due for a patient on a day, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.pathways import intervals
from icm_desktop.domain.pathways.conditions import Happened, OnMedicine, Source, starts
from icm_desktop.domain.pathways.definition import After, Pathway, Step
from icm_desktop.domain.pathways.facts import Decision, Facts
from icm_desktop.domain.pathways.intervals import Interval, days_after

NOT_DUE, DUE_SOON, DUE, OVERDUE = "not_due", "due_soon", "due", "overdue"
DONE, DECLINED, NOT_APPLICABLE = "done", "declined", "not_applicable"
OPEN = (OVERDUE, DUE, DUE_SOON, NOT_DUE)
SOON_DAYS = 30
_VISIT = Source(frozenset({"class:AMB"}))
_AT_ONCE = Interval(days=0)


@dataclass(
    slots=True
)  # a practice has millions: filled in while it is worked out, a frozen one takes four times as long
class StepDue:
    """One step on one day. The due date is `base_day` and `interval`; `base` says what that day was.

    `base`: "last" (done last), "enrolled", "after" (`base_title` happened), "visit" or "season".
    """

    pathway: str
    step: str
    activity: str
    title: str
    title_es: str
    owner: tuple[str, ...]
    state: str
    due: dt.date | None
    last: dt.date | None
    base: str
    base_day: dt.date | None
    interval: Interval
    because: str = ""
    because_es: str = ""
    base_title: str = ""
    base_title_es: str = ""
    days_past: int = 0
    overdue_after: dt.date | None = None
    decision: Decision | None = None
    also_in: tuple[str, ...] = ()
    source: str = ""
    mark: str = ""

    @property
    def counted_from(self) -> tuple[str, ...]:
        """What the due day was counted from, in texts: base, its day, interval, why, title; and why it was put off."""
        day = self.base_day.isoformat() if self.base_day else ""
        put_off = ("yes", self.decision.reason) if self.decision is not None else ("", "")
        why = (self.because, self.because_es, self.base_title, self.base_title_es)
        return (self.base, day, self.interval.iso, *why, *put_off)


def state_of(due: dt.date, day: dt.date, grace_days: int) -> str:
    """Where a due date stands on a day.

    Not due until 30 days before; due from its day on; overdue once the grace is over.
    """
    return _state_of((day - due).days, grace_days)


def _state_of(days_past: int, grace_days: int) -> str:
    if days_past < 0:
        return DUE_SOON if -days_past <= SOON_DAYS else NOT_DUE
    return DUE if days_past <= grace_days else OVERDUE


def add(day: dt.date, interval: Interval, calendar: BusinessCalendar) -> dt.date:
    """The day an interval after `day`; for "once" and "visit" the day itself."""
    if interval.business_days is not None:
        return calendar.add(day, interval.business_days)
    if interval.season is not None:
        return intervals.next_season(day, interval.season)
    if interval.days is not None:
        return days_after(day, interval.days)
    return intervals.add_months(day, (interval.months or 0) + 12 * (interval.years or 0))


def steps_due(
    pathway: Pathway, facts: Facts, day: dt.date, calendar: BusinessCalendar, since: dt.date | None = None
) -> tuple[StepDue, ...]:
    """Every step of a pathway as it stands on a day.

    Args:
        pathway: Its definition.
        facts: All that is known of the patient; what happened after the day is left out here.
        day: The day asked for; a past one gives what was due then.
        calendar: Business days, for the few steps counted in them.
        since: The day of entry when the patient is not enrolled yet (a preview); else `day`.
    """
    known = facts.known_on(day)
    entered = known.enrolled.get(pathway.id) or since or day
    return tuple([_step(pathway, step, known, day, entered, calendar) for step in pathway.steps])


def all_due(
    within: Iterable[Pathway],
    facts: Facts,
    day: dt.date,
    calendar: BusinessCalendar,
    owed_from: Mapping[str, dt.date],
) -> tuple[StepDue, ...]:
    """Every step of these pathways on a day, one row for each activity.

    Args:
        within: The pathways.
        facts: Of the patient.
        day: The day asked for.
        calendar: Business days.
        owed_from: The day of entry of pathways nobody is enrolled in, by their ids.
    """
    return combined(step for one in within for step in steps_due(one, facts, day, calendar, owed_from.get(one.id)))


def combined(steps: Iterable[StepDue]) -> tuple[StepDue, ...]:
    """One row for each activity that several pathways ask for: the earliest due one, naming the others.

    A row that is open stands before one that is done or does not apply. Earliest due first.
    """
    groups: dict[str, list[StepDue]] = {}
    for one in steps:
        group = groups.get(one.activity)
        if group is None:
            groups[one.activity] = [one]
        else:
            group.append(one)
    rows = []
    for group in groups.values():
        if len(group) == 1:
            rows += group
            continue
        first = min(group, key=_urgency)
        first.also_in = tuple(dict.fromkeys([one.pathway for one in group if one.pathway != first.pathway]))
        rows.append(first)
    return tuple(sorted(rows, key=_urgency))


def _urgency(one: StepDue) -> tuple[bool, dt.date, str]:
    return one.state not in OPEN, one.due or dt.date.max, one.step


def _step(
    pathway: Pathway, step: Step, facts: Facts, day: dt.date, entered: dt.date, calendar: BusinessCalendar
) -> StepDue:
    activity = step.activity
    events = activity.done_by.events(facts)
    last = events[-1].day if events else None
    one = StepDue(
        pathway.id, step.id, activity.group, activity.title, activity.title_es, step.owner, NOT_APPLICABLE, None,
        last, "last", last, step.every, source=step.source, mark=step.mark,
    )  # fmt: skip
    if step.when is None or step.when.holds(facts, day, pathway.targets):
        _fill(one, pathway, step, facts, _On(day, entered, calendar, last))
    return one


class _On(NamedTuple):
    """The day asked for, with what a step may be counted from."""

    day: dt.date
    entered: dt.date
    calendar: BusinessCalendar
    last: dt.date | None


def _fill(one: StepDue, pathway: Pathway, step: Step, facts: Facts, on: _On) -> None:
    """Where a step stands that is for this patient: by what was decided, else by its due date."""
    decision = _decision(facts, step, on.day) if facts.decisions else None
    if decision is not None and decision.kind != "deferred":
        one.state, one.decision = decision.kind, decision
        return
    _count(one, pathway, step, facts, on)
    if one.due is None or one.state == DONE:
        return
    if decision is not None and decision.until is not None:
        one.due, one.decision = max(one.due, decision.until), decision
    one.overdue_after = days_after(one.due, step.grace_days) if step.grace_days else one.due
    days_past = (on.day - one.due).days
    one.days_past = max(0, days_past)
    one.state = _state_of(days_past, step.grace_days)


def _count(one: StepDue, pathway: Pathway, step: Step, facts: Facts, on: _On) -> None:
    """Fill in its due date and what that was counted from; its state is open or done."""
    if step.after is not None:
        _count_after(one, step, step.after, facts, on)
        return
    for rule in step.rules:
        if rule.when.holds(facts, on.day, pathway.targets):
            one.interval, one.because, one.because_es = rule.every, rule.why, rule.why_es
            break
    every, one.state = one.interval, NOT_DUE
    if every.visit:
        _count_visits(one, facts, on.last)
    elif on.last is None:
        owed_from = on.entered if step.from_age is None else max(on.entered, facts.birthday(step.from_age))
        first = step.first_due or _AT_ONCE  # what was never done cannot be owed from before somebody is of age
        one.base, one.base_day, one.interval = "enrolled", owed_from, first
        one.due = add(owed_from, first, on.calendar)
    elif every.once:
        one.state = DONE
    else:
        one.due = add(on.last, every, on.calendar)


def _count_visits(one: StepDue, facts: Facts, last: dt.date | None) -> None:
    """Due at the next visit when the last one passed without it. It has no day of its own: the visit has."""
    visits, one.base = _VISIT.events(facts), "visit"
    if visits and (last is None or last < visits[-1].day):
        one.state, one.base_day = DUE, visits[-1].day


def _count_after(one: StepDue, step: Step, after: After, facts: Facts, on: _On) -> None:
    """Counted from the newest start within sight; done by a deed in time after it."""
    began = [each for each in _starts(after, facts, on.day) if (on.day - each).days <= after.look_back_days]
    one.base, one.base_day, one.base_title, one.base_title_es = "after", None, after.title, after.title_es
    if not began:
        return
    start = max(began)
    counts_from = days_after(start, after.not_before_days)
    done = [each.day for each in step.activity.done_by.events(facts) if each.day >= counts_from]
    one.state, one.last = (DONE, done[-1]) if done else (NOT_DUE, None)
    one.base_day, one.due = start, add(start, step.every, on.calendar)


def _starts(after: After, facts: Facts, day: dt.date) -> Sequence[dt.date]:
    if isinstance(after.what, OnMedicine):
        return [one for one in starts(after.what, facts, day) if one is not None]
    if isinstance(after.what, Happened):
        return [one.day for one in after.what.source.events(facts)]
    raise TypeError(after.what)


def _decision(facts: Facts, step: Step, day: dt.date) -> Decision | None:
    """What a person decided last about this activity, while it holds: it ends with its day."""
    made = [one for one in facts.decisions if one.activity in (step.activity.id, step.activity.group)]
    last = max(made, key=lambda one: one.made_on, default=None)
    return last if last is not None and (last.until is None or day < last.until) else None
