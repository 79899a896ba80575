"""Writes resources/schemas/fhir/r4_elements.txt from the JSON Schema of FHIR R4: `fhir_elements.py fhir.schema.json`.

FHIR in XML does not say which elements repeat or what is a number; this short table does. One line per type:
`Patient identifier*=Identifier active=boolean name*=HumanName gender`. `*`: it repeats, so it is a list in JSON.
No `=`: it is a text. `boolean` and `number` as in JSON, `xhtml` is narrative, `Resource` is any resource.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "resources" / "schemas" / "fhir" / "r4_elements.txt"
HEAD = (
    "# Elements of the types of FHIR R4 (4.0.1): which repeat (*) and what they hold.\n"
    "# Made by packaging/fhir_elements.py from the FHIR JSON Schema. FHIR is a trademark of HL7.\n"
)


def lines(schema: dict[str, Any]) -> list[str]:
    """The table, one line per type that has elements."""
    definitions = schema["definitions"]
    plain = {name: one.get("type", "string") for name, one in definitions.items() if "properties" not in one}
    found = []
    for name, definition in sorted(definitions.items()):
        if "properties" in definition and name != "ResourceList":
            words = [_word(key, one, plain) for key, one in definition["properties"].items() if key[0] != "_"]
            found.append(" ".join([name, *(word for word in words if not word.startswith("resourceType"))]))
    return found


def _word(name: str, described: dict[str, Any], plain: dict[str, str]) -> str:
    repeats = described.get("type") == "array"
    inner = described.get("items", {}) if repeats else described
    kind = inner.get("$ref", "").rpartition("/")[2] or None
    if kind == "ResourceList":
        what = "Resource"
    elif kind is None:
        what = inner.get("type", "string")
    elif kind in plain and kind != "xhtml":
        what = plain[kind]
    else:
        what = kind
    return name + ("*" if repeats else "") + ("" if what == "string" else f"={what}")


def main() -> None:
    """Write the file."""
    schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(HEAD + "\n".join(lines(schema)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
