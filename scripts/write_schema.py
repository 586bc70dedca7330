"""Write the JSON schemas of `kursk_ie.Extraction` and `kursk_ie.Incident` to docs/schema/; a test compares them."""

from __future__ import annotations

import json
from pathlib import Path

from kursk_ie import Extraction, Incident

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for model in (Extraction, Incident):
        target = FOLDER / f"{model.__name__.lower()}.schema.json"
        target.write_text(json.dumps(model.model_json_schema(), indent=2) + "\n", encoding="utf-8")
        print(f"wrote {target}")


if __name__ == "__main__":
    main()
