"""What people decided about the pathways of patients, out of the rows that were read."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from db.repositories.pathway_facts import FactRows
from icm_desktop.domain.pathways.facts import Decision, Event, OwnTarget


def said_done(rows: FactRows) -> Iterator[tuple[int, tuple[dt.date, str, Event]]]:
    """The patient with day, its text and event of each activity a person said was done."""
    for patient_id, activity, kind, made_on, *_ in rows.of("step_decision"):
        if kind == "done":
            day = dt.date.fromisoformat(made_on)
            yield patient_id, (day, made_on, Event(day, frozenset({f"done:{activity}"})))


def decided(rows: FactRows, on: dt.date) -> dict[int, dict[str, Any]]:
    """What people decided here: enrolments that last, decisions about steps, targets of the patient's own."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    day = on.isoformat()
    for patient_id, pathway, entered_on, left_on in rows.of("pathway_enrolment"):
        if entered_on <= day and (left_on is None or day < left_on):
            found[patient_id].setdefault("enrolled", {})[pathway] = dt.date.fromisoformat(entered_on)
    for patient_id, activity, kind, made_on, reason, until in rows.of("step_decision"):
        if kind != "done":
            decision = Decision(
                activity,
                kind,
                dt.date.fromisoformat(made_on),
                reason or "",
                dt.date.fromisoformat(until) if until else None,
            )
            found[patient_id]["decisions"] = (*found[patient_id].get("decisions", ()), decision)
    for patient_id, target, value, set_on, reason in rows.of("pathway_target"):
        mine = OwnTarget(target, value, dt.date.fromisoformat(set_on), reason)
        found[patient_id]["targets"] = (*found[patient_id].get("targets", ()), mine)
    return found
