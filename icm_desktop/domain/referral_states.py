"""The life of a referral: its states, which may follow which, where it stands and who must act.

States follow the nine steps of IHI/NPSF, Closing the Loop (2017), and FHIR R4 ServiceRequest/Task.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

DRAFT, SENT, RECEIVED, MORE_INFO, DECLINED = "draft", "sent", "received", "more_info", "declined"
ACCEPTED, SCHEDULED, NO_SHOW, VISIT_CANCELLED, SEEN = "accepted", "scheduled", "no_show", "visit_cancelled", "seen"
REPORT_RECEIVED, REVIEWED, PATIENT_INFORMED, CLOSED = "report_received", "reviewed", "patient_informed", "closed"
CANCELLED, PATIENT_DECLINED, EXPIRED, REROUTED = "cancelled", "patient_declined", "expired", "rerouted"

_GIVEN_UP = frozenset({CANCELLED, PATIENT_DECLINED, EXPIRED})

# A later fact proves the earlier ones: a clinic that calls with a date has accepted, a note proves the visit.
MOVES: dict[str, frozenset[str]] = {
    DRAFT: frozenset({SENT, CANCELLED, PATIENT_DECLINED}),
    SENT: frozenset({RECEIVED, MORE_INFO, DECLINED, ACCEPTED, SCHEDULED, REPORT_RECEIVED}) | _GIVEN_UP,
    RECEIVED: frozenset({MORE_INFO, DECLINED, ACCEPTED, SCHEDULED, REPORT_RECEIVED}) | _GIVEN_UP,
    MORE_INFO: frozenset({SENT}) | _GIVEN_UP,
    DECLINED: frozenset({REROUTED, CANCELLED, PATIENT_DECLINED}),
    ACCEPTED: frozenset({SCHEDULED, DECLINED, REPORT_RECEIVED}) | _GIVEN_UP,
    SCHEDULED: frozenset(
        {SCHEDULED, ACCEPTED, SEEN, NO_SHOW, VISIT_CANCELLED, REPORT_RECEIVED, CANCELLED, PATIENT_DECLINED}
    ),
    NO_SHOW: frozenset({SCHEDULED}) | _GIVEN_UP,
    VISIT_CANCELLED: frozenset({SCHEDULED, DECLINED}) | _GIVEN_UP,
    SEEN: frozenset({REPORT_RECEIVED, EXPIRED}),
    REPORT_RECEIVED: frozenset({REVIEWED}),
    REVIEWED: frozenset({PATIENT_INFORMED}),
    PATIENT_INFORMED: frozenset({CLOSED}),
    CLOSED: frozenset(),
    CANCELLED: frozenset(),
    PATIENT_DECLINED: frozenset(),
    EXPIRED: frozenset(),
    REROUTED: frozenset(),
}
STATES = tuple(MOVES)
ENDED = frozenset({CLOSED, REROUTED}) | _GIVEN_UP
NEEDS_REASON = frozenset({DECLINED}) | _GIVEN_UP  # why: the clinician who asked will read it
MAY_OPEN_AGAIN = ENDED - {REROUTED}  # that one goes on as another referral
MISSED = frozenset({NO_SHOW, VISIT_CANCELLED})  # the visit did not take place: back with who coordinates the patient
BEFORE_VISIT = frozenset({DRAFT, SENT, RECEIVED, MORE_INFO, DECLINED, ACCEPTED, SCHEDULED}) | MISSED
CLOSING_NEEDS = (REPORT_RECEIVED, REVIEWED, PATIENT_INFORMED)
# What the front desk records.
LOGISTICS = frozenset({SENT, RECEIVED, MORE_INFO, ACCEPTED, DECLINED, SCHEDULED, SEEN}) | MISSED
REVIEW = frozenset({REVIEWED})  # only somebody who may review notes
BY_OWN_ACT = frozenset({REROUTED})  # never recorded by hand: sending it to somebody else does it

COLUMNS = ("to_send", "sent", "booked", "seen", "note_back", "closed")
COLUMN: dict[str, str] = {
    **dict.fromkeys((DRAFT, MORE_INFO, DECLINED), "to_send"),
    **dict.fromkeys((SENT, RECEIVED, ACCEPTED, *MISSED), "sent"),
    SCHEDULED: "booked",
    SEEN: "seen",
    **dict.fromkeys((REPORT_RECEIVED, REVIEWED, PATIENT_INFORMED), "note_back"),
    **dict.fromkeys(ENDED, "closed"),
}


class Ball(StrEnum):
    """Who must act next."""

    US = "us"
    CONSULTANT = "consultant"
    CLINICIAN = "clinician"
    PATIENT = "patient"
    NOBODY = "nobody"


BALL: dict[str, Ball] = {
    **dict.fromkeys((DRAFT, MORE_INFO, DECLINED, *MISSED, REVIEWED, PATIENT_INFORMED), Ball.US),
    **dict.fromkeys((SENT, RECEIVED, ACCEPTED, SEEN), Ball.CONSULTANT),
    SCHEDULED: Ball.PATIENT,
    REPORT_RECEIVED: Ball.CLINICIAN,
    **dict.fromkeys(ENDED, Ball.NOBODY),
}

# FHIR ServiceRequest.status that goes with a state; everything not named is active.
REQUEST_STATUS: dict[str, str] = {
    DRAFT: "draft",
    CLOSED: "completed",
    **dict.fromkeys(_GIVEN_UP | {REROUTED}, "revoked"),
}
_STATE_OF_STATUS = {"draft": DRAFT, "completed": CLOSED, "revoked": CANCELLED, "entered-in-error": CANCELLED}
_RANK = {state: place for place, state in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class Fact:
    """The referral reached `state` on a local day; `order` tells facts of one day apart (as they were recorded)."""

    state: str
    happened_on: dt.date
    order: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a referral stands and since when (None when nobody dated it)."""

    state: str
    since: dt.date | None


def may_become(state: str, new: str) -> bool:
    """Whether a referral in `state` may reach `new` next."""
    return new in MOVES.get(state, frozenset())


def standing(facts: Iterable[Fact], *, status: str | None, ordered_on: dt.date | None, imported: bool) -> Standing:
    """Where a referral stands by its dated facts.

    Args:
        facts: Its facts in any order.
        status: FHIR ServiceRequest.status, which decides when there is no fact, and ends what facts leave open.
        ordered_on: When it was ordered.
        imported: Whether another system sent it: then an undated active request counts as sent.
    """
    said = _STATE_OF_STATUS.get(status or "")
    last = max(facts, key=lambda fact: (fact.happened_on, fact.order, _RANK.get(fact.state, 0)), default=None)
    if last is None:
        return Standing(said or (SENT if imported else DRAFT), ordered_on)
    if said in ENDED and last.state not in ENDED:
        return Standing(said or CLOSED, last.happened_on)
    return Standing(last.state, last.happened_on)


def may_stand_again(facts: Iterable[Fact], *, imported: bool) -> tuple[str, ...]:
    """Where an ended referral may stand when it is opened again: where it stood before, the last of it first.

    Args:
        facts: Its facts in any order.
        imported: Whether another system sent it.
    """
    before = sorted(facts, key=lambda fact: (fact.happened_on, fact.order), reverse=True)
    found = dict.fromkeys(fact.state for fact in before if fact.state not in ENDED)
    return tuple(found) or (SENT if imported else DRAFT,)


def missing_for_closing(facts: Iterable[Fact]) -> tuple[str, ...]:
    """What must be recorded before the referral can be closed, in order."""
    known = {fact.state for fact in facts}
    return tuple(state for state in CLOSING_NEEDS if state not in known)
