"""Questions about open work: overdue steps of pathways, late referrals, reviews of plans, pathways and programs."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, column, func, or_, select, table

from db.models.pathways import PathwayEnrolment
from db.models.plan import CarePlan
from db.models.programs import ProgramEnrolment
from db.models.scheduling import ServiceRequest
from db.repositories.standing import Standings
from db.search import among
from icm_desktop.content import pathways as pathway_content
from icm_desktop.content import programs
from icm_desktop.domain.pathways.conditions import Condition as Asked
from icm_desktop.domain.pathways.conditions import Group, HasProblem
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.populations import Ask, Evidence, Kind
from icm_desktop.domain.programs import ACTIVE
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.populations.asking import Asking, Found
from icm_desktop.queries.populations.conditions import Codings, with_names
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.work_limits import due_of

# Derived tables that no model describes: see db.pathway_work and db.standing.
_DUE = table(
    "pathway_due",
    *map(column, ("patient_id", "pathways", "step", "state", "listed", "due_on", "overdue_after", "held_until")),
)
_STANDING = table("work_standing", *(column(name) for name in ("kind", "row_id", "patient_id", "listed")))
_TODAY, _ELSEWHERE = "today", "elsewhere"


class OverdueSteps:
    """So many overdue steps of pathways, as the due work of the practice is kept."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    def _late(self) -> ColumnElement[bool]:
        day = self._asking.on.isoformat()
        return and_(
            _DUE.c.listed.in_((_TODAY, _ELSEWHERE)), _DUE.c.state == "open", _DUE.c.due_on < day,
            _DUE.c.overdue_after < day, or_(_DUE.c.held_until.is_(None), _DUE.c.held_until <= day),
        )  # fmt: skip

    @property
    def wanted(self) -> Select[Any]:
        found = select(_DUE.c.patient_id).where(self._late())
        return found.group_by(_DUE.c.patient_id).having(func.count() >= self._test.at_least)

    def found(self, ids: Sequence[int]) -> Found:
        titles = {
            (one.id, step.id): {"en": step.activity.title, "es": step.activity.title_es}
            for one in pathway_content.pathways()
            for step in one.steps
        }
        rows: dict[int, list[Evidence]] = defaultdict(list)
        wanted = select(_DUE.c.patient_id, _DUE.c.pathways, _DUE.c.step, _DUE.c.due_on).where(
            _DUE.c.patient_id.in_(among(ids)), self._late()
        )
        for patient_id, pathways, step, due in self._asking.uow.session.execute(wanted.order_by(_DUE.c.due_on)):
            words = titles.get((pathways.split(" ")[0], step), {})
            rows[patient_id].append(Evidence(self._test.kind, step, dt.date.fromisoformat(due), words=words))
        return {patient_id: found for patient_id, found in rows.items() if len(found) >= self._test.at_least}


class LateReferrals:
    """So many open referrals past the practice's limit for the state they are in."""

    exact = False

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    @property
    def wanted(self) -> Select[Any]:
        """Everybody with an open referral: the limit is counted in business days, which no question can."""
        return select(_STANDING.c.patient_id).where(_STANDING.c.kind == "referral", _STANDING.c.listed == 1)

    def found(self, ids: Sequence[int]) -> Found:
        session, zone = self._asking.uow.session, self._asking.uow.zone
        policies = practice_policies(self._asking.uow)
        open_ones = select(_STANDING.c.row_id, _STANDING.c.patient_id).where(
            _STANDING.c.kind == "referral", _STANDING.c.listed == 1, _STANDING.c.patient_id.in_(among(ids))
        )
        whose = {row.row_id: row.patient_id for row in session.execute(open_ones)}
        late: dict[int, dt.date] = {}
        for row in Standings(session, None).of("referral", whose):
            due = due_of(row, zone, policies)
            if due is not None and due.on < self._asking.on:
                late[row.row_id] = due.on
        names = select(ServiceRequest.id, ServiceRequest.text, ServiceRequest.sensitive)
        found: dict[int, list[Evidence]] = defaultdict(list)
        for row_id, text, sensitive in session.execute(names.where(ServiceRequest.id.in_(among(late)))):
            what = "" if sensitive else text or ""
            found[whose[row_id]].append(Evidence(self._test.kind, what, late[row_id]))
        return {
            patient_id: sorted(rows, key=lambda one: one.day or dt.date.min)
            for patient_id, rows in found.items()
            if len(rows) >= self._test.at_least
        }


class InPathway:
    """In one of these pathways (none named: any) on the day."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    def _inside(self) -> Select[Any]:
        row, day = PathwayEnrolment, self._asking.on
        wanted = select(row.patient_id, row.pathway, row.entered_on).where(
            row.status.in_(("enrolled", "left")), row.entered_on <= day, or_(row.left_on.is_(None), row.left_on > day),
            row.removed_at.is_(None),
        )  # fmt: skip
        return wanted.where(row.pathway.in_(self._test.of)) if self._test.of else wanted

    @property
    def wanted(self) -> Select[Any]:
        return self._inside().with_only_columns(PathwayEnrolment.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        titles = {one.id: {"en": one.title, "es": one.title_es} for one in pathway_content.pathways()}
        rows: dict[int, list[Evidence]] = defaultdict(list)
        theirs = self._inside().where(PathwayEnrolment.patient_id.in_(among(ids)))
        for patient_id, pathway, day in self._asking.uow.session.execute(theirs):
            rows[patient_id].append(Evidence(self._test.kind, pathway, day, words=titles.get(pathway, {})))
        return rows


class ShouldBeInPathway:
    """Has the diagnosis of a pathway in use (of those named, if any), is not in it and it was not turned down.

    Only diagnoses of the problem list: what values alone suggest is on each chart.
    """

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test
        self._pathways = [
            one for one in in_use(asking.uow).pathways
            if not one.entry.everyone and (not test.of or one.id in test.of)
        ]  # fmt: skip

    def _rows(self) -> Select[Any] | None:
        """Patient and pathway."""
        known = Codings.of(self._asking)
        lists = {}
        for one in self._pathways:
            codes = _diagnoses(one)
            if codes:
                lists[one.id] = known.that(_Holding(codes))
        found = with_names(self._asking, lists)
        if found is None:
            return None
        each = found.subquery()
        row = PathwayEnrolment
        decided = select(row.id).where(
            row.patient_id == each.c.patient_id, row.pathway == each.c.list, row.removed_at.is_(None),
            or_(row.status == "dismissed", and_(row.status == "enrolled", row.entered_on <= self._asking.on)),
        )  # fmt: skip
        return select(each.c.patient_id, each.c.list).where(~decided.exists())

    @property
    def wanted(self) -> Select[Any]:
        found = self._rows()
        if found is None:
            return select(PathwayEnrolment.patient_id).where(PathwayEnrolment.id == 0)
        return found.with_only_columns(found.selected_columns.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        wanted = self._rows()
        if wanted is None:
            return {}
        titles = {one.id: {"en": one.title, "es": one.title_es} for one in self._pathways}
        rows: dict[int, dict[str, Evidence]] = defaultdict(dict)
        theirs = wanted.where(wanted.selected_columns.patient_id.in_(among(ids)))
        for patient_id, pathway in self._asking.uow.session.execute(theirs):
            rows[patient_id][pathway] = Evidence(self._test.kind, pathway, words=titles[pathway])
        return {patient_id: tuple(found.values()) for patient_id, found in rows.items()}


class _Holding:
    """Whether codes are among those of a pathway, "icd10:E11*" meaning every code that begins so."""

    def __init__(self, codes: frozenset[str]) -> None:
        self._whole = frozenset(one for one in codes if not one.endswith("*"))
        self._begin = tuple(one[:-1] for one in codes if one.endswith("*"))

    def __call__(self, codes: frozenset[str]) -> bool:
        return any(one in self._whole or one.startswith(self._begin) for one in codes)


def _diagnoses(pathway: Pathway) -> frozenset[str]:
    return frozenset(code for _, condition in pathway.entry.any_of for code in _problem(condition))


def _problem(condition: Asked) -> frozenset[str]:
    if isinstance(condition, HasProblem):
        return condition.codes
    if isinstance(condition, Group) and condition.how == "all" and len(condition.parts) == 1:
        return _problem(condition.parts[0])
    return frozenset()


class InProgram:
    """In one of these programs (none named: any), not on hold."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    def _inside(self) -> Select[Any]:
        row = ProgramEnrolment
        wanted = select(row.patient_id, row.program, row.enrolled_on).where(
            row.status == ACTIVE, row.enrolled_on <= self._asking.on, row.removed_at.is_(None)
        )
        return wanted.where(row.program.in_(self._test.of)) if self._test.of else wanted

    @property
    def wanted(self) -> Select[Any]:
        return self._inside().with_only_columns(ProgramEnrolment.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        rows: dict[int, list[Evidence]] = defaultdict(list)
        theirs = self._inside().where(ProgramEnrolment.patient_id.in_(among(ids)))
        for patient_id, program, day in self._asking.uow.session.execute(theirs):
            known = programs.by_id().get(program)
            words = {"en": known.short, "es": known.short_es} if known else {}
            rows[patient_id].append(Evidence(self._test.kind, program, day, words=words))
        return rows


class OwnPlan:
    """A plan of ours is active; or its review is due since so many days."""

    exact = True

    def __init__(self, asking: Asking, test: Ask) -> None:
        self._asking, self._test = asking, test

    def _plans(self) -> Select[Any]:
        active = and_(CarePlan.source_id.is_(None), CarePlan.removed_at.is_(None),
                      or_(CarePlan.status.is_(None), CarePlan.status == "active"))  # fmt: skip
        shown = case((CarePlan.review_due.is_not(None), CarePlan.review_due), else_=CarePlan.agreed_on)
        wanted = select(CarePlan.patient_id, shown.label("day")).where(active)
        if self._test.kind is Kind.HAS_PLAN:
            return wanted
        limit = self._asking.on - dt.timedelta(days=self._test.days or 0)
        return wanted.where(CarePlan.review_due.is_not(None), CarePlan.review_due <= limit)

    @property
    def wanted(self) -> Select[Any]:
        return self._plans().with_only_columns(CarePlan.patient_id)

    def found(self, ids: Sequence[int]) -> Found:
        rows: dict[int, list[Evidence]] = defaultdict(list)
        for patient_id, day in self._asking.uow.session.execute(
            self._plans().where(CarePlan.patient_id.in_(among(ids)))
        ):
            rows[patient_id].append(Evidence(self._test.kind, day=day))
        return rows
