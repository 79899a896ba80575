"""The shipped pathways, and what they mean for one patient on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.contracts.pathways import EscalationRow, PathwayRow, PatientPathways, SuggestedPathway
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.due import StepDue, combined, steps_due
from icm_desktop.domain.pathways.facts import Facts
from icm_desktop.domain.pathways.suggestions import applies, escalations, suggestion
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.pathway_facts import patient_facts
from icm_desktop.queries.practice_policies import practice_policies


@requires(Privilege.SIGN_IN)
def shipped(uow: UnitOfWork) -> tuple[PathwayRow, ...]:
    """Every pathway there is, by title."""
    return tuple(_row(one) for one in sorted(content.pathways(), key=lambda one: one.title))


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int, on: dt.date | None = None) -> PatientPathways:
    """What is suggested and due on a day, today unless asked; nothing that happened later counts.

    Business days are those of payers, whatever days the practice keeps.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    day = on or uow.today
    facts = patient_facts(uow, patient_id)
    suggested = [(one, found) for one in content.pathways() if (found := suggestion(one, facts, day)) is not None]
    within = [one for one in content.pathways() if applies(one, facts, day)]
    shown = [*within, *(one for one, _ in suggested)]
    entered = [one for one in within if one.id in facts.enrolled]
    return PatientPathways(
        head=head,
        day=day,
        due=_due(uow, entered, facts, day),
        preview=_due(uow, shown, facts, day),
        suggested=tuple(SuggestedPathway(_row(one), found.evidence) for one, found in suggested),
        escalations=tuple(
            EscalationRow(one.id, each.id, each.title, each.title_es, each.within, each.to, each.source, each.mark)
            for one in shown
            for each in escalations(one, facts, day)
        ),
    )


def _due(uow: UnitOfWork, shown: Iterable[Pathway], facts: Facts, day: dt.date) -> tuple[StepDue, ...]:
    calendar = practice_policies(uow).shipped_calendar
    return combined(each for one in shown for each in steps_due(one, facts, day, calendar))


def _row(one: Pathway) -> PathwayRow:
    return PathwayRow(
        one.id, one.title, one.title_es, one.version, one.year, one.source, one.mark, one.entry.everyone, len(one.steps)
    )
