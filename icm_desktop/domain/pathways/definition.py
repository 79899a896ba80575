"""A pathway as its file defines it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from icm_desktop.domain.pathways.conditions import Aged, Condition, Group, Source, Target
from icm_desktop.domain.pathways.intervals import Interval


@dataclass(frozen=True, slots=True)
class Activity:
    """Something that is done for a patient, whichever pathway asks for it.

    `done_by`: the records that show it was done. `group`: activities that one result settles together. `takes`: what
    it takes to do it (lab, visit, call, referral, form, vaccine, review). `shown`: another list of Today that has it.
    `visit`: the patient's word for the kind of visit that is booked for it, where it takes a certain one.
    """

    id: str
    title: str
    title_es: str
    done_by: Source
    group: str
    takes: str = "visit"
    shown: str = ""
    visit: str = ""


@dataclass(frozen=True, slots=True)
class IntervalRule:
    """Another interval while a condition holds, with the reason in a few words."""

    when: Condition
    every: Interval
    why: str
    why_es: str


@dataclass(frozen=True, slots=True)
class After:
    """What starts the clock of a step that is counted from something: a discharge, or a medicine.

    Deeds count from `not_before_days` after it; it is forgotten after `look_back_days`.
    """

    what: Condition
    title: str
    title_es: str
    not_before_days: int
    look_back_days: int


@dataclass(frozen=True, slots=True)
class Step:
    """One activity of a pathway with how often, who does it and where that comes from. `row`: of its source table.

    `from_age`: the age in years from which on it is for somebody, when its condition names one.
    """

    id: str
    row: int
    activity: Activity
    every: Interval
    rules: tuple[IntervalRule, ...]
    first_due: Interval | None
    grace_days: int
    owner: tuple[str, ...]
    when: Condition | None
    after: After | None
    source: str
    mark: str
    from_age: int | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        """Reckon `from_age`: once, since it is asked for of every patient."""
        parts = self.when.parts if isinstance(self.when, Group) and self.when.how == "all" else (self.when,)
        ages = [part.at_least for part in parts if isinstance(part, Aged) and part.at_least is not None]
        object.__setattr__(self, "from_age", max(ages, default=None))


@dataclass(frozen=True, slots=True)
class Escalation:
    """What needs somebody at once. No `when`: only a person can tell."""

    id: str
    title: str
    title_es: str
    when: Condition | None
    within: str
    to: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class PatientStep:
    """A sentence for the patient; words in braces are filled in."""

    id: str
    en: str
    es: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Who is suggested for the pathway: any of `any_of`, none of `exclude`. `everyone`: no enrolment is needed.

    `calls`: what one for everyone asks is work of its own, not only said in the chart; the practice decides that.

    `titles`: what a rule looks at in words, English and Spanish, by its id.
    """

    any_of: tuple[tuple[str, Condition], ...]
    exclude: Condition | None
    everyone: bool
    titles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    calls: bool = False


@dataclass(frozen=True, slots=True)
class Pathway:
    """One pathway file."""

    id: str
    title: str
    title_es: str
    version: str
    year: int
    source: str
    mark: str
    reviewed_by: str
    entry: Entry
    steps: tuple[Step, ...]
    targets: tuple[Target, ...]
    escalations: tuple[Escalation, ...]
    patient_steps: tuple[PatientStep, ...]

    @property
    def confirmed(self) -> bool:
        """Whether a person of the practice's profession stands for it."""
        return bool(self.reviewed_by)
