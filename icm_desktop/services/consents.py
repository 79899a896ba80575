"""Agreements and refusals: taken, changed, revoked with a reason; never deleted."""

from __future__ import annotations

import datetime as dt
from typing import Any

from db.models.coverage import Consent
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics_requests import PersonSaved, RevokeConsent, RowId, SaveConsent
from icm_desktop.domain import moments
from icm_desktop.domain.part2 import STATEMENTS, TPO
from icm_desktop.domain.sharing import COUNSELING
from icm_desktop.domain.validity import EXPIRED, period
from icm_desktop.errors import Conflict, Invalid, NotAllowed
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.contact_people import consent_hidden
from icm_desktop.services import cleaning, person_rows

DECISIONS = ("permit", "deny")
_LONGEST_REASON = 500


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SaveConsent) -> PersonSaved:
    """Add or change an agreement or refusal.

    Raises:
        Invalid: demographics.consent_date_missing, consent_taker_missing, not_a_choice, may_and_may_not, bad_date,
            date_in_future, ends_before_start, consent_mixed; registration.too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        NotAllowed: permissions.denied: it tells a condition by itself, and the role reads no clinical facts.
        Conflict: demographics.changed_meanwhile.
    """
    row = _row(uow, request.row)
    given_on = cleaning.day("given_on", request.given_on, not_after=uow.today)
    if given_on is None:
        raise Invalid("demographics.consent_date_missing", "given_on")
    taken_by = cleaning.line("taken_by", request.taken_by)
    if taken_by is None and row.source_id is None:
        raise Invalid("demographics.consent_taker_missing", "taken_by")
    starts_on, expires_on = cleaning.dates(request.starts_on or given_on, request.expires_on, "expires_on")
    values: dict[str, Any] = {
        "scope": cleaning.one_of("scope", request.scope, lists.codes("consent_scope"), row.scope),
        "decision": cleaning.one_of("decision", request.decision, DECISIONS),
        "text": cleaning.line("text", request.text, 300),
        "covers": _covers(request, row),
        "recipients": _recipients(request, row),
        "given_on": given_on,
        "given_by": cleaning.line("given_by", request.given_by),
        "given_how": cleaning.one_of("given_how", request.given_how, lists.codes("consent_how"), row.given_how),
        "taken_by": taken_by,
        "starts_on": starts_on if request.starts_on else row.starts_on and starts_on,
        "expires_on": expires_on,
        "status": row.status or "active",
        "note": cleaning.note("note", request.note),
        "purpose": cleaning.one_of("purpose", request.purpose, lists.codes("consent_purpose"), row.purpose),
        "discloser": cleaning.line("discloser", request.discloser, 200),
        "recipient_class": cleaning.one_of("recipient_class", request.recipient_class, (TPO,)),
        "expiry_event": cleaning.line("expiry_event", request.expiry_event, 200),
        "statements": _statements(request),
    }
    _refuse_mixed(request)
    return person_rows.keep(uow, row, values, "consent")


@requires(Privilege.DEMOGRAPHICS)
def revoke(uow: UnitOfWork, request: RevokeConsent) -> PersonSaved:
    """Say that a consent no longer holds, from a day on and why.

    Raises:
        Invalid: demographics.revocation_incomplete, revoked_before_given, bad_date, date_in_future.
        NotFound: patients.unknown, demographics.unknown_row.
        NotAllowed: permissions.denied: it tells a condition by itself, and the role reads no clinical facts.
        Conflict: demographics.changed_meanwhile, demographics.already_revoked.
    """
    row = _row(uow, request.row)
    if row.revoked_on is not None:
        raise Conflict("demographics.already_revoked")
    day = cleaning.day("revoked_on", request.revoked_on, not_after=uow.today)
    reason = cleaning.note("reason", request.reason, _LONGEST_REASON)
    if day is None or reason is None:
        raise Invalid("demographics.revocation_incomplete", "revoked_on" if day is None else "reason")
    given = row.given_on or row.starts_on
    if given and _before(day, given):
        raise Invalid("demographics.revoked_before_given", "revoked_on")
    return person_rows.keep(uow, row, {"revoked_on": day, "revoked_reason": reason, "status": "inactive"}, "consent")


def _statements(request: SaveConsent) -> list[str] | None:
    told = cleaning.some_of("statements", request.statements, lists.codes("consent_statement"), {})
    return [one for one in STATEMENTS if one in told] or None


def _refuse_mixed(request: SaveConsent) -> None:
    """Notes kept apart have a consent that covers nothing else (45 CFR 164.508(b)(3); 42 CFR 2.31(b))."""
    if request.scope == COUNSELING and (request.covers or request.recipient_class):
        raise Invalid("demographics.consent_mixed", "covers")


def _row(uow: UnitOfWork, row: RowId) -> Consent:
    found: Consent = person_rows.row_of(uow, Consent, row)
    if row.row_id is not None and consent_hidden(uow, found):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=Privilege.CLINICAL_READ.value)
    return found


def _before(day: str, given: str) -> bool:
    try:
        first = moments.span(moments.stored(given), dt.UTC).first
    except moments.NotAMoment:
        return False
    return period(None, day, first) == EXPIRED


def _covers(request: SaveConsent, row: Consent) -> list[dict[str, str]] | None:
    stored = {str(one.get("code") or one.get("text")): one for one in row.covers or () if isinstance(one, dict)}
    permitted = cleaning.some_of("covers", request.covers, lists.codes("topic"), stored)
    denied = cleaning.some_of("excludes", request.excludes, lists.codes("topic"), stored)
    if set(permitted) & set(denied):
        raise Invalid("demographics.may_and_may_not", "excludes")
    made = [_cover(code, "permit", stored) for code in permitted] + [_cover(code, "deny", stored) for code in denied]
    same = sorted(map(str, made)) == sorted(map(str, row.covers or ()))
    return row.covers if same else made or None


def _cover(code: str, decision: str, stored: dict[str, Any]) -> dict[str, str]:
    words = stored[code].get("text") if code in stored else None
    return {"code": code, "text": words or lists.text_of("topic", code), "decision": decision}


def _recipients(request: SaveConsent, row: Consent) -> list[Any] | None:
    stored = {one.get("name"): one for one in row.recipients or () if isinstance(one, dict)}
    kept = [cleaning.line("recipients", name) for name in request.recipients]
    return [stored.get(name, {"name": name}) for name in kept if name] or None
