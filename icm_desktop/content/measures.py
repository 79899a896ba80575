"""The reader of quality measures. Parts several of them share stand in files of their own (`uses`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths
from icm_desktop.content.checked_file import Place, broken, checked
from icm_desktop.domain.measures.definition import (
    ITSELF,
    PERIOD,
    Age,
    AllOf,
    AnyOf,
    Covered,
    Criterion,
    Dose,
    FactSet,
    Group,
    Has,
    Join,
    Measure,
    Named,
    Not,
    Pick,
    Sex,
    Supplied,
    Window,
)
from icm_desktop.domain.measures.phrases import OTHER, Compared, NotAPhrase, compared, point

FOLDER = paths.RESOURCES / "content" / "measures"
_SHARED = "shared"
_PLAIN = ("status", "intent", "verification", "category", "value_codes", "reasons")


@cache
def measures() -> tuple[Measure, ...]:
    """Every shipped measure, official ones by their number, then ours."""
    files = [file for file in sorted(FOLDER.glob("*.toml")) if not file.stem.startswith(_SHARED)]
    found = [read(file) for file in files]
    return tuple(sorted(found, key=lambda one: (one.edition is None, len(one.id), one.id, -(one.edition or 0))))


def read(file: Path) -> Measure:
    """The measure a file says.

    Raises:
        BrokenFile: it is not TOML, breaks its schema, or names something that is not there.
    """
    found = checked(file, "measure")
    parts: dict[str, dict[str, Any]] = {name: {} for name in ("codes", "windows", "facts", "criteria")}
    for used in (*found.get("uses", ()), None):
        more = found if used is None else checked(FOLDER / f"{used}.toml", "measure_shared")
        for name, part in parts.items():
            part.update(more.get(name, {}))
    return _Reader(file, found, parts).measure()


class _Reader:
    def __init__(self, file: Path, found: dict[str, Any], parts: dict[str, dict[str, Any]]) -> None:
        self._file, self._found, self._parts = file, found, parts

    def measure(self) -> Measure:
        found, parts = self._found, self._parts
        windows = {name: self._window(name, one) for name, one in parts["windows"].items()}
        facts = {name: self._facts(name, one) for name, one in parts["facts"].items()}
        criteria = {name: self._criterion(("criteria", name), one) for name, one in parts["criteria"].items()}
        return Measure(
            *(found["id"], found.get("edition"), found["version"], found["year"], found["title"], found["source"]),
            *(found["mark"], found["better"], found["family"], found["what_counts"]),
            windows, parts["codes"], facts, criteria,
            tuple(self._group(place, one) for place, one in enumerate(found["groups"])),
            target=found.get("target"), shown=tuple(found.get("shown", ())),
        )  # fmt: skip

    def _group(self, place: int, one: Mapping[str, Any]) -> Group:
        for part in ("initial", "denominator", "exclusions", "numerator", "exceptions"):
            known = self._parts["facts" if one.get("events") else "criteria"]
            if part in one and one[part] not in known:
                raise broken(self._file, ("groups", place, part), f"there is nothing called {one[part]}")
        return Group(**{"title": self._found["title"], **one})

    def _window(self, name: str, one: Mapping[str, Any]) -> Window:
        return Window(
            self._said(("windows", name, "from"), one["from"], point),
            self._said(("windows", name, "to"), one["to"], point),
            one.get("before", False),
        )

    def _facts(self, name: str, one: dict[str, Any]) -> FactSet:
        place: Place = ("facts", name)
        rest = {key: tuple(one[key]) for key in _PLAIN if key in one}
        for code in (*one.get("code", ()), *one.get("value_codes", ()), *one.get("reasons", ())):
            if code not in self._parts["codes"]:
                raise broken(self._file, (*place, "code"), f"there are no codes called {code}")
        for other in one.get("of", ()):
            self._known(place, other)
        return FactSet(
            name,
            one.get("title", {}),
            kinds=tuple(one.get("kind", ())),
            of=tuple(one.get("of", ())),
            codes=tuple(one["code"]) if "code" in one else None,
            category_not=tuple(one.get("category_not", ())),
            status_not=tuple(one.get("status_not", ())),
            verification_not=tuple(one.get("verification_not", ())),
            class_not=tuple(one.get("class_not", ())),
            class_in=tuple(one["class_in"]) if "class_in" in one else None,
            not_done=one.get("not_done", False),
            value=(one["value"][0], float(one["value"][1])) if "value" in one else None,
            unit=one.get("unit"),
            has_value=one.get("has_value", False),
            per_list=one.get("per_list", False),
            refills_at_least=one.get("refills_at_least"),
            aged=one.get("aged"),
            when=self._when(place, one.get("when", ()), joined=False),
            joined=tuple(self._join(place, each) for each in one.get("with", ())),
            without=tuple(self._join(place, each) for each in one.get("without", ())),
            interval=one.get("interval"),
            pick=Pick(**one["pick"]) if "pick" in one else None,
            preceded=tuple(one["preceded"]) if "preceded" in one else None,
            daily_dose=_dose(one["daily_dose"]) if "daily_dose" in one else None,
            **rest,
        )

    def _join(self, place: Place, one: Mapping[str, Any]) -> Join:
        if one["facts"] != ITSELF:
            self._known(place, one["facts"])
        every = self._when(place, one.get("when", ()), joined=True)
        ways = tuple((*every, *self._when(place, each, joined=True)) for each in one.get("any_of", ((),)))
        told = {name: one.get(name, False) for name in ("related", "is_about", "beside", "same", "apart")}
        sums: dict[str, Any] = {
            name: (one[name][0], float(one[name][1])) for name in ("share", "change", "per_year") if name in one
        }
        return Join(one["facts"], ways, **told, **sums)

    def _when(self, place: Place, phrases: Any, *, joined: bool) -> tuple[Compared, ...]:
        found = tuple(one for phrase in phrases for one in self._said(place, phrase, compared))
        for one in found:
            known = (PERIOD, *self._parts["windows"], *((OTHER,) if joined else ()))
            if one.point.name not in known:
                raise broken(self._file, place, f"there is no window {one.point.name}")
        return found

    def _criterion(self, place: Place, one: Any) -> Criterion:
        if isinstance(one, str):
            if one in self._parts["criteria"]:
                return Named(one)
            self._known(place, one)
            return Has(one)
        for name, kind in (("all", AllOf), ("any", AnyOf)):
            if name in one:
                return kind(tuple(self._criterion(place, each) for each in one[name]))
        if "not" in one:
            return Not(self._criterion(place, one["not"]))
        if "age" in one:
            return Age(self._said(place, one["age"], point), one.get("from"), one.get("to"))
        return self._of_facts(place, one)

    def _of_facts(self, place: Place, one: Mapping[str, Any]) -> Criterion:
        if "sex" in one:
            return Sex(tuple(one["sex"]))
        for name in ("has", "supplied", "covered", "since"):
            if name in one:
                self._known(place, one[name])
        if "supplied" in one:
            return Supplied(one["supplied"], one["more_than"])
        if "covered" in one:
            return Covered(one["covered"], one["since"], one["at_least"], one.get("days"))
        return Has(one["has"], one.get("at_least", 1))

    def _known(self, place: Place, facts: str) -> None:
        if facts not in self._parts["facts"]:
            raise broken(self._file, place, f"there are no facts called {facts}")

    def _said(self, place: Place, text: str, how: Any) -> Any:
        try:
            return how(text)
        except NotAPhrase:
            raise broken(self._file, place, f"not a phrase: {text}") from None


def _dose(one: Mapping[str, Any]) -> tuple[float, tuple[Dose, ...]]:
    return one["above"], tuple(Dose(each["code"], each["mg"], each.get("unit", "")) for each in one["strengths"])
