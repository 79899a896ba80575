"""How the worklist looks: sections, columns, words of a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.worklist import ContactRow, Worklist, WorkRow
from icm_desktop.words.pathways import why_of
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.pages.ladder_words import LadderWords
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip, Column
from ui.tables.tree import Heading, Node

SECTIONS = ("critical", "handed_on", "here", "overdue", "due_today", "expected", "waiting", "done_today")
_LEVELS = {
    "critical": Level.CRITICAL,
    "handed_on": Level.HIGH,
    "here": Level.INFO,
    "overdue": Level.HIGH,
    "due_today": Level.CAUTION,
    "expected": Level.NEUTRAL,
    "waiting": Level.NEUTRAL,
    "done_today": Level.GOOD,
}
KINDS = {
    "plan": ("plan_action", "plan_review", "plan_answer", "task"),
    "referrals": ("referral",),
    "visits": ("appointment", "letter", "encounter"),
    "results": ("result", "screening", "follow_up", "rescreen", "conflict", "reconciliation"),
    "pathways": ("pathway",),
    "team": (
        "request",
        "question",
        "care_note",
        "near_miss",
        "recommendation",
        "relapse",
        "relapse_plan",
        "emergency_access",
    ),
}
"""The kinds of work behind each filter."""
_LARGE_POINTS = 14  # large text leaves room for the most needed columns
_URGENT = 2  # `WorkRow.priority`
_CLOSED = {"waiting", "done_today"}
TABS = {  # of the chart, where a row opens it
    "plan_action": "care_plan",
    "plan_review": "care_plan",
    "plan_answer": "care_plan",
    "question": "notes",
    "request": "privacy",
    "care_note": "notes",
    "pathway": "pathways",
    "recommendation": "collaborative",
    "relapse": "collaborative",
    "relapse_plan": "collaborative",
    "reconciliation": "medicines",
    "emergency_access": "history",
    "conflict": "conflicts",
    "follow_up": "screening",
    "rescreen": "screening",
}


class TodayWords:
    """Words and columns of worklist rows in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._plan = PlanWords(context)
        self.ladder = LadderWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("TodayWords", text, note, number)

    def section(self, name: str) -> str:
        """Title of a section."""
        return {
            "critical": self.tr("Critical"),
            "overdue": self.tr("Overdue"),
            "due_today": self.tr("Due today"),
            "handed_on": self.tr("For the coordinator"),
            "here": self.tr("Here"),
            "expected": self.tr("Expected"),
            "waiting": self.tr("Waiting"),
            "done_today": self.tr("Done today"),
        }[name]

    def what(self, row: WorkRow) -> str:
        """What to do, verb first: the practice's own words or a sentence of ours."""
        return row.title_text or self.worded(row.title, row.title_params)

    def worded(self, title: str, params: tuple[tuple[str, str], ...]) -> str:
        """The sentence of a title in the language of the screen."""
        return self._worded(title, self._titled(params))

    def urgency(self, row: WorkRow) -> str:
        """Why a row stands above later ones: "Urgent", or "After hospital" for whoever may know of the stay."""
        if row.kind == "transition":
            return self.tr("After hospital")
        return self.tr("Urgent") if row.priority == _URGENT else ""

    def what_ranked(self, row: WorkRow) -> str:
        """What to do, with what makes it urgent first."""
        urgency = self.urgency(row)
        return f"{urgency} · {self.what(row)}" if urgency else self.what(row)

    def why(self, row: WorkRow) -> str:
        """Why it is on the list, and who else has it because it is late."""
        return ". ".join(part for part in (self.ladder.shortly(row.ladder), self.why_alone(row)) if part)

    def why_alone(self, row: WorkRow) -> str:
        """Why it is on the list; of a pathway's step the sum behind its day."""
        if row.why != "today.why_pathway":
            return self._worded(row.why, self._titled(row.why_params)) if row.why else ""
        shown = self._context.formatting
        return say(row.why, shown, why=why_of(dict(row.why_params), say, shown.date, self._spanish()))

    @staticmethod
    def _spanish() -> bool:
        return QLocale().language() == QLocale.Language.Spanish

    def _titled(self, params: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        """What content names in both languages, in that of the screen."""
        told = dict(params)
        return tuple((key, told.get(f"{key}_es", value) if self._spanish() else value) for key, value in params)

    def _worded(self, code: str, params: tuple[tuple[str, str], ...]) -> str:
        return say(code, self._context.formatting, **{key: self._param(key, value) for key, value in params})

    def _param(self, key: str, value: str) -> object:
        """A param as the sentence wants it: days as days, states and gaps in words."""
        if key.endswith("_on"):
            return self._context.formatting.partial_date(value)
        if key.endswith("_at"):
            return self._context.formatting.time(dt.time.fromisoformat(value))
        if key == "state":
            return self._plan.referral_state(value).lower()
        gaps = {
            "to": self.tr("the other office"),
            "service": self.tr("referral"),
            "with": self.tr("the clinician"),
            "kind": self.tr("any visit"),
        }
        return value or gaps.get(key, "–")

    def due(self, row: WorkRow) -> str:
        """ "3 d late" over "11-Jul-2026"; a held row says until when."""
        shown = self._context.formatting
        if row.section == "waiting" and row.held_until:
            return self.tr("until\n{date}").format(date=shown.date(row.held_until))
        if row.due is None:
            return self.tr("no date")
        if row.section == "done_today":
            return shown.date(row.due)
        return f"{shown.relative(row.due)}\n{shown.date(row.due)}"

    def due_shortly(self, row: WorkRow) -> str:
        """When it is due, as "3 d late"; until when it rests."""
        shown = self._context.formatting
        if row.section == "waiting" and row.held_until:
            return shown.date(row.held_until)
        return shown.relative(row.due) if row.due else self.tr("no date")

    def due_in_one(self, row: WorkRow) -> str:
        """When it is due, in one line."""
        return self.due(row).replace("\n", " · ")

    def owner(self, row: WorkRow) -> str:
        """Whose work it is; of a pathway's step that nobody has, which profession does it."""
        who = dict(row.why_params).get("who")
        if row.owner is None and who:
            return say(f"pathways.who_{who}", self._context.formatting)
        return row.owner.name if row.owner else self.tr("nobody")

    def outcome(self, outcome: str | None) -> str:
        """How a contact went."""
        return {
            "reached": self.tr("reached"),
            "left_message": self.tr("left message"),
            "no_answer": self.tr("no answer"),
            "wrong_number": self.tr("wrong number"),
            "declined": self.tr("declined"),
            "sent": self.tr("letter sent"),
        }.get(outcome or "", "")

    def use(self, use: str) -> str:
        """Where a number rings."""
        return {"home": self.tr("home"), "mobile": self.tr("mobile"), "work": self.tr("work")}.get(use, "")

    def contact(self, contact: ContactRow) -> str:
        """One contact in a line."""
        words = f"{self._context.formatting.date(contact.at)} {self.outcome(contact.outcome)} · {contact.by}"
        return f"{words}: {contact.note}" if contact.note else words

    def tries(self, row: WorkRow) -> str:
        """How often somebody tried."""
        return str(row.tries) if row.tries else ""

    def state(self, row: WorkRow) -> Chip:
        """The row's section as a chip."""
        words = {
            "critical": self.tr("Critical"),
            "handed_on": self.tr("Coordinator"),
            "here": self.tr("Here"),
            "overdue": self.tr("Not here") if row.key.endswith(":arrival") else self.tr("Overdue"),
            "due_today": self._today(row),
            "expected": self.tr("Waits") if row.kind == "wait_list" else self.tr("Expected"),
            "waiting": self.tr("Waiting"),
            "done_today": self.tr("Confirmed") if row.key.endswith(":confirm") else self.tr("Done"),
        }
        return Chip(_LEVELS[row.section], words[row.section])

    def _today(self, row: WorkRow) -> str:
        if row.kind == "wait_list":
            return self.tr("Time free")
        return self.tr("To confirm") if row.key.endswith(":confirm") else self.tr("Today")

    def sentence(self, row: WorkRow) -> str:
        """The whole row for a screen reader."""
        due = ", ".join(self.due(row).split("\n"))
        words = self.tr("{patient}, {what}, {due}, owner {owner}").format(
            patient=self.who(row), what=self.what_ranked(row), due=due, owner=self.owner(row)
        )
        tried = self.tried(row)
        return f"{words}, {tried}" if tried else words

    def tried(self, row: WorkRow) -> str:
        """How often somebody tried, and how the last try went; "" for never."""
        if not row.tries:
            return ""
        return ", ".join(filter(None, (self.tr("%n tries", "", row.tries), self.outcome(row.last_outcome))))

    def paper_columns(self) -> tuple[str, ...]:
        """Columns of the printed list."""
        return self.tr("Due"), self.tr("Patient"), self.tr("Phone"), self.tr("What")

    def columns(self) -> tuple[Column[WorkRow], ...]:
        """Columns of Today; those marked hidden appear when the window is wide."""
        return (
            Column("due", self.tr("Due"), self.due, width=16, copy=lambda row: str(row.due or ""), least="00-Mmm-0000"),
            Column("patient", self.tr("Patient"), self._patient, width=20, least="FERNÁNDEZ,"),
            Column("what", self.tr("What"), self.what_ranked, stretch=True),
            Column("why", self.tr("Why"), self.why, width=26, hidden=True),
            Column("owner", self.tr("Owner"), self.owner, width=10),
            Column("tries", self.tr("Tries"), self.tries, width=4, number=True, tip=self.tries_tip),
            Column("phone", self.tr("Phone"), self.phone, width=15, hidden=True),
            Column("state", self.tr("Status"), lambda _row: "", width=14, chip=self.state, hidden=True),
        )

    def queue_columns(self) -> tuple[Column[WorkRow], ...]:
        """Columns of a queue: where it stands, who, what to do and why, and how often somebody tried."""
        large, tries = self._context.theme.points >= _LARGE_POINTS, self.tr("Tries")
        return (
            Column("state", self.tr("Status"), lambda _row: "", lambda row: SECTIONS.index(row.section),
                   15, chip=self.state),
            Column("due", self.tr("Due"), self.due_shortly, lambda row: row.due, 11, tip=self.due_in_one,
                   copy=lambda row: str(row.due or ""), hidden=large),
            Column("patient", self.tr("Patient"), self.who, width=19, least="FERNÁNDEZ,"),
            Column("what", self.tr("What"), self.what_ranked, stretch=True),
            Column("tries", tries, self.tries, lambda row: row.tries, len(tries) + 2, number=True, tip=self.tries_tip,
                   hidden=large),
            Column("why", self.tr("Why"), self.why, width=34, hidden=True),
            Column("phone", self.tr("Phone"), self.phone, width=15, hidden=True),
            Column("best_time", self.tr("Best time"), lambda row: row.best_time or "", width=14, hidden=True),
            Column("owner", self.tr("Owner"), self.owner, width=12, hidden=True),
        )  # fmt: skip

    def finishing(self, row: WorkRow | None) -> str:
        """What the command that finishes a row is called: a visit of tomorrow is confirmed by it."""
        return self.tr("Conf&irmed") if row is not None and row.key.endswith(":confirm") else self.tr("Mark &done")

    def kind_choices(self) -> list[tuple[str, str]]:
        """The kinds of work one may filter by."""
        return [
            ("plan", self.tr("Plan")),
            ("referrals", self.tr("Referrals")),
            ("visits", self.tr("Visits")),
            ("results", self.tr("Results")),
            ("pathways", self.tr("Pathways")),
            ("team", self.tr("Team")),
        ]

    def nothing(self, work: Worklist) -> str:
        """What is said when nothing is due: the next item there is."""
        if work.next_row is None or work.next_row.due is None:
            return self.tr("Nothing is due and nothing is planned.")
        return self.tr("Nothing is due. Next: {date}, {what}, {patient}.").format(
            date=self._context.formatting.weekday_date(work.next_row.due),
            what=self.what(work.next_row),
            patient=self.who(work.next_row),
        )

    def who(self, row: WorkRow) -> str:
        """The patient in one line; what is about nobody in particular is the practice's."""
        return self._context.formatting.name(row.head) if row.head else self.tr("The practice")

    @staticmethod
    def phone(row: WorkRow) -> str:
        """The number that is rung first."""
        return (row.head.phone if row.head else None) or ""

    def _patient(self, row: WorkRow) -> str:
        shown, head = self._context.formatting, row.head
        if head is None:
            return self.who(row)
        given = f", {head.given}" if head.given else ""
        about = " ".join(part for part in (shown.age(head.birth_date), shown.sex_letter(head.sex)) if part)
        return f"{head.family.upper()}{given}\n{about}"

    def tries_tip(self, row: WorkRow) -> str:
        """How the last try went."""
        return self.outcome(row.last_outcome)

    def nodes(self, work: Worklist, rows: Sequence[WorkRow]) -> list[Node]:
        """Sections with their rows; critical, overdue and due today always show, also when empty."""
        counts = dict(work.counts)
        found = []
        for section in SECTIONS:
            inside = tuple(Node(row.key, row) for row in rows if row.section == section)
            count = counts.get(section, len(inside))
            if inside or count or section in ("overdue", "due_today"):
                heading = Heading(self.section(section), count, _LEVELS[section].value)
                found.append(Node(f"section:{section}", heading, inside, opened=section not in _CLOSED))
        return found
