"""The content of a resource: what is kept of it and the digest that tells whether it changed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

import orjson

from icm_desktop.exchange.fhir.mapped import NotMapped
from icm_desktop.exchange.fhir.values import Json

_FAST = 1  # zlib level: a third of the size for a tenth of the time


@dataclass(frozen=True, slots=True)
class Content:
    """`digest` ignores meta (servers touch it without a change of content); `packed` is everything, meta included.

    `bytes_kept` is the text, or already compressed when `is_packed`: what waits in memory should be small.
    """

    digest: bytes
    length: int
    bytes_kept: bytes
    is_packed: bool = False

    @classmethod
    def of(cls, resource: Json) -> Content:
        """The content of a resource.

        Raises:
            NotMapped: nested too deeply to be a real resource.
        """
        meta = resource.get("meta")
        kept = {name: value for name, value in resource.items() if name != "meta"} if meta is not None else resource
        try:
            text = orjson.dumps(kept, option=orjson.OPT_SORT_KEYS)
            digest = hashlib.blake2b(text, digest_size=16).digest()
            if meta is not None:
                comma = b"," if kept else b""
                text = text[:-1] + comma + b'"meta":' + orjson.dumps(meta, option=orjson.OPT_SORT_KEYS) + b"}"
        except TypeError:
            raise NotMapped("The resource is nested too deeply.") from None
        return cls(digest, len(text), text)

    def packed(self) -> bytes:
        """Compressed for keeping."""
        return self.bytes_kept if self.is_packed else zlib.compress(self.bytes_kept, _FAST)

    def waiting(self) -> Content:
        """The same content, compressed now, for a resource that waits in memory."""
        return Content(self.digest, self.length, self.packed(), is_packed=True)


def unpacked(packed: bytes | None) -> Json:
    """The resource kept by `packed`; empty when none was."""
    if not packed:
        return {}
    found = orjson.loads(zlib.decompress(packed))
    return found if isinstance(found, dict) else {}
