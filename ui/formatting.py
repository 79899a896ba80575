"""Dates, times, names, ages and numbers as staff read them. Local time exists only here and in reports."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.written_dates import written, written_partial

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Formatting:
    """Formats for one practice: its time zone, its clock, and the language of the screen."""

    def __init__(self, zone: str = "UTC", *, clock_24_hours: bool = False, today: dt.date | None = None) -> None:
        self.zone = ZoneInfo(zone)
        self.clock_24_hours = clock_24_hours
        self._today = today

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("Formatting", text, note, number)

    def month_names(self) -> tuple[str, ...]:
        """The twelve short month names in the language of the screen."""
        return (
            self.tr("Jan"), self.tr("Feb"), self.tr("Mar"), self.tr("Apr"), self.tr("May"), self.tr("Jun"),
            self.tr("Jul"), self.tr("Aug"), self.tr("Sep"), self.tr("Oct"), self.tr("Nov"), self.tr("Dec"),
        )  # fmt: skip

    def weekday_names(self) -> tuple[str, ...]:
        """The seven short weekday names, Monday first."""
        return (
            self.tr("Mon"), self.tr("Tue"), self.tr("Wed"), self.tr("Thu"), self.tr("Fri"), self.tr("Sat"),
            self.tr("Sun"),
        )  # fmt: skip

    def today(self) -> dt.date:
        """The practice's day."""
        return self._today or dt.datetime.now(self.zone).date()

    def local(self, at: dt.datetime) -> dt.datetime:
        """An aware time in the practice's zone."""
        return at.astimezone(self.zone)

    def date(self, day: dt.date | dt.datetime | None) -> str:
        """ "14-Jul-2026"; empty for None."""
        if day is None:
            return ""
        if isinstance(day, dt.datetime):
            day = self.local(day).date()
        return written(day, self.month_names())

    def weekday_date(self, day: dt.date) -> str:
        """ "Tue 14-Jul-2026"."""
        return f"{self.weekday_names()[day.weekday()]} {self.date(day)}"

    def weekday_dates(self, first: dt.date, last: dt.date) -> str:
        """ "Tue 14-Jul-2026 - Fri 17-Jul-2026"; one day stands alone."""
        begins = self.weekday_date(first)
        return begins if first == last else f"{begins} - {self.weekday_date(last)}"

    def partial_date(self, text: str | None) -> str:
        """A FHIR date of any precision: "1958", "Mar-1958" or "04-Mar-1958"; "Not known" when there is none."""
        return written_partial(text, self.month_names()) or self.tr("Not known")

    @staticmethod
    def full_date(text: str) -> dt.date:
        """A FHIR date or time with a day as a date.

        Raises:
            ValueError: The text has no day.
        """
        return dt.date.fromisoformat(text[:10])

    def language(self, code: str | None) -> str:
        """The name of a language code in the language of the screen; its own name when we have none for it."""
        names = {
            "en": self.tr("English"), "es": self.tr("Spanish"), "ar": self.tr("Arabic"), "zh": self.tr("Chinese"),
            "fr": self.tr("French"), "de": self.tr("German"), "ht": self.tr("Haitian Creole"), "hi": self.tr("Hindi"),
            "ko": self.tr("Korean"), "pt": self.tr("Portuguese"), "ru": self.tr("Russian"), "tl": self.tr("Tagalog"),
            "vi": self.tr("Vietnamese"),
        }  # fmt: skip
        base = (code or "").split("-")[0].lower()
        if not base or base in names:
            return names.get(base, "")
        found = QLocale(base)
        return found.nativeLanguageName() if found.language() != QLocale.Language.C else str(code)

    def time(self, at: dt.datetime | dt.time) -> str:
        """ "2:00 PM" or "14:00", as the practice chose."""
        time = self.local(at).time() if isinstance(at, dt.datetime) else at
        if self.clock_24_hours:
            return f"{time.hour:02d}:{time.minute:02d}"
        half = self.tr("AM") if time.hour < 12 else self.tr("PM")
        return f"{time.hour % 12 or 12}:{time.minute:02d} {half}"

    def hours(self, minutes: int) -> str:
        """ "45 min", "8 h" or "6 h 30": how long something takes in all."""
        whole, rest = divmod(minutes, 60)
        if not whole:
            return self.tr("{minutes} min").format(minutes=rest)
        return f"{whole} h {rest:02d}" if rest else f"{whole} h"

    def time_now(self) -> str:
        """The time on the practice's clock."""
        return self.time(dt.datetime.now(dt.UTC))

    def date_time(self, at: dt.datetime | None) -> str:
        """ "Tue 14-Jul-2026 2:00 PM"; empty for None."""
        return "" if at is None else f"{self.weekday_date(self.local(at).date())} {self.time(at)}"

    def relative(self, day: dt.date) -> str:
        """ "today", "tomorrow", "in 3 d", "3 d late"; always shown beside the date, never instead of it."""
        days = (day - self.today()).days
        if days == 0:
            return self.tr("today")
        if days == 1:
            return self.tr("tomorrow")
        return self.tr("in %n d", "", days) if days > 0 else self.tr("%n d late", "", -days)

    def since(self, day: dt.date) -> str:
        """ "today", "yesterday", "3 d ago"."""
        days = (self.today() - day).days
        if days <= 0:
            return self.tr("today")
        return self.tr("yesterday") if days == 1 else self.tr("%n d ago", "", days)

    def age(self, birth_date: str | None, on: dt.date | None = None) -> str:
        """ "68y", "7m", "3w" or "5d"; "about" when only the year is known; empty when nothing is."""
        found = _PARTIAL.match(birth_date or "")
        if found is None:
            return ""
        day = on or self.today()
        year, month, date = (int(part) if part else None for part in found.groups())
        if year is None or month is None or date is None:
            return self.tr("about {years}y").format(years=max(day.year - (year or 0), 0))
        try:
            return self._full_age(dt.date(year, month, date), day)
        except ValueError:  # 31 February came in from elsewhere: shown as sent, no age
            return ""

    def name(self, head: PatientHead) -> str:
        """ "LOPEZ, Maria (Ms)": the family name in capitals."""
        given = f", {head.given}" if head.given else ""
        prefix = f" ({head.prefix})" if head.prefix else ""
        return f"{head.family.upper()}{given}{prefix}"

    def short_name(self, head: PatientHead) -> str:
        """ "LOPEZ, Maria 68y F" for the rows of a list."""
        return " ".join(part for part in self.name_and_about(head) if part)

    def name_and_about(self, head: PatientHead) -> tuple[str, str]:
        """ "LOPEZ, Maria" and "68y F": where room is short the name is cut, never what tells two people apart."""
        given = f", {head.given}" if head.given else ""
        about = (self.age(head.birth_date), self.sex_letter(head.sex))
        return head.family.upper() + given, " ".join(part for part in about if part)

    def sex(self, sex: str | None) -> str:
        """The word for a FHIR administrative gender; "Not known" when none was given."""
        return {
            "male": self.tr("Male"),
            "female": self.tr("Female"),
            "other": self.tr("Other"),
            "unknown": self.tr("Not known"),
        }.get(sex or "unknown", self.tr("Not known"))

    def sex_letter(self, sex: str | None) -> str:
        """One letter for narrow rows; empty when not known."""
        return {"male": self.tr("M"), "female": self.tr("F"), "other": self.tr("X")}.get(sex or "", "")

    def number(self, value: float, decimals: int = 1) -> str:
        """ "1,234.5": no trailing zero, thousands marked."""
        text = f"{value:,.{decimals}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text

    @staticmethod
    def cents(value: float) -> str:
        """An amount of money without its sign: "1,234.50"."""
        return f"{value:,.2f}"

    def _full_age(self, born: dt.date, day: dt.date) -> str:
        months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
        days = (day - born).days
        if months >= 24:
            return self.tr("{years}y").format(years=months // 12)
        if days < 28:
            return self.tr("{days}d").format(days=max(days, 0))
        return (
            self.tr("{months}m").format(months=months) if months >= 3 else self.tr("{weeks}w").format(weeks=days // 7)
        )
