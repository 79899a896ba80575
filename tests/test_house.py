"""The rules of the house that no other checker knows: who imports what, what is never written, how long a file is."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.sources import CHECKOUT, PRODUCT, Source, sources

# The only places that may import a library. The contracts in pyproject.toml say the same about chains of imports.
HOMES = {
    "PySide6": ("ui",),
    "shiboken6": ("ui",),
    "sqlalchemy": (
        *("db", "icm_desktop.bootstrap", "icm_desktop.holding", "icm_desktop.rekeying"),
        *("icm_desktop.services", "icm_desktop.queries"),
    ),
    "alembic": ("db",),
    "sqlcipher3": ("db",),
    "argon2": ("db",),
    "cryptography": ("db",),
    "keyring": ("db", "icm_desktop.doctor"),
    "reportlab": ("icm_desktop.reports",),
    "icalendar": ("icm_desktop.exchange",),
    "httpx": ("icm_desktop.exchange.live",),
    "jwt": ("icm_desktop.exchange.live",),
}
# What the window may import of the practice: values, rules and names, nothing that opens a database.
FOR_THE_WINDOW = (
    "icm_desktop.__version__",
    "icm_desktop.catalogue",
    "icm_desktop.changes",
    "icm_desktop.contracts",
    "icm_desktop.domain",
    "icm_desktop.errors",
    "icm_desktop.logs",
    "icm_desktop.paths",
    "icm_desktop.permissions",
    "icm_desktop.settings",
    "icm_desktop.words",
    "icm_desktop.worker",
)
# Loaded code or data from outside turned into code or objects, or XML with its traps open.
NEVER_IMPORTED = ("pickle", "marshal", "shelve", "dill", "yaml", "xml.etree", "xml.dom", "xml.sax", "lxml", "sqlite3")
NEVER_CALLED = ("eval", "exec", "extractall", "setHtml", "insertHtml", "toHtml")
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 350, 50
HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "cryptography", "keyring", "argon2", "httpx", "jwt", "db")


def _inside(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def _places(found: Iterator[str]) -> list[str]:
    return sorted(set(found))


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_only_in_its_home(library: str) -> None:
    strangers = (
        f"{source.path} imports {name}"
        for source in sources(*PRODUCT)
        if not source.within(*HOMES[library])
        for name in source.imports()
        if _inside(name, (library,))
    )
    assert _places(strangers) == []


def test_the_domain_imports_the_standard_library_only() -> None:
    allowed = (*sys.stdlib_module_names, "icm_desktop.domain")
    found = (
        f"{source.path} imports {name}"
        for source in sources("icm_desktop/domain")
        for name in source.imports()
        if not _inside(name, allowed) and name != "icm_desktop"
    )
    assert _places(found) == []


def test_the_window_knows_only_values_rules_and_names_of_the_practice() -> None:
    found = (
        f"{source.path} imports {name}"
        for source in sources("ui")
        for name in source.imports()
        if _inside(name, ("icm_desktop", "db")) and name != "icm_desktop" and not _inside(name, FOR_THE_WINDOW)
    )
    assert _places(found) == []


def test_importing_the_whole_window_loads_no_database_no_key_and_no_pdf_writer() -> None:
    modules = [source.module for source in sources("ui")]
    program = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        f"print(sorted({{name.partition('.')[0] for name in sys.modules}} & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=CHECKOUT, check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr


@pytest.mark.parametrize("module", NEVER_IMPORTED)
def test_dangerous_readers_are_never_imported(module: str) -> None:
    found = (source.path for source in sources(*PRODUCT) for name in source.imports() if _inside(name, (module,)))
    assert _places(found) == []


@pytest.mark.parametrize("function", NEVER_CALLED)
def test_dangerous_functions_are_never_called(function: str) -> None:
    found = (
        f"{source.path}:{line}"
        for source in sources(*PRODUCT)
        for line, name, node in source.calls()
        # `exec` as a method is how Qt runs its loop.
        if name == function and (function != "exec" or isinstance(node.func, ast.Name))
    )
    assert _places(found) == []


def test_labels_are_made_in_one_place_that_makes_them_plain_text() -> None:
    found = (
        f"{source.path}:{line}"
        for source in sources("ui")
        for line, name, node in source.calls()
        if name in {"QLabel", "QMessageBox"} or ast.unparse(node.func).startswith("QMessageBox.")
    )
    assert _places(found) == []
    (labels,) = (source for source in sources("ui") if source.module == "ui.widgets.labels")
    assert "setTextFormat(Qt.TextFormat.PlainText)" in labels.text
    rich = (
        source.path
        for source in sources("ui")
        for word in ("RichText", "AutoText")
        if f"TextFormat.{word}" in source.text
    )
    assert _places(rich) == []


def test_paragraphs_of_pages_are_made_in_one_place_that_escapes_them() -> None:
    makers = {source.path for source in sources(*PRODUCT) for _, name, _ in source.calls() if name == "Paragraph"}
    assert len(makers) <= 1, makers
    assert all("escape" in source.text for source in sources("icm_desktop") if source.path in makers)


def _built(node: ast.expr) -> bool:
    """Whether an argument is a string put together on the spot."""
    formatted = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format"
    return formatted or isinstance(node, (ast.JoinedStr, ast.BinOp))


def test_sql_is_never_put_together_from_pieces_outside_the_database_package() -> None:
    found = (
        f"{source.path}:{line}"
        for source in sources(*PRODUCT)
        if not source.within("db")
        for line, name, node in source.calls()
        if name in {"execute", "exec_driver_sql"} or (name == "text" and isinstance(node.func, ast.Name))
        if any(_built(argument) for argument in node.args)
    )
    assert _places(found) == []


def test_text_of_sql_inside_the_database_package_is_never_formatted() -> None:
    found = (
        f"{source.path}:{line}"
        for source in sources("db")
        for line, name, node in source.calls()
        if name == "text" and any(_built(argument) for argument in node.args)
    )
    assert _places(found) == []


def test_only_the_database_package_commits() -> None:
    found = (
        f"{source.path}:{line}"
        for source in sources("icm_desktop", "ui")
        for line, name, _ in source.calls()
        if name in {"commit", "rollback"}
    )
    assert _places(found) == []


def _use_cases(source: Source) -> Iterator[ast.FunctionDef]:
    """Public functions whose first parameter is a unit of work or an open practice."""
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            parameters = [*node.args.posonlyargs, *node.args.args]
            if parameters and parameters[0].arg in {"uow", "practice"}:
                yield node


def test_every_use_case_says_who_may_run_it() -> None:
    silent = (
        f"{source.path}: {function.name}"
        for source in sources("icm_desktop/services", "icm_desktop/queries", "icm_desktop/reports")
        for function in _use_cases(source)
        if not any(ast.unparse(each).startswith("requires(Privilege.") for each in function.decorator_list)
    )
    assert _places(silent) == []


def test_files_and_functions_stay_short() -> None:
    long_files = (
        f"{source.path}: {lines} lines"
        for source in sources(*PRODUCT, "packaging")
        if (lines := source.text.count("\n")) > MOST_LINES
    )
    assert _places(long_files) == []
    long_functions = (
        f"{source.path}: {node.name}, {lines} lines"
        for source in sources(*PRODUCT, "packaging")
        if not source.within("db.migrations")
        for node in source.nodes
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    )
    assert _places(long_functions) == []


def test_qt_keeps_reference_counts(qtbot: QtBot) -> None:
    # PySide6 6.12.0 on Python 3.11 loses one reference to None in nearly every call, until the process dies.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_a_worker_without_an_exchange_partner_loads_nothing_that_speaks() -> None:
    words = "import icm_desktop.bootstrap, icm_desktop.queries.chart, icm_desktop.queries.today, sys"
    check = f"{words}; print([name for name in ('httpx', 'httpcore', 'jwt') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, cwd=CHECKOUT, check=True)
    assert done.stdout.strip() == "[]"
