"""The due work of pathways for many patients: reckoned anew, or as the table keeps it where that is still right."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from db import pathway_work
from db.pathway_work import Checked, Row
from db.repositories.pathway_facts import FactRows, Stored
from db.unit_of_work import UnitOfWork
from icm_desktop.content.pathways import settings
from icm_desktop.domain import moments
from icm_desktop.domain.pathways.ahead import clocks, next_change
from icm_desktop.domain.pathways.definition import Activity
from icm_desktop.domain.pathways.due import DECLINED, DONE, NOT_APPLICABLE, OPEN, SOON_DAYS, StepDue, all_due
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.pathways.intervals import days_before
from icm_desktop.domain.pathways.suggestions import applies
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_facts import FactsReader
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.practice_policies import practice_policies

TODAY, VISIT, ELSEWHERE = "today", "visit", "elsewhere"
_WORK = (*OPEN, DONE)
_Entry = tuple[str, dt.date | None, dt.date | None]  # pathway, entered on, left on


@requires(Privilege.SIGN_IN)
def outdated(uow: UnitOfWork) -> tuple[int, ...]:
    """Patients whose kept due work may not be right today."""
    return tuple(pathway_work.outdated(uow.session.connection(), uow.today.isoformat(), in_use(uow).content))


@requires(Privilege.SIGN_IN)
def waiting(uow: UnitOfWork) -> int:
    """Of how many patients the due work must be reckoned again."""
    return len(outdated(uow))


@dataclass(frozen=True, slots=True)
class _Person:
    """What decides beside the facts whether there is work, and whose it is. `inside`: a pathway may ask for some."""

    coordinator: int
    registered: dt.date
    gone: bool
    dies: dt.date | None
    entries: tuple[_Entry, ...]
    inside: bool


class Reckoner:
    """Reckons the due work of patients for one day inside one transaction."""

    def __init__(self, uow: UnitOfWork, day: dt.date) -> None:
        self._uow, self._day = uow, day
        self.using = in_use(uow)
        self._calendar = practice_policies(uow).shipped_calendar
        self._facts = FactsReader(uow)
        self._clocks = clocks(self.using.pathways)
        owners = settings().owners
        self._steps = {  # what is done, who sees to it in words of the pathway, and who of the practice that is
            (one.id, step.id): (step.activity, " ".join(step.owner), owners.get(step.owner[0], "coordinator"))
            for one in self.using.pathways
            for step in one.steps
        }
        self._everyone = frozenset(one.id for one in self.using.pathways if one.entry.everyone and not one.entry.calls)
        self._all = self.using.content
        self._contents: dict[frozenset[str], str] = {}

    def unchanged(self, ids: Sequence[int]) -> list[int]:
        """Those of whom nothing changed but pathways they are not in."""
        people, kept = self._people(ids), pathway_work.checked(self._uow.session.connection(), ids)
        day = self._day.isoformat()
        return [
            patient_id
            for patient_id, was in kept.items()
            if patient_id in people
            and was.checked_on <= day < was.again_on
            and was.theirs == self._content(people[patient_id])
        ]

    def reckon(self, ids: Sequence[int]) -> tuple[list[Row], list[Checked]]:
        """The rows of these patients, and how long each of them is right."""
        people = self._people(ids)
        facts = self._facts.of([one for one in ids if one in people and people[one].inside], self._day)
        rows: list[Row] = []
        checked = []
        for patient_id in ids:
            again, content = pathway_work.NEVER, ""
            if patient_id in people:
                person, theirs = people[patient_id], facts.get(patient_id)
                again, content = self._again(person, theirs), self._content(person)
                if theirs is not None and not person.gone:
                    rows += (self._row(patient_id, person, one) for one in self._due(person, theirs))
            checked.append(Checked(patient_id, self._day.isoformat(), again, self._all, content))
        return rows, checked

    def _due(self, person: _Person, facts: Facts) -> Iterator[StepDue]:
        within = [one for one in self.using.pathways if applies(one, facts, self._day)]
        owed_from = self.using.owed_from(person.registered, self._day)
        for one in all_due(within, facts, self._day, self._calendar, owed_from):
            if one.state in _WORK or (one.decision is not None and one.state in (DECLINED, NOT_APPLICABLE)):
                yield one

    def _row(self, patient_id: int, person: _Person, one: StepDue) -> Row:
        activity, owner, role = self._steps[one.pathway, one.step]
        due, late, last, still_open = one.due, one.overdue_after, one.last, one.state in OPEN
        return Row(
            patient_id,
            one.activity,
            pathway_work.OPEN if still_open else one.state,
            " ".join((one.pathway, *one.also_in)) if one.also_in else one.pathway,
            one.step,
            due.isoformat() if due else None,
            _soon(due) if due else None,
            late.isoformat() if late else None,
            last.isoformat() if last else None,
            owner,
            role,
            person.coordinator if role == "coordinator" else 0,
            activity.takes,
            self._listed(one, activity),
            _as_json(one.counted_from),
            _iso(one.decision.until) if one.decision is not None and still_open else None,
        )

    def _listed(self, one: StepDue, activity: Activity) -> str:
        """Where it is shown: what is asked at each visit, or is for everyone and not wanted here, calls nobody in."""
        if activity.shown:
            return ELSEWHERE
        return VISIT if one.due is None or self._everyone.issuperset((one.pathway, *one.also_in)) else TODAY

    def _again(self, person: _Person, facts: Facts | None) -> str:
        days = (person.dies, *(day for _, *both in person.entries for day in both))
        ahead = [day for day in days if day is not None and day > self._day]
        if person.registered > self._day:  # an earlier day is asked for: what is owed moves with it
            ahead.append(self._day + dt.timedelta(days=1))
        if facts is not None:
            ahead.append(next_change(self._clocks, facts, self._day))
        return min(ahead, default=dt.date.max).isoformat()

    def _content(self, person: _Person) -> str:
        ids = frozenset(pathway for pathway, _, _ in person.entries)
        if ids not in self._contents:
            self._contents[ids] = self.using.content_for(ids)
        return self._contents[ids]

    def _people(self, ids: Iterable[int]) -> dict[int, _Person]:
        """Those whose records are there."""
        rows = FactRows(self._uow.session.connection(), ids)
        entries: dict[int, list[_Entry]] = {}
        for patient_id, pathway, entered, left in rows.of("pathway_enrolment"):
            entries.setdefault(patient_id, []).append((pathway, _date(entered), _date(left)))
        return {row[0]: self._person(row, entries.get(row[0], ())) for row in rows.people()}

    def _person(self, row: Stored, entries: Sequence[_Entry]) -> _Person:
        *_, coordinator, created_at, dead, died = row
        registered = moments.local_day(created_at, self._uow.zone) or dt.date.min
        died_on = moments.local_day(died, self._uow.zone) if dead else None
        gone = bool(dead) and (died_on is None or died_on <= self._day)
        inside = self.using.for_everyone or any(pathway in self.using.digests for pathway, _, _ in entries)
        return _Person(coordinator, registered, gone, died_on, tuple(entries), inside)


@lru_cache(maxsize=8192)
def _soon(due: dt.date) -> str:
    return days_before(due, SOON_DAYS).isoformat()


@lru_cache(maxsize=65_536)
def _as_json(counted_from: tuple[str, ...]) -> str:
    return json.dumps(counted_from)


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
