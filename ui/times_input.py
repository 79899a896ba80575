"""Reads a time of day as people type it, and a day's working hours such as "9-12, 1-5". No Qt here."""

from __future__ import annotations

import datetime as dt
import itertools
import re
import unicodedata

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))? ?([ap])?\.? ?m?\.?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2}) ?([ap])?\.? ?m?\.?")
_WORDS = {"noon": dt.time(12), "mediodia": dt.time(12), "midday": dt.time(12)}
_EARLIEST_BARE = 7  # "2" alone is two in the afternoon; "7" is seven in the morning


def read_time(text: str) -> dt.time | None:
    """The time a person means, or None when the text is no time of day.

    Args:
        text: "9", "9:30", "930", "14:00", "2 pm", "2:30p", "noon". Hours 1 to 6 without AM or PM are in the afternoon,
            unless written with a leading zero ("06:30").
    """
    words = _plain(text)
    if words in _WORDS:
        return _WORDS[words]
    found = _TIME.fullmatch(words) or _DIGITS.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    hour = _on_the_clock(hour, found[3], bare=not found[1].startswith("0"))
    return dt.time(hour, minute) if 0 <= hour < 24 and minute < 60 else None


def _on_the_clock(hour: int, half: str | None, *, bare: bool) -> int:
    if half is not None:
        return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else -1
    return hour + 12 if bare and 1 <= hour < _EARLIEST_BARE else hour


def read_hours(text: str) -> tuple[tuple[str, str], ...] | None:
    """Stretches of working hours as ("HH:MM", "HH:MM") pairs in order; () when the text is empty, None when unclear.

    Args:
        text: "9-12, 1-5", "9:00 AM to 5:00 PM", "08:00–16:00".
    """
    found: list[tuple[str, str]] = []
    for stretch in re.split(r"[,;]| y | and ", _plain(text)):
        if not stretch.strip():
            continue
        ends = re.split(r"\s*(?:-|–|—| to | a )\s*", stretch.strip())
        times = [read_time(end) for end in ends]
        if len(times) != 2 or times[0] is None or times[1] is None or times[0] >= times[1]:
            return None
        found.append((f"{times[0]:%H:%M}", f"{times[1]:%H:%M}"))
    found.sort()
    if any(later[0] < earlier[1] for earlier, later in itertools.pairwise(found)):
        return None
    return tuple(found)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare).strip()
