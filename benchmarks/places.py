"""How many place names are found and resolved; writes the table of docs/places.md.

usage: python -m benchmarks.places [--gazetteer PACK] [--write]

The names are those of tests/places: villages of the Kursk border with a point each, and ambiguous names in sentences
with the place that is meant. --gazetteer adds a column for the full pack; --write puts the table into docs/places.md.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from spacy.language import Language

import kursk_ie
from kursk_ie.mentions.gazetteer.rows import kilometres
from kursk_ie.results import Place

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "places"
PAGE = ROOT / "docs" / "places.md"
BEGIN, END = "<!-- table: python -m benchmarks.places --write -->", "<!-- end of table -->"
NEAR_KM = 10
SENTENCE = "Fighting was reported near {} in the Kursk region on Tuesday."


def find(nlp: Language, text: str, name: str) -> Place | None:
    mentions = nlp(text)._.kursk_ie.mentions
    return next((m for m in mentions if isinstance(m, Place) and m.text == name), None)


def villages(nlp: Language) -> dict[str, tuple[int, int]]:
    found = near = count = 0
    lines = (CASES / "kursk_villages.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith(("#", "name\t")):
            continue
        name, latitude, longitude, _ = line.split("\t")
        place = find(nlp, SENTENCE.format(name), name)
        count += 1
        found += place is not None
        if place is not None and place.latitude is not None and place.longitude is not None:
            here = (place.latitude, place.longitude)
            near += kilometres(here, (float(latitude), float(longitude))) < NEAR_KM
    return {"border villages found": (found, count), f"resolved within {NEAR_KM} km": (near, count)}


def ambiguous(nlp: Language) -> tuple[int, int, list[str]]:
    """How many are right, how many there are, and those that are wrong."""
    cases = [
        json.loads(line) for line in (CASES / "ambiguous.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    wrong = []
    for case in cases:
        place = find(nlp, case["text"], case["name"])
        got = [place.country, place.admin1, place.feature] if place is not None and place.resolved else None
        meant = case["meant"]
        if got and meant and meant[1] is None:  # the country tells them apart
            got[1] = None
        if got != meant:
            wrong.append(f"{case['text']} {case['name']}: {got}, meant {meant}")
    return len(cases) - len(wrong), len(cases), wrong


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gazetteer", type=Path, metavar="PACK")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    setups = {"tiers 1 and 2": kursk_ie.load()}
    if arguments.gazetteer is not None:
        setups["full pack"] = kursk_ie.load(gazetteer=arguments.gazetteer)
    columns: list[dict[str, tuple[int, int]]] = []
    for name, nlp in setups.items():
        right, count, wrong = ambiguous(nlp)
        columns.append({**villages(nlp), "ambiguous names in context, resolved rightly": (right, count)})
        for line in wrong:
            print(f"{name}: {line}")
    rows = [["", *setups], ["---", *("---:" for _ in setups)]]
    for row in columns[0]:
        rows.append(
            [
                row,
                *(
                    f"{column[row][0] / column[row][1]:.2f} ({column[row][0]} of {column[row][1]})"
                    for column in columns
                ),
            ]
        )
    table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    print(table)
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8")
        head, tail = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n\n{table}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
