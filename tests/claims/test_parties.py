"""Agents and targets: the side that stands where the frame of a trigger looks, and sides left unsaid."""

from __future__ import annotations

import pytest

import kursk_ie

# name, text, type, agents, targets
CASES = [
    ("active", "Russian troops shelled Ukrainian positions near Orikhiv.", "strike", "RUS", "UKR"),
    (
        "active two words",
        "Israeli soldiers killed four Hezbollah fighters near Khiam.",
        "casualties",
        "ISR",
        "HEZBOLLAH",
    ),
    (
        "passive with by",
        "Four Hezbollah fighters were killed by Israeli soldiers near Khiam.",
        "casualties",
        "ISR",
        "HEZBOLLAH",
    ),
    ("passive without by", "Four Indian soldiers were killed near Poonch.", "casualties", "", "IND"),
    (
        "passive with an adverb",
        "Four Indian soldiers were reportedly killed near Poonch.",
        "casualties",
        "",
        "IND",
    ),
    (
        "passive of capture",
        "Two North Korean soldiers were captured by Ukrainian troops.",
        "prisoners",
        "UKR",
        "PRK",
    ),
    (
        "participle without auxiliary",
        "Two North Korean soldiers captured in Kursk were wounded.",
        "casualties",
        "",
        "PRK",
    ),
    ("subject dies", "Nine Somali soldiers died in an ambush near Beledweyne.", "casualties", "", "SOM"),
    (
        "died with an agent",
        "Nine Somali soldiers died in an attack by Al-Shabaab fighters.",
        "casualties",
        "ALSHABAAB",
        "SOM",
    ),
    ("noun with an adjective", "An Israeli airstrike on Lebanon hit a bridge.", "strike", "ISR", "LBN"),
    ("noun with by", "An attack by Al-Shabaab on Kenyan troops began at noon.", "combat", "ALSHABAAB", "KEN"),
    ("noun with possessive", "Ukraine's drone attack on Russia hit a refinery.", "strike", "UKR", "RUS"),
    (
        "noun between",
        "Clashes between Sudanese troops and the RSF shook Omdurman, where soldiers died.",
        "combat",
        "SDN",
        "RSF",
    ),
    ("clashed with", "Armenian soldiers clashed with Azerbaijani troops near Tegh.", "combat", "ARM", "AZE"),
    (
        "fought alongside",
        "North Korean soldiers fought alongside Russian forces near Sudzha.",
        "combat",
        "PRK RUS",
        "",
    ),
    ("launched at", "Iran launched 180 missiles at Israel.", "strike", "IRN", "ISR"),
    ("fired at", "Hezbollah fired 40 rockets at Israel.", "strike", "HEZBOLLAH", "ISR"),
    (
        "fired in the passive",
        "Some 40 rockets were fired at Israel by Hezbollah.",
        "strike",
        "HEZBOLLAH",
        "ISR",
    ),
    ("losses of", "The losses of the Ukrainian army reached 300 soldiers.", "casualties", "", "UKR"),
    (
        "casualties among",
        "Casualties among Russian soldiers passed 1,000 near Bakhmut.",
        "casualties",
        "",
        "RUS",
    ),
    (
        "adjective casualties",
        "North Korean casualties passed 3,000 soldiers in Kursk.",
        "casualties",
        "",
        "PRK",
    ),
    ("lost soldiers", "Ukraine lost 200 soldiers near Robotyne.", "casualties", "", "UKR"),
    ("lost tanks", "The Russian army lost 30 tanks near Vuhledar.", "equipment_loss", "", "RUS"),
    ("captured a town", "Russian troops captured the town of Kurakhove.", "territory", "RUS", ""),
    ("town captured by", "The town of Kurakhove was captured by Russian troops.", "territory", "RUS", ""),
    ("retook from", "Sudanese troops retook the city of Wad Madani from the RSF.", "territory", "SDN", "RSF"),
    ("drove out", "Sudanese troops drove RSF fighters out of the city of Bahri.", "territory", "SDN", "RSF"),
    ("deployed", "Rwanda deployed 4,000 troops in eastern Congo.", "deployment", "RWA", ""),
    (
        "deployed in the passive",
        "Some 1,200 Burundian soldiers were deployed near Bukavu.",
        "deployment",
        "BDI",
        "",
    ),
    ("arrived", "About 3,000 North Korean soldiers arrived in Vladivostok.", "deployment", "PRK", ""),
    (
        "strength of people",
        "There are 11,000 North Koreans in the Kursk region, officers said.",
        "strength",
        "PRK",
        "",
    ),
    (
        "surrendered",
        "Forty Congolese soldiers surrendered to the rebels near Minova.",
        "prisoners",
        "",
        "COD",
    ),
    ("shot down", "Ukrainian air defences shot down 60 Russian drones.", "equipment_loss", "UKR", "RUS"),
    (
        "destroyed in the passive",
        "Four Russian tanks were destroyed by Ukrainian soldiers.",
        "equipment_loss",
        "UKR",
        "RUS",
    ),
    (
        "sanctions on",
        "The United States imposed sanctions on nine Russian generals over the war.",
        "sanction",
        "USA",
        "RUS",
    ),
    (
        "sanctioned",
        "Britain sanctioned three Russian generals over the invasion of Ukraine.",
        "sanction",
        "GBR",
        "RUS",
    ),
    ("repelled", "Ukrainian troops repelled a Russian assault near Hryhorivka.", "combat", "UKR", "RUS"),
    (
        "negation between",
        "Israeli soldiers did not attack Lebanese troops near Khiam.",
        "combat",
        "ISR",
        "LBN",
    ),
    (
        "speaker is no agent",
        "Kyiv said four soldiers were killed by Russian shelling.",
        "casualties",
        "RUS",
        "UKR",
    ),
    ("speaker it", "Ukraine's army said it had retaken the village of Synkivka.", "territory", "UKR", ""),
    ("owner of the place", "Shelling of Kherson by Russian troops damaged a school.", "strike", "RUS", "UKR"),
    (
        "civilians where they live",
        "A Russian drone killed two civilians in Kherson.",
        "casualties",
        "RUS",
        "UKR",
    ),
    (
        "done to of",
        "Putin announced the annexation of two Ukrainian regions during the war.",
        "territory",
        "RUS",
        "UKR",
    ),
    (
        "gerund of",
        "The shelling of Ukrainian towns by soldiers went on. Russia denied it.",
        "strike",
        "",
        "UKR",
    ),
    (
        "country entered",
        "Belarusian soldiers could invade Ukraine, officers of the army said.",
        "combat",
        "BLR",
        "UKR",
    ),
    (
        "taken from",
        "Ukrainian marines liberated the town of Snihurivka from Russia, the army said.",
        "territory",
        "UKR",
        "RUS",
    ),
    (
        "others' arms",
        "Ukraine's armed forces used Australian vehicles to retake ground from Russia.",
        "territory",
        "UKR",
        "RUS",
    ),
    ("others' men", "Russia used North Korean soldiers to conduct assaults in Kursk.", "combat", "PRK", ""),
    (
        "the strikes again",
        "Russian missiles hit a Ukrainian power plant. The strikes left an army base without light.",
        "strike",
        "RUS",
        "UKR",
    ),
    (
        "strike by its dead",
        "Three Syrian soldiers died in a missile strike by Israel.",
        "strike",
        "ISR",
        "SYR",
    ),
    ("whose prisoners", "Hamas still has 50 hostages in Gaza.", "prisoners", "HAMAS", ""),
    ("holder and held", "Ukraine holds 300 Russian prisoners of war.", "prisoners", "UKR", "RUS"),
    ("prisoners of the subject", "Russian invaders tortured 12 prisoners in Izium.", "prisoners", "RUS", ""),
    (
        "order to leave",
        "Russia pressed residents of Kherson to leave, the army said.",
        "displacement",
        "RUS",
        "UKR",
    ),
    (
        "evacuated",
        "Ukraine evacuated 600 civilians from Kupiansk because of Russian shelling.",
        "displacement",
        "UKR",
        "UKR",
    ),
    (
        "no state flees",
        "Finland shut its border as 900 residents fled Russia, where the army shelled towns.",
        "displacement",
        "",
        "RUS",
    ),
    (
        "forced out",
        "Russian troops were forced out of the town of Lyman by Ukrainian attacks.",
        "territory",
        "UKR",
        "RUS",
    ),
    (
        "own town held",
        "Ukraine's army struck Melitopol with rockets. Russia was silent.",
        "strike",
        "UKR",
        "RUS",
    ),
    (
        "who stands for",
        "A Briton who came to Kupiansk with the army was killed by mortar fire.",
        "casualties",
        "",
        "GBR",
    ),
    (
        "with absolute",
        "The battle went on with Russian forces suffering heavy losses near Lyman.",
        "casualties",
        "",
        "RUS",
    ),
    ("for to", "Officers called for Ukraine to destroy the bridge. Soldiers fought.", "strike", "UKR", ""),
    (
        "its offensive",
        "The army told of towns liberated by Ukraine in its counteroffensive.",
        "combat",
        "UKR",
        "",
    ),
    (
        "by of another verb",
        "Soldiers told of the shelling of Kherson near a bridge mined by Ukraine.",
        "strike",
        "",
        "UKR",
    ),
    ("made by", "A Russian made missile struck a depot of the army in Kupiansk.", "strike", "", "UKR"),
    ("despite", "Ukrainians prepare a parade despite attacks by Russian drones.", "strike", "RUS", "UKR"),
    (
        "no ally's claim",
        "President Biden of the US said the town of Lyman had been captured by soldiers.",
        "territory",
        "",
        "",
    ),
    (
        "its Iraq losses",
        "The Kremlin's Ukraine losses passed 900 soldiers near Bakhmut.",
        "casualties",
        "",
        "RUS",
    ),
    ("nobody", "A blast hit an army convoy, and two soldiers were hurt.", "casualties", "", ""),
]


@pytest.mark.parametrize(
    ("name", "text", "type_", "agents", "targets"), CASES, ids=[case[0] for case in CASES]
)
def test_parties(name: str, text: str, type_: str, agents: str, targets: str) -> None:
    events = [event for event in kursk_ie.extract(text, published="2025-03-14").events if event.type == type_]
    sides = [
        (" ".join(p.code for p in event.agents), " ".join(p.code for p in event.targets)) for event in events
    ]
    assert (agents, targets) in sides, sides


def test_the_words_of_a_party() -> None:
    [event] = kursk_ie.extract("Israeli soldiers captured two Syrian soldiers near Quneitra.").events
    assert [party.text for party in (*event.agents, *event.targets)] == ["Israeli", "Syrian"]
