"""Many pictures on one: all screens of a look, or one screen in all looks. `python -m ui.tour.look_sheets OUT`."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader, QPainter

from ui.tour import looks

_CELL = QSize(400, 250)  # of a window of 1280 by 800
_WORDS, _GAP = 22, 8
_PAPER, _INK = QColor("#7a7f87"), QColor("#ffffff")  # neither a light nor a dark window melts into it


def of_look(pictures: Sequence[Path]) -> QImage:
    """Every screen of one look."""
    return sheet([(picture.stem, picture) for picture in pictures])


def of_screens(out: Path) -> dict[str, list[tuple[str, Path]]]:
    """The pictures of each screen: look and file, in the order of the looks."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for name in looks.names():
        for file in sorted((out / name).glob("*.png")):
            if file.name != looks.SHEET:
                found.setdefault(re.sub(r"^\d+-", "", file.stem), []).append((name, file))
    return found


def sheet(pictures: Sequence[tuple[str, Path]]) -> QImage:
    """Small pictures with their names under them, in rows."""
    columns = max(1, min(6, len(pictures)))
    rows = max(1, math.ceil(len(pictures) / columns))
    wide, high = _CELL.width() + _GAP, _CELL.height() + _WORDS + _GAP
    made = QImage(columns * wide + _GAP, rows * high + _GAP, QImage.Format.Format_RGB32)
    made.fill(_PAPER)
    painter = QPainter(made)
    painter.setPen(_INK)
    for number, (name, file) in enumerate(pictures):
        left, top = _GAP + number % columns * wide, _GAP + number // columns * high
        painter.drawImage(left, top, _small(file))
        words = QRect(left, top + _CELL.height(), _CELL.width(), _WORDS)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    return made


def _small(file: Path) -> QImage:
    reader = QImageReader(str(file))
    size = reader.size()
    picture = reader.read()
    if size.width() > _CELL.width() or size.height() > _CELL.height():
        picture = picture.scaled(_CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return picture


def main(out: Path) -> int:
    """One sheet for each screen, in the folder `screens`."""
    application = QGuiApplication([sys.argv[0]])
    folder = out / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    for name, pictures in of_screens(out).items():
        sheet(pictures).save(str(folder / f"{name}.png"))
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
