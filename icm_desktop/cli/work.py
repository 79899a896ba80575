"""`worklist`, `referrals` and `appointments`."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from icm_desktop.cli.output import Output, notice, plain, table
from icm_desktop.cli.session import open_practice
from icm_desktop.contracts.referrals import ReferralFilter, ReferralRow
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.contracts.worklist import WorkFilter, Worklist, WorkRow
from icm_desktop.errors import Invalid
from icm_desktop.practice import OpenPractice
from icm_desktop.words import say
from icm_desktop.words.pathways import why_of

_SLICE = 500
_EVER = 200 * 366  # days; closed referrals of any age


def worklist_command(arguments: argparse.Namespace) -> Output:
    """What Today shows; a past day as known at its end."""
    practice = open_practice(arguments)
    rows: list[WorkRow] = []
    try:
        _say_what_is_not_known(practice, arguments.date)
        if arguments.date is not None and practice.run("queries.conflict_work.found_later", arguments.date):
            notice(
                "Conflicts count from the day they were found: those found after this day are not listed, although "
                "what they are about may have been so before."
            )
        if arguments.date is None:
            practice.run("services.pathway_work.reckon")
        while True:
            asked = WorkFilter(
                everyone=not arguments.mine,
                on=arguments.date,
                limit=_SLICE,
                offset=len(rows),
                queue=arguments.queue or "",
            )
            part: Worklist = practice.run("queries.today.worklist", asked)
            rows += part.rows
            if not part.rows or len(rows) >= part.total:
                break
    finally:
        practice.close()
    document = [_work(row) for row in rows]
    lines = [(row["due"], row["patient"], row["title"], row["owner"], row["days_late"], row["why"]) for row in document]
    return Output(document, table(("Due", "Record no.", "What", "Owner", "Days late", "Why"), lines))


def referrals_command(arguments: argparse.Namespace) -> Output:
    """Every referral with its dated facts, closed ones too; of a past day as known at its end."""
    practice = open_practice(arguments)
    try:
        _say_what_is_not_known(practice, arguments.date)
        asked = ReferralFilter(closed_days=_EVER, limit=1_000_000, on=arguments.date)
        rows = practice.run("queries.referrals.rows", asked)
    finally:
        practice.close()
    document = [_referral(row) for row in rows]
    lines = [
        (r["patient"], r["service"], r["to"], r["state"], r["ball_with"], r["due"], r["days_over"]) for r in document
    ]
    return Output(document, table(("Record no.", "Service", "To", "State", "With", "Due", "Days over"), lines))


def appointments_command(arguments: argparse.Namespace) -> Output:
    """Visits of some local days, here and outside; with `--date` as known at the end of that day."""
    if arguments.last < arguments.first:
        raise Invalid("cli.days_reversed")
    practice = open_practice(arguments)
    try:
        _say_what_is_not_known(practice, arguments.date)
        rows = practice.run("queries.appointments.known_between", arguments.first, arguments.last, arguments.date)
        zone = practice.zone
    finally:
        practice.close()
    document = [_appointment(row, row.starts_at.astimezone(zone).isoformat()) for row in rows]
    lines = [(a["start"], a["minutes"], a["patient"], a["with"], a["where"], a["status"]) for a in document]
    return Output(document, table(("Start", "Minutes", "Record no.", "With", "Where", "Status"), lines))


def _say_what_is_not_known(practice: OpenPractice, day: dt.date | None) -> None:
    if day is not None and practice.run("queries.as_of.came_later", day):
        notice(
            "Some records came later, as a whole (an import). They are shown by their own dates: whether one was "
            "cancelled or changed before it came is not known."
        )


def _work(row: WorkRow) -> dict[str, Any]:
    return {
        "key": None if row.kind == "task" and not row.key.startswith("task:") else row.key,  # it would tell the kind
        "section": row.section,
        "patient": row.head.record_number if row.head else None,
        "kind": row.kind,
        "title": row.title_text or say(row.title, **dict(row.title_params)),
        "due": plain(row.due),
        "days_late": row.days_late,
        "owner": row.owner.name if row.owner else None,
        "why": _why(row),
        "held_until": plain(row.held_until),
        "tries": row.tries,
    }


def _why(row: WorkRow) -> str:
    params = dict(row.why_params)
    if row.why == "today.why_pathway":
        return say(row.why, why=why_of(params, say, dt.date.isoformat))
    return say(row.why, **params) if row.why else ""


def _referral(row: ReferralRow) -> dict[str, Any]:
    return {
        "ref": str(row.id),
        "patient": row.head.record_number,
        "to": row.to,
        "service": row.service,
        "urgency": row.urgency,
        "state": row.state,
        "facts": {fact.state: fact.happened_on.isoformat() for fact in row.facts},
        "ball_with": row.ball_with,
        "due": plain(row.due),
        "days_over": row.days_over,
        "limit": row.limit_name,
        "waiting_since": plain(row.waiting_since),
        "days_waiting": row.days_waiting,
        "sources": [row.provenance.source] if row.provenance.source else [],
    }


def _appointment(row: AppointmentRow, start: str) -> dict[str, Any]:
    return {
        "ref": str(row.id),
        "patient": row.head.record_number,
        "start": start,
        "minutes": row.minutes,
        "with": row.with_whom,
        "where": row.where,
        "outside": row.outside,
        "status": row.status,
    }
