"""Times and amounts of C-CDA as FHIR has them: moments, periods, how often, quantities, values of observations."""

from __future__ import annotations

import re

from icm_desktop.exchange.ccda.codes import Words, concept
from icm_desktop.exchange.ccda.tree import Node
from icm_desktop.exchange.fhir.values import Json

_MOMENT = re.compile(
    r"(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.\d+)?(?:([+-])(\d{1,2}):?(\d{2}))?", re.ASCII
)
_UNITS = {"s": "s", "min": "min", "h": "h", "d": "d", "wk": "wk", "mo": "mo", "a": "a"}
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
UCUM = "http://unitsofmeasure.org"


def moment(value: str | None) -> str | None:
    """A TS ("20120806103000-0500") as FHIR writes it; what is none is given back as it is, to be told as such.

    Source: HL7 v3 data types, TS; FHIR R4 dateTime. A time without minutes is kept as its day.
    """
    if value is None:
        return None
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        return value
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if minute is None or day is None:
        return date
    offset = f"{sign}{int(hours):02d}:{minutes}" if sign else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{offset}"


def of(node: Node) -> str | None:
    """The one moment of an element: its value, else where it begins, its middle, or where it ends."""
    for each in (node, node.one("low"), node.one("center"), node.one("high")):
        found = moment(each.get("value"))
        if found is not None:
            return found
    return None


def period(node: Node) -> Json:
    """An IVL_TS as Period; one moment is its start."""
    start = moment(node.one("low").get("value")) or moment(node.get("value"))
    made = {"start": start, "end": moment(node.one("high").get("value"))}
    return {name: each for name, each in made.items() if each is not None}


def timing(nodes: list[Node]) -> Json:
    """How often: a PIVL_TS or EIVL_TS among the effectiveTimes of a medicine."""
    for node in nodes:
        every = node.one("period")
        number, unit = as_number(every.get("value")), _UNITS.get(every.get("unit") or "")
        if number is not None and number > 0 and unit is not None:
            return {"repeat": {"frequency": 1, "period": number, "periodUnit": unit}}
        low, high = (as_number(every.one(end).get("value")) for end in ("low", "high"))
        unit = _UNITS.get(every.one("low").get("unit") or "")
        if low is not None and high is not None and low > 0 and unit is not None:
            return {"repeat": {"frequency": 1, "period": low, "periodMax": high, "periodUnit": unit}}
        when = node.one("event").get("code")
        if when is not None:
            return {"repeat": {"when": [when]}}
    return {}


def as_number(value: str | None) -> int | float | None:
    """A number as JSON has it, or None."""
    if value is None or _NUMBER.fullmatch(value) is None:
        return None
    found = float(value)
    if found in (float("inf"), float("-inf")):
        return None
    return int(found) if found == int(found) and abs(found) < 2**53 else found


def quantity(node: Node) -> Json:
    """A PQ as Quantity; a unit that is only told in a translation is taken from there. Empty without a number."""
    number = as_number(node.get("value"))
    unit = node.get("unit")
    if number is None or unit is None:
        other = next((one for one in node.all("translation") if as_number(one.get("value")) is not None), None)
        if other is not None:
            number = as_number(other.get("value"))
            unit = other.get("unit") or other.get("displayName") or " ".join(other.one("originalText").text.split())
    if number is None:
        return {}
    return {"value": number} | ({"unit": unit, "code": unit, "system": UCUM} if unit and unit != "1" else {})


def interval(node: Node) -> Json:
    """An IVL_PQ with one end as a limit: {"valueQuantity": < 50}; with both as a range."""
    low, high = node.one("low"), node.one("high")
    ends = quantity(low), quantity(high)
    if all(ends):
        return {"valueRange": {"low": ends[0], "high": ends[1]}}
    for end, found, strict, wide in ((low, ends[0], ">", ">="), (high, ends[1], "<", "<=")):
        if found:
            return {"valueQuantity": found | {"comparator": strict if end.get("inclusive") == "false" else wide}}
    return {}


def value(node: Node, words: Words) -> Json:  # noqa: PLR0911  one line for each type of value
    """The value[x] of an observation by the type of its value element.

    Source: HL7 v3 data types R1; C-CDA R2.1 result observation.
    """
    kind = (node.get("type") or "").rpartition(":")[2]
    if kind == "PQ":
        found = quantity(node)
        said = node.one("translation", "originalText").text.strip() or node.get("value") or node.get("unit")
        return {"valueQuantity": found} if found else _text(said)
    if kind in ("CD", "CE", "CO", "CV"):
        found = concept(node, words)
        return {"valueCodeableConcept": found} if found else {}
    if kind in ("INT", "REAL"):
        number = as_number(node.get("value"))
        return {"valueQuantity": {"value": number}} if number is not None else _text(node.get("value"))
    if kind == "IVL_PQ":
        return interval(node)
    if kind == "TS":
        return {"valueDateTime": moment(node.get("value"))} if node.get("value") else {}
    if kind == "IVL_TS":
        return {"valuePeriod": period(node)} if period(node) else {}
    if kind == "BL":
        return {"valueBoolean": node.get("value") == "true"} if node.get("value") else {}
    if kind.startswith("RTO"):
        parts = {name: quantity(node.one(name)) for name in ("numerator", "denominator")}
        return {"valueRatio": parts} if any(parts.values()) else {}
    return _text(node.words() or node.get("value") or words.of(node))


def _text(told: str | None) -> Json:
    return {"valueString": told} if told else {}
