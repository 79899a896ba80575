"""One question of a rule: what it is about, how many or which value, within how many days, or not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from icm_desktop.domain.populations import COMPARED, COMPARISONS, COUNTED, LISTED, WITHIN, Ask, Kind
from ui.context import AppContext
from ui.dialogs.choose_several import ChooseSeveral
from ui.pages.populations_words import PopulationWords
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import FlowLayout

_ONE = (Kind.RESULT, Kind.MEASURED)
_USUAL = {
    Kind.EMERGENCY: 365, Kind.STAYS: 365, Kind.DISCHARGED: 30, Kind.VISITS: 365, Kind.CONTACT: 30, Kind.RESULT: 365,
    Kind.MEASURED: 180, Kind.PLAN_REVIEW: 1,
}  # fmt: skip
_LONGEST, _HIGHEST = 36_500, 10_000
_LANGUAGES = ("en", "es", "zh", "vi", "ko", "ru", "ht", "ar", "fr", "pt")
_SEXES = ("female", "male", "other", "unknown")


class RuleLine(QWidget):
    """A line of the form; `changed` when it asks something else, `removed` when it is to go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, context: AppContext, words: PopulationWords, *, first: bool) -> None:
        super().__init__()
        self._words = words
        self._of: tuple[str, ...] = ()
        self._unfollowed: int | None = None
        self.joined, self.kind, self.compare = QComboBox(), QComboBox(), QComboBox()
        self.without = QCheckBox(self.tr("not"))
        self.which, self.count = Button(), QSpinBox()
        self.value, self.days = QDoubleSpinBox(), QSpinBox()
        self.gone = IconButton("x", self.tr("Take this line away"))
        self.without.setMinimumSize(context.theme.px(40), context.theme.px(26))
        self._fill()
        row = FlowLayout(self, gap=context.theme.px(6))
        for part in (self.joined, self.without, self.kind, self.which, self.compare, self.value, self.count, self.days,
                     self.gone):  # fmt: skip
            row.addWidget(part)
        self._wire()
        if first:
            self.be_first()
        self._turn()

    def _fill(self) -> None:
        self.joined.addItem(self.tr("and"), False)
        self.joined.addItem(self.tr("or"), True)
        self.joined.setAccessibleName(self.tr("Joined to the line above by"))
        for kind, words in self._kinds():
            self.kind.addItem(words, kind)
        self.kind.setAccessibleName(self.tr("What the line is about"))
        for one in COMPARISONS:
            self.compare.addItem({">=": "≥", "<=": "≤"}.get(one, one), one)
        self.compare.setAccessibleName(self.tr("Compared"))
        self.value.setRange(0, _HIGHEST)
        self.value.setDecimals(1)
        self.value.setAccessibleName(self.tr("Value"))
        self.count.setRange(1, 99)
        self.count.setPrefix(self.tr("at least "))
        self.count.setAccessibleName(self.tr("At least how many"))
        self.days.setRange(0, _LONGEST)
        self.days.setSpecialValueText(self.tr("ever"))
        self.days.setSuffix(self.tr(" days"))
        self.days.setAccessibleName(self.tr("Within how many days"))

    def _kinds(self) -> Sequence[tuple[Kind, str]]:
        return (
            (Kind.CONDITIONS, self.tr("Conditions")),
            (Kind.RESULT, self.tr("Last value of")),
            (Kind.MEASURED, self.tr("Was measured")),
            (Kind.MEDICINES, self.tr("Medicines")),
            (Kind.EMERGENCY, self.tr("Days with an emergency visit")),
            (Kind.STAYS, self.tr("Stays in hospital")),
            (Kind.DISCHARGED, self.tr("Came out of hospital")),
            (Kind.VISITS, self.tr("Visits here")),
            (Kind.CONTACT, self.tr("Reached or seen")),
            (Kind.NEXT_VISIT, self.tr("A visit is booked")),
            (Kind.NEEDS, self.tr("Social needs")),
            (Kind.OVERDUE_STEPS, self.tr("Overdue pathway steps")),
            (Kind.IN_PATHWAY, self.tr("In a pathway")),
            (Kind.SHOULD_BE_IN_PATHWAY, self.tr("Should be in a pathway and is not")),
            (Kind.IN_PROGRAM, self.tr("In a program")),
            (Kind.PLAN_REVIEW, self.tr("Plan review due since")),
            (Kind.HAS_PLAN, self.tr("Has a care plan")),
            (Kind.LATE_REFERRALS, self.tr("Referrals past their limit")),
            (Kind.AGE, self.tr("Age")),
            (Kind.SEX, self.tr("Sex")),
            (Kind.LANGUAGE, self.tr("Language")),
        )

    def _wire(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _at: self._chosen_kind())
        self.which.clicked.connect(lambda _on=False: self.choose())
        self.gone.clicked.connect(lambda _on=False: self.removed.emit())
        for box in (self.joined, self.compare):
            box.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.without.toggled.connect(lambda _on: self.changed.emit())
        for spin in (self.count, self.days):
            spin.valueChanged.connect(lambda _value: self.changed.emit())
        self.value.valueChanged.connect(lambda _value: self.changed.emit())

    def be_first(self) -> None:
        """The first line is joined to nothing."""
        self.joined.setCurrentIndex(0)
        self.joined.hide()

    @property
    def alternative(self) -> bool:
        """Whether it belongs to the line above: one of them is enough."""
        return bool(self.joined.currentData())

    def _chosen_kind(self) -> None:
        self._of, self._unfollowed = (), None
        self.count.setValue(1)
        self.days.setValue(_USUAL.get(self._now(), 0))
        self._turn()

    def _now(self) -> Kind:
        return Kind(self.kind.currentData())

    def _turn(self) -> None:
        """Show the inputs that this kind of question has."""
        kind = self._now()
        self.which.setVisible(kind in LISTED)
        self.compare.setVisible(kind in COMPARED)
        self.value.setVisible(kind in COMPARED)
        self.count.setVisible(kind in COUNTED)
        self.days.setVisible(kind in WITHIN)
        names = ", ".join(self._words.name(LISTED.get(kind, ""), one) for one in self._of)
        short = names if len(names) <= 40 else self.tr("{count} chosen").format(count=len(self._of))
        needed = kind in (Kind.CONDITIONS, *_ONE, Kind.SEX, Kind.LANGUAGE)
        choose = self.tr("Choose…")
        self.which.setText(short or (choose if needed else self.tr("any")))
        self.which.setAccessibleName(names or choose)
        self.changed.emit()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """What may be named."""
        named = LISTED.get(self._now(), "")
        if named in ("languages", "sexes"):
            return tuple(
                (one, self._words.name(named, one)) for one in (_LANGUAGES if named == "languages" else _SEXES)
            )
        lists = self._words.choices.lists if self._words.choices is not None else {}
        return tuple((one.id, self._words.pick(one.words)) for one in lists.get(named, ()))

    def choose(self) -> None:
        """Ask which."""
        dialog = ChooseSeveral(self.kind.currentText(), self.choices(), self._of, self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    def take(self, codes: Sequence[str]) -> None:
        """What the question is about; of a measurement only one."""
        self._of = tuple(codes[:1] if self._now() in _ONE else codes)
        self._turn()

    def ask(self) -> Ask:
        """The question as it stands."""
        kind = self._now()
        days = self.days.value() or None
        return Ask(
            kind,
            of=self._of if kind in LISTED else (),
            at_least=self.count.value() if kind in COUNTED else 1,
            compare=str(self.compare.currentData()) if kind in COMPARED else "",
            value=self.value.value() if kind in COMPARED else None,
            days=days if kind in WITHIN else None,
            without=self.without.isChecked(),
            unfollowed_days=self._unfollowed,
        )

    def show_ask(self, one: Ask, *, alternative: bool) -> None:
        """Show a question of a saved rule."""
        self.joined.setCurrentIndex(int(alternative))
        self.kind.setCurrentIndex(self.kind.findData(one.kind))
        self._of, self._unfollowed = one.of, one.unfollowed_days
        self.count.setValue(one.at_least)
        self.compare.setCurrentIndex(max(self.compare.findData(one.compare), 0))
        self.value.setValue(one.value or 0)
        self.days.setValue(one.days or 0)
        self.without.setChecked(one.without)
        self._turn()
