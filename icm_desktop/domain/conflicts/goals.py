"""Goals of one patient that do not agree: found generically by what they measure, or by what they say.

The program never picks a winner: it proposes, and says why; a named clinician decides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from icm_desktop.domain.conflicts.checking import Finding, NotChecked
from icm_desktop.domain.conflicts.matching import Case, Evidence, Found, match, medicine
from icm_desktop.domain.conflicts.medicines import Taken
from icm_desktop.domain.conflicts.rules import Condition, Told, Words

_MOST_KEPT = 10_000  # texts
CANDIDATE, CONTRADICTORY = "stricter_wins_candidate", "contradictory"


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """An active goal. `low`..`high` in `unit`, None where it has no end; `own`: the patient's own."""

    id: int
    text: str
    author: str
    measure: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    own: bool = False

    @property
    def evidence(self) -> Evidence:
        """The goal as a fact."""
        ends = ("" if end is None else f"{end:g}" for end in (self.low, self.high))
        return Evidence("goal", self.text, self.author, entry=self.id, same=f"{'..'.join(ends)} {self.unit}")


@dataclass(frozen=True, slots=True)
class PlanText:
    """A goal ("plan") or an action of the plan in its words, folded for comparing; `entry`: its row."""

    text: str
    author: str
    folded: str
    kind: str = "plan"
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed when a condition holds; None: when nothing before it did."""

    when: Condition | None
    words: Words


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """Two goals on one of these codes."""

    told: Told
    severity: str
    codes: frozenset[str]
    tolerance: float
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class AdviceRule:
    """Words of the plan against a fact (`when`) or against other words of it (`against`); folded beforehand."""

    told: Told
    severity: str
    says: tuple[str, ...]
    against: tuple[str, ...]
    when: Condition | None
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class GoalBook:
    """Every rule about goals. `doses`: two doses of a medicine from two prescribers; `own`: the patient's goal.

    `kept`: which places of `advice` a text speaks of, and which it speaks against; many plans say the same.
    """

    measures: tuple[MeasureRule, ...]
    advice: tuple[AdviceRule, ...]
    doses: tuple[Told, str]
    own: tuple[Told, str]
    kept: dict[str, tuple[frozenset[int], frozenset[int]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def spoken(self, text: str) -> tuple[frozenset[int], frozenset[int]]:
        """The places of the rules whose words a folded text has, and of those it stands against."""
        found = self.kept.get(text)
        if found is None:
            if len(self.kept) > _MOST_KEPT:
                self.kept.clear()
            both = ([one.says for one in self.advice], [one.against for one in self.advice])
            says, against = (
                frozenset(place for place, each in enumerate(side) if any(words in text for words in each))
                for side in both
            )
            found = self.kept[text] = says, against
        return found


def check_goals(
    book: GoalBook, case: Case, goals: Sequence[PlannedGoal], texts: Sequence[PlanText]
) -> tuple[Finding, ...]:
    """Every conflict of the goals of a patient.

    Args:
        book: The rules.
        case: The patient on the day.
        goals: Active goals.
        texts: Active goals and open actions of the plan, in words.
    """
    return (
        *(one for rule in book.measures for one in _measured(rule, case, goals)),
        *_advice(book, case, texts),
        *_doses(book.doses, case.taken),
        *(Finding(book.own[0], book.own[1], (one.evidence,)) for one in goals if one.own and len(goals) > 1),
    )


def not_compared(book: GoalBook, goals: Sequence[PlannedGoal]) -> tuple[NotChecked, ...]:
    """Goals on one thing in different units: nobody compared them."""
    codes = [rule.codes for rule in book.measures]
    return tuple(
        NotChecked(f"{one.text} / {other.text}", "units_differ")
        for one, other in combinations(goals, 2)
        if one.unit != other.unit and any({one.measure, other.measure} <= each for each in codes)
    )


def state_of(one: PlannedGoal, other: PlannedGoal, tolerance: float) -> str | None:
    """How two ranges stand to each other; None when they are compatible.

    They contradict each other when no value meets both; else the stricter may win when a limit differs by the
    tolerance or more.
    """
    lows = [-math.inf if each.low is None else each.low for each in (one, other)]
    highs = [math.inf if each.high is None else each.high for each in (one, other)]
    if max(lows) > min(highs):
        return CONTRADICTORY
    apart = [abs(a - b) for a, b in (lows, highs) if math.isfinite(a) and math.isfinite(b)]
    return CANDIDATE if any(each >= tolerance for each in apart) else None


def _measured(rule: MeasureRule, case: Case, goals: Iterable[PlannedGoal]) -> Iterator[Finding]:
    mine = [one for one in goals if one.measure in rule.codes]
    for one, other in combinations(mine, 2):
        state = state_of(one, other, rule.tolerance) if _comparable(one, other) else None
        if state is not None:
            yield _proposed(rule.told, rule.severity, rule.proposals, case, (one.evidence, other.evidence), state)


def _comparable(one: PlannedGoal, other: PlannedGoal) -> bool:
    """Same unit, and not two goals of one known author: those are one person's plan."""
    return one.unit == other.unit and (one.author != other.author or not one.author)


def _proposed(
    told: Told, severity: str, proposals: Iterable[Proposal], case: Case, facts: Found, state: str = ""
) -> Finding:
    for proposal in proposals:
        why = match(proposal.when, case) if proposal.when is not None else ()
        if why is not None:
            return Finding(replace(told, action=proposal.words), severity, (*facts, *why), state=state)
    return Finding(told, severity, facts, state=state)


def _advice(book: GoalBook, case: Case, texts: Sequence[PlanText]) -> Iterator[Finding]:
    spoken = [(one, *book.spoken(one.folded)) for one in texts]
    for place in sorted({place for _, says, _ in spoken for place in says}):
        said = [one for one, says, _ in spoken if place in says]
        against = [one for one, _, others in spoken if place in others]
        found = _said(book.advice[place], case, said, against)
        if found is not None:
            yield found


def _said(rule: AdviceRule, case: Case, said: Sequence[PlanText], against: Sequence[PlanText]) -> Finding | None:
    if rule.against and not against:
        return None
    why = match(rule.when, case) if rule.when is not None else ()
    if why is None:
        return None
    each = dict.fromkeys((*said, *against))
    facts = tuple(Evidence(one.kind, one.text, one.author, entry=one.entry) for one in each)
    return _proposed(rule.told, rule.severity, rule.proposals, case, (*facts, *why))


def _doses(rule: tuple[Told, str], taken: Iterable[Taken]) -> Iterator[Finding]:
    by_ingredient: dict[tuple[str, ...], list[Taken]] = {}
    for one in taken:
        if one.ingredients and one.mg_per_day is not None:
            by_ingredient.setdefault(one.ingredients, []).append(one)
    for entries in by_ingredient.values():
        doses = {one.mg_per_day for one in entries}
        if len(doses) > 1 and len({one.prescriber for one in entries}) > 1:
            yield Finding(rule[0], rule[1], tuple(map(medicine, entries)))
