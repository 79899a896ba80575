"""Whom to call, as standings: after a stay in hospital, recalls, cancelled visits, and those nobody heard from.

A row is `booked` when it must be looked at one by one (its day or its visit depends on the practice's time zone, or
somebody tried or noted something about it); all others are only counted and ranked. For a stay `state` is the discharge
in small letters, `counted_from` the end of the next stay, `visit_at` the first visit here that is surely on a later
day. Of the visit `state` goes on, behind `SAID`, with what somebody said of the discharge: how complex it is and within
how many days ("high:" or ":10"); one whose visit elsewhere somebody named is looked at one by one as well.
"""

from __future__ import annotations

from db.standing_sql import NO_REFERRAL, VISIBLE, refresh, trigger

# HL7 v3 ActCode classes of a stay; a test keeps them those of resources/content/policies/contact.toml.
SAID = "\x1f"
STAY_CLASSES = ("ACUTE", "IMP", "NONAC", "OBSENC")
_OCCUPIES = "'arrived', 'booked', 'checked-in', 'fulfilled', 'pending'"
_TOOK_PLACE = "'arrived', 'checked-in', 'fulfilled'"
_SURELY_LATER = "strftime('%Y-%m-%dT%H:%M:%SZ', s.ends_when, '+25 hours')"  # the day the clock is put back has 25 hours


def _is_stay(row: str) -> str:
    classes = ", ".join(f"'{each}'" for each in STAY_CLASSES)
    return (
        f"{row}.class_code || '' IN ({classes}) AND length({row}.ends_when) >= 10 AND {row}.removed_at IS NULL "
        f"AND coalesce({row}.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')"
    )


def _noted(key: str) -> str:
    return (
        f"(EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = {key} AND h.removed_at IS NULL) "  # noqa: S608
        f"OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = {key} AND c.removed_at IS NULL))"
    )


def _visits(patient: str, statuses: str) -> str:
    return (
        f"appointment AS v WHERE v.patient_id = {patient} AND v.status || '' IN ({statuses}) "
        f"AND v.removed_at IS NULL AND {VISIBLE.format('v')}"
    )


_NEXT_STAY = (
    "(SELECT min(l.ends_when) FROM encounter AS l WHERE l.patient_id = s.patient_id "  # noqa: S608  our own words only
    f"AND {_is_stay('l')} AND (l.ends_when > s.ends_when OR (l.ends_when = s.ends_when AND l.id > s.id)) "
    f"AND {VISIBLE.format('l')})"
)
_REACHED_SINCE = (
    "EXISTS (SELECT 1 FROM contact_log AS c WHERE c.patient_id = s.patient_id AND c.outcome = 'reached' "
    "AND c.removed_at IS NULL AND c.at >= CASE WHEN length(s.ends_when) > 10 THEN s.ends_when "
    "ELSE date(s.ends_when, '+1 day') END)"
)
_HERE = f"{_visits('s.patient_id', _OCCUPIES)} AND NOT v.outside"
_NEXT_VISIT = f"(SELECT min(v.starts_at) FROM {_HERE} AND v.starts_at > {_SURELY_LATER})"  # noqa: S608
_VISIT_NEAR = (
    f"EXISTS (SELECT 1 FROM {_HERE} "  # noqa: S608  our own words only
    f"AND v.starts_at > s.ends_when AND v.starts_at <= {_SURELY_LATER})"
)
_OF_DISCHARGE = "FROM transition AS t WHERE t.encounter_id = s.id AND t.removed_at IS NULL"
_SEEN_ELSEWHERE = (
    f"EXISTS (SELECT 1 {_OF_DISCHARGE} AND coalesce(t.seen_appointment_id, t.seen_encounter_id) IS NOT NULL)"
)
_DESCRIBED = (
    f"coalesce((SELECT char({ord(SAID)}) || coalesce(t.complexity, '') || ':' || coalesce(t.visit_days, '') "
    f"{_OF_DISCHARGE} ORDER BY t.id DESC LIMIT 1), '')"
)


def _stay(kind: str, what: str, visit_at: str, apart: str, condition: str, said: str = "''") -> str:
    key = f"'encounter:' || s.id || ':{what}'"
    return (
        f"SELECT '{kind}' AS kind, s.id AS row_id, s.patient_id AS patient_id, "  # noqa: S608  our own words only
        f"lower(coalesce(s.discharge, '')) || {said} AS state, 0 AS urgent, s.ends_when AS since, "
        f"{_NEXT_STAY} AS counted_from, NULL AS ordered_on, {visit_at} AS visit_at, "
        f"length(s.ends_when) = 10 OR {apart}{_noted(key)} AS booked, NULL AS held_until, "
        "coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, "
        f"coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
        "FROM encounter AS s JOIN patient AS p ON p.id = s.patient_id "
        f"WHERE {_is_stay('s')}{condition}"
    )


_AGAIN = (
    "CASE WHEN EXISTS (SELECT 1 FROM appointment AS v WHERE v.moved_from_id = s.id AND v.patient_id = s.patient_id "  # noqa: S608
    f"AND v.id > s.id AND v.status || '' IN ({_OCCUPIES}) AND v.removed_at IS NULL AND {VISIBLE.format('v')}) "
    f"THEN '9999' ELSE (SELECT max(v.starts_at) FROM {_visits('s.patient_id', _OCCUPIES)} AND v.id > s.id "
    "AND (v.practitioner_id IS s.practitioner_id OR v.appointment_type_id = s.appointment_type_id)) END"
)
_CANCELLED = (
    "SELECT 'cancelled' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'cancelled' AS state, 0 AS urgent, "
    f"s.starts_at AS since, s.starts_at AS counted_from, NULL AS ordered_on, {_AGAIN} AS visit_at, "
    + _noted("'appointment:' || s.id || ':cancelled'")
    + " AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, "
    f"coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
    "FROM appointment AS s JOIN patient AS p ON p.id = s.patient_id "
    "WHERE s.status || '' = 'cancelled' AND NOT s.outside AND s.service_request_id IS NULL AND s.removed_at IS NULL "
    "AND s.starts_at IS NOT NULL"
)
_RECALL = (
    "SELECT 'recall' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, s.urgent AS urgent, "  # noqa: S608
    "s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, "
    + _noted("'plan_action:' || s.id")
    + " AS booked, s.held_until AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, "  # noqa: S608
    f"NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
    "FROM plan_action AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL "
    "AND s.due_on IS NOT NULL AND s.appointment_type_id IS NOT NULL "
    "AND s.status IN ('not-started', 'scheduled', 'in-progress') "
    f"AND NOT EXISTS (SELECT 1 FROM appointment AS v WHERE v.plan_action_id = s.id AND v.status || '' IN ({_OCCUPIES}) "
    f"AND v.removed_at IS NULL AND {VISIBLE.format('v')})"
)
_REACHED_AT = (
    "(SELECT max(c.at) FROM contact_log AS c WHERE c.patient_id = s.id AND c.outcome = 'reached' "
    "AND c.removed_at IS NULL)"
)
_SEEN_AT = f"(SELECT max(v.starts_at) FROM {_visits('s.id', _TOOK_PLACE)})"  # noqa: S608  our own words only
_HEARD = f"nullif(max(coalesce({_REACHED_AT}, ''), coalesce({_SEEN_AT}, '')), '')"
_QUIET = (
    f"SELECT 'quiet' AS kind, s.id AS row_id, s.id AS patient_id, 'in care' AS state, 0 AS urgent, "  # noqa: S608
    f"coalesce({_HEARD}, s.created_at) AS since, s.created_at AS counted_from, NULL AS ordered_on, "
    f"(SELECT max(v.starts_at) FROM {_visits('s.id', _OCCUPIES)}) AS visit_at, "
    + _noted("'patient:' || s.id || ':quiet'")
    + " AS booked, NULL AS held_until, s.coordinator_id AS whose, 1 AS unowned, 1 AS listed, "
    f"coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} FROM patient AS s "
    "WHERE s.coordinator_id > 0 AND s.removed_at IS NULL AND NOT s.deceased"
)

VIEWS = {
    "stay_contact": _stay("stay_contact", "contact", "NULL", "", f" AND NOT {_REACHED_SINCE}"),
    "stay_visit": _stay("stay_visit", "visit", _NEXT_VISIT, f"{_VISIT_NEAR} OR {_SEEN_ELSEWHERE} OR ", "", _DESCRIBED),
    "cancelled": _CANCELLED,
    "recall": _RECALL,
    "quiet": _QUIET,
}
_STAYS = ("stay_contact", "stay_visit")


def _stays_of(patient: str, kinds: tuple[str, ...] = _STAYS) -> str:
    stays = f"SELECT s.id FROM encounter AS s WHERE s.patient_id = {patient} AND {_is_stay('s')}"  # noqa: S608
    return "".join(refresh(kind, stays) for kind in kinds)


def _cancelled_of(patient: str) -> str:
    cancelled = f"SELECT id FROM appointment WHERE patient_id = {patient} AND status || '' = 'cancelled'"  # noqa: S608
    return refresh("cancelled", cancelled)


def _of_visit(row: str) -> str:
    """Any visit of a patient may be the one after a stay, the new date, or the last that was heard."""
    patient = f"{row}.patient_id"
    return (
        _stays_of(patient, ("stay_visit",))
        + _cancelled_of(patient)
        + refresh("quiet", patient)
        + refresh("recall", f"{row}.plan_action_id")
    )


def _of_key(row: str) -> str:
    """Calls and notes name a row of the list by its key ("encounter:12:contact")."""
    number = f"CAST(substr({row}.item_key, instr({row}.item_key, ':') + 1) AS INTEGER)"
    kinds = (
        *((kind, "encounter:") for kind in _STAYS),
        ("cancelled", "appointment:"),
        ("recall", "plan_action:"),
        ("quiet", "patient:"),
    )
    return "".join(refresh(kind, f"SELECT {number} WHERE {row}.item_key LIKE '{prefix}%'") for kind, prefix in kinds)


def _of_contact(row: str) -> str:
    return _stays_of(f"{row}.patient_id", ("stay_contact",)) + refresh("quiet", f"{row}.patient_id")


def _when(name: str, table: str, columns: str, body: str, old: str, fits: str = "") -> list[str]:
    """`body` names the new row, `old` the old one: what is made anew when one comes, changes or goes."""
    condition = f" WHEN {fits}" if fits else ""
    gone = f" WHEN {fits.replace('NEW.', 'OLD.')}" if fits else ""
    return [
        trigger(f"{name}_added", f"INSERT ON {table}{condition}", body),
        trigger(f"{name}_changed", f"UPDATE OF {columns} ON {table}", old + body),
        trigger(f"{name}_purged", f"DELETE ON {table}{gone}", old),
    ]


def _ids(kind: str, row: str) -> str:
    return refresh(kind, f"{row}.id")


def _encounter(row: str) -> str:
    return "".join(_ids(kind, row) for kind in _STAYS) + _stays_of(f"{row}.patient_id")


def _visit(row: str) -> str:
    return _ids("cancelled", row) + _of_visit(row)


_OF_IMPORT = (
    "SELECT {2}.id FROM {0} AS v JOIN {1} AS {2} ON {2}.patient_id = v.patient_id "
    "WHERE v.import_id = NEW.id AND {2}.import_id IS NOT NEW.id AND "
)
_OTHER_STAYS = [_OF_IMPORT.format(table, "encounter", "s") + _is_stay("s") for table in ("encounter", "appointment")]
_OTHER_CANCELLED = _OF_IMPORT.format("appointment", "appointment", "m") + "m.status || '' = 'cancelled'"
_VISITED = "SELECT v.patient_id FROM appointment AS v WHERE v.import_id = NEW.id"
_PLANNED = "SELECT v.plan_action_id FROM appointment AS v WHERE v.import_id = NEW.id"

TRIGGERS: list[str] = [
    *_when(
        "stay",
        "encounter",
        "patient_id, class_code, ends_when, discharge, status, removed_at, import_id",
        _encounter("NEW"),
        _encounter("OLD"),
        f"NEW.class_code IN ({', '.join(repr(each) for each in STAY_CLASSES)})",
    ),
    *_when(
        "stay_described",
        "transition",
        "encounter_id, removed_at, complexity, visit_days, seen_appointment_id, seen_encounter_id",
        refresh("stay_visit", "NEW.encounter_id"),
        refresh("stay_visit", "OLD.encounter_id"),
    ),
    *_when(
        "calls_visit",
        "appointment",
        "patient_id, starts_at, status, outside, practitioner_id, appointment_type_id, service_request_id, "
        "moved_from_id, plan_action_id, removed_at, import_id",
        _visit("NEW"),
        _visit("OLD"),
    ),
    *_when(
        "calls_contact",
        "contact_log",
        "patient_id, item_key, at, outcome, removed_at",
        _of_contact("NEW"),
        _of_contact("OLD"),
        "NEW.outcome = 'reached'",
    ),
    *_when(
        "calls_tried",
        "contact_log",
        "item_key, removed_at",
        _of_key("NEW"),
        _of_key("OLD"),
        "NEW.item_key IS NOT NULL",
    ),
    *_when("calls_noted", "worklist_hold", "item_key, removed_at", _of_key("NEW"), _of_key("OLD")),
    *_when(
        "recall",
        "plan_action",
        "patient_id, status, removed_at, due_on, held_until, urgent, appointment_type_id, import_id",
        _ids("recall", "NEW"),
        _ids("recall", "OLD"),
        "NEW.appointment_type_id IS NOT NULL",
    ),
    *_when(
        "quiet",
        "patient",
        "coordinator_id, removed_at, deceased, created_at, import_id",
        _ids("quiet", "NEW"),
        _ids("quiet", "OLD"),
        "NEW.coordinator_id > 0",
    ),
    trigger(
        "calls_patient",
        "UPDATE OF deceased, coordinator_id ON patient",
        _stays_of("NEW.id")
        + _cancelled_of("NEW.id")
        + refresh("recall", "SELECT id FROM plan_action WHERE patient_id = NEW.id AND appointment_type_id IS NOT NULL"),
    ),
    trigger(
        "calls_import",
        "UPDATE OF state ON import_batch",
        "".join(refresh(kind, stays) for kind in _STAYS for stays in _OTHER_STAYS)
        + refresh("cancelled", _OTHER_CANCELLED)
        + refresh("quiet", _VISITED)
        + refresh("recall", _PLANNED),
    ),
]
