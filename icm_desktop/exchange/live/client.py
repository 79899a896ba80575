"""One FHIR R4 server over HTTP: search, read, create once, update only what is as we know it."""

from __future__ import annotations

import datetime as dt
import logging
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache
from types import TracebackType
from typing import Any
from urllib.parse import urljoin

import httpx
import orjson

from icm_desktop.exchange.fhir.json_text import NotJson, parsed
from icm_desktop.exchange.fhir.values import Json, obj, objs, text, whole
from icm_desktop.exchange.live.address import is_loopback, same_server
from icm_desktop.exchange.live.problems import ChangedThere, Refused, Trouble
from icm_desktop.exchange.live.smart import Tokens

logging.getLogger("httpx").setLevel(logging.WARNING)  # it would write every address into the log, names in it
FHIR_JSON = "application/fhir+json"
MOST_BYTES = 50_000_000  # of one answer
MOST_PAGES = 1_000
_CONNECT, _READ, _WHOLE = 5.0, 15.0, 60.0  # seconds: to be let in, between two parts of an answer, for all of it
_MOST_WORDS = 300
_MOST_WAIT = 3_600


@dataclass(frozen=True, slots=True)
class Versioned:
    """A resource as the server has it. `made`: this request made it; `version` None: the server tells none."""

    resource: Json
    version: str | None
    made: bool = False

    @property
    def id(self) -> str:
        """Its id there."""
        return str(self.resource["id"])


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a search, and the server's clock when it was made."""

    resources: tuple[Json, ...]
    at: dt.datetime | None


@cache
def _trusted(places: ssl.DefaultVerifyPaths) -> ssl.SSLContext:
    """The authorities this computer trusts, read once for each place they are in: reading takes 50 ms."""
    return ssl.create_default_context()


class Client:
    """Talks to one server. Everything it raises is `Trouble` (later), `Refused` (this one not) or `ChangedThere`."""

    def __init__(self, base: str, tokens: Tokens | None = None) -> None:
        self.base = base
        self._tokens = tokens
        local = is_loopback(base)
        self._http = httpx.Client(
            timeout=httpx.Timeout(_READ, connect=_CONNECT),
            verify=_trusted(ssl.get_default_verify_paths()),
            follow_redirects=False,
            trust_env=not local,
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._http.close()

    def describe(self) -> Json:
        """The server's CapabilityStatement; asked without proof, as every server must answer it."""
        return self._answer(self._bare("GET", f"{self.base}/metadata"))

    def search(self, kind: str, **params: str) -> Iterator[Page]:
        """Every page of a search, by the links the server gives.

        Raises:
            Refused: the server does not offer it.
            Trouble: a page that leads elsewhere or in a circle, and all else.
        """
        address: str | None = f"{self.base}/{kind}"
        asked: Mapping[str, str] | None = params
        seen, told = set[str](), 0
        while address is not None:
            if address in seen or len(seen) >= MOST_PAGES:
                raise Trouble("partners.pages_in_circle")
            seen.add(address)
            answer = self._send("GET", address, params=asked)
            document = self._answer(answer)
            if document.get("resourceType") != "Bundle":
                raise Trouble("partners.not_fhir")
            entries = objs(document.get("entry"))
            found = (obj(one.get("resource")) for one in entries if obj(one.get("search")).get("mode") != "outcome")
            yield Page(tuple(one for one in found if _is_resource(one)), _clock(answer))
            told += sum(obj(one.get("search")).get("mode", "match") == "match" for one in entries)
            address, asked = self._next(document, address), None
            if address is None and (whole(document.get("total")) or 0) > told:
                raise Trouble("partners.incomplete")

    def _next(self, bundle: Json, address: str) -> str | None:
        told = next((text(one.get("url")) for one in objs(bundle.get("link")) if one.get("relation") == "next"), None)
        if told is None:
            return None
        found = urljoin(address, told)
        if not same_server(found, self.base):
            raise Trouble("partners.leads_elsewhere")
        return found

    def read(self, kind: str, resource_id: str) -> Versioned:
        """One resource as it is there now."""
        answer = self._send("GET", f"{self.base}/{kind}/{resource_id}")
        return _versioned(answer) or _nothing()

    def create(self, resource: Json, identifier: str) -> Versioned:
        """Make a resource once, however often this is tried: by its identifier ("system|value").

        Raises:
            Refused: the server will not take it; 409 or 412 when it has several under this identifier.
        """
        kind = str(resource["resourceType"])
        known = [one for page in self.search(kind, identifier=identifier) for one in page.resources]
        if len(known) > 1:
            raise Refused(412)
        if known:
            return self.read(kind, str(known[0]["id"]))
        once = {"If-None-Exist": str(httpx.QueryParams({"identifier": identifier})), "Prefer": "return=representation"}
        answer = self._send("POST", f"{self.base}/{kind}", content=resource, headers=once)
        if answer.status_code in (409, 412):
            raise Refused(answer.status_code, _words(answer))
        found = _versioned(answer, made=answer.status_code == 201)
        if found is not None:
            return found
        there = _place(answer, kind)
        return self.read(kind, there) if there is not None else _nothing()

    def update(self, resource: Json, resource_id: str, version: str) -> Versioned:
        """Replace a resource if it still is the version we know.

        Raises:
            ChangedThere: it is not.
        """
        kind = str(resource["resourceType"])
        address = f"{self.base}/{kind}/{resource_id}"
        headers = {"If-Match": f'W/"{version}"', "Prefer": "return=representation"}
        answer = self._send("PUT", address, content={**resource, "id": resource_id}, headers=headers)
        if answer.status_code in (409, 412):
            raise ChangedThere
        return _versioned(answer) or self.read(kind, resource_id)

    # one request

    def _send(self, method: str, address: str, **how: Any) -> httpx.Response:
        answer = self._with_token(method, address, **how)
        if answer.status_code == 401 and self._tokens is not None:
            self._tokens.forget()  # it may have ended early: once more with a new one
            answer = self._with_token(method, address, **how)
        _check(answer)
        return answer

    def _with_token(
        self, method: str, address: str, headers: Mapping[str, str] | None = None, **how: Any
    ) -> httpx.Response:
        proof = {}
        if self._tokens is not None:
            proof = {"Authorization": f"Bearer {self._tokens.token(self._get_bare, self._post_form)}"}
        return self._bare(method, address, headers={**(headers or {}), **proof}, **how)

    def _bare(
        self, method: str, address: str, *, headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None, content: Json | None = None, form: Mapping[str, str] | None = None,
    ) -> httpx.Response:  # fmt: skip
        told = {"Accept": FHIR_JSON, **(headers or {})}
        body = orjson.dumps(content) if content is not None else None
        if body is not None:
            told["Content-Type"] = FHIR_JSON
        try:
            request = self._http.build_request(
                method, address, params=params, headers=told, content=body, data=dict(form) if form else None
            )
            return self._received(request)
        except httpx.TimeoutException:
            raise Trouble("partners.too_slow") from None
        except httpx.HTTPError as error:
            raise Trouble("partners.bad_certificate" if _is_about_tls(error) else "partners.no_answer") from None

    def _received(self, request: httpx.Request) -> httpx.Response:
        """The whole answer, as long as it is neither too large nor too slow."""
        until = time.monotonic() + _WHOLE
        answer = self._http.send(request, stream=True)
        try:
            parts, size = list[bytes](), 0
            for part in answer.iter_bytes():
                parts.append(part)
                size += len(part)
                if size > MOST_BYTES:
                    raise Trouble("partners.too_large", megabytes=MOST_BYTES // 1_000_000)
                if time.monotonic() > until:
                    raise Trouble("partners.too_slow")
        finally:
            answer.close()
        headers = {name: value for name, value in answer.headers.items() if name.lower() != "content-encoding"}
        return httpx.Response(answer.status_code, headers=headers, content=b"".join(parts), request=request)

    def _get_bare(self, address: str) -> Json:
        answer = self._bare("GET", address, headers={"Accept": "application/json"})
        if answer.status_code != 200:
            raise Trouble("partners.no_token_address")
        return self._answer(answer)

    def _post_form(self, address: str, form: Mapping[str, str]) -> Json:
        answer = self._bare("POST", address, headers={"Accept": "application/json"}, form=form)
        if answer.status_code in (400, 401, 403):
            raise Trouble("partners.not_let_in")
        _check(answer)
        return self._answer(answer)

    @staticmethod
    def _answer(answer: httpx.Response) -> Json:
        if answer.status_code >= 400:
            _check(answer)
        found = _body(answer)
        if not found:
            raise Trouble("partners.not_fhir")
        return found


def _nothing() -> Versioned:
    raise Trouble("partners.not_fhir")


def _body(answer: httpx.Response) -> Json:
    """The JSON object an answer holds; empty when it holds none."""
    if not answer.content.strip():
        return {}
    try:
        found = parsed(answer.content)
    except NotJson:
        raise Trouble("partners.not_fhir") from None
    return obj(found)


def _check(answer: httpx.Response) -> None:
    status = answer.status_code
    if status < 300 or status in (409, 412):
        return
    if status == 401:
        raise Trouble("partners.not_let_in")
    if status == 429 or status >= 500:
        busy = status in (429, 503)
        wait = _retry_after(answer)
        raise Trouble("partners.busy" if busy else "partners.server_trouble", retry_after=wait, status=status)
    if status < 400:
        raise Trouble("partners.redirects")
    raise Refused(status, _words(answer))


def _retry_after(answer: httpx.Response) -> int | None:
    told = answer.headers.get("retry-after", "").strip()
    if told.isdigit():
        return min(int(told), _MOST_WAIT)
    try:
        wait = (parsedate_to_datetime(told) - dt.datetime.now(dt.UTC)).total_seconds()
    except (TypeError, ValueError):
        return None
    return max(0, min(int(wait), _MOST_WAIT))


def _clock(answer: httpx.Response) -> dt.datetime | None:
    try:
        found = parsedate_to_datetime(answer.headers.get("date", ""))
    except (TypeError, ValueError):
        return None
    return found if found.tzinfo is not None else None


def _words(answer: httpx.Response) -> str:
    """What an OperationOutcome says, shortened."""
    try:
        outcome = _body(answer)
    except Trouble:
        return ""
    said = (
        text(one.get("diagnostics")) or text(obj(one.get("details")).get("text")) for one in objs(outcome.get("issue"))
    )
    return " ".join(filter(None, said))[:_MOST_WORDS]


def _place(answer: httpx.Response, kind: str) -> str | None:
    """The id a Location header names."""
    path = answer.headers.get("location", "").partition("/_history/")[0].rstrip("/")
    before, _, resource_id = path.rpartition("/")
    return resource_id if resource_id and before.endswith(kind) else None


def _versioned(answer: httpx.Response, *, made: bool = False) -> Versioned | None:
    """The resource an answer holds; None when it holds none, or only what the server has to say about it."""
    resource = _body(answer)
    if not _is_resource(resource):
        return None
    tag = answer.headers.get("etag", "").removeprefix("W/").strip('"')
    version = tag or text(obj(resource.get("meta")).get("versionId"))
    return Versioned(resource, version, made)


def _is_resource(resource: Json) -> bool:
    kind = resource.get("resourceType")
    return isinstance(kind, str) and kind != "OperationOutcome" and isinstance(resource.get("id"), str)


def _is_about_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
