"""Weekly hours in one line: days that have the same hours together."""

from __future__ import annotations

import datetime as dt
import itertools

from icm_desktop.contracts.set_up import Hours
from ui.formatting import Formatting


def hours_line(hours: Hours, formatting: Formatting) -> str:
    """ "Mon-Fri 9:00 AM-12:00 PM, 1:00 PM-5:00 PM; Sat 9:00 AM-12:00 PM"."""
    names = formatting.weekday_names()
    days: dict[int, list[str]] = {}
    for weekday, starts, ends in sorted(hours):
        days.setdefault(weekday, []).append(f"{_time(starts, formatting)}-{_time(ends, formatting)}")
    lines = []
    for told, group in itertools.groupby(sorted(days), key=lambda day: ", ".join(days[day])):
        lines.append(f"{_days(list(group), names)} {told}")
    return "; ".join(lines)


def _days(days: list[int], names: tuple[str, ...]) -> str:
    parts: list[list[int]] = []
    for day in days:
        if parts and parts[-1][-1] == day - 1:
            parts[-1].append(day)
        else:
            parts.append([day])
    return ", ".join(names[part[0]] if len(part) == 1 else f"{names[part[0]]}-{names[part[-1]]}" for part in parts)


def _time(text: str, formatting: Formatting) -> str:
    return formatting.time(dt.time.fromisoformat(text)) if text < "24:00" else "24:00"
