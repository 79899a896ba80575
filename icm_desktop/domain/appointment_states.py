"""What can happen to a visit. Codes are FHIR R4 Appointment.status."""

from __future__ import annotations

PROPOSED, PENDING, BOOKED = "proposed", "pending", "booked"
ARRIVED, CHECKED_IN, FULFILLED = "arrived", "checked-in", "fulfilled"
NO_SHOW, CANCELLED, WAITLIST, IN_ERROR = "noshow", "cancelled", "waitlist", "entered-in-error"

# Arriving after a no-show was recorded happens every week; everything else that was recorded by mistake is undone.
MOVES: dict[str, frozenset[str]] = {
    PROPOSED: frozenset({PENDING, BOOKED, CANCELLED, IN_ERROR}),
    PENDING: frozenset({BOOKED, CANCELLED, IN_ERROR}),
    WAITLIST: frozenset({BOOKED, CANCELLED, IN_ERROR}),
    BOOKED: frozenset({ARRIVED, CHECKED_IN, FULFILLED, NO_SHOW, CANCELLED, IN_ERROR}),
    ARRIVED: frozenset({CHECKED_IN, FULFILLED, CANCELLED, IN_ERROR}),
    CHECKED_IN: frozenset({FULFILLED, CANCELLED, IN_ERROR}),
    NO_SHOW: frozenset({ARRIVED, IN_ERROR}),
    FULFILLED: frozenset({IN_ERROR}),
    CANCELLED: frozenset({IN_ERROR}),
    IN_ERROR: frozenset(),
}

COMING = frozenset({PROPOSED, PENDING, BOOKED})  # still ahead: may be moved
OCCUPIES = frozenset({PENDING, BOOKED, ARRIVED, CHECKED_IN, FULFILLED})  # takes the clinician's and the patient's time
TOOK_PLACE = frozenset({ARRIVED, CHECKED_IN, FULFILLED})
HERE = frozenset({ARRIVED, CHECKED_IN})  # in the house, not yet seen
NEEDS_REASON = frozenset({CANCELLED})
NOT_BEFORE_THE_DAY = frozenset({ARRIVED, CHECKED_IN, FULFILLED})
NOT_BEFORE_START = frozenset({NO_SHOW})


# Taken back days later too, with a reason; at once, Undo does it.
MAY_BE_BOOKED_AGAIN = frozenset({ARRIVED, CHECKED_IN, FULFILLED, NO_SHOW, CANCELLED})


def may_become(status: str, new: str) -> bool:
    """Whether a visit of `status` may become `new`."""
    return new in MOVES.get(status, frozenset())
