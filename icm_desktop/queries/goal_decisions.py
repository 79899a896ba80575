"""What is printed of goals that contradict each other: the decided value, or none of them and that one asks us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from db.models.plan import Goal, PlanAction
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.codes import measurement_of
from icm_desktop.content.goal_conflicts import topics, unit_words
from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.conflicts import ConflictRow, Decision
from icm_desktop.domain.conflicts.states import ASKED, MUTED, OPEN, OVERRIDDEN, RESOLVED
from icm_desktop.domain.plan_difference import Item
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.conflict_rows import is_goal, rows_found
from icm_desktop.queries.heads import heads

GOAL, ACTION = "goal", "plan_action"
_TABLES = {"goal": GOAL, "plan": GOAL, "action": ACTION}
REPLACED = ("words", "text", "target")  # of a goal, once a clinician decided between it and another
_NUMBER = re.compile(r"\d")
_UNDECIDED = (OPEN, ASKED, MUTED)  # a mute stops reminders, it says no value


@dataclass(frozen=True, slots=True)
class DecidedGoals:
    """Conflicts of goals as they are printed. `withheld`: goals and actions (table, id) of which none is printed."""

    rows: tuple[ConflictRow, ...] = ()
    withheld: frozenset[tuple[str, int]] = frozenset()

    def of_goal(self, goal_id: int) -> ConflictRow | None:
        """The conflict a goal is in, an undecided one first."""
        mine = [one for one in self.rows if any(_ref(kind, entry) == (GOAL, goal_id) for kind, entry in _entries(one))]
        return min(mine, key=lambda one: one.state == RESOLVED, default=None)


@requires(Privilege.PRINT_HANDOUT)
def of_patient(uow: UnitOfWork, patient_id: int) -> DecidedGoals:
    """The conflicts of a patient's goals by the facts of now; one that was overridden prints as it stands.

    An action with a number in it that belongs to a goal of these is of the same conflict ("drink 2 liters a day").
    """
    head = heads(uow, [patient_id]).get(patient_id)
    found = checked_patients(uow, [patient_id], uow.today).get(patient_id)
    if head is None or found is None or not any(is_goal(one.told.id) for one in found.findings):
        return DecidedGoals()
    made = rows_found(uow, head, (one for one in found.findings if is_goal(one.told.id)))
    rows = tuple(one for one in made if one.state != OVERRIDDEN)
    refs = {_ref(kind, entry) for one in rows for kind, entry in _entries(one)}
    goals = [row_id for table, row_id in refs if table == GOAL]
    return DecidedGoals(rows, frozenset((*refs, *_with_numbers(uow, goals))))


def undecided(row: ConflictRow) -> bool:
    """Whether nobody has said yet what holds."""
    return row.state in _UNDECIDED


@requires(Privilege.PRINT_HANDOUT)
def sentence(_: UnitOfWork, row: ConflictRow, bank: PhraseBank) -> str:
    """What a patient reads of a conflict: to ask us, or what was decided; empty when it is in no words of theirs."""
    words = topics()[row.key.rule]
    topic = words.get(bank.language, words["en"])
    if undecided(row):
        return bank.sentence(bank("conflict.ask", topic=topic))
    decision = row.decision
    if decision is None:
        return ""
    own = dict(decision.words).get(bank.language)
    return bank.sentence(own) if own else _value(decision, topic, bank)


@requires(Privilege.PRINT_HANDOUT)
def for_reader(uow: UnitOfWork, patient_id: int, lines: Sequence[Item], bank: PhraseBank) -> tuple[Item, ...]:
    """Lines of a plan as a patient gets them: of contradicting goals the sentence only, once for each conflict."""
    decided = of_patient(uow, patient_id)
    hidden = {f"{table}:{row_id}" for table, row_id in decided.withheld}
    said: set[str] = set()
    told: list[Item] = []
    for line in lines:
        if line.id not in hidden:
            told.append(line if line.under not in hidden else replace(line, under=None))
            continue
        row = decided.of_goal(int(line.id.partition(":")[2])) if line.id.startswith(f"{GOAL}:") else None
        text = sentence(uow, row, bank) if row is not None else ""
        if text and text not in said:
            said.add(text)
            told.append(replace(line, title=text, facts={}))
    return tuple(told)


@requires(Privilege.CLINICAL_READ)
def for_team(uow: UnitOfWork, patient_id: int, lines: Sequence[Item]) -> tuple[Item, ...]:
    """Lines of a plan as colleagues get them: both goals with the decided value and why, an open conflict by name.

    A goal keeps what it said (`decided_instead`), an action with a number in it says that it is older than the decision
    or waits for one. `conflict` names the other goals by their ids, "goal:3 goal:7".
    """
    decided = of_patient(uow, patient_id)
    parent = {line.id: line.under or "" for line in lines}
    names = _measured(uow, [int(ref) for table, ref in decided.withheld if table == GOAL])
    hidden = {f"{table}:{row_id}" for table, row_id in decided.withheld}
    return tuple(_for_team(decided, line, parent, names) if line.id in hidden else line for line in lines)


def _for_team(decided: DecidedGoals, line: Item, parent: dict[str, str], names: Mapping[str, str]) -> Item:
    goal = line.id if line.id.startswith(f"{GOAL}:") else parent.get(line.id, "")
    row = decided.of_goal(int(goal.partition(":")[2])) if goal.startswith(f"{GOAL}:") else None
    if row is None:
        return line
    decision = None if undecided(row) else row.decision
    facts = {**line.facts, "in_conflict": "open" if decision is None else "decided"}
    if goal != line.id:
        return replace(line, facts=facts)
    facts["conflict"] = " ".join(sorted({f"{GOAL}:{entry}" for entry, _ in _goal_facts(row)} - {goal}))
    if decision is None:
        return replace(line, facts=facts | ({"conflict_owner": row.owner.name} if row.owner else {}))
    kept = {name: text for name, text in facts.items() if name not in REPLACED}
    value = f"{names[goal]} {signs(decision)}" if names.get(goal) and not decision.text else signs(decision)
    told = {
        "target": value, "decided_by": decision.by, "decided_on": decision.on.isoformat(),
        "decided_reason": decision.reason, "decided_told": decision.told or "",
        "decided_before": next((text for entry, text in _goal_facts(row) if f"{GOAL}:{entry}" == goal), ""),
    }  # fmt: skip
    return replace(line, title=value, facts=kept | {name: text for name, text in told.items() if text})


def in_signs(decision: Decision | None) -> str:
    """A decided value in signs that every reader of a plan knows, with who decided it and when."""
    return f"{signs(decision)} ({decision.by}, {decision.on.isoformat()})" if decision else ""


def signs(decision: Decision) -> str:
    """A decided value in signs."""
    low, high = ("" if end is None else f"{end:g}" for end in (decision.low, decision.high))
    between = f"{low}–{high}" if low and high else f"≤ {high}" if high else f"≥ {low}"
    return decision.text or f"{between} {decision.unit or ''}".strip()


def _value(decision: Decision, topic: str, bank: PhraseBank) -> str:
    low, high = (_number(end, decision.unit, bank) for end in (decision.low, decision.high))
    if low and high:
        return bank.sentence(bank("conflict.between", topic=topic, low=low.split(" ")[0], value=high))
    if high:
        return bank.sentence(bank("conflict.at_most", topic=topic, value=high))
    return bank.sentence(bank("conflict.at_least", topic=topic, value=low)) if low else ""


def _number(end: float | None, unit: str | None, bank: PhraseBank) -> str:
    if end is None:
        return ""
    words = unit_words(unit or "", bank.language)
    return f"{end:g}{words}" if words == "%" and bank.language == "en" else f"{end:g} {words}".strip()


def _entries(row: ConflictRow) -> Iterator[tuple[str, int]]:
    return ((one.kind, one.entry) for one in row.facts if one.kind in _TABLES and one.entry is not None)


def _measured(uow: UnitOfWork, goals: Sequence[int]) -> dict[str, str]:
    """The name of what each goal measures."""
    found = uow.session.execute(
        select(Goal.id, Goal.measure_code, Goal.measure_text).where(Goal.id.in_(among(goals)))
    )  # fmt: skip
    measures = ((goal_id, text, measurement_of(code, text)) for goal_id, code, text in found)
    return {f"{GOAL}:{goal_id}": (one.name if one else text) or "" for goal_id, text, one in measures}


def _goal_facts(row: ConflictRow) -> Iterator[tuple[int, str]]:
    """The goals of a conflict, each with what it says."""
    return ((one.entry, one.text) for one in row.facts if _TABLES.get(one.kind) == GOAL and one.entry is not None)


def _ref(kind: str, entry: int) -> tuple[str, int]:
    return _TABLES[kind], entry


def _with_numbers(uow: UnitOfWork, goals: list[int]) -> Iterator[tuple[str, int]]:
    if not goals:
        return
    wanted = select(PlanAction).where(PlanAction.goal_id.in_(among(goals)), PlanAction.removed_at.is_(None))
    for row in uow.session.scalars(wanted):
        if _NUMBER.search(" ".join((row.text or "", *map(str, (row.patient_words or {}).values())))):
            yield ACTION, row.id
