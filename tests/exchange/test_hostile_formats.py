"""C-CDA, HL7 v2 and CSV files nobody should have sent: refused or accounted for in words, within limits."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from icm_desktop.domain.csv_mapping import FIELDS, KINDS, CsvMapping
from icm_desktop.exchange import formats
from icm_desktop.exchange.ccda import tree
from icm_desktop.exchange.fhir.reading import Broken, Entry, Gone, Left, Remark, Unreadable
from tests.exchange import test_hl7v2
from tests.exchange.ccda_writing import document, medicine, problem, section
from tests.exchange.conftest import adds_up, condition, patient, run
from tests.exchange.test_ccda import DISCHARGE
from tests.exchange.test_undo import fingerprint, sound
from tests.exchange.xml_writing import as_xml
from tests.support import make_practice

Found = Entry | Broken | Left | Remark | Gone
HOSTILE = (
    "",
    "\x00",
    "2026-13-45",
    "999999999999",
    "1e999",
    "NaN",
    "-1",
    "x" * 3_000,
    "#",
    "'; DROP TABLE",
    "\u202e",
    "=1+1",
    "&#0;",
)
ASTHMA = condition(onsetDateTime="2020-01-05", clinicalStatus={"coding": [{"code": "active"}]})
WHOLE: dict[str, Any] = {
    "resourceType": "Bundle",
    "type": "collection",
    "entry": [{"resource": one} for one in (patient(), ASTHMA)],
}
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    made = make_practice(folder)
    yield made.open("coordinator"), folder
    made.database.close()


def budget(pytestconfig, few: int, many: int):
    full = bool(pytestconfig.getoption("--exchange-full", default=False))
    return settings(
        max_examples=many if full else few, deadline=None, database=None, derandomize=not full,
        suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate),
    )  # fmt: skip


def read(path: Path, *mappings: CsvMapping) -> tuple[list[Found], str]:
    """Everything a file has, and the sentence with which it, or what is left of it, was refused; "" when it was not."""
    known, found = formats.Known({one.key: one for one in mappings}), []
    try:
        for one in formats.entries(path, known):
            found.append(one)
    except Unreadable as problem:
        return found, problem.reason
    return found, ""


def worded(one: Found) -> bool:
    """Whether what came of a piece of a file can be told: a resource of a type, or a sentence."""
    if isinstance(one, Entry):
        return isinstance(one.resource["resourceType"], str)
    if isinstance(one, Gone):
        return bool(one.kind and one.id)
    return len((one.words if isinstance(one, Remark) else one.reason).split()) > 1


@st.composite
def wounded(draw: st.DrawFn, whole: str) -> str:
    """A file with one to four things wrong: pieces replaced, cut out, said twice or moved."""
    text = whole
    for _ in range(draw(st.integers(1, 4))):
        if not text:
            break
        at = draw(st.integers(0, len(text) - 1))
        length = draw(st.integers(0, 200))
        piece = draw(st.sampled_from((*HOSTILE, text[at : at + length] * 2, "<a>", "</a>", "|", "^", "~", "\r", '"')))
        text = text[:at] + piece + text[at + draw(st.integers(0, length)) :]
    return text


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("a.xml", DISCHARGE),
        ("a.hl7", test_hl7v2.ADMITTED + test_hl7v2.DISCHARGED),
        ("b.json", json.dumps(WHOLE)),
        ("b.ndjson", "\n".join(json.dumps(entry["resource"]) for entry in WHOLE["entry"])),
        ("b.xml", as_xml(WHOLE)),
        ("conditions.csv", "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n" + "2023-01-27,,p,e,195662009,Cough\n" * 9),
    ],
)
def test_whatever_happens_to_a_file_it_is_read_or_refused_in_words(pytestconfig, shared, name, whole):
    path = shared[1] / name

    @budget(pytestconfig, 80, 5_000)
    @given(wounded(whole))
    def check(text: str) -> None:
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        found, refused = read(path)
        assert found or len(refused.split()) > 2
        assert all(map(worded, found))

    check()


VALUES = st.text(max_size=12)


@st.composite
def attributes(draw: st.DrawFn) -> str:
    """A correct document in which values of attributes and types are anything."""
    text, parts = "", DISCHARGE.split('"')
    for place, part in enumerate(parts):
        strange = (
            place % 2
            and not part.startswith(("urn:", "http", "1.0", "UTF-8", "2.16.840.1.113883.10"))
            and draw(st.integers(0, 9)) == 0
        )
        value = draw(
            st.one_of(st.sampled_from(HOSTILE[:-1]), VALUES, st.sampled_from(("PQ", "CD", "IVL_PQ", "TS", "RTO_PQ_PQ")))
        )
        plain = "".join(letter for letter in value if letter.isprintable() and letter not in '<>&"')
        text += ('"' if place else "") + (plain if strange else part)
    return text


def test_whatever_a_correct_document_says_its_account_adds_up(pytestconfig, shared):
    practice, folder = shared
    path = folder / "b.xml"

    @budget(pytestconfig, 2, 400)
    @given(attributes())
    def check(text: str) -> None:
        path.write_text(text, encoding="utf-8")
        report = run(practice, path)
        assert adds_up(report)
        again = run(practice, path)
        assert {(one.created, one.updated) for _, one in again.totals} <= {(0, 0)}

    check()
    assert sound(practice)


def holds_anything(row: list[str]) -> bool:
    """Whether a line is not blank; a NUL is no letter."""
    return any(cell.replace("\x00", "").strip() for cell in row)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_cells_say_every_line_is_accounted_for(pytestconfig, shared, kind):
    path, fields = shared[1] / "list.csv", FIELDS[kind]
    mapping = CsvMapping(fields, kind, tuple((field, place) for place, field in enumerate(fields)), "mdy", "x")
    cells = st.one_of(
        st.sampled_from(HOSTILE), VALUES, st.sampled_from(("Moss", "11/20/1961", "2031-01-01", "9:30", "30", "booked"))
    )

    @budget(pytestconfig, 40, 3_000)
    @given(st.lists(st.lists(cells, min_size=1, max_size=len(fields) + 1), min_size=1, max_size=5))
    def check(rows: list[list[str]]) -> None:
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            csv.writer(file).writerows([fields, *rows])
        found, refused = read(path, mapping)
        assert all(map(worded, found))
        told = {one.bundle if isinstance(one, Entry) else one.line for one in found if isinstance(one, Entry | Broken)}
        assert len(refused.split()) > 2 or len(told) == sum(map(holds_anything, rows))

    check()


def test_bombs_in_documents_are_refused_and_leave_nothing(shared, monkeypatch):
    monkeypatch.setattr(tree, "MOST_NODES", 3_000)
    practice, folder = shared
    before = fingerprint(practice)
    head, body = DISCHARGE.split("?>", 1)
    deep = "<component>" * 5_000 + "</component>" * 5_000
    bombs = {
        "laughs.xml": f"{head}?>{LAUGHS}{body.replace('told in words', '&b;')}",
        "outside.xml": f"{head}?>{OUTSIDE}{body.replace('told in words', '&e;')}",
        "deep.xml": document(deep),
        "wide.xml": document(section("11450-4", "P", words="<br/>" * 3_100)),
    }
    (folder / "bombs").mkdir()
    for name, text in bombs.items():
        (folder / "bombs" / name).write_text(text, encoding="utf-8")
    report = run(practice, folder / "bombs")
    assert {file.status for file in report.files} == {"refused"}
    assert all(file.reason for file in report.files)
    assert fingerprint(practice) == before


@pytest.mark.parametrize("name", ["a.csv", "a.xml", "a.hl7"])
def test_a_line_of_a_gigabyte_is_refused_before_it_is_read(shared, name):
    practice, folder = shared
    path = folder / f"huge-{name}"
    starts = {
        "a.csv": b"Last Name,DOB\nMoss,",
        "a.xml": DISCHARGE.partition("<component>")[0].encode(),
        "a.hl7": b"MSH|^~\\&|A|",
    }
    with path.open("wb") as file:
        file.write(starts[name])
        file.write(b" " * 60_000_000)
        file.truncate(1_000_000_000)  # the rest takes no room on the disk
    report = run(practice, path)
    path.unlink()
    assert report.files[0].status in ("refused", "skipped")
    assert report.files[0].reason


def test_thousands_of_entries_that_point_to_one_long_text_do_not_multiply_it(shared):
    folder = shared[1]
    told = '<content ID="long">' + "long words " * 20_000 + "</content>"
    entry = problem("{}", "1", "", more="").replace(
        "<value", '<text><reference value="#long"/></text><value nullFlavor="UNK"'
    )
    entry = entry.replace('xsi:type="CD" code="1" codeSystem="2.16.840.1.113883.6.96" displayName=""', "")
    path = folder / "long.xml"
    entries = [entry.replace("{}", str(number)) for number in range(500)]
    path.write_text(document(section("11450-4", "P", *entries, words=told)), encoding="utf-8")
    texts = [
        one.resource["code"]["text"]
        for one in formats.entries(path)
        if isinstance(one, Entry) and one.resource["resourceType"] == "Condition"
    ]
    assert len(texts) == 500
    assert max(map(len, texts)) <= 4_000


def test_a_medicine_without_anything_is_left_out_and_counted(shared):
    empty = medicine("1", "").replace(
        'code="314076" codeSystem="2.16.840.1.113883.6.88" displayName=""', 'nullFlavor="UNK"'
    )
    path = shared[1] / "empty.xml"
    path.write_text(document(section("10160-0", "Medicines", empty, words="")), encoding="utf-8")
    left = [one for one in formats.entries(path) if isinstance(one, Left)]
    assert [one.kind for one in left] == ["MedicationStatement"]
