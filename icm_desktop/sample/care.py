"""What is planned and done for a sample patient: goals, actions, team, referrals, visits, calls."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.clinic import Destination, Openings
from icm_desktop.sample.record import Writer

_PLANNED = 0.45  # share of patients with a plan
_REFERRAL_STEPS = ("sent", "received", "accepted", "scheduled", "seen", "report_received", "reviewed",
                   "patient_informed", "closed")  # fmt: skip
_OUTCOMES = ("reached", "left_message", "no_answer", "reached")


def add_care(writer: Writer, openings: Openings, have: list[dict[str, Any]]) -> None:
    """Add plan, team, referrals, visits and calls that fit the conditions."""
    if have and (len(have) > 2 or writer.rng.random() < _PLANNED):
        _add_team(writer)
        goals = [each for each in have if "goal" in each][:4]
        for position, condition in enumerate(goals):
            _add_goal(writer, condition, position)
        _add_plain_actions(writer)
    for _ in range(writer.rng.choice((0, 1, 1, 2, 2, 3)) if have else 0):
        _add_referral(writer, writer.rng.choice(writer.clinic.destinations))
    _add_appointments(writer, openings)
    for _ in range(writer.rng.randint(0, 3)):
        _add_call(writer)


def _add_team(writer: Writer) -> None:
    clinic, day = writer.clinic, writer.ago(60, 700)
    team = writer.fact("care_team", day, status="active", name="Care team", starts_when=day.isoformat())
    doctor = writer.rng.choice(clinic.clinicians)
    members: list[tuple[str, str, str, int | None]] = [(doctor.name, "Primary care", doctor.phone, doctor.id)]
    members += [(name, "Care coordinator", sample("clinic")["phone"], None) for _, name in clinic.coordinators[:1]]
    other = writer.rng.choice(clinic.destinations)
    members.append((other.name, other.service, other.phone, other.practitioner_id))
    for name, role, phone, practitioner_id in members:
        member: dict[str, Any] = {"member_key": f"sample:{name}", "name": name, "role": role, "phone": phone}
        whom = {"care_team_id": team, "patient_id": writer.person.id, "practitioner_id": practitioner_id}
        writer.rows.add("care_team_member", **whom, **member)


def _add_goal(writer: Writer, condition: dict[str, Any], position: int) -> None:
    wanted, language = condition["goal"], "es" if writer.person.spanish else "en"
    goal = writer.fact(
        "goal",
        writer.ago(30, 300),
        status="active",
        achievement="in-progress",
        text=wanted["text"],
        words=wanted[f"words_{language}"],
        words_language=language,
        measure_code=wanted.get("measure"),
        target_comparator=wanted.get("comparator"),
        target_value=wanted.get("value"),
        target_unit=wanted.get("unit"),
        due_on=writer.clinic.today + dt.timedelta(days=writer.rng.randint(20, 200)),
        position=position,
        on_handout=True,
        sensitive=condition.get("sensitive", False),
        **_owner(writer, "user"),
    )
    for place, action in enumerate(condition.get("action", [])):
        _add_action(writer, action, goal, place, condition.get("sensitive", False))


def _add_action(writer: Writer, action: dict[str, Any], goal: int | None, place: int, sensitive: bool) -> None:
    due = writer.clinic.today + dt.timedelta(days=writer.rng.randint(-action["days"] // 2, action["days"]))
    done = writer.rng.random() < 0.25
    writer.fact(
        "plan_action",
        writer.ago(20, 90),
        goal_id=goal,
        status="completed" if done else writer.rng.choice(("not-started", "in-progress")),
        text=action["text"],
        phrase=action.get("phrase"),
        due_on=due,
        done_on=writer.ago(1, 15) if done else None,
        on_handout="phrase" in action,
        sensitive=sensitive,
        urgent=False,
        position=place,
        **_owner(writer, action["who"]),
    )


def _add_plain_actions(writer: Writer) -> None:
    text, who = writer.rng.choice(sample("illness")["reasons"]["plain_actions"])
    _add_action(writer, {"text": text, "who": who, "days": 20}, None, 0, False)


def _owner(writer: Writer, who: str) -> dict[str, Any]:
    if who == "patient":
        return {"owner_kind": "patient", "owner_name": None, "owner_user_id": None}
    if not writer.clinic.coordinators:
        return {"owner_kind": None, "owner_name": None, "owner_user_id": None}
    user_id, name = writer.rng.choice(writer.clinic.coordinators)
    return {"owner_kind": "user", "owner_name": name, "owner_user_id": user_id}


def _add_referral(writer: Writer, to: Destination) -> None:
    reached = writer.rng.randint(0, len(_REFERRAL_STEPS))
    ordered = writer.ago(5 + 5 * reached, 40 + 8 * reached)
    closed = reached == len(_REFERRAL_STEPS)
    referral = writer.fact(
        "service_request",
        ordered,
        status="completed" if closed else "active" if reached else "draft",
        intent="order",
        is_referral=True,
        text=to.service,
        to_practitioner_id=to.practitioner_id,
        to_organization_id=to.organization_id,
        to_text=f"{to.name}, {to.organization}",
        to_phone=to.phone,
        reason=writer.rng.choice(("Please see and advise", "Yearly check", "Not getting better")),
        urgency="urgent" if writer.rng.random() < 0.12 else "routine",
        ordered_on=ordered,
        sensitive=to.sensitive,
        closed_on=writer.clinic.today if closed else None,
        **_owner(writer, "user"),
    )
    day = ordered
    for state in _REFERRAL_STEPS[:reached]:
        day = min(writer.clinic.today, day + dt.timedelta(days=writer.rng.randint(1, 9)))
        fact = {"service_request_id": referral, "patient_id": writer.person.id, "state": state, "happened_on": day}
        writer.rows.add("referral_event", how="phone" if state == "scheduled" else None, **fact)
        if state == "scheduled":
            _add_outside(writer, to, referral, past=reached > _REFERRAL_STEPS.index("scheduled") + 1)


def _add_outside(writer: Writer, to: Destination, referral: int, *, past: bool) -> None:
    shift = -writer.rng.randint(5, 40) if past else writer.rng.randint(3, 45)
    day = writer.clinic.today + dt.timedelta(days=shift)
    at = dt.datetime.combine(day, dt.time(writer.rng.randint(9, 16), writer.rng.choice((0, 30))), writer.clinic.zone)
    starts_at = at.astimezone(dt.UTC)
    writer.rows.add(
        "appointment",
        patient_id=writer.person.id,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(minutes=30),
        time_zone=writer.clinic.zone.key,
        minutes=30,
        practitioner_id=to.practitioner_id,
        organization_id=to.organization_id,
        service_request_id=referral,
        status="fulfilled" if past else "booked",
        outside=True,
        with_text=to.name,
        where_text=f"{to.organization}, {to.address}",
        phone=to.phone,
        phrase=to.visit,
        sensitive=to.sensitive,
    )


def _add_appointments(writer: Writer, openings: Openings) -> None:
    days = [-writer.rng.randint(8, 720) for _ in range(7)]
    if writer.rng.random() < 0.35:
        days.append(writer.rng.randint(-3, 4))
    if writer.rng.random() < 0.6:
        days.append(writer.rng.randint(6, 90))
    visiting: set[dt.date] = set()  # one visit a day, so that a patient is never in two places
    for shift in sorted(days):
        _add_appointment(writer, openings, writer.clinic.today + dt.timedelta(days=shift), visiting)


def _add_appointment(writer: Writer, openings: Openings, near: dt.date, visiting: set[dt.date]) -> None:
    minutes = writer.rng.choice((20, 20, 20, 40))
    found = openings.take(near, minutes, writer.rng)
    day = found[1].astimezone(writer.clinic.zone).date() if found else None
    if found is None or day is None or day in visiting:
        return
    visiting.add(day)
    clinician, starts_at = found
    status = _status(writer, day)
    writer.rows.add(
        "appointment",
        patient_id=writer.person.id,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(minutes=minutes),
        time_zone=writer.clinic.zone.key,
        minutes=minutes,
        practitioner_id=clinician.id,
        appointment_type_id=writer.clinic.types[minutes],
        status=status,
        outside=False,
        cancel_reason=writer.rng.choice(sample("illness")["reasons"]["cancel"]) if status == "cancelled" else None,
    )


def _status(writer: Writer, day: dt.date) -> str:
    chance = writer.rng.random()
    if day >= writer.clinic.today:
        return "cancelled" if chance < 0.04 else "booked"
    return "noshow" if chance < 0.08 else "cancelled" if chance < 0.16 else "fulfilled"


def _add_call(writer: Writer) -> None:
    if not writer.clinic.coordinators:
        return
    day = writer.ago(1, 60)
    at = dt.datetime.combine(day, dt.time(writer.rng.randint(9, 16), writer.rng.randint(0, 59)), writer.clinic.zone)
    writer.rows.add(
        "contact_log",
        patient_id=writer.person.id,
        at=at.astimezone(dt.UTC),
        by_user_id=writer.clinic.coordinators[0][0],
        channel="phone",
        outcome=writer.rng.choice(_OUTCOMES),
        note=writer.rng.choice(sample("illness")["reasons"]["calls"]) or None,
    )
