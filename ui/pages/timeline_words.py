"""The words of the timeline: groups, kinds of visit by word and shape, one line per entry."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.timeline import ResultPart, TimelineRow
from icm_desktop.domain.medicines import NEVER_BEGAN
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.plan_words import PlanWords
from ui.pages.record_words import RecordWords
from ui.pages.value_words import coded, kind_name
from ui.tables.base import Chip, Column
from ui.widgets.fact_paint import Fact

_AGAIN = frozenset({"referral", "appointment", "encounter", "patient", "plan_action", "task", "pathway"})
_STAY = ("IMP", "ACUTE", "NONAC", "OBSENC", "SS")
_SHAPES = {"EMER": Level.HIGH, **dict.fromkeys(_STAY, Level.CAUTION), "VR": Level.INFO}


def visit_chip(class_code: str) -> Chip:
    """The class of a visit: emergency, stay and office differ by word and by shape."""
    return Chip(_SHAPES.get(class_code, Level.NEUTRAL), coded(class_code) or kind_name("encounter"))


class TimelineWords:
    """Entries of the timeline in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.records, self._plan = RecordWords(context), PlanWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("TimelineWords", text, note, number)

    def group(self, group: str) -> str:
        """The name of a group of entries."""
        return {
            "due": self.tr("Due"),
            "visits": self.tr("Visits"),
            "results": self.tr("Results"),
            "problems": self.tr("Problems"),
            "medicines": self.tr("Medicines"),
            "procedures": self.tr("Procedures"),
            "documents": self.tr("Documents"),
            "screening": self.tr("Screening"),
            "plan": self.tr("Plan"),
            "claims": self.tr("Claims"),
            "consents": self.tr("Consents"),
            "insurance": self.tr("Insurance"),
            "alerts": self.tr("Alerts"),
            "appointments": self.tr("Appointments"),
            "referrals": self.tr("Referrals"),
            "contacts": self.tr("Contacts"),
        }[group]

    def columns(self) -> tuple[Column[TimelineRow], ...]:
        """The columns of the table."""
        return (
            Column("day", self.tr("Date"), self.day, width=12, sortable=False, tip=self._moment,
                   copy=lambda row: row.day),
            Column("kind", self.tr("What"), self.kind, width=16, sortable=False, chip=self.chip),
            Column("line", self.tr("Entry"), self.line, width=30, stretch=True, sortable=False),
            Column("who", self.tr("From"), self.who, width=16, sortable=False),
        )  # fmt: skip

    def day(self, row: TimelineRow) -> str:
        """The local day, as precise as it is known; today says so."""
        if row.day == self._context.formatting.today().isoformat():
            return self.tr("Today")
        return self._context.formatting.partial_date(row.day) if row.day else self.tr("Not dated")

    def _moment(self, row: TimelineRow) -> str:
        return self.records.when(row.when) or self.day(row)

    def chip(self, row: TimelineRow) -> Chip | None:
        """Visits show their class as a chip, what is due how late it is."""
        if row.group == "due":
            return self._due_chip(row)
        return visit_chip(row.step) if row.ref.kind == "encounter" else None

    def _due_chip(self, row: TimelineRow) -> Chip:
        shown = self._context.formatting
        day, today = dt.date.fromisoformat(row.day), shown.today()
        level = Level.HIGH if day < today else Level.CAUTION if day == today else Level.NEUTRAL
        return Chip(
            level, self.tr("Due {when}").format(when=shown.relative(day)) if day >= today else shown.relative(day)
        )

    def ahead(self, row: TimelineRow) -> bool:
        """Whether the day of the entry has not come yet."""
        return row.day > self._context.formatting.today().isoformat()

    def _due_line(self, row: TimelineRow) -> str:
        """What is due, verb first."""
        step, shown = row.step.removeprefix("due").removeprefix("_"), self._context.formatting
        if row.ref.kind == "service_request":
            gaps = self.tr("referral"), self.tr("the other office")
            return say(f"today.referral_{step}", shown, service=row.title or gaps[0], to=row.detail or gaps[1])
        if row.ref.kind == "pathway_step":
            spanish = QLocale().language() == QLocale.Language.Spanish
            return say(f"today.pathway_{step}", shown, step=row.detail if spanish else row.title)
        if row.ref.kind == "worklist_hold":
            return say(f"agenda.again_{step}" if step in _AGAIN else "agenda.again", shown)
        return " · ".join(part for part in (row.title, row.detail) if part)

    def kind(self, row: TimelineRow) -> str:
        """What kind of entry it is; for visits the chip says it."""
        kind = row.ref.kind
        if kind == "encounter":
            return ""
        if kind == "observation":
            return self._category(row.step) if row.step else self.tr("Results")
        steps = {
            ("medication_entry", "started"): self.tr("Medicine started"),
            ("medication_entry", "do-not-perform"): self.tr("Medicine not to be given"),
            ("allergy_intolerance", "refuted"): self.tr("Allergy ruled out"),
            ("medication_entry", "stopped"): self.tr("Medicine stopped"),
            ("condition", "began"): self.tr("Problem"),
            ("condition", "ended"): self.tr("Problem ended"),
            ("condition", "refuted"): self.tr("Problem ruled out"),
            ("coverage", "began"): self.tr("Insurance begins"),
            ("coverage", "ended"): self.tr("Insurance ends"),
            ("flag", "ended"): self.tr("Alert ends"),
            ("consent", "revoked"): self.tr("Consent revoked"),
            ("service_request", "ordered"): self.tr("Referral"),
            ("plan_action", "done"): self.tr("Action done"),
        }
        return steps.get((kind, row.step)) or kind_name(kind)

    def _category(self, category: str) -> str:
        return coded(category) if category != "procedure" else self.tr("Measured in a procedure")

    def line(self, row: TimelineRow) -> str:
        """What happened, in one line; with words looked for, where they stand."""
        if row.hit is not None:
            before, word, after = row.hit
            return f"{before}»{word}«{after}"
        if row.group == "due":
            return self._due_line(row)
        if row.ref.kind == "observation":
            return self.results(row)
        title = self._title(row)
        return " · ".join(part for part in (title, self._state(row), self._detail(row)) if part)

    def _title(self, row: TimelineRow) -> str:
        return self.records.title(row.ref.kind, row.title) if row.title else ""

    def _detail(self, row: TimelineRow) -> str:
        if row.ref.kind == "handout":
            return self._context.formatting.language(row.detail)
        return row.detail if row.detail != row.title else ""

    def _state(self, row: TimelineRow) -> str:
        kind = row.ref.kind
        if kind == "referral_event":
            return self._plan.referral_state(row.step)
        if kind == "consent":
            return coded(row.step) if row.step != "revoked" else ""
        if kind in ("appointment", "contact_log", "handout", "medication_adherence", "goal", "care_plan"):
            return coded(row.step)
        if kind == "medication_entry" and row.step in NEVER_BEGAN:
            return coded(row.step)
        if kind in ("procedure", "immunization") and row.step in ("not-done", "in-progress"):
            return coded(row.step)
        return ""

    def results(self, row: TimelineRow) -> str:
        """The values of one day and category, what lies outside its range first."""
        shown = ", ".join(self._part(part) for part in row.parts) or row.title
        more = row.count - len(row.parts)
        if not row.parts or more <= 0:
            return shown
        return self.tr("{values} and {count} more").format(values=shown, count=more)

    def _part(self, part: ResultPart) -> str:
        words = {"low": self.tr("low"), "high": self.tr("high")}.get(part.flag)
        value = f"{part.name} {part.value}".strip()
        return f"{value} ({words})" if words else value

    def who(self, row: TimelineRow) -> str:
        """The organisation, author, or that it is ours."""
        if not row.outside:
            return self.tr("Ours")
        return row.organization or row.author or self.tr("Outside")

    def sentence(self, row: TimelineRow) -> str:
        """The entry for a screen reader."""
        chip = self.chip(row)
        kind = chip.word if chip else self.kind(row)
        mistaken = self.tr("entered in error") if row.mistaken else ""
        return ", ".join(part for part in (self.day(row), kind, self.line(row), self.who(row), mistaken) if part)

    def above(self, row: TimelineRow) -> tuple[Fact, ...]:
        """Where the words were found, and all values of a day."""
        if row.hit is not None:
            before, word, after = row.hit
            text = f"{before}»{word}«{after}"
            return (Fact("hit", self.tr("Found"), aside=text, label=True, sentence=text),)
        if row.ref.kind == "observation" and row.count > 1:
            title = self.tr("%n values that day", "", row.count)
            return (Fact("day", title, tuple(self._part(part) for part in row.parts), label=True),)
        return ()
