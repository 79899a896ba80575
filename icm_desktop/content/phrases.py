"""The sentences a patient reads, by language, with that language's dates and times."""

from __future__ import annotations

import datetime as dt
import string
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import BrokenFile, checked
from icm_desktop.domain.plain_text import is_right_to_left, plain

FOLDER = paths.RESOURCES / "content" / "phrases"
LANGUAGES = ("en", "es")
"""Languages in which the program has every sentence, letters and forms too; others have pages for patients only."""
_TOGETHER = ("dose.", "amount.")  # parts of one sentence


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
    """All sentences of one language; a person of the practice stands for them once it confirmed them.

    `missing`: sentences the language does not have yet, which are said in English. `fallen`: those of them that were
    used, so that the page and its preview can say so.
    """

    language: str
    name: str
    version: int
    source: str
    calendar: Calendar
    texts: Mapping[str, str]
    missing: frozenset[str] = frozenset()
    fallen: set[str] = field(default_factory=set, compare=False)

    @property
    def right_to_left(self) -> bool:
        """Whether its sentences are read from right to left."""
        return is_right_to_left(self.texts["page.title"])

    def __call__(self, phrase: str, **values: object) -> str:
        """The sentence called `phrase` with its values; values go in as they are, never read as patterns.

        Raises:
            KeyError: no such phrase: content and program do not fit together, a bug.
        """
        text = self.texts[phrase]
        if phrase in self.missing:
            self.fallen.add(phrase)
        return text.format(**values) if values else text

    def has(self, phrase: str | None) -> bool:
        """Whether the bank has this phrase."""
        return phrase in self.texts

    def counted(self, phrase: str, count: int, **values: object) -> str:
        """The singular or plural of a phrase that has ".one" and ".many"."""
        return self(f"{phrase}.{'one' if count == 1 else 'many'}", count=count, **values)

    def sentence(self, text: str) -> str:
        """The text with a capital first and a full stop last."""
        text = plain(text)
        if not text:
            return ""
        return text[0].upper() + text[1:] + ("" if text[-1] in ".?!:)”»" else ".")


def bank(language: str, own: Mapping[str, str] | None = None) -> PhraseBank:
    """The phrases of a language, with the practice's own wording of some of them.

    Raises:
        KeyError: there is no such language.
    """
    shipped = _bank(language)
    if not own:
        return PhraseBank(
            shipped.language, shipped.name, shipped.version, shipped.source, shipped.calendar, shipped.texts,
            shipped.missing,
        )  # fmt: skip
    fitting = {phrase: text for phrase, text in own.items() if fits(phrase, text)}
    return PhraseBank(
        shipped.language, shipped.name, shipped.version, shipped.source, shipped.calendar,
        {**shipped.texts, **fitting}, shipped.missing - fitting.keys(),
    )  # fmt: skip


@cache
def page_languages() -> tuple[str, ...]:
    """Every language a page for a patient can be made in: those of the program, then each further file."""
    further = (file.stem for file in sorted(FOLDER.glob("*.toml")) if file.stem not in LANGUAGES)
    return (*LANGUAGES, *(language for language in further if _readable(language)))


def fits(phrase: str, text: str) -> bool:
    """Whether a text can stand for a phrase: it fills in the same words."""
    shipped = _bank("en").texts.get(phrase)
    return shipped is not None and placeholders(text) == placeholders(shipped)


def placeholders(text: str) -> frozenset[str] | None:
    """The words in braces; None where the braces themselves are wrong."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return None
    if any(spec or how for _, _, spec, how in parts) or any(name == "" for _, name, _, _ in parts):
        return None
    return frozenset(name for _, name, _, _ in parts if name)


def _readable(language: str) -> bool:
    try:
        return _bank(language).language == language
    except BrokenFile:
        return False


def _missing(english: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """What is said in English. How much to take is said in one language or the other, never "Take 2" in both."""
    missing = {phrase for phrase in english if phrase not in known}
    if any(phrase.startswith(_TOGETHER) for phrase in missing):
        missing |= {phrase for phrase in english if phrase.startswith(_TOGETHER)}
    return frozenset(missing)


@cache
def _bank(language: str) -> PhraseBank:
    """What a file says. A sentence it lacks, or that does not fill in the same words, is the English one."""
    if not (FOLDER / f"{language}.toml").is_file():
        raise KeyError(language)
    raw = checked(FOLDER / f"{language}.toml", "phrases")
    words, texts = raw["calendar"], raw["phrases"]
    missing: frozenset[str] = frozenset()
    if language != "en":
        english = _bank("en").texts
        missing = _missing(english, frozenset(phrase for phrase, text in texts.items() if fits(phrase, text)))
        texts = {phrase: said if phrase in missing else texts[phrase] for phrase, said in english.items()}
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
        texts=texts,
        missing=missing,
    )
