"""The acceptance list of pages for patients, item by item, over one page that was made from somebody's data.

Items that a person must judge are in `OPEN`: they are told with every report and never counted as passed.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache

import pypdfium2 as pdfium
from pypdfium2 import raw
from sqlalchemy import select

from db.models.clinical import MedicationEntry
from db.models.patient import Patient
from db.models.practice import AppointmentType, Organization, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from icm_desktop.content.conflicts import formulary
from icm_desktop.content.phrases import bank
from icm_desktop.content.plain_words import sensitive
from icm_desktop.content.reading import reading_rules
from icm_desktop.contracts.handouts import KINDS, NEXT_STEPS, HandoutMade, HandoutRequest
from icm_desktop.domain.medicines import NOT_ORDERED
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.readability import grade, inflesz, read
from icm_desktop.domain.wording import JARGON, PASSIVE, SUMS, judged, without_names
from tests.handouts.reading import glyphs, tidy

OPEN = (
    "PEMAT 2: nothing on the page distracts",
    "PEMAT 15-18: the pictograms help, are clear, and their captions fit (to be tried with patients)",
    "PEMAT 25: a reader finds in the tables what to take when",
    "PEMAT 26: the pictures make it easier to act",
    "CDC 4: a visual supports the main message",
    "5 people, 2 of them Spanish readers, say it back after reading",
    "a qualified medical translator has read the Spanish sentences",
)
HEADINGS = {False: (15.0, 22.0), True: (22.0, 26.0)}
# Words no page of the other language has: a translation that forgot a sentence says several of them.
ENGLISH = frozenset(
    ("the", "your", "you", "with", "and", "each", "take", "because", "before", "after", "when", "if", "are", "our",
     "need", "have", "drink")
)  # fmt: skip
SPANISH = frozenset(
    ("el", "los", "las", "una", "para", "con", "su", "sus", "cada", "antes", "cuando", "nuestra", "nuestro", "tome",
     "llame", "usted", "medicina")
)  # fmt: skip
UNITS = re.compile(r"\b(?:mg|mL|mcg|g)\b")


@dataclass(frozen=True, slots=True)
class Expected:
    """What the records say of somebody, read without the program's own queries."""

    name: str
    born: str
    medicines: frozenset[str]  # the first word of each active medicine that is not sensitive
    visits: tuple[dt.datetime, ...]  # local times of booked visits from now on that are not sensitive
    names: tuple[str, ...]  # people, places, medicines: data, not sentences


@dataclass(slots=True)
class Report:
    """Pages that were looked at, what failed with how often, and how easy they are to read."""

    pages: int = 0
    papers: int = 0
    failed: dict[str, list[str]] = field(default_factory=dict)
    grades: list[float] = field(default_factory=list)
    ease: list[float] = field(default_factory=list)

    def fail(self, item: str, what: str) -> None:
        """Note a failure."""
        self.failed.setdefault(item, []).append(what)

    @property
    def easy_share(self) -> float:
        """How many of the English pages are at grade 6 or easier."""
        return sum(one <= 6 for one in self.grades) / max(len(self.grades), 1)

    def told(self) -> str:
        """The figures in words."""
        worst = max(self.grades, default=0.0), min(self.ease, default=0.0)
        lines = [
            f"{self.papers} pages for patients on {self.pages} sides",
            f"English: {self.easy_share:.1%} at grade 6 or less, worst {worst[0]:.1f}",
            f"Spanish: INFLESZ least {worst[1]:.0f}",
            *(f"FAILED {item}: {len(found)}, such as {found[0]}" for item, found in self.failed.items()),
            *(f"OPEN {item}" for item in OPEN),
        ]
        return "\n".join(lines)


def expected(practice, who: int) -> Expected:
    """What must stand on the pages of somebody."""
    watch, today, zone = sensitive(), practice.today, practice.zone
    with practice.open().read() as uow:
        patient = uow.session.get(Patient, who)
        medicines = [
            row
            for row in uow.session.scalars(select(MedicationEntry).where(MedicationEntry.patient_id == who))
            if row.removed_at is None and row.status == "active" and row.intent not in NOT_ORDERED
            and not (row.ends_when and row.ends_when[:10] < today.isoformat())
        ]  # fmt: skip
        shown = [row for row in medicines if not (watch.medicine(row.text) or watch.text(row.text))]
        booked = uow.session.execute(
            select(Appointment, Practitioner, Organization, AppointmentType, ServiceRequest)
            .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
            .outerjoin(Organization, Organization.id == Appointment.organization_id)
            .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
            .outerjoin(ServiceRequest, ServiceRequest.id == Appointment.service_request_id)
            .where(Appointment.patient_id == who, Appointment.removed_at.is_(None))
            .where(Appointment.status.in_(("booked", "pending")), Appointment.starts_at.is_not(None))
        ).all()
        visits, names = [], [patient.given or "", patient.family]
        for row, person, place, kind, referral in booked:
            starts = row.starts_at.astimezone(zone)
            told = [row.reason, row.with_text, row.where_text, row.bring, kind and kind.name]
            told += [person and person.specialty, place and place.name, referral and referral.text]
            hidden = row.sensitive or (referral is not None and referral.sensitive) or watch.text(*told)
            if starts.date() >= today and not hidden:
                visits.append(starts)
            names += [person.family, person.given or ""] if person else []
            names += [place.name, place.address or ""] if place else []
            names += [row.with_text or "", row.where_text or ""]
        names += [row.text for row in medicines]
        name = plain(f"{patient.given or ''} {patient.family}")
        firsts = frozenset(re.split(r"[\s,(/]", plain(row.text).casefold())[0] for row in shown)
        return Expected(name, patient.birth_date or "", firsts, tuple(sorted(visits)), tuple(filter(None, names)))


def look(
    practice, who: int, forms: Collection[tuple[str, bool]], report: Report, facts: Expected | None = None
) -> None:
    """Make every page of somebody in these languages and sizes and look at each."""
    facts, opened = facts or expected(practice, who), practice.open()
    for language, large in forms:
        made = {}
        for kind in KINDS:
            request = HandoutRequest(who, kind=kind, language=language, large_print=large)
            made[kind] = opened.run("reports.handouts.render", request)
            written = opened.run("reports.handouts.text", request).text
            page = Page(facts, made[kind], language, large, report, f"{who} {kind} {language} {'L' if large else 'S'}")
            page.look()
            page.look_at_words(written)
        _together(facts, made, language, report, f"{who} {language} {'L' if large else 'S'}")


class Page:
    """One page for a patient in one language and size, and what the list says of it."""

    def __init__(
        self, facts: Expected, made: HandoutMade, language: str, large: bool, report: Report, what: str
    ) -> None:
        self.facts, self.made, self.language, self.large = facts, made, language, large
        self.report, self.what, self.bank = report, what, bank(language)

    def fail(self, item: str, detail: str = "") -> None:
        self.report.fail(item, f"{self.what} {detail}".strip())

    def look(self) -> None:
        """The paper: sizes, edges, letters, frame, breaks."""
        document = pdfium.PdfDocument(self.made.pdf)
        self.report.papers += 1
        self.report.pages += len(document)
        if len(document) != self.made.pages:
            self.fail("page count as declared")
        most = (4 if self.large else 1) if self.made.kind == NEXT_STEPS else 60
        if len(document) > most:
            self.fail("no more pages than may be", str(len(document)))
        for number, page in enumerate(document, start=1):
            self._side(page, number, len(document))
        document.close()

    def _side(self, page: pdfium.PdfPage, number: int, count: int) -> None:
        letters = page.get_textpage()
        text = tidy(letters.get_text_range())
        margin, (width, _) = (54 if self.large else 43.2), page.get_size()
        sizes: list[float] = []
        said: list[str] = []
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        for index in range(letters.count_chars()):
            code = raw.FPDFText_GetUnicode(letters.raw, index)
            if code <= 32 or raw.FPDFText_IsGenerated(letters.raw, index):
                continue
            sizes.append(round(raw.FPDFText_GetFontSize(letters.raw, index), 1))
            said.append(chr(code))
            raw.FPDFText_GetCharBox(letters.raw, index, left, right, bottom, top)
            if right.value > width - margin + 1.5 or left.value < margin - 1.5 or bottom.value < margin - 6:
                self.fail("no overflow", f"{chr(code)!r} on side {number}")
                break
        if min(sizes) < (18 if self.large else 12):
            self.fail("letters of full size", str(min(sizes)))
        lost = {letter for letter in said if ord(letter) not in _letters()}
        if lost or "□" in text:
            self.fail("no missing glyph", "".join(lost))
        if self.facts.name not in text or not self._born(text):
            self.fail("name and birth date on every side", str(number))
        if self.bank("page.number", page=number, pages=count) not in text.replace("\u00a0", " "):
            self.fail("page x of y", str(number))
        if self._ends_in_heading("".join(said), sizes):
            self.fail("no orphan heading", str(number))

    def _born(self, text: str) -> bool:
        year, *rest = self.facts.born.split("-")
        return not self.facts.born or (year in text and all(str(int(part)) in text for part in rest[1:]))

    def _ends_in_heading(self, said: str, sizes: list[float]) -> bool:
        """Whether the last letter before the footer is of a heading."""
        first = (
            self.bank("page.mismatch")
            if self.made.kind == NEXT_STEPS and not self.large
            else self.bank("call.emergency")
        )
        end = said.rfind(first.replace(" ", ""))
        return end > 0 and sizes[end - 1] in HEADINGS[self.large]

    def look_at_words(self, written: str) -> None:
        """The words: one language, easy, active, no jargon, no sums; what a page of instructions must have."""
        words, box = self.bank, self.bank("head.free")
        lines = written.split("\n")
        if box in lines:  # what nobody has put into this language stands in its box
            start = lines.index(box)
            end = next((n for n in range(start, len(lines)) if not lines[n]), len(lines))
            lines = lines[:start] + lines[end:]
        ours = "\n".join(re.sub(r"^(?:- |\[ \] )", "", line) for line in lines)
        for line in self.made.not_in_language:
            ours = ours.replace(line, "")
        bare = ours
        for name in sorted(self.facts.names, key=len, reverse=True):
            bare = re.sub(re.escape(plain(name)), "", bare, flags=re.IGNORECASE)
        other = ENGLISH if self.language == "es" else SPANISH
        foreign = [word for word in re.findall(r"[^\W\d_]+", bare.casefold()) if word in other]
        if foreign:
            self.fail("one language", " ".join(foreign[:5]))
        self._easy(bare)
        text = " ".join(ours.split()).casefold()
        if not re.search(
            r"\b(?:you|your|us)\b" if self.language == "en" else r"\b(?:su|sus|usted|nos|llámenos)\b", text
        ):
            self.fail("speaks to the reader")
        if self.made.kind == NEXT_STEPS:
            order = [
                words(name)
                for name in ("page.title", "head.do", "head.visits", "head.medicines", "head.call", "head.tell")
            ]
            places = [text.find(heading.casefold()) for heading in order]
            if min(places) < 0 or places != sorted(places):
                self.fail("headings in their order")
            if "[ ] " not in written:
                self.fail("something to tick")
        if "a1c" in re.sub(r"\(a1c\)|a1c (?:blood )?(?:sugar )?test|azúcar a1c", "", text):
            self.fail("terms explained", "a1c")

    def _easy(self, bare: str) -> None:
        rules = reading_rules(self.language)
        lines = [
            line if line[-1] in ".?:" else f"{line}." for line in (part.strip() for part in bare.split("\n")) if line
        ]
        counted, _ = without_names("\n".join(lines), tuple(formulary().names))
        counted = UNITS.sub("", counted)
        if self.language == "en":
            self.report.grades.append(grade(counted))
        else:
            self.report.ease.append(inflesz(counted))
        for line in lines:
            own = _own_sentence(line, self.language)
            if own and read(line, self.language).longest_sentence > rules.most_words:
                self.fail("at most 20 words", line[:60])
            found = [one for one in judged(line, rules).findings if one.kind in (PASSIVE, JARGON, SUMS)] if own else []
            if found:
                self.fail(f"no {found[0].kind}", line[found[0].start : found[0].start + 30])


@cache
def _sentences(language: str) -> tuple[re.Pattern[str], ...]:
    """What the bank says, with anything where something is filled in."""
    texts = (text for text in bank(language).texts.values() if text.endswith((".", "?")))
    texts = (text for text in texts if len(re.sub(r"\{\w+\}|\W", "", text)) > 5)  # "{person}: {phone}." is any text
    return tuple(re.compile(re.sub(r"\\\{\w+\\\}", ".{1,80}", re.escape(text))) for text in texts)


@cache
def _own_sentence(line: str, language: str) -> bool:
    """Whether a line is a sentence of the program, not a record's own text."""
    return any(pattern.fullmatch(line) for pattern in _sentences(language))


@cache
def _letters() -> frozenset[int]:
    return glyphs("ICMPlain-Regular") | glyphs("NotoSansArabic-Regular")


def _together(facts: Expected, made: dict[str, HandoutMade], language: str, report: Report, what: str) -> None:
    """Medicines and visits over the pages that are printed together: all of the records, nothing else."""
    texts = {kind: tidy(_text(page.pdf)).casefold() for kind, page in made.items()}
    listed = texts["medicines"].split(bank(language)("head.medicines").casefold(), 1)[-1]
    gone = {name for name in facts.medicines if not re.search(rf"(?<!\w){re.escape(name)}", listed)}
    if gone:
        report.fail("medicines equal the list", f"{what} lacks {sorted(gone)}")
    first = texts[NEXT_STEPS] + " ".join(made[NEXT_STEPS].overflow).casefold()
    if gone := {name for name in facts.medicines if not re.search(rf"(?<!\w){re.escape(name)}", first)}:
        report.fail("medicines shown or counted as left out", f"{what} lacks {sorted(gone)}")
    for kind in ("visits", NEXT_STEPS):
        told = texts[kind] + " ".join(made[kind].overflow).casefold()
        days = Counter(_days(told, language))
        for visit, count in Counter((one.month, one.day) for one in facts.visits).items():
            if days[visit] < count:
                report.fail("visits equal the calendar", f"{what} {kind} lacks {visit}")
    listed = texts["visits"].split(bank(language)("head.visits").casefold(), 1)[-1]
    if extra := set(_days(listed, language)) - {(one.month, one.day) for one in facts.visits}:
        report.fail("visits equal the calendar", f"{what} has {extra}")


def _text(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _days(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Month and day of each visit: a day with its weekday, but not the one the page was printed on."""
    words = bank(language).calendar
    printed = bank(language)("page.printed", date=".{1,60}?2026").casefold()
    for found in re.finditer(_DAYS[language], re.sub(printed, "", text)):
        for names in (words.months, words.months_short):
            lower = [name.casefold() for name in names]
            if found["month"] in lower:
                yield lower.index(found["month"]) + 1, int(found["day"])
                break


_DAYS = {
    "en": r"(?:mon|tue|wed|thu|fri|sat|sun)\w*,\s(?P<month>\w+)\s(?P<day>\d{1,2})",
    "es": r"(?:lun|mar|mié|jue|vie|sáb|dom)\w*\s(?P<day>\d{1,2})\sde\s(?P<month>\w+)",
}
