"""A filled-in form as a questionnaire we know: which one it is of, and its answers."""

from __future__ import annotations

from typing import Any

from db.models.clinical import QuestionnaireResponse
from icm_desktop.content.instruments import instruments
from icm_desktop.domain.instruments.answers import Answer, Answers, WrongAnswer, read
from icm_desktop.domain.instruments.definition import Instrument

COUNTED = (None, "completed", "amended", "in-progress")


def instrument_of(row: Any) -> Instrument | None:
    """The shipped questionnaire a form is of, by its id or the LOINC code its address ends with."""
    if row.instrument:
        return instruments().get(row.instrument)
    panel = (row.questionnaire or "").partition("|")[0].rstrip("/").rpartition("/")[2]
    return next((one for one in instruments().values() if panel and one.loinc == panel), None) or _by_questions(row)


def _by_questions(row: Any) -> Instrument | None:
    """The one questionnaire whose panel has no code of its own and that has every question of the form."""
    links = {str(item.get("link_id")).rpartition("/")[2] for item in row.items or () if isinstance(item, dict)}
    return next(
        (
            one
            for one in instruments().values()
            if one.loinc is None
            and links
            and links <= {item.loinc for item in one.items if item.loinc} | _scores_of(one)
        ),
        None,
    )


def _scores_of(instrument: Instrument) -> set[str]:
    return {one.loinc for one in instrument.scores if one.loinc}


def given_in(instrument: Instrument | None, row: QuestionnaireResponse) -> tuple[Answers, str | None]:
    """The answers of a form by item id; or why they cannot be counted."""
    if instrument is None:
        return {}, "unknown"
    told: dict[str, Any] = {}
    known = {one.loinc or one.id: one for one in instrument.items} | {one.id: one for one in instrument.items}
    for item in row.items or ():
        link = str(item.get("item") or item.get("link_id")).rpartition("/")[2]
        value = item.get("values") or item.get("code") or item.get("value")
        if link not in known or value is None:
            continue
        if known[link].kind == "several" and not isinstance(value, list):  # one row for each answer that was ticked
            value = [*told.get(link, ()), value]
        told[link] = int(value) if isinstance(value, float) and value.is_integer() else value
    try:
        found: dict[str, Answer] = read(instrument, told)
    except WrongAnswer as wrong:
        return {}, wrong.reason
    return found, None if found else "no_answers"
