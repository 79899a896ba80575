"""iCalendar (RFC 5545) and CSV to visits and back; mapping only, with what was not understood."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from icm_desktop.domain.timeslots import Fit, local_to_utc

PRODUCT = "-//ICM Desktop//Calendar//EN"
MOST_EVENTS = 5000
LONGEST = 200  # letters of a name or place
CONFIRMED, CANCELLED, TENTATIVE = "CONFIRMED", "CANCELLED", "TENTATIVE"
COLUMNS = ("record_number", "date", "time", "minutes", "with", "where", "phone", "reason")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One visit as a calendar file says it. `starts_at` is aware; it is written as wall time of its zone."""

    uid: str
    sequence: int
    starts_at: dt.datetime
    minutes: int | None
    summary: str
    where: str | None = None
    phone: str | None = None
    reason: str | None = None
    status: str = CONFIRMED
    record_number: str | None = None
    floating: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """A line or event that was not understood."""

    what: str
    code: str


Read = CalendarEvent | Unread


def write_events(events: Iterable[CalendarEvent], zone: ZoneInfo, stamp: dt.datetime) -> bytes:
    """The events as an .ics file, in wall time of the zone, with the zone's own changes written out."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in events:
        event = Event()
        event.add("uid", each.uid)
        event.add("sequence", each.sequence)
        event.add("dtstamp", stamp)
        event.add("dtstart", each.starts_at.astimezone(zone))
        if each.minutes:
            event.add("dtend", (each.starts_at + dt.timedelta(minutes=each.minutes)).astimezone(zone))
        event.add("summary", each.summary)
        if each.where:
            event.add("location", each.where)
        event.add("status", each.status)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def read_events(content: bytes, zone: ZoneInfo) -> Iterator[Read]:
    """The events of an .ics file; times without a zone are the practice's wall time.

    Raises:
        ValueError: it is no calendar file.
    """
    found = Calendar.from_ical(content.decode("utf-8-sig"))
    if found.name != "VCALENDAR":
        raise ValueError("no calendar")
    for number, event in enumerate(found.walk("VEVENT"), start=1):
        if number > MOST_EVENTS:
            yield Unread(str(number), "scheduling.file_too_long")
            return
        yield _event(event, number, zone)


def _event(event: Any, number: int, zone: ZoneInfo) -> Read:
    uid, name = _text(event, "uid"), _text(event, "summary")
    what = name or uid or str(number)
    if getattr(event, "errors", None):
        return Unread(what, "scheduling.event_unreadable")
    if not uid:
        return Unread(what, "scheduling.event_without_uid")
    if event.get("rrule") is not None or event.get("rdate") is not None:
        return Unread(what, "scheduling.event_repeats")
    start = event.get("dtstart")
    begins = getattr(start, "dt", None)
    if begins is None:
        return Unread(what, "scheduling.event_without_time")
    if not isinstance(begins, dt.datetime):
        return Unread(what, "scheduling.event_all_day")
    named = start.params.get("TZID") if hasattr(start, "params") else None
    if begins.tzinfo is None and named:
        return Unread(what, "scheduling.event_unknown_zone")
    if begins.tzinfo is None:
        wall = local_to_utc(begins, zone)
        if wall.fit is Fit.GAP:
            return Unread(what, "scheduling.clock_gap")
        starts_at = wall.choices[0]
    else:
        starts_at = begins.astimezone(dt.UTC)
    return CalendarEvent(
        uid=uid,
        sequence=int(event.get("sequence", 0)),
        starts_at=starts_at,
        minutes=_minutes(event, begins),
        summary=name or "",
        where=_text(event, "location"),
        reason=_text(event, "description"),
        status=str(event.get("status", CONFIRMED)).upper(),
        floating=begins.tzinfo is None,
    )


def _minutes(event: Any, begins: dt.datetime) -> int | None:
    end, duration = event.get("dtend"), event.get("duration")
    length = duration.dt if duration is not None else None
    if length is None and end is not None and isinstance(end.dt, dt.datetime):
        same = (end.dt.tzinfo is None) == (begins.tzinfo is None)
        length = end.dt - begins if same else None
    minutes = int(length.total_seconds() // 60) if length is not None else 0
    return minutes if 0 < minutes <= 24 * 60 else None


def _text(event: Any, name: str) -> str | None:
    value = event.get(name)
    text = " ".join(str(value).split())[:LONGEST] if value is not None else ""
    return text or None


def read_csv(content: bytes, zone: ZoneInfo) -> Iterator[Read]:
    """The lines of a CSV with a heading line; which columns there may be says `COLUMNS`.

    Raises:
        ValueError: it has no heading with date, time and with.
    """
    text = content.decode("utf-8-sig")
    heading = text.partition("\n")[0]
    lines = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=heading.count))
    names = {_plain(name): name for name in lines.fieldnames or ()}
    if not {"date", "time", "with"} <= names.keys():
        raise ValueError("no heading")
    for number, line in enumerate(lines, start=2):
        if number > MOST_EVENTS:
            yield Unread(str(number), "scheduling.file_too_long")
            return
        yield _line({key: (line.get(names[key]) or "").strip() for key in COLUMNS if key in names}, number, zone)


def _line(found: dict[str, str], number: int, zone: ZoneInfo) -> Read:
    what = f"{number}: {found.get('with', '')}".strip(": ")
    if not found.get("with"):
        return Unread(what, "scheduling.place_missing")
    try:
        day = dt.date.fromisoformat(found.get("date", ""))
        time = dt.time.fromisoformat(found.get("time", "").zfill(5))
    except ValueError:
        return Unread(what, "scheduling.line_without_time")
    wall = local_to_utc(dt.datetime.combine(day, time), zone)
    if wall.fit is Fit.GAP:
        return Unread(what, "scheduling.clock_gap")
    minutes = found.get("minutes", "")
    if minutes and not (minutes.isdecimal() and 0 < int(minutes) <= 24 * 60):
        return Unread(what, "scheduling.line_bad_minutes")
    record = found.get("record_number") or None
    uid = "|".join(("csv", record or "", day.isoformat(), f"{time:%H:%M}", found["with"].casefold()))
    return CalendarEvent(
        uid, 0, wall.choices[0], int(minutes) if minutes else None, found["with"][:LONGEST],
        found.get("where") or None, found.get("phone") or None, found.get("reason") or None, record_number=record,
    )  # fmt: skip


def _plain(name: str | None) -> str:
    return "_".join((name or "").strip().casefold().split())


def read_any(name: str, content: bytes, zone: ZoneInfo) -> Sequence[Read]:
    """What a file holds, by what is in it rather than by its name.

    Raises:
        ValueError: it is neither.
    """
    is_calendar = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"
    if is_calendar or name.lower().endswith((".ics", ".ical")):
        return list(read_events(content, zone))
    return list(read_csv(content, zone))
