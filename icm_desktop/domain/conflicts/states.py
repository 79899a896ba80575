"""Where a conflict stands: open, asked, decided in one of three ways, or gone; and which act may follow which state."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

OPEN, ASKED, RESOLVED, OVERRIDDEN, MUTED, GONE = "open", "asked", "resolved", "overridden", "muted", "gone"
STATES = (OPEN, ASKED, RESOLVED, OVERRIDDEN, MUTED, GONE)
DECIDED = frozenset({RESOLVED, OVERRIDDEN, MUTED})
ASSIGN, ASK, RESOLVE, OVERRIDE, MUTE, REOPEN = "assign", "ask", "resolve", "override", "mute", "reopen"

FACTS_CHANGED, CAME_BACK, MUTE_ENDED, NO_ANSWER, BY_HAND = (
    "facts_changed", "came_back", "mute_ended", "question_withdrawn", "opened_again",
)  # fmt: skip
_WAITING = frozenset({OPEN, ASKED})
_FROM = {
    ASSIGN: _WAITING, ASK: _WAITING, RESOLVE: _WAITING, OVERRIDE: _WAITING, MUTE: _WAITING, REOPEN: DECIDED,
}  # fmt: skip
_TO = {ASK: ASKED, RESOLVE: RESOLVED, OVERRIDE: OVERRIDDEN, MUTE: MUTED, REOPEN: OPEN}


class NotPossible(Exception):
    """An act that does not fit the state."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules found: by which facts, since when without a break, and when the facts went."""

    fingerprint: str
    since: dt.date
    gone_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What people did about it, as it is kept. `question`: open, answered or withdrawn, None when nobody was asked."""

    fingerprint: str
    state: str
    decided_on: dt.date | None = None
    until_on: dt.date | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a conflict, and why one that was decided is open again (empty otherwise)."""

    state: str
    why: str = ""


def standing(seen: Seen, noted: Noted | None, day: dt.date) -> Standing:
    """Where a conflict stands on a day.

    Args:
        seen: What the rules found.
        noted: What was done last about these facts, or about other facts of the same subject; None: nothing.
        day: The practice's day.
    """
    if seen.gone_on is not None:
        return Standing(GONE)
    if noted is None:
        return Standing(OPEN)
    if noted.state not in DECIDED:
        if noted.question == "withdrawn":
            return Standing(OPEN, NO_ANSWER)
        return Standing(ASKED if noted.state == ASKED and noted.question is not None else OPEN)
    if noted.fingerprint != seen.fingerprint:
        return Standing(OPEN, FACTS_CHANGED)
    if noted.decided_on is not None and noted.decided_on < seen.since:
        return Standing(OPEN, CAME_BACK)
    if noted.state == MUTED and noted.until_on is not None and noted.until_on <= day:
        return Standing(OPEN, MUTE_ENDED)
    return Standing(noted.state)


def after(act: str, state: str) -> str:
    """The state an act leads to.

    Raises:
        NotPossible: the act does not fit the state.
    """
    if state not in _FROM[act]:
        raise NotPossible(act, state)
    return _TO.get(act, state)


def possible(state: str) -> frozenset[str]:
    """The acts that fit a state."""
    return frozenset(act for act, states in _FROM.items() if state in states)
