"""What a questionnaire is: items, answers, scores with bands and cut-offs, alerts. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]  # by language


@dataclass(frozen=True, slots=True)
class Licence:
    """Who holds the rights. `use`: free, credit (the source is named), declare (needs a licence of one's own)."""

    use: str
    holder: str
    terms: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what it counts, its LOINC answer code, its words."""

    value: int
    code: str | None
    words: Words


@dataclass(frozen=True, slots=True)
class Gate:
    """Asked only when `item` was answered with one of `values`; else it counts `otherwise` (None: does not apply)."""

    item: str
    values: frozenset[int]
    otherwise: int | None


@dataclass(frozen=True, slots=True)
class Item:
    """One question: a choice, several, or a number (`low`..`high`). `private`: asked alone, on no patient's page."""

    id: str
    loinc: str | None
    kind: str
    words: Words
    options: tuple[Option, ...] = ()
    low: int | None = None
    high: int | None = None
    asked_when: Gate | None = None
    optional: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A score of `lowest` or more, up to the next band."""

    id: str
    lowest: int
    words: Words


@dataclass(frozen=True, slots=True)
class CutOff:
    """Positive from `at_least`, for one sex or everybody. `chosen`: only where the practice chose it."""

    at_least: int
    source: str
    mark: str
    id: str | None = None
    sex: str | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """A number made of items. `method`: sum, highest, or count (how many answered `counts`, of those that apply)."""

    id: str
    words: Words
    loinc: str | None
    method: str
    items: tuple[str, ...]
    source: str
    mark: str
    bands: tuple[Band, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    counts: int | None = None
    domain: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something to know about a positive score all of whose points come from one item."""

    id: str
    score: str
    only_from: str
    words: Words
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Alert:
    """An answer that needs somebody at once, whatever the score."""

    id: str
    item: str
    at_least: int
    words: Words
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class Trend:
    """When a later score is a response (fallen by a percentage of the first) and remission (below a value)."""

    score: str
    response_percent: int
    remission_below: int
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a positive screen asks for, within how many days, and how long it is work (`look_back_days`).

    `service`: the kind of referral that is a follow-up by itself; empty when none is.
    """

    within_days: int
    look_back_days: int
    what: Words
    source: str
    mark: str
    service: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """When it is asked again after a result that was positive, negative or any.

    `work_days`: for how long after that result it is on Today; 0 when it is told in the chart only.
    """

    when: str
    source: str
    mark: str
    after_days: int | None = None
    after_months: int | None = None
    work_days: int = 0


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire in one version. `digest` is that of its file: stored with every answer.

    `next_one` is the questionnaire a positive score leads to.
    """

    id: str
    version: str
    digest: str
    title: Words
    about: Words
    year: int
    source: str
    mark: str
    reviewed_by: str
    loinc: str | None
    modes: tuple[str, ...]
    licence: Licence
    wording: Words
    stem: Words
    items: tuple[Item, ...]
    scores: tuple[Score, ...]
    notes: tuple[Note, ...] = ()
    alerts: tuple[Alert, ...] = ()
    trend: Trend | None = None
    follow_up: FollowUp | None = None
    again: tuple[Again, ...] = ()
    next_one: str | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages in which it can be asked whole."""
        told = [one.words for one in self.items] + [each.words for one in self.items for each in one.options]
        return tuple(sorted(set.intersection(*(set(words) for words in told))))

    def item(self, item_id: str) -> Item:
        """The item of that id.

        Raises:
            KeyError: there is none.
        """
        return next((one for one in self.items if one.id == item_id), None) or _missing(item_id)


def _missing(item_id: str) -> Item:
    raise KeyError(item_id)
