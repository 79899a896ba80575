"""Letters to somebody of the team, or close to the patient: about the shared plan, or about a question."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.plan_document import PlanReader

ABOUT_PLAN, ABOUT_QUESTION = "team_plan", "team_question"


@dataclass(frozen=True, slots=True)
class TeamLetterRequest:
    """A letter of a `kind` to one reader; `question_id` of the question it is about.

    `text`: heading and body as somebody wrote them for this letter alone; None: the text that counts, filled in.
    """

    patient_id: int
    reader: PlanReader
    kind: str = ABOUT_PLAN
    question_id: int | None = None
    language: str = "en"
    paper: str = "letter"
    text: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TeamLetterMade:
    """The letter. `content` tells it from one with other words; `why`: what allows it, or why it needs a reason.

    `missing`: letters that no font has. `substance_use`: it tells of it and carries the notice; `may_tell` False: no
    consent lets this reader have that, and no reason does.
    """

    pdf: bytes
    pages: int
    content: str
    heading: str
    body: str
    allowed: bool
    why: str
    missing: str = ""
    substance_use: bool = False
    may_tell: bool = True
    consent_id: int | None = None


@dataclass(frozen=True, slots=True)
class KeepTeamLetter:
    """Keep the letter as it leaves and note who got it; `content` as of the letter that was looked at.

    `reason`: why they are told although nothing on file allows it.
    """

    request: TeamLetterRequest
    content: str
    how: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TeamLetterKept:
    """The exact PDF that was kept."""

    handout_id: int
    pdf: bytes
    changes: Changes
