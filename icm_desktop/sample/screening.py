"""Questionnaires of a sample patient: PHQ-9 and GAD-7 courses, yearly screens, social needs, with every answer."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from icm_desktop.sample.case import LOINC, Case
from icm_desktop.sample.results import add_result

PHQ9, GAD7 = "http://loinc.org/q/44249-1", "http://loinc.org/q/69737-5"
PHQ2, AUDITC, AHC = "http://loinc.org/q/55757-9", "http://loinc.org/q/72109-2", "http://loinc.org/q/96777-8"
_PHQ9_ITEMS = ("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8")
_GAD7_ITEMS = ("69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7")
_AUDITC_ITEMS = ("68518-0", "68519-8", "68520-6")
_HOW_OFTEN = (
    ("LA6568-5", "Not at all"),
    ("LA6569-3", "Several days"),
    ("LA6570-1", "More than half the days"),
    ("LA6571-9", "Nearly every day"),
)
_OFTEN_TRUE = (("LA28397-0", "Often true"), ("LA6729-3", "Sometimes true"), ("LA28398-8", "Never true"))
_YES_NO = (("LA33-6", "Yes"), ("LA32-8", "No"))
_COURSES = (("remission", 0.34), ("response", 0.2), ("partial", 0.2), ("none", 0.16), ("relapse", 0.1))
_DAYS = (0, 21, 45, 75, 110, 150, 210, 280, 365, 420, 510, 600, 690)
_SHARE_LEFT = {"remission": 0.18, "response": 0.45, "partial": 0.72, "none": 1.0, "relapse": 0.25}
_ITEM9, _ITEM9_LATELY, _LATELY = 0.07, 0.002, 372  # how often the last question is above zero; days


def add_screening(case: Case) -> None:
    """Add what fits: courses for mood and worry, yearly screens for the others, social needs."""
    if case.slight or case.age < 12 or "dementia" in case.have:
        return
    if "depression" in case.have:
        _course(case, "phq9", case.have["depression"])
    if "item9" in case.story:
        day = case.end - dt.timedelta(days=case.story["item9"])
        _answers(case, (PHQ9, "PHQ-9", _PHQ9_ITEMS), day, [2, 2, 2, 2, 1, 2, 1, 1, 1])
        add_result(case, "phq9", day, 14)
    if "anxiety" in case.have:
        _course(case, "gad7", case.have["anxiety"])
    days = [visit.day for visit in case.visits if visit.kind != "Video visit"]
    if days and "depression" not in case.have:
        _yearly_mood(case, days[-1] if case.chance(0.5) else days[len(days) // 2])
    if days and case.age >= 18 and ("alcohol" in case.have or case.chance(0.3)):
        _alcohol(case, days[-1])
    if days and case.age >= 18 and ({"food", "transport", "housing"} & case.have.keys() or case.chance(0.25)):
        _needs(case, days[-1])


def _course(case: Case, what: str, since: dt.date) -> None:
    """A course from the start of treatment (or of our records) on: it falls, half falls, does not, or comes back."""
    start = max(since, case.since, case.end - dt.timedelta(days=760))
    name = case.rng.choices([each for each, _ in _COURSES], [share for _, share in _COURSES])[0]
    high = case.rng.randint(10, 22) if what == "phq9" else case.rng.randint(9, 18)
    left = _SHARE_LEFT[name]
    for place, after in enumerate(_DAYS):
        day = start + dt.timedelta(days=after + (case.rng.randint(-4, 6) if after else 0))
        if day > case.end - dt.timedelta(days=1):
            return
        if place > 4 and case.chance(0.3):
            continue
        score = high * (left + (1 - left) * math.exp(-after / 55))
        if name == "relapse" and after > 300:
            score = high * 0.8
        total = round(min(27 if what == "phq9" else 21, max(0, score + case.rng.gauss(0, 1.1))))
        _ask(case, what, day, total)


def _ask(case: Case, what: str, day: dt.date, total: int) -> None:
    if what == "phq9":
        lately = (case.end - day).days < _LATELY
        last = 1 if case.chance(_ITEM9_LATELY if lately else _ITEM9) and total > 8 else 0
        scores = [*_spread(case, total - last, 8), last]
        _answers(case, (PHQ9, "PHQ-9", _PHQ9_ITEMS), day, scores)
    else:
        _answers(case, (GAD7, "GAD-7", _GAD7_ITEMS), day, _spread(case, total, 7))
    add_result(case, what, day, total)


def _spread(case: Case, total: int, items: int) -> list[int]:
    """A total as so many answers from 0 to 3."""
    scores = [0] * items
    total = min(total, 3 * items)
    while total:
        place = int(case.rng.random() * items)
        if scores[place] < 3:
            scores[place] += 1
            total -= 1
    return scores


def _answers(case: Case, form: tuple[str, str, tuple[str, ...]], day: dt.date, scores: list[int]) -> None:
    questionnaire, title, items = form
    found = [
        {"link_id": f"/{item}", "text": None, "code": _HOW_OFTEN[score][0], "value": _HOW_OFTEN[score][1]}
        for item, score in zip(items, scores, strict=True)
    ]
    _response(case, questionnaire, title, day, found)


def _response(case: Case, questionnaire: str, title: str, day: dt.date, items: list[dict[str, Any]]) -> None:
    case.fact(
        "questionnaire_response",
        day,
        status="completed",
        text=title,
        questionnaire=questionnaire,
        authored_when=day.isoformat(),
        language="es" if case.spanish else "en",
        items=items,
    )


def _yearly_mood(case: Case, day: dt.date) -> None:
    """PHQ-2; when positive, the PHQ-9 of the same day, and what was done about it."""
    positive = case.chance(0.09)
    scores = [2, case.rng.randint(1, 2)] if positive else [case.rng.choice((0, 0, 0, 1)), case.rng.choice((0, 0, 1))]
    _answers(case, (PHQ2, "PHQ-2", _PHQ9_ITEMS[:2]), day, scores)
    add_result(case, "phq2", day, sum(scores))
    outcome = ("428181000124104", "Positive") if positive else ("428171000124102", "Negative")
    coded = {"code_system": LOINC, "code": "73832-8" if case.age >= 18 else "73831-0", "text": "Depression screening"}
    value = {"value_code": outcome[0], "value_code_system": "http://snomed.info/sct", "value_text": outcome[1]}
    case.fact("observation", day, status="final", category="survey", effective_when=day.isoformat(), **coded, **value)
    if positive:
        _ask(case, "phq9", day, case.rng.randint(5, 13))
        if case.chance(0.7):
            follow = min(case.end, day + dt.timedelta(days=case.rng.choice((0, 0, 1, 2, 5))))
            what = {
                "text": "Depression follow-up plan made",
                "code_system": "http://snomed.info/sct",
                "code": "372067001",
            }
            case.fact("procedure", follow, status="completed", performed_when=follow.isoformat(), **what)


def _alcohol(case: Case, day: dt.date) -> None:
    scores = [case.rng.randint(3, 4), case.rng.randint(1, 3), case.rng.randint(1, 3)] if "alcohol" in case.have else [
        case.rng.choice((0, 0, 1, 2, 3)), 0, 0,
    ]  # fmt: skip
    often = ("Never", "Monthly or less", "2-4 times a month", "2-3 times a week", "4 or more times a week")
    many = ("1 or 2", "3 or 4", "5 or 6", "7 to 9", "10 or more")
    six = ("Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily")
    answers = (often[scores[0]], many[scores[1]], six[scores[2]])
    items = [{"link_id": f"/{code}", "text": None, "code": None, "value": answer}
             for code, answer in zip(_AUDITC_ITEMS, answers, strict=True)]  # fmt: skip
    _response(case, AUDITC, "AUDIT-C", day, items if scores[0] else items[:1])
    add_result(case, "auditc", day, sum(scores))


def _needs(case: Case, day: dt.date) -> None:
    """The AHC core questions: housing, food, rides, power, and, asked alone, safety."""
    have = case.have
    hungry, safe = "food" in have, not case.chance(0.015)
    food = _OFTEN_TRUE[case.rng.randint(0, 1)] if hungry else _OFTEN_TRUE[2]
    home = ("LA31994-9", "I have a place to live today, but I am worried about losing it") if "housing" in have else (
        "LA31993-1", "I have a steady place to live",
    )  # fmt: skip
    asked: list[tuple[str, tuple[str | None, str]]] = [
        ("71802-3", home),
        ("96778-6", ("LA31996-4", "Mold") if case.chance(0.04) else ("LA9-3", "None of the above")),
        ("88122-7", food),
        ("88123-5", _OFTEN_TRUE[1] if hungry else _OFTEN_TRUE[2]),
        ("93030-5", _YES_NO[0 if "transport" in have else 1]),
        ("96779-4", _YES_NO[0 if "housing" in have and case.chance(0.5) else 1]),
    ]
    hits = [1, 1, 1, 1] if safe else [3, 3, 3, 2]
    asked += [
        (code, (None, str(score)))
        for code, score in zip(("95618-5", "95617-7", "95616-9", "95615-1"), hits, strict=True)
    ]
    items = [{"link_id": f"/{link}", "text": None, "code": code, "value": value} for link, (code, value) in asked]
    _response(case, AHC, "Social needs (AHC)", day, items)
