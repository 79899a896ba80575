"""Calls, reminders and messages of a sample patient: every outcome, after missed visits and stays too."""

from __future__ import annotations

import datetime as dt

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import Case

_OUTCOMES = (("reached", 52), ("left_message", 22), ("no_answer", 16), ("wrong_number", 3), ("declined", 7))


def add_calls(case: Case) -> None:
    """Add calls of the last weeks, those after missed visits and stays, a reminder for a few."""
    if case.slight or not case.clinic.coordinators:
        return
    for _ in range(int(case.rng.random() * (4 if len(case.have) > 2 else 2))):
        _call(case, case.ago(1, 90))
    for day in case.numbers.get("missed", ()):
        if case.chance(0.75):
            _call(case, day, "left_message" if case.chance(0.4) else None)
    for stay in case.numbers["stays"]:
        called = stay.kind == "IMP" and stay.to.startswith("Home") and case.chance(0.7)
        day = stay.ended + dt.timedelta(days=1)
        while day.weekday() > 4:
            day += dt.timedelta(days=1)
        if called and day < case.end:
            _call(case, day, "reached" if case.chance(0.7) else "no_answer")
    if case.who.number % 29 == 4 and case.alive:
        _reminder(case)
    if case.rich and case.chance(0.12) and case.age >= 18:
        _message(case)


def _call(case: Case, day: dt.date, outcome: str | None = None) -> None:
    if day < case.since or day > case.end:
        return
    while day.weekday() > 4:
        day -= dt.timedelta(days=1)
    outcome = outcome or case.rng.choices([name for name, _ in _OUTCOMES], [share for _, share in _OUTCOMES])[0]
    notes = sample("texts")["calls"]
    chosen = notes["reached_es"] if outcome == "reached" and case.spanish and case.chance(0.6) else notes[outcome]
    fitting = [each for each in chosen if _true_of(case, each)]
    note = case.rng.choice(fitting).format(doctor=case.doctor.name)
    again = outcome in {"no_answer", "left_message"} and (case.end - day).days < 8
    by = case.coordinator()[0] if case.chance(0.8) else case.clinic.desk[0]
    case.rows.add(
        "contact_log",
        patient_id=case.id,
        at=case.moment(day, case.rng.randint(9, 16), case.rng.randint(0, 59)),
        by_user_id=by,
        channel=case.rng.choice(("phone", "phone", "phone", "sms", "in_person")) if outcome == "reached" else "phone",
        outcome=outcome,
        note=note or None,
        next_try_on=day + dt.timedelta(days=2) if again else None,
    )


def _true_of(case: Case, note: str) -> bool:
    """Whether what a note tells fits the patient."""
    needs = {"Weight steady": "heart_failure", "Home pressures": "hypertension", "test strips": "diabetes"}
    wanted = next((name for words, name in needs.items() if words in note), None)
    old_enough = case.age >= 50 or not any(word in note for word in ("daughter", "son."))
    cough = "cough" not in note or any("pril" in each.name for each in case.taken)
    pills = "pill" not in note or bool(case.taken)
    return (wanted is None or wanted in case.have) and old_enough and cough and pills


def _reminder(case: Case) -> None:
    text, role = case.rng.choice(sample("texts")["plan"]["tasks"])
    done = case.chance(0.2)
    case.fact(
        "task",
        case.ago(3, 20),
        status="completed" if done else "requested",
        text=text,
        description=f"For the {role}",
        due_on=case.today + dt.timedelta(days=case.rng.randint(-5, 9)),
        done_on=case.ago(0, 2) if done else None,
        **case.owner("user"),
    )


def _message(case: Case) -> None:
    spanish = case.spanish
    message = "¿Puedo tomar la pastilla en la noche?" if spanish else "Can I take the pill at night instead?"
    day = case.ago(3, 120)
    case.fact(
        "communication",
        day,
        status="completed",
        category="question",
        medium="portal",
        text="Question about a medicine" if case.taken else "Question about a form",
        message=message if case.taken else ("¿Está lista mi carta?" if spanish else "Is my letter ready?"),
        sent_when=day.isoformat(),
        received_when=day.isoformat(),
        sender=f"{case.who.given} {case.who.family}",
        recipient="Larkspur Family Practice",
        author=f"{case.who.given} {case.who.family}",
    )
