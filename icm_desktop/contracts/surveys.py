"""Surveys of how patients found the coordination of their care: what came back, and what they say together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.contracts.outcomes import Words


@dataclass(frozen=True, slots=True)
class SaveSurvey:
    """A survey that came back. `patient_id` None: without a name; nothing then tells whose it is."""

    answers: Mapping[str, int]
    language: str
    mode: str
    answered_on: dt.date | None = None
    patient_id: int | None = None
    practitioner_id: int | None = None
    site_id: int | None = None


@dataclass(frozen=True, slots=True)
class SurveyItem:
    """One question: how many answered it so that it counts, and how many of them Always."""

    id: str
    words: Words
    yes: int
    of: int
    percent: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class AskSurveys:
    """Surveys of a period; `shared`: for a page others read, where fewer than 11 are not told."""

    start: dt.date
    end: dt.date
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AssociationRow:
    """How the coordination rating goes together with something else of the same people: never a cause.

    `what`: adherence, kept or contacts; `rho` and `p` None under 10 people.
    """

    what: str
    n: int
    rho: float | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Surveys:
    """What surveys say. `ratings`: how many gave each number from 0 to 10; `hidden`: too few for a shared page."""

    total: int
    nameless: int
    items: tuple[SurveyItem, ...]
    ratings: tuple[int, ...]
    mean: float | None
    associations: tuple[AssociationRow, ...]
    hidden: bool
