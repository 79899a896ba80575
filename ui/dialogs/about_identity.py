"""The form for birth, sex and gender, race and ethnicity: each fact for itself; "declined" is an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.demographics import About, Choices, Coded, Identity
from icm_desktop.contracts.demographics_requests import SaveIdentity
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.register_patient_input import read_birth_date

_ALONE = ("UNK", "ASKU")


class IdentityDialog(PersonForm):
    """Facts a person is asked for; what nobody asked stays empty."""

    def __init__(self, context: AppContext, about: About, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(context, about.head, "about:identity", parent)
        self._about = about
        self.setWindowTitle(self.tr("Birth, sex and gender, race and ethnicity"))
        left, right = self.columns()
        now = about.identity
        day = now.birth_date or ""
        born = context.formatting.partial_date(day) if len(day) >= 10 else day
        self._born_shown = born
        self.line("birth_date", self.tr("&Born"), born, left, check=self._check_birth)
        sexes = (
            ("female", self.tr("Female")),
            ("male", self.tr("Male")),
            ("other", self.tr("Other")),
            ("unknown", self.tr("Unknown")),
        )
        self.choice("sex", self.tr("Se&x for administration"), sexes, now.sex, left)
        self.choice("birth_sex", self.tr("Sex at bi&rth"), choices.of("birth_sex"), now.birth_sex, left)
        self.choice(
            "gender_identity", self.tr("&Gender identity"), choices.of("gender_identity"), now.gender_identity, left
        )
        orientation = choices.of("sexual_orientation")
        self.choice("sexual_orientation", self.tr("Sexual &orientation"), orientation, now.sexual_orientation, left)
        self.line("pronouns", self.tr("&Pronouns"), now.pronouns, left)
        self.choice(
            "marital_status", self.tr("&Marital status"), choices.of("marital_status"), now.marital_status, left
        )
        births = (
            ("0", self.tr("Born alone")), ("1", self.tr("First of several")), ("2", self.tr("Second")),
            ("3", self.tr("Third")), ("4", self.tr("Fourth")), ("5", self.tr("Fifth")),
        )  # fmt: skip
        order = None if now.multiple_birth is None else str(now.multiple_birth)
        self.choice("multiple_birth", self.tr("T&win or multiple birth"), births, order, left)
        self._race = _Categories(now.race, choices.of("race"))
        self._ethnicity = _Categories(now.ethnicity, choices.of("ethnicity"))
        for name, label, categories in (
            ("race", self.tr("R&ace, all that apply"), self._race),
            ("ethnicity", self.tr("&Ethnicity"), self._ethnicity),
        ):
            self.checks(name, label, categories.choices, categories.chosen, right, alone=_ALONE, columns=1)
        self.made(800, "birth_date")

    def _check_birth(self) -> str:
        typed, today = self.text("birth_date") or "", self.context.formatting.today()
        born = read_birth_date(typed, today)
        if typed and typed != self._born_shown and born is None:
            return self.tr("Enter a day or a year, for example 3/4/1958 or 1958.")
        edit = self.fields["birth_date"].edit
        if born is not None and len(born) == 10 and isinstance(edit, QLineEdit):
            edit.setText(self.context.formatting.partial_date(born))
        return ""

    def _born(self) -> str | None:
        typed = self.text("birth_date") or ""
        if typed == self._born_shown:
            return self._about.identity.birth_date
        return read_birth_date(typed, self.context.formatting.today())

    def save(self) -> None:
        order = self.code("multiple_birth")
        identity = Identity(
            birth_date=self._born(), multiple_birth=int(order) if order is not None else None,
            marital_status=self.code("marital_status"), sex=self.code("sex"), birth_sex=self.code("birth_sex"),
            gender_identity=self.code("gender_identity"), sexual_orientation=self.code("sexual_orientation"),
            pronouns=self.text("pronouns"), race=self._race.coded(self.codes("race")),
            ethnicity=self._ethnicity.coded(self.codes("ethnicity")),
        )  # fmt: skip
        request = SaveIdentity(self.row.patient_id, self._about.version, identity)
        self.run("services.demographics.save_identity", request)


class _Categories:
    """Stored categories and a list to choose from, as tick boxes: a finer imported one has a box of its own."""

    def __init__(self, stored: tuple[Coded, ...], listed: tuple[tuple[str, str], ...]) -> None:
        known = {code for code, _ in listed}
        self._stored = {code or text: (code, text) for code, text in stored}
        finer = tuple((key, text) for key, (_code, text) in self._stored.items() if key not in known)
        self.choices = (*listed, *finer)
        self.chosen = tuple(self._stored)

    def coded(self, chosen: tuple[str, ...]) -> tuple[Coded, ...]:
        """The chosen ones; words that came with the data stay."""
        words = dict(self.choices)
        return tuple(self._stored.get(key, (key, words.get(key, key))) for key in chosen)
