"""Partners and sealed packages from the command line: documents as their schemas say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Shell, check
from tests.exchange.live.conftest import OUTSIDE, there
from tests.exchange.live.server import running


def test_a_partner_is_added_chosen_asked_and_listed(shell: Shell, tmp_path: Path):
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": there()}]}
    (tmp_path / "in.json").write_text(json.dumps(bundle), encoding="utf-8")
    shell.json("import", tmp_path / "in.json")
    with running() as server:
        server.store.put(there())
        added = shell.json("partners", "add", "Riverside", "--address", server.base, "--sends")
        chosen = ("--patient", "000001", "--outside-id", OUTSIDE)
        shell.json("partners", "choose", str(added["id"]), *chosen)
        assert shell.json("partners", "poll") == {"received": 0, "sent": 0, "troubles": 0}
        (row,) = shell.json("partners", "list")["partners"]
        assert (row["name"], row["patients"], row["problem"], row["public_key"]) == ("Riverside", 1, None, None)
    ran = shell.run("partners", "poll", "--json")
    check("partners", ran.document())
    assert ran.code == 1 and ran.document()["troubles"] == 1


@pytest.mark.parametrize("kind", ["ccda-care-plan", "package"])
def test_a_record_leaves_in_other_forms(shell: Shell, tmp_path: Path, kind: str):
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": there()}]}
    (tmp_path / "in.json").write_text(json.dumps(bundle), encoding="utf-8")
    shell.json("import", tmp_path / "in.json")
    whose = (
        ("--for", "Lakeside", "--treats", "--purpose", "treatment", "--reason", "asked by phone")
        if kind == "package"
        else ()
    )
    made = shell.json("export", "--patient", "000001", "--format", kind, *whose, "--out", tmp_path / "out")
    assert made["format"] == kind and (tmp_path / "out").exists()
    if kind == "package":
        (tmp_path / "code").write_text(made["code"], encoding="utf-8")
        ran = shell.run("package", "look", tmp_path / "out", "--code-file", tmp_path / "code")
        assert ran.code == 1 and "made here" in ran.err
