"""Who the screen is about: the full-width banner of a chart and the one-line banner of every dialog that writes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.chart import Allergies, Banner
from icm_desktop.contracts.common import PatientHead
from ui.context import AppContext
from ui.feedback import Level
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.photograph import Photograph
from ui.widgets.status_chip import StatusChip

MOST_CHIPS = 3
_PHOTO_SIDE = 56
_LONG_NAME = 60  # letters; a longer one takes two lines
_ORDER = tuple(Level)
SEVERITY = {"high": Level.HIGH, "caution": Level.CAUTION, "info": Level.INFO}


class PatientBanner(QWidget):
    """Name, born and age, sex, record number; beneath preferred name, allergies and alerts. Never covered.

    With a photograph where the practice turned photographs on: it helps to see whose chart this is.
    """

    chip_clicked = Signal(str)  # key of the alert, or "allergies", "similar_name"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deceased = False
        self.chips_shown: tuple[str, ...] = ()
        self.setObjectName("patient_banner")
        self.photo = Photograph(context, _PHOTO_SIDE, self)
        self._name = Text("title", parent=self)
        px = context.theme.px
        self._facts = FlowLayout(gap=px(20), row_gap=px(2))
        self._second = FlowLayout(gap=px(8))
        self._lay_out()
        context.theme.theme_changed.connect(self.update)

    def _lay_out(self) -> None:
        theme = self._context.theme
        self._top = top = QHBoxLayout()
        top.setSpacing(theme.px(24))
        top.addWidget(self._name)
        top.addStretch(1)
        facts = QVBoxLayout()  # the facts stand on the line the name stands on
        facts.setContentsMargins(0, self._lower(), 0, 0)
        facts.addLayout(self._facts)
        facts.addStretch(1)
        top.addLayout(facts)
        words = QVBoxLayout()
        words.setSpacing(theme.px(6))
        words.addLayout(top)
        words.addLayout(self._second)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        whole.setSpacing(theme.px(12))
        whole.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)

    def _lower(self) -> int:
        name, fact = (QFontMetrics(self._context.theme.font(kind)) for kind in ("title", "body"))
        return max(name.ascent() - fact.ascent(), 0)

    def show_banner(self, banner: Banner, alerts: tuple[tuple[str, Level, str], ...] = ()) -> None:
        """Show a patient; `alerts` are (key, level, word) chips, the most severe first three are shown."""
        head, shown = banner.head, self._context.formatting
        self._deceased = head.deceased
        name = shown.name(head)
        self._name.setText(name)
        self._name.setWordWrap(len(name) > _LONG_NAME)  # a name is never cut, and never makes the window wider
        self._top.setStretchFactor(self._name, 100 * int(len(name) > _LONG_NAME))
        _clear(self._facts)
        born = shown.partial_date(head.birth_date)
        age = "" if head.deceased else shown.age(head.birth_date)
        self._add_fact(self.tr("Born"), f"{born} ({age})" if age else born)
        if head.deceased:
            self._add_fact(self.tr("Died"), self._died(head))
        self._add_fact(self.tr("Sex"), shown.sex(head.sex))
        self._add_fact(self.tr("Record no."), head.record_number)
        if head.language or banner.interpreter_needed == "yes":
            self._add_fact(self.tr("Language"), self._language(banner))
        for one in banner.synced:
            when = shown.date_time(one.at) if one.at is not None else self.tr("not yet")
            self._add_fact(self.tr("Last synced"), f"{one.partner}, {when}")
        self.photo.show_of(head.id, banner.photo_id)
        self._fill_second(banner, alerts)
        self.setAccessibleName(self._spoken(head))
        self.update()

    def _died(self, head: PatientHead) -> str:
        shown = self._context.formatting
        if not head.deceased_on:
            return self.tr("date not known")
        try:
            day = shown.full_date(head.deceased_on)
        except ValueError:
            return shown.partial_date(head.deceased_on)
        age = shown.age(head.birth_date, day)
        died = shown.partial_date(head.deceased_on)
        return self.tr("{date}, aged {age}").format(date=died, age=age) if age else died

    def _language(self, banner: Banner) -> str:
        name = self._context.formatting.language(banner.head.language)
        needed = banner.interpreter_needed == "yes"
        return self.tr("{language}, interpreter").format(language=name) if needed else name

    def _spoken(self, head: PatientHead) -> str:
        shown = self._context.formatting
        return self.tr("Patient {name}, born {born}, sex {sex}, record number {number}").format(
            name=shown.name(head),
            born=shown.partial_date(head.birth_date),
            sex=shown.sex(head.sex),
            number=head.record_number,
        )

    def _add_fact(self, label: str, value: str) -> None:
        holder = QWidget(self)
        pair = QHBoxLayout(holder)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(self._context.theme.px(6))
        pair.addWidget(Text("body", label, tone="text_2", parent=holder))
        pair.addWidget(Text("body", value, strong=True, selectable=True, parent=holder))
        self._facts.addWidget(holder)

    def _fill_second(self, banner: Banner, alerts: tuple[tuple[str, Level, str], ...]) -> None:
        _clear(self._second)
        if banner.head.preferred_name:
            self._second.addWidget(Text("body", self.tr("Preferred name"), tone="text_2", parent=self))
            self._second.addWidget(Text("body", banner.head.preferred_name, parent=self))
        chips = [(f"alert:{row.id}", SEVERITY[row.severity], row.text) for row in banner.alerts]
        chips += alerts
        if banner.outdated_pages:
            words = self.tr("%n outdated page(s) in hand", "", banner.outdated_pages)
            chips.append(("outdated_pages", Level.CAUTION, words))
        if banner.differences:
            chips.append(("differences", Level.CAUTION, self.tr("%n facts told otherwise", "", banner.differences)))
        if (again := banner.readmission) is not None:
            shown = self._context.formatting
            words = self.tr("Readmitted {day}, day {days} after a discharge")
            chips.append(("readmission", Level.HIGH, words.format(day=shown.date(again.began), days=again.days)))
        if any(one.problem for one in banner.synced):
            names = ", ".join(one.partner for one in banner.synced if one.problem)
            chips.append(("not_synced", Level.CAUTION, self.tr("Not synced now: {partner}").format(partner=names)))
        if banner.similar_name:
            chips.append(("similar_name", Level.CAUTION, self.tr("Similar name on file")))
        if banner.allergies is not None:
            level, words = self._allergy_words(banner.allergies)
            self._add_chip("allergies", level, words)
        chips.sort(key=lambda chip: _ORDER.index(chip[1]))
        self.chips_shown = tuple(key for key, _level, _words in chips[:MOST_CHIPS])
        for key, level, words in chips[:MOST_CHIPS]:
            self._add_chip(key, level, words)
        if len(chips) > MOST_CHIPS:
            more = self.tr("+%n more", "", len(chips) - MOST_CHIPS)
            self._second.addWidget(Text("small", more, tone="text_2", parent=self))

    def _allergy_words(self, allergies: Allergies) -> tuple[Level, str]:
        """Recorded, known none, or never asked: three texts, never blank."""
        if allergies.state == "some":
            told = [f"{item.text} ({item.reaction})" if item.reaction else item.text for item in allergies.items[:3]]
            more = len(allergies.items) - 3
            if more > 0:
                told.append(self.tr("+%n more", "", more))
            return Level.CRITICAL, self.tr("Allergy: {list}").format(list=", ".join(told))
        if allergies.state == "none":
            day = self._context.formatting.date(allergies.none_known_on)
            return Level.GOOD, self.tr("No known allergies ({date})").format(date=day) if day else self.tr(
                "No known allergies"
            )
        return Level.HIGH, self.tr("Allergies not recorded")

    def _add_chip(self, key: str, level: Level, words: str) -> None:
        chip = StatusChip(level, words, self, clickable=True)
        chip.clicked.connect(lambda: self.chip_clicked.emit(key))
        chip.setToolTip(words)
        chip.setMinimumWidth(self._context.theme.px(80))  # narrower than its words in a narrow window: the tip has all
        self._second.addWidget(chip)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._context, deceased=self._deceased)


class MicroBanner(QWidget):
    """One line with name, born, sex and number, on top of every dialog that writes to a patient."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deceased = head.deceased
        shown = context.formatting
        row = QHBoxLayout(self)
        row.setContentsMargins(context.theme.px(12), context.theme.px(6), context.theme.px(12), context.theme.px(6))
        row.setSpacing(context.theme.px(14))
        name = shown.name(head)
        long = len(name) > _LONG_NAME
        row.addWidget(Text("body", name, strong=True, wrap=long, parent=self), int(long))
        age = shown.age(head.birth_date)
        born = shown.partial_date(head.birth_date)
        row.addWidget(Text("body", f"{born} ({age})" if age else born, parent=self))
        row.addWidget(Text("body", shown.sex(head.sex), parent=self))
        row.addWidget(Text("body", head.record_number, parent=self))
        row.addStretch(int(not long))
        self.setAccessibleName(
            self.tr("Patient {name}, born {born}, record number {number}").format(
                name=shown.name(head), born=born, number=head.record_number
            )
        )
        context.theme.theme_changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, self._context, deceased=self._deceased)


def paint_ground(widget: QWidget, context: AppContext, *, deceased: bool) -> None:
    """The banner's ground: its own colour, a rule beneath, a pattern for the deceased and for practice data."""
    theme, painter = context.theme, QPainter(widget)
    painter.fillRect(widget.rect(), theme.chip_colours("neutral")[1] if deceased else theme.colour("banner"))
    if deceased:
        hatch = theme.colour("divider")
        painter.fillRect(widget.rect(), QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    rule = 3 if theme.tokens.monochrome_selection else 1
    line = QRectF(0, widget.height() - rule, widget.width(), rule)
    painter.fillRect(line, theme.colour("divider"))
    if context.session.is_practice_data:
        stripe = QRectF(0, 0, widget.width(), theme.px(4))
        painter.fillRect(stripe, QBrush(QColor(theme.tokens.high), Qt.BrushStyle.BDiagPattern))


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
