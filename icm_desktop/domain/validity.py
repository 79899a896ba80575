"""Whether something that begins and ends holds on a day: consents, authorities, coverages, addresses, alerts."""

from __future__ import annotations

import datetime as dt

from icm_desktop.domain import moments

VALID, FUTURE, EXPIRED, REVOKED, REFUSED, NOT_IN_FORCE, UNKNOWN = (
    "valid", "future", "expired", "revoked", "refused", "not_in_force", "unknown",
)  # fmt: skip
_NOT_YET = ("draft", "proposed")
_NEVER = ("rejected", "entered-in-error")


def period(starts_on: str | None, ends_on: str | None, today: dt.date, zone: dt.tzinfo = dt.UTC) -> str:
    """Whether a period is "valid", "future" or "expired" on a day, or "unknown" when its dates cannot be read.

    Both days belong to it; a partial date takes in all its days ("2027" ends on 31 December), as in FHIR Period.
    An open side has no limit.

    Source: FHIR R4 datatypes, Period: "the end value includes any matching date/time".
    """
    try:
        starts = moments.span(moments.stored(starts_on), zone).first if starts_on else None
        ends = moments.span(moments.stored(ends_on), zone).last if ends_on else None
    except moments.NotAMoment:
        return UNKNOWN
    if starts is not None and today < starts:
        return FUTURE
    return EXPIRED if ends is not None and today > ends else VALID


def consent(
    today: dt.date,
    *,
    status: str | None,
    decision: str | None,
    starts_on: str | None,
    expires_on: str | None,
    revoked_on: str | None,
    zone: dt.tzinfo = dt.UTC,
) -> str:
    """What a consent is worth on a day; the one place that decides.

    Args:
        today: The practice's day.
        status: FHIR Consent.status; nothing stored counts as active.
        decision: "permit" or "deny"; nothing stored counts as permit.
        starts_on: First day it holds.
        expires_on: Last day it holds.
        revoked_on: From this day on it no longer holds; a partial date counts from its first day.
        zone: Where instants are turned into days.

    Returns:
        "valid", "refused" (a refusal that holds), "future", "expired", "revoked", "not_in_force" (draft, proposed,
        rejected, entered in error) or "unknown" (a date that cannot be read: never taken for valid).
    """
    if status in _NOT_YET or status in _NEVER:
        return NOT_IN_FORCE
    if revoked_on:
        gone = period(revoked_on, None, today, zone)
        if gone in (VALID, UNKNOWN):
            return REVOKED if gone == VALID else UNKNOWN
    state = period(starts_on, expires_on, today, zone)
    if state == VALID and status == "inactive":
        return REVOKED
    return REFUSED if state == VALID and decision == "deny" else state
