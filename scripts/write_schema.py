"""Write the JSON schema of `kursk_ie.Extraction` to docs/schema/, where a test compares it with the code."""

from __future__ import annotations

import json
from pathlib import Path

from kursk_ie import Extraction

TARGET = Path(__file__).resolve().parent.parent / "docs" / "schema" / "extraction.schema.json"


def main() -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(Extraction.model_json_schema(), indent=2) + "\n", encoding="utf-8")
    print(f"wrote {TARGET}")


if __name__ == "__main__":
    main()
