"""Case review in collaborative care: who does not improve, what was recommended, and plans to prevent a relapse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain.treat_to_target import Review, Standing

OPEN, DONE, NOT_DONE, SUPERSEDED = "open", "done", "not-done", "superseded"
OUTCOMES = (DONE, NOT_DONE, SUPERSEDED)
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CaseReviewFilter:
    """Whose patients: mine or everybody's; words of a name."""

    mine: bool = False
    search: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """A recommendation as lists show it; its words are read by `services.case_review.read`, which is recorded.

    `basis`: for each score what `words.case_review.sum_of` needs to say where it stood then.
    """

    id: int
    version: int
    kind: str
    kind_words: Words
    to_role: str
    to_words: Words
    to_name: str | None
    given_on: dt.date
    given_by: str
    due_on: dt.date | None
    status: str
    recorded_by: str | None
    outcome_on: dt.date | None = None
    outcome_by: str | None = None
    outcome_reason: str | None = None
    basis: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RelapsePlanRow:
    """A version of the plan to prevent a relapse."""

    id: int
    number: int
    language: str
    check_on: dt.date
    agreed_on: dt.date
    agreed_by: str
    agreed_how: str
    written_by: str
    reason: str | None
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One patient whose scores are treated to a target. `reviewed`: when last and by which consultant.

    `may_read`: whether the user may read behavioral-health notes of the patient. `plan_check_on`: the next check of a
    relapse-prevention plan; `plan_wanted`: in remission without such a plan.
    """

    head: PatientHead
    coordinator: str | None
    coordinator_id: int | None
    programs: tuple[ProgramName, ...]
    started_on: dt.date
    standings: tuple[Standing, ...]
    review: Review
    reviewed_on: dt.date | None
    reviewed_by: str | None
    open: tuple[RecommendationRow, ...]
    self_harm: dt.date | None
    plan_check_on: dt.date | None
    plan_wanted: bool
    may_read: bool

    def standing(self, score: str) -> Standing | None:
        """What one score says."""
        return next((one for one in self.standings if one.target.score == score), None)

    @property
    def to_review(self) -> bool:
        """Whether somebody should look at the case: due, or something recommended is open, or safety."""
        return self.review.state != "not_due" or bool(self.open) or self.self_harm is not None


@dataclass(frozen=True, slots=True)
class CaseReview:
    """The patients, those most overdue first."""

    day: dt.date
    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True)
class PatientReview:
    """What a chart shows: where the scores stand, every recommendation (newest first), plan versions (newest first)."""

    head: PatientHead
    row: ReviewRow | None
    recommendations: tuple[RecommendationRow, ...]
    plans: tuple[RelapsePlanRow, ...]
    may_read: bool
    why_closed: str | None


@dataclass(frozen=True, slots=True)
class ReviewTexts:
    """The words of recommendations, and of what was answered, by id."""

    texts: Mapping[int, str]
    changes: Changes


@dataclass(frozen=True, slots=True)
class ReviewChoices:
    """What can be chosen in the form of a recommendation: kinds, roles, colleagues, usual consultant and days."""

    head: PatientHead
    kinds: tuple[tuple[str, Words], ...]
    roles: tuple[tuple[str, Words], ...]
    colleagues: tuple[Colleague, ...]
    consultant: str
    due_days: int
    nothing_to_do: frozenset[str]


@dataclass(frozen=True, slots=True)
class Recommend:
    """Record what the consultant recommended. `to_user_id`: one person, else everybody of the role."""

    patient_id: int
    kind: str
    text: str
    to_role: str
    given_by: str
    given_on: dt.date
    due_on: dt.date | None = None
    to_user_id: int | None = None
    supersedes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerRecommendation:
    """Say what became of a recommendation: done, not-done (with the reason), superseded; or open again."""

    recommendation_id: int
    expected_version: int
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SaveRelapsePlan:
    """A new version of the plan, signed with the patient; `expected_number` is that of the version it follows."""

    patient_id: int
    language: str
    words: Mapping[str, str]
    check_on: dt.date
    agreed_by: str
    agreed_how: str
    expected_number: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewSaved:
    """What was recorded."""

    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class PlanForms:
    """What the form of a relapse-prevention plan starts from."""

    head: PatientHead
    parts: tuple[tuple[str, bool, Words, Words], ...]
    last: RelapsePlanRow | None
    language: str
    check_on: dt.date


@dataclass(frozen=True, slots=True)
class PrintReview:
    """The case review of these patients in this order, on paper for the meeting."""

    patient_ids: tuple[int, ...]
    language: str
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """The relapse-prevention plan for the patient to take home."""

    plan_id: int
    language: str
    paper: str = "letter"
    large_print: bool = False
