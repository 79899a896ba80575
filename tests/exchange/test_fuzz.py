"""Mutated real resources of every type: each is accounted for, none is a traceback, a refused file changes nothing."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.exchange.fhir.types import MAPS
from tests.exchange import counting
from tests.exchange.conftest import adds_up, patient, run
from tests.exchange.test_undo import fingerprint, sound
from tests.support import make_practice

MOST_OF_A_TYPE = 3
HOSTILE = (
    *("", " ", "\x00", "a\x00b", "\u202egnp.exe", "'; DROP TABLE patient; --", "<script>alert(1)</script>", "=1+1"),
    *("2026-13-45", "0000-00-00", "9999-12-31T23:59:60Z", "2026-02-30", "--", "1e999", "NaN", "\ud7ff\ue000\U0001f469"),
    *(
        "Patient/p1",
        "#",
        "urn:uuid:",
        "Patient?identifier=|",
        "x" * 5_000,
        "../../etc/passwd",
        "data:text/html;base64,",
    ),
)
VALUES = st.one_of(
    st.sampled_from(HOSTILE),
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.lists(st.sampled_from(HOSTILE), max_size=3),
    st.just({}),
    st.just([{}]),
    st.just({"reference": "#x", "coding": [{"code": 7}], "value": {"value": "x"}, "start": [], "url": None}),
    st.just([[[[[]]]]]),
)


@pytest.fixture(scope="module")
def real(data_dir, golden_dir):
    """A few real resources of every mapped type."""
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in MAPS}
    paths = [golden_dir / "a.json"]
    for part in ("ig-examples", "careplan-personas", "synthea-fhir/exf-california"):
        paths += counting.json_files(data_dir / part)
    for path in paths:
        for _, resource in counting.resources(path):
            kept = found.get(resource["resourceType"])
            if kept is not None and len(kept) < MOST_OF_A_TYPE:
                kept.append(resource)
    found["MedicationDispense"] = found["MedicationDispense"] or [{"resourceType": "MedicationDispense", "id": "d"}]
    assert [kind for kind, some in found.items() if not some] == []
    return [resource for some in found.values() for resource in some]


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz")
    made = make_practice(folder)
    yield made.open("coordinator"), folder
    made.database.close()


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        inner = [(*at, key) for key in value if key != "resourceType"]
        return inner + [place for key, each in value.items() for place in _places(each, (*at, key))]
    if isinstance(value, list):
        inner = [(*at, index) for index in range(len(value))]
        return inner + [place for index, each in enumerate(value) for place in _places(each, (*at, index))]
    return []


@st.composite
def mutated(draw: st.DrawFn, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """A real resource about patient p1 with one to four things wrong."""
    resource = copy.deepcopy(draw(st.sampled_from(resources)))
    for name in ("subject", "patient", "for", "beneficiary"):
        if name in resource:
            resource[name] = {"reference": "Patient/p1"}
    for _ in range(draw(st.integers(1, 4))):
        places = _places(resource)
        if not places:
            break
        *way, last = draw(st.sampled_from(places))
        holder: Any = resource
        for step in way:
            holder = holder[step]
        what = draw(st.sampled_from(("replace", "drop", "twice", "wrap")))
        if what == "drop":
            del holder[last]
        elif what == "wrap":
            holder[last] = [holder[last]]
        elif what == "twice" and isinstance(holder, list):
            holder.append(copy.deepcopy(holder[last]))
        else:
            holder[last] = copy.deepcopy(draw(VALUES))  # what was drawn is shared between the examples
    return resource


def _examples(pytestconfig: pytest.Config, few: int, many: int) -> Any:
    full = bool(pytestconfig.getoption("--exchange-full", default=False))
    return settings(
        max_examples=many if full else few,
        deadline=None,
        database=None,
        derandomize=not full,
        suppress_health_check=list(HealthCheck),
    )


def test_whatever_a_resource_says_it_is_accounted_for(pytestconfig, real, shared):
    practice, folder = shared
    path = folder / "a.json"

    @_examples(pytestconfig, 12, 400)
    @given(st.lists(mutated(real), min_size=10, max_size=25))
    def check(resources: list[dict[str, Any]]) -> None:
        entries = [{"resource": one} for one in (patient(), *resources)]
        path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
        report = run(practice, path)
        assert adds_up(report)
        if report.files[0].status == "imported":
            assert sum(one.read for _, one in report.totals) == len(entries)
        again = run(practice, path)
        assert adds_up(again)
        assert {(one.created, one.updated) for _, one in again.totals} <= {(0, 0)}

    check()
    assert sound(practice)


def test_whatever_happens_to_the_text_of_a_file_refusal_changes_nothing(pytestconfig, real, shared):
    practice, folder = shared
    path = folder / "b.json"
    whole = json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [{"resource": real[0]}]}).encode()
    before = fingerprint(practice)

    @_examples(pytestconfig, 25, 1_000)
    @given(st.integers(0, len(whole) - 1), st.binary(min_size=0, max_size=4), st.booleans())
    def check(place: int, wrong: bytes, cut: bool) -> None:
        path.write_bytes(whole[:place] + wrong + (b"" if cut else whole[place + len(wrong) :]))
        report = run(practice, path, dry_run=True)
        assert adds_up(report)
        if report.files[0].status != "imported":
            refused = run(practice, path)
            assert refused.files[0].reason
            assert fingerprint(practice) == before

    check()
