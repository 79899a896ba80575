"""What the computer lacks, and what is said or done about it."""

from __future__ import annotations

from system_libraries import (
    DISPLAY_LIBRARIES,
    QT_LIBRARIES,
    apt_commands,
    by_hand,
    is_debian,
    missing_libraries,
    missing_test_packages,
    too_old,
)

BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
MINT = 'NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = 'NAME="Fedora Linux"\nID=fedora\n'


def test_debian_and_its_children_are_recognised() -> None:
    assert [is_debian(text) for text in (BOOKWORM, MINT, FEDORA, "")] == [True, True, False, False]


def test_only_missing_libraries_are_named() -> None:
    missing = missing_libraries(display=False, present=lambda soname: soname != "libGL.so.1")
    assert missing == {"libGL.so.1": "libgl1"}


def test_a_display_needs_more_libraries() -> None:
    assert missing_libraries(display=False, present=lambda _: False) == QT_LIBRARIES
    assert missing_libraries(display=True, present=lambda _: False) == {**QT_LIBRARIES, **DISPLAY_LIBRARIES}
    assert missing_libraries(display=True, present=lambda _: True) == {}


def test_root_installs_directly() -> None:
    commands = apt_commands(["libegl1", "libgl1"], root=True, sudo=False)
    assert commands is not None
    update, install = commands
    assert update[:3] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert install[-3:] == ["--no-install-recommends", "libegl1", "libgl1"]


def test_a_user_with_sudo_never_meets_a_password_prompt() -> None:
    commands = apt_commands(["libegl1"], root=False, sudo=True)
    assert commands is not None
    assert all(command[:2] == ["sudo", "-n"] for command in commands)


def test_anybody_else_gets_one_line_to_run() -> None:
    assert apt_commands(["libegl1"], root=False, sudo=False) is None
    lines = [line for line in by_hand(["libegl1", "libgl1"]).splitlines() if "apt-get" in line]
    assert lines == [
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1",
    ]


def test_an_old_python_is_told_which_newer_one_is_here() -> None:
    sentence = too_old((3, 9), "/usr/bin/python3", found=lambda name: name if name == "python3.12" else None)
    assert sentence is not None
    assert "/usr/bin/python3 is Python 3.9" in sentence
    assert "`python3.12 packaging/bootstrap.py`" in sentence


def test_an_old_python_alone_is_told_where_to_get_one() -> None:
    sentence = too_old((3, 10), "python3", found=lambda _: None)
    assert sentence is not None
    assert "https://www.python.org/downloads/" in sentence
    assert too_old((3, 11), "python3") is None


def test_what_only_tests_drive_is_asked_for_when_it_is_missing():
    assert missing_test_packages(lambda _: None) == ["gnome-keyring", "dbus", "strace"]
    assert missing_test_packages(lambda program: f"/usr/bin/{program}") == []
