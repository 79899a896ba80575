"""Addresses of partners: over TLS, or to this computer itself; what a partner points to stays with the partner."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

_LOCAL = "localhost"


class BadAddress(Exception):
    """An address that cannot be used; `code` is a code of words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def checked(address: str) -> str:
    """The address without a slash at its end.

    Raises:
        BadAddress: partners.bad_address, or partners.needs_tls when it is neither https nor this computer.
    """
    written = address.strip().rstrip("/")
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise BadAddress("partners.bad_address") from None
    plain = parts.scheme in ("http", "https") and bool(host) and not parts.query and not parts.fragment
    if not plain or parts.username or any(sign.isspace() for sign in written):
        raise BadAddress("partners.bad_address")
    if parts.scheme != "https" and not is_loopback(written):
        raise BadAddress("partners.needs_tls")
    return written


def is_loopback(address: str) -> bool:
    """Whether an address leads to this computer itself."""
    host = urlsplit(address).hostname or ""
    if host == _LOCAL:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def same_server(one: str, other: str) -> bool:
    """Whether two addresses lead to the same server by scheme, host and port."""
    first, second = urlsplit(one), urlsplit(other)
    return (first.scheme, first.hostname, first.port) == (second.scheme, second.hostname, second.port)
