"""Trajectories, answers about medicines and appointments in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from icm_desktop.contracts.adherence import AdherenceAnswer, AdherenceOverview, MedicineAdherence
from icm_desktop.contracts.progress import KeptAppointments, TrajectoryRow, ValueRow
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

_MOST_IN_TREND = 24
_MOST_TOLD = 3  # medicines named in short
_FLAT = 0.005  # of the last value a year: neither rising nor falling
_LEVELS = {
    "G1": Level.GOOD,
    "G2": Level.GOOD,
    "G3a": Level.CAUTION,
    "G3b": Level.CAUTION,
    "G4": Level.HIGH,
    "G5": Level.HIGH,
    "a1c_under_7": Level.GOOD,
    "a1c_7_to_8": Level.INFO,
    "a1c_8_to_9": Level.CAUTION,
    "a1c_over_9": Level.HIGH,
    "bp_normal": Level.GOOD,
    "bp_elevated": Level.INFO,
    "bp_stage_1": Level.CAUTION,
    "bp_stage_2": Level.HIGH,
    "phq9_minimal": Level.GOOD,
    "phq9_mild": Level.INFO,
    "phq9_moderate": Level.CAUTION,
    "phq9_moderately_severe": Level.HIGH,
    "phq9_severe": Level.HIGH,
}


class ProgressWords(QObject):
    """Puts facts into words; unknown and none are told apart."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._shown = context.formatting

    # values

    def name(self, row: TrajectoryRow) -> str:
        """What is followed."""
        return {
            "egfr": self.tr("eGFR"), "a1c": self.tr("A1c"), "blood_pressure": self.tr("Blood pressure"),
            "weight": self.tr("Weight"), "phq9": self.tr("PHQ-9"),
        }.get(row.id, row.id)  # fmt: skip

    def band(self, band: str | None) -> str:
        """What a band is called."""
        return {
            "G1": self.tr("G1"), "G2": self.tr("G2"), "G3a": self.tr("G3a"), "G3b": self.tr("G3b"),
            "G4": self.tr("G4"), "G5": self.tr("G5"), "a1c_under_7": self.tr("under 7 %"),
            "a1c_7_to_8": self.tr("7 to under 8 %"), "a1c_8_to_9": self.tr("8 to 9 %"),
            "a1c_over_9": self.tr("over 9 %"), "bp_normal": self.tr("normal"), "bp_elevated": self.tr("elevated"),
            "bp_stage_1": self.tr("stage 1"), "bp_stage_2": self.tr("stage 2"), "phq9_minimal": self.tr("minimal"),
            "phq9_mild": self.tr("mild"), "phq9_moderate": self.tr("moderate"),
            "phq9_moderately_severe": self.tr("moderately severe"), "phq9_severe": self.tr("severe"),
        }.get(band or "", band or "")  # fmt: skip

    def value(self, row: TrajectoryRow, value: ValueRow) -> str:
        """One value with its unit."""
        number = self._shown.number(value.value, row.decimals)
        if value.other is not None:
            number = f"{number}/{self._shown.number(value.other, row.decimals)}"
        return f"{value.comparator or ''}{number} {value.unit or ''}".strip()

    def trajectory(self, row: TrajectoryRow) -> Fact:
        """Everything about one thing that is followed."""
        counted = row.counted
        if not counted:
            left = (self.left_out(row),) if row.values else ()
            return Fact(row.id, self.tr("{name}: no value recorded").format(name=self.name(row)), left)
        last = counted[-1]
        chip = Chip(_LEVELS.get(last.band, Level.NEUTRAL), self.band(last.band)) if last.band else None
        text = f"{self.name(row)} {self.value(row, last)}"
        lines = (self.slope(row), self.stage(row), self.change(row), self.left_out(row))
        detail = tuple(line for line in lines if line)
        trend = tuple(value.value for value in counted[-_MOST_IN_TREND:]) if len(counted) > 1 else ()
        return Fact(row.id, text, detail, chip, trend, strong=True, tip=self.source(row), aside=self._day(last.when))

    def slope(self, row: TrajectoryRow) -> str:
        """Which way it goes, how fast, and by how many values."""
        count, months = row.slope.values, row.months
        if row.slope.per_year is None:
            few = self.tr("Too few values to tell a direction: {count} in {months} months.")
            return few.format(count=count, months=months)
        by = row.slope.per_year
        how = self.tr("{count} values in {months} months").format(count=count, months=months)
        if abs(by) < abs(row.counted[-1].value) * _FLAT:
            return self.tr("Steady ({how})").format(how=how)
        amount = f"{self._shown.number(abs(by), 1)} {row.unit}".strip()
        words = self.tr("Falls by {amount} a year ({how})") if by < 0 else self.tr("Rises by {amount} a year ({how})")
        return words.format(amount=amount, how=how)

    def method(self, row: TrajectoryRow) -> str:
        """How every direction was worked out, and how sure its limits are."""
        words = self.tr(
            "Directions: least squares over {months} months, from {values} values and {days} days on ({mark})."
        )
        return words.format(
            months=row.months, values=row.least_values, days=row.least_days, mark=self.mark(row.slope_mark)
        )

    def stage(self, row: TrajectoryRow) -> str:
        """Since when it lies in its band, and in which it lay before."""
        if not row.stages:
            return ""
        now, before = row.stages[-1], row.stages[-2] if len(row.stages) > 1 else None
        since, band = self._shown.date(now.since), self.band(now.band)
        if now.confirmed_on is None:
            return self.tr("{band} since {date}, not yet confirmed by a later value").format(band=band, date=since)
        words = self.tr("{band} since {date}").format(band=band, date=since)
        if before is not None:
            words = self.tr("{band} since {date}, before that {other}").format(
                band=band, date=since, other=self.band(before.band)
            )
        if now.confirmed_on == now.since:
            return words
        return self.tr("{what}, confirmed {date}").format(what=words, date=self._shown.date(now.confirmed_on))

    def change(self, row: TrajectoryRow) -> str:
        """A change that is worth a look; of PHQ-9 the change since the first."""
        if row.notable and row.change_percent is not None:
            words = self.tr("{percent} % since the value before: evaluate ({source})")
            return words.format(percent=self._signed(row.change_percent), source=row.notable_source or "")
        if row.id == "phq9" and row.first_change_percent is not None:
            first, last = row.counted[0], row.counted[-1]
            words = self.tr("From {first} ({date}) to {last}: {percent} %")
            return words.format(
                first=self.value(row, first), date=self._day(first.when), last=self.value(row, last),
                percent=self._signed(row.first_change_percent),
            )  # fmt: skip
        return ""

    def left_out(self, row: TrajectoryRow) -> str:
        """How many values do not count."""
        count = len(row.values) - len(row.counted)
        return self.tr("%n value(s) not counted (unit, date or not exact)", "", count) if count else ""

    def why_left_out(self, value: ValueRow) -> str:
        """Why one value does not count."""
        return {
            "unit": self.tr("not counted: other or no unit"),
            "comparator": self.tr("not counted: not exact"),
            "day": self.tr("not counted: day not known"),
            "future": self.tr("not counted: dated in the future"),
        }.get(value.left_out or "", "")

    def source(self, row: TrajectoryRow) -> str:
        """Where bands and limits come from, and how sure they are."""
        words = self.tr("Bands: {source} ({year}; {mark}). Slope: {slope} ({slope_mark}).")
        return words.format(
            source=row.source, year=row.year, mark=self.mark(row.mark), slope=row.slope_source,
            slope_mark=self.mark(row.slope_mark),
        )  # fmt: skip

    def mark(self, mark: str) -> str:
        """How sure content is."""
        return {
            "V": self.tr("read in its source"), "V2": self.tr("read in a source that quotes it"),
            "M": self.tr("from memory, not confirmed"), "P": self.tr("a proposal, not confirmed"),
        }.get(mark, mark)  # fmt: skip

    def _signed(self, percent: float) -> str:
        number = self._shown.number(abs(percent) + 1e-9, 1)  # a half is rounded up, as people do
        return f"−{number}" if percent < 0 else f"+{number}"

    def _day(self, when: str) -> str:
        return self._shown.partial_date(when)

    # medicines

    def taking(self, taking: str) -> str:
        """How a medicine is taken."""
        return {
            "as_directed": self.tr("Taken as directed"), "some_missed": self.tr("Some doses missed"),
            "stopped": self.tr("Stopped by the patient"), "never_started": self.tr("Never started"),
            "unknown": self.tr("Asked, not known"),
        }.get(taking, taking)  # fmt: skip

    def reason(self, reason: str | None) -> str:
        """Why not."""
        return {
            "forgot": self.tr("forgot"), "cost": self.tr("cost"), "ran_out": self.tr("ran out"),
            "side_effects": self.tr("side effects"), "felt_better": self.tr("felt better"),
            "felt_worse": self.tr("felt worse"), "not_needed": self.tr("thinks it is not needed"),
            "afraid": self.tr("afraid of it"), "hard_to_take": self.tr("hard to take"),
            "too_many": self.tr("too many medicines"), "unclear": self.tr("unclear how to take it"),
            "told_to_stop": self.tr("was told to stop"), "not_available": self.tr("not available"),
            "other": self.tr("other reason"),
        }.get(reason or "", reason or "")  # fmt: skip

    def answer(self, answer: AdherenceAnswer) -> str:
        """One answer in a line."""
        missed = ""
        if answer.missed_doses is not None and answer.missed_days is not None:
            missed = self.tr("{doses} in {days} days").format(doses=answer.missed_doses, days=answer.missed_days)
        parts = (self.taking(answer.taking), missed, self.reason(answer.reason), answer.reason_text or "")
        words = ", ".join(part for part in parts if part)
        asked = self.tr("asked {date} by {name}").format(
            date=self._shown.date(answer.asked_on), name=answer.asked_by or self.tr("somebody")
        )
        return f"{words} ({asked})"

    def medicine(self, row: MedicineAdherence) -> Fact:
        """A medicine with the newest answer and the last refill."""
        chip = None
        lines = [self.tr("Nobody asked yet how it is taken.")]
        if row.answers:
            newest = row.answers[0]
            level = {"as_directed": Level.GOOD, "unknown": Level.NEUTRAL}.get(newest.taking, Level.CAUTION)
            chip = Chip(level, self.taking(newest.taking))
            lines = [self.answer(newest)]
            if len(row.answers) > 1:
                lines.append(self.tr("%n earlier answer(s)", "", len(row.answers) - 1))
        lines.append(self.refill(row))
        return Fact(str(row.medication_entry_id), row.text, tuple(lines), chip, aside=row.dosage or "")

    def refill(self, row: MedicineAdherence) -> str:
        """When it was last handed over, and for how long that lasts."""
        if row.refill is None:
            return self.tr("Last refill not known.")
        day = self._shown.date(row.refill.on)
        if not row.refill.dispensed:
            return self.tr("Last refill {date}, as the patient said").format(date=day)
        if row.refill.days_supply is None:
            return self.tr("Last refill {date}").format(date=day)
        words = self.tr("Last refill {date} for {days} days, to {end}")
        return words.format(date=day, days=round(row.refill.days_supply), end=self._shown.date(row.refill.lasts_to))

    # in short, for Summary

    def overview(self, found: AdherenceOverview) -> list[Fact]:
        """What is not taken as told, what should have been refilled, and visits; what is not known is said."""
        facts = [self._taken(found), self._late(found), self._visits(found.visits)]
        return [fact for fact in facts if fact is not None]

    def _taken(self, found: AdherenceOverview) -> Fact | None:
        if not found.medicines:
            return None
        unknown = found.medicines - found.known
        missing = self.tr("Not recorded for {count} of {all} medicines").format(count=unknown, all=found.medicines)
        if not found.known:
            return Fact("medicines", self.tr("How medicines are taken: not recorded"))
        lines = self._first(found.not_as_told, lambda row: self._why(row.answers[0]))
        lines += [missing] if unknown else []
        words = self.tr("Not as told: {count} of {known} medicines asked about")
        text = words.format(count=len(found.not_as_told), known=found.known)
        chip = Chip(Level.CAUTION, self.tr("Missed")) if found.not_as_told else None
        return Fact("medicines", text, tuple(lines), chip)

    def _why(self, answer: AdherenceAnswer) -> str:
        return ", ".join(part for part in (self.taking(answer.taking), self.reason(answer.reason)) if part)

    def _late(self, found: AdherenceOverview) -> Fact | None:
        if not found.late:
            return None
        words = self.tr("Refill late: {count} of {known} medicines with a known supply")
        text = words.format(count=len(found.late), known=found.supply_known)
        ended = self.tr("supply ended {date}")
        lines = self._first(
            found.late, lambda row: ended.format(date=self._shown.date(row.refill.lasts_to if row.refill else None))
        )
        return Fact("refills", text, tuple(lines), Chip(Level.CAUTION, self.tr("Late")))

    def _first(self, rows: Sequence[MedicineAdherence], told: Callable[[MedicineAdherence], str]) -> list[str]:
        """The first medicines by name with what is told of each, and how many more there are."""
        lines = [f"{row.text}: {told(row)}" for row in rows[:_MOST_TOLD]]
        more = len(rows) - len(lines)
        return [*lines, self.tr("and %n more", "", more)] if more else lines

    def _visits(self, found: KeptAppointments) -> Fact:
        since = self._shown.date(found.since)
        if found.share is None:
            words = self.tr("Kept and missed visits: not recorded since {date}").format(date=since)
        else:
            words = self.tr("Visits since {date}: kept {kept}, missed {missed}").format(
                date=since, kept=found.kept, missed=found.missed
            )
        unknown = self.tr("Outcome not recorded for {count}").format(count=found.unknown)
        return Fact("visits", words, (unknown,) if found.unknown else ())

    # appointments

    def appointments(self, found: KeptAppointments) -> Fact:
        """Kept of kept and missed, and what is not counted."""
        since = self._shown.date(found.since)
        others = self.tr("{cancelled} cancelled, {unknown} without a recorded outcome: not counted").format(
            cancelled=found.cancelled, unknown=found.unknown
        )
        if found.share is None:
            return Fact(
                "appointments", self.tr("No kept or missed appointment since {date}").format(date=since), (others,)
            )
        words = self.tr("Kept {kept} of {all} ({percent} %) since {date}").format(
            kept=found.kept, all=found.kept + found.missed, percent=round(found.share * 100), date=since
        )
        where = self.tr("Here {ours} of {all_ours}, elsewhere {outside} of {all_outside}").format(
            ours=found.kept_ours, all_ours=found.kept_ours + found.missed_ours, outside=found.kept_outside,
            all_outside=found.kept_outside + found.missed_outside,
        )  # fmt: skip
        return Fact("appointments", words, (where, others))
