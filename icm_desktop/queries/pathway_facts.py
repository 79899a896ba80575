"""What pathways need to know of patients, from every record that counts; refuted and wrong ones are left out.

Read for many patients at once and with the driver itself: the due work of a whole practice is reckoned from it. What no
pathway names is passed over.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from db.repositories.pathway_facts import FactRows
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content import pathways as content
from icm_desktop.content.pathways import settings
from icm_desktop.content.progress import trajectories
from icm_desktop.domain import moments
from icm_desktop.domain.medicines import NOT_ORDERED
from icm_desktop.domain.pathways.codes import events_named
from icm_desktop.domain.pathways.facts import (
    EMERGENCY,
    HOME,
    INPATIENT,
    OFFICE,
    Event,
    Facts,
    Medicine,
    Problem,
)
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_decided import decided, said_done
from icm_desktop.queries.practice_policies import practice_policies

_NOT_TRUE = ("refuted", "entered-in-error", "differential")
_ACTIVE = ("active", "recurrence", "relapse")
_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")
_NOT_ASKED = ("entered-in-error", "draft", "revoked")
_PLANNED = ("planned", "cancelled", "entered-in-error", "booked")
_CURRENT = ("active", "on-hold")
_SYSTEMS = (("icd-10", "icd10"), ("snomed", "sct"), ("loinc", "loinc"), ("/cpt", "cpt"), ("cvx", "cvx"))
Dated = tuple[dt.date, str, Event]
Found = tuple[int, Dated]
_HOMECOMING = frozenset({"stay:home"})
_DAY, _WHEN = itemgetter(0), itemgetter(1)  # of a Dated


@requires(Privilege.CLINICAL_READ)
def patient_facts(uow: UnitOfWork, patient_id: int, on: dt.date) -> Facts:
    """Everything pathways look at, events in order of time; in which pathways the patient was on a day."""
    return FactsReader(uow).of([patient_id], on)[patient_id]


class FactsReader:
    """Reads the facts of patients inside one transaction; rows of imports that are not complete stay hidden."""

    def __init__(self, uow: UnitOfWork, names: frozenset[str] | None = None) -> None:
        """`names`: the codes that are asked for, by something that looks at problems and events only.

        When nothing is said, those that any shipped pathway names, with medicines and what people decided.
        """
        self._zone = uow.zone
        self._connection = uow.session.connection()
        self._policy = practice_policies(uow).after_discharge
        self._named = named() if names is None else names
        self._whole = names is None
        self._stored = _as_stored(self._named)
        self._known: dict[tuple[str | None, str | None], frozenset[str]] = {}

    def of(self, ids: Iterable[int], on: dt.date) -> dict[int, Facts]:
        """The facts of each of these patients; somebody whose record is not there has none."""
        rows = FactRows(self._connection, ids, self._stored)
        events = self._events(rows)
        problems = _grouped(self._problems(rows))
        medicines = _grouped(self._medicines(rows)) if self._whole else {}
        people = decided(rows, on) if self._whole else {}
        return {
            patient_id: Facts(
                born=moments.span(born, self._zone).first if born else None,
                sex=sex or "",
                problems=tuple(problems.get(patient_id, ())),
                events=_by_time(events.get(patient_id, [])),
                medicines=tuple(medicines.get(patient_id, ())),
                **people.get(patient_id, {}),
            )
            for patient_id, born, sex, *_ in rows.people()
        }

    def _day(self, when: str | None) -> dt.date | None:
        return moments.local_day(when, self._zone)

    def _first(self, when: str) -> dt.date:
        """The first day a date can mean."""
        return self._day(when) or moments.span(when, self._zone).first

    def _events(self, rows: FactRows) -> dict[int, list[Dated]]:
        places, named_kinds = _Places(rows), {code.partition(":")[0] for code in self._named}
        sources = [
            self._results(rows, places), self._parts(rows, places), self._answers(rows), self._done(rows),
            self._referrals(rows),
        ]  # fmt: skip
        if not named_kinds.isdisjoint(("class", "stay")):
            sources.append(self._visits(rows))
        if "contact" in named_kinds:
            sources.append(self._contacts(rows))
        if "done" in named_kinds:
            sources.append(said_done(rows))
        found: dict[int, list[Dated]] = defaultdict(list)
        for source in sources:
            for patient_id, dated in source:
                found[patient_id].append(dated)
        return found

    def _codes(self, system: str | None, code: str | None, others: str | None) -> frozenset[str]:
        """The codes of a record that a pathway names."""
        known = self._known.get((system, code))
        if known is None:
            known = self._known[system, code] = self._named & {coded(system, code)} if code else frozenset()
        return known if others is None else known | (self._named & set(_other_codes(others)))

    def _results(self, rows: FactRows, places: _Places) -> Iterator[Found]:
        scores, factors, known = settings().scores, _factors(), self._known
        zone, day_of = self._zone, moments.local_day
        for (
            patient_id, system, code, others, when, number, unit, status, method, note, visit, answer,
        ) in rows.of("observation"):  # fmt: skip
            # Looked up here and not by a call: there are millions of them.
            named_codes = known.get((system, code)) if others is None else None
            if named_codes is None:
                named_codes = self._codes(system, code, others)
            if not named_codes or status in _NOT_A_RESULT:
                continue
            day = day_of(when, zone)
            if day is not None:
                value = scores.get(answer, number) if answer else number
                if value is not None and code in factors:
                    value = _value(code, value, unit)
                where = (_setting(method, note) if method or note else "") or (places.of(visit) if visit else "")
                yield patient_id, (day, when, Event(day, named_codes, value, where))

    def _parts(self, rows: FactRows, places: _Places) -> Iterator[Found]:
        zone, day_of = self._zone, moments.local_day
        for patient_id, code, number, unit, when, status, method, note, visit in rows.parts():
            named_codes = self._codes("loinc", code, None)
            day = day_of(when, zone) if named_codes and status not in _NOT_A_RESULT else None
            if day is not None:
                where = (_setting(method, note) if method or note else "") or (places.of(visit) if visit else "")
                yield patient_id, (day, when, Event(day, named_codes, _value(code, number, unit), where))

    def _answers(self, rows: FactRows) -> Iterator[Found]:
        """A questionnaire by the code its address ends with, and each of its answers."""
        for patient_id, address, when, items, status in rows.of("questionnaire_response"):
            day = self._day(when)
            if day is None or status not in (None, "completed", "amended"):
                continue
            panel = (address or "").partition("|")[0].rstrip("/").rpartition("/")[2]
            named_codes = self._codes("loinc", panel, None)
            if named_codes:
                yield patient_id, (day, when, Event(day, named_codes))
            for answer_codes, value in _numbers(items, self._named):
                yield patient_id, (day, when, Event(day, answer_codes, value))

    def _done(self, rows: FactRows) -> Iterator[Found]:
        for table in ("procedure", "immunization"):
            for patient_id, *coding, when, status in rows.of(table):
                named_codes = self._codes(*coding)
                day = self._day(when) if named_codes and status in (None, "completed") else None
                if day is not None:
                    yield patient_id, (day, when, Event(day, named_codes))

    def _visits(self, rows: FactRows) -> Iterator[Found]:
        """Visits by their class on the day they began, and stays on the day they ended at home."""
        stays, zone, day_of = self._policy.stays, self._zone, moments.local_day
        for patient_id, class_code, starts, ends, status, discharge in rows.of("encounter"):
            day = day_of(starts, zone)
            if day is None or status in _PLANNED:
                continue
            named_class = self._class(class_code or "")
            if named_class:
                yield patient_id, (day, starts, Event(day, named_class))
            ended = day_of(ends, zone) if class_code in stays else None
            if ended is not None:
                said = (discharge or "").casefold()
                if not any(word in said for word in self._policy.not_home):
                    yield patient_id, (ended, ends, Event(ended, _HOMECOMING))

    def _class(self, class_code: str) -> frozenset[str]:
        """The class of a visit as pathways name it; empty when none does."""
        key = ("class", class_code)
        if key not in self._known:
            self._known[key] = self._named & {f"class:{class_code}"}
        return self._known[key]

    def _referrals(self, rows: FactRows) -> Iterator[Found]:
        for patient_id, *coding, ordered_on, status in rows.of("service_request"):
            named_codes = self._codes(*coding)
            if named_codes and ordered_on is not None and status not in _NOT_ASKED:
                day = dt.date.fromisoformat(ordered_on)
                yield patient_id, (day, ordered_on, Event(day, named_codes))

    def _contacts(self, rows: FactRows) -> Iterator[Found]:
        for patient_id, at, outcome in rows.of("contact_log"):
            what = "contact:reached" if outcome == "reached" else "contact:tried"
            day = dt.datetime.fromisoformat(at).astimezone(self._zone).date()
            yield patient_id, (day, at, Event(day, frozenset({what})))

    def _problems(self, rows: FactRows) -> Iterator[tuple[int, Problem]]:
        for patient_id, system, code, others, status, onset, recorded, abated, verification in rows.of("condition"):
            since = self._first(onset) if onset else self._day(recorded)
            until = self._first(abated) if abated else None
            over = status is not None and status not in _ACTIVE
            if verification not in _NOT_TRUE and not (over and until is None):
                yield patient_id, Problem(_every_code(system, code, others), since, until)

    def _medicines(self, rows: FactRows) -> Iterator[tuple[int, Medicine]]:
        for patient_id, text, status, intent, starts, recorded, ends in rows.of("medication_entry"):
            ended = self._day(ends)
            current = status in _CURRENT
            if intent not in NOT_ORDERED and (current or (ended and status != "entered-in-error")):
                yield patient_id, Medicine((text or "").lower(), self._day(starts) or self._day(recorded), ended)


class _Places:
    """Where visits took place, by the key their results name them with; read once somebody asks."""

    def __init__(self, rows: FactRows) -> None:
        self._rows = rows
        self._found: dict[str, str] | None = None

    def of(self, visit: str | None) -> str:
        """Empty when it is not known."""
        if not visit:
            return ""
        if self._found is None:
            self._found = {
                f"Encounter/{resource}": _place_of(class_code) for resource, class_code in self._rows.visits()
            }
        return self._found.get(visit, "")


def _place_of(class_code: str | None) -> str:
    shipped = settings()
    inside = INPATIENT if class_code in shipped.inpatient else OFFICE
    return EMERGENCY if class_code in shipped.emergency else inside


@cache
def named() -> frozenset[str]:
    """Codes that any shipped pathway names."""
    return events_named(content.pathways())


def coded(system: str | None, code: str | None) -> str:
    """A code as pathway files write it."""
    found = next((short for part, short in _SYSTEMS if part in (system or "")), "")
    plain = (code or "").replace(".", "") if found == "icd10" else code or ""
    return f"{found}:{plain}"


@lru_cache(maxsize=8192)
def _every_code(system: str | None, code: str | None, others: str | None) -> frozenset[str]:
    own = (coded(system, code),) if code else ()
    return frozenset((*own, *_other_codes(others)))


@lru_cache(maxsize=64)
def _as_stored(names: frozenset[str]) -> tuple[str, ...] | None:
    """The codes without their system, as records have them; None when some are stored in another form."""
    if any(name.startswith("icd10:") for name in names):
        return None
    return tuple(sorted({name.partition(":")[2] for name in names}))


def _other_codes(others: str | None) -> Iterator[str]:
    for other in json.loads(others) if others else ():
        if isinstance(other, dict):
            system, code = other.get("system"), other.get("code")
        elif isinstance(other, list) and len(other) > 1:
            system, code = other[0], other[1]
        else:
            continue
        if code:
            yield coded(system, code)


@lru_cache(maxsize=8192)
def _numbers(items: str | None, names: frozenset[str]) -> tuple[tuple[frozenset[str], float | None], ...]:
    """The answers that have one of these codes; None for one that is no number: it was asked all the same.

    Many people give the same answers.
    """
    scores, found = settings().scores, list[tuple[frozenset[str], float | None]]()
    for item in json.loads(items) if items else ():
        name = f"loinc:{str(item.get('link_id')).rpartition('/')[2]}"
        if name not in names:
            continue
        value = scores.get(str(item.get("code")), item.get("value"))
        number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if number is not None or item.get("code") or value is not None:
            found.append((frozenset((name,)), number))
    return tuple(found)


def _by_time(dated: list[Dated]) -> tuple[Event, ...]:
    dated.sort(key=_WHEN)  # twice by one thing takes half of once by two
    dated.sort(key=_DAY)
    return tuple([one[2] for one in dated])


def _grouped(found: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = defaultdict(list)
    for patient_id, one in found:
        groups[patient_id].append(one)
    return groups


@cache
def _factors() -> Mapping[str, Mapping[str, float]]:
    """By LOINC code: how each unit becomes the one pathways count in."""
    by_id = {one.id: one for one in codes.measurements()}
    return {
        code: each.units
        for each in trajectories()
        for code in (*by_id[each.measurement].codes, *by_id[each.measurement].pair)
    }


def _value(code: str | None, value: float | None, unit: str | None) -> float | None:
    """The value in the unit pathways count in; None when its unit is not known there."""
    if value is None:
        return None
    units = _factors().get(code or "")
    if units is None:
        return value
    factor = units.get(unit or "")
    return None if factor is None else value * factor


def _setting(method: str | None, note: str | None) -> str:
    """At home, when the record says so in words."""
    if method or note:
        said = f"{method or ''} {note or ''}".casefold()
        if any(word in said for word in settings().home_words):
            return HOME
    return ""
