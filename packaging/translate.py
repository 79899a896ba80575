"""Brings the translation files up to date with the words of the program and compiles them.

`python packaging/translate.py` collects every tr() of ui/ and every sentence of icm_desktop/words, and compiles the
.qm files.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
WORDS_CONTEXT = "Words"
WORDS_FILE = "icm_words.py"
COMMAND_LINE_ONLY = "cli."


def words_source() -> str:
    """The sentences of icm_desktop/words as a file lupdate can read."""
    sys.path.insert(0, str(ROOT))
    from icm_desktop import words
    from ui.messages import UNKNOWN

    shown = {text for code, text in words.sentences().items() if not code.startswith(COMMAND_LINE_ONLY)}
    lines = [f"QT_TRANSLATE_NOOP({WORDS_CONTEXT!r}, {text!r})" for text in sorted({*shown, UNKNOWN})]
    return "\n".join(lines) + "\n"


def tool(name: str) -> str:
    """The Qt tool beside this Python."""
    return str(Path(sys.executable).with_name(name))


def update(language: str, *, plurals_only: bool = False, folder: Path = FOLDER) -> Path:
    """Collect the words into `icm_<language>.ts`; vanished ones are dropped, translations kept."""
    target = folder / f"icm_{language}.ts"
    with tempfile.TemporaryDirectory() as scratch:
        words = Path(scratch) / WORDS_FILE
        words.write_text(words_source(), encoding="utf-8")
        sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py"))] + [str(words)]
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
        if plurals_only:
            options.append("-pluralonly")
        command = [tool("pyside6-lupdate"), *options, *sources, "-ts", str(target)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def compile_file(source: Path, target: Path) -> Path:
    """Compile a .ts file into a .qm file."""
    command = [tool("pyside6-lrelease"), "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def main() -> None:
    """Update and compile English (plurals) and Spanish."""
    for language, plurals_only in (("en", True), ("es", False)):
        source = update(language, plurals_only=plurals_only)
        compile_file(source, source.with_suffix(".qm"))


if __name__ == "__main__":
    main()
