"""The sentences a patient reads, by language, with that language's dates and times."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from icm_desktop.domain.plain_text import plain

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes days and times; `patterns` have {weekday}, {month}, {day}, {year}, {hour}, {minute}."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    patterns: Mapping[str, str]

    def day(self, day: dt.date, *, year: bool = False) -> str:
        """ "Thursday, July 23", with the year when asked."""
        pattern = self.patterns["day_year" if year else "day"]
        return self._fill(pattern, day, self.weekdays, self.months)

    def short_day(self, day: dt.date, *, year: bool = False) -> str:
        """ "Thu, July 23" for the narrow columns of a table."""
        pattern = self.patterns["short_day_year" if year else "short_day"]
        return self._fill(pattern, day, self.weekdays_short, self.months_short)

    def birth_date(self, when: str) -> str:
        """A FHIR date of any precision in words; empty when it is none."""
        parts = when[:10].split("-")
        if not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
            return ""
        pattern = self.patterns[("birth_year", "birth_month", "birth")[len(parts) - 1]]
        month = self.months[int(parts[1]) - 1] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else ""
        return pattern.format(year=parts[0], month=month, day=int(parts[2]) if len(parts) > 2 else "")

    def time(self, time: dt.time, *, clock_24_hours: bool = False) -> str:
        """ "10:30 AM"; noon and midnight with their word, as 12 PM is misread; "14:30" where the practice chose so."""
        if clock_24_hours:
            return f"{time.hour:02d}:{time.minute:02d}"
        if time.minute == 0 and time.hour in (0, 12):
            return self.patterns["noon" if time.hour else "midnight"]
        half = self.patterns["am" if time.hour < 12 else "pm"]
        return self.patterns["time"].format(hour=time.hour % 12 or 12, minute=f"{time.minute:02d}", half=half)

    def at(self, time: dt.time, *, clock_24_hours: bool = False) -> str:
        """ "at 10:30 AM"; Spanish says "a la" at one o'clock only."""
        pattern = self.patterns["at_one" if time.hour == 1 or (time.hour == 13 and not clock_24_hours) else "at"]
        return pattern.format(time=self.time(time, clock_24_hours=clock_24_hours))

    @staticmethod
    def _fill(pattern: str, day: dt.date, weekdays: tuple[str, ...], months: tuple[str, ...]) -> str:
        return pattern.format(
            weekday=weekdays[day.weekday()], month=months[day.month - 1], day=day.day, year=f"{day.year:04d}"
        )


@dataclass(frozen=True, slots=True)
class PhraseBank:
    """All sentences of one language; a person of the practice stands for them once it confirmed them."""

    language: str
    name: str
    version: int
    source: str
    calendar: Calendar
    texts: Mapping[str, str]

    def __call__(self, phrase: str, **values: object) -> str:
        """The sentence called `phrase` with its values; values go in as they are, never read as patterns.

        Raises:
            KeyError: no such phrase: content and program do not fit together, a bug.
        """
        text = self.texts[phrase]
        return text.format(**values) if values else text

    def has(self, phrase: str | None) -> bool:
        """Whether the bank has this phrase."""
        return phrase in self.texts

    def counted(self, phrase: str, count: int) -> str:
        """The singular or plural of a phrase that has ".one" and ".many"."""
        return self(f"{phrase}.{'one' if count == 1 else 'many'}", count=count)

    def sentence(self, text: str) -> str:
        """The text with a capital first and a full stop last."""
        text = plain(text)
        if not text:
            return ""
        return text[0].upper() + text[1:] + ("" if text[-1] in ".?!:)”»" else ".")


@cache
def bank(language: str) -> PhraseBank:
    """The phrases of a shipped language.

    Raises:
        KeyError: the language is not shipped.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    raw = tomllib.loads(files("resources").joinpath("content", "phrases", f"{language}.toml").read_text("utf-8"))
    words = raw["calendar"]
    return PhraseBank(
        language=raw["language"],
        name=raw["name"],
        version=raw["version"],
        source=raw["source"],
        calendar=Calendar(
            months=tuple(words["months"]),
            months_short=tuple(words["months_short"]),
            weekdays=tuple(words["weekdays"]),
            weekdays_short=tuple(words["weekdays_short"]),
            patterns={key: value for key, value in words.items() if isinstance(value, str)},
        ),
        texts=raw["phrases"],
    )
