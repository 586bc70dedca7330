"""Places found and where they are put, on public corpora of geoparsing.

usage: python -m benchmarks.geoparsing FILE.xml…

Reads LGL (Lieberman et al. 2010), TR-News (Kamalloo and Rafiei 2018), GeoVirus (Gritta et al. 2018) and GeoWebNews
(Gritta et al. 2020) in the XML of https://github.com/milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation. The corpora
mark every name of a place, also where it acts (*Russia said*), which is no place here: so recall is of their kind of
names and cannot reach 1. Of what both mark, it counts how often the point lies within 161 km (100 miles), the measure
usual there. Of GeoWebNews only literal names are counted.
"""

from __future__ import annotations

import argparse
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import kursk_ie
from kursk_ie.evaluation.likeness import overlap
from kursk_ie.mentions.gazetteer.rows import kilometres
from kursk_ie.results import Place

NEAR_KM = 161


class Marked(NamedTuple):
    """A name that a corpus marks: offsets, the point where there is one, and whether it counts for recall."""

    start: int
    end: int
    point: tuple[float, float] | None
    literal: bool


def articles(path: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Text and marked names of each article, whichever of the four forms the file has."""
    for article in ET.parse(path).getroot().iter("article"):
        shift = -1 if article.find("locations") is not None else 0  # GeoVirus counts from 1
        marked = [_marked(node, shift) for tag in ("location", "toponym") for node in article.iter(tag)]
        yield article.findtext("text") or "", marked


def _marked(node: ET.Element, shift: int) -> Marked:
    point = None
    for latitude, longitude in (("lat", "lon"), ("latitude", "longitude")):
        found = node.findtext(f".//{latitude}"), node.findtext(f".//{longitude}")
        if found[0] and found[1]:
            point = float(found[0]), float(found[1])
    kind = node.findtext("type")
    start, end = (int(node.findtext(tag) or 0) + shift for tag in ("start", "end"))
    return Marked(start, end, point, kind is None or kind == "Literal")


def measure(path: Path) -> str:
    """One row of the table."""
    gold = found = ours = right = placed = near = 0
    for text, marked in articles(path):
        places = [m for m in kursk_ie.extract(text).mentions if isinstance(m, Place)]
        ours += len(places)
        right += sum(any(overlap(mark, place) for mark in marked) for place in places)
        for mark in marked:
            if not mark.literal:
                continue
            gold += 1
            over = [place for place in places if overlap(mark, place)]
            found += bool(over)
            if over and mark.point is not None:
                place = over[-1]
                placed += 1
                if place.latitude is not None and place.longitude is not None:
                    near += kilometres((place.latitude, place.longitude), mark.point) <= NEAR_KM
    return f"{path.stem:12} {gold:6,} {found / gold:8.2f} {right / ours:10.2f} {near / placed:11.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.xml")
    print(f"{'corpus':12} {'names':>6} {'recall':>8} {'precision':>10} {'in 161 km':>11}")
    for path in parser.parse_args().files:
        print(measure(path))


if __name__ == "__main__":
    main()
