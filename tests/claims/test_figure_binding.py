"""Which figure belongs to which event, and what it measures there."""

from __future__ import annotations

import pytest

import kursk_ie

# name, text, type, the event's figures with their measures
CASES = [
    ("killed", "A Russian drone killed nine soldiers in Sumy.", "casualties", "nine killed"),
    ("wounded", "A Russian drone wounded nine soldiers in Sumy.", "casualties", "nine wounded"),
    (
        "those who did it",
        "Nine soldiers were shot dead by three gunmen in Sumy.",
        "casualties",
        "Nine killed",
    ),
    (
        "whose the counted are",
        "Nine Sindh Rangers personnel, named as Ali and Khan, were shot dead near Karachi.",
        "casualties",
        "Nine killed",
    ),
    (
        "killed and wounded",
        "Shelling of an army camp killed nine soldiers and wounded twelve in Sudan.",
        "casualties",
        "nine killed|twelve wounded",
    ),
    (
        "dead and injured",
        "The airstrike on Gaza left 22 people dead and 40 injured, the army said.",
        "casualties",
        "22 killed|40 wounded",
    ),
    (
        "killed or wounded",
        "At least 30 Russian soldiers were killed or wounded near Plekhovo.",
        "casualties",
        "At least 30 killed_or_wounded",
    ),
    (
        "missing",
        "Sixty soldiers are missing after the rebel attack near Koulikoro.",
        "casualties",
        "Sixty missing",
    ),
    (
        "of whom",
        "The army said 40 soldiers were killed, of whom six were officers.",
        "casualties",
        "40 killed|six killed",
    ),
    (
        "including",
        "A missile killed 15 people, including four children, in Kharkiv, the military said.",
        "casualties",
        "15 killed|four killed",
    ),
    ("bodies", "Soldiers found 47 bodies in Avdiivka after the shelling.", "casualties", "47 killed"),
    (
        "percent lost",
        "The Russian brigade lost 40 percent of its soldiers near Vuhledar.",
        "casualties",
        "40 percent percent",
    ),
    (
        "a third",
        "A third of the North Korean soldiers in Kursk were killed.",
        "casualties",
        "A third percent",
    ),
    (
        "two clauses",
        "Rebels killed nine soldiers in Goma, while the army captured four rebels in Sake.",
        "casualties",
        "nine killed",
    ),
    (
        "two clauses second",
        "Rebels killed nine soldiers in Goma, while the army captured four rebels in Sake.",
        "prisoners",
        "four captured",
    ),
    ("drones launched", "Russia launched 90 drones at Ukraine.", "strike", "90 munitions"),
    (
        "missiles and drones",
        "Russia launched 12 missiles and 90 drones at Ukraine.",
        "strike",
        "12 munitions|90 munitions",
    ),
    (
        "launched and shot down",
        "Russia launched 90 drones at Ukraine, which shot down 60 of them.",
        "equipment_loss",
        "60 equipment",
    ),
    ("shot down", "Ukrainian soldiers shot down 60 Russian drones.", "equipment_loss", "60 equipment"),
    ("tanks", "Ukrainian soldiers destroyed four Russian tanks.", "equipment_loss", "four equipment"),
    (
        "men and tanks, the men",
        "Ukraine's army lost 400 soldiers and 16 tanks near Kursk.",
        "casualties",
        "400 casualties",
    ),
    (
        "men and tanks, the tanks",
        "Ukraine's army lost 400 soldiers and 16 tanks near Kursk.",
        "equipment_loss",
        "16 equipment",
    ),
    (
        "area",
        "Russian troops captured 40 square kilometres of territory near Kupiansk.",
        "territory",
        "40 area_km2",
    ),
    ("distance", "Russian troops advanced three kilometres near Toretsk.", "territory", "three distance_km"),
    ("settlements", "M23 rebels captured seven villages near Masisi.", "territory", "seven settlements"),
    ("troops sent", "Pyongyang sent 12,000 soldiers to Russia.", "deployment", "12,000 personnel"),
    ("up to", "Pyongyang sent up to 12,000 soldiers to Russia.", "deployment", "up to 12,000 personnel"),
    (
        "strength",
        "There are 11,000 North Koreans in the Kursk region, officers said.",
        "strength",
        "11,000 personnel",
    ),
    (
        "strength of the force told before, beside another's",
        "Rwandan soldiers arrived in Goma in May. Kigali puts their number at 4,000, alongside a Congolese force.",
        "strength",
        "4,000 personnel",
    ),
    (
        "strength that there is by now",
        "Rwandan soldiers were sent to Goma in May. On Monday there were 4,000 in the city.",
        "strength",
        "4,000 personnel",
    ),
    (
        "soldiers stationed somewhere",
        "The army counted 700 French soldiers stationed in Djibouti.",
        "strength",
        "700 personnel",
    ),
    ("captured", "Ukrainian troops captured two North Korean soldiers.", "prisoners", "two captured"),
    ("exchanged", "Russia and Ukraine swapped 150 prisoners.", "prisoners", "150 exchanged"),
    ("each", "Russia and Ukraine exchanged 150 prisoners each.", "prisoners", "150 exchanged"),
    (
        "sanctioned",
        "Britain sanctioned 12 Russian firms over the invasion of Ukraine.",
        "sanction",
        "12 entities",
    ),
    (
        "evacuated",
        "Ukraine evacuated 600 civilians from Kupiansk because of Russian shelling.",
        "displacement",
        "600 displaced",
    ),
    (
        "displaced",
        "The fighting between the army and M23 rebels displaced 400,000 people.",
        "displacement",
        "400,000 displaced",
    ),
    (
        "thousands fled",
        "Thousands of residents fled El Fasher as RSF fighters advanced.",
        "displacement",
        "Thousands displaced",
    ),
    ("age is none", "A Russian drone killed a woman, 74, in Kherson.", "casualties", ""),
    (
        "money is none",
        "Shelling killed two soldiers and caused damage worth 3 million dollars in Sumy.",
        "casualties",
        "two killed",
    ),
    (
        "clashes counted",
        "The army counted 140 clashes with Russian troops near Pokrovsk.",
        "combat",
        "140 entities",
    ),
    (
        "units of equipment",
        "Ukraine's government claimed that over 100 units of Russian equipment had been destroyed near Bucha.",
        "equipment_loss",
        "over 100 equipment",
    ),
    (
        "a verb of its own",
        "The bodies of 13 civilians were found in the rubble after the rebel shelling and five people were rescued.",
        "casualties",
        "13 killed",
    ),
    (
        "trigger beside at least",
        "Russian soldiers were filmed shooting at least 12 prisoners in Sudzha.",
        "casualties",
        "at least 12 killed",
    ),
    (
        "age after a bracket",
        "Nurse Olha Lysenko (pictured), 56, and her son were kidnapped by Russian soldiers.",
        "prisoners",
        "",
    ),
    (
        "captives shot",
        "Nine Ukrainian captives were shot by Russian soldiers in Sudzha.",
        "casualties",
        "Nine killed",
    ),
    (
        "participle beside the verb",
        "Some 40 Kenyan soldiers deployed by the army to the border were killed in an ambush.",
        "casualties",
        "Some 40 killed",
    ),
    (
        "participle alone",
        "Some 40 Kenyan soldiers deployed by the army to the border guard the road.",
        "deployment",
        "Some 40 personnel",
    ),
]

# name, text, figures and speaker of each event of harm or territory, in text order
RETOLD = [
    (
        "in one sentence",
        "The army put the dead at 300 after the battle with rebels in Goma, whereas the UN acknowledged 60.",
        "300 army|60 UN",
    ),
    (
        "in the next sentence",
        "Sudan's army said RSF shelling killed 40 people in Omdurman. A doctors' union spoke of 90.",
        "40 Sudan's army|90 A doctors' union",
    ),
    (
        "settlements",
        "Moscow says that 28 settlements were lost to Ukrainian troops, whereas Kyiv claims 74.",
        "28 Moscow|74 Kyiv",
    ),
    (
        "a figure of its own",
        "How many soldiers were wounded in the shelling of Goma was not clear; the mayor had mentioned three.",
        "three mayor",
    ),
    (
        "of another thing",
        "Sudan's army said RSF shelling killed 40 people in Omdurman. A doctors' union spoke of 90 beds.",
        "40 Sudan's army",
    ),
]


@pytest.mark.parametrize(("name", "text", "type_", "figures"), CASES, ids=[case[0] for case in CASES])
def test_figures(name: str, text: str, type_: str, figures: str) -> None:
    events = [event for event in kursk_ie.extract(text, published="2025-03-14").events if event.type == type_]
    found = ["|".join(f"{f.text} {f.measure}" for f in event.figures) for event in events]
    assert figures in found, found


@pytest.mark.parametrize(("text", "told"), [case[1:] for case in RETOLD], ids=[case[0] for case in RETOLD])
def test_a_number_of_another_speaker(text: str, told: str) -> None:
    """A bare number that another speaker gives tells the same thing again, as his own."""
    events = [event for event in kursk_ie.extract(text).events if event.type in ("casualties", "territory")]
    found = [
        f"{figure.text} {' '.join(str(a.speaker) for a in event.attributions)}"
        for event in events
        for figure in event.figures
    ]
    assert "|".join(found) == told
