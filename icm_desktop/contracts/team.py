"""The care team of a patient: who is on it, what each may hear, and what one does with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead, Provenance

USER, PRACTITIONER, ORGANIZATION, CONTACT, PERSON = "user", "practitioner", "organization", "contact", "person"
KINDS = (USER, PRACTITIONER, ORGANIZATION, CONTACT, PERSON)
NOW, FUTURE, ENDED = "now", "future", "ended"


@dataclass(frozen=True, slots=True)
class MayHear:
    """What a member may be told: `rest` for everything not listed, with the reason; topics where it is otherwise."""

    rest: bool
    why: str
    topics: tuple[tuple[str, bool, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Met:
    """A contact or date with a member. `how`: visit, call, or the channel of a message; `due`: an answer is awaited."""

    on: dt.date
    how: str


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of our own team. `id` None: the patient's coordinator, of whom no more is noted yet.

    `state`: now, future or ended. `gone`: a user who no longer works here.
    """

    id: int | None
    version: int
    kind: str
    name: str
    role_code: str
    role_text: str | None
    organization: str | None
    phone: str | None
    fax: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    end_reason: str | None
    note: str | None
    state: str
    lead: bool
    may_hear: MayHear
    user_id: int | None = None
    practitioner_id: int | None = None
    organization_id: int | None = None
    contact_id: int | None = None
    own_phone: str | None = None
    own_fax: str | None = None
    own_organization: str | None = None
    last: Met | None = None
    next: Met | None = None
    gone: bool = False
    taken_from: str | None = None


@dataclass(frozen=True, slots=True)
class ImportedMember:
    """A member another system named. `member_id` is ours it was taken over as."""

    id: int
    name: str
    role: str | None
    organization: str | None
    phone: str | None
    current: bool
    member_id: int | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody around a patient: ours, then who other systems name. `version` is the patient's, for the lead."""

    head: PatientHead
    version: int
    members: tuple[MemberRow, ...]
    imported: tuple[ImportedMember, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be put on the team: (`kind`, `id`), with what is known of them."""

    kind: str
    id: int
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SaveMember:
    """Add a member (`member_id` None) or change one. `ref_id`: the user, directory entry or contact person.

    Phone, fax and organisation stand in place of those of the directory; empty: as there.
    """

    patient_id: int
    kind: str
    ref_id: int | None
    name: str | None
    role_code: str
    role_text: str | None = None
    organization: str | None = None
    phone: str | None = None
    fax: str | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    note: str | None = None
    member_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class EndMember:
    """A member leaves the team on a day. `next_lead_id`: the user who leads from then on, when this one did."""

    member_id: int
    expected_version: int
    ends_on: dt.date
    reason: str | None = None
    next_lead_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddAgain:
    """Put a former member back on the team from today; the earlier time stays as it was."""

    member_id: int


@dataclass(frozen=True, slots=True)
class MakeLead:
    """Let a user of the practice lead the team."""

    patient_id: int
    user_id: int
    expected_version: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take members another system named onto our own team, in one act."""

    patient_id: int
    imported_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TeamSaved:
    """The members that were added or changed."""

    member_ids: tuple[int, ...]
    changes: Changes
