"""The worked examples in the files of questionnaires: what comes out, in their own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from icm_desktop.content.instruments import examples, read
from icm_desktop.domain.instruments import answers as given_answers
from icm_desktop.domain.instruments import follow_up
from icm_desktop.domain.instruments.definition import FollowUp, Instrument
from icm_desktop.domain.instruments.scoring import Outcome, Person, outcome, remission, response


def scored(instrument: Instrument, example: Mapping[str, Any]) -> tuple[Outcome, given_answers.Answers]:
    """What the answers of an example come to, and the answers as they are understood."""
    raw = given_answers.in_order(instrument, example["answers"]) if "answers" in example else example["given"]
    found = given_answers.read(instrument, raw)
    return outcome(instrument, found, Person(example.get("sex")), example.get("chosen", ())), found


def seen(found: Outcome, given: given_answers.Answers, asked: dict[str, Any]) -> dict[str, Any]:
    """What came out of answers, in the words of the examples."""
    first = found.scores[0]
    words: dict[str, Any] = {
        "band": first.band.id if first.band else None,
        "positive": "unknown" if found.positive is None else found.positive,
        "positives": [one.score.id for one in found.scores if one.positive],
        "complete": found.complete,
        "missing": list(found.missing),
        "alerts": [one.id for one in found.alerts],
        "notes": [one.id for one in found.notes],
        "of": first.out_of,
    }
    words |= {one.score.id: one.value for one in found.scores}
    words["answers"] = {key: _plain(given.get(key)) for key in asked.get("answers", ())}
    return {key: words[key] for key in asked}


def _plain(given: given_answers.Answer | None) -> object:
    return list(given) if isinstance(given, tuple) else given


def refused(instrument: Instrument, example: Mapping[str, Any]) -> str | None:
    """Why the answers of an example are refused; None when they are taken."""
    try:
        scored(instrument, example)
    except given_answers.WrongAnswer as wrong:
        return wrong.reason
    return None


def comes_out(instrument: Instrument, example: Mapping[str, Any]) -> bool:
    """Whether an example comes out as written: what it comes to, or why it is refused."""
    if "refused" in example:
        return refused(instrument, example) == example["refused"]
    if refused(instrument, example):
        return False
    return seen(*scored(instrument, example), example["expect"]) == example["expect"]


def follow_up_comes_out(rule: FollowUp, example: Mapping[str, Any]) -> bool:
    """Whether the days of a follow-up are those written."""
    asked_on = day(example["asked_on"])
    told: dict[str, object] = {
        "due": follow_up.due(rule, asked_on).isoformat(),
        "last_day": follow_up.last_day(rule, asked_on).isoformat(),
    }
    if "done_on" in example:
        told["in_time"] = follow_up.in_time(rule, asked_on, day(example["done_on"]))
    return all(told[key] == example[key] for key in told if key in example)


def again_comes_out(instrument: Instrument, example: Mapping[str, Any]) -> bool:
    """Whether it is asked again when it is written, or never."""
    found = follow_up.again(instrument.again, day(example["asked_on"]), positive=example["positive"])
    if found is None:
        return "on" not in example
    rule, on = found
    until = (day(example["asked_on"]) + dt.timedelta(days=rule.work_days)).isoformat() if rule.work_days else None
    return (on.isoformat(), until) == (example.get("on"), example.get("work_until"))


def day(text: str) -> dt.date:
    """A day as the files write it."""
    return dt.date.fromisoformat(text)


def holds(file: Path) -> bool:
    """Whether every example of a file comes out as written."""
    instrument, found = read(file), examples(file)
    trend, rule = instrument.trend, instrument.follow_up
    dated = all(again_comes_out(instrument, one) for one in found.again) and all(
        rule is not None and follow_up_comes_out(rule, one) for one in found.follow_ups
    )
    return (
        dated
        and all(comes_out(instrument, one) for one in found.scores)
        and all(
            trend is not None
            and (response(trend, one["first"], one["last"]), remission(trend, one["last"]))
            == (one["response"], one["remission"])
            for one in found.trends
        )
    )
