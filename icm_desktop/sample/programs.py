"""Care management of a sample patient: programs with consent, minutes, and what was done after stays."""

from __future__ import annotations

import datetime as dt
from random import Random

from icm_desktop.content import programs
from icm_desktop.content import transitions as care
from icm_desktop.domain.programs import BY_MINUTES, Month
from icm_desktop.sample.case import SHOWN, Case
from icm_desktop.sample.chance import dice
from icm_desktop.sample.discharge_list import leave_discharge_list
from icm_desktop.sample.stays import Stay

_LAST = 200  # patients that may be in care management: what two coordinators can know
_ENTRIES, _SLOTS, _SLOT = 8, 48, 10  # pieces of time a patient may have; slots of a day and their minutes
_REASONS = {
    "ended": "Moved to another practice",
    "on_hold": "Away until next month",
    "declined": "No extra cost wished",
}
_RECENT = 30


def add_programs(case: Case, seed: int) -> None:
    """Add enrolments and minutes, and what was written down after the stays of the last weeks."""
    if case.slight or not case.alive or case.age < 18 or not case.clinic.coordinators:
        return
    rng = dice(seed, case.who.number, "programs")
    for stay in case.numbers["stays"]:
        if 0 <= (case.today - stay.ended).days <= _RECENT and stay.kind == "IMP" and stay.to.startswith("Home"):
            reconciled = _transition(case, rng, stay)
            if not reconciled and case.who.number <= SHOWN:
                leave_discharge_list(case, stay)
    if case.who.number <= _LAST and (len(case.have) > 1 or "depression" in case.have):
        names = _chosen(case, rng)
        for name in names:
            _enrol(case, rng, name)
        if names:
            _time(case, rng, names)


def _chosen(case: Case, rng: Random) -> list[str]:
    chance = rng.random()
    if "depression" in case.have:
        return ["cocm"] if chance < 0.6 else ["ccm", "bhi"] if chance < 0.75 else ["bhi"]
    if chance < 0.45:
        return ["ccm"]
    return ["apcm"] if chance < 0.55 else ["coordination"] if chance < 0.7 else []


def _enrol(case: Case, rng: Random, name: str) -> None:
    status = rng.choices(("active", "on_hold", "ended", "declined"), (88, 4, 4, 4))[0]
    on = max(case.since, case.today - dt.timedelta(days=rng.randint(18, 380)))
    program = programs.by_id()[name]
    asked = [gate.id for gate in program.gates if gate.check == "asked" and rng.random() < 0.85]
    asked += [one.id for one in program.circumstances if not one.computed and rng.random() < 0.3]
    consent = status != "declined" and rng.random() < 0.9
    case.rows.add(
        "program_enrolment",
        patient_id=case.id,
        program=name,
        status=status,
        enrolled_on=on,
        practitioner=case.doctor.name,
        consent_on=on if consent else None,
        consent_by="Patient" if consent else None,
        consent_how=rng.choice(("verbal", "verbal", "written")) if consent else None,
        consent_taken_by=case.coordinator()[1] if consent else None,
        gates=dict.fromkeys(asked, on.isoformat()) or None,
        ended_on=case.today - dt.timedelta(days=rng.randint(1, 15)) if status in ("ended", "declined") else None,
        reason=_REASONS.get(status),
    )


def _time(case: Case, rng: Random, names: list[str]) -> None:
    """Pieces of time in this month and the one before, each in a slot no other patient of the coordinator has."""
    timed = [name for name in names if programs.by_id()[name].counts == BY_MINUTES]
    first = Month.of(case.today).before().first
    days = [first + dt.timedelta(days=each) for each in range((case.today - first).days)]
    days = [day for day in days if day.weekday() < 5 and not case.clinic.closed(day)]
    place = case.who.number // len(case.clinic.coordinators) * _ENTRIES
    user_id, _ = case.coordinator()
    for each in range(place, place + rng.randint(2, _ENTRIES) if timed and days else place):
        day, slot = days[each % len(days)], each // len(days)
        if slot >= _SLOTS:
            continue
        starts = case.moment(day, 8 + slot * _SLOT // 60, slot * _SLOT % 60)
        call = rng.random() < 0.4
        if call:
            case.rows.add("contact_log", patient_id=case.id, at=starts, by_user_id=user_id, channel="phone",
                          outcome="reached")  # fmt: skip
        case.rows.add(
            "time_entry",
            patient_id=case.id,
            user_id=user_id,
            role="coordinator",
            program=timed[0] if len(timed) == 1 or rng.random() < 0.6 else timed[-1],
            activity="call" if call else rng.choice(("chart", "chart", "task")),
            source="captured",
            starts_at=starts,
            ends_at=starts + dt.timedelta(minutes=rng.randint(4, _SLOT - 1), seconds=rng.randint(0, 59)),
        )


def _transition(case: Case, rng: Random, stay: Stay) -> bool:
    """What was said and done after a stay; whether the medicines were reconciled."""
    reconciled = False
    if rng.random() < 0.35:
        return reconciled  # nobody said anything yet: the clocks run all the same
    transition = case.rows.add(
        "transition",
        patient_id=case.id,
        encounter_id=stay.encounter,
        complexity=rng.choice(("moderate", "high", None)),
    )
    user = case.coordinator()[1]
    for kind in care.steps():
        day = stay.ended + dt.timedelta(days=rng.randint(1, 8))
        if rng.random() < 0.55 and day <= case.today:
            who = case.doctor.name if kind == "medication_reconciliation" else user
            case.rows.add(
                "transition_step", patient_id=case.id, transition_id=transition, kind=kind, done_on=day, done_by=who
            )
            reconciled |= kind == "medication_reconciliation"
    return reconciled
