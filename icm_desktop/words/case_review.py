"""Case review: where a score stands in one line, what is due, recommendations and relapse-prevention plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from icm_desktop.domain.treat_to_target import Review, Standing

SENTENCES = {
    "case_review.sum": "{score} {first} on {first_on} → {last} on {last_on}, {weeks} weeks in treatment: {state}",
    "case_review.sum_one": "{score} {first} on {first_on} and not again, {weeks} weeks in treatment: {state}",
    "case_review.sum_none": "{score} not asked since treatment began on {started_on}, {weeks} weeks ago: {state}",
    "case_review.state_not_measured": "NOT KNOWN",
    "case_review.state_below": "never high",
    "case_review.state_early": "too early to tell",
    "case_review.state_under_improvement": "falls too little",
    "case_review.state_remission": "remission",
    "case_review.state_response": "response",
    "case_review.state_improved": "improved",
    "case_review.state_no_response": "no response",
    "case_review.state_not_again": "NOT KNOWN",
    "case_review.score_phq9": "PHQ-9",
    "case_review.score_gad7": "GAD-7",
    "case_review.due": "Case review from {starts_on} (week {from_week}) to {due_on} (week {by_week})",
    "case_review.due_again": "Reviewed; again from {starts_on} if there is still no response",
    "case_review.not_due": "No case review is due",
    "case_review.unknown": "There is no such recommendation any more.",
    "case_review.unknown_plan": "There is no such plan any more.",
    "case_review.not_given": "You may not read behavioral-health notes of this patient, so you cannot do this.",
    "case_review.no_kind": "Choose what was recommended.",
    "case_review.no_role": "Choose who is to do it.",
    "case_review.no_text": "Write what was recommended.",
    "case_review.no_consultant": "Write who recommended it.",
    "case_review.bad_day": "Check the day: it lies in the past, at most a year back.",
    "case_review.bad_due": "Choose a day from today on, within a year.",
    "case_review.no_such_user": "This person cannot do it: not signed up here, or without clinical facts.",
    "case_review.bad_status": "Choose done, not done, or replaced.",
    "case_review.reason_missing": "Write why it was not done.",
    "case_review.answered": "This recommendation has its answer already. Open it again first.",
    "case_review.changed_meanwhile": "Somebody else changed this meanwhile. Nothing was saved; look at it again first.",
    "case_review.part_missing": "Write this part together with the patient.",
    "case_review.bad_language": "Choose English or Spanish.",
    "case_review.bad_how": "Choose how it was agreed.",
    "case_review.nobody_agreed": "Write who agreed to the plan: the patient, or somebody for them.",
    "case_review.nothing_changed": "Nothing is different from the last version.",
    "today.recommendation": "Psychiatric consultant: {what}",
    "today.recommendation_closed": "Psychiatric consultant: a recommendation to answer",
    "today.why_recommendation": "Recommended on {given_on} by {given_by}",
    "today.recommendation_answered": "Say on the chart what became of it: done, not done, or replaced.",
    "today.relapse": "Write the relapse-prevention plan together",
    "today.why_relapse": "{score} {value} on {found_on}: remission",
    "today.relapse_written": "Write the plan on the chart, under Collaborative care.",
    "today.relapse_plan": "Ask how it goes: relapse-prevention plan",
    "today.why_relapse_plan": "Agreed on {agreed_on}: ask again by this day",
    "today.done_relapse_plan": "Asked how it goes",
}
Say = Callable[..., str]
Show = Callable[[dt.date], str]


def sum_params(one: Standing) -> dict[str, str]:
    """What a standing is made of, as it is kept with a recommendation: days as ISO, values as text."""
    told = {"score": one.target.score, "state": one.state, "weeks": f"{one.weeks:.1f}",
            "started_on": one.started_on.isoformat()}  # fmt: skip
    if one.course is not None:
        told |= {"first": f"{one.course.first.value:g}", "first_on": one.course.first.on.isoformat()}
        if len(one.course.values) > 1:
            told |= {"last": f"{one.course.last.value:g}", "last_on": one.course.last.on.isoformat()}
    return told


def sum_of(params: Mapping[str, str], say: Say, show: Show) -> str:
    """ "PHQ-9 18 on 3 May → 16 on 2 Jul, 8.6 weeks in treatment: no response".

    Args:
        params: From `sum_params`.
        say: Words a code.
        show: Writes a day.
    """
    days = {name: show(dt.date.fromisoformat(text)) for name, text in params.items() if name.endswith("_on")}
    code = "sum" if "last" in params else "sum_one" if "first" in params else "sum_none"
    words = {"score": say(f"case_review.score_{params['score']}"), "state": say(f"case_review.state_{params['state']}")}
    return say(f"case_review.{code}", **{**params, **days, **words})


def review_of(review: Review, today: dt.date, say: Say, show: Show) -> str:
    """The rule of a review that is due, with its days."""
    if review.because is None or review.starts_on is None or review.due_on is None:
        return say("case_review.not_due")
    target, began = review.because.target, review.because.started_on
    if review.starts_on > began + dt.timedelta(weeks=target.review_from_week) and review.starts_on > today:
        return say("case_review.due_again", starts_on=show(review.starts_on))
    return say("case_review.due", starts_on=show(review.starts_on), due_on=show(review.due_on),
               from_week=(review.starts_on - began).days // 7, by_week=(review.due_on - began).days // 7)  # fmt: skip
