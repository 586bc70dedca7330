"""What a trigger needs: words around it that let it tell an event, or not."""

from __future__ import annotations

import pytest

import kursk_ie

WAR = "The war between Russia and Ukraine, in which soldiers use drones and artillery, is in its third year. "


def types(sentence: str) -> set[str]:
    events = kursk_ie.extract(WAR + sentence, published="2025-03-14").events
    return {event.type for event in events if event.trigger.start >= len(WAR)}


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The minister has promised to defend occupied Melitopol.", "territory"),
        ("A convoy drove from Rostov to annexed Crimea.", "territory"),
        ("Moscow must return captured Ukrainian territories.", "territory"),
        ("The president takes a plea for tanks to Warsaw.", "territory"),
        ("Ukrainians will take a week to repair the road to Sumy.", "territory"),
        ("Kenya took part in talks on the region.", "territory"),
        ("A policeman was taken to a hospital in Kyiv.", "territory"),
        ("Ukraine and Western sanctions have hurt Russia's factories.", "sanction"),
        ("Drones breach U.S. sanctions on parts.", "sanction"),
        ("Russian shelling left 4 million Ukrainians without power.", "strength"),
        ("Two Russians and one Ukrainian separatist stood before the court.", "strength"),
        ("In the exercise a brigade simulates an attack on the port of Odesa.", "strike"),
        ("Soldiers saw the tank that Berlin is looking to send to Kyiv.", "deployment"),
        ("Soldiers spoke of pipeline damage.", "strike"),
        ("Since May 6 million Ukrainians have left, and a third of them live in Poland.", "strength"),
        ("The battle for Kherson shows that Ukraine is winning.", "territory"),
        ("Councils take £24m a year out of London while soldiers go unpaid.", "territory"),
        ("The governor attacked the ministers in Kherson.", "strike"),
        ("Buses came from Russian occupied territory to Kherson.", "territory"),
        ("The council sets a new level of oversight over homes in Ukraine.", "strike"),
        ("At first Ukrainians used their telephones to warn others.", "deployment"),
        ("A Ukrainian soldier and a reporter who reached the village were silent.", "deployment"),
        ("The chancellor travelled to Kyiv to thank Ukrainian soldiers.", "deployment"),
        ("Ukrainian troops are to have advanced radars.", "territory"),
        ("The minister advanced the talks with Ukraine on prisoners.", "territory"),
        ("A soldier was writing down what the drones had cost.", "equipment_loss"),
        ("The senator blasts Putin over the war.", "strike"),
        ("The former mayor died at the weekend.", "casualties"),
        ("Trump attacked Clinton for her votes on soldiers.", "strike"),
        ("Ukraine needs air defences to counter Russia attacks.", "combat"),
        ("Soldiers of the brigade in Sumy are to take part.", "territory"),
        ("The army needs shells in a region that will take years to heal.", "territory"),
        ("The town of Sumy holds great value for Russian soldiers.", "territory"),
        ("The Russian navy retires 19 ships and 300 sailors.", "deployment"),
        ("A Swedish crew fired dummy torpedoes.", "equipment_loss"),
        ("Prices have doubled since Russia attacked Ukraine.", "strike"),
        ("Russian soldiers left Kherson without light.", "deployment"),
        ("Ministers of Ukraine left Kyiv.", "deployment"),
        ("Snow fell in Kyiv, and soldiers froze.", "territory"),
        ("The city of Kyiv fell silent for the dead soldiers.", "territory"),
        ("Ukrainian officers engaged in talks with soldiers.", "combat"),
        ("Mothers met soldiers who are fighting in Ukraine.", "combat"),
        ("A shop in Sumy was damaged by a Russian missile.", "equipment_loss"),
        ("The minister spoke of the need to defeat Russian troops in polls.", "combat"),
        ("It was a narrow shot at the title of the Ukrainian league.", "combat"),
        ("The pope said Ukraine was being martyred.", "casualties"),
    ],
)
def test_tells_nothing(sentence: str, type_: str) -> None:
    assert type_ not in types(sentence)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The army recaptured Synkivka on Monday.", "territory"),
        ("Russian troops stormed Novoselivka and occupied villages nearby.", "territory"),
        ("Putin annexed Crimea in 2014.", "territory"),
        ("Residents of villages recently retaken by Ukraine spoke of looting.", "territory"),
        ('Izium has now been "liberated" along with other towns.', "territory"),
        ("Crowds cheered in Kherson after it was retaken by the army.", "territory"),
        ("Washington sanctions three Russian banks over the war.", "sanction"),
        ("Russian forces deployed two types of Iranian drones.", "deployment"),
        ("North Koreans reached Kursk in October.", "deployment"),
        ("Kyiv attacked as leaders meet in Bali", "strike"),
        ("Ukraine attacked Donetsk before dawn.", "strike"),
        ("Kyiv said it was attacking into Luhansk.", "strike"),
        ("The blast that hit Kyiv at dawn hurt nobody.", "strike"),
        ("The former mayor died when a shell hit his car.", "casualties"),
        ("The old woman died from her wounds.", "casualties"),
        ("The general spoke of rapid battlefield advances this month.", "territory"),
        ("Kyiv counted 11,000 North Koreans in Kursk.", "strength"),
        ("A Russian jet crashes in flames in Crimea.", "equipment_loss"),
        ("Russian troops left Kherson before dawn.", "deployment"),
        ("Russian soldiers have left the town.", "deployment"),
        ("Russian tanks reached the bridge.", "deployment"),
        ("Soldiers spoke of fierce fighting in Ukraine's east.", "combat"),
        ("Troops made a raid on a camp in Sumy.", "combat"),
        ("Drones were heard before the raid on a camp in Sumy.", "strike"),
        ("Wagner attacked a gold mine in Mali.", "combat"),
        ("The army killed nine insurgents and captured 12 near Kanem.", "prisoners"),
        ("The strike on Sumy caused no injuries.", "casualties"),
        ("Fighting in Ukraine has slowed in the snow.", "combat"),
        ("A shop in Sumy was damaged by a Russian missile.", "strike"),
        ("The Russian army suffered a string of defeats.", "combat"),
        ("Lysychansk had fallen, the governor wrote.", "territory"),
        ("The fortress fell after nine days.", "territory"),
        ("Marines met the Russians and engaged them near Sumy.", "combat"),
        ("Rebels crippled two Israeli tanks.", "equipment_loss"),
        ("Ukrainian soldiers trapped Russian troops near Lyman.", "territory"),
        ("The missile that crashed in Poland was Russian.", "equipment_loss"),
        ("Shells hit the town that Russian troops were forced to abandon last month.", "territory"),
        ("Snow lay in the town that Russian soldiers captured and burned.", "territory"),
        ("Kyiv spoke of the village and of a plan to capture it.", "territory"),
    ],
)
def test_tells(sentence: str, type_: str) -> None:
    assert type_ in types(sentence)
