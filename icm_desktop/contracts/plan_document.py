"""The shared plan on paper: for whom, what stands on it, what was left out, and what was given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_versions import SignOffRow
from icm_desktop.domain.plan_difference import Item

MOST_BYTES = 20_000_000
RECORD, PATIENT, CAREGIVER, MEMBER, OTHER = "record", "patient", "caregiver", "member", "other"


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Who gets the plan. `kind`: record (kept here), patient, caregiver, member or other.

    `hearer`: what they are to the rule about sharing (a kind of `contracts.team`); `contact_id` of a contact person.
    """

    kind: str
    name: str = ""
    organization: str | None = None
    hearer: str = "person"
    contact_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """Somebody who can be given the plan, and whether what is on file allows it."""

    reader: PlanReader
    role: str | None
    allowed: bool
    why: str


@dataclass(frozen=True, slots=True)
class PlanPaperRequest:
    """The plan on paper. `version_id` None: as it is now, not signed.

    `sensitive`: also lines that name such matters, as far as this reader may have them; `medicines`: also medicines
    and allergies.
    """

    patient_id: int
    reader: PlanReader
    version_id: int | None = None
    language: str = "en"
    paper: str = "letter"
    sensitive: bool = True
    medicines: bool = True


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything the pages say. `missing` None: nobody looked when the version was made.

    `changed`: how many lines of the plan differ from the version that is printed; `made_now`: the day of the pages.
    `numbers`: the letter of each open concern and the number of each open goal by its id, those left out included, so
    that every copy of a version calls a line the same. `notice`: what goes with records of
    substance use, if it holds any, `consent_id` by which consent they leave.
    """

    head: PatientHead
    practice: str
    practice_facts: tuple[str, ...]
    number: int | None
    state: str
    made_on: dt.date
    made_by: str
    made_now: dt.date
    reason: str | None
    intact: bool
    changed: int
    risk: str | None
    review_due: dt.date | None
    lines: tuple[Item, ...]
    numbers: tuple[tuple[str, str], ...]
    medicines: tuple[str, ...] | None
    medicines_left_out: int
    allergies: tuple[str, ...]
    allergies_state: str
    sign_offs: tuple[SignOffRow, ...]
    missing: tuple[str, ...] | None
    left_out: int
    allowed: bool
    why: str
    notice: str = ""
    consent_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlanPaperMade:
    """The pages. `content` tells them from pages with other words; `left_out` counts what this reader may not have.

    `why`: what allows it, or why it needs a reason. `missing`: letters that no font has. `substance_use`: they hold
    records of it, with the notice.
    """

    pdf: bytes
    pages: int
    content: str
    left_out: int
    allowed: bool
    why: str
    missing: str = ""
    substance_use: bool = False
    consent_id: int | None = None


@dataclass(frozen=True, slots=True)
class GivePlan:
    """Keep the pages as they leave and note who got them. `content` as of the pages that were looked at.

    `reason`: why they get it although nothing on file allows it.
    """

    request: PlanPaperRequest
    content: str
    how: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PlanGiven:
    """The exact PDF that was kept."""

    handout_id: int
    pdf: bytes
    changes: Changes


@dataclass(frozen=True, slots=True)
class PlanPaperRow:
    """One time the plan left on paper. `number`: of the version, None for the plan as it was that day."""

    handout_id: int
    number: int | None
    at: dt.datetime
    by: str
    to: str | None
    how: str
    pages: int
    language: str
    sha256: str
