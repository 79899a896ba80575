"""A small FHIR R4 server on this computer, with faults on demand: what the tests of a live connection ask of one."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]
Fault = Callable[["Handler"], bool]
_ABOUT = ("subject", "patient", "for", "beneficiary")
CLOCK = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@dataclass
class Store:
    """What the server has; it outlives a restart. Its clock goes on a second with every change."""

    resources: dict[tuple[str, str], Json] = field(default_factory=dict)
    next_id: int = 1
    now: dt.datetime = CLOCK
    token: str | None = None  # what a client must show; None: anybody
    page: int = 2
    requests: list[tuple[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    forms: list[dict[str, list[str]]] = field(default_factory=list)

    def put(self, resource: Json) -> Json:
        """Keep a resource as a new version."""
        key = (resource["resourceType"], resource["id"])
        version = int(self.resources.get(key, {}).get("meta", {}).get("versionId", 0)) + 1
        self.now += dt.timedelta(seconds=1)
        meta = {**resource.get("meta", {}), "versionId": str(version), "lastUpdated": _written(self.now)}
        self.resources[key] = {**resource, "meta": meta}
        return self.resources[key]

    def add(self, resource: Json) -> Json:
        """Keep a resource under an id of the server's."""
        made = {**resource, "id": f"srv-{self.next_id}"}
        self.next_id += 1
        return self.put(made)

    def of(self, kind: str) -> list[Json]:
        """Everything of a type."""
        return [one for (each, _), one in self.resources.items() if each == kind]


def _written(moment: dt.datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    store: Store

    def log_message(self, *_args: object) -> None:
        """Nothing is written anywhere."""

    def do_GET(self) -> None:
        self._handled(self._get)

    def do_POST(self) -> None:
        self._handled(self._post)

    def do_PUT(self) -> None:
        self._handled(self._put)

    def _handled(self, act: Callable[[], None]) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.store.requests.append((self.command, self.path))
        for fault in list(self.store.faults):
            if fault(self):
                return
        open_to_all = self.path.endswith(("/metadata", "/smart-configuration", "/token"))
        proof = f"Bearer {self.store.token}"
        if self.store.token is not None and not open_to_all and self.headers.get("Authorization") != proof:
            self.answer(401, {})
            return
        act()

    @property
    def base(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.connection.getsockname()[1]}/fhir"

    def answer(self, status: int, document: Json | None = None, **headers: str) -> None:
        """Send an answer."""
        data = json.dumps(document).encode() if document is not None else b""
        self.send_response_only(status)
        self.send_header("Date", self.store.now.strftime("%a, %d %b %Y %H:%M:%S GMT"))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", "application/fhir+json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _versioned(self, status: int, resource: Json) -> None:
        place = f"{self.base}/{resource['resourceType']}/{resource['id']}/_history/{resource['meta']['versionId']}"
        self.answer(status, resource, ETag=f'W/"{resource["meta"]["versionId"]}"', Location=place)

    def _get(self) -> None:
        parts = urlsplit(self.path)
        path, asked = parts.path.removeprefix("/fhir/"), parse_qs(parts.query)
        if path == "metadata":
            self.answer(200, {"resourceType": "CapabilityStatement", "fhirVersion": "4.0.1",
                              "software": {"name": "Small Server", "version": "1"}})  # fmt: skip
        elif path == ".well-known/smart-configuration":
            self.answer(200, {"token_endpoint": f"{self.base}/token", "capabilities": ["permission-v2"]})
        elif "/" in path:
            found = self.store.resources.get(tuple(path.split("/")))  # type: ignore[arg-type]  # type and id
            self._versioned(200, found) if found else self.answer(404, {"resourceType": "OperationOutcome"})
        else:
            self._search(path, asked)

    def _search(self, kind: str, asked: dict[str, list[str]]) -> None:
        found = [one for one in self.store.of(kind) if _fits(one, asked)]
        start = int(asked.get("_start", ["0"])[0])
        page = found[start : start + self.store.page]
        links = [{"relation": "self", "url": f"{self.base}{self.path.removeprefix('/fhir')}"}]
        if start + self.store.page < len(found):
            plain = self.path.partition("&_start=")[0]
            links.append(
                {"relation": "next", "url": f"{self.base}{plain.removeprefix('/fhir')}&_start={start + len(page)}"}
            )
        entries = [{"resource": one, "search": {"mode": "match"}} for one in page]
        self.answer(200, {"resourceType": "Bundle", "type": "searchset", "link": links, "entry": entries})

    def _post(self) -> None:
        path = self.path.removeprefix("/fhir/")
        if path == "token":
            self.store.forms.append(parse_qs(self.body.decode()))
            self.answer(200, {"access_token": self.store.token, "token_type": "bearer", "expires_in": 300})
            return
        self.store.bodies.append(self.body)
        once = self.headers.get("If-None-Exist")
        known = [one for one in self.store.of(path) if _fits(one, parse_qs(once))] if once else []
        if len(known) > 1:
            self.answer(412, {"resourceType": "OperationOutcome"})
        elif known:
            self._versioned(200, known[0])
        else:
            self._versioned(201, self.store.add(json.loads(self.body)))

    def _put(self) -> None:
        kind, resource_id = self.path.removeprefix("/fhir/").split("/")
        self.store.bodies.append(self.body)
        now = self.store.resources.get((kind, resource_id))
        if now is None:
            self.answer(404, {"resourceType": "OperationOutcome"})
        elif self.headers.get("If-Match") != f'W/"{now["meta"]["versionId"]}"':
            self.answer(412, {"resourceType": "OperationOutcome"})
        else:
            self._versioned(200, self.store.put(json.loads(self.body)))


def _fits(resource: Json, asked: dict[str, list[str]]) -> bool:
    for name, (value, *_) in asked.items():
        wanted = value.split(",")
        if name == "_id" and resource["id"] not in wanted:
            return False
        if name == "patient" and not any(resource.get(each, {}).get("reference") in wanted for each in _ABOUT):
            return False
        if name == "_lastUpdated" and resource["meta"]["lastUpdated"] < value.removeprefix("ge"):
            return False
        if name == "identifier":
            told = resource.get("identifier", [])
            held = [f"{one.get('system')}|{one.get('value')}" for one in (told if isinstance(told, list) else [told])]
            if not set(wanted) & set(held):
                return False
        if name == "birthdate" and resource.get("birthDate") != value:
            return False
    return True


@dataclass
class Running:
    """A server that can be ended and started again on the same port with the same store."""

    store: Store
    port: int = 0
    handler: type[Handler] = Handler
    _server: ThreadingHTTPServer | None = None

    def start(self) -> None:
        """Answer from now on."""
        handler = type("BoundHandler", (self.handler,), {"store": self.store})
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def stop(self) -> None:
        """Answer no more."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}/fhir"


@contextmanager
def running(store: Store | None = None, handler: type[Handler] = Handler) -> Iterator[Running]:
    """A server for one test."""
    server = Running(store or Store(), handler=handler)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def once(status: int, *, method: str | None = None, after: bool = False, **headers: str) -> Fault:
    """Answer one request (of a method) with a status; `after`: what it asked for was done all the same."""
    left = [True]

    def fault(handler: Handler) -> bool:
        if not left[0] or (method is not None and handler.command != method) or handler.path.endswith("/metadata"):
            return False
        left[0] = False
        if after:
            _silently(handler)
        handler.answer(status, {"resourceType": "OperationOutcome", "issue": [{"diagnostics": "as told"}]}, **headers)
        return True

    return fault


def cut(*, method: str | None = None, after: bool = False) -> Fault:
    """Cut one connection without an answer; `after`: what it asked for was done all the same."""
    left = [True]

    def fault(handler: Handler) -> bool:
        if not left[0] or (method is not None and handler.command != method):
            return False
        left[0] = False
        if after:
            _silently(handler)
        handler.close_connection = True
        handler.connection.close()
        return True

    return fault


def _silently(handler: Handler) -> None:
    """Do what the request asks without answering it."""
    answer, handler.answer = handler.answer, lambda *_args, **_headers: None  # type: ignore[method-assign]
    try:
        {"GET": handler._get, "POST": handler._post, "PUT": handler._put}[handler.command]()
    finally:
        handler.answer = answer  # type: ignore[method-assign]
