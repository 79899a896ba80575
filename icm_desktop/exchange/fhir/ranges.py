"""The reference range of a result: the one that holds for this patient, and all of them in words."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.exchange.fhir.values import (
    Json,
    code,
    codings,
    concept_text,
    joined,
    number,
    obj,
    objs,
    quantity_text,
    text,
)

Ends = tuple[float | None, float | None]
_NORMAL = ("normal", "recommended")
# HL7 v3 AdministrativeGender and SNOMED CT; FHIR's own words too.
_SEXES = {"M": "male", "male": "male", "248153007": "male", "F": "female", "female": "female", "248152002": "female"}
_YEARS = ("a", "year", "years", "yr", "y")


@dataclass(frozen=True, slots=True)
class Whose:
    """FHIR gender and whole years; None when not known."""

    sex: str | None = None
    age: int | None = None


def reference_range(resource: Json, whose: Whose) -> tuple[float | None, float | None, str | None]:
    """Limits as numbers, and in words where there are words or several ranges (by sex, age or stage).

    A range for some people only is taken when it is known that this patient is one of them; of several none is taken
    when that is not known: no flag is better than one against somebody else's range. Source: FHIR R4,
    Observation.referenceRange: appliesTo and age say to whom a range applies.
    """
    ranges = objs(resource.get("referenceRange"))
    low, high = _ends(_chosen(ranges, whose))
    if len(ranges) == 1 and not text(ranges[0].get("text")) and (low, high) != (None, None):
        return low, high, None
    return low, high, "; ".join(filter(None, map(_in_words, ranges))) or None


def _chosen(ranges: list[Json], whose: Whose) -> Json:
    normal = [one for one in ranges if _ends(one) != (None, None) and code(one.get("type")) in (None, *_NORMAL)]
    theirs = [one for one in normal if _limited(one) and _holds(one, whose)]
    everybody = [one for one in normal if not _limited(one)]
    alone = normal if len(ranges) == 1 and not objs(ranges[0].get("appliesTo")) else []  # sent for this patient
    if theirs and all(_ends(one) == _ends(theirs[0]) for one in theirs):
        return theirs[0]
    return next(iter(everybody or (alone if not theirs and _may_hold(alone, whose) else [])), {})


def _may_hold(ranges: list[Json], whose: Whose) -> bool:
    return all(_of_age(one, whose) is not False for one in ranges)


def _limited(limits: Json) -> bool:
    return bool(limits.get("appliesTo") or limits.get("age"))


def _holds(limits: Json, whose: Whose) -> bool:
    """Whether it is known that every limit lets this patient in."""
    for_sex = not limits.get("appliesTo") or _of_sex(limits, whose) is True
    return for_sex and (not limits.get("age") or _of_age(limits, whose) is True)


def _of_sex(limits: Json, whose: Whose) -> bool | None:
    """Whether the patient is of the sex a range is for; None when it is not for a sex, or not known."""
    sexes = {_SEXES.get(text(one.get("code")) or "") for each in objs(limits.get("appliesTo")) for one in codings(each)}
    if not sexes or None in sexes or whose.sex not in ("male", "female"):
        return None
    return whose.sex in sexes


def _of_age(limits: Json, whose: Whose) -> bool | None:
    """Whether the patient is of the age a range is for; None when that is not known."""
    age = obj(limits.get("age"))
    ends = [obj(age.get(end)) for end in ("low", "high")]
    units = {text(end.get("code")) or text(end.get("unit")) for end in ends if end}
    if not age or whose.age is None or not units <= set(_YEARS):
        return None
    low, high = (number(end.get("value")) for end in ends)
    return (low is None or low <= whose.age) and (high is None or whose.age <= high)


def _ends(limits: Json) -> Ends:
    low, high = (number(obj(limits.get(end)).get("value")) for end in ("low", "high"))
    return low, high


def _in_words(limits: Json) -> str | None:
    low, high = (quantity_text(limits.get(end)) for end in ("low", "high"))
    if low and high:
        span: str | None = f"{low} to {high}"
    else:
        span = f">= {low}" if low else f"<= {high}" if high else None
    who = ", ".join(
        filter(None, (concept_text(limits.get("type")), joined(limits.get("appliesTo")), _age_words(limits)))
    )
    told = text(limits.get("text")) or span
    return f"{who}: {told}" if who and told else told


def _age_words(limits: Json) -> str | None:
    low, high = (quantity_text(obj(limits.get("age")).get(end)) for end in ("low", "high"))
    if low and high:
        return f"age {low} to {high}"
    return f"age >= {low}" if low else f"age <= {high}" if high else None
