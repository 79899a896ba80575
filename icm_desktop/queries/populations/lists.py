"""The populations of the practice with their numbers, and the people of one with the facts behind each."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, column, func, or_, select, table

from db import audit, population_work
from db.models.access import UserAccount
from db.models.clinical import Encounter
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.models.populations import PopulationExclusion, PopulationRule
from db.models.programs import ProgramEnrolment
from db.models.scheduling import Appointment
from db.population_work import Reckoned
from db.repositories import typed
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes, programs
from icm_desktop.content import pathways as pathway_content
from icm_desktop.content.conditions import condition_lists
from icm_desktop.content.conflicts import formulary
from icm_desktop.content.populations import criteria_of, populations
from icm_desktop.content.shipped import digest_of_all
from icm_desktop.content.social_domains import domains
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.populations import (
    EXCLUDED,
    JOINED,
    LEFT,
    AskMembers,
    MemberRow,
    Members,
    PopulationList,
    PopulationRow,
    RuleChoice,
    RuleChoices,
    RuleTried,
)
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.domain.plain_text import folded
from icm_desktop.domain.populations import Criterion, Evidence, Population
from icm_desktop.domain.programs import ACTIVE
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.populations.reckoning import Reckoning

OWN = "own-"
_LOOKED_AT = ("codes", "populations", "policies", "pathways", "instruments", "conflicts")
_TRIED = 20
_MEMBER = table("population_member", *(column(each) for each in ("population", "patient_id", "since", "gone_on")))


@requires(Privilege.CLINICAL_READ)
def every(uow: UnitOfWork) -> dict[str, Population]:
    """Every population by its id: the shipped ones, then those made here by name."""
    rows = uow.session.scalars(select(PopulationRule).where(PopulationRule.removed_at.is_(None)))
    own = sorted((own_population(row) for row in rows), key=lambda one: folded(one.title["en"]))
    return {**populations(), **{one.id: one for one in own}}


def own_population(row: PopulationRule) -> Population:
    """A rule made here as a population."""
    return Population(
        id=f"{OWN}{row.id}",
        title={"en": row.title, "es": row.title},
        about={"en": row.about or "", "es": row.about or ""},
        criteria=criteria_of(row.criteria),
        chosen_for_use=bool(row.chosen_for_use),
        own_id=row.id,
    )


def content_of(population: Population) -> str:
    """Tells when a rule, or a list of codes it may look at, reads differently."""
    return hashlib.sha256(f"{population.criteria!r}{digest_of_all(_LOOKED_AT)}".encode()).hexdigest()[:16]


@requires(Privilege.CLINICAL_READ)
def populations_list(uow: UnitOfWork) -> PopulationList:
    """Every population as it was last reckoned."""
    rows = _Rows(uow)
    return PopulationList(tuple(rows.of(one) for one in every(uow).values()), uow.today)


@requires(Privilege.CLINICAL_READ)
def members(uow: UnitOfWork, asked: AskMembers) -> Members:
    """Who is on a list as it was last reckoned; each is looked at anew, and who is not as the rule says is left out.

    Raises:
        NotFound: populations.unknown.
    """
    population = every(uow).get(asked.population)
    if population is None:
        raise NotFound("populations.unknown")
    rows = _Rows(uow)
    row = rows.of(population)
    wanted = _on_list(uow, population.id, asked.shown, row.compared_with, rows.first_on(population.id))
    if asked.search.strip():
        wanted = wanted.where(Patient.id.in_(among(_named(uow, asked.search))))
    found = uow.session.execute(wanted.order_by(Patient.family, Patient.given, Patient.id)).all()
    first = {each.id: each for each in found[: asked.limit]}
    evidence = {} if asked.shown == LEFT else Reckoning(uow).evidence(population, list(first))
    kept = [each for each in first if asked.shown == LEFT or each in evidence]
    people = _People(uow, kept, population.id)
    told = tuple(
        people.row(each, evidence.get(each, ()), _day(first[each].since), _day(first[each].gone_on)) for each in kept
    )
    return Members(row, asked.shown, told, len(found) - (len(first) - len(kept)))


@requires(Privilege.CLINICAL_READ)
def tried(uow: UnitOfWork, criteria: tuple[Criterion, ...]) -> RuleTried:
    """Whom a rule that is not saved would find, reckoned now."""
    population = Population("tried", {"en": ""}, criteria)
    reckoning, first, count = Reckoning(uow), list[int](), 0
    for some in reckoning.members(population):
        first += some[: _TRIED - len(first)]
        count += len(some)
    people, evidence = _People(uow, first, population.id), reckoning.evidence(population, first)
    return RuleTried(count, tuple(people.row(one, evidence.get(one, ()), None, None) for one in first))


@requires(Privilege.CLINICAL_READ)
def choices(uow: UnitOfWork) -> RuleChoices:
    """What the questions of a rule may name."""
    return _choices()


@cache
def _choices() -> RuleChoices:
    def both(words: str, other: str = "") -> dict[str, str]:
        return {"en": words, "es": other or words}

    return RuleChoices({
        "conditions": tuple(RuleChoice(one.id, dict(one.words)) for one in condition_lists().values()),
        "measurements": tuple(
            RuleChoice(one.id, both(one.name)) for one in codes.measurements() if not one.pair
        ),
        "domains": tuple(RuleChoice(one.code, dict(one.words)) for one in domains()),
        "pathways": tuple(RuleChoice(one.id, both(one.title, one.title_es)) for one in pathway_content.pathways()),
        "programs": tuple(RuleChoice(one.id, both(one.short, one.short_es)) for one in programs.programs()),
        "ingredients": tuple(
            RuleChoice(one, both(one)) for one in sorted({each for all_of in formulary().names.values()
                                                          for each in all_of})
        ),
    })  # fmt: skip


class _Rows:
    """Populations with the numbers that are kept of them."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow, self._connection = uow, uow.session.connection()
        self._kept = population_work.reckoned(self._connection)
        self._last = audit.last_event(self._connection)
        self._month_ago = add_months(uow.today, -1)
        self._excluded = _excluded_counts(uow)
        self._versions = dict(uow.session.execute(select(PopulationRule.id, PopulationRule.version)).all())

    def first_on(self, population: str) -> dt.date | None:
        """When the list was first made."""
        kept = self._kept.get(population)
        return dt.date.fromisoformat(kept.first_on) if kept else None

    def stale(self, population: Population) -> bool:
        """Whether the records, the day or the rule changed since the list was made."""
        kept = self._kept.get(population.id)
        return kept is None or not self._fresh(kept, population)

    def _fresh(self, kept: Reckoned, population: Population) -> bool:
        same_day = kept.on_day == self._uow.today.isoformat()
        return same_day and kept.known == self._last and kept.content == content_of(population)

    def of(self, population: Population) -> PopulationRow:
        """One of them."""
        kept = self._kept.get(population.id)
        version = self._versions.get(population.own_id or 0, 0)
        if kept is None:
            return PopulationRow(
                population, None, None, None, 0, self._month_ago, None, None, None, stale=True, row_version=version
            )
        first = dt.date.fromisoformat(kept.first_on)
        since = max(self._month_ago, first)  # nobody knows who was on it before it was first made
        excluded = self._excluded.get(population.id, 0)
        joined, left = population_work.changes(self._connection, population.id, since.isoformat())
        told = first < self._uow.today
        return PopulationRow(
            population, kept.members - excluded, joined if told else None, left if told else None, excluded, since,
            first, dt.date.fromisoformat(kept.on_day), dt.datetime.fromisoformat(kept.at), self.stale(population),
            version,
        )  # fmt: skip


def _in_force(day: dt.date) -> ColumnElement[bool]:
    row = PopulationExclusion
    return and_(row.removed_at.is_(None), or_(row.until_on.is_(None), row.until_on >= day))


def _excluded_counts(uow: UnitOfWork) -> dict[str, int]:
    """How many members of each list are left out of it."""
    row = PopulationExclusion
    on_list = and_(_MEMBER.c.population == row.population, _MEMBER.c.patient_id == row.patient_id,
                   _MEMBER.c.gone_on.is_(None))  # fmt: skip
    wanted = select(row.population, func.count(row.patient_id.distinct())).join(_MEMBER, on_list)
    return dict(uow.session.execute(wanted.where(_in_force(uow.today)).group_by(row.population)).all())


def _on_list(uow: UnitOfWork, population: str, shown: str, since: dt.date, first: dt.date | None) -> Select[
    tuple[int, str, str | None]
]:  # fmt: skip
    """Patients of a list, of one of its parts."""
    wanted = (
        select(Patient.id, _MEMBER.c.since, _MEMBER.c.gone_on)
        .join(_MEMBER, _MEMBER.c.patient_id == Patient.id)
        .where(_MEMBER.c.population == population, Patient.removed_at.is_(None))
    )
    if shown == LEFT:
        return wanted.where(_MEMBER.c.gone_on > since.isoformat())
    row = PopulationExclusion
    out = select(row.patient_id).where(row.population == population, _in_force(uow.today))
    wanted = wanted.where(_MEMBER.c.gone_on.is_(None))
    wanted = wanted.where(Patient.id.in_(out) if shown == EXCLUDED else Patient.id.not_in(out))
    if shown == JOINED:
        day = max(since, first) if first is not None else since
        wanted = wanted.where(_MEMBER.c.since > day.isoformat())
    return wanted


def _named(uow: UnitOfWork, text: str) -> Iterable[int]:
    words = [folded(word) for word in text.split()]
    found = list(typed.patients_with(uow.session, text.split()))
    names = select(Patient.id, Patient.family, Patient.given, Patient.record_number)
    for row in uow.session.execute(names.where(Patient.id.in_(among(found)))):
        if all(word in folded(" ".join(filter(None, row[1:]))) for word in words):
            yield row.id


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


class _People:
    """What a row tells of these patients beside the facts of the rule."""

    def __init__(self, uow: UnitOfWork, ids: Sequence[int], population: str) -> None:
        self._heads: Mapping[int, PatientHead] = heads(uow, ids)
        run, some = uow.session.execute, among(ids)
        named = select(Patient.id, UserAccount.display_name).join(UserAccount, UserAccount.id == Patient.coordinator_id)
        self._coordinators = dict(run(named.where(Patient.id.in_(some))).all())
        self._programs: dict[int, list[ProgramName]] = defaultdict(list)
        row = ProgramEnrolment
        inside = select(row.patient_id, row.program).where(row.patient_id.in_(some), row.removed_at.is_(None))
        for patient_id, program in run(inside.where(row.status == ACTIVE)):
            if (known := programs.by_id().get(program)) is not None:
                self._programs[patient_id].append(ProgramName(known.id, known.short, known.short_es))
        self._pathways: dict[int, list[str]] = defaultdict(list)
        entered = select(PathwayEnrolment.patient_id, PathwayEnrolment.pathway).where(
            PathwayEnrolment.patient_id.in_(some), PathwayEnrolment.status == "enrolled",
            PathwayEnrolment.removed_at.is_(None),
        )  # fmt: skip
        for patient_id, pathway in run(entered):
            self._pathways[patient_id].append(pathway)
        out = select(PopulationExclusion).where(
            PopulationExclusion.population == population, PopulationExclusion.patient_id.in_(some),
            _in_force(uow.today),
        )  # fmt: skip
        self._out = {one.patient_id: one for one in uow.session.scalars(out)}
        self._seen, self._next = _seen(uow, ids), _next(uow, ids)

    def row(
        self, patient_id: int, evidence: tuple[Evidence, ...], since: dt.date | None, gone_on: dt.date | None
    ) -> MemberRow:
        """One of them."""
        out = self._out.get(patient_id)
        return MemberRow(
            self._heads[patient_id], evidence, since, gone_on, self._coordinators.get(patient_id),
            tuple(self._programs.get(patient_id, ())), tuple(self._pathways.get(patient_id, ())),
            self._seen.get(patient_id), self._next.get(patient_id),
            out.id if out else None, out.version if out else 0, out.reason if out else "",
            out.until_on if out else None,
        )  # fmt: skip


def _seen(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, dt.date]:
    """The last visit that took place, here or elsewhere."""
    some, found = among(ids), dict[int, dt.date]()
    here = select(Appointment.patient_id, func.max(Appointment.starts_at)).where(
        Appointment.patient_id.in_(some), Appointment.removed_at.is_(None),
        (Appointment.status + "").in_(sorted(appointment_states.TOOK_PLACE)),
    )  # fmt: skip
    for patient_id, at in uow.session.execute(here.group_by(Appointment.patient_id)):
        if at is not None:
            found[patient_id] = at.astimezone(uow.zone).date()
    row = Encounter
    told = select(row.patient_id, func.max(row.starts_when)).where(
        row.patient_id.in_(some), row.removed_at.is_(None), row.starts_when <= f"{uow.today.isoformat()}T99",
        or_(row.status.is_(None), row.status.not_in(("planned", "cancelled", "entered-in-error", "booked"))),
    )  # fmt: skip
    for patient_id, when in uow.session.execute(told.group_by(row.patient_id)):
        day = moments.local_day(when, uow.zone)
        if day is not None and day <= uow.today:
            found[patient_id] = max(day, found.get(patient_id, day))
    return found


def _next(uow: UnitOfWork, ids: Sequence[int]) -> dict[int, dt.datetime]:
    coming = select(Appointment.patient_id, func.min(Appointment.starts_at)).where(
        Appointment.patient_id.in_(among(ids)), Appointment.starts_at >= uow.now, Appointment.removed_at.is_(None),
        (Appointment.status + "").in_(sorted(appointment_states.COMING)),
    )  # fmt: skip
    return dict(uow.session.execute(coming.group_by(Appointment.patient_id)).all())
