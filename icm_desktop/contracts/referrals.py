"""Referrals: what was asked of whom, and every dated fact until it is closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead, Provenance


@dataclass(frozen=True, slots=True)
class NewReferral:
    """Refer: to whom (known here, or by name), for what service, why, how urgent (routine or urgent).

    `reviewer_id`: the clinician here who reviews the note; None: who refers, when that is a clinician.
    """

    patient_id: int
    service: str
    to_name: str | None = None
    to_phone: str | None = None
    to_practitioner_id: int | None = None
    to_organization_id: int | None = None
    reason: str | None = None
    question: str | None = None
    urgency: str = "routine"
    owner: Owner | None = None
    ordered_on: dt.date | None = None
    sensitive: bool = False
    send_now: bool = False
    reviewer_id: int | None = None


@dataclass(frozen=True, slots=True)
class NameReviewer:
    """Say which clinician here reviews the note of a referral; None: nobody is named."""

    referral_id: int
    expected_version: int
    reviewer_id: int | None


@dataclass(frozen=True, slots=True)
class HandOn:
    """Give the next step of a referral to somebody else here; `note` says why."""

    referral_id: int
    expected_version: int
    to_user_id: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """How many referrals or entries about them were written down without anybody asking."""

    count: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class AdvanceReferral:
    """Record that the referral reached `state` on a local day. States and moves: `domain.referral_states`.

    `how` is one of `domain.referral_reasons.CHANNELS` or free words; `reason_code` one of its REASONS for an end.
    """

    referral_id: int
    expected_version: int
    state: str
    happened_on: dt.date
    how: str | None = None
    person: str | None = None
    note: str | None = None
    appointment_at: dt.datetime | None = None
    reason_code: str | None = None


@dataclass(frozen=True, slots=True)
class ReopenReferral:
    """Open an ended referral again, standing where it stood once (one of `ReferralRow.may_stand_again`), and why."""

    referral_id: int
    expected_version: int
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class RerouteReferral:
    """A consultant declined: send the same question to somebody else, as a new referral."""

    referral_id: int
    expected_version: int
    to_name: str | None = None
    to_phone: str | None = None
    to_practitioner_id: int | None = None
    to_organization_id: int | None = None
    send_now: bool = False


@dataclass(frozen=True, slots=True)
class ReferralFact:
    """One dated fact."""

    state: str
    happened_on: dt.date
    how: str | None
    person: str | None
    note: str | None
    by: str | None
    source: str | None
    reason_code: str | None = None


@dataclass(frozen=True, slots=True)
class LadderStep:
    """To whom a referral goes (`to`: coordinator or clinician, `name` when one is named) on a day, if nothing happens.

    `by_calls`: because of calls in vain, before its time.
    """

    to: str
    name: str | None
    on: dt.date
    by_calls: bool = False


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One referral on the board. `column`: to_send, sent, booked, seen, note_back, closed.

    `ball_with`: us, consultant, clinician, patient, nobody (ended), and `ball_name` who that is. `limit_name` says what
    must happen by `due`: send, acknowledge, schedule, answer, reroute, visit, rebook, report, review, inform, close;
    `days_over` > 0 when past it. `next_states` this role may record next ("rerouted": `services.referrals.reroute`);
    `may_stand_again` the states an ended one may be opened in again by this role. `limit_service`: the kind of service
    whose own limit applies, empty for the general one. `ladder`: to whom it goes, or went, because it is late.
    `reason` and `question` are None for roles that only see logistics, `service` too when it is sensitive.
    """

    id: int
    version: int
    head: PatientHead
    service: str | None
    to: str | None
    to_phone: str | None
    reason: str | None
    question: str | None
    urgency: str
    ordered_on: dt.date | None
    state: str
    column: str
    facts: tuple[ReferralFact, ...]
    ball_with: str
    ball_name: str | None
    waiting_since: dt.date | None
    days_waiting: int
    limit_name: str | None
    due: dt.date | None
    days_over: int
    next_states: tuple[str, ...]
    owner: Owner | None
    next_visit: dt.datetime | None
    provenance: Provenance
    may_stand_again: tuple[str, ...] = ()
    limit_service: str = ""
    ladder: tuple[LadderStep, ...] = ()
    reviewer: str | None = None
    reviewer_id: int | None = None
    coordinator_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """What the board shows. `mine`: owned by who asks or by nobody, or come to who asks; `stuck`: past the limit.

    `no_date`: open, before its visit and without one booked; `to`: sent to whom, as the rows say it.

    Ended ones only of the last `closed_days` days. `on` computes as of another local day.
    """

    mine: bool = False
    stuck: bool = False
    urgent: bool = False
    no_date: bool = False
    service: str | None = None
    to: str | None = None
    search: str = ""
    patient_id: int | None = None
    closed_days: int = 30
    limit: int = 500
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Destination:
    """An outside practitioner, organisation or service to refer to.

    `how` to refer, the usual `wait`, `what` they do; `sensitive` services are kept from the front desk.
    """

    name: str
    phone: str | None
    practitioner_id: int | None
    organization_id: int | None
    fax: str | None = None
    how: str | None = None
    wait: str | None = None
    languages: tuple[str, ...] = ()
    what: str | None = None
    sensitive: bool = False
    address: str | None = None
    hours: str | None = None
    insurances: str | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """Whom of the directory a patient can go to: who speaks a language, who takes one of these insurances.

    Nothing named is no limit. An entry that says nothing of what is asked for is left out.
    """

    language: str | None = None
    insurances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasuredWait:
    """Days from sent to seen in our own referrals of late; None while `count` is too small to say."""

    count: int
    middle: int | None
    longest: int | None


@dataclass(frozen=True, slots=True)
class OwnWaits:
    """Measured waits by entry of the directory: kind ("person" or "place") and id."""

    waits: tuple[tuple[tuple[str, int], MeasuredWait], ...]


@dataclass(frozen=True, slots=True)
class ReferralSaved:
    """The referral as stored."""

    referral: ReferralRow
    changes: Changes
