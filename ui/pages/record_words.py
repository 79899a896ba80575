"""The words of one record: its fields, where it came from, and what happened to it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.records import FactDetail, Field, FieldChange, HistoryRow, LinkedFact, Origin, Value
from icm_desktop.domain import moments
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.field_words import field_name
from ui.pages.plan_words import PlanWords
from ui.pages.value_words import coded, kind_name
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

_PART = "part:"
_CODED = frozenset(
    {
        "status", "verification", "category", "severity", "criticality", "kind", "intent", "class_code", "channel",
        "outcome", "urgency", "priority", "decision", "taking", "achievement", "use", "voicemail_rule", "system",
        "preferred_channel", "authority", "owner_kind", "how", "sex", "birth_sex", "gender_identity", "medium",
        "relationship_text", "sexual_orientation", "scope", "given_how", "answer", "party", "to_kind", "risk", "part",
    }
)  # fmt: skip


class RecordWords:
    """Details and histories in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._plan = PlanWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("RecordWords", text, note, number)

    # values

    def when(self, text: str | None) -> str:
        """A stored date of any precision, or an instant as local day and time; empty for None."""
        at = moments.instant(text)
        if at is not None:
            return self._context.formatting.date_time(at)
        return self._context.formatting.partial_date(text) if text else ""

    def day(self, text: str | None) -> str:
        """The local day of a stored date or instant; empty for None."""
        at = moments.instant(text)
        if at is not None:
            return self._context.formatting.date(at)
        return self._context.formatting.partial_date(text) if text else ""

    def value(self, name: str, value: Value) -> str:
        """A field's value in words."""
        if value is None or value == "":
            return self.tr("nothing")
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if isinstance(value, tuple):
            return "\n".join(str(part) for part in value) or self.tr("nothing")
        if isinstance(value, int | float):
            return self._context.formatting.number(value, 3)
        return self._text(name, value)

    def _text(self, name: str, value: str) -> str:
        if name in ("language", "words_language", "interpreter_language"):
            return self._context.formatting.language(value)
        if name == "state":
            known = self._plan.referral_state(value)
            return coded(value) if known == value else known
        if name == "reason_code":
            return say(f"referrals.reason.{value}")
        if name.endswith(("_when", "_on", "_at", "_due", "_until", "_end")) or name in ("at", "birth_date"):
            return self.when(value)
        return coded(value) if name in _CODED else value

    def field(self, field: Field) -> Fact:
        """A field of a detail: its name first, its value beneath or beside it."""
        name = field.name
        title = name.removeprefix(_PART) if name.startswith(_PART) else field_name(name)
        return _labelled(name, title, self.value(name, field.value))

    # words that every list of records shares

    def counted(self, shown: int, total: int, filters: str = "") -> str:
        """ "18 of 214 · Filter: Outside"."""
        words = self.tr("{shown} of {total}").format(shown=shown, total=total)
        filtered = self.tr("Filter: {filter}").format(filter=filters)
        return f"{words} · {filtered}" if filters else words

    def history_words(self) -> str:
        """The command that opens a history."""
        return self.tr("&History…")

    def mistaken_words(self) -> str:
        """The command that says a record is wrong."""
        return self.tr("&Entered in error…")

    # where it came from

    def source(self, origin: Origin) -> str:
        """ "from elsewhere" or "made here", in one line."""
        if origin.outside:
            return origin.organization or origin.source or self.tr("Outside")
        return self.tr("Entered here")

    def origin(self, origin: Origin) -> list[Fact]:
        """Where a record came from, line by line; what is not known is said."""
        if not origin.outside:
            by, at = origin.entered_by or self.tr("the program"), self._context.formatting.date_time(origin.entered_at)
            return [_labelled("entered", self.tr("Entered here"), f"{by} · {at}" if at else by)]
        not_told = self.tr("not told")
        author = origin.author or not_told
        if origin.told and origin.author:
            author = self.tr("{author} (from the sender's record of who recorded it)").format(author=author)
        received = self._context.formatting.date_time(origin.received_at)
        by = self.tr("imported by {name}").format(name=origin.imported_by) if origin.imported_by else ""
        lines = (
            ("author", self.tr("Author"), author),
            ("organization", self.tr("Organization"), origin.organization or not_told),
            ("recorded", self.tr("Recorded"), self.when(origin.recorded) or not_told),
            ("received", self.tr("Received here"), " · ".join(part for part in (received, by) if part)),
            ("synced", self.tr("Last synced"), self._context.formatting.date_time(origin.synced_at)),
            ("system", self.tr("Source"), " · ".join(part for part in (origin.source, origin.resource) if part)),
        )
        return [_labelled(key, title, value) for key, title, value in lines if value or key != "synced"]

    # the record itself

    def title(self, kind: str, title: str) -> str:
        """What a record is called; a code in words, and the kind when nothing names it."""
        if kind == "referral_event" and title:
            return self._plan.referral_state(title)
        return coded(title) if title else kind_name(kind)

    def heading(self, detail: FactDetail) -> str:
        """Title with its kind: "Problem: Asthma"."""
        return self.tr("{kind}: {title}").format(
            kind=kind_name(detail.ref.kind), title=self.title(detail.ref.kind, detail.title)
        )

    def mistaken(self, detail: FactDetail) -> str:
        """That it was entered in error, by whom, when and why, as far as known."""
        if detail.mistaken_at is None:
            return self.tr("Entered in error, says whoever sent it. It is not counted.")
        words = self.tr("Entered in error: {reason}\n{name}, {date}. It is not counted.")
        return words.format(
            reason=detail.mistaken_reason or "",
            name=detail.mistaken_by or self.tr("the program"),
            date=self._context.formatting.date_time(detail.mistaken_at),
        )

    def linked(self, one: LinkedFact) -> Fact:
        """A record that belongs to the one shown."""
        kind, title = kind_name(one.ref.kind), self.title(one.ref.kind, one.title)
        aside = " · ".join(part for part in (one.detail, self.day(one.when)) if part)
        return Fact(f"{one.ref.kind}:{one.ref.id}", title, (f"{kind} · {aside}" if aside else kind,))

    # what happened

    def who(self, row: HistoryRow) -> str:
        """Who did it."""
        return row.by or self.tr("the program")

    def what(self, row: HistoryRow) -> str:
        """What was done, in one line."""
        kind = kind_name(row.kind) or self.tr("Record")
        title = self.title(row.kind or "", row.title) if row.title else ""
        thing = self.tr("{kind}: {title}").format(kind=kind, title=title) if title else kind
        known = {
            "created": self.tr("Added: {thing}"),
            "updated": self.tr("Changed: {thing}"),
            "removed": self.tr("Removed: {thing}"),
            "restored": self.tr("Put back: {thing}"),
            "marked": self.tr("Entered in error: {thing}"),
            "unmarked": self.tr("Not an error after all: {thing}"),
            "imported": self.tr("Imported: {thing}"),
            "appointment.booked_again": self.tr("Booked again: {thing}"),
            "chart.opened": self.tr("Chart opened"),
            "import.rows": self.tr("Records imported"),
            "import.taken_away": self.tr("Import taken back"),
            "handout.printed": self.tr("Printed: {thing}"),
            "handout.saved": self.tr("Saved as a file: {thing}"),
            "handout.waiting": self.tr("Kept for a printer: {thing}"),
            "handout.for_email": self.tr("Made ready for e-mail: {thing}"),
            "handout.handed_out": self.tr("Given by hand: {thing}"),
            "handout.told": self.tr("Told what changed: {thing}"),
            "handout.copied_without_agreement": self.tr("Page given to somebody without an agreement on file"),
            "question.shared_without_agreement": self.tr("Told without an agreement on file: {thing}"),
            "note.opened": self.tr("Sensitive note opened: {thing}"),
            "case_review.read": self.tr("Case review or relapse-prevention plan read"),
            "note.emergency": self.tr("Sensitive notes opened in an emergency"),
            "note.emergency_ended": self.tr("Sensitive notes closed again after an emergency"),
            "referral.late": self.tr("Late, went on to somebody: {thing}"),
            "referral.handed_on": self.tr("Handed on: {thing}"),
            "referral.packet_sent": self.tr("Packet sent: {thing}"),
        }
        words = known.get(row.event) or self.tr("{event}: {thing}").replace("{event}", row.event)
        return words.format(thing=thing)

    def via(self, row: HistoryRow) -> Chip | None:
        """How it came about when nobody did it by hand."""
        return {
            "import": Chip(Level.INFO, self.tr("Import")),
            "undo": Chip(Level.CAUTION, self.tr("Undo")),
            "merge": Chip(Level.CAUTION, self.tr("Merge")),
        }.get(row.via) or (Chip(Level.NEUTRAL, row.merged) if row.merged else None)

    def change(self, change: FieldChange) -> str:
        """ "Phone: 555-0100 → 555-0199"."""
        old, new = self.value(change.name, change.old), self.value(change.name, change.new)
        return f"{field_name(change.name)}: {_line(old)} → {_line(new)}"

    def changes(self, row: HistoryRow) -> tuple[str, ...]:
        """Every changed field, the reason that was given, and whether it was before a merge."""
        merged = self.tr("On record {number}, which was merged into this one").format(number=row.merged)
        reason = (self.tr("Reason: {reason}").format(reason=row.reason),) if row.reason else ()
        told = self._went if row.event in ("referral.late", "referral.handed_on") else self.change
        return (*((merged,) if row.merged else ()), *reason, *(told(one) for one in row.changes))

    def _went(self, change: FieldChange) -> str:
        """ "To: Rosa Diaz"; a role and a limit have names of their own."""
        words = str(change.new)
        if change.name == "went_limit":
            words = say(f"referrals.limit.{words}", self._context.formatting)
        elif change.name == "went_on":
            words = self.when(words)
        roles = {"coordinator": self.tr("the coordinator"), "clinician": self.tr("a clinician")}
        names = {"went_to": self.tr("To"), "went_on": self.tr("On"), "went_limit": self.tr("Late with")}
        return f"{names.get(change.name, change.name)}: {roles.get(words, words)}"

    def contents(self, row: HistoryRow) -> tuple[str, ...]:
        """What came with an import: "Problem: 15"."""
        return tuple(
            self.tr("{kind}: {title}").format(kind=kind_name(kind), title=count)
            for kind, count in row.contents
            if kind_name(kind)
        )

    def at(self, moment: dt.datetime) -> str:
        """When it was."""
        return self._context.formatting.date_time(moment)


def _labelled(key: str, title: str, value: str) -> Fact:
    return Fact(key, title, sentence=f"{title}: {_line(value)}", aside=value, label=True)


def _line(text: str) -> str:
    return ", ".join(text.splitlines())
