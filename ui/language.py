"""The language of the screen: English or Spanish, changed while the program runs."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from ui.assets import asset

CTRL = QT_TRANSLATE_NOOP("QShortcut", "Ctrl")  # Qt's own Spanish says "Control": keyboards and our sentences do not
LANGUAGES = {"en": "English", "es": "Español"}


def system_language() -> str:
    """The computer's language when we have it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in LANGUAGES else "en"


class Language(QObject):
    """Installs the translations of one language at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.code = ""

    def use(self, code: str) -> None:
        """Change to a language of `LANGUAGES`; widgets made afterwards speak it."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        self.code = code if code in LANGUAGES else "en"
        QLocale.setDefault(QLocale(QLocale(self.code).language(), QLocale.Country.UnitedStates))  # 1.5, not 1,5
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"qtbase_{self.code}", qt_folder)
        self._install(f"icm_{self.code}", str(asset("translations")))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
