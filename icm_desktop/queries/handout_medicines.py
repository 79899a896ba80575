"""The current medicines on a page for the patient."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select

from db.models.clinical import MedicationEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import formulary
from icm_desktop.content.handed_out import handed_out
from icm_desktop.contracts.handouts import MedicineLine
from icm_desktop.domain.conflicts.medicines import ingredients_of
from icm_desktop.domain.directions import Directions, amount_of, read_directions
from icm_desktop.domain.medicines import NOT_ORDERED
from icm_desktop.domain.plain_text import folded, plain, untagged
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import advised_against
from icm_desktop.queries.handout_page import HandoutPage

_NO_DIRECTIONS = {"", "as directed", "take as directed", "use as directed", "as instructed", "per instructions"}
_AS_NEEDED = {"as needed", "take as needed", "use as needed", "prn", "take if needed", "if needed"}
_BRAND = re.compile(r"(?P<name>.+?) ?\[(?P<brand>[^\[\]]+)\]")  # as RxNorm writes it: "ibuprofen 400 MG [Advil]"
_NOT_ON_A_BOTTLE = re.compile(r"^NDA\d+ |^\d+ HR (?=\D)|/ACTUAT\b", re.IGNORECASE)
_UNIT = re.compile(r"(?<=\d) ?(mg|mcg|ml|g|units?|hr)\b|(?<=/)(ml)\b", re.IGNORECASE)
_ENDED = ("stopped", "completed", "cancelled")
_PILLS = ("form.tablet", "form.capsule", "form.long_tablet", "form.long_capsule")


@dataclass(frozen=True, slots=True)
class MedicineChanges:
    """Names of medicines: new ones, ones taken in another way with how they were called before, and stopped ones."""

    new: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    stopped: tuple[str, ...]


@requires(Privilege.PRINT_HANDOUT)
def medicines(uow: UnitOfWork, page: HandoutPage) -> tuple[tuple[MedicineLine, ...], bool]:
    """The active medicines, new ones first, those for when needed last; and whether one was left out unticked."""
    lines: dict[str, MedicineLine] = {}
    incomplete, against = False, advised_against.ingredients(uow, page)
    for row in _current(uow, page):
        if _is_sensitive(page, row) and not page.offer(f"medication:{row.id}", plain(row.text)):
            incomplete = True
            continue
        line = _Writer(page, row).line()
        forbidden = not against.isdisjoint(ingredients_of(formulary(), row.text or ""))
        if forbidden:
            page.notice("handout.advised_against", line.name)
            line = replace(line, grid=None, words=page.bank("medicines.ask_before"))
        page.fact(
            "medicine", line.id, row.text, row.dosage, row.reason, row.as_needed, row.morning, row.noon, row.evening,
            row.bedtime, row.dose_value, row.dose_unit, row.times_per_day, *(["ask"] if forbidden else []),
            shown=line.name,
        )  # fmt: skip
        same = lines.get(folded(line.name))
        lines[folded(line.name)] = line if same is None else _one_of_two(page, same, line)
    _warn_of_doubles(page, lines.values())
    return tuple(sorted(lines.values(), key=lambda line: line.as_needed)), incomplete


@requires(Privilege.PRINT_HANDOUT)
def changes(uow: UnitOfWork, page: HandoutPage, since: dt.date) -> MedicineChanges:
    """What became different since a day: started, given in another way, and no longer to be taken.

    A started medicine whose ingredient was stopped in the same time is the same one taken in another way.
    """
    rows = [row for row in _all(uow, page) if not _is_hidden(page, row)]
    active = {row.id for row in _current(uow, page)}
    first = since.isoformat()
    started = [row for row in rows if row.id in active and (row.starts_when or "")[:10] >= first]
    ended = [
        row for row in rows if row.id not in active and row.status in _ENDED and (row.ends_when or "")[:10] >= first
    ]
    still = {_ingredient(page, row) for row in rows if row.id in active}
    before = {_ingredient(page, row): row for row in ended}
    names = {row.id: _Writer(page, row).name for row in (*started, *ended)}
    return MedicineChanges(
        new=tuple(dict.fromkeys(names[row.id] for row in started if _ingredient(page, row) not in before)),
        changed=tuple(
            dict.fromkeys(
                (names[row.id], names[before[key].id]) for row in started if (key := _ingredient(page, row)) in before
            )
        ),
        stopped=tuple(dict.fromkeys(names[row.id] for row in ended if _ingredient(page, row) not in still)),
    )


def _ingredient(page: HandoutPage, row: MedicationEntry) -> str:
    name = _Writer(page, row).bare_name
    return page.words.ingredient(name) or folded(name)


def _is_hidden(page: HandoutPage, row: MedicationEntry) -> bool:
    """A sensitive one that was not ticked; changes offer nothing to tick that the list does not offer already."""
    return _is_sensitive(page, row) and f"medication:{row.id}" not in page.ticked


def _one_of_two(page: HandoutPage, first: MedicineLine, second: MedicineLine) -> MedicineLine:
    """A medicine listed twice stands once; where the two lines tell different things, a person has to say which."""
    if (first.grid, first.words, first.as_needed) == (second.grid, second.words, second.as_needed):
        return first if first.purpose else second
    page.notice("handout.same_medicine_twice", first.name)
    return replace(first, grid=None, words=page.bank("medicines.ask_twice"), as_needed=False)


def _all(uow: UnitOfWork, page: HandoutPage) -> list[MedicationEntry]:
    return list(
        uow.session.scalars(
            select(MedicationEntry)
            .where(
                MedicationEntry.patient_id == page.patient_id,
                MedicationEntry.removed_at.is_(None),
                MedicationEntry.intent.is_(None) | MedicationEntry.intent.not_in(NOT_ORDERED),
            )
            .order_by(MedicationEntry.patient_reported, MedicationEntry.id)
        )
    )


def _current(uow: UnitOfWork, page: HandoutPage) -> list[MedicationEntry]:
    rows = [row for row in _all(uow, page) if row.status == "active"]
    today = page.today.isoformat()
    current = [row for row in rows if not (row.ends_when and row.ends_when < today[: len(row.ends_when)])]
    new_since = (page.today - handed_out().new_medicine).isoformat()  # known least: they stand first
    return sorted(
        current,
        key=lambda row: (row.patient_reported, (row.starts_when or "") < new_since, folded(row.text), row.id),
    )


def _is_sensitive(page: HandoutPage, row: MedicationEntry) -> bool:
    if page.sensitive.medicine(row.text) or page.sensitive.text(row.text):
        return True
    told = read_directions(row.dosage or "")
    return page.sensitive.text(row.dosage) and (told is None or told.reason is not None)


def _warn_of_doubles(page: HandoutPage, lines: Iterable[MedicineLine]) -> None:
    seen: set[str] = set()
    for line in lines:
        first = re.split(r"[\s,(]", folded(line.name), maxsplit=1)[0]
        if first in seen:
            page.notice("handout.same_medicine_twice", line.name)
        seen.add(first)


class _Writer:
    """Words one medicine."""

    def __init__(self, page: HandoutPage, row: MedicationEntry) -> None:
        self.page, self.row = page, row
        self.id = f"medication:{row.id}"
        text = _NOT_ON_A_BOTTLE.sub("", plain(row.text))
        found = _BRAND.fullmatch(text)
        self.brand = found["brand"] if found else ""
        self.bare_name, self.form = page.words.form(found["name"] if found else text)
        self.dosage = untagged(plain(row.dosage))
        self.directions = self._directions()
        self.says_only_as_needed = folded(self.dosage) in _AS_NEEDED
        self.name = self._name()

    def _directions(self) -> Directions | None:
        """What the directions say, where every word of them is known."""
        told = read_directions(self.dosage)
        return None if told and told.reason and not self.page.phrase("purposes", told.reason) else told

    def line(self) -> MedicineLine:
        grid = self._grid()
        return MedicineLine(
            id=self.id,
            name=self.name,
            purpose=self._purpose(),
            grid=grid,
            words=self._words(grid is not None),
            as_needed=self.row.as_needed
            or self.says_only_as_needed
            or bool(self.directions and self.directions.as_needed),
        )

    def _name(self) -> str:
        name = self.bare_name.lower() if self.bare_name.isupper() else self.bare_name
        name = _UNIT.sub(_unit_as_written, name.replace("UNT/", "units/"))
        ingredient = self.page.words.ingredient(name)
        own = self.page.words.ingredients_es.get(ingredient or "")
        translated = own if self.page.bank.language == "es" and own and folded(own) != ingredient else ""
        others = ", ".join(part for part in (translated, self.brand) if part)
        return f"{name} ({others})" if others else name or "?"

    def _purpose(self) -> str:
        """The form, unless the amounts already say it, and what it is for."""
        says_pills = self.form in _PILLS and self._counts_pills()
        form = self.page.bank(self.form) if self.form and not says_pills else ""
        return " ".join(part for part in (form, self._why()) if part)

    def _counts_pills(self) -> bool:
        row, read = self.row, self.directions
        if read is not None:
            return self._unit(read.unit) == "pill"
        if any((row.morning, row.noon, row.evening, row.bedtime)):
            return (self._unit(row.dose_unit) or self._unit_of_form()) == "pill"
        return False

    def _why(self) -> str:
        reason = untagged(plain(self.row.reason))
        known = self.page.phrase("purposes", self.row.reason, reason)
        if known:
            return known
        if reason and not self.page.sensitive.text(reason):
            if self.page.in_language(reason):
                return reason
            self.page.free(self.page.bank("free.purpose", medicine=self.name), reason, self.id)
        usual = self.page.words.purpose_of_ingredient.get(self.page.words.ingredient(self.bare_name) or "")
        return self.page.bank(usual) if usual and not reason else ""

    def _grid(self) -> tuple[str, str, str, str] | None:
        """The amounts of morning, noon, evening and bedtime, when the entry says them or leaves no choice."""
        row = self.row
        if row.as_needed:
            return None
        times = (row.morning, row.noon, row.evening, row.bedtime)
        if not any(times):
            return self._grid_of_words()
        unit = self._unit(row.dose_unit) or self._unit_of_form()
        morning, noon, evening, bedtime = (
            self._amount(amount_of(plain(amount)), unit) if amount else "" for amount in times
        )
        return morning, noon, evening, bedtime

    def _grid_of_words(self) -> tuple[str, str, str, str] | None:
        """Directions that name one time of the day, or 4 times a day, which is each of them."""
        read = self.directions
        unit = self._unit(read.unit) if read else None
        if read is None or unit is None or read.as_needed or read.every_hours:
            return None
        amount = self._amount(read.amount, unit)
        if read.times_a_day == 4 and read.when is None:
            return amount, amount, amount, amount
        if read.when not in _GRID_TIMES or read.times_a_day not in (None, 1):
            return None
        at = _GRID_TIMES.index(read.when)
        morning, noon, evening, bedtime = (amount if number == at else "" for number in range(4))
        return morning, noon, evening, bedtime

    def _unit_of_form(self) -> str | None:
        return "pill" if self.form in _PILLS else None

    def _unit(self, text: str | None) -> str | None:
        return self.page.words.phrase("units", text) if text else None

    def _amount(self, count: str, unit: str | None) -> str:
        if unit is None:
            return count
        if self.page.bank.has(f"amount.{unit}"):
            return self.page.bank(f"amount.{unit}", count=count)
        kind = {"1": "one", "0.5": "half"}.get(count, "many")
        return self.page.bank(f"amount.{unit}.{kind}", count=count)

    def _words(self, has_grid: bool) -> str:
        text = self.dosage
        if folded(text) in _NO_DIRECTIONS or self.says_only_as_needed:
            return self._structured(has_grid)
        sentence = self._sentence(self.directions) if self.directions else None
        if sentence:
            return self._besides_times() if has_grid else sentence
        if self.page.in_language(text):
            return self.page.bank.sentence(text)
        self.page.free(self.page.bank("free.medicine", medicine=self.name), text, self.id)
        return "" if has_grid else self.page.bank("medicines.ask_box")

    def _besides_times(self) -> str:
        """What directions say besides amounts and times: for how long."""
        days = self.directions.days if self.directions else None
        return self.page.bank.counted("dose.only_days", days) if days else ""

    def _structured(self, has_grid: bool) -> str:
        """The directions of an entry without text: from its own numbers, or a request to ask."""
        row = self.row
        times = row.times_per_day
        if row.dose_value and row.dose_unit and times and float(times).is_integer():
            built = Directions(f"{row.dose_value:g}", row.dose_unit, True, int(times), as_needed=row.as_needed)
            sentence = self._sentence(built)
            if sentence:
                return "" if has_grid else sentence
        if has_grid:
            return ""
        self.page.notice("handout.no_directions", self.name)
        return self.page.bank("medicines.ask")

    def _sentence(self, directions: Directions) -> str | None:
        bank, unit = self.page.bank, self._unit(directions.unit)
        if unit is None:
            return None
        take = directions.by_mouth or unit == "pill"
        parts = [bank("dose.take" if take else "dose.use", amount=self._amount(directions.amount, unit))]
        if directions.as_needed or self.row.as_needed:
            return self._when_needed(directions, parts[0])
        if directions.times_a_day and not (directions.times_a_day == 1 and directions.when in _ONCE):
            parts.append(bank.counted("dose.times", directions.times_a_day))
        if directions.every_hours:
            parts.append(bank.counted("dose.hours", directions.every_hours))
        if directions.when:
            parts.append(bank(f"dose.{directions.when}"))
        if directions.days:
            parts.append(bank.counted("dose.days", directions.days))
        return ", ".join(parts) + "."

    def _when_needed(self, directions: Directions, take: str) -> str:
        """How much, when, and how long to wait: "every 6 hours" is the least time between two doses."""
        bank = self.page.bank
        parts = [take, *([bank(f"dose.{directions.when}")] if directions.when else [])]
        why = self.page.phrase("purposes", directions.reason)
        if why and why != self._why():
            parts[0] = f"{take} {why}"
        if directions.days:
            parts.append(bank.counted("dose.days", directions.days))
        sentences = [", ".join(parts) + "."]
        if directions.every_hours:
            sentences.append(bank.counted("dose.wait", directions.every_hours))
        if directions.times_a_day:
            sentences.append(bank.counted("dose.most", directions.times_a_day))
        return " ".join(sentences)


_GRID_TIMES = ("morning", "noon", "evening", "bedtime")
_ONCE = {"morning", "noon", "evening", "bedtime", "before_breakfast", "with_breakfast", "with_dinner"}


def _unit_as_written(found: re.Match[str]) -> str:
    """ "40MG" is "40 mg", "5 ML" is "5 mL"."""
    unit = (found[1] or found[2]).lower().replace("ml", "mL")
    return f" {unit}" if found[1] else unit
