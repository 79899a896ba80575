"""Sentences every topic needs."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: dict[str, object] = {
    "permissions.denied": QT_TRANSLATE_NOOP("Words", "Your role may not do this. Ask an administrator."),
    "jobs.cancelled": QT_TRANSLATE_NOOP("Words", "Stopped. What was done up to now is kept."),
}
