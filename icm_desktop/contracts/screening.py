"""Questionnaires asked here: what may be asked, what was answered, and how safety was assessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.instruments.answers import Answer
from icm_desktop.domain.instruments.definition import Instrument, Words
from icm_desktop.domain.instruments.protocol import SafetyProtocol


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A shipped questionnaire and whether the practice uses it. `licence`: the practice's own words on its right."""

    instrument: Instrument
    in_use: bool
    licence: str | None
    cut_offs: tuple[str, ...]
    use_id: int | None = None
    last_asked: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ScreeningForms:
    """What can be asked of a patient now: the questionnaires in use, longest not asked first."""

    head: PatientHead
    sex: str | None
    language: str | None
    rows: tuple[InstrumentRow, ...]
    protocol: SafetyProtocol


@dataclass(frozen=True, slots=True)
class RecordScreening:
    """Answers as given. `digest`: of the questionnaire that was shown; `asked_on`: a local day, today or earlier."""

    patient_id: int
    instrument: str
    digest: str
    answers: Mapping[str, Answer]
    mode: str
    language: str
    asked_on: dt.date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ScreeningSaved:
    """What was kept. `alert`: the worklist key of an answer that needs somebody at once."""

    response_id: int
    alert: str | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class UseInstrument:
    """Whether the practice uses a questionnaire; `licence` where it needs one of its own; ids of chosen cut-offs."""

    instrument: str
    in_use: bool
    licence: str | None = None
    cut_offs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentSaved:
    """A questionnaire was switched on or off."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class AssessSafety:
    """What a clinician found and did; `key` is that of the row on Today, `risk` and `steps` codes of the protocol."""

    key: str
    expected_version: int
    risk: str
    steps: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SafetyAssessed:
    """The assessment was recorded; the row on Today has its end."""

    assessment_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """What may be noted as a follow-up: codes with their words by language, in the order they are offered."""

    acts: tuple[tuple[str, Words], ...]
    asked_on: dt.date | None


@dataclass(frozen=True, slots=True)
class RecordFollowUp:
    """What followed a positive screen, on a local day; `key` is that of the row on Today, `act` one of the form."""

    key: str
    expected_version: int
    act: str
    done_on: dt.date
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpRecorded:
    """The follow-up was noted; the row on Today has its end."""

    follow_up_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer in words: the question, the answer, and what it counts. `words` None: not answered."""

    item: str
    question: Words
    words: Words | None
    value: int | None


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score; `band` and `positive` as they were that day. `change_percent` is from the patient's first score.

    The target: `response_at` or less is a response, below `remission_below` is remission.
    """

    id: str
    title: Words
    value: int | None
    out_of: int
    band: Words | None
    positive: bool | None
    cut_off: str | None
    first: int | None = None
    change_percent: float | None = None
    response: bool | None = None
    remission: bool | None = None
    earlier: tuple[int, ...] = ()
    response_at: float | None = None
    remission_below: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUpAct:
    """What followed a positive screen: the day, the act by language, who noted it, and the note."""

    day: dt.date
    act: Words
    by: str
    note: str | None


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """What a positive screen asks for, until when, and what was noted; `source` says where the window comes from.

    `by_itself`: what counts without a note: "safety" (an assessment), "referral", "next" (the next questionnaire).
    """

    what: Words
    due: dt.date
    acts: tuple[FollowUpAct, ...]
    source: str
    by_itself: str = ""

    @property
    def open(self) -> bool:
        """Whether nothing followed yet."""
        return not self.acts and not self.by_itself


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """A questionnaire that was filled in, here or elsewhere. `not_scored` says why it has no score of ours.

    Reasons: "unknown" (no questionnaire of ours), or those of a wrong answer such as "not_an_option". `again_on`: from
    when it is asked again, told of the newest one of each questionnaire.
    """

    id: int
    version: int
    title: Words
    day: dt.date | None
    scores: tuple[ScoreLine, ...]
    missing: tuple[str, ...]
    alerts: tuple[Words, ...]
    notes: tuple[Words, ...]
    answers: tuple[AnswerLine, ...]
    mode: str | None
    language: str | None
    by: str | None
    note: str | None
    instrument: str | None
    instrument_version: str | None
    source: str | None
    mark: str | None
    not_scored: str | None
    mistaken: bool
    outside: bool
    follow_up: FollowUpLine | None = None
    again_on: dt.date | None = None
    again_source: str | None = None


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """A safety assessment: when, by whom, what was found and done."""

    id: int
    day: dt.date
    by: str
    risk: Words
    steps: tuple[Words, ...]
    note: str


@dataclass(frozen=True, slots=True)
class PatientScreening:
    """Everything that was asked of a patient, newest first, and how safety was assessed."""

    head: PatientHead
    rows: tuple[ScreeningRow, ...]
    assessments: tuple[AssessmentRow, ...]


@dataclass(frozen=True, slots=True)
class PrintForms:
    """Paper forms of a questionnaire: one for each patient, or one without a name.

    `language` None: that of each patient, as far as there is an official wording. `large_print` None: as each patient
    reads. `private`: with the questions that are answered alone, on a page of their own.
    """

    instrument: str
    patient_ids: tuple[int, ...] = ()
    language: str | None = None
    large_print: bool | None = None
    private: bool = False
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class FormsMade:
    """The forms as one PDF, kept in memory only. `in_english`: whose language has no official wording.

    `left_out`: whose record is not there any more; `missing`: letters no font has.
    """

    pdf: bytes
    pages: int
    forms: int
    in_english: tuple[PatientHead, ...]
    missing: str = ""
