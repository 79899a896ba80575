"""The words of reaching a person: kinds and uses of numbers, channels, and the voicemail rule."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import CallRules, Choices, ContactPersonRow
from ui.context import AppContext

LANGUAGES = ("en", "es", "ar", "zh", "fr", "de", "ht", "hi", "ko", "pt", "ru", "tl", "vi")
Pairs = tuple[tuple[str, str], ...]


class ReachWords:
    """Words of reaching in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ReachWords", text, note, number)

    def systems(self) -> Pairs:
        """Kinds of number or address."""
        return (
            ("phone", self.tr("Phone")), ("email", self.tr("E-mail")), ("sms", self.tr("Text messages")),
            ("fax", self.tr("Fax")), ("pager", self.tr("Pager")), ("url", self.tr("Web page")),
            ("other", self.tr("Other")),
        )  # fmt: skip

    def telecom_uses(self) -> Pairs:
        """Uses of a number."""
        return (
            ("mobile", self.tr("Mobile")), ("home", self.tr("Home")), ("work", self.tr("Work")),
            ("temp", self.tr("For a time")), ("old", self.tr("No longer used")),
        )  # fmt: skip

    def address_uses(self) -> Pairs:
        """Uses of an address."""
        return (
            ("home", self.tr("Home")), ("work", self.tr("Work")), ("billing", self.tr("Billing")),
            ("temp", self.tr("For a time")), ("old", self.tr("No longer used")),
        )  # fmt: skip

    def channels(self) -> Pairs:
        """Ways to reach somebody."""
        return (
            ("phone", self.tr("Phone")), ("sms", self.tr("Text messages")), ("email", self.tr("E-mail")),
            ("mail", self.tr("Letter")), ("portal", self.tr("Portal")),
        )  # fmt: skip

    def voicemail_choices(self) -> Pairs:
        """The three rules, as a form words them."""
        return (
            ("no_message", self.tr("Leave no message")),
            ("name_and_number", self.tr("Only name and call-back number")),
            ("details_allowed", self.tr("Details may be left")),
        )  # fmt: skip

    def voicemail(self, rule: str | None) -> str:
        """The rule as an instruction to whoever calls; not asked is the careful one."""
        return {
            "no_message": self.tr("Voicemail: leave no message."),
            "name_and_number": self.tr("Voicemail: only your name and the call-back number. No health details."),
            "details_allowed": self.tr("Voicemail: details may be left."),
        }.get(rule or "", self.tr("Voicemail: not asked. Leave only your name and the call-back number."))

    def call_lines(self, rules: CallRules) -> list[tuple[str, str]]:
        """What must be known before calling, as (level, sentence), the most important first."""
        shown = self._context.formatting
        lines = [("critical", self.tr("Do not call."))] if rules.do_not_call else []
        lines.append(
            ("caution" if rules.voicemail_rule == "details_allowed" else "high", self.voicemail(rules.voicemail_rule))
        )
        lines += rules.warnings
        if rules.interpreter_needed == "yes":
            language = shown.language(rules.language)
            lines.append(("caution", self.tr("Interpreter: {language}").format(language=language or "…")))
        if rules.preferred_channel:
            channel = dict(self.channels()).get(rules.preferred_channel, rules.preferred_channel)
            lines.append(("info", self.tr("Prefers: {channel}").format(channel=channel)))
        if rules.best_time:
            lines.append(("info", self.tr("Best time: {time}").format(time=rules.best_time)))
        if rules.note:
            lines.append(("info", rules.note))
        return lines

    def person(self, row: ContactPersonRow, choices: Choices) -> str:
        """ "Lucía Peña · Daughter · 555-010-3778 · health care proxy · may hear: visits · not: mental health"."""
        topics = dict(choices.of("topic"))
        relation = row.relationship_text or choices.words("relationship", row.relationship_code)
        parts = [row.name or "", relation, row.phone or ""]
        if row.is_emergency:
            parts.append(self.tr("emergency contact"))
        if row.authority:
            parts.append(choices.words("authority", row.authority))
        if row.may:
            parts.append(
                self.tr("may hear: {topics}").format(topics=", ".join(topics.get(one, one) for one in row.may))
            )
        if row.may_not:
            parts.append(self.tr("not: {topics}").format(topics=", ".join(topics.get(one, one) for one in row.may_not)))
        parts.append(row.note or "")
        return " · ".join(part for part in parts if part)
