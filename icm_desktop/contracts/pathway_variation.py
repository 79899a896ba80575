"""Variation: which steps of pathways were skipped and why, per pathway, clinician and site, and who is behind it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead

BY = ("step", "clinician", "site")
SKIPPED = ("overdue", "declined", "not_applicable")


@dataclass(frozen=True, slots=True)
class AskVariation:
    """`by`: step, clinician or site; `pathway`: one of them, empty for all."""

    by: str = "step"
    pathway: str = ""


@dataclass(frozen=True, slots=True)
class VariationRow:
    """One step of one pathway for one group. `asked`: of how many patients it is asked, all states together.

    `group`: id of the clinician or site, None when it is not known or not asked for. `reasons`: each with how often.
    """

    group: int | None
    group_name: str
    pathway: str
    pathway_title: str
    pathway_title_es: str
    activity: str
    title: str
    title_es: str
    asked: int
    done: int
    on_time: int
    deferred: int
    overdue: int
    declined: int
    not_applicable: int
    reasons: tuple[tuple[str, int], ...]

    @property
    def skipped(self) -> int:
        """Overdue, declined or called not applicable."""
        return self.overdue + self.declined + self.not_applicable

    @property
    def percent(self) -> int:
        """Skipped of asked."""
        return round(100 * self.skipped / self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True)
class Variation:
    """`behind`: of how many patients the due work still has to be reckoned, so that their numbers may be old."""

    day: dt.date
    by: str
    rows: tuple[VariationRow, ...]
    behind: int


@dataclass(frozen=True, slots=True)
class AskBehind:
    """The people behind the numbers of a row."""

    by: str
    group: int | None
    pathway: str
    activity: str


@dataclass(frozen=True, slots=True)
class BehindRow:
    """One patient of whom a step is asked, and how it stands: done, on_time, deferred, overdue, declined ..."""

    head: PatientHead
    stands: str
    due: dt.date | None
    reason: str
    decided_by: str
    decided_on: dt.date | None


@dataclass(frozen=True, slots=True)
class PrintVariation:
    """The report on paper (letter or a4) in a language of the sheets."""

    asked: AskVariation
    language: str = "en"
    paper: str = "letter"
