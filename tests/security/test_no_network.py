"""The program talks to nobody but partners that were set up: one file can connect, a day of work opens nothing."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.sources import CHECKOUT, PRODUCT, sources
from tests.support import make_practice

CONNECTING = (
    "socket", "ssl", "http.client", "http.server", "urllib.request", "urllib3", "requests", "httpx", "ftplib",
    "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc", "asyncio", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
)  # fmt: skip


NAME_OF_THE_COMPUTER = "icm_desktop/services/importing/run.py"  # asks how this computer is called, nothing else
CLIENT = "icm_desktop/exchange/live/client.py"  # asks exchange partners, where the practice set one up


@pytest.mark.parametrize("module", CONNECTING)
def test_nothing_else_that_opens_a_connection_is_imported(module: str) -> None:
    found = [
        f"{source.path} imports {name}"
        for source in sources(*PRODUCT)
        for name in source.imports()
        if (name == module or name.startswith(f"{module}.")) and str(source.path) not in (NAME_OF_THE_COMPUTER, CLIENT)
    ]
    assert found == []


def test_the_one_place_that_knows_sockets_only_asks_for_a_name() -> None:
    text = (CHECKOUT / NAME_OF_THE_COMPUTER).read_text("utf-8")
    assert set(re.findall(r"socket\.(\w+)", text)) == {"gethostname"}


def test_a_days_work_opens_no_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def refuse(_socket: socket.socket, address: object) -> None:
        asked.append(address)
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    practice = make_practice(tmp_path)
    opened = practice.open(Role.ADMINISTRATOR)
    opened.run("services.demo.fill", 3, 1)
    opened.run("queries.today.worklist", WorkFilter(everyone=True))
    for row in opened.run("queries.patients.patients", PatientFilter()).rows:
        opened.run("services.charts.open_chart", row.head.id)
        opened.run("queries.conflicts.of_patient", row.head.id)
    opened.run("services.backups.weekly_check")
    practice.database.close()
    assert asked == []
