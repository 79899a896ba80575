"""The words of the About tab: rows become facts a list can show, each with where it came from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import (
    About,
    AddressRow,
    AlertRow,
    Choices,
    Coded,
    ConsentRow,
    ContactPersonRow,
    CoverageRow,
    NameRow,
    TelecomRow,
)
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.chart_words import ChartWords
from ui.pages.reach_words import ReachWords
from ui.tables.base import Chip
from ui.widgets.banner import SEVERITY
from ui.widgets.fact_paint import Fact


class AboutWords:
    """Facts about a person in the language of the screen."""

    def __init__(self, context: AppContext, choices: Choices) -> None:
        self._shown, self._choices = context.formatting, choices
        self._origin, self._reach = ChartWords(context).origin, ReachWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("AboutWords", text, note, number)

    # the person

    def names(self, about: About) -> list[Fact]:
        """The legal name, the preferred one, and every other with its dates."""
        head = about.head
        legal = " ".join(part for part in (head.prefix, head.given, head.family, about.suffix) if part)
        facts = [
            Fact("names:legal", legal, aside=self.tr("legal name"), strong=True, tip=self._origin(about.provenance))
        ]
        if head.preferred_name:
            facts.append(Fact("names:preferred", head.preferred_name, aside=self.tr("preferred name")))
        if about.identity.pronouns:
            facts.append(Fact("names:pronouns", about.identity.pronouns, aside=self.tr("pronouns")))
        others = [row for row in about.names if not self._repeats(row, about)]
        return [*facts, *(self._name(row) for row in others)]

    @staticmethod
    def _repeats(row: NameRow, about: About) -> bool:
        """The row behind the legal or the preferred name, which is shown already."""
        head = about.head
        same = row.family == head.family and (row.given or "") == (head.given or "")
        return (same and row.use in (None, "official", "usual")) or (
            row.use == "nickname" and head.preferred_name in (row.given, row.family) and not (row.given and row.family)
        )

    def _name(self, row: NameRow) -> Fact:
        words = " ".join(part for part in (row.prefix, row.given, row.family, row.suffix) if part)
        use = {
            "maiden": self.tr("before marriage"), "old": self.tr("former name"), "nickname": self.tr("nickname"),
            "usual": self.tr("usual name"), "temp": self.tr("temporary name"),
            "anonymous": self.tr("protected name"),
        }.get(row.use or "", self.tr("other name"))  # fmt: skip
        aside = " · ".join(part for part in (use, self.dates(row.starts_on, row.ends_on)) if part)
        return Fact(f"name:{row.id}", words, aside=aside, tip=self._origin(row.provenance))

    def identity(self, about: About) -> list[Fact]:
        """Every fact with its label; what nobody asked says so."""
        now, of, asked = about.identity, self._choices.words, self.tr("not asked")
        sex = self._shown.sex(now.sex) if now.sex else asked
        lines = [
            ("born", self.tr("Born: {value}"), self._shown.partial_date(now.birth_date)),
            ("sex", self.tr("Sex for administration: {value}"), sex),
            ("birth_sex", self.tr("Sex at birth: {value}"), of("birth_sex", now.birth_sex)),
            ("gender", self.tr("Gender identity: {value}"), of("gender_identity", now.gender_identity)),
            ("orientation", self.tr("Sexual orientation: {value}"), of("sexual_orientation", now.sexual_orientation)),
            ("race", self.tr("Race: {value}"), self.categories("race", now.race)),
            ("ethnicity", self.tr("Ethnicity: {value}"), self.categories("ethnicity", now.ethnicity)),
            ("marital", self.tr("Marital status: {value}"), of("marital_status", now.marital_status)),
        ]
        if now.multiple_birth:
            lines.append(("birth", self.tr("Multiple birth: number {value}"), str(now.multiple_birth)))
        tip = self._origin(about.provenance)
        return [Fact(f"identity:{key}", words.format(value=value or asked), tip=tip) for key, words, value in lines]

    def categories(self, name: str, coded: tuple[Coded, ...]) -> str:
        """Race or ethnicity in the language of the screen; finer categories in their own words."""
        known = dict(self._choices.of(name))
        return ", ".join(known.get(code or "", text) for code, text in coded)

    def death(self, about: About) -> list[Fact]:
        """Nothing for the living."""
        if not about.death.deceased:
            return []
        day = self._shown.partial_date(about.death.died_on) if about.death.died_on else self.tr("date not known")
        words = self.tr("Died: {date}").format(date=day)
        return [Fact("death:", words, (about.death.note,) if about.death.note else (), strong=True)]

    def identifiers(self, about: About) -> list[Fact]:
        """Our record number and what others call the person."""
        ours = Fact("record:", about.head.record_number, aside=self.tr("our record number"))
        return [ours, *(Fact(f"number:{at}", value, aside=name) for at, (name, value) in enumerate(about.identifiers))]

    # reaching

    def telecom(self, row: TelecomRow) -> Fact:
        """A number with its use; the best one is marked, one no longer used too."""
        use = dict(self._reach.telecom_uses()).get(row.use or "", "").lower()
        kind = (
            "" if row.system == "phone" else dict(self._reach.systems()).get(row.system or "", row.system or "").lower()
        )
        aside = " · ".join(part for part in (kind, use, self.dates(row.starts_on, row.ends_on)) if part)
        chip = Chip(Level.GOOD, self.tr("Best")) if row.best else None
        chip = Chip(Level.NEUTRAL, self.tr("Not in use")) if not row.in_use else chip
        lines = (row.note,) if row.note else ()
        return Fact(f"telecom:{row.id}", row.value, lines, chip, aside=aside, tip=self._origin(row.provenance))

    def address(self, row: AddressRow) -> Fact:
        """An address in one or two lines."""
        place = " ".join(part for part in (row.state, row.postal_code) if part)
        parts = [part for part in (row.line or row.text, row.city, place, row.country) if part]
        use = dict(self._reach.address_uses()).get(row.use or "", "").lower()
        aside = " · ".join(part for part in (use, self.dates(row.starts_on, row.ends_on)) if part)
        chip = None if row.in_use else Chip(Level.NEUTRAL, self.tr("Not in use"))
        return Fact(f"address:{row.id}", ", ".join(parts), chip=chip, aside=aside, tip=self._origin(row.provenance))

    def preferences(self, about: About) -> list[Fact]:
        """Language and how to reach; the voicemail rule always."""
        now, shown = about.preferences, self._shown
        language = shown.language(now.language) if now.language else self.tr("not asked")
        needed = {"yes": self.tr("interpreter needed"), "no": self.tr("no interpreter needed")}.get(
            now.interpreter_needed or "", ""
        )
        if now.interpreter_language and needed:
            needed += f" ({shown.language(now.interpreter_language)})"
        facts = [Fact("preferences:language", self.tr("Language: {value}").format(value=language), aside=needed)]
        chip = Chip(Level.CRITICAL, self.tr("Do not call")) if now.do_not_call else None
        facts.append(Fact("preferences:voicemail", self._reach.voicemail(now.voicemail_rule), chip=chip))
        channel = dict(self._reach.channels()).get(now.preferred_channel or "", now.preferred_channel or "")
        for key, words, value in (
            ("channel", self.tr("Reach by: {value}"), channel),
            ("best_time", self.tr("Best time: {value}"), now.best_time),
            ("note", self.tr("Note: {value}"), now.contact_note),
            ("large_print", self.tr("Print: {value}"), self.tr("large print") if now.large_print else ""),
        ):
            if value:
                facts.append(Fact(f"preferences:{key}", words.format(value=value)))
        return facts

    def contact(self, row: ContactPersonRow) -> Fact:
        """Who, how they are related, what they may and may not hear, and whether their authority holds."""
        relation = self._choices.words("relationship", row.relationship_code) or row.relationship_text or ""
        topics = dict(self._choices.of("topic"))
        told = (
            row.relationship_text
            if row.relationship_text and row.relationship_text.casefold() != relation.casefold()
            else ""
        )
        authority = self._choices.words("authority", row.authority) if row.authority else ""
        lines = [" · ".join(part for part in (row.phone, row.email) if part), told or ""]
        if row.may:
            lines.append(
                self.tr("May hear: {topics}").format(topics=", ".join(topics.get(one, one) for one in row.may))
            )
        if row.may_not:
            lines.append(self.tr("Not: {topics}").format(topics=", ".join(topics.get(one, one) for one in row.may_not)))
        lines += [self.dates(row.starts_on, row.ends_on), row.note or "", self._origin(row.provenance)]
        chip = Chip(Level.INFO, authority) if authority else None
        if row.is_emergency and chip is None:
            chip = Chip(Level.INFO, self.tr("Emergency contact"))
        if row.state == "expired":
            chip = Chip(Level.NEUTRAL, self.tr("Ended"))
        name = row.name or row.phone or ""
        detail = tuple(line for line in lines if line)
        return Fact(
            f"contact:{row.id}", name, detail, chip, strong=True, aside=relation, tip=self._origin(row.provenance)
        )

    # agreements

    def coverage(self, row: CoverageRow) -> Fact:
        """Who pays, the plan, the member number, and whether it holds today."""
        title = row.payer or row.plan or ""
        kind = self._choices.words("coverage_kind", row.kind)
        plan = row.plan if row.plan and row.plan != title else ""
        number = self.tr("member {number}").format(number=row.member_id) if row.member_id else ""
        group = self.tr("group {number}").format(number=row.group_number) if row.group_number else ""
        insured = self.tr("insured: {name}").format(name=row.subscriber) if row.subscriber else ""
        lines = [
            " · ".join(part for part in (plan, kind) if part and part != title),
            " · ".join(part for part in (number, group, row.phone) if part),
            insured, self.dates(row.starts_on, row.ends_on), row.note or "", self._origin(row.provenance),
        ]  # fmt: skip
        order = f"{row.position}. " if row.position else ""
        detail = tuple(line for line in lines if line)
        return Fact(
            f"coverage:{row.id}", order + title, detail, self.state(row.state), strong=True,
            tip=self._origin(row.provenance),
        )  # fmt: skip

    def consent(self, row: ConsentRow) -> Fact:
        """What about, whether it holds today and until when, with whom, what not, and who took it."""
        if row.hidden:
            dates = self.dates(row.starts_on or row.given_on, row.expires_on)
            detail = tuple(line for line in (self.tr("Ask a coordinator or a clinician."), dates) if line)
            return Fact("", self.tr("Consent about something sensitive"), detail, self.state(row.state), strong=True)
        topics = dict(self._choices.of("topic"))
        title = self._choices.words("consent_scope", row.scope) or row.text or self.tr("Consent")
        with_whom = self.tr("With {people}").format(people=", ".join(row.recipients)) if row.recipients else ""
        covers = ", ".join(topics.get(one, one) for one in row.covers)
        excludes = ", ".join(topics.get(one, one) for one in row.excludes)
        how = self._choices.words("consent_how", row.given_how) if row.given_how else ""
        given = self._shown.partial_date(row.given_on) if row.given_on else ""
        taken = self.tr("taken by {name}").format(name=row.taken_by) if row.taken_by else ""
        lines = [
            row.text if row.text and row.text != title else "", with_whom,
            self.tr("Only: {topics}").format(topics=covers) if covers else "",
            self.tr("Not: {topics}").format(topics=excludes) if excludes else "",
            " · ".join(part for part in (given, how, row.given_by or "", taken) if part),
            self.dates(row.starts_on if row.starts_on != row.given_on else None, row.expires_on),
            *self._part_2(row), self._revoked(row), row.note or "", self._origin(row.provenance),
        ]  # fmt: skip
        detail = tuple(line for line in lines if line)
        key, tip = f"consent:{row.id}", self._origin(row.provenance)
        state = Chip(Level.HIGH, self.tr("Not valid")) if row.lacks and row.state == "valid" else self.state(row.state)
        return Fact(key, title, detail, state, strong=True, tip=tip)

    def _part_2(self, row: ConsentRow) -> Iterator[str]:
        """What for, to whom as a class, until what happens, and what 42 CFR 2.31 misses in it."""
        if row.purpose:
            purpose = self._choices.words("consent_purpose", row.purpose) or row.purpose
            yield self.tr("For: {purpose}").format(purpose=purpose)
        if row.recipient_class:
            yield self.tr("With who treats and pays, as a class")
        if row.expiry_event:
            yield self.tr("Until: {event}").format(event=row.expiry_event)
        if row.lacks:
            named = dict(self._choices.of("consent_element"))
            what = "; ".join(named.get(one, one) for one in row.lacks)
            yield self.tr("Lets nothing about substance use leave: it lacks {what}").format(what=what)

    def _revoked(self, row: ConsentRow) -> str:
        if not row.revoked_on:
            return ""
        words = self.tr("Revoked {date}: {reason}")
        return words.format(date=self._shown.partial_date(row.revoked_on), reason=row.revoked_reason or "")

    def alert(self, row: AlertRow) -> Fact:
        """The alert with its severity; one that is over says so."""
        kind = self._choices.words("alert_category", row.category)
        booking = self.tr("shown when a visit is booked") if row.when_booking else ""
        clinical = self.tr("not shown to front desk") if row.clinical else ""
        lines = [
            " · ".join(part for part in (kind, booking, clinical) if part), row.note or "",
            self.dates(row.starts_on, row.ends_on), self._origin(row.provenance),
        ]  # fmt: skip
        chip = Chip(SEVERITY[row.severity], self.severity(row.severity)) if row.active else self.state("expired")
        detail = tuple(line for line in lines if line and line != row.text)
        return Fact(f"alert:{row.id}", row.text, detail, chip, tip=self._origin(row.provenance))

    def severity(self, severity: str) -> str:
        """The word of a severity."""
        return {"high": self.tr("High"), "caution": self.tr("Caution"), "info": self.tr("Info")}[severity]

    def state(self, state: str) -> Chip:
        """What something is worth today, as a chip."""
        return {
            "valid": Chip(Level.GOOD, self.tr("Valid today")),
            "future": Chip(Level.INFO, self.tr("Not yet")),
            "expired": Chip(Level.NEUTRAL, self.tr("Ended")),
            "revoked": Chip(Level.HIGH, self.tr("Revoked")),
            "refused": Chip(Level.HIGH, self.tr("Refused")),
            "not_in_force": Chip(Level.NEUTRAL, self.tr("Not in force")),
        }.get(state, Chip(Level.CAUTION, self.tr("Date not clear")))

    def dates(self, starts_on: str | None, ends_on: str | None) -> str:
        """ "from … until …" with what is known."""
        starts = self._shown.partial_date(starts_on) if starts_on else ""
        ends = self._shown.partial_date(ends_on) if ends_on else ""
        if starts and ends:
            return self.tr("from {start} until {end}").format(start=starts, end=ends)
        if starts:
            return self.tr("from {start}").format(start=starts)
        return self.tr("until {end}").format(end=ends) if ends else ""
