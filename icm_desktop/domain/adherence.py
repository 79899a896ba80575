"""How a medicine is taken, as the patient tells it. Not asked is not the same as not known."""

from __future__ import annotations

AS_DIRECTED, SOME_MISSED, STOPPED, NEVER_STARTED, UNKNOWN = (
    "as_directed",
    "some_missed",
    "stopped",
    "never_started",
    "unknown",
)
TAKING = (AS_DIRECTED, SOME_MISSED, STOPPED, NEVER_STARTED, UNKNOWN)
WITH_REASON = frozenset({SOME_MISSED, STOPPED, NEVER_STARTED})  # a reason belongs to these only
MOST_DAYS = 90
MOST_DOSES = 500
