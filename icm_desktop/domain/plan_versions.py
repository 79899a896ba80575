"""Versions of a plan: how each one stands, by what those who were asked have answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

DRAFT, IN_SIGN_OFF, AGREED, SUPERSEDED = "draft", "in_sign_off", "agreed", "superseded"
PATIENT, MEMBER = "patient", "member"
ACCEPTED, DISSENTED, NO_ANSWER = "accepted", "dissented", "no_answer"
ANSWERS = (ACCEPTED, DISSENTED, NO_ANSWER)
WITH_REASON = (DISSENTED, NO_ANSWER)
HERE = "here"
WAYS = (HERE, "in_person", "phone", "video", "letter", "fax", "email", "portal")
RECEIVERS = ("patient", "caregiver", "member", "other")
COPY_WAYS = ("paper", "mail", "fax", "email", "portal", "read_aloud")


@dataclass(frozen=True, slots=True)
class Reply:
    """What one who was asked has answered; None while nothing came."""

    party: str
    answer: str | None


def is_agreed(replies: Sequence[Reply]) -> bool:
    """The patient accepted, and nobody who was asked still owes an answer; a dissent is kept and shown beside it."""
    accepted = any(one.party == PATIENT and one.answer == ACCEPTED for one in replies)
    refused = any(one.party == PATIENT and one.answer != ACCEPTED for one in replies)
    return accepted and not refused and all(one.answer is not None for one in replies)


def states(versions: Sequence[Sequence[Reply]]) -> tuple[str, ...]:
    """How each version stands, the oldest first.

    The newest one that is agreed is in force; what came before it, and every other one that is not the newest, is
    superseded; the newest one that is not agreed yet is in sign-off.
    """
    agreed = [is_agreed(replies) for replies in versions]
    found = []
    for place, is_good in enumerate(agreed):
        later = agreed[place + 1 :]
        if any(later) or (later and not is_good):
            found.append(SUPERSEDED)
        else:
            found.append(AGREED if is_good else IN_SIGN_OFF)
    return tuple(found)
