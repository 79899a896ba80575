"""Coverage-guided fuzzing of one importer, on demand: `python -m tests.exchange.fuzz_atheris ccda --seconds 600`.

Atheris is no part of the lock file (it does not run everywhere); it is installed into a folder of its own for the run.
Each input is read and mapped as an import does it before anything is written: what is not refused in words is a fault,
and so is what takes more than 20 seconds or 2 GB. What broke it is kept in the folder that is printed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_PERSON = {"number": "1001", "family": "Moss", "given": "Ada", "birth_date": "11/20/1961", "sex": "F", "city": "Troy"}
_VISIT = {"date": "12/01/2026", "time": "9:30", "minutes": "30", "status": "booked", "with": "Dr. Kim"}
_SECONDS_EACH, _MEGABYTES = 20, 2_048
_LONGEST = 64_000  # bytes of an input; the limits of size have tests of their own
_NAMES = {
    "json": "a.json", "ndjson": "a.ndjson", "xml": "a.xml", "ccda": "b.xml", "hl7": "a.hl7", "patients": "list.csv",
    "visits": "list.csv", "synthea": "conditions.csv",
}  # fmt: skip
_READERS = ("fhir.reading", "fhir.xml_files", "ccda.reading", "hl7v2.mapping", "csv_files.reading")


def main() -> int:
    """Run until the time is over or something breaks; 0 when nothing did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("importer", choices=sorted(_NAMES))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.inside:
        return _fuzz(asked.importer, asked.seconds, Path(asked.inside))
    folder = Path(tempfile.mkdtemp(prefix=f"icm-fuzz-{asked.importer}-"))
    install = [sys.executable, "-m", "pip", "install", "-q", "--target", str(folder / "atheris"), "atheris"]
    subprocess.run(install, check=True, timeout=300)
    paths = os.pathsep.join((str(folder / "atheris"), str(Path.cwd())))
    again = [sys.executable, "-m", "tests.exchange.fuzz_atheris", asked.importer, "--seconds", str(asked.seconds)]
    done = subprocess.run([*again, "--inside", str(folder)], env={**os.environ, "PYTHONPATH": paths}, check=False)
    told = "nothing broke it" if done.returncode == 0 else f"broken, see {folder}"
    print(f"{asked.importer}: {told}")  # noqa: T201  the answer
    return done.returncode


def _fuzz(importer: str, seconds: int, folder: Path) -> int:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["icm_desktop.exchange", "icm_desktop.domain"]):
        for reader in _READERS:  # an import loads them when it meets the format: then nobody would watch them
            importlib.import_module(f"icm_desktop.exchange.{reader}")
        take = _taker(importer, folder / _NAMES[importer])
    seeds, found = folder / "seeds", folder / "found"
    for each in (seeds, found):
        each.mkdir()
    for number, seed in enumerate(_seeds(importer)):
        (seeds / str(number)).write_bytes(seed[:_LONGEST])
    options = (
        f"-max_total_time={seconds}", f"-timeout={_SECONDS_EACH}", f"-rss_limit_mb={_MEGABYTES}",
        f"-max_len={_LONGEST}", f"-artifact_prefix={found}/", "-print_final_stats=1", "-verbosity=1",
    )  # fmt: skip
    atheris.Setup([importer, *options, str(seeds)], take)
    atheris.Fuzz()  # ends the process
    return 0


def _taker(importer: str, path: Path) -> Callable[[bytes], None]:
    """Reads and maps one input."""
    from zoneinfo import ZoneInfo

    from icm_desktop.content.plain_words import sensitive
    from icm_desktop.domain.csv_mapping import FIELDS, KINDS, CsvMapping
    from icm_desktop.exchange import formats
    from icm_desktop.exchange.fhir.index import Index, place_of, resource_id_of
    from icm_desktop.exchange.fhir.links import ImportLinks, Ours
    from icm_desktop.exchange.fhir.mapped import Context, NotMapped
    from icm_desktop.exchange.fhir.reading import Entry, Unreadable
    from icm_desktop.exchange.fhir.types import MAPS
    from icm_desktop.exchange.fhir.values import Notes
    from icm_desktop.exchange.fhir.writing.valid import as_valid

    zone = ZoneInfo("America/New_York")
    kind = importer if importer in KINDS else None
    mapping = None
    if kind is not None:
        columns = tuple((field, place) for place, field in enumerate(FIELDS[kind]))
        mapping = CsvMapping(FIELDS[kind], kind, columns, "mdy", "x")

    def take(data: bytes) -> None:
        path.write_bytes(_head(importer) + data)
        index, read = Index(), []
        try:
            for one in formats.entries(path, formats.Known({mapping.key: mapping} if mapping else {})):
                if isinstance(one, Entry):
                    place = place_of(0, 0, one.bundle, one.source)
                    index.add(one, str(one.resource["resourceType"]), resource_id_of(one), place)
                    read.append((one, place))
        except (Unreadable, NotMapped):
            pass
        links = ImportLinks(index, Ours())
        for one, place in read:
            links.at(one.resource, place)
            maps = MAPS.get(str(one.resource["resourceType"]))
            try:
                if maps is not None:
                    maps(one.resource, Context(links, Notes(zone), sensitive()))
            except NotMapped:
                continue
            as_valid(one.resource, zone)

    return take


def _head(importer: str) -> bytes:
    """The first line of lists: without it nothing behind it is read."""
    from icm_desktop.domain.csv_mapping import FIELDS, KINDS

    return (",".join(FIELDS[importer]) + "\n").encode() if importer in KINDS else b""


def _seeds(importer: str) -> list[bytes]:
    """Small correct files to begin with."""
    from icm_desktop import paths
    from tests.exchange.conftest import condition, patient
    from tests.exchange.test_ccda import DISCHARGE
    from tests.exchange.test_hl7v2 import ADMITTED, DISCHARGED
    from tests.exchange.xml_writing import as_xml

    sample = paths.RESOURCES / "content" / "sample" / "tour_bundle.json"
    some = [entry["resource"] for entry in json.loads(sample.read_bytes())["entry"]]
    return {
        "json": lambda: [_bundle(patient(), condition()), *(_bundle(one) for one in some)],
        "ndjson": lambda: [_lines(patient(), condition()), _lines(*some)],
        "xml": lambda: [as_xml(one).encode() for one in (patient(), *some)],
        "ccda": lambda: [DISCHARGE.encode()],
        "hl7": lambda: [(ADMITTED + DISCHARGED).encode()],
        "patients": lambda: [_line("patients", _PERSON)],
        "visits": lambda: [_line("visits", _PERSON | _VISIT)],
        "synthea": lambda: [b"START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n2023-01-27,,p,e,195662009,Cough\n"],
    }[importer]()


def _line(kind: str, cells: dict[str, str]) -> bytes:
    from icm_desktop.domain.csv_mapping import FIELDS

    return (",".join(cells.get(field, "") for field in FIELDS[kind]) + "\n").encode()


def _bundle(*resources: dict[str, Any]) -> bytes:
    entries = [{"resource": one, "fullUrl": f"urn:uuid:{one['id']}"} for one in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def _lines(*resources: dict[str, Any]) -> bytes:
    return b"\n".join(json.dumps(one).encode() for one in resources)


if __name__ == "__main__":
    sys.exit(main())
