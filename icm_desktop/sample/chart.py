"""Makes one sample patient, whole: who, what they have and take, what was done, measured, planned and paid."""

from __future__ import annotations

import datetime as dt
from random import Random

from icm_desktop.sample.calls import add_calls
from icm_desktop.sample.case import Case
from icm_desktop.sample.chance import dice
from icm_desktop.sample.claims import add_claims
from icm_desktop.sample.clinic import Clinic, Openings
from icm_desktop.sample.conditions import add_conditions, write_brief, write_conditions
from icm_desktop.sample.courses import set_courses, set_kidneys
from icm_desktop.sample.history import add_allergies, add_background, add_procedures, add_vaccines, choose_allergies
from icm_desktop.sample.identity import Identity, identify
from icm_desktop.sample.papers import add_papers
from icm_desktop.sample.people import add_person
from icm_desktop.sample.plan import add_plan
from icm_desktop.sample.programs import add_programs
from icm_desktop.sample.referrals import add_referrals
from icm_desktop.sample.results import add_results
from icm_desktop.sample.rows import Rows
from icm_desktop.sample.schedule import add_schedule
from icm_desktop.sample.screening import add_screening
from icm_desktop.sample.stays import add_stays
from icm_desktop.sample.stories import story_of
from icm_desktop.sample.treatment import add_course, add_former, add_medicines, add_taking

_OUTSIDE = (("Dr. Ruth Calloway", "Eastbrook Medical Group"), ("Dr. Neil Ashford", "Quarry Hill Family Clinic"))


def add_patient(rows: Rows, number: int, seed: int, clinic: Clinic, openings: Openings) -> Case:
    """Add the patient of this number."""
    case = _case(rows, number, seed, clinic, openings)
    add_conditions(case)
    set_kidneys(case)
    choose_allergies(case)
    add_medicines(case)
    add_former(case)
    set_courses(case)
    stays = add_stays(case)
    add_person(case, seed)
    add_schedule(case, stays)
    for day, each in write_brief(case):
        if "medicine" in each:
            add_course(case, each["medicine"], day)
    add_results(case)
    write_conditions(case)
    add_screening(case)
    add_allergies(case)
    add_vaccines(case)
    add_procedures(case)
    add_background(case)
    add_taking(case)
    add_plan(case)
    add_referrals(case)
    add_calls(case)
    add_papers(case)
    add_claims(case)
    add_programs(case, seed)
    return case


def _case(rows: Rows, number: int, seed: int, clinic: Clinic, openings: Openings) -> Case:
    who, rng = identify(seed, number, clinic.today), dice(seed, number)
    end = _end(who, rng, clinic.today)
    doctors = [each for each in openings.clinicians if not each.counselor]
    since = max(who.born + dt.timedelta(days=250), end - dt.timedelta(days=int(300 + rng.random() * 2600)))
    case = Case(rows, rng, clinic, openings, who, rows.reserve("patient"), doctors[number % len(doctors)], since, end)
    author, organization = _OUTSIDE[number % len(_OUTSIDE)]
    case.numbers["measured"] = {}
    case.numbers["outside"] = {"author": author, "organization": organization}
    return case


def _end(who: Identity, rng: Random, today: dt.date) -> dt.date:
    """Today, or the day the patient died."""
    chance, age = rng.random(), who.age_on(today)
    told = (story_of(who.number) or {}).get("died")
    if told:
        return today - dt.timedelta(days=told)
    if story_of(who.number):
        return today
    if who.tie is None and age >= 66 and chance < (0.4 if age < 80 else 0.7) and who.number % 10 == 4:
        return today - dt.timedelta(days=int(20 + chance * 9000 % 380))
    return today
