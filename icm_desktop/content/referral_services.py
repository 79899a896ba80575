"""Which kind of service a referral asks for: the kinds of the content file that have limits of their own."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache

from icm_desktop.content.policies import FOLDER

_APART = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=2_000)
def service_of(text: str | None) -> str | None:
    """The kind of service that is asked for in these words; None for one without limits of its own."""
    words = _plain(text or "")
    return next((name for name, beginnings in kinds() if any(each in words for each in beginnings)), None)


@cache
def kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every kind with the beginnings of words that tell it, in the order of the file."""
    with (FOLDER / "referral_services.toml").open("rb") as file:
        found = tomllib.load(file)["service"]
    return tuple((each["id"], tuple(map(_plain, each["words"]))) for each in found)


def _plain(text: str) -> str:
    """Words apart by one blank, with one in front, in lower case and without accents."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return f" {_APART.sub(' ', bare).strip()}"
