"""Colours, type sizes and spacing as tokens: light, dark and high contrast. Nothing else names a colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.assets import asset
from ui.style import ClinicStyle

MIN_POINTS, USUAL_POINTS, MAX_POINTS = 9, 10, 20
FAMILY = "Inter"
_FONT_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
_SIZES = {"display": 1.8, "title": 1.4, "section": 1.15, "body": 1.0, "small": 0.9, "mono": 1.0}
_OWN_FONT = ("QMenuBar", "QMenu", "QStatusBar", "QToolTip", "QHeaderView", "QTabBar", "QToolButton", "QListView")
_SEMIBOLD = {"display", "title", "section"}


class ThemeName(StrEnum):
    """What a person can choose; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours; the chip colours come as text and ground."""

    window: str
    base: str
    alternate: str
    banner: str
    rail: str
    rail_text: str
    rail_selected: str
    text: str
    text_2: str
    placeholder: str
    divider: str
    border: str
    accent: str
    link: str
    on_accent: str
    selection: str
    selection_text: str
    focus: str
    focus_on_selection: str
    disabled: str
    critical: str
    critical_ground: str
    high: str
    high_ground: str
    caution: str
    caution_ground: str
    good: str
    good_ground: str
    info: str
    info_ground: str
    neutral: str
    neutral_ground: str
    monochrome_selection: bool = False


LIGHT = Tokens(
    window="#F4F6F8", base="#FFFFFF", alternate="#F7F9FB", banner="#E7EEF6", rail="#1F2E40", rail_text="#FFFFFF",
    rail_selected="#34506E", text="#16202B", text_2="#4A5765", placeholder="#66727F", divider="#C7D0D9",
    border="#7B8794", accent="#0B5CAD", link="#0B5CAD", on_accent="#FFFFFF", selection="#D3E5F8",
    selection_text="#0B2A4A", focus="#0B5CAD", focus_on_selection="#0B5CAD", disabled="#8A949E",
    critical="#A3141B", critical_ground="#FDECEC", high="#8A3D00", high_ground="#FDF0E1", caution="#6B5200",
    caution_ground="#FFF6D6", good="#1B6B3A", good_ground="#E5F4EA", info="#0B5CAD", info_ground="#E6F0FB",
    neutral="#4A5765", neutral_ground="#ECEFF2",
)  # fmt: skip
DARK = Tokens(
    window="#161B21", base="#1C2229", alternate="#222932", banner="#1E2B3A", rail="#0F141A", rail_text="#FFFFFF",
    rail_selected="#24476B", text="#E8EDF2", text_2="#AEB9C5", placeholder="#929EAB", divider="#3A4450",
    border="#7C8896", accent="#6CB2F5", link="#7FBCF7", on_accent="#08192B", selection="#24476B",
    selection_text="#F2F7FC", focus="#8CC4FA", focus_on_selection="#8CC4FA", disabled="#6F7A86",
    critical="#FF9C9C", critical_ground="#451A1D", high="#FFB578", high_ground="#43290F", caution="#F2D46B",
    caution_ground="#3B3210", good="#84D6A0", good_ground="#16341F", info="#8CC4FA", info_ground="#15304C",
    neutral="#C0C9D3", neutral_ground="#2D353F",
)  # fmt: skip
CONTRAST = Tokens(
    window="#000000", base="#000000", alternate="#000000", banner="#000000", rail="#000000", rail_text="#FFFFFF",
    rail_selected="#1AEBFF", text="#FFFFFF", text_2="#FFFFFF", placeholder="#D0D0D0", divider="#FFFFFF",
    border="#FFFFFF", accent="#FFFF00", link="#FFFF00", on_accent="#000000", selection="#1AEBFF",
    selection_text="#000000", focus="#FFFF00", focus_on_selection="#000000", disabled="#3FF23F",
    critical="#FF9C9C", critical_ground="#000000", high="#FFB578", high_ground="#000000", caution="#FFFF00",
    caution_ground="#000000", good="#3FF23F", good_ground="#000000", info="#1AEBFF", info_ground="#000000",
    neutral="#FFFFFF", neutral_ground="#000000", monochrome_selection=True,
)  # fmt: skip
_TOKENS = {ThemeName.LIGHT: LIGHT, ThemeName.DARK: DARK, ThemeName.CONTRAST: CONTRAST}


class Theme(QObject):
    """The theme of the application; there is one, `Theme.current()`."""

    theme_changed = Signal()
    _current: Theme | None = None

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._hints = QGuiApplication.styleHints()
        self._name = ThemeName.LIGHT
        self._points = USUAL_POINTS
        self._family = _load_fonts()
        application.setStyle(ClinicStyle())
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self.apply(ThemeName.SYSTEM, USUAL_POINTS)

    @classmethod
    def current(cls) -> Theme:
        """The application's theme, made on first use."""
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise RuntimeError("the application must exist before its theme")
        if cls._current is None or cls._current.parent() is not application:
            cls._current = cls(application)
        return cls._current

    @property
    def name(self) -> ThemeName:
        """What was chosen."""
        return self._name

    @property
    def points(self) -> int:
        """Root text size in points."""
        return self._points

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return _TOKENS[self.effective]

    @property
    def effective(self) -> ThemeName:
        """The theme in use: SYSTEM resolved to light or dark."""
        if self._name is not ThemeName.SYSTEM:
            return self._name
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return ThemeName.DARK if dark else ThemeName.LIGHT

    def apply(self, name: ThemeName | None = None, points: int | None = None) -> None:
        """Use this theme and text size everywhere at once."""
        self._name = name or self._name
        self._points = min(max(points or self._points, MIN_POINTS), MAX_POINTS)
        self._application.setPalette(palette(self.tokens))
        for kind in _OWN_FONT:  # some platforms give these fonts of their own, which do not follow the text size
            self._application.setFont(self.font("body"), kind)  # type: ignore[arg-type]  # the stub wants bytes
        self._application.setFont(self.font("body"))
        self.theme_changed.emit()

    def colour(self, token: str) -> QColor:
        """The colour of a token, such as "text_2"."""
        return QColor(str(getattr(self.tokens, token)))

    def font(self, kind: str = "body", *, tabular: bool = False) -> QFont:
        """The font of a kind of type ("display", "title", "section", "body", "small", "mono")."""
        font = QFont(self._family)
        font.setPointSizeF(max(self._points * _SIZES[kind], MIN_POINTS))
        font.setWeight(QFont.Weight.DemiBold if kind in _SEMIBOLD else QFont.Weight.Normal)
        if tabular or kind == "mono":
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def px(self, pixels: float) -> int:
        """Scale a size designed for 10 pt text to the chosen text size."""
        return round(pixels * self._points / USUAL_POINTS)

    def chip_colours(self, level: str) -> tuple[QColor, QColor]:
        """Text and ground of a chip level."""
        return self.colour(level), self.colour(f"{level}_ground")

    def _system_changed(self) -> None:
        if self._name is ThemeName.SYSTEM:
            self.apply()


def _load_fonts() -> str:
    families: list[str] = []
    for name in _FONT_FILES:
        path = asset("fonts", name)
        if path.exists():
            families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return FAMILY if FAMILY in families else QGuiApplication.font().family()


def palette(tokens: Tokens) -> QPalette:
    """The Qt palette of a theme for the active, inactive and disabled groups."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, QColor(str(getattr(tokens, token))))
    disabled = QColor(tokens.disabled)
    for role in (_R.WindowText, _R.Text, _R.ButtonText, _R.PlaceholderText, _R.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    for role in (_R.Highlight, _R.Accent):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.divider))
    return made


_R = QPalette.ColorRole
_ROLES = {
    _R.Window: "window", _R.WindowText: "text", _R.Base: "base", _R.AlternateBase: "alternate", _R.Text: "text",
    _R.Button: "base", _R.ButtonText: "text", _R.BrightText: "critical", _R.Highlight: "selection",
    _R.HighlightedText: "selection_text", _R.Link: "link", _R.LinkVisited: "link", _R.ToolTipBase: "base",
    _R.ToolTipText: "text", _R.PlaceholderText: "placeholder", _R.Accent: "accent", _R.Light: "base",
    _R.Midlight: "alternate", _R.Mid: "divider", _R.Dark: "border", _R.Shadow: "border",
}  # fmt: skip
