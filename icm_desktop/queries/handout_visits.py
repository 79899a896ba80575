"""The coming visits on a page for the patient."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from db.models.practice import AppointmentType, Organization, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.handouts import VisitLine
from icm_desktop.domain.plain_text import plain, untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.handout_page import HandoutPage

_COMING = ("booked", "pending")
_POST_CODE = re.compile(r",? [A-Z]{2},? \d{5}(?:-\d{4})?(?: ?,? ?(?:US|USA))?$")  # nobody needs it to find the door


@dataclass(frozen=True, slots=True)
class _Visit:
    row: Appointment
    starts: dt.datetime
    practitioner: Practitioner | None
    organization: Organization | None
    kind: AppointmentType | None
    referral: ServiceRequest | None


@requires(Privilege.PRINT_HANDOUT)
def visits(uow: UnitOfWork, page: HandoutPage) -> tuple[VisitLine, ...]:
    """Booked visits from now on, here and elsewhere, soonest first; sensitive ones only when ticked."""
    lines = []
    for visit in _coming(uow, page):
        day = page.bank.calendar.short_day(visit.starts.date(), year=visit.starts.year != page.today.year)
        if _is_sensitive(page, visit) and not page.offer(f"appointment:{visit.row.id}", _staff_text(page, visit, day)):
            continue
        line = _line(page, visit, day)
        lines.append(line)
        _note(page, visit, line)
    return tuple(lines)


def _note(page: HandoutPage, visit: _Visit, line: VisitLine) -> None:
    row, kind, who, where = visit.row, visit.kind, visit.practitioner, visit.organization
    page.fact(
        "visit", line.id, row.starts_at, row.with_text, row.where_text, row.phone, row.reason, row.bring, row.phrase,
        row.outside, kind and (kind.name, kind.phrase, kind.own_phrases, kind.bring_phrase, kind.own_bring),
        who and (page.named(who), who.phone, who.specialty), where and (where.name, where.address, where.phone),
        visit.referral and visit.referral.text,
        shown=f"{line.day} {line.time}", until=row.starts_at,
    )  # fmt: skip


@requires(Privilege.PRINT_HANDOUT)
def days(uow: UnitOfWork, page: HandoutPage, visits: Collection[str]) -> tuple[dt.date, ...]:
    """The days of these visits ("appointment:5") on the practice's clock, soonest first."""
    return tuple(
        dict.fromkeys(visit.starts.date() for visit in _coming(uow, page) if f"appointment:{visit.row.id}" in visits)
    )


@requires(Privilege.PRINT_HANDOUT)
def visit(uow: UnitOfWork, page: HandoutPage, appointment_id: int) -> tuple[VisitLine, bool] | None:
    """One visit of the page's patient, coming or past, and whether it is about something sensitive."""
    wanted = _joined().where(Appointment.id == appointment_id, Appointment.patient_id == page.patient_id)
    found = next(iter(_visits(page, uow.session.execute(wanted))), None)
    if found is None:
        return None
    day = page.bank.calendar.short_day(found.starts.date(), year=found.starts.year != page.today.year)
    return _line(page, found, day), _is_sensitive(page, found)


def _coming(uow: UnitOfWork, page: HandoutPage) -> list[_Visit]:
    start = dt.datetime.combine(page.today, dt.time(), page.zone).astimezone(dt.UTC)
    is_real_day = page.local(page.now).date() == page.today
    wanted = _joined().where(
        Appointment.patient_id == page.patient_id,
        Appointment.status.in_(_COMING),
        Appointment.starts_at >= (page.now if is_real_day else start),
    )
    return _visits(page, uow.session.execute(wanted.order_by(Appointment.starts_at, Appointment.id)))


def _joined() -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment, Practitioner, Organization, AppointmentType, ServiceRequest)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .outerjoin(Organization, Organization.id == Appointment.organization_id)
        .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
        .outerjoin(ServiceRequest, ServiceRequest.id == Appointment.service_request_id)
        .where(Appointment.removed_at.is_(None))
    )


def _visits(page: HandoutPage, rows: Iterable[Any]) -> list[_Visit]:
    return [
        _Visit(row, page.local(row.starts_at), who, where, kind, referral)
        for row, who, where, kind, referral in rows
        if row.starts_at is not None
    ]


def _is_sensitive(page: HandoutPage, visit: _Visit) -> bool:
    row = visit.row
    return (
        row.sensitive
        or (visit.referral is not None and visit.referral.sensitive)
        or page.sensitive.text(
            row.reason,
            row.with_text,
            row.where_text,
            row.bring,
            visit.kind.name if visit.kind else None,
            visit.practitioner.specialty if visit.practitioner else None,
            visit.organization.name if visit.organization else None,
            visit.referral.text if visit.referral else None,
        )
    )


def _staff_text(page: HandoutPage, visit: _Visit, day: str) -> str:
    what = visit.row.reason or (visit.kind.name if visit.kind else None) or visit.row.with_text
    return plain(f"{day}, {_time(page, visit)}: {what or ''}").rstrip(": ")


def _line(page: HandoutPage, visit: _Visit, day: str) -> VisitLine:
    row = visit.row
    who = page.named(visit.practitioner) if visit.practitioner else plain(row.with_text)
    return VisitLine(
        id=f"appointment:{row.id}",
        day=day,
        long_day=page.bank.calendar.day(visit.starts.date(), year=visit.starts.year != page.today.year),
        time=_time(page, visit),
        at=page.bank.calendar.at(visit.starts.time(), clock_24_hours=page.practice.clock_24_hours),
        who=who or (plain(visit.organization.name) if visit.organization else ""),
        title=page.phrase("specialties", visit.practitioner.specialty if visit.practitioner else None) or "",
        why=_why(page, visit, day),
        where=_where(page, visit),
        phone=_phone(page, visit),
        bring=_bring(page, visit, day),
    )


def _time(page: HandoutPage, visit: _Visit) -> str:
    return page.bank.calendar.time(visit.starts.time(), clock_24_hours=page.practice.clock_24_hours)


def _why(page: HandoutPage, visit: _Visit, day: str) -> str:
    kind = visit.kind
    own = _own(page, kind.own_phrases if kind else None)
    if own and not (visit.row.phrase and page.bank.has(visit.row.phrase)):
        return own
    for phrase in (visit.row.phrase, kind.phrase if kind else None):
        if phrase and page.bank.has(phrase):
            return page.bank(phrase)
    texts = (visit.row.reason, kind.name if kind else None, visit.referral.text if visit.referral else None)
    known = page.phrase("visits", *texts)
    if known:
        return known
    text = next((untagged(plain(text)) for text in texts if plain(text)), "")
    if not text or page.in_language(text):
        return text
    page.free(page.bank("free.visit", day=day), text, f"appointment:{visit.row.id}")
    return ""


def _own(page: HandoutPage, texts: dict[str, Any] | None) -> str:
    """The practice's own words in the page's language."""
    return plain((texts or {}).get(page.bank.language))


def _where(page: HandoutPage, visit: _Visit) -> str:
    place, organization = plain(visit.row.where_text), visit.organization
    if organization is None and not place and not visit.row.outside:
        return ", ".join(part for part in (page.bank("place.ours"), plain(page.practice.address)) if part)
    place = place or (plain(organization.name) if organization else "")
    address = plain(organization.address) if organization else ""
    both = ", ".join(part for part in (place, "" if address in place else address) if part)
    return _POST_CODE.sub("", both)


def _phone(page: HandoutPage, visit: _Visit) -> str:
    for number in (
        visit.row.phone,
        visit.practitioner.phone if visit.practitioner else None,
        visit.organization.phone if visit.organization else None,
        None if visit.row.outside else page.practice.phone,
    ):
        if plain(number):
            return plain(number)
    return ""


def _bring(page: HandoutPage, visit: _Visit, day: str) -> str:
    text = plain(visit.row.bring)
    if not text:
        own = _own(page, visit.kind.own_bring if visit.kind else None)
        phrase = visit.kind.bring_phrase if visit.kind else None
        if own:
            return own
        return page.bank(phrase) if phrase and page.bank.has(phrase) else ""
    known = page.phrase("bring", text)
    if known or page.in_language(text):
        return known or text
    page.free(page.bank("free.bring", day=day), text, f"appointment:{visit.row.id}")
    return ""
