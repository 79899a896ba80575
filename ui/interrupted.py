"""What somebody wants to go on with: the draft that the next form of its kind takes at once."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Interrupted(QObject):
    """The form and the patient of a draft, from the command that resumes it until its form opens."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[str, int | None] | None = None

    def want(self, form: str, patient_id: int | None) -> None:
        """The next form of this name and patient goes on with its draft."""
        self._wanted = (form, patient_id)

    def take(self, form: str, patient_id: int | None) -> bool:
        """Whether this form was meant; once only."""
        if self._wanted != (form, patient_id):
            return False
        self._wanted = None
        return True
