"""The words of versions of the plan: how they stand, who answered what, who has a copy, what differs."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.plan_sheet import PlanReview
from icm_desktop.contracts.plan_versions import CopyRow, DifferenceRow, Signer, SignOffRow, VersionRow, VersionsView
from icm_desktop.domain.plan_versions import ACCEPTED, AGREED, DISSENTED, IN_SIGN_OFF, NO_ANSWER, PATIENT
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.concern_words import ConcernWords
from ui.pages.plan_words import PlanWords
from ui.tables.base import Chip
from ui.widgets.fact_paint import Fact

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class PlanVersionWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._plan, self._concerns = PlanWords(context), ConcernWords()

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PlanVersionWords", text, note, number)

    # lists to choose from

    def risks(self) -> dict[str, str]:
        """Levels of risk."""
        return {"high": self.tr("High"), "medium": self.tr("Medium"), "low": self.tr("Low")}

    def answers(self) -> dict[str, str]:
        """What one who was asked may answer."""
        return {
            ACCEPTED: self.tr("Agrees"),
            DISSENTED: self.tr("Does not agree"),
            NO_ANSWER: self.tr("No answer came"),
        }

    def ways(self) -> dict[str, str]:
        """How an answer came."""
        return {
            "in_person": self.tr("In person"), "phone": self.tr("Phone"), "video": self.tr("Video call"),
            "letter": self.tr("Letter"), "fax": self.tr("Fax"), "email": self.tr("E-mail"),
            "portal": self.tr("Portal"),
        }  # fmt: skip

    def receivers(self) -> dict[str, str]:
        """Who can receive a copy."""
        return {
            "patient": self.tr("Patient"), "caregiver": self.tr("Caregiver"),
            "member": self.tr("Member of the team"), "other": self.tr("Somebody else"),
        }  # fmt: skip

    def copy_ways(self) -> dict[str, str]:
        """How a copy is given."""
        return {
            "paper": self.tr("On paper"), "mail": self.tr("By mail"), "fax": self.tr("Fax"),
            "email": self.tr("E-mail"), "portal": self.tr("Portal"), "read_aloud": self.tr("Read aloud"),
        }  # fmt: skip

    # versions

    def state(self, row: VersionRow) -> Chip:
        """How a version stands."""
        if not row.intact:
            return Chip(Level.HIGH, self.tr("Content was altered"))
        if row.state == IN_SIGN_OFF:
            return Chip(Level.INFO, self.tr("In sign-off"))
        if row.state == AGREED:
            return Chip(Level.CAUTION if row.dissents else Level.GOOD, self.tr("Agreed"))
        return Chip(Level.NEUTRAL, self.tr("Replaced"))

    def standing(self, row: VersionRow) -> str:
        """Who still owes an answer, and how many do not agree."""
        parts = []
        if row.state == IN_SIGN_OFF:
            answered = len(row.sign_offs) - row.waiting
            parts.append(self.tr("{some} of {all} answered").format(some=answered, all=len(row.sign_offs)))
        if row.dissents:
            parts.append(self.tr("%n do not agree", "", row.dissents))
        return ", ".join(parts)

    def version(self, row: VersionRow) -> Fact:
        """A version in a list."""
        day = self._context.formatting.date(row.frozen_on)
        made = self.tr("{date} by {name}").format(date=day, name=row.frozen_by)
        title = self.tr("Version {number}").format(number=row.number)
        lines = (made, self.standing(row), row.reason or "")
        return Fact(str(row.id), title, tuple(line for line in lines if line), self.state(row), strong=True)

    def draft(self, view: VersionsView) -> Fact:
        """The plan as it is now."""
        if view.changed is None:
            told = self.tr("Not put to the team yet")
        elif view.changed:
            told = self.tr("%n change(s) since the newest version", "", view.changed)
        else:
            told = self.tr("Nothing changed since the newest version")
        level = Level.CAUTION if view.changed else Level.NEUTRAL
        return Fact("now", self.tr("The plan as it is now"), (told,), Chip(level, self.tr("Draft")), strong=True)

    @staticmethod
    def role(one: SignOffRow | Signer) -> str:
        """What somebody is on the team, in the language of the screen."""
        spanish = QLocale().language() == QLocale.Language.Spanish
        return (one.role_es if spanish else "") or one.role or ""

    def sign_off(self, row: SignOffRow) -> Fact:
        """Who was asked, and the answer."""
        levels = {ACCEPTED: Level.GOOD, DISSENTED: Level.HIGH, NO_ANSWER: Level.NEUTRAL}
        if row.answer is None:
            chip = Chip(Level.CAUTION, self.tr("Your answer") if row.mine else self.tr("Waits"))
        else:
            chip = Chip(levels[row.answer], self.answers()[row.answer])
        role = self.tr("Patient") if row.party == PATIENT else self.role(row)
        about = " · ".join(part for part in (role, row.organization or "") if part)
        return Fact(str(row.id), row.name, tuple(line for line in (about, self._came(row), row.reason or "") if line),
                    chip)  # fmt: skip

    def _came(self, row: SignOffRow) -> str:
        if row.answered_on is None:
            return ""
        day = self._context.formatting.date(row.answered_on)
        parts = [day, self.ways().get(row.how or "", "")]
        if row.answered_by and row.answered_by != row.name:
            parts.append(self.tr("said by {name}").format(name=row.answered_by))
        if row.recorded_by and row.recorded_by != row.name:
            parts.append(self.tr("written down by {name}").format(name=row.recorded_by))
        return " · ".join(part for part in parts if part)

    def copy(self, row: CopyRow) -> Fact:
        """Who received it, how and when."""
        who = ", ".join(part for part in (row.to_name, row.to_organization or "") if part)
        how = self.copy_ways().get(row.how, row.how)
        day = self._context.formatting.date(row.given_on)
        without = self.tr("without sensitive lines") if row.without_sensitive else ""
        given = self.tr("given by {name}").format(name=row.given_by)
        line = " · ".join(part for part in (self.receivers().get(row.to_kind, ""), how, day, given, without) if part)
        return Fact(str(row.id), who, tuple(part for part in (line, row.note or "") if part))

    def review(self, review: PlanReview) -> str:
        """When it is reviewed next, and at which risk."""
        if review.review_due is None:
            return self.tr("No day for the next review")
        day = self._context.formatting.date(review.review_due)
        risk = self.risks().get(review.risk or "", "")
        if not risk:
            return self.tr("Next review {date}").format(date=day)
        return self.tr("Next review {date} ({risk} risk)").format(date=day, risk=risk.lower())

    # what differs

    def difference(self, row: DifferenceRow, place: int) -> Fact:
        """What became of one line, fact by fact."""
        chip = {
            "added": Chip(Level.GOOD, self.tr("New")), "changed": Chip(Level.INFO, self.tr("Changed")),
            "ended": Chip(Level.NEUTRAL, self.tr("Ended")), "removed": Chip(Level.CAUTION, self.tr("Taken off")),
        }[row.what]  # fmt: skip
        lines = [self._change(each.fact, each.before, each.after) for each in row.changes]
        section = self.sections()[row.section]
        return Fact(f"{place}", f"{section}: {row.title}", tuple(lines), chip)

    def sections(self) -> dict[str, str]:
        """Parts of a plan."""
        return {
            "concern": self.tr("Concern"), "goal": self.tr("Goal"), "action": self.tr("Action"),
            "barrier": self.tr("Barrier"), "part": self.tr("About the patient"), "team": self.tr("Team"),
        }  # fmt: skip

    def _change(self, fact: str, before: str | None, after: str | None) -> str:
        name, old, new = self._facts().get(fact, fact), self._value(fact, before), self._value(fact, after)
        if not old:
            return self.tr("{fact}: {new}").format(fact=name, new=new)
        if not new:
            return self.tr("{fact}: no longer {old}").format(fact=name, old=old)
        return self.tr("{fact}: {new}, before {old}").format(fact=name, new=new, old=old)

    def _facts(self) -> dict[str, str]:
        return {
            "kind": self.tr("Kind"), "words": self.tr("In the patient's words"), "text": self.tr("Text"),
            "problem": self.tr("On the problem list"), "status": self.tr("Status"), "priority": self.tr("Priority"),
            "owner": self.tr("Owner"), "note": self.tr("Note"), "target": self.tr("Target"), "due": self.tr("Due"),
            "achievement": self.tr("How it goes"), "baseline": self.tr("At the start"),
            "confidence": self.tr("How sure, 0 to 10"), "help": self.tr("What would help"), "role": self.tr("Role"),
            "organization": self.tr("Organization"), "phone": self.tr("Phone"), "under": self.tr("Belongs to"),
        }  # fmt: skip

    def _value(self, fact: str, value: str | None) -> str:
        """A stored value in words: codes by their list, days as the screen shows them."""
        if not value:
            return ""
        coded = {
            "status": self._plan.statuses() | self._plan.action_statuses() | self._concerns.statuses(),
            "achievement": self._plan.achievements(),
            "priority": self._concerns.priorities(),
            "kind": self._concerns.kinds() | self._concerns.barrier_kinds(),
            "owner": {"patient": self.tr("Patient")},
        }.get(fact, {})
        return coded.get(value) or _DAY.sub(lambda day: self._context.formatting.partial_date(day[0]), value)
