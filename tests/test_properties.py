"""What holds for every text, whatever it says."""

from __future__ import annotations

import itertools
import pickle
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kursk_ie
from grounding import spans
from kursk_ie import Extraction

SAMPLES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = (
    "Ukraine Russia Kyiv Moscow Pyongyang Reuters HUR Zelensky Hezbollah Sudzha Kursk region Pokrovsk Gaza Khartoum "
    "the a of in near by at to and or but not said says claimed denied reported told according reportedly estimates "
    "could verify confirmed evidence declined comment it he they who that which killed wounded losses clashes struck "
    "shelled deployed captured surrendered evacuated destroyed shot down troops soldiers drones tanks civilians "
    "brigade corps regiment 94th 810th Separate Marine about least up more than some dozens hundreds thousands "
    "between half third percent km Monday Friday yesterday overnight last week weekend December Dec. 14 14-15 2024 "
    "October mid-October 30 11,000 10,000-12,000 3.5 5 0 U.S. Gen. President Ministry Defence Staff General"
).split()
MARKS = [
    *".,;:!?…-–—()[]\"'“”‘’„«»",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\r\n",
    "\xa0",
    "\u200b",
    "é",
    "🇺🇦",
    "e\u0301",
]
UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
NEWS = st.lists(st.sampled_from([*WORDS, *MARKS]), max_size=60).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts))
)
TEXTS = st.one_of(UNICODE, NEWS, st.lists(st.one_of(UNICODE, NEWS), max_size=4).map(" ".join))
DAYS = st.none() | st.dates()

SENTENCES = st.sampled_from(
    [
        "The governor said 13 people were killed in Belgorod on 3 March 2023.",
        "At least 40 drones were shot down over the Odesa region, the air force reported.",
        "“We hold Sudzha,” the commander of the 80th Air Assault Brigade told Halka.",
        "Between 200 and 300 soldiers of the 155th Marine Brigade left Marinka in May 2024, officials said.",
        "Nearly half of the 1,200 houses in Avdiivka were destroyed.",
        "Moscow denied that dozens of its tanks had been lost near Vuhledar.",
        "He declined to comment.",
        "An unclosed “quotation of the 3rd Army Corps",
    ]
)


@SAMPLES
@given(TEXTS, DAYS)
def test_every_span_is_grounded(text: str, published: Any) -> None:
    extraction = kursk_ie.extract(text, published=published)
    for start, end, words in spans(extraction):
        assert text[start:end] == words != ""
    for issue in extraction.issues:
        assert issue.start is None or 0 <= issue.start < (issue.end or 0) <= len(text)


@SAMPLES
@given(TEXTS, DAYS)
def test_a_result_survives_json_and_pickle_and_is_the_same_again(text: str, published: Any) -> None:
    extraction = kursk_ie.extract(text, published=published, id="x")
    assert Extraction.model_validate_json(extraction.model_dump_json()) == extraction
    assert Extraction.model_validate(extraction.model_dump()) == extraction
    assert pickle.loads(pickle.dumps(extraction)) == extraction
    assert hash(extraction) == hash(kursk_ie.extract(text, published=published, id="x"))


@SAMPLES
@given(TEXTS, DAYS)
def test_the_order_of_a_result(text: str, published: Any) -> None:
    extraction = kursk_ie.extract(text, published=published)
    places = [(mention.start, mention.end) for mention in extraction.mentions]
    assert places == sorted(places)
    for label in ("PLACE", "UNIT", "FIGURE", "DATE"):
        own = [mention for mention in extraction.mentions if mention.label == label]
        assert all(one.end <= next_.start for one, next_ in itertools.pairwise(own))
    for ids, prefix in ((extraction.attributions, "a"), (extraction.events, "e")):
        assert [item.id for item in ids] == [f"{prefix}{number}" for number in range(1, len(ids) + 1)]
    cues = [attribution.cue.start for attribution in extraction.attributions]
    assert cues == sorted(cues)
    triggers = [event.trigger.start for event in extraction.events]
    assert triggers == sorted(triggers)


@SAMPLES
@given(TEXTS, DAYS)
def test_the_parts_of_an_event_are_parts_of_the_result(text: str, published: Any) -> None:
    extraction = kursk_ie.extract(text, published=published)
    mentions = set(extraction.mentions)
    figures = {(m.start, m.end) for m in mentions if m.label == "FIGURE"}
    for event in extraction.events:
        assert event.sentence.start <= event.trigger.start < event.trigger.end <= event.sentence.end
        assert {(figure.start, figure.end) for figure in event.figures} <= figures
        assert {*event.places, *event.units} <= mentions
        assert event.date is None or event.date in mentions
        assert set(event.attributions) <= set(extraction.attributions)
        assert event.rules
    for mention in extraction.mentions:
        if mention.label == "FIGURE" and None not in (mention.min, mention.max):
            assert mention.min <= mention.max  # type: ignore[operator]
        if mention.label == "DATE" and mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=5), st.lists(SENTENCES, min_size=1, max_size=5))
def test_two_texts_after_each_other_keep_their_mentions(first: list[str], second: list[str]) -> None:
    """Figures, dates and units are read within their sentence, so that what stands around it does not matter.

    Places are not compared: their reading and their country depend on the other places of the text.
    """
    one, two = " ".join(first), " ".join(second)
    gap = "\n\n"

    def mentions(text: str, shift: int = 0) -> set[tuple[str, int, int]]:
        found = kursk_ie.extract(text).mentions
        return {(m.label, m.start + shift, m.end + shift) for m in found if m.label != "PLACE"}

    assert mentions(one + gap + two) == mentions(one) | mentions(two, len(one + gap))
