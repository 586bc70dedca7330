"""Time and memory of `kursk_ie.reconcile` on made-up events.

usage: python -m benchmarks.incidents [COUNT …]

Each size runs in a process of its own. The events are those of a war that goes on at one pace, some 270 a day: more
events are a longer war, so that the cost should grow with their number. An incident is told four times on average, by
outlets that echo each other, with or without its day, place and figure. The counts are 10,000, 30,000 and 100,000 by
default. Time is that of reconciling alone, on the clock and of the processor; memory is the most that the process held.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from time import perf_counter, process_time

import kursk_ie
from kursk_ie import (
    Attribution,
    Date,
    Document,
    Event,
    EventFigure,
    Extraction,
    Party,
    Place,
    Span,
    Verification,
)

COUNTS = (10_000, 30_000, 100_000)
EVENTS_A_DAY = 274
REPORTS_OF_AN_INCIDENT = 4
START = dt.date(2022, 3, 1)
TYPES = ("strike", "combat", "casualties", "territory", "deployment", "equipment_loss")
SHARES = (36, 16, 22, 12, 8, 6)
SPEAKERS = (
    "General Staff of Ukraine",
    "Ukraine",
    "Moscow",
    "Kremlin",
    "Volodymyr Zelensky",
    "local officials",
    None,
    None,
)
OUTLETS = tuple(f"Outlet {number}" for number in range(60))
REGIONS = 24
SETTLEMENTS = 600


def places(draw: random.Random) -> list[Place]:
    found = []
    for number in range(SETTLEMENTS):
        region = number % REGIONS
        found.append(
            Place(
                start=0, end=1, text="x", name=f"Place {number}", gazetteer_id=f"x:{number}",
                latitude=45 + region // 6 * 1.8 + draw.random(), longitude=24 + region % 6 * 2.4 + draw.random(),
                country="UKR", admin1=f"Region {region}", feature="settlement", precision="point", resolved=True,
            )
        )  # fmt: skip
    return found


def extractions(count: int) -> Iterator[Extraction]:
    """Made-up extractions of one event each, always the same for the same count."""
    draw = random.Random(7)
    settlements = places(draw)
    weights = [1 / (rank + 5) for rank in range(SETTLEMENTS)]
    country = Place(
        start=0, end=1, text="x", name="Ukraine", gazetteer_id="c:UKR", latitude=49.0, longitude=32.0, country="UKR",
        feature="country", precision="country", resolved=True,
    )  # fmt: skip
    vocabulary = [
        f"{draw.choice('bcdfgklmnprstv')}{draw.choice('aeiou')}{draw.choice('lmnrst')}{n:x}"
        for n in range(3000)
    ]
    made = 0
    while made < count:
        day = START + dt.timedelta(days=made // EVENTS_A_DAY)
        [type] = draw.choices(TYPES, SHARES)
        [place] = draw.choices(settlements, weights)
        number = draw.randint(1, 40) * draw.choice((1, 1, 10))
        words = draw.sample(vocabulary, 8)
        side = draw.choice(("UKR", "RUS"))
        for _ in range(min(count - made, 1 + int(draw.expovariate(1 / (REPORTS_OF_AN_INCIDENT - 1))))):
            yield _extraction(
                draw,
                made,
                type,
                day,
                draw.choices((place, country, None), (70, 18, 12))[0],
                number,
                words,
                side,
            )
            made += 1


def _extraction(
    draw: random.Random,
    id: int,
    type: str,
    day: dt.date,
    place: Place | None,
    number: int,
    words: list[str],
    side: str,
) -> Extraction:
    said = " ".join(draw.sample(words, 6))
    sentence = Span(start=0, end=len(said), text=said)
    dated = draw.random() < 0.4
    speaker = draw.choice(SPEAKERS)
    figure = EventFigure(
        start=0, end=1, text="x", min=number + draw.choice((0, 0, 0, 2)), max=number + 2, noun="people",
        measure="killed" if type == "casualties" else "equipment",
    )  # fmt: skip
    attribution = Attribution(
        id="a1", source=sentence, speaker=speaker, speaker_kind="government", cue=sentence, content=sentence, act="say",
        rule="made-up",
    )  # fmt: skip
    event = Event(
        id="e1", type=type, trigger=sentence, sentence=sentence,  # type: ignore[arg-type]
        targets=(Party(code=side, text="x", start=0, end=1),) if draw.random() < 0.8 else (),
        figures=(figure,) if draw.random() < 0.4 else (), places=(place,) if place else (),
        date=Date(start=0, end=1, text="x", earliest=day, latest=day) if dated else None,
        attributions=(attribution,) if speaker else (), verification=Verification(),
    )  # fmt: skip
    published = day + dt.timedelta(days=draw.choice((0, 0, 1)))
    document = Document(
        id=f"d{id}", outlet=draw.choice(OUTLETS), published=published, length=len(said), sha256=f"{id:064x}"
    )
    return Extraction(document=document, events=(event,))


def measure(count: int) -> None:
    making = perf_counter()
    for _ in extractions(count):
        pass
    making = perf_counter() - making
    begin = perf_counter()
    started = process_time()
    incidents = kursk_ie.reconcile(extractions(count))
    seconds = perf_counter() - begin - making
    busy = process_time() - started - making
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:9,} {len(incidents):10,} {seconds:8.1f} {busy:8.1f} {busy / count * 1e6:10.0f} {megabytes:8.0f}",
        flush=True,
    )


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        return measure(int(sys.argv[2]))
    print(
        f"{'events':>9} {'incidents':>10} {'seconds':>8} {'CPU s':>8} {'µs/event':>10} {'MB':>8}", flush=True
    )
    for count in [int(written) for written in sys.argv[1:]] or COUNTS:
        subprocess.run([sys.executable, "-m", "benchmarks.incidents", "--one", str(count)], check=True)
    return None


if __name__ == "__main__":
    main()
