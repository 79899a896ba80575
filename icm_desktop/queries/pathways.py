"""The shipped pathways, who stands for them, and what they mean for one patient on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.contracts.pathways import (
    EnrolmentRow,
    EscalationRow,
    PathwayRow,
    PatientPathways,
    RefusedFile,
    SuggestedPathway,
    TargetRow,
)
from icm_desktop.domain import moments
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.due import all_due
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.pathways.suggestions import Evidence, applies, escalations, suggestion
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.pathway_facts import patient_facts
from icm_desktop.queries.pathways_in_use import adoptions, editions, in_use
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.problem_names import problem_names


@requires(Privilege.SIGN_IN)
def shipped(uow: UnitOfWork) -> tuple[PathwayRow, ...]:
    """Every pathway there is, by title, and who of the practice stands for it."""
    row_of = _Rows(uow).of
    return tuple(row_of(one) for one in sorted(content.pathways(), key=lambda one: one.title))


@requires(Privilege.SIGN_IN)
def refused(uow: UnitOfWork) -> tuple[RefusedFile, ...]:
    """Files of pathways that are broken and therefore left out."""
    return tuple(RefusedFile(one.file, one.line, one.reason) for one in content.refused())


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int, on: dt.date | None = None) -> PatientPathways:
    """What is suggested and due on a day, today unless asked; nothing that happened later counts.

    Of somebody who has died nothing is. A pathway nobody adopted, or whose file changed since, makes no work. Business
    days are those of payers, whatever days the practice keeps.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    day = on or uow.today
    facts, row_of = patient_facts(uow, patient_id, day), _Rows(uow).of
    enrolments = _enrolments(uow, patient_id, day)
    turned_down = {one.pathway for one in enrolments if one.status == "dismissed"}
    using, calendar = in_use(uow), practice_policies(uow).shipped_calendar
    owed_from = using.owed_from(_registered(uow, patient_id), day)
    ours = {one.id: one for one in using.pathways}
    known = () if _dead(uow, patient_id, day) else tuple(ours.get(one.id, one) for one in content.pathways())
    suggested = [(one, found) for one in known if (found := suggestion(one, facts, day)) is not None]
    suggested = [(one, found) for one, found in suggested if one.id not in turned_down]
    within = [one for one in known if applies(one, facts, day)]
    used = [one for one in using.pathways if one in within]
    shown = [*within, *(one for one, _ in suggested)]
    names = problem_names(uow, patient_id) if suggested else {}
    return PatientPathways(
        head=head,
        day=day,
        due=all_due(used, facts, day, calendar, owed_from),
        preview=all_due(shown, facts, day, calendar, owed_from),
        suggested=tuple(SuggestedPathway(row_of(one), _named(found.evidence, names)) for one, found in suggested),
        escalations=tuple(
            EscalationRow(one.id, each.id, each.title, each.title_es, each.within, each.to, each.source, each.mark)
            for one in shown
            for each in escalations(one, facts, day)
        ),
        enrolments=enrolments,
        targets=_targets(used, facts.known_on(day)),
        pathways=tuple(row_of(one) for one in content.pathways()),
    )


def _named(evidence: Iterable[Evidence], names: Mapping[str, str]) -> tuple[Evidence, ...]:
    """The evidence with what the records call its problems."""
    return tuple(
        replace(one, names=tuple(dict.fromkeys(names[code] for code in one.codes if code in names))) for one in evidence
    )


def _targets(within: Iterable[Pathway], known: Facts) -> tuple[TargetRow, ...]:
    """What there is to reach; a target several pathways name stands once, since a patient's own counts in all."""
    found: dict[str, TargetRow] = {}
    own = {one.target: one for one in sorted(known.targets, key=lambda one: one.set_on)}
    for one in within:
        for each in one.targets:
            if each.value is None or each.id in found:
                continue
            shipped = TargetRow(
                one.id, each.id, each.title, each.title_es, each.value, each.unit, each.evidence, each.mark
            )
            mine = own.get(each.id)
            if mine is not None:
                shipped = replace(shipped, own=mine.value, set_on=mine.set_on, reason=mine.reason)
            found[each.id] = shipped
    return tuple(found.values())


def _dead(uow: UnitOfWork, patient_id: int, day: dt.date) -> bool:
    person = uow.session.execute(select(Patient.deceased, Patient.deceased_on).where(Patient.id == patient_id)).one()
    died_on = moments.local_day(person.deceased_on, uow.zone)
    return person.deceased and (died_on is None or died_on <= day)


def _registered(uow: UnitOfWork, patient_id: int) -> dt.date:
    made_at = uow.session.scalar(select(Patient.created_at).where(Patient.id == patient_id))
    return made_at.astimezone(uow.zone).date() if made_at else dt.date.min


def _enrolments(uow: UnitOfWork, patient_id: int, day: dt.date) -> tuple[EnrolmentRow, ...]:
    """The last of each pathway as of a day."""
    stored = (
        select(PathwayEnrolment)
        .where(PathwayEnrolment.patient_id == patient_id, PathwayEnrolment.removed_at.is_(None))
        .order_by(PathwayEnrolment.id)
    )
    last = {row.pathway: row for row in uow.session.scalars(stored) if row.entered_on <= day}
    return tuple(
        EnrolmentRow(
            row.id, row.version, row.pathway, row.status, row.entered_on, row.evidence, row.left_on, row.reason
        )
        for row in last.values()
    )


class _Rows:
    """What is said of each pathway: its file, who stands for it, and the edition of the practice."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._last = {row.pathway: row for row in adoptions(uow)}
        self._editions = editions(uow)

    def of(self, one: Pathway) -> PathwayRow:
        """The row of a pathway."""
        every, row = self._editions[one.id], self._last.get(one.id)
        newest = every[-1]
        plain = PathwayRow(
            one.id, one.title, one.title_es, one.version, one.year, one.source, one.mark, one.entry.everyone,
            len(one.steps), newest.digest, edition=newest.number,
        )  # fmt: skip
        if row is None:
            return plain
        used = next((each for each in every if each.digest == row.digest), None)
        return replace(
            plain, adoption_id=row.id, adopted_by=row.adopted_by, adopted_on=row.adopted_on, changed=used is None,
            pending=used is not None and used.digest != newest.digest,
        )  # fmt: skip
