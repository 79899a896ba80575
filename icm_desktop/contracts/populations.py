"""Target populations: the lists with their numbers, who is on one and why, what people do with them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.programs import ProgramName
from icm_desktop.domain.populations import Criterion, Evidence, Population

MEMBERS, JOINED, LEFT, EXCLUDED = "members", "joined", "left", "excluded"
SHOWN = (MEMBERS, JOINED, LEFT, EXCLUDED)


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """One population. Numbers are None until it was reckoned; `on` and `at` say when it last was.

    `joined` and `left`: since `compared_with`, None when there was no list then. `excluded`: people who are as the rule
    says and are left out by somebody, not among `members`. `stale`: records changed since. `version`: of an own rule.
    """

    population: Population
    members: int | None
    joined: int | None
    left: int | None
    excluded: int
    compared_with: dt.date
    first_on: dt.date | None
    on: dt.date | None
    at: dt.datetime | None
    stale: bool
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class PopulationList:
    """Every population, shipped ones first."""

    rows: tuple[PopulationRow, ...]
    day: dt.date


@dataclass(frozen=True, slots=True)
class AskMembers:
    """Who is on a list: `shown` is members, joined, left or excluded; words of a name in `search`."""

    population: str
    shown: str = MEMBERS
    search: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person. `evidence`: the facts behind it, empty for who left. `since`: on the list; `gone_on`: off it.

    `exclusion_id`: of who is left out, with `reason` and until when. `last_seen`: here or elsewhere.
    """

    head: PatientHead
    evidence: tuple[Evidence, ...]
    since: dt.date | None
    gone_on: dt.date | None
    coordinator: str | None
    programs: tuple[ProgramName, ...]
    pathways: tuple[str, ...]
    last_seen: dt.date | None
    next_visit: dt.datetime | None
    exclusion_id: int | None = None
    exclusion_version: int = 0
    reason: str = ""
    until_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """The first rows of a list by name, of `total`; `row` has its numbers."""

    row: PopulationRow
    shown: str
    rows: tuple[MemberRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """Something a rule may name: its id and its words."""

    id: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class RuleChoices:
    """What the questions of a rule may name, by list ("conditions", "measurements" ...)."""

    lists: dict[str, tuple[RuleChoice, ...]]

    def words_of(self, name: str, one: str) -> dict[str, str]:
        """What one entry of a list is called."""
        return next((each.words for each in self.lists.get(name, ()) if each.id == one), {"en": one, "es": one})


@dataclass(frozen=True, slots=True)
class SaveRule:
    """A rule made here, a new one or a changed one (`rule_id` with the version it was opened at)."""

    title: str
    criteria: tuple[Criterion, ...]
    about: str = ""
    chosen_for_use: bool = False
    rule_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class RuleSaved:
    """The id of the population it makes."""

    population: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class RuleTried:
    """Whom a rule that is not saved yet would find: how many, and the first by name."""

    members: int
    rows: tuple[MemberRow, ...]


@dataclass(frozen=True, slots=True)
class AssignMembers:
    """These patients get this coordinator."""

    patient_ids: tuple[int, ...]
    user_id: int


@dataclass(frozen=True, slots=True)
class EnrolMembers:
    """These patients enter a pathway, because they are on a list."""

    population: str
    patient_ids: tuple[int, ...]
    pathway: str


@dataclass(frozen=True, slots=True)
class ExcludeMembers:
    """These patients are left out of a list, with the reason, until a day or for good."""

    population: str
    patient_ids: tuple[int, ...]
    reason: str
    until_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class MembersSaved:
    """How many patients an act was about; those it could not be done for are left as they were."""

    patients: int
    left_out: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class PopulationsReckoned:
    """How many lists were made anew."""

    lists: int
    changes: Changes
