"""The variation report: steps that were skipped, why, of how many, and the people behind each number."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

from sqlalchemy import select

from db.audit import utc_text
from db.models.access import UserAccount
from db.models.practice import Practitioner
from db.models.set_up import Site
from db.repositories import pathway_variation
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.pathway_variation import (
    BY,
    SKIPPED,
    AskBehind,
    AskVariation,
    BehindRow,
    Variation,
    VariationRow,
)
from icm_desktop.domain.timeslots import day_span
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.pathway_work import outdated
from icm_desktop.queries.pathways_in_use import in_use

_ORDER = ("overdue", "declined", "not_applicable", "deferred", "on_time", "done")


@requires(Privilege.CLINICAL_READ)
def variation(uow: UnitOfWork, asked: AskVariation) -> Variation:
    """Every step in use with how it stands, the most skipped first within each group and pathway.

    A clinician and a site are those of the patient's last visit here.

    Raises:
        Invalid: pathways.bad_grouping.
    """
    if asked.by not in BY:
        raise Invalid("pathways.bad_grouping", field="by")
    stands: dict[tuple[int | None, str, str], Counter[str]] = defaultdict(Counter)
    reasons: dict[tuple[int | None, str, str], Counter[str]] = defaultdict(Counter)
    found = pathway_variation.counts(uow.session.connection(), asked.by, *_days(uow))
    for group, pathways, activity, how, reason, count in found:
        for pathway in pathways.split():
            if asked.pathway in ("", pathway):
                stands[group, pathway, activity][how] += count
                if reason:
                    reasons[group, pathway, activity][reason] += count
    names, using = _names(uow, asked.by), in_use(uow)
    titled = {one.id: one for one in using.pathways}
    rows = []
    for (group, pathway, activity), counted in stands.items():
        one = titled.get(pathway)
        step = next((each for each in one.steps if each.activity.group == activity), None) if one else None
        if one is None or step is None:
            continue
        numbers = {how: counted[how] for how in ("done", "on_time", "deferred", *SKIPPED)}
        rows.append(
            VariationRow(
                group, names.get(group, ""), pathway, one.title, one.title_es, activity, step.activity.title,
                step.activity.title_es, counted.total(), **numbers,
                reasons=tuple(reasons[group, pathway, activity].most_common()),
            )
        )  # fmt: skip
    rows.sort(key=lambda row: (row.group_name, row.pathway_title, -row.percent, -row.skipped, row.title))
    return Variation(uow.today, asked.by, tuple(rows), len(outdated(uow)))


@requires(Privilege.CLINICAL_READ)
def behind(uow: UnitOfWork, asked: AskBehind) -> tuple[BehindRow, ...]:
    """The patients a row of the report counts, those who were skipped first.

    Raises:
        Invalid: pathways.bad_grouping.
    """
    if asked.by not in BY:
        raise Invalid("pathways.bad_grouping", field="by")
    users = {row.id: row.display_name for row in uow.session.execute(select(UserAccount.id, UserAccount.display_name))}
    connection = uow.session.connection()
    found = pathway_variation.behind(connection, asked.activity, asked.by, asked.group, _days(uow))
    rows = [row for row in found if asked.pathway in row[1].split()]
    whose = heads(uow, (row[0] for row in rows))
    people = [
        BehindRow(whose[row[0]], row[2], _date(row[3]), row[4] or "", users.get(row[5]) or "", _date(row[6]))
        for row in rows
        if row[0] in whose
    ]
    return tuple(sorted(people, key=lambda one: (_ORDER.index(one.stands), one.due or dt.date.max, one.head.family)))


def _days(uow: UnitOfWork) -> tuple[str, str]:
    return uow.today.isoformat(), utc_text(day_span(uow.today, uow.zone).ends_at)


def _date(day: str | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


def _names(uow: UnitOfWork, by: str) -> dict[int | None, str]:
    if by == "site":
        return {row.id: row.name for row in uow.session.execute(select(Site.id, Site.name))}
    if by == "step":
        return {}
    people = select(Practitioner.id, Practitioner.prefix, Practitioner.given, Practitioner.family).where(
        Practitioner.inside.is_(True)
    )
    return {
        row.id: " ".join(part for part in (row.prefix, row.given, row.family) if part)
        for row in uow.session.execute(people)
    }
