"""Where and when: which place and which date of a text belong to which event."""

from __future__ import annotations

import pytest

import kursk_ie

PUBLISHED = "2024-12-17"  # a Tuesday

# name, text, words of the trigger, the event's places
PLACES = [
    ("clause", "Rebels shelled the army camp near Sake.", "shelled", "Sake"),
    ("list", "Russian troops shelled Kherson, Nikopol and Sumy.", "shelled", "Kherson Nikopol Sumy"),
    (
        "part of a region",
        "Russian troops shelled Nikopol in the Dnipropetrovsk region.",
        "shelled",
        "Nikopol",
    ),
    (
        "a name with an HTML entity",
        "Ukraine accused Russian troops of killing 20 people in a strike on Mariupol&#039;s theatre.",
        "strike",
        "Mariupol",
    ),
    (
        "another clause's, in the present tense",
        "In Goma, nine soldiers survived a rocket strike, as Rwanda sends troops to Sake.",
        "rocket strike",
        "Goma",
    ),
    ("home of the victim", "Manchester man dies fighting in Ukraine.", "dies", "Ukraine"),
    (
        "measured from another",
        "Balakliia and Izium, both to the north of Sloviansk, were recaptured, Ukraine's army said.",
        "recaptured",
        "Balakliia Izium",
    ),
    ("measured, alone", "Rebels killed nine soldiers six miles north of Goma.", "killed", "Goma"),
    (
        "border",
        "Oil burned at a base near Kursk, 60 miles from the Ukraine border, after a Russian plane was shot down.",
        "shot down",
        "Kursk",
    ),
    (
        "name of the war",
        "Russian forces leave bases in Syria. Moscow withdrew troops to bolster its war in Ukraine, officials said.",
        "withdrew",
        "",
    ),
    (
        "nothing but the war",
        "Some 9,000 civilians have been killed in the war in Ukraine.",
        "killed",
        "Ukraine",
    ),
    ("taken from a country", "Ukrainian soldiers retook 40 villages from Russia.", "retook", ""),
    (
        "another's statement",
        "Rebels attacked an army camp, and the mayor said a bus had been shelled in Goma.",
        "attacked",
        "",
    ),
    (
        "the region again",
        "Russian shells hit Vovchansk in the Kharkiv region. Three people were killed in the region on Monday.",
        "killed",
        "Kharkiv region",
    ),
    (
        "the region of a governor",
        "Two Ukrainian missiles hit Shebekino, Belgorod governor Vyacheslav Gladkov said. "
        "Nine people were wounded by drones across the region.",
        "wounded",
        "Belgorod",
    ),
    (
        "the governor's scene",
        "Nine people were wounded by Russian shelling, Kherson's governor said. Two soldiers were killed by a mine.",
        "killed",
        "Kherson",
    ),
    (
        "region of another town",
        "Russian troops shelled the Luhansk region. The troops stormed Bakhmut. Snow fell all day. It was cold. "
        "Nine soldiers were killed.",
        "killed",
        "Bakhmut",
    ),
    (
        "a continent is no scene",
        "Rebels attacked an army in East Africa. Nine soldiers were killed.",
        "killed",
        "",
    ),
    (
        "a sum of the whole war",
        "Russian missiles hit Kharkiv. The missiles killed nine people. "
        "Since the start of the invasion 600 children have been killed.",
        "killed -1",
        "",
    ),
    (
        "in another",
        "Rebels killed nine people in Mafa, a village of Yobe State in Nigeria.",
        "killed",
        "Mafa",
    ),
    (
        "north of another",
        "Rebels seized Khattab and Maardis north of Hama in Syria.",
        "seized",
        "Khattab Maardis",
    ),
    ("no native's home", "A Lyon man was killed by a rocket in Sake.", "killed", "Sake"),
    ("near another", "A drone was shot down at Hostomel, near Kyiv.", "shot down", "Hostomel"),
    ("of that name", "Rockets hit Ukraine's southern city of Kherson and a camp.", "hit", "Kherson"),
    (
        "what is taken itself",
        "Rebels have taken Goma and three other army bases in the Virunga mountains of Congo.",
        "taken",
        "Goma",
    ),
    (
        "nowhere for a sum since a day",
        "Rebels shelled Goma on Monday. The army counts 40 rebels killed since Wednesday.",
        "killed",
        "",
    ),
]

# name, text, words of the trigger, the event's date
DATES = [
    ("clause", "Russian troops shelled Nikopol on Sunday.", "shelled", "Sunday"),
    ("announced", "Ukraine's army said on Monday that it had captured the town of Izium.", "captured", None),
    ("announced after", "Ukraine's army has captured Izium, a spokesman said on Monday.", "captured", None),
    (
        "announced before",
        "On Monday Ukraine's army claimed that it had captured the town of Izium.",
        "captured",
        None,
    ),
    (
        "beside what is said",
        "Russian troops captured Izium in August, and the Kremlin says they will stay.",
        "captured",
        "August",
    ),
    (
        "same subject",
        "Russia annexed Crimea in 2014 and claims that its people wanted it. Russian troops hold Crimea.",
        "annexed",
        "2014",
    ),
    (
        "at the next speaker",
        "After Russian attacks on Nikopol, on Sunday the governor warned that the power was gone.",
        "attacks",
        None,
    ),
    (
        "another's statement",
        "Fighting goes on in Sudan, where the army said nine shells hit the market of Omdurman on Sunday.",
        "Fighting",
        None,
    ),
    (
        "date of another thing",
        "Russian missiles struck Nikopol before this week's summit of NATO leaders.",
        "struck",
        None,
    ),
    ("when it began", "Ukrainian troops have retaken 41 villages since 1 October.", "retaken", None),
    (
        "when the war began",
        "Russian missiles have hit Nikopol 40 times since the war broke out in February.",
        "hit",
        None,
    ),
    (
        "a day after it",
        "Power came back in Nikopol on Saturday, a day after Russian missiles struck the city.",
        "struck",
        None,
    ),
    (
        "after an aside",
        "On Saturday, a day after the army left, Russian missiles struck the town of Nikopol.",
        "struck",
        "Saturday",
    ),
    (
        "year of the war",
        "Russian troops captured Nikopol during the 2022 Russian invasion of Ukraine.",
        "captured",
        None,
    ),
    (
        "told more of",
        "A governor recalled the night of 7 March, when Russian missiles struck the town of Nikopol.",
        "struck",
        "7 March",
    ),
    (
        "of somebody else",
        "Chad's army killed 300 rebels who had left the town of Faya a week ago.",
        "killed",
        None,
    ),
    (
        "of another place",
        "Rebels shelled the army base at Maungdaw, where a school had opened in August.",
        "shelled",
        None,
    ),
    (
        "told after it",
        "A drone attack on the camp, which began on Sunday, hurt soldiers.",
        "attack",
        "Sunday",
    ),
    (
        "of the fighting",
        "Five soldiers died in Saturday's fighting near Faya, Chad's army said.",
        "died",
        "Saturday",
    ),
    (
        "goes on",
        "Rebels shelled the town of Faya on Sunday. Another nine people were wounded.",
        "wounded",
        "Sunday",
    ),
    (
        "goes on in the perfect",
        "Rebels shelled the town of Faya on Sunday. Since then nine people have been wounded.",
        "wounded",
        None,
    ),
    ("its own", "Sunday's missile strike on Nikopol wounded nine people.", "missile strike", "Sunday"),
    (
        "the event again",
        "Russian missiles struck Nikopol on Sunday. A governor said the strike wounded nine people.",
        "strike",
        "Sunday",
    ),
    (
        "another event",
        "Russian missiles struck Nikopol on Sunday. A new strike was reported by the governor of Kherson.",
        "strike",
        None,
    ),
    (
        "again elsewhere",
        "Russian missiles struck Nikopol on Sunday. Officials in Kherson spoke of the strike in Kherson.",
        "strike",
        None,
    ),
]


def event(text: str, words: str) -> kursk_ie.Event:
    """The event whose trigger holds these words; the last such one after *-1*."""
    found = kursk_ie.extract(text, published=PUBLISHED).events
    words, last, _ = words.partition(" -1")
    return [event for event in found if words in event.trigger.text][-1 if last else 0]


@pytest.mark.parametrize(("text", "trigger", "places"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_where(text: str, trigger: str, places: str) -> None:
    """The places are those where the event is said to have happened."""
    assert sorted(place.text for place in event(text, trigger).places) == (
        [places] if places.endswith(" region") else sorted(places.split())
    )


@pytest.mark.parametrize(("text", "trigger", "date"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_when(text: str, trigger: str, date: str | None) -> None:
    """The date is the event's own, never that of its announcement."""
    found = event(text, trigger).date
    assert (found.text if found is not None else None) == date
