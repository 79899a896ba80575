"""Lists of medicines side by side: the same medicine on one line, how the lists differ, and what a decision does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KEEP, CHANGE, STOP, ASK = "keep", "change", "stop", "ask"
DECISIONS = (KEEP, CHANGE, STOP, ASK)
SETTLED = (KEEP, CHANGE, STOP)
# How lists differ about one medicine, in the order in which they want to be looked at.
DIFFERS, NOT_COMPARED, ONLY_THEIRS, ONLY_OURS, SAME = "differs", "not_compared", "only_theirs", "only_ours", "same"
DIFFERENCES = (DIFFERS, NOT_COMPARED, ONLY_THEIRS, ONLY_OURS, SAME)
OURS, DISCHARGE, RECORDS, SPECIALIST, PATIENT, OTHER = "ours", "discharge", "records", "specialist", "patient", "other"
TYPED_KINDS = (DISCHARGE, SPECIALIST, PATIENT, OTHER)
STAYS, ENDS, ADDED = "stays", "ends", "added"


@dataclass(frozen=True, slots=True)
class Listed:
    """One medicine as one list has it. `key`: the same for the same medicine. `entry`: the chart's entry, if it is one.

    `mg_per_day`: None when it cannot be told. `held`: on that list, but not taken for now.
    """

    key: str
    name: str
    written: str
    ingredients: tuple[str, ...]
    dosage: str = ""
    mg_per_day: float | None = None
    as_needed: bool = False
    reason: str = ""
    prescriber: str = ""
    since: str = ""
    entry: int | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class MedicineList:
    """One list: where it is from, of which day, and its lines in their order."""

    key: str
    kind: str
    title: str
    dated: str
    lines: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """One medicine over all lists. `on`: by list, in the order of the lists, what each says of it (nothing: not there).

    `shares`: names of other medicines with an ingredient in common, such as a combination. Without `ingredients` nobody
    knows what it is: it is NOT CHECKED, and matched by its words alone.
    """

    key: str
    name: str
    ingredients: tuple[str, ...]
    difference: str
    on: tuple[tuple[Listed, ...], ...]
    shares: tuple[str, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether its ingredients are known."""
        return bool(self.ingredients)

    @property
    def lines(self) -> tuple[Listed, ...]:
        """What every list says, ours first."""
        return tuple(one for listed in self.on for one in listed)

    @property
    def said(self) -> str:
        """What the lists say of it, to notice that it is no longer what was decided about."""
        return "|".join(f"{one.entry}~{one.written}~{one.dosage}~{one.held}" for one in self.lines)

    @property
    def entries(self) -> tuple[int, ...]:
        """The chart's entries of it, ours first."""
        return tuple(one.entry for one in self.lines if one.entry is not None)


@dataclass(frozen=True, slots=True)
class Act:
    """What signing does to one entry of the chart, or that a new one is added (`entry` None)."""

    what: str
    entry: int | None
    text: str
    dosage: str = ""


def matched(lists: Sequence[MedicineList]) -> tuple[Matched, ...]:
    """Every medicine of every list once; what wants a look first, then by name. The first list is ours."""
    by_key: dict[str, list[list[Listed]]] = {}
    for place, one in enumerate(lists):
        for line in one.lines:
            by_key.setdefault(line.key, [[] for _ in lists])[place].append(line)
    found = []
    for key, on in by_key.items():
        first = next(line for listed in on for line in listed)
        parts = frozenset(first.ingredients)
        others = [next(line for each in listed for line in each) for other, listed in by_key.items() if other != key]
        shares = tuple(line.name for line in others if not parts.isdisjoint(line.ingredients))
        found.append(
            Matched(key, first.name, first.ingredients, _difference(on), tuple(tuple(one) for one in on), shares)
        )
    return tuple(sorted(found, key=lambda one: (DIFFERENCES.index(one.difference), one.name.casefold(), one.key)))


def _difference(on: Sequence[Sequence[Listed]]) -> str:
    ours, theirs = on[0], [line for listed in on[1:] for line in listed]
    if not theirs:
        return ONLY_OURS
    if not ours:
        return ONLY_THEIRS
    lines = [*ours, *theirs]
    if len({line.as_needed for line in lines}) > 1:
        return DIFFERS
    doses = {line.mg_per_day for line in lines}
    if None not in doses:
        return SAME if len(doses) == 1 else DIFFERS
    words = {(_folded(line.written), _folded(line.dosage)) for line in lines}
    return SAME if len(words) == 1 and lines[0].dosage else NOT_COMPARED


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def acts(one: Matched, decision: str, text: str = "", dosage: str = "") -> tuple[Act, ...]:
    """What a decision does to the chart when it is signed; nothing while it is asked.

    Keep: ours stays as it is and entries of other lists end, so that it stands once; what only others have is added.
    Change: every entry ends and a new one begins. Stop: every entry ends.

    Args:
        one: The medicine.
        decision: One of `DECISIONS`.
        text: What it is changed to.
        dosage: How that is taken.
    """
    ours = [line for line in one.on[0] if line.entry is not None]
    chart = [line for line in one.lines if line.entry is not None]
    if decision == ASK:
        return ()
    if decision == KEEP:
        stay = ours or chart[:1]
        if not stay:
            line = one.lines[0]
            return (Act(ADDED, None, line.written, line.dosage),)
        kept = {line.entry for line in stay}
        return tuple(
            Act(STAYS if line.entry in kept else ENDS, line.entry, line.written, line.dosage) for line in chart
        )
    ended = tuple(Act(ENDS, line.entry, line.written, line.dosage) for line in chart)
    return ended if decision == STOP else (*ended, Act(ADDED, None, text, dosage))


def undecided(medicines: Iterable[Matched], decided: Iterable[str]) -> tuple[Matched, ...]:
    """Medicines nobody decided about yet."""
    known = frozenset(decided)
    return tuple(one for one in medicines if one.key not in known)
