"""Populations: a rule as sentences, the facts behind a person in words, and what errors tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from icm_desktop.domain.populations import LISTED, Ask, Criterion, Evidence, Kind

SENTENCES = {
    "populations.unknown": "There is no such population any more.",
    "populations.title_missing": "Give the list a name.",
    "populations.reason_missing": "Write why they are left out.",
    "populations.bad_until": "Choose a day from today on, or none.",
    "populations.pathway_not_in_use": "The practice does not use this pathway. Adopt it first (Admin, Pathways).",
    "populations.rule_empty": "Add at least one condition to the rule.",
    "populations.rule_only_without": "A rule of nothing but “not” would find nearly everybody. Add something that must be so.",
    "populations.rule_no_list": "Choose what this condition is about.",
    "populations.rule_one_measurement": "Choose one measurement.",
    "populations.rule_unknown_name": "The rule names something this version does not know.",
    "populations.rule_no_number": "Say which number the value is compared with.",
    "populations.rule_bad_number": "Choose a number from 1 to 99.",
    "populations.rule_bad_days": "Say within how many days.",
    "populations.or": " or ",
    "populations.and": "; and ",
    "populations.ask_conditions": "has {names}",
    "populations.ask_conditions_not": "does not have {names}",
    "populations.ask_conditions_many": "has {count} or more of: {names}",
    "populations.ask_conditions_many_not": "has fewer than {count} of: {names}",
    "populations.ask_result": "last {names} {compare} {value}",
    "populations.ask_result_not": "last {names} is not {compare} {value}, or there is none",
    "populations.ask_result_days": "last {names} of {days} days {compare} {value}",
    "populations.ask_result_days_not": "last {names} of {days} days is not {compare} {value}, or there is none",
    "populations.ask_unfollowed": "{said}, at least {days} days old, and nothing followed it",
    "populations.ask_measured": "{names} was measured",
    "populations.ask_measured_not": "{names} was never measured",
    "populations.ask_measured_days": "{names} was measured in {days} days",
    "populations.ask_measured_days_not": "no {names} in {days} days",
    "populations.ask_medicines": "takes {names}",
    "populations.ask_medicines_not": "does not take {names}",
    "populations.ask_medicines_any": "takes {count} or more different medicines",
    "populations.ask_medicines_any_not": "takes fewer than {count} different medicines",
    "populations.ask_emergency": "{count} or more days with an emergency visit in {days} days",
    "populations.ask_emergency_not": "fewer than {count} days with an emergency visit in {days} days",
    "populations.ask_stays": "{count} or more stays in hospital in {days} days",
    "populations.ask_stays_not": "fewer than {count} stays in hospital in {days} days",
    "populations.ask_discharged": "came out of hospital in the last {days} days",
    "populations.ask_discharged_not": "did not come out of hospital in the last {days} days",
    "populations.ask_visits": "{count} or more visits here in {days} days",
    "populations.ask_visits_not": "fewer than {count} visits here in {days} days",
    "populations.ask_contact": "reached or seen in {days} days",
    "populations.ask_contact_not": "not reached and not seen in {days} days",
    "populations.ask_next_visit": "a visit here is booked",
    "populations.ask_next_visit_not": "no visit here is booked",
    "populations.ask_needs": "{count} or more social needs were found ({names})",
    "populations.ask_needs_not": "fewer than {count} social needs were found ({names})",
    "populations.ask_overdue_steps": "{count} or more overdue steps of pathways",
    "populations.ask_overdue_steps_not": "fewer than {count} overdue steps of pathways",
    "populations.ask_in_pathway": "is in a pathway ({names})",
    "populations.ask_in_pathway_not": "is not in a pathway ({names})",
    "populations.ask_should_be_in_pathway": "has the diagnosis of a pathway in use ({names}), is not in it, and it was not turned down",
    "populations.ask_should_be_in_pathway_not": "lacks no pathway in use ({names})",
    "populations.ask_in_program": "is in a program ({names})",
    "populations.ask_in_program_not": "is in no program ({names})",
    "populations.ask_plan_review": "the review of the plan was due {days} days ago or more",
    "populations.ask_plan_review_not": "the review of the plan is not {days} days overdue",
    "populations.ask_has_plan": "has a care plan of ours",
    "populations.ask_has_plan_not": "has no care plan of ours",
    "populations.ask_late_referrals": "{count} or more open referrals past their limit",
    "populations.ask_late_referrals_not": "fewer than {count} open referrals past their limit",
    "populations.ask_age": "age {compare} {value} years",
    "populations.ask_age_not": "age is not {compare} {value} years",
    "populations.ask_sex": "sex: {names}",
    "populations.ask_sex_not": "sex is not {names}",
    "populations.ask_language": "language: {names}",
    "populations.ask_language_not": "language is not {names}",
    "populations.any": "any",
    "populations.fact_since": "{what} since {day}",
    "populations.fact_value": "{what} {value} on {day}",
    "populations.fact_on": "{what} on {day}",
    "populations.fact_due": "{what}, due {day}",
    "populations.fact_discharged": "Discharged on {day}",
    "populations.fact_emergency": "Emergency visit on {day}",
    "populations.fact_stays": "In hospital from {day}",
    "populations.fact_visits": "Visit on {day}",
    "populations.fact_contact": "Reached or seen on {day}",
    "populations.fact_next_visit": "Next visit on {day}",
    "populations.fact_should_be_in_pathway": "Pathway that fits: {what}",
    "populations.fact_plan_review": "Plan review was due {day}",
    "populations.fact_has_plan": "Has a care plan",
    "populations.fact_age": "{value} years",
    "populations.fact_referral": "Referral, due {day}",
    "populations.about_use": "Chosen because of high use: what these people use later falls by itself, without any help (regression to the mean).",
}

Say = Callable[..., str]
Name = Callable[[str, str], str]
_COMPARED = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}
_DATED = frozenset({
    Kind.DISCHARGED, Kind.EMERGENCY, Kind.STAYS, Kind.VISITS, Kind.CONTACT, Kind.NEXT_VISIT, Kind.PLAN_REVIEW,
})  # fmt: skip


def rule_words(criteria: Iterable[Criterion], say: Say, name: Name) -> str:
    """A whole rule as one sentence without an end.

    Args:
        criteria: The rule.
        say: Words a code, as `icm_desktop.words.say` does.
        name: What an entry of a list ("conditions", its id) is called.
    """
    parts = (say("populations.or").join(ask_words(test, say, name) for test in one.any_of) for one in criteria)
    return say("populations.and").join(parts)


def ask_words(test: Ask, say: Say, name: Name) -> str:
    """One question as words."""
    code = f"populations.ask_{test.kind.value}"
    if test.kind is Kind.CONDITIONS and test.at_least > 1:
        code += "_many"
    elif test.kind is Kind.MEDICINES and not test.of:
        code += "_any"
    elif test.kind in (Kind.RESULT, Kind.MEASURED) and test.days is not None:
        code += "_days"
    named = LISTED.get(test.kind, "")
    joined = say("populations.or") if test.kind is Kind.CONDITIONS and test.at_least == 1 else ", "
    said = say(
        f"{code}_not" if test.without else code,
        names=joined.join(name(named, one) for one in test.of) or say("populations.any"),
        count=str(test.at_least), days=str(test.days), compare=_COMPARED.get(test.compare, ""),
        value="" if test.value is None else f"{test.value:g}",
    )  # fmt: skip
    if test.unfollowed_days is None:
        return said
    return say("populations.ask_unfollowed", said=said, days=str(test.unfollowed_days))


def evidence_words(one: Evidence, say: Say, show: Callable[[dt.date], str], spanish: bool = False) -> str:
    """One fact as words, with its day."""
    what, day = _pick(one.words, spanish) or one.what, show(one.day) if one.day else ""
    if one.kind in _DATED or one.kind in (Kind.HAS_PLAN, Kind.AGE, Kind.SHOULD_BE_IN_PATHWAY):
        value = "" if one.value is None else f"{one.value:g}"
        return say(f"populations.fact_{one.kind.value}", day=day, what=what, value=value)
    if one.kind is Kind.LATE_REFERRALS:
        return say("populations.fact_due", what=what, day=day) if what else say("populations.fact_referral", day=day)
    if one.kind is Kind.OVERDUE_STEPS:
        return say("populations.fact_due", what=what, day=day)
    if not day:
        return what
    if one.kind in (Kind.RESULT, Kind.MEASURED):
        value = "" if one.value is None else f"{one.value:g}"
        return say("populations.fact_value", what=what, value=value, day=day)
    return say("populations.fact_on" if one.kind is Kind.NEEDS else "populations.fact_since", what=what, day=day)


def _pick(words: Mapping[str, str], spanish: bool) -> str:
    return words.get("es" if spanish else "en") or words.get("en", "")
