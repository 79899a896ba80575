"""The few words that go with a page by e-mail: `resources/content/paper/mail.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def message(language: str, *, name: str) -> str:
    """The text of the mail: it says nothing of health and only a first name."""
    words = _messages()
    return (words.get(language) or words["en"]).replace("{name}", name).strip()


@cache
def _messages() -> dict[str, str]:
    raw = tomllib.loads(files("resources").joinpath("content", "paper", "mail.toml").read_text("utf-8"))
    return {code: str(text) for code, text in raw["message"].items()}
