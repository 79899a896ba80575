"""A partner is set up by an administrator, proves and is proven who it is, and without one no network is touched."""

from __future__ import annotations

import json
import socket

import jwt
import pytest

from db.models.partners import ExchangeKey
from db.models.patient import Patient
from icm_desktop.contracts.partners import (
    ChoosePatient,
    PartnerEdit,
    PausePartner,
    PollRequest,
    ThereRequest,
    UnchoosePatient,
)
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound, UserError
from icm_desktop.exchange.live.address import BadAddress, checked
from icm_desktop.words import say
from tests.exchange.live.conftest import OUTSIDE, about, there
from tests.exchange.live.server import running
from tests.support import make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A practice without a partner that works."""
    made = make_practice(tmp_path_factory.mktemp("practice"))
    yield made
    made.database.close()


@pytest.mark.parametrize("address", [
    "https://records.example.org/fhir", "http://127.0.0.1:8080/fhir", "http://[::1]/fhir", "http://localhost:1/", "https://x:8/",
])  # fmt: skip
def test_an_address_over_tls_or_of_this_computer_is_taken(address):
    assert checked(f" {address}/ ") == address.rstrip("/")


@pytest.mark.parametrize(("address", "code"), [
    ("http://records.example.org/fhir", "partners.needs_tls"), ("http://127.0.0.1.example.org/", "partners.needs_tls"),
    ("http://0.0.0.0/", "partners.needs_tls"), ("http://10.0.0.1/", "partners.needs_tls"),
    ("ftp://records.example.org", "partners.bad_address"), ("records.example.org", "partners.bad_address"),
    ("https://user:secret@records.example.org", "partners.bad_address"), ("https://", "partners.bad_address"),
    ("https://a b/", "partners.bad_address"), ("https://x/fhir?key=1", "partners.bad_address"),
    ("https://[::1/", "partners.bad_address"), ("", "partners.bad_address"),
])  # fmt: skip
def test_any_other_address_is_refused(address, code):
    with pytest.raises(BadAddress) as refused:
        checked(address)
    assert refused.value.code == code


@pytest.mark.parametrize(("edit", "code"), [
    (PartnerEdit("", "https://x.org"), "partners.name_missing"),
    (PartnerEdit("X", "http://x.org"), "partners.needs_tls"),
    (PartnerEdit("X", "https://x.org", token_address="http://x.org/token"), "partners.needs_tls"),
    (PartnerEdit("X", "https://x.org", "smart"), "partners.client_missing"),
    (PartnerEdit("X", "https://x.org", "password"), "partners.bad_choice"),
    (PartnerEdit("X", "https://x.org", poll_seconds=1), "partners.bad_seconds"),
])  # fmt: skip
def test_what_cannot_be_used_is_told_beside_its_field(practice, edit, code):
    with pytest.raises(Invalid) as refused:
        practice.open("administrator").run("services.partners.save", edit)
    assert refused.value.code == code and refused.value.field


def test_only_an_administrator_sets_up_and_the_front_desk_sees_nothing(practice):
    for role in ("front_desk", "coordinator", "clinician"):
        with pytest.raises(NotAllowed):
            practice.open(role).run("services.partners.save", PartnerEdit("X", "https://x.org"))
    for name, *asked in (("queries.partners.health",), ("queries.partners.chosen", 1), ("queries.partners.queue", None),
                         ("queries.partners.synced", 1), ("queries.partners.partners",)):  # fmt: skip
        with pytest.raises(NotAllowed):
            practice.open("front_desk").run(name, *asked)


def test_without_a_partner_no_network_is_touched(practice, monkeypatch):
    def refuse(*_args):
        raise AssertionError("the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    done = practice.open("front_desk").run("services.partners.poll", PollRequest(now=True))
    assert (done.next_in, done.troubles, done.received) == (None, 0, 0)
    assert practice.open("front_desk").run("queries.partner_polling.anybody") is False


@pytest.mark.parametrize("algorithm", ["RS384", "ES384"])
def test_a_signed_assertion_gets_the_token_and_an_ended_one_is_renewed(tmp_path, algorithm):
    made = make_practice(tmp_path)
    with running() as server:
        server.store.token = "good"
        server.store.put(there())
        with made.open().write("test") as uow:
            uow.session.add(Patient(record_number="000001", family="Lopez", given="Maria"))
        edit = PartnerEdit("Riverside", server.base, "smart", "our-client", algorithm=algorithm)
        saved = made.open("administrator").run("services.partners.save", edit)
        made.open().run("services.partner_patients.choose", ChoosePatient(saved.id, 1, OUTSIDE))
        (form,) = server.store.forms
        key = jwt.PyJWKSet.from_dict(json.loads(saved.public_key)).keys[0]
        assertion = form["client_assertion"][0]
        claims = jwt.decode(assertion, key.key, [algorithm], audience=f"{server.base}/token", leeway=60)
        assert claims["iss"] == claims["sub"] == "our-client" and 0 < claims["exp"] - claims["iat"] <= 300
        assert jwt.get_unverified_header(assertion)["kid"] == key.key_id
        assert form["grant_type"] == ["client_credentials"] and "system/*.rs" in form["scope"][0]
        server.store.put(about("Condition", "c1", code={"text": "Asthma"}))
        server.store.token = "newer"
        assert made.open().run("services.partners.poll", PollRequest(now=True)).troubles == 0
        assert len(server.store.forms) == 2
        assert server.store.forms[1]["client_assertion"] != form["client_assertion"]
    made.database.close()


def test_the_private_key_is_in_no_export_and_no_audit_record(tmp_path):
    from icm_desktop.contracts.record_export import ExportPractice

    made = make_practice(tmp_path / "practice")
    admin = made.open("administrator")
    admin.run("services.partners.save", PartnerEdit("Riverside", "https://x.org", "smart", "c", algorithm="ES384"))
    admin.run("services.practice_exports.export", ExportPractice(str(tmp_path / "out")))
    with admin.read() as uow:
        secret = uow.session.query(ExchangeKey).one().private_key
        told = (
            uow.session.connection().exec_driver_sql("SELECT group_concat(changes || detail) FROM audit_event").scalar()
        )
    files = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    line = secret.splitlines()[1]
    assert b"PRIVATE" in secret and line not in files and line.decode() not in str(told)
    assert b"Riverside" in files
    made.database.close()


def test_a_server_tells_what_it_is_and_whether_it_lets_us_in(practice):
    admin = practice.open("administrator")
    with running() as server:
        partner = admin.run("services.partners.save", PartnerEdit("Try", server.base)).id
        tried = admin.run("services.partners.try_out", partner)
        assert (tried.software, tried.fhir_version) == ("Small Server 1", "4.0.1")
        server.store.token = "secret"
        with pytest.raises(UserError) as refused:
            admin.run("services.partners.try_out", partner)
        assert refused.value.code == "partners.not_let_in"
    with pytest.raises(UserError) as refused:
        admin.run("services.partners.try_out", partner)
    assert refused.value.code == "partners.no_answer"


def no_fhir(handler):
    """Answer something else than FHIR."""
    handler.answer(200, {"hello": "you"})
    return True


def test_an_answer_that_is_no_fhir_is_told_so(practice):
    admin = practice.open("administrator")
    with running() as server:
        server.store.faults.append(no_fhir)
        partner = admin.run("services.partners.save", PartnerEdit("Shop", server.base)).id
        with pytest.raises(UserError) as refused:
            admin.run("services.partners.try_out", partner)
        assert refused.value.code == "partners.not_fhir"


def test_who_a_patient_is_there_is_found_rated_and_decided_here(linked):
    run = linked.here.run
    linked.store.put({"resourceType": "Patient", "id": "other", "birthDate": "1958-03-04", "gender": "male",
                      "name": [{"family": "Smith", "given": ["Ed"]}]})  # fmt: skip
    found = run("services.partner_patients.find", ThereRequest(linked.partner_id, linked.patient_id))
    assert found[0].outside_id == OUTSIDE
    assert found[0].certainty in ("certain", "probable") and found[-1].certainty == "unlikely"
    with pytest.raises(Conflict) as refused:
        run("services.partner_patients.choose", ChoosePatient(linked.partner_id, linked.patient_id, "other"))
    assert refused.value.code == "partners.chosen_already"
    with pytest.raises(NotFound):
        run("services.partner_patients.choose", ChoosePatient(linked.partner_id, linked.patient_id, "nobody"))


def test_nobody_stands_in_the_log(linked, caplog):
    with caplog.at_level("DEBUG"):
        linked.here.run("services.partner_patients.find", ThereRequest(linked.partner_id, linked.patient_id))
        linked.poll()
    told = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("httpcore"))
    assert "Lopez" not in told and "1958" not in told and OUTSIDE not in told


def test_paused_or_not_chosen_any_more_nothing_is_asked(linked):
    admin = linked.made.open("administrator")
    (row,) = admin.run("queries.partners.partners")
    admin.run("services.partners.pause", PausePartner(row.id, True, row.version))
    linked.store.requests.clear()
    assert linked.poll().next_in is None and not linked.store.requests
    (synced,) = linked.here.run("queries.partners.synced", linked.patient_id)
    assert synced.problem == "partners.paused"
    (row,) = admin.run("queries.partners.partners")
    admin.run("services.partners.pause", PausePartner(row.id, False, row.version))
    (chosen,) = linked.here.run("queries.partners.chosen", row.id)
    linked.here.run("services.partners.unchoose", UnchoosePatient(chosen.id))
    linked.poll()
    assert not any("/Condition" in path for _, path in linked.store.requests)


def test_every_trouble_has_a_sentence_that_can_be_filled_in(linked):
    linked.server.stop()
    linked.poll()
    (health,) = linked.here.run("queries.partners.health")
    assert say(health.problem, **health.params).startswith("The partner's server does not answer.")
    assert health.next_try_at is not None and health.succeeded_at is None


def test_a_slow_answer_is_not_waited_for(linked, monkeypatch):
    from icm_desktop.exchange.live import client

    monkeypatch.setattr(client, "_READ", 0.05)

    def slow(handler):
        if "/Condition" not in handler.path:
            return False
        handler.send_response_only(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"{")
        handler.wfile.flush()
        handler.rfile.read(1)  # until the client goes away
        handler.close_connection = True
        return True

    linked.store.faults.append(slow)
    assert linked.poll().troubles == 1
    assert linked.state().problem == "partners.too_slow"
