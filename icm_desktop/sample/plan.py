"""The care plan of a sample patient: goals with where they started, actions open, late, held and done, and the team."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.content.care_plan import review_months
from icm_desktop.content.sample import condition, sample
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.sample.case import SHOWN, Case
from icm_desktop.sample.chance import dice

_PLANNED = 0.3  # share of patients with conditions that have one; in a practice for show more
_MOST_GOALS = 4
_OLDER = 50  # from this age on people speak of grandchildren
_OLD = 75  # from this age on a fall is a risk to plan for
_MANY, _SOME = 5, 3  # conditions from which on the risk is high, medium
_WRITTEN = 0.7  # of the parts of a plan that are written down
_MUCH = 0.05  # of the value when the goal was set: less is no change


def add_plan(case: Case) -> None:
    """Add plan, team, goals and actions for some of those with conditions."""
    told = case.story.get("goals", ())
    share = 0.75 if case.who.number <= SHOWN else _PLANNED
    if case.slight or not case.alive or not case.have or case.age < 18 or not (told or case.chance(share)):
        return
    plan = _plan(case)
    _team(case)
    _parts(case)
    names = [name for name in case.have if name in sample("texts")["plan"]["goal"]]
    covered = {goal[1] for goal in told}
    place = 0
    for wanted in told:
        _told_goal(case, plan, wanted, place)
        place += 1
    for name in names:
        each = sample("texts")["plan"]["goal"][name]
        if place < _MOST_GOALS and each.get("measure") not in covered:
            _goal(case, plan, name, each, place)
            place += 1
    _falls(case)
    fitting = [each for each in sample("texts")["plan"]["plain_actions"] if each[3] in case.have or not each[3]]
    for text, who, days, _ in case.rng.sample(fitting, case.rng.randint(1, 2)):
        _action(case, [text, "", who, days], (plan, None), 0, sensitive=False)


def _plan(case: Case) -> int:
    agreed = case.ago(40, 330)
    reviewed = max(agreed, case.ago(5, 120))
    title = case.rng.choice(sample("texts")["plan"]["titles"][:2])
    months = review_months()
    risk = "high" if len(case.have) >= _MANY else "medium" if len(case.have) >= _SOME else "low"
    return case.fact(
        "care_plan",
        agreed,
        status="active",
        intent="plan",
        category="assess-plan",
        title=title,
        text=title,
        starts_when=agreed.isoformat(),
        agreed_on=agreed,
        reviewed_on=reviewed,
        review_due=add_months(reviewed, months[risk]),
        risk=risk,
    )


def _parts(case: Case) -> None:
    """What is written about the person and for an emergency, for those for show."""
    if case.who.number > SHOWN:
        return
    own = dice("plan", case.who.number)  # its own chance: nothing else of the patient depends on it
    for part, texts in sample("texts")["plan"]["parts"].items():
        if own.random() < _WRITTEN:
            text = own.choice(texts).format(phone=sample("clinic")["phone"])
            case.rows.add("plan_part", patient_id=case.id, part=part, text=text, written_on=case.end)


def _concern(case: Case, name: str, place: int) -> int:
    """The concern a goal is about: the problem, or the social need."""
    return case.rows.add(
        "health_concern",
        patient_id=case.id,
        condition_id=case.numbers.get("condition_ids", {}).get(name),
        kind="social" if name in sample("texts")["plan"]["social"] else "problem",
        text=case.numbers.get("texts", {}).get(name) or name,
        words=None,
        status="active",
        priority="high-priority" if place == 0 else "medium-priority",
        noticed_on=max(case.have.get(name, case.since), case.since),
        position=place + 1,
        sensitive=condition(name).get("sensitive", False),
        note=None,
        owner_organization=None,
        owner_practitioner_id=None,
        **case.owner("user"),
    )


def _falls(case: Case) -> None:
    """Old people with a plan may fall: a risk of its own."""
    if case.age >= _OLD and case.who.number <= SHOWN:
        case.rows.add(
            "health_concern", patient_id=case.id, condition_id=None, kind="risk", text="Falls", words=None,
            status="active", priority="low-priority", noticed_on=case.end, position=_MOST_GOALS + 1, sensitive=False,
            note=None, owner_organization=None, owner_practitioner_id=None, **case.owner("user"),
        )  # fmt: skip


def _team(case: Case) -> None:
    since = case.ago(60, 700)
    team = case.fact("care_team", since, status="active", name="Care team", starts_when=since.isoformat())
    doctor, phone = case.doctor, sample("clinic")["phone"]
    members: list[tuple[str, str, str, dict[str, Any]]] = [
        (doctor.name, "Primary care", doctor.phone, {"practitioner_id": doctor.id}),
        (case.coordinator()[1], "Care coordinator", phone, {}),
    ]
    for each in case.clinic.destinations:
        if any(name in case.have for name in each.fits) and len(members) < 5:
            ids = {"practitioner_id": each.practitioner_id, "organization_id": each.organization_id}
            members.append((each.name, each.service, each.phone, ids))
    if case.numbers.get("helper"):
        name, relation, number = case.numbers["helper"]
        members.append((name, f"Family: {relation}", number, {}))
    if case.age > 70 and case.chance(0.3):
        home = case.clinic.places["Larkspur Home Health"]
        members.append(("Larkspur Home Health", "Home nursing", "555-0130", {"organization_id": home}))
    for name, role, number, ids in members:
        known = {"practitioner_id": None, "organization_id": None, **ids}
        member = {"member_key": f"sample:{name}", "name": name, "role": role, "phone": number, **known}
        case.rows.add("care_team_member", care_team_id=team, patient_id=case.id, **member)


def _told_goal(case: Case, plan: int, wanted: list[Any], place: int) -> None:
    """A goal of the story, ours, the patient's own or that of somebody elsewhere."""
    text, measure, comparator, value, unit, by = wanted
    values: dict[str, Any] = {"measure_code": measure, "target_comparator": comparator, "target_value": float(value)}
    values |= {"target_unit": unit, "words": None, "words_language": None}
    if by == "patient":
        values |= {"words": text, "words_language": "en", **case.owner("patient")}
    elif by != "us":
        values |= {"author": by, "organization": by, "owner_kind": "person", "owner_name": by, "owner_user_id": None}
    if by == "us":
        values |= case.owner("user")
    _write_goal(case, plan, text, place, values)


def _goal(case: Case, plan: int, name: str, each: dict[str, Any], place: int) -> None:
    language = "es" if case.spanish else "en"
    values = {
        "words": case.rng.choice(_fitting_words(case, each[language])),
        "words_language": language,
        "measure_code": each.get("measure"),
        "target_comparator": each.get("comparator"),
        "target_value": float(each["value"]) if "value" in each else None,
        "target_unit": each.get("unit"),
        **case.owner("user"),
    }
    sensitive = condition(name).get("sensitive", False)
    values |= {"sensitive": sensitive, "concern_id": _concern(case, name, place)}
    goal = _write_goal(case, plan, each["text"], place, values)
    for number, action in enumerate(each.get("actions", ())):
        _action(case, action, (plan, goal), number, sensitive=sensitive)


def _fitting_words(case: Case, words: list[str]) -> list[str]:
    """What somebody of this age would say."""
    older = sample("texts")["plan"]["older_words"]
    return [each for each in words if case.age >= _OLDER or not any(word in each for word in older)] or words


def _barrier(case: Case, goal: int, since: dt.date, *, sensitive: bool) -> None:
    fitting = [
        (text, kind)
        for text, least, most, needs, kind in sample("texts")["plan"]["barriers"]
        if least <= case.age <= most and (not needs or needs in case.have)
    ]
    text, kind = case.rng.choice(fitting)
    if text:
        case.rows.add(
            "plan_barrier", patient_id=case.id, goal_id=goal, concern_id=None, kind=kind, text=text, help_text=None,
            status="active", noticed_on=since, sensitive=sensitive,
        )  # fmt: skip


def _write_goal(case: Case, plan: int, text: str, place: int, values: dict[str, Any]) -> int:
    day = case.ago(40, 300)
    baseline, stood_on = _baseline(case, values.get("measure_code"), day)
    goal = case.fact(
        "goal",
        day,
        care_plan_id=plan,
        status="active",
        achievement=_achievement(case, values, day),
        text=text,
        starts_when=day.isoformat(),
        due_on=case.today + dt.timedelta(days=case.rng.randint(20, 200)),
        position=place,
        on_handout=True,
        priority=case.rng.choice(("high-priority", "medium-priority")),
        notes=None,
        baseline_value=baseline,
        baseline_on=stood_on,
        confidence=4 + (case.who.number + place) % 6,
        **{"sensitive": False, "concern_id": None, **values},
    )
    _barrier(case, goal, day, sensitive=bool(values.get("sensitive")))
    return goal


def _achievement(case: Case, values: dict[str, Any], since: dt.date) -> str:
    """How far a goal is by the results since it was set: reached, nearer, farther, or the same."""
    found = sorted(case.numbers["measured"].get(values.get("measure_code"), []))
    if not found or not values.get("target_value"):
        return "in-progress"
    before = [value for day, value in found if day <= since] or [found[0][1]]
    last, goal = found[-1][1], values["target_value"]
    falls = (values.get("target_comparator") or "<").startswith("<")
    if last < goal if falls else last > goal:
        return "achieved"
    change = (before[-1] - last) / max(1.0, abs(before[-1])) * (1 if falls else -1)
    return "improving" if change > _MUCH else "worsening" if change < -_MUCH else "no-change"


def _baseline(case: Case, measure: str | None, since: dt.date) -> tuple[float | None, dt.date | None]:
    """Where the number stood when the goal was set, and on which day."""
    before = [(value, day) for day, value in sorted(case.numbers["measured"].get(measure, [])) if day <= since]
    return before[-1] if before else (None, None)


def _action(case: Case, action: list[Any], of: tuple[int, int | None], place: int, *, sensitive: bool) -> None:
    text, phrase, who, days = action
    plan, goal = of
    chance = case.rng.random()
    status = (
        "completed" if chance < 0.3 else "on-hold" if chance < 0.37 else "cancelled" if chance < 0.42 else "in-progress"
    )
    status = "not-started" if 0.42 <= chance < 0.6 else status
    due = case.today + dt.timedelta(days=case.rng.randint(-days // 3, days + 10))
    plans = sample("texts")["plan"]
    done = case.ago(1, 25) if status == "completed" else None
    case.fact(
        "plan_action",
        case.ago(30, 90),
        care_plan_id=plan,
        goal_id=goal,
        status=status,
        text=text,
        phrase=phrase or None,
        due_on=due,
        done_on=done,
        held_until=case.today + dt.timedelta(days=case.rng.randint(3, 30)) if status == "on-hold" else None,
        reason=case.rng.choice(plans["held"] if status == "on-hold" else plans["cancelled"])
        if status in {"on-hold", "cancelled"}
        else None,
        on_handout=bool(phrase),
        sensitive=sensitive,
        urgent=who == "user" and case.chance(0.05),
        position=place,
        **case.owner(who),
    )
