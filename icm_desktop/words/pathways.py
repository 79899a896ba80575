"""Pathways: why a step is due on its day, in one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from icm_desktop.domain.pathways.due import StepDue
from icm_desktop.domain.pathways.facts import Decision
from icm_desktop.domain.pathways.intervals import Interval

SENTENCES = {
    "pathways.unknown": "There is no such pathway.",
    "pathways.content_changed": "The pathway is no longer what you read. Read it again, then adopt it.",
    "pathways.adopter_missing": "Write the name of the clinician who stands for this pathway.",
    "pathways.not_adopted": "The practice has not adopted this pathway yet. A clinician adopts it first.",
    "pathways.of_enrolled": "What this pathway asks is work on Today already.",
    "pathways.for_everyone": "This pathway is for everyone: nobody has to be put into it.",
    "pathways.already_in": "The patient is in this pathway already.",
    "pathways.reason_missing": "Write why.",
    "pathways.bad_decision": "Choose done, declined, does not apply or put off.",
    "pathways.bad_day": "Check the date: it must lie after the decision, and the decision not after today.",
    "pathways.until_missing": "Write until when it is put off.",
    "pathways.unknown_step": "No pathway asks for this.",
    "pathways.unknown_target": "This pathway has no such target.",
    "pathways.bad_value": "Write a number above 0.",
    "pathways.bad_grouping": "Group by step, clinician or site.",
    "pathways.bad_interval": "Write a number above 0.",
    "pathways.bad_owner": "Choose who does it.",
    "pathways.both_titles": "Write it in both languages, or in neither to keep the shipped words.",
    "pathways.nothing_changed": "Nothing is different from what there is.",
    "pathways.no_edition": "There is no such edition.",
    "pathways.last": "last {title} {day}",
    "pathways.entered": "in the pathway since {day}",
    "pathways.after": "{title} {day}",
    "pathways.visit": "at each visit; missed at the one of {day}",
    "pathways.each_visit": "at each visit",
    "pathways.once_done": "done once: {day}",
    "pathways.no_start": "nothing to count from",
    "pathways.plus": "{base} + {interval}",
    "pathways.plus_because": "{base} + {interval} because {because}",
    "pathways.is_due": "{sum} = {due}",
    "pathways.is_late": "{sum} = {due}, {days} days late",
    "pathways.from": "{base}, never done",
    "pathways.from_late": "{base}, never done, {days} days late",
    "pathways.put_off_plainly": "put off to {due}",
    "pathways.put_off": "put off to {due}: {reason}",
    "pathways.declined": "declined on {day}: {reason}",
    "pathways.not_applicable": "does not apply: {reason}",
    "pathways.days": "{n} days",
    "pathways.business_days": "{n} business days",
    "pathways.months": "{n} months",
    "pathways.years": "{n} years",
    "pathways.season": "the next season",
    "pathways.only_once": "once",
    "pathways.who_PCP": "primary care clinician",
    "pathways.who_RN_CM": "nurse care manager",
    "pathways.who_BHCM": "behavioral health care manager",
    "pathways.who_MA": "medical assistant",
    "pathways.who_PHARM": "pharmacist",
    "pathways.who_PSYCH": "psychiatric consultant",
    "pathways.who_SW": "social worker",
    "pathways.who_SPECIALIST": "specialist",
    "pathways.who_PATIENT": "patient",
    "pathways.who_911": "911",
    "pathways.within_emergency": "at once",
    "pathways.within_same_day": "the same day",
    "pathways.within_next_contact": "at the next contact",
    "pathways.within_days": "within {n} days",
}

Params = tuple[tuple[str, str], ...]
_PARTS = (
    "base", "base_day", "interval", "because", "because_es", "base_title", "base_title_es", "put_off", "reason",
)  # fmt: skip
Say = Callable[..., str]
Show = Callable[[dt.date], str]


def why(step: StepDue, say: Say, show: Show, spanish: bool = False) -> str:
    """The sum behind a due date: "last A1c 12 Aug 2026 + 3 months because not at goal = 12 Nov 2026, 10 days late".

    Args:
        step: The step.
        say: Words a code, as `icm_desktop.words.say` does.
        show: Writes a day.
        spanish: Whether the words of the pathway's file are wanted in Spanish.
    """
    if step.decision is not None:
        return _decided(step, say, show)
    if step.due is None or step.base_day is None:
        return _without_day(step, say, show)
    title = step.title_es if spanish else step.title
    start = step.base_title_es if spanish else step.base_title
    name = {"last": title, "after": start}.get(step.base, "")
    code = {"last": "pathways.last", "after": "pathways.after"}.get(step.base, "pathways.entered")
    base = say(code, title=name, day=show(step.base_day))
    because = step.because_es if spanish else step.because
    plus = "pathways.plus_because" if because else "pathways.plus"
    total = say(plus, base=base, interval=interval_words(step.interval, say), because=because)
    if step.interval.days == 0:
        return say("pathways.from_late" if step.days_past else "pathways.from", base=base, days=step.days_past)
    code = "pathways.is_late" if step.days_past else "pathways.is_due"
    return say(code, sum=total, due=show(step.due), days=step.days_past)


def sum_params(titles: tuple[str, str], counted_from: Sequence[str], due: str, late: int) -> Params:
    """What a row of Today carries so that its sum can be worded in the language of whoever reads it."""
    parts = zip(_PARTS, counted_from, strict=True)
    return (("title", titles[0]), ("title_es", titles[1]), *parts, ("due", due), ("late", str(late)))


def why_of(params: Mapping[str, str], say: Say, show: Show, spanish: bool = False) -> str:
    """The sum behind a due date, from `sum_params`."""
    base_day, due = params["base_day"], dt.date.fromisoformat(params["due"])
    made = Decision("", "deferred", due, params["reason"], due) if params["put_off"] else None
    step = StepDue(
        "", "", "", params["title"], params["title_es"], (), "", due, None,
        params["base"], dt.date.fromisoformat(base_day) if base_day else None, Interval.of_iso(params["interval"]),
        params["because"], params["because_es"], params["base_title"], params["base_title_es"], int(params["late"]),
        decision=made,
    )  # fmt: skip
    return why(step, say, show, spanish)


def _without_day(step: StepDue, say: Say, show: Show) -> str:
    if step.base == "visit":
        return say("pathways.visit", day=show(step.base_day)) if step.base_day else say("pathways.each_visit")
    if step.last is not None and step.interval.once:
        return say("pathways.once_done", day=show(step.last))
    return say("pathways.no_start")


def _decided(step: StepDue, say: Say, show: Show) -> str:
    made = step.decision
    if made is None:
        return ""
    if made.kind == "deferred":
        code = "pathways.put_off" if made.reason else "pathways.put_off_plainly"
        return say(code, due=show(step.due or made.made_on), reason=made.reason)
    return say(f"pathways.{made.kind}", day=show(made.made_on), reason=made.reason)


def interval_words(every: Interval, say: Say) -> str:
    """An interval in words: "3 months"."""
    if every.visit or every.once:
        return say("pathways.each_visit" if every.visit else "pathways.only_once")
    for unit in ("days", "business_days", "months", "years"):
        count = getattr(every, unit)
        if count is not None:
            return say(f"pathways.{unit}", n=count)
    return say("pathways.season")
