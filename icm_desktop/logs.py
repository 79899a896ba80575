"""The program's own log: ids, counts and names of use cases, never names, dates of birth or free text."""

from __future__ import annotations

import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path


class _QuietHandler(RotatingFileHandler):
    """A log that cannot be written must neither stop the work nor print its lines on the screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Let the line go."""


def start_log(state_folder: Path, process: str) -> None:
    """Log this process to `<state>/logs/<process>.log`, half a megabyte and two older ones; without a disk, nowhere."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    folder = state_folder / "logs"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _QuietHandler(folder / f"{process}.log", maxBytes=512_000, backupCount=2, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root.addHandler(handler)
