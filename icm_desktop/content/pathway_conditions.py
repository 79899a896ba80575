"""Conditions, codes and values of a pathway file, turned into those of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from icm_desktop.content import codes
from icm_desktop.content.checked_file import Place
from icm_desktop.domain.pathways.conditions import (
    Aged,
    Condition,
    Fallen,
    Group,
    Happened,
    HasProblem,
    Measured,
    Moved,
    OffTarget,
    OfSex,
    OnMedicine,
    Source,
)
from icm_desktop.domain.pathways.definition import Activity

_RANGE = ("at_least", "above", "below", "at_most", "within_days", "times", "apart_days")
_MOVE = ("rise_at_least", "fall_percent_above", "times_at_least", "within_days", "recent_days")
_CODE_SYSTEMS = (("loinc", "loinc"), ("snomed", "sct"), ("cpt", "cpt"), ("cvx", "cvx"), ("other", ""))


class NotKnown(Exception):
    """A name in a file that nothing defines. `place`: where it stands."""

    def __init__(self, place: Place, what: str, name: str) -> None:
        super().__init__(f"{what} '{name}' is not defined")
        self.place = place


@dataclass(frozen=True, slots=True)
class Names:
    """What a file may name: its own sets of codes, medicines and values, activities of its own and shared ones."""

    problems: Mapping[str, Mapping[str, Any]]
    medicines: Mapping[str, list[str]]
    values: Mapping[str, list[str]]
    activities: Mapping[str, Activity]
    targets: frozenset[str]

    def value(self, name: str, place: Place, office: bool = False) -> Source:
        """The codes of a value: of the file, of the shared measurements, or those that show an activity was done."""
        if name in self.values:
            return Source(frozenset(f"loinc:{code}" for code in self.values[name]), office)
        shared = next((one for one in codes.measurements() if one.id == name), None)
        if shared is not None:
            return Source(frozenset(f"loinc:{code}" for code in (*shared.codes, *shared.pair)), office)
        return Source(self.activity(name, place).done_by.codes, office)

    def activity(self, name: str, place: Place) -> Activity:
        """An activity by its id."""
        if name not in self.activities:
            raise NotKnown(place, "activity or value", name)
        return self.activities[name]


def activity(found: Mapping[str, Any]) -> Activity:
    """One activity of a file."""
    prefix = {key: f"{system}:" if system else "" for key, system in _CODE_SYSTEMS}
    shown_by = {f"{prefix[key]}{code}" for key in prefix for code in found.get(key, ())}
    source = Source(frozenset({f"done:{found['id']}", *shown_by}), found.get("office", False))
    plain = (found["id"], found["title"], found["title_es"], source, found.get("group", found["id"]))
    return Activity(*plain, found.get("done_by", "visit"), found.get("shown", ""), found.get("visit", ""))


def condition(found: Mapping[str, Any], names: Names, place: Place) -> Condition:
    """One condition of a file.

    Raises:
        NotKnown: it names something that nothing defines.
    """
    for how in ("all", "any", "none"):
        if how in found:
            parts = (condition(one, names, (*place, how, number)) for number, one in enumerate(found[how]))
            return Group(how, tuple(parts))
    if "age_at_least" in found or "age_at_most" in found:
        return Aged(found.get("age_at_least"), found.get("age_at_most"))
    if "sex" in found:
        return OfSex(found["sex"])
    if "off_target" in found:
        return OffTarget(_known(found["off_target"], names.targets, (*place, "off_target"), "target"))
    if "problem" in found:
        return HasProblem(problem_codes(found["problem"], names, (*place, "problem")))
    if "medicine" in found:
        name = _known(found["medicine"], names.medicines, (*place, "medicine"), "set of medicines")
        return OnMedicine(tuple(names.medicines[name]), found.get("started_within_days"))
    return _of_values(found, names, place)


def _of_values(found: Mapping[str, Any], names: Names, place: Place) -> Condition:
    if "value" in found:
        source = names.value(found["value"], (*place, "value"), found.get("office", False))
        return Measured(source, **{key: found[key] for key in _RANGE if key in found})
    if "moved" in found:
        source = names.value(found["moved"], (*place, "moved"))
        return Moved(source, **{key: found[key] for key in _MOVE if key in found})
    if "fallen" in found:
        source = names.value(found["fallen"], (*place, "fallen"))
        return Fallen(source, found["percent_at_least"], found["months"])
    source = names.activity(found["happened"], (*place, "happened")).done_by
    return Happened(source, found.get("within_days"), found.get("times", 1))


def problem_codes(name: str, names: Names, place: Place) -> frozenset[str]:
    """A named set of diagnosis codes, ICD-10 without dots."""
    codes_of = names.problems[_known(name, names.problems, place, "set of codes")]
    icd10 = (f"icd10:{code.replace('.', '')}" for code in codes_of.get("icd10", ()))
    return frozenset({*icd10, *(f"sct:{code}" for code in codes_of.get("snomed", ()))})


def _known(name: str, known: Mapping[str, Any] | frozenset[str], place: Place, what: str) -> str:
    if name not in known:
        raise NotKnown(place, what, name)
    return name
