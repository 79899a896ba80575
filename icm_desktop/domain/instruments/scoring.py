"""What answers come to: scores, bands, positives, alerts. Nothing is ever guessed for an item left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from icm_desktop.domain.instruments.answers import Answers, applies, asked, worth
from icm_desktop.domain.instruments.definition import Alert, Band, CutOff, Instrument, Note, Score, Trend


@dataclass(frozen=True, slots=True)
class Person:
    """Whose answers they are: administrative sex (male, female, or None when not known)."""

    sex: str | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """One score. `value` and `band` are None while an item is missing; `so_far` counts what was answered.

    `positive` is None when it cannot be told: items missing, no cut-off, or a cut-off by sex and the sex not known.
    `out_of` is how many items it could have counted.
    """

    score: Score
    value: int | None
    so_far: int
    out_of: int
    band: Band | None
    cut_off: CutOff | None
    positive: bool | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything answers come to. `missing`: ids of items that were asked for and left out."""

    scores: tuple[Scored, ...]
    notes: tuple[Note, ...]
    alerts: tuple[Alert, ...]
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every item that had to be answered was."""
        return not self.missing

    @property
    def positive(self) -> bool | None:
        """Whether any score is positive; None when none is and one cannot be told."""
        told = [one.positive for one in self.scores if one.score.cut_offs]
        return True if True in told else None if None in told else False if told else None


def outcome(instrument: Instrument, answers: Answers, person: Person, chosen: Collection[str] = ()) -> Outcome:
    """Score answers.

    Args:
        answers: By item id, as `answers.read` gives them.
        chosen: Ids of cut-offs that hold only where the practice chose them.
    """
    missing = tuple(one.id for one in asked(instrument, answers) if not one.optional and answers.get(one.id) is None)
    scores = tuple(_scored(instrument, one, answers, person, chosen) for one in instrument.scores)
    positive = {one.score.id for one in scores if one.positive}
    notes = tuple(
        one
        for one in instrument.notes
        if one.score in positive and _only_from(instrument, _score(instrument, one.score), one.only_from, answers)
    )
    alerts = tuple(one for one in instrument.alerts if (worth(instrument.item(one.item), answers) or 0) >= one.at_least)
    return Outcome(scores, notes, alerts, missing)


def positive(score: Score, value: int, person: Person, chosen: Collection[str] = ()) -> bool | None:
    """Whether a whole score is positive for somebody; None when it cannot be told."""
    return _judged(score, value, value, person, chosen)[1]


def response(trend: Trend, first: int, last: int) -> bool:
    """Whether a score fell by the asked percentage of the first one; a first score of 0 cannot fall."""
    return first > 0 and (first - last) * 100 >= first * trend.response_percent


def remission(trend: Trend, last: int) -> bool:
    """Whether a score is below the value that counts as remission."""
    return last < trend.remission_below


def _score(instrument: Instrument, score_id: str) -> Score:
    return next(one for one in instrument.scores if one.id == score_id)


def _scored(instrument: Instrument, score: Score, answers: Answers, person: Person, chosen: Collection[str]) -> Scored:
    items = [item for one in score.items if applies(item := instrument.item(one), answers)]
    worths = [worth(one, answers) for one in items]
    told = [one for one in worths if one is not None]
    so_far = _counted(score, told)
    value = so_far if len(told) == len(worths) else None
    # A score that takes the highest answer stays positive whatever the missing ones are.
    known = so_far if score.method == "highest" and told else value
    cut_off, positive = _judged(score, known, value, person, chosen)
    return Scored(score, value if value is not None else _kept(score, cut_off, positive, so_far), so_far, len(items),
                  _band(score, value), cut_off, positive)  # fmt: skip


def _kept(score: Score, cut_off: CutOff | None, positive: bool | None, so_far: int) -> int | None:
    return so_far if score.method == "highest" and cut_off and positive else None


def _counted(score: Score, told: list[int]) -> int:
    if score.method == "highest":
        return max(told, default=0)
    if score.method == "count":
        return sum(one == score.counts for one in told)
    return sum(told)


def _band(score: Score, value: int | None) -> Band | None:
    return None if value is None else next((one for one in reversed(score.bands) if value >= one.lowest), None)


def _judged(
    score: Score, known: int | None, value: int | None, person: Person, chosen: Collection[str]
) -> tuple[CutOff | None, bool | None]:
    """The cut-off that holds for a person and what it says; for a sex that is not known, what all of them say."""
    open_to_all = [one for one in score.cut_offs if not one.chosen or one.id in chosen]
    fitting = [one for one in open_to_all if one.sex in (None, person.sex)]
    own = next((one for one in fitting if one.sex), None) or next(iter(fitting), None)
    if known is None or not open_to_all:
        return own, None
    if own is not None:
        return own, True if known >= own.at_least else False if value is not None else None
    said = {known >= one.at_least for one in open_to_all}
    return None, said.pop() if len(said) == 1 and value is not None else None


def _only_from(instrument: Instrument, score: Score, item_id: str, answers: Answers) -> bool:
    others = (instrument.item(one) for one in score.items if one != item_id)
    return not any(worth(one, answers) for one in others)
