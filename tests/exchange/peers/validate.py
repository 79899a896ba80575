"""Checks resources with the PyPI package fhir.resources (R4B): a program of its own, run where that is installed."""

from __future__ import annotations

import importlib
import json
import sys
from collections import Counter
from pathlib import Path

from pydantic import ValidationError  # type: ignore[import-not-found]  # comes with fhir.resources


def main() -> None:
    """Print how many resources of the .ndjson files were checked, and what is wrong by type and place."""
    wrong: Counter[str] = Counter()
    checked = 0
    for path in sorted(Path(sys.argv[1]).glob("*.ndjson")):
        kind = path.stem
        model = getattr(importlib.import_module(f"fhir.resources.R4B.{kind.lower()}"), kind)
        for line in path.read_bytes().splitlines():
            checked += 1
            try:
                model.model_validate(json.loads(line))
            except ValidationError as error:
                for one in error.errors():
                    place = ".".join(str(step) for step in one["loc"] if not isinstance(step, int))
                    wrong[f"{kind}.{place}: {one['msg'][:120]}"] += 1
    sys.stdout.write(json.dumps({"checked": checked, "wrong": dict(wrong)}))


if __name__ == "__main__":
    main()
