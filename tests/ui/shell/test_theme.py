"""Colours can be told apart and read; text sizes stay in range."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from ui.feedback import Level
from ui.shapes import SHAPES, paint_shape
from ui.theme import CONTRAST, DARK, LIGHT, MAX_POINTS, MIN_POINTS, Theme, ThemeName, Tokens, palette
from ui.widgets.status_chip import StatusChip

THEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark"), pytest.param(CONTRAST, id="contrast")]
TEXT_PAIRS = [
    ("text", "base"), ("text", "window"), ("text", "alternate"), ("text", "banner"), ("text_2", "base"),
    ("text_2", "banner"), ("text_2", "window"), ("placeholder", "base"), ("link", "base"), ("on_accent", "accent"),
    ("selection_text", "selection"), ("rail_text", "rail"), *((level.value, "base") for level in Level),
    *((level.value, f"{level.value}_ground") for level in Level),
]  # fmt: skip
SHAPE_PAIRS = [("border", "base"), ("border", "window"), ("focus", "base"), ("focus_on_selection", "selection")]


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES)
@pytest.mark.parametrize(("line", "ground"), SHAPE_PAIRS)
def test_borders_and_focus_can_be_seen(tokens: Tokens, line: str, ground: str) -> None:
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_quiet_and_critical_text_stay_readable_on_the_selection(tokens: Tokens) -> None:
    assert contrast(tokens.text_2, tokens.selection) >= 4.5
    assert contrast(tokens.critical, tokens.selection) >= 4.5


def test_in_high_contrast_the_selection_uses_one_colour_only() -> None:
    assert CONTRAST.monochrome_selection
    assert contrast(CONTRAST.critical, CONTRAST.selection) < 3  # the reason for the rule


def _silhouette(level: Level) -> bytes:
    image = QImage(32, 32, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_shape(painter, level, QRectF(4, 4, 24, 24), QColor("black"), QColor("white"))
    painter.end()
    return bytes(image.constBits())


def test_every_status_differs_in_shape_without_colour(qapp: QApplication) -> None:
    assert len(set(SHAPES.values())) == len(Level)
    for one, other in itertools.combinations(Level, 2):
        differing = sum(a != b for a, b in zip(_silhouette(one), _silhouette(other), strict=True))
        assert differing > 30, (one, other)


def test_a_chip_says_its_word(qtbot) -> None:
    chip = StatusChip(Level.HIGH, "Overdue", clickable=True)
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Overdue"
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Return)


@pytest.mark.parametrize("tokens", THEMES)
def test_the_palette_covers_every_group(qapp: QApplication, tokens: Tokens) -> None:
    made = palette(tokens)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        assert made.color(group, QPalette.ColorRole.Window).name().upper() == tokens.window
        assert made.color(group, QPalette.ColorRole.PlaceholderText).name().upper() == tokens.placeholder
        assert made.color(group, QPalette.ColorRole.Accent).name().upper() == tokens.accent
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name().upper() == tokens.disabled


def test_changing_the_theme_changes_the_application_and_is_told(qapp: QApplication, qtbot) -> None:
    theme = Theme.current()
    with qtbot.waitSignal(theme.theme_changed):
        theme.apply(ThemeName.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.base
    theme.apply(ThemeName.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == LIGHT.base


def test_the_text_size_stays_between_nine_and_twenty_points(qapp: QApplication) -> None:
    theme = Theme.current()
    theme.apply(points=3)
    assert theme.points == MIN_POINTS
    theme.apply(points=90)
    assert theme.points == MAX_POINTS
    assert theme.font("small").pointSizeF() == 18
    theme.apply(points=10)
    assert theme.font("small").pointSizeF() == 9
    assert theme.font("title").pointSizeF() == 14
    assert qapp.font().pointSizeF() == 10
