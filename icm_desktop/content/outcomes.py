"""What the Outcomes screen counts beside quality measures, and which stays good care outside could avoid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked

FOLDER = paths.RESOURCES / "content" / "outcomes"
Words = Mapping[str, str]
PERCENT, PER_1000, MONEY = "percent", "per_1000", "money"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `needs`: so many have to count; `of`: what is counted under the line; `note`: what must be said."""

    id: str
    family: str
    unit: str
    better: str
    needs: int
    title: Words
    what: Words
    of: Words
    source: str
    mark: str
    version: str
    note: str = ""
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A condition for which a stay could be avoided, of ages from and until; codes without dots."""

    id: str
    words: Words
    youngest: int
    oldest: int
    codes: frozenset[str]
    beginnings: tuple[str, ...]

    def holds(self, code: str, age: int) -> bool:
        """Whether the main diagnosis of a stay of somebody of an age is this one."""
        plain = code.replace(".", "")
        return self.youngest <= age <= self.oldest and (plain in self.codes or plain.startswith(self.beginnings))


@cache
def figures() -> Mapping[str, Figure]:
    """Every figure by its id, in the order of the file.

    Raises:
        BrokenFile: it is not TOML or breaks its schema.
    """
    found = checked(FOLDER / "figures.toml", "figures")
    return {
        one["id"]: Figure(
            **{name: one[name] for name in ("id", "family", "unit", "better", "needs", "source", "mark")},
            title={"en": one["en"], "es": one["es"]},
            what={"en": one["what_en"], "es": one["what_es"]},
            of={"en": one["of_en"], "es": one["of_es"]},
            version=found["version"],
            note=one.get("note", ""),
            target=one.get("target"),
        )
        for one in found["figure"]
    }


@cache
def sensitive() -> tuple[Sensitive, ...]:
    """Every condition for which a stay could be avoided.

    Raises:
        BrokenFile: it is not TOML or breaks its schema.
    """
    found = checked(FOLDER / "ambulatory-sensitive.toml", "ambulatory-sensitive")
    made = []
    for one in found["condition"]:
        codes = [code.replace(".", "") for code in one["icd10"]]
        made.append(
            Sensitive(
                one["id"], {"en": one["en"], "es": one["es"]}, one.get("from", found["youngest"]),
                one.get("until", 150), frozenset(code for code in codes if not code.endswith("*")),
                tuple(code[:-1] for code in codes if code.endswith("*")),
            )
        )  # fmt: skip
    return tuple(made)
