"""Dosage instructions: the sentence people read, and the structure where it is plain."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from icm_desktop.exchange.fhir.values import (
    Json,
    amount,
    code,
    coded,
    concept_text,
    flag,
    number,
    obj,
    objs,
    quantity_text,
    text,
    texts,
)

# HL7 v3 TimingEvent and FHIR EventTiming, as far as they name one of the four times of the page.
_TIMES = {
    "MORN": "morning",
    "MORN.early": "morning",
    "MORN.late": "morning",
    "CM": "morning",
    "ACM": "morning",
    "PCM": "morning",
    "WAKE": "morning",
    "NOON": "noon",
    "CD": "noon",
    "ACD": "noon",
    "PCD": "noon",
    "EVE": "evening",
    "EVE.early": "evening",
    "EVE.late": "evening",
    "CV": "evening",
    "ACV": "evening",
    "PCV": "evening",
    "HS": "bedtime",
}
# HL7 v3 GTSAbbreviation: times per day, and the time where the code itself names one.
_PER_DAY = {"QD": 1.0, "BID": 2.0, "TID": 3.0, "QID": 4.0, "QOD": 0.5, "Q4H": 6.0, "Q6H": 4.0, "Q8H": 3.0, "Q12H": 2.0}
_NAMED = {"AM": "morning", "PM": "evening", "BED": "bedtime"}
_DAYS_PER_UNIT = {"h": 1 / 24, "d": 1.0, "wk": 7.0, "min": 1 / 1440}
_WORDS = {1.0: "once a day", 2.0: "2 times a day", 3.0: "3 times a day", 4.0: "4 times a day", 0.5: "every other day"}
_COUNTED = ("tablet", "tab", "capsule", "cap", "pill", "drop", "puff", "{tbl}", "{capsule}")


@dataclass(frozen=True, slots=True)
class Dosage:
    """The dosage columns of a medication entry."""

    dosage: str | None = None
    dose_value: float | None = None
    dose_unit: str | None = None
    times_per_day: float | None = None
    as_needed: bool = False
    morning: str | None = None
    noon: str | None = None
    evening: str | None = None
    bedtime: str | None = None

    def columns(self) -> Json:
        """As a row."""
        return asdict(self)


_NONE = Dosage()


def dosage(value: object) -> Dosage:
    """The Dosage list of a MedicationRequest or MedicationStatement.

    Several instructions are all shown as text; amounts and times are only given for a single one, because adding up
    steps of a taper or alternatives would be wrong.
    """
    found = objs(value)
    if not found:
        return _NONE
    sentences = [sentence for sentence in map(_sentence, found) if sentence]
    shown = "; ".join(dict.fromkeys(sentences)) or None
    if len(found) > 1:
        return Dosage(dosage=shown, as_needed=all(_as_needed(item) for item in found))
    return _structured(found[0], shown)


def _structured(item: Json, shown: str | None) -> Dosage:
    quantity = obj(next(iter(objs(item.get("doseAndRate"))), {}).get("doseQuantity")) or obj(item.get("doseQuantity"))
    value = number(quantity.get("value"))
    unit = text(quantity.get("unit")) or text(quantity.get("code"))
    times = _times_of_day(item)
    given = dict.fromkeys(times, _per_time(value, unit)) if value is not None else {}
    per_day = _per_day(item) or (float(len(times)) if times else None)
    return Dosage(shown, value, unit, per_day, _as_needed(item), **given)


def _per_time(value: float, unit: str | None) -> str:
    if unit is None or unit.lower().rstrip("s") in _COUNTED:
        return amount(value)
    return quantity_text({"value": value, "unit": unit}) or amount(value)


def _times_of_day(item: Json) -> list[str]:
    timing = obj(item.get("timing"))
    found = [_TIMES.get(when) for when in texts(obj(timing.get("repeat")).get("when"))]
    named = _NAMED.get(code(timing.get("code")) or "")
    if None in found:
        return []  # a time we cannot place must not be left out silently
    return list(dict.fromkeys([*(when for when in found if when), *([named] if named else [])]))


def _per_day(item: Json) -> float | None:
    timing = obj(item.get("timing"))
    repeat = obj(timing.get("repeat"))
    frequency, period = number(repeat.get("frequency")), number(repeat.get("period"))
    days = _DAYS_PER_UNIT.get(text(repeat.get("periodUnit")) or "")
    if repeat.get("frequencyMax") is not None or repeat.get("periodMax") is not None:
        return None
    if period and days:
        return round((frequency or 1.0) / (period * days), 4)
    return _PER_DAY.get(code(timing.get("code")) or "")


def _as_needed(item: Json) -> bool:
    return flag(item.get("asNeededBoolean")) or bool(obj(item.get("asNeededCodeableConcept")))


def _sentence(item: Json) -> str | None:
    written, patient = text(item.get("text")), text(item.get("patientInstruction"))
    also = [
        words for one in objs(item.get("additionalInstruction")) if (words := text(coded(one).get("text")))
    ]  # "with food"
    if written:
        return ", ".join([written, *(words for words in also if words.casefold() not in written.casefold())])
    dose = next(iter(objs(item.get("doseAndRate"))), {})
    amounts = quantity_text(dose.get("doseQuantity")) or quantity_text(obj(dose.get("doseRange")).get("high"))
    parts = [amounts, concept_text(item.get("route")), _how_often(item), *also, patient]
    reason = concept_text(item.get("asNeededCodeableConcept"))
    if _as_needed(item):
        parts.append(f"as needed for {reason}" if reason else "as needed")
    return ", ".join(dict.fromkeys(part for part in parts if part)) or None


def _how_often(item: Json) -> str | None:
    per_day = _per_day(item)
    if per_day in _WORDS:
        return _WORDS[per_day]
    repeat = obj(obj(item.get("timing")).get("repeat"))
    period, unit = number(repeat.get("period")), text(repeat.get("periodUnit"))
    if period and unit:
        return f"{number(repeat.get('frequency')) or 1:g} every {period:g} {unit}"
    return concept_text(obj(item.get("timing")).get("code"))
