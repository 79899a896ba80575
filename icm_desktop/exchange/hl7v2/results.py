"""OBR and OBX: reports and their results; text and files of a report are kept to be read."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.reading import Left
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.hl7v2 import parts
from icm_desktop.exchange.hl7v2.messages import Segment

if TYPE_CHECKING:
    from icm_desktop.exchange.hl7v2.mapping import Run

# HL7 tables 0123 (reports) and 0085 (results).
_REPORTS = {"F": "final", "C": "corrected", "P": "preliminary", "A": "partial", "R": "partial", "X": "cancelled"}
_RESULTS = {
    "F": "final",
    "C": "corrected",
    "P": "preliminary",
    "R": "preliminary",
    "S": "preliminary",
    "I": "registered",
}
_RESULTS |= {"X": "cancelled", "W": "entered-in-error", "D": "entered-in-error", "U": "final"}
_CATEGORIES = {"RAD": "RAD", "MB": "MB", "CH": "CH", "HM": "HM", "LAB": "LAB", "CUS": "CUS", "NMR": "NMR", "CT": "CT"}
_NUMBER = re.compile(r"([<>]=?)?\s*([+-]?\d+(?:\.\d+)?)", re.ASCII)
_RANGE = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*-\s*([+-]?\d+(?:\.\d+)?)", re.ASCII)
_TEXTS, _FILES = frozenset({"TX", "FT"}), frozenset({"ED"})
_MIME = {"PDF": "application/pdf", "RTF": "text/rtf", "HTML": "text/html", "JPEG": "image/jpeg", "PNG": "image/png"}


def reports(run: Run) -> None:
    """Every report of an ORU message with its results."""
    found = False
    for obr, observed in _groups(run):
        found = True
        _report(run, obr, observed)
    if not found:
        run.left.append(Left("a message of results without OBR is not read", "DiagnosticReport"))


def _groups(run: Run) -> list[tuple[Segment, list[tuple[Segment, list[str]]]]]:
    """Each OBR with its OBX, and each OBX with the notes that follow it."""
    groups: list[tuple[Segment, list[tuple[Segment, list[str]]]]] = []
    for segment in run.message.segments:
        if segment.name == "OBR":
            groups.append((segment, []))
        elif segment.name == "OBX" and groups:
            groups[-1][1].append((segment, []))
        elif segment.name == "OBX":
            run.left.append(Left("a result (OBX) before the first report (OBR) is not read", "Observation"))
        elif segment.name == "NTE" and groups and groups[-1][1]:
            groups[-1][1][-1][1].append(segment.text(3))
    return groups


def _report(run: Run, obr: Segment, observed: list[tuple[Segment, list[str]]]) -> None:
    code = parts.concept(obr, 4)
    when = parts.moment(obr.get(7)) or parts.moment(obr.get(22))
    number = obr.get(3) or obr.get(2)
    made, words, files = [], [], []
    for place, (obx, notes) in enumerate(observed):
        kind = obx.get(2)
        if kind in _FILES:
            files += _file(obx)
        elif kind in _TEXTS:
            words.append(obx.text(5))
        else:
            result = _result(run, obr, obx, notes, f"{number}|{place if not obx.get(1) else obx.get(1)}", when)
            made += [result] if result else []
    text = "\n".join(words).strip()
    if text:
        data = base64.b64encode(text.encode()).decode("ascii")
        files.append({"contentType": "text/plain", "data": data})
    if not code and not made and not files:
        run.left.append(Left("a report (OBR) without a name and results is not read", "DiagnosticReport"))
        return
    reader = parts.person(obr, 32) or parts.person(obr, 16)
    section = _CATEGORIES.get(obr.get(24), obr.get(24))
    report: Json = {
        "resourceType": "DiagnosticReport",
        "subject": run.patient,
        "code": code or {"text": "Results"},
        "status": _REPORTS.get(obr.get(25), "unknown"),
        "category": [{"coding": [{"code": section}]}] if section else [],
        "effectiveDateTime": when,
        "issued": parts.moment(obr.get(22)),
        "performer": [{"display": reader}] if reader else [],
        "result": [{"reference": f"Observation/{one['id']}"} for one in made],
        "presentedForm": files,
    }
    run.add(report, run.patient["reference"], number or str(when), _code(code))


def _code(concept: Json) -> str:
    coding: Json = next(iter(concept.get("coding", ())), {})
    return str(coding.get("code") or concept.get("text") or "")


def _result(run: Run, obr: Segment, obx: Segment, notes: list[str], place: str, when: str | None) -> Json | None:
    code = parts.concept(obx, 3)
    if not code:
        run.left.append(Left("a result (OBX) without a name is not read", "Observation"))
        return None
    flags = [flag for one in obx.repeats(8) if (flag := obx.part(one, 1)) and flag != "N"]
    made: Json = {
        "resourceType": "Observation",
        "subject": run.patient,
        "status": _RESULTS.get(obx.get(11), "unknown"),
        "category": [{"coding": [{"code": "imaging" if obr.get(24) == "RAD" else "laboratory"}]}],
        "code": code,
        "effectiveDateTime": parts.moment(obx.get(14)) or when,
        **_value(obx),
        "interpretation": [{"coding": [{"code": flag}]} for flag in flags],
        "referenceRange": _range(obx),
        "method": parts.concept(obx, 17),
        "performer": [{"display": name}] if (name := parts.person(obx, 16)) else [],
        "note": [{"text": words} for words in notes if words],
    }
    return run.add(made, run.patient["reference"], place, _code(code), obx.get(4), str(when))


def _value(obx: Segment) -> Json:
    kind, told = obx.get(2), obx.get(5)
    if kind in ("CE", "CWE", "CNE"):
        found = parts.concept(obx, 5)
        return {"valueCodeableConcept": found} if found else {}
    if kind == "SN":
        return _structured(obx)
    if kind in ("DT", "TS", "DTM"):
        return {"valueDateTime": parts.moment(told)} if told else {}
    number = _NUMBER.fullmatch(told) if kind in ("NM", "ST") else None
    if number is not None and (kind == "NM" or obx.raw(6)):
        return {"valueQuantity": _quantity(obx, float(number[2]), number[1])}
    whole = obx.text(5)
    return {"valueString": whole} if whole else {}


def _structured(obx: Segment) -> Json:
    one = next(iter(obx.repeats(5)), "")
    comparator, first, between, second = (obx.part(one, at) for at in range(1, 5))
    if _NUMBER.fullmatch(first) and not between:
        return {
            "valueQuantity": _quantity(obx, float(first), comparator if comparator in ("<", ">", "<=", ">=") else None)
        }
    if between == "-" and _NUMBER.fullmatch(first) and _NUMBER.fullmatch(second):
        return {"valueRange": {"low": _quantity(obx, float(first)), "high": _quantity(obx, float(second))}}
    told = "".join((comparator, first, between, second))
    return {"valueString": told} if told else {}


def _quantity(obx: Segment, number: float, comparator: str | None = None) -> Json:
    unit = obx.get(6) or obx.get(6, 2)
    made: Json = {"value": int(number) if number == int(number) else number}
    return made | ({"comparator": comparator} if comparator else {}) | ({"unit": unit, "code": unit} if unit else {})


def _range(obx: Segment) -> list[Json]:
    told = obx.text(7)
    if not told:
        return []
    found = _RANGE.fullmatch(told)
    if found is None:
        return [{"text": told}]
    return [{"low": {"value": float(found[1])}, "high": {"value": float(found[2])}}]


def _file(obx: Segment) -> list[Json]:
    one = next(iter(obx.repeats(5)), "")
    kind, encoding, data = obx.part(one, 3).upper(), obx.part(one, 4), obx.part(one, 5)
    if encoding.upper() != "BASE64" or not data:
        return []
    try:
        base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return []
    return [{"contentType": _MIME.get(kind, "application/octet-stream"), "data": data, "title": obx.get(3, 2)}]
