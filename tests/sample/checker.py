"""What must be true of every row of a generated practice: no fact before birth, nobody in two places ..."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.domain import referral_states
from icm_desktop.sample.clinic import Clinic
from icm_desktop.sample.stories import story_of

Row = dict[str, Any]
Tables = dict[str, list[Row]]
# Columns that say when something happened; none may lie ahead.
HAPPENED = (
    "recorded_when", "onset_when", "abated_when", "effective_when", "authored_when", "occurred_when", "at",
    "handed_over_when", "asked_on", "last_refill_on", "given_on", "revoked_on", "ordered_on", "closed_on", "done_on",
    "happened_on", "created_when", "received_at", "reviewed_at", "issued_when", "sent_when", "agreed_on", "reviewed_on",
)  # fmt: skip
SPANS = (("starts_when", "ends_when"), ("starts_at", "ends_at"), ("starts_on", "ends_on"),
         ("onset_when", "abated_when"), ("given_on", "revoked_on"), ("given_on", "expires_on"))  # fmt: skip
BOUNDS = {
    "4548-4": (4.0, 14.0), "98979-8": (3, 130), "2160-0": (0.3, 16), "2823-3": (3.0, 6.2), "2951-2": (128, 150),
    "9318-7": (1, 5000), "13457-7": (30, 260), "2085-9": (18, 110), "2571-8": (30, 500), "2093-3": (80, 380),
    "718-7": (7.5, 18.5), "3016-3": (0.1, 25), "29463-7": (5, 240), "8302-2": (60, 205), "39156-5": (11, 62),
    "8867-4": (40, 160), "59408-5": (82, 100), "44261-6": (0, 27), "70274-6": (0, 21), "55758-7": (0, 6),
    "75626-2": (0, 12), "10230-1": (10, 75), "2345-7": (50, 480), "6301-6": (0.8, 6), "20150-9": (0.4, 5),
    "19926-5": (25, 100), "33762-6": (5, 20000),
}  # fmt: skip
WOMEN, MEN = ("Z34.90", "77067", "88142", "77080", "C50.911"), ("N40.1",)
_UNFINISHED = re.compile(r"[{}]|\bNone\b|[Ll]orem|TODO|\bnan\b")


def day_of(value: Any) -> str | None:
    """A date or instant as text that sorts, to the precision it has."""
    if value is None or isinstance(value, str):
        return value[:10] if value else None
    return value.astimezone(dt.UTC).date().isoformat() if isinstance(value, dt.datetime) else value.isoformat()


def _before(one: str, other: str) -> bool:
    """Whether `one` surely lies before `other`, whatever precision each has."""
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def wrong(tables: Tables, clinic: Clinic) -> list[str]:
    """Everything that cannot be."""
    patients = {row["id"]: row for row in tables["patient"]}
    checks = (_times(tables, patients, clinic.today), _calendar(tables, clinic), _bodies(tables, patients),
              _referrals(tables), _words(tables, patients), _medicines(tables, patients), _kidneys(tables))  # fmt: skip
    return [problem for check in checks for problem in check]


def _times(tables: Tables, patients: dict[int, Row], today: dt.date) -> Iterator[str]:
    tomorrow = (today + dt.timedelta(days=1)).isoformat()
    for table, rows in tables.items():
        for row in rows:
            whose = patients.get(row.get("patient_id", 0))
            died = day_of(whose["deceased_on"]) if whose else None
            for name in HAPPENED:
                when = day_of(row.get(name))
                if when is None:
                    continue
                if _before(tomorrow, when) or (when == tomorrow and name != "at"):
                    yield f"{table} {row['id']} {name} {when} is ahead"
                if whose and _before(when, whose["birth_date"]):
                    yield f"{table} {row['id']} {name} {when} before birth {whose['birth_date']}"
                if died and table != "source_resource" and _before(died, when):
                    yield f"{table} {row['id']} {name} {when} after death {died}"
            for first, last in SPANS:
                starts, ends = row.get(first), row.get(last)
                if starts and ends and _before(day_of(ends) or "", day_of(starts) or ""):
                    yield f"{table} {row['id']} {last} {ends} before {first} {starts}"


def _calendar(tables: Tables, clinic: Clinic) -> Iterator[str]:
    hours = {each.id: each for each in clinic.clinicians}
    taken: dict[tuple[str, int], list[Row]] = defaultdict(list)
    patients = {row["id"]: row for row in tables["patient"]}
    for row in tables["appointment"]:
        if row["status"] not in {"cancelled", "noshow"}:
            taken["patient", row["patient_id"]].append(row)
            if not row["outside"]:
                taken["clinician", row["practitioner_id"]].append(row)
                if row["room_id"]:
                    taken["room", row["room_id"]].append(row)
        yield from _visit(row, hours.get(row["practitioner_id"]), patients[row["patient_id"]], clinic)
    for (what, whose), rows in taken.items():
        rows.sort(key=lambda row: row["starts_at"])
        for one, other in itertools.pairwise(rows):
            if other["starts_at"] < one["ends_at"]:
                yield f"{what} {whose} is in two places at {other['starts_at']}"


def _visit(row: Row, clinician: Any, whose: Row, clinic: Clinic) -> Iterator[str]:
    local = row["starts_at"].astimezone(clinic.zone)
    ahead = local.date() > clinic.today
    if ahead and row["status"] not in {"booked", "cancelled"}:
        yield f"appointment {row['id']} is {row['status']} before its day"
    if local.date() < clinic.today and row["status"] in {"booked", "arrived", "checked-in"} and not row["outside"]:
        yield f"appointment {row['id']} of the past is still {row['status']}"
    if whose["deceased"] and ahead:
        yield f"appointment {row['id']} of somebody who died"
    if (row["status"] == "cancelled") != bool(row.get("cancel_reason")):
        yield f"appointment {row['id']} {row['status']} and reason {row.get('cancel_reason')}"
    if row["outside"] or clinician is None:
        return
    if clinic.closed(local.date()) or clinician.is_away(local.date()):
        yield f"appointment {row['id']} on a day nobody works"
    start, end = f"{local:%H:%M}", f"{row['ends_at'].astimezone(clinic.zone):%H:%M}"
    if not any(day == local.weekday() and first <= start and end <= last for day, first, last in clinician.hours):
        yield f"appointment {row['id']} outside the hours of {clinician.name}"


def _bodies(tables: Tables, patients: dict[int, Row]) -> Iterator[str]:
    parts: dict[int, dict[str, float]] = defaultdict(dict)
    for row in tables.get("observation_component", []):
        parts[row["observation_id"]][row["code"]] = row["value_number"]
    for number, values in parts.items():
        systolic, diastolic = values["8480-6"], values["8462-4"]
        if not (70 <= systolic <= 220 and 35 <= diastolic <= 125 and systolic - diastolic >= 15):
            yield f"observation {number}: pressure {systolic}/{diastolic}"
    for row in tables["observation"]:
        low, high = BOUNDS.get(row["code"], (None, None))
        value = row.get("value_number")
        if value is not None and (low is None or not low <= value <= high):
            yield f"observation {row['id']} {row['text']} {value}"
    ages = {each["code"]: each for each in sample("conditions")["condition"]}
    for table in ("condition", "procedure"):
        for row in tables.get(table, []):
            whose = patients[row["patient_id"]]
            code, sex = row.get("code"), whose["sex"]
            if (code in WOMEN and sex != "female") or (code in MEN and sex != "male"):
                yield f"{table} {row['id']} {row['text']} of a {sex} patient"
            each = ages.get(code)
            told = story_of(int(whose["record_number"]))
            if table == "condition" and each and each.get(sex) and not told and row["verification"] == "confirmed":
                least = min(map(int, each[sex]))
                age = int(row["recorded_when"][:4]) - int(whose["birth_date"][:4])
                if age < min(least - 10, least * 0.7):
                    yield f"condition {row['id']} {row['text']} at age {age}"


def _referrals(tables: Tables) -> Iterator[str]:
    chains: dict[int, list[Row]] = defaultdict(list)
    for row in tables.get("referral_event", []):
        chains[row["service_request_id"]].append(row)
    for order in tables.get("service_request", []):
        state, since = referral_states.DRAFT, order["ordered_on"]
        for row in chains[order["id"]]:
            if not referral_states.may_become(state, row["state"]):
                yield f"referral {order['id']}: {state} cannot become {row['state']}"
            if row["happened_on"] < since:
                yield f"referral {order['id']}: {row['state']} before {state}"
            if row["state"] in referral_states.NEEDS_REASON and not row["note"]:
                yield f"referral {order['id']}: {row['state']} without a reason"
            state, since = row["state"], row["happened_on"]
        if (state in referral_states.ENDED) != (order["closed_on"] is not None):
            yield f"referral {order['id']}: {state} and closed {order['closed_on']}"


def _words(tables: Tables, patients: dict[int, Row]) -> Iterator[str]:
    for table, rows in tables.items():
        for row in rows:
            for name, value in row.items():
                if isinstance(value, str) and not name.endswith("unit") and _UNFINISHED.search(value):
                    yield f"{table} {row['id']} {name}: {value[:60]}"
    for row in tables.get("goal", []):
        spanish = patients[row["patient_id"]]["language"] == "es"
        if row["words"] and row["owner_kind"] != "patient" and (row["words_language"] == "es") != spanish:
            yield f"goal {row['id']} in {row['words_language']}"
    for row in tables.get("contact_log", []):
        if "Spanish" in (row.get("note") or "") and patients[row["patient_id"]]["language"] != "es":
            yield f"contact {row['id']} spoke Spanish"


def _medicines(tables: Tables, patients: dict[int, Row]) -> Iterator[str]:
    """A medicine that is taken has its reason, and is none the patient is allergic to; stories may break both."""
    content = sample("medicines")
    of_text = {each["text"]: name for name, each in content["medicine"].items()}
    causes: dict[str, set[str]] = defaultdict(set)
    for condition, wanted in content["treatment"].items():
        for name, _ in wanted:
            causes[name].add(condition)
            causes[content["raise"].get(name, name)].add(condition)
    codes = {each["code"]: each["id"] for each in sample("conditions")["condition"]}
    has: dict[int, set[str]] = defaultdict(set)
    for row in tables["condition"]:
        has[row["patient_id"]].add(_name_of(codes, row))
    allergic = {(row["patient_id"], row["code"]) for row in tables.get("allergy_intolerance", []) if row["code"]}
    bought = {name for name, _ in content["former"]["bought"]}
    told = {row["id"] for row in patients.values() if story_of(int(row["record_number"]))}
    active = [row for row in tables["medication_entry"] if row["status"] == "active" and row["patient_id"] not in told]
    for (patient_id, code), count in Counter((row["patient_id"], row["code"]) for row in active).items():
        if count > 1:
            yield f"patient {patient_id} takes {code} twice"
    for row in tables["medication_entry"]:
        number = int(patients[row["patient_id"]]["record_number"])
        name = of_text[row["text"]]
        if row["status"] != "active" or story_of(number):
            continue
        needs = causes.get(name)
        if needs and name not in bought and not needs & has[row["patient_id"]]:
            yield f"patient {number} takes {name} for nothing"
        if (row["patient_id"], row["code"]) in allergic:
            yield f"patient {number} takes {name} and is allergic to it"


def _name_of(codes: dict[str, str], row: Row) -> str:
    if (row["code"] or "").startswith("N18"):
        return "kidney"
    return "diabetes" if (row["code"] or "").startswith("E11") else codes.get(row["code"], "")


def _kidneys(tables: Tables) -> Iterator[str]:
    """The coded stage fits the last eGFR; who has no kidney disease has no eGFR below 60."""
    newest: dict[tuple[int, str], tuple[str, float]] = {}
    for row in tables["observation"]:
        if row["code"] in {"98979-8", "9318-7"}:
            key = (row["patient_id"], row["code"])
            newest[key] = max(newest.get(key, ("", 0.0)), (row["effective_when"], row["value_number"]))
    stages = {"N18.31": (45, 60), "N18.32": (30, 45), "N18.4": (15, 30), "N18.5": (0, 15), "N18.6": (0, 15)}
    ill = {row["patient_id"]: row for row in tables["condition"] if (row["code"] or "").startswith("N18")}
    slack = 0.5
    for (patient_id, code), (_, value) in newest.items():
        coded = ill.get(patient_id)
        if code == "98979-8" and coded is None and value < 60:
            yield f"patient {patient_id}: eGFR {value} and no kidney disease"
        if code == "98979-8" and coded is not None and coded["code"] in stages:
            low, high = stages[coded["code"]]
            if not low - slack <= value <= high + slack:
                yield f"patient {patient_id}: eGFR {value} and {coded['text']}"
        if code == "9318-7" and coded is not None and "albumin A3" in coded["text"] and value < 300:
            yield f"patient {patient_id}: albumin {value} and {coded['text']}"
