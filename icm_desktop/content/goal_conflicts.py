"""The reader of rules about goals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop.content.checked_file import Place, broken
from icm_desktop.content.conflicts import FOLDER, class_members, document, members, rule_condition, told
from icm_desktop.content.pathway_conditions import Names, NotKnown
from icm_desktop.domain.conflicts.goals import AdviceRule, GoalBook, MeasureRule, Proposal
from icm_desktop.domain.conflicts.rules import Told, Words
from icm_desktop.domain.plain_text import folded


@cache
def goal_book() -> GoalBook:
    """The shipped rules about goals.

    Raises:
        BrokenFile: the file.
    """
    return read_goals(FOLDER)


@cache
def told_by_goal_rule() -> Mapping[str, Told]:
    """What every rule about goals says of itself, by its id."""
    book = goal_book()
    found = [one.told for group in (book.measures, book.advice) for one in group]
    return {one.id: one for one in (*found, book.doses[0], book.own[0])}


@cache
def topics() -> Mapping[str, Words]:
    """What each rule is about, in a sentence for the patient, by its id."""
    found = document(FOLDER, "goals")
    both = (*found["measure"], *found["advice"])
    return {one["id"]: {"en": one["patient"], "es": one["patient_es"]} for one in both}


@cache
def measured_rules() -> frozenset[str]:
    """Ids of the rules about a value, so that a value can be decided."""
    return frozenset(one.told.id for one in goal_book().measures)


def unit_words(unit: str, language: str) -> str:
    """A unit as patients read it; as it is written where the file has no words."""
    words: Mapping[str, str] = document(FOLDER, "goals")["units"].get(unit, {})
    return words.get(language, unit)


def read_goals(folder: Path) -> GoalBook:
    """The rules about goals of a folder.

    Raises:
        BrokenFile: it is not TOML, breaks its schema, or names what nothing defines.
    """
    return goals_of(folder, document(folder, "goals"))


def goals_of(folder: Path, found: Mapping[str, Any]) -> GoalBook:
    """The rules of a file as it stands; `folder` has the medicines."""
    classes = class_members(folder)
    groups = {one: members(folder, "goals", ("groups", one), each, classes) for one, each in found["groups"].items()}
    reader = _Reader(folder, Names(found["codes"], {}, found["values"], {}, frozenset()), {**classes, **groups})
    try:
        return GoalBook(
            measures=tuple(reader.measure(n, one) for n, one in enumerate(found["measure"])),
            advice=tuple(reader.advice(n, one) for n, one in enumerate(found["advice"])),
            doses=(told(found["doses"]), found["doses"]["severity"]),
            own=(told(found["own"]), found["own"]["severity"]),
        )
    except NotKnown as error:
        raise broken(folder / "goals.toml", error.place, str(error)) from error


class _Reader:
    """What every rule of the file needs: its names, and the medicines by class."""

    def __init__(self, folder: Path, names: Names, known: Mapping[str, frozenset[str]]) -> None:
        self._folder, self._names, self._known = folder, names, known

    def measure(self, number: int, found: Mapping[str, Any]) -> MeasureRule:
        """Two goals on one thing."""
        place: Place = ("measure", number)
        codes = self._names.value(found["of"], place).codes
        plain = frozenset(code.partition(":")[2] for code in codes)
        return MeasureRule(told(found), found["severity"], plain, found["tolerance"], self._proposals(found, place))

    def advice(self, number: int, found: Mapping[str, Any]) -> AdviceRule:
        """Words of the plan."""
        place: Place = ("advice", number)
        when = rule_condition(found["when"], self._names, self._known, place) if "when" in found else None
        says, against = (tuple(map(folded, found.get(key, ()))) for key in ("says", "against"))
        return AdviceRule(told(found), found["severity"], says, against, when, self._proposals(found, place))

    def _proposals(self, found: Mapping[str, Any], place: Place) -> tuple[Proposal, ...]:
        return tuple(
            Proposal(
                rule_condition(one["when"], self._names, self._known, place) if "when" in one else None,
                {"en": one["text"], "es": one["text_es"]},
            )
            for one in found["propose"]
        )
