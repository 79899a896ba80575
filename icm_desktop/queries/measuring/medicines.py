"""Facts out of medicines: ordered, to be taken, handed out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from db.measure_facts import Coded, Row, key_of
from icm_desktop.content.conflicts import formulary
from icm_desktop.domain.conflicts.medicines import ingredients_of, plain
from icm_desktop.domain.measures.clock import DAY, FOREVER, seconds
from icm_desktop.domain.measures.supply import Dosage, days_supplied, first_collapsed
from icm_desktop.domain.medicines import FORBIDDEN
from icm_desktop.exchange.fhir.values import Json, number, obj, objs, text
from icm_desktop.queries.measuring.asked import INGREDIENT, bars, first_coded, not_done_list, profiles
from icm_desktop.queries.measuring.slices import Slice, Times, days, interval

_SAME_SUPPLY = 7  # days between a refill told of and one that was handed out
_KINDS = {"request": "MedicationRequest", "entry": "MedicationRequest", "statement": "MedicationStatement"}


def medicines(some: Slice) -> Iterator[Row]:
    """Prescriptions, lists of medicines and what was typed here.

    The interval is what the supply covers; a row of kind MedicationTaken has the one it is to be taken in.
    """
    rows = list(some.rows.of("medication_entry"))
    found = [(row, [*some.asked.of(*row[3:6]), *made_of(some, row)]) for row in rows]
    some.read(row[2] for row, codes in found if codes or row[4] is None)
    for row, codes in found:
        asked = codes or _lists(some, row)
        if asked:
            yield from _entry(some, row, asked)


def made_of(some: Slice, row: tuple[Any, ...]) -> list[Coded]:
    """The ingredients of a medicine, by its codes and words."""
    others = tuple(str(one.get("code")) for one in json.loads(row[5])) if row[5] else ()
    named = ingredients(row[-1] or "", (row[4], *others) if row[4] else others)
    return [one for name in named if (one := some.asked.one(INGREDIENT, name)) is not None]


@lru_cache(maxsize=16_384)
def ingredients(text: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """What a medicine is made of; one the formulary does not know by its plain name."""
    known = ingredients_of(formulary(), text, codes)
    return known or ((plain(formulary(), text),) if text else ())


def _lists(some: Slice, row: tuple[Any, ...]) -> list[tuple[str, str]]:
    """Of a medicine without a code: the list of medicines of which none was ordered."""
    return list(not_done_list(some.content(row[2]).get("medicationCodeableConcept"))) if row[4] is None else []


def _entry(some: Slice, row: tuple[Any, ...], codes: list[tuple[str, str]]) -> Iterator[Row]:
    patient_id, row_id, source, _, _, _, kind, status, intent, starts, ends, written, refills, supply, _ = row
    content = some.content(source)
    amount = days_supplied(supply, _quantity(content)[0], _dosage(content), refills)
    quantity, unit = _quantity(content)
    key = key_of("medication_entry", row_id)
    same = {
        "status": status,
        "intent": (text(content.get("intent")) if intent == FORBIDDEN else intent) or "order",
        "category": bars(sorted(profiles(content))),
        "negated": int(intent == FORBIDDEN),
        **some.recorded(written or starts),
    }
    taken = _taken(some, content, starts, ends)
    for reason in first_coded(next(iter(objs(content.get("reasonCode"))), None)):
        for one in codes:
            yield Row(
                patient_id, _KINDS.get(kind, "MedicationStatement"), key, one, value_number=quantity,
                value_unit=unit, reason=reason, amount=amount, repeats=refills,
                **_covered(some, content, (starts, ends, written), amount), **same,
            )  # fmt: skip
            if taken is not None:
                yield Row(patient_id, "MedicationTaken", key, one, reason=reason, **interval(*taken), **same)


def _quantity(content: Json) -> tuple[float | None, str | None]:
    found = obj(obj(content.get("dispenseRequest")).get("quantity"))
    return number(found.get("value")), text(found.get("code")) or text(found.get("unit"))


def _dosage(content: Json) -> Dosage | None:
    """The only instruction; of several none is used, as the official logic has it."""
    instructions = objs(content.get("dosageInstruction"))
    if len(instructions) != 1:
        return None
    repeat = obj(obj(instructions[0].get("timing")).get("repeat"))
    rates = objs(instructions[0].get("doseAndRate"))
    rate = rates[0] if len(rates) == 1 else {}
    dose = number(obj(obj(rate.get("doseRange")).get("high")).get("value"))
    if dose is None:
        dose = number(obj(rate.get("doseQuantity")).get("value"))
    times = repeat.get("timeOfDay")
    return Dosage(
        dose,
        number(repeat.get("frequencyMax")) or number(repeat.get("frequency")),
        number(repeat.get("period")),
        text(repeat.get("periodUnit")),
        len(times) if isinstance(times, list) else 0,
    )


def _covered(
    some: Slice, content: Json, when: tuple[str | None, str | None, str | None], amount: float | None
) -> Times:
    """From the day it begins for as long as the supply lasts, else to the day it is to end."""
    starts, ends, written = when
    if content:
        instructions = objs(content.get("dosageInstruction"))
        repeat = obj(obj(instructions[0].get("timing")).get("repeat")) if len(instructions) == 1 else {}
        starts, ends = some.period(repeat, "boundsPeriod")
        valid, _ = some.period(obj(content.get("dispenseRequest")), "validityPeriod")
        starts = starts or written or valid
    first, last = seconds(starts or written, some.zone), seconds(ends, some.zone)
    if first is None:
        return interval(None, None)
    day = first[0] // DAY
    if amount is not None:
        return days(day, day + int(amount - 1))
    return days(day, last[1] // DAY) if last is not None else interval(None, None)


def _taken(some: Slice, content: Json, starts: str | None, ends: str | None) -> tuple[int, int] | None:
    """The first stretch of time it is to be taken in; of what was typed here from its start on."""
    if not content:
        first, last = seconds(starts, some.zone), seconds(ends, some.zone)
        return (first[0], last[1] if last else FOREVER) if first else None
    found = []
    for instruction in objs(content.get("dosageInstruction")):
        low, high = some.period(obj(obj(instruction.get("timing")).get("repeat")), "boundsPeriod")
        first, last = seconds(low, some.zone), seconds(high, some.zone)
        if first is not None:
            found.append((first[0], last[1] if last else FOREVER))
    return first_collapsed(found)


def dispenses(some: Slice) -> Iterator[Row]:
    """Medicines that were handed out, for as long as they last."""
    rows = ((row, [*some.asked.of(*row[3:6]), *made_of(some, row)]) for row in some.rows.of("medication_dispense"))
    found = [(row, codes) for row, codes in rows if codes]
    some.read(row[2] for row, _ in found)
    for row, codes in found:
        patient_id, row_id, source, _, _, _, status, handed, quantity, supply, _ = row
        amount = days_supplied(supply, quantity, _dosage(some.content(source)), None)
        first = seconds(handed, some.zone)
        times = interval(None, None)
        if first is not None and amount is not None:
            day = first[0] // DAY
            times = days(day, day + int(amount - 1))
        for one in codes:
            yield Row(
                patient_id, "MedicationDispense", key_of("medication_dispense", row_id), one,
                status=status, value_number=quantity, amount=amount, **times, **some.recorded(handed),
            )  # fmt: skip


def refills(some: Slice, handed: Iterable[Row]) -> Iterator[Row]:
    """Refills the patient told of, each for as long as a supply of that medicine lasts.

    One within a week of when it was handed out, as `handed` says, is that same supply.
    """
    known: dict[tuple[int, Coded | None], list[int]] = defaultdict(list)
    for row in handed:
        if row.start_day is not None:
            known[row.patient_id, row.concept].append(row.start_day)
    for patient_id, answer, system, code, others, words, supply, day in some.rows.refills_told():
        first = seconds(day, some.zone)
        codes = [*some.asked.of(system, code, others), *made_of(some, (None,) * 4 + (code, others, words))]
        if first is not None:
            begins = first[0] // DAY
            for one in codes:
                if any(abs(begins - each) <= _SAME_SUPPLY for each in known[patient_id, one]):
                    continue
                yield Row(
                    patient_id, "MedicationDispense", key_of("medication_adherence", answer), one, status="completed",
                    amount=supply, **days(begins, begins + int(supply - 1)), **some.recorded(day),
                )  # fmt: skip
