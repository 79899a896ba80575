"""Every word of the program exists in Spanish, and the compiled files are those of the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
import translate
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from icm_desktop.errors import UserError
from ui.formatting import Formatting
from ui.language import Language
from ui.messages import say, sentence

Message = tuple[str, str, ElementTree.Element]


def _messages(file: Path) -> Iterator[Message]:
    for context in ElementTree.parse(file).iter("context"):  # noqa: S314  own file
        for message in context.iter("message"):
            yield context.findtext("name", ""), message.findtext("source", ""), message


def _translations(message: ElementTree.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in {"unfinished", "vanished", "obsolete"}:
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the sources need, collected anew with the translations we have."""
    folder = tmp_path_factory.mktemp("translations")
    made = {}
    for language, plurals in (("es", False), ("en", True)):
        (folder / f"icm_{language}.ts").write_bytes((translate.FOLDER / f"icm_{language}.ts").read_bytes())
        made[language] = translate.update(language, plurals_only=plurals, folder=folder)
    return made


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """A language to change; English afterwards."""
    made = Language(qapp)
    yield made
    made.use("en")


def test_no_words_stand_where_they_are_not_collected() -> None:
    hidden = [
        f"{file.name}:{part.lineno}"
        for file in sorted((translate.ROOT / "ui").rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for part in ast.walk(text)
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr in ("tr", "translate")
    ]
    assert hidden == []  # words inside an f-string are not found, and stay English


def test_words_are_asked_for_where_they_are_collected() -> None:
    """A function of a file that asks for words by another name than `tr` hides them: they stay English."""
    hidden = [
        f"{file.name}:{part.lineno}"
        for file in sorted((translate.ROOT / "ui").rglob("*.py"))
        for part in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "_tr"
    ]
    assert hidden == []


def test_every_word_is_collected_for_the_class_that_asks_for_it(fresh: dict[str, Path]) -> None:
    homeless = [source for context, source, _ in _messages(fresh["es"]) if not context]
    assert homeless == []  # tr() of nobody's: never found, and stays English


@pytest.mark.parametrize("code", ["es", "en"])
def test_no_word_of_the_program_is_untranslated(fresh: dict[str, Path], code: str) -> None:
    missing = [
        f"{context}: {source}" for context, source, m in _messages(fresh[code]) if not all(_translations(m) or [""])
    ]
    assert missing == []


def test_translations_keep_every_placeholder(fresh: dict[str, Path]) -> None:
    wrong = []
    for context, source, message in _messages(fresh["es"]):
        for text in _translations(message):
            if sorted(re.findall(r"\{[^}]*\}|%n", source)) != sorted(re.findall(r"\{[^}]*\}|%n", text)):
                wrong.append(f"{context}: {source} / {text}")
    assert wrong == []


@pytest.mark.parametrize("code", ["es", "en"])
def test_the_compiled_file_is_that_of_its_source(tmp_path: Path, code: str) -> None:
    source = translate.FOLDER / f"icm_{code}.ts"
    compiled = translate.compile_file(source, tmp_path / "fresh.qm")
    assert compiled.read_bytes() == source.with_suffix(".qm").read_bytes(), "run packaging/translate.py"


def test_the_screen_speaks_spanish(language: Language) -> None:
    language.use("es")
    assert QCoreApplication.translate("SignInForm", "Sign in") == "Entrar"
    assert Formatting("UTC").month_names()[0] == "ene"
    assert "no es correcto" in sentence(UserError("db.wrong_password"))
    language.use("en")
    assert QCoreApplication.translate("SignInForm", "Sign in") == "Sign in"


def test_plurals_are_right_in_both_languages(language: Language) -> None:
    def told(number: int) -> str:
        return QCoreApplication.translate("FirstUserStep", "%n more character(s) needed.", "", number)

    language.use("en")
    assert (told(1), told(2)) == ("1 more character needed.", "2 more characters needed.")
    language.use("es")
    assert (told(1), told(2)) == ("Falta 1 carácter.", "Faltan 2 caracteres.")


def test_an_unknown_language_is_english(language: Language) -> None:
    language.use("xx")
    assert language.code == "en"


def test_a_code_without_a_sentence_still_says_something() -> None:
    assert "no.such_code" in say("no.such_code")
    assert "…" in say("access.no_such_user")
