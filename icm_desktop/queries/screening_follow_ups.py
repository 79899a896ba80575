"""What follows a questionnaire in the chart: the follow-up of a positive one, and when it is asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.clinical import Observation, QuestionnaireResponse
from db.models.screening import ScreeningFollowUp
from db.unit_of_work import UnitOfWork
from icm_desktop.content import follow_up_acts
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import FollowUpAct, FollowUpLine, ScreeningRow
from icm_desktop.domain import moments
from icm_desktop.domain.instruments import follow_up as rules
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.screening_done import FollowedUp

FOLLOW_UP, FORM = "follow_up", "form"
Acts = Mapping[tuple[str, dt.date | None], tuple[FollowUpAct, ...]]


def _acts_of(uow: UnitOfWork, patient_id: int) -> Acts:
    """What was noted here as follow-up, by the code of the score it followed and the day of that, or by the form."""
    known = dict(follow_up_acts.acts())
    wanted = (
        select(ScreeningFollowUp, Observation.code, Observation.effective_when, UserAccount.display_name)
        .outerjoin(Observation, Observation.id == ScreeningFollowUp.observation_id)
        .outerjoin(UserAccount, UserAccount.id == ScreeningFollowUp.created_by_id)
        .where(ScreeningFollowUp.patient_id == patient_id, ScreeningFollowUp.removed_at.is_(None))
        .order_by(ScreeningFollowUp.done_on, ScreeningFollowUp.id)
    )
    found: dict[tuple[str, dt.date | None], tuple[FollowUpAct, ...]] = {}
    for row, code, when, name in uow.session.execute(wanted):
        key = (code or "", moments.local_day(when, uow.zone)) if row.observation_id else _of_form(row.response_id)
        act = FollowUpAct(row.done_on, known.get(row.act, {"en": row.act}), name or "", row.note)
        found[key] = (*found.get(key, ()), act)
    return found


@requires(Privilege.CLINICAL_READ)
def with_what_follows(uow: UnitOfWork, patient_id: int, rows: Iterable[ScreeningRow]) -> list[ScreeningRow]:
    """Rows, oldest first, with their follow-up; the newest one of each questionnaire with when to ask again."""
    listed, acts, done = list(rows), _acts_of(uow, patient_id), (FollowedUp(uow, [patient_id]), patient_id)
    newest = {one.instrument: at for at, one in enumerate(listed) if _counts(one)}
    told = [_followed(one, acts, done) for one in listed]
    return [_again(one) if newest.get(one.instrument) == at else one for at, one in enumerate(told)]


def _counts(row: ScreeningRow) -> bool:
    return row.instrument is not None and row.day is not None and not row.mistaken and not row.not_scored


def _positive(row: ScreeningRow) -> bool:
    return any(one.positive for one in row.scores)


def _followed(row: ScreeningRow, acts: Acts, done: tuple[FollowedUp, int]) -> ScreeningRow:
    instrument = instruments().get(row.instrument or "")
    rule = instrument.follow_up if instrument else None
    if instrument is None or rule is None or row.day is None or not _counts(row) or not _positive(row):
        return row
    noted = tuple(act for code in _codes(instrument) for act in acts.get((code, row.day), ()))
    noted += acts.get(_of_form(row.id), ())
    followed, patient_id = done
    by_itself = followed.how(patient_id, instrument, rule, row.day)
    return replace(
        row, follow_up=FollowUpLine(rule.what, rules.due(rule, row.day), noted, rule.source, by_itself)
    )  # fmt: skip


@requires(Privilege.CLINICAL_READ)
def screened(uow: UnitOfWork, key: str) -> Observation | QuestionnaireResponse:
    """The score, or the form without one, that a row of Today wants followed up.

    Raises:
        NotFound: today.unknown_item.
    """
    kind, _, number = key.partition(":")
    row: Observation | QuestionnaireResponse | None = None
    if kind == FOLLOW_UP and number.isdecimal():
        row = uow.session.get(Observation, int(number))
    elif kind == FORM and number.isdecimal():
        row = uow.session.get(QuestionnaireResponse, int(number))
    if row is None or row.removed_at is not None or row.patient_id is None:
        raise NotFound("today.unknown_item")
    return row


def when_of(row: Observation | QuestionnaireResponse) -> str | None:
    """When it was measured or filled in."""
    return row.authored_when if isinstance(row, QuestionnaireResponse) else row.effective_when


def _of_form(response_id: int | None) -> tuple[str, None]:
    return f"form:{response_id}", None


def _codes(instrument: Instrument) -> Iterable[str]:
    return (one.loinc for one in instrument.scores if one.loinc)


def _again(row: ScreeningRow) -> ScreeningRow:
    instrument = instruments().get(row.instrument or "")
    if instrument is None or row.day is None:
        return row
    found = rules.again(instrument.again, row.day, positive=_positive(row))
    return row if found is None else replace(row, again_on=found[1], again_source=found[0].source)
