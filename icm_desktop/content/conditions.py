"""Chronic conditions by name: which codes mean each, and which are of the HHS list of twenty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked

FILE = paths.RESOURCES / "content" / "codes" / "conditions.toml"
PHYSICAL, BEHAVIORAL = "physical", "behavioral"


@dataclass(frozen=True, slots=True)
class ConditionList:
    """One condition. Codes as "icd10:E11" (a beginning) or whole, "sct:44054006"; `group`: physical or behavioral."""

    id: str
    words: Mapping[str, str]
    group: str
    hhs: bool
    codes: frozenset[str]
    beginnings: tuple[str, ...]

    def holds(self, codes: Iterable[str]) -> bool:
        """Whether one of these codes means this condition."""
        return any(code in self.codes or code.startswith(self.beginnings) for code in codes)


@cache
def condition_lists() -> Mapping[str, ConditionList]:
    """Every list by its id, in the order of the file.

    Raises:
        BrokenFile: it is not TOML or breaks its schema.
    """
    found = checked(FILE, "conditions")
    return {one["id"]: _list(one) for one in found["list"]}


@cache
def chronic() -> tuple[str, ...]:
    """The ids of the HHS list of twenty."""
    return tuple(one.id for one in condition_lists().values() if one.hhs)


def of_group(group: str) -> tuple[str, ...]:
    """The ids of the physical or the behavioral ones."""
    return tuple(one.id for one in condition_lists().values() if one.group == group)


@cache
def told() -> tuple[str, int, str]:
    """Where the lists come from: source, year and mark."""
    found = checked(FILE, "conditions")
    return found["source"], found["year"], found["mark"]


def _list(raw: dict[str, object]) -> ConditionList:
    icd10 = [f"icd10:{str(code).replace('.', '')}" for code in raw["icd10"]]  # type: ignore[attr-defined]
    whole = {code for code in icd10 if not code.endswith("*")}
    return ConditionList(
        id=str(raw["id"]),
        words={"en": str(raw["en"]), "es": str(raw["es"])},
        group=str(raw["group"]),
        hhs=bool(raw["hhs"]),
        codes=frozenset(whole | {f"sct:{code}" for code in raw["snomed"]}),  # type: ignore[attr-defined]
        beginnings=tuple(code[:-1] for code in icd10 if code.endswith("*")),
    )
