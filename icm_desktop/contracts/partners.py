"""Exchange partners: how one is set up, whom it is about, how it does, what waits and what needs an answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from icm_desktop.changes import Changes

SERVER, PRACTICE = "server", "practice"
NO_PROOF, SMART = "none", "smart"
ALGORITHMS = ("RS384", "ES384")
USUAL_SECONDS, LEAST_SECONDS, MOST_SECONDS = 60, 15, 86_400
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True, slots=True)
class PartnerEdit:
    """A server to exchange with, as typed. `id` None: a new one; `expected_version` of one that is changed.

    `authorization`: none (a test server) or smart; `token_address` empty: as the server says. `sends`: plan, referrals
    and tasks go there too.
    """

    name: str
    base_address: str
    authorization: str = NO_PROOF
    client_id: str = ""
    token_address: str = ""
    algorithm: str = ALGORITHMS[0]
    poll_seconds: int = USUAL_SECONDS
    sends: bool = False
    id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class PartnerSaved:
    """What was set up; `public_key` is what the partner must be given (a JSON Web Key Set), None without proof."""

    id: int
    public_key: str | None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner as it is set up."""

    id: int
    version: int
    name: str
    kind: str
    base_address: str | None
    authorization: str | None
    client_id: str | None
    token_address: str | None
    algorithm: str | None
    poll_seconds: int | None
    sends: bool
    paused_at: dt.datetime | None
    public_key: str | None
    fingerprint: str | None
    patients: int


@dataclass(frozen=True, slots=True)
class PartnerHealth:
    """How exchange with one partner does. `problem`: a code of words with `params`, None when all is well.

    `waiting`: resources that still have to go; `failed`: refused there; `questions`: facts that wait for an answer.
    `not_offered`: types the partner does not give. `received_at` and `sent_at`: when something last came from there
    and went there.
    """

    id: int
    name: str
    kind: str
    paused_at: dt.datetime | None
    patients: int
    succeeded_at: dt.datetime | None
    tried_at: dt.datetime | None
    next_try_at: dt.datetime | None
    waiting: int
    failed: int
    questions: int
    problem: str | None
    params: Mapping[str, str | int]
    not_offered: tuple[str, ...] = ()
    version: int = 0
    received_at: dt.datetime | None = None
    sent_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PausePartner:
    """Stop asking and sending, or go on."""

    id: int
    paused: bool
    expected_version: int


@dataclass(frozen=True, slots=True)
class RemovePartner:
    """Take a partner out of use; what came from there and what was sent stay on record."""

    id: int
    expected_version: int


@dataclass(frozen=True, slots=True)
class PartnerTested:
    """What a server says of itself, and whether it let us in."""

    software: str
    fhir_version: str


@dataclass(frozen=True, slots=True)
class ThereRequest:
    """Who this patient is at the partner."""

    partner_id: int
    patient_id: int


@dataclass(frozen=True, slots=True)
class FoundThere:
    """Somebody the partner has who could be this patient. `certainty` and `reasons` as for look-alikes here."""

    outside_id: str
    name: str
    birth_date: str | None
    sex: str | None
    certainty: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoosePatient:
    """Exchange this patient with the partner, who knows them under this id."""

    partner_id: int
    patient_id: int
    outside_id: str


@dataclass(frozen=True, slots=True)
class UnchoosePatient:
    """Exchange a patient no longer."""

    id: int


@dataclass(frozen=True, slots=True)
class ChosenPatient:
    """A patient of a partner. `pulled_at`: last synced."""

    id: int
    patient_id: int
    record_number: str
    name: str
    outside_id: str
    pulled_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class PatientChosen:
    """Who was chosen."""

    id: int
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Synced:
    """When a patient was last brought in line with a partner; `problem`: why not since, as a code of words."""

    partner: str
    source: str | None
    at: dt.datetime | None
    problem: str | None
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class PollRequest:
    """Ask and send. `partner_id` None: every partner whose time has come; `now`: also one that waits after trouble."""

    partner_id: int | None = None
    now: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """Something new that somebody should see: note, assessment, discharge or changed (a record of ours)."""

    kind: str
    patient_id: int


@dataclass(frozen=True, slots=True)
class Polled:
    """What one round did. `next_in`: seconds until something is to be done again, None when nothing is set up."""

    received: int = 0
    sent: int = 0
    troubles: int = 0
    news: tuple[News, ...] = ()
    next_in: int | None = None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class WaitingCopy:
    """One resource that waits, was refused or was changed on both sides.

    `state`: waiting, failed, question, held; of a question `ours` is what we call it, `title` what they do, `differing`
    the columns that differ.
    """

    id: int
    partner_id: int
    partner: str
    patient_id: int
    kind: str
    title: str
    state: str
    queued_at: dt.datetime | None
    tries: int
    problem: str | None
    params: Mapping[str, str | int]
    differing: tuple[str, ...]
    ours: str = ""


@dataclass(frozen=True, slots=True)
class AnswerCopy:
    """What becomes of a resource that both sides changed or that was refused. `take`: mine or theirs."""

    id: int
    take: str


@dataclass(frozen=True, slots=True)
class CopyAnswered:
    """Done; what is to be sent goes with the next round."""

    id: int
    changes: Changes = field(default_factory=Changes)
