"""An address on the web that anybody may be shown: where a clinic is and how to call it, never a way into a record."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PRIVATE = re.compile(r"log-?in|sign-?in|portal|mychart|token|session|account|password|admin", re.IGNORECASE)
_HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.IGNORECASE)
_MOST_LETTERS = 100


def public_address(text: str | None) -> str:
    """The address as it may be printed and scanned; empty when it could lead into somebody's record.

    "clinic.example" becomes "https://clinic.example". Refused are names with a password, what is asked of a page
    (behind "?" or "#"), numbers for a computer, and words of a sign-in.
    """
    said = (text or "").strip()
    if not said or len(said) > _MOST_LETTERS or any(not letter.isprintable() or letter == " " for letter in said):
        return ""
    address = said if "://" in said else f"https://{said}"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or port is not None or "@" in parts.netloc or "?" in said or "#" in said:
        return ""
    return "" if not _HOST.fullmatch(parts.netloc) or _PRIVATE.search(address) else address
