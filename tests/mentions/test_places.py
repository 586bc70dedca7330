"""Places: which names are locations, how far they reach, and which place of a name is meant."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from kursk_ie.errors import LexiconError
from kursk_ie.mentions.gazetteer.names import Gazetteer
from kursk_ie.mentions.gazetteer.rows import COLUMNS
from kursk_ie.mentions.places.ruler import PlaceRuler
from kursk_ie.results import Place
from kursk_ie.text.tables import read_table
from kursk_ie.text.tokens import read_tokens

NLP = spacy.blank("en")


def cut(phrase: str) -> list[str]:
    return [token.text for token in NLP.make_doc(phrase)]


RULER = PlaceRuler(cut)
ROWS = read_table("places.tsv", COLUMNS)


def places(text: str, ruler: PlaceRuler = RULER) -> list[Place]:
    return [found.mention for found in ruler.find(read_tokens(NLP.make_doc(text)))]


def surfaces(text: str) -> list[str]:
    return [place.text for place in places(text)]


def place(text: str, surface: str) -> Place:
    return next(p for p in places(text) if p.text == surface)


LOCATED = {
    "participle in a headline": ("Russian Drones Fall on Kyiv, Sowing Fear and Ruin", ["Kyiv"]),
    "people of a capital": ("Kyiv locals queue for bread.", ["Kyiv"]),
    "what a capital is supplied with": ("Khartoum water supply is back.", ["Khartoum"]),
    "struck, in a headline": ("Kyiv hit by missiles", ["Kyiv"]),
    "officials in": ("Officials in Donetsk said the road was open.", ["Donetsk"]),
    "in": ("Rain fell in Ukraine all night.", ["Ukraine"]),
    "deep inside": ("The drone came down deep inside Russia.", ["Russia"]),
    "from, of origin": ("The volunteer is from Poland.", ["Poland"]),
    "to, after motion": ("Two brigades were sent to Belarus.", ["Belarus"]),
    "of, after a part": ("Parts of Syria have no power.", ["Syria"]),
    "of, after an invasion": ("Since the invasion of Kuwait much has changed.", ["Kuwait"]),
    "a city with a surname": (
        "Police in Dallas and a farmer near Charlotte saw it.",
        ["Dallas", "Charlotte"],
    ),
    "a city under its English name": ("Pilgrims prayed in Mecca last week.", ["Mecca"]),
    "a region of a large state": ("Floods killed 12 people in Anhui last week.", ["Anhui"]),
    "a sentence of many names is no heading": (
        "Outbreaks hit Benin, Ghana, Guinea, Niger, and Senegal.",
        ["Benin", "Ghana", "Guinea", "Niger", "Senegal"],
    ),
    "an Arabic name without its article": (
        "IS fighters in Syria went from Palmyra to Tabqa and then to Al Mayadin.",
        ["Syria", "Palmyra", "Tabqa", "Al Mayadin"],
    ),
    "an unknown name with a capital article": (
        "Syria was calm. Near Al Khuwayrah, five strikes hit trucks.",
        ["Al Khuwayrah"],
    ),
    "on, after a strike": ("A strike on Tehran shook windows.", ["Tehran"]),
    "at, after fire": ("Rockets were fired at Israel before dawn.", ["Israel"]),
    "for, after departure": ("Thousands left for Georgia.", ["Georgia"]),
    "border with": ("Guards closed the border with Moldova.", ["Moldova"]),
    "border between": ("They met on the border between Chad and Sudan.", ["Chad", "Sudan"]),
    "held by a side": ("A blast shook Houthi-held Yemen.", ["Yemen"]),
    "object of a verb": ("Nobody expected him to visit Beijing.", ["Beijing"]),
    "direction": ("Eastern Ukraine lies under snow.", ["Ukraine"]),
    "two directions": ("Fires burn across southern and eastern Ukraine.", ["Ukraine"]),
    "possessive and a place": (
        "A depot burned in Russia's western Bryansk region.",
        ["Russia", "Bryansk region"],
    ),
    "possessive and ground": ("Smoke rose over Lebanon's southern border.", ["Lebanon"]),
    "apposition": ("The train left Kharkiv, Ukraine, at noon.", ["Kharkiv", "Ukraine"]),
    "list": ("Aid offices work in Jordan, Lebanon and Iraq.", ["Jordan", "Lebanon", "Iraq"]),
    "struck": ("Kyiv was shelled again.", ["Kyiv"]),
    "under attack": ("Moscow came under attack from the air.", ["Moscow"]),
    "from one to another": ("The pipe runs from Norway to Germany.", ["Norway", "Germany"]),
    "mayor": ("Kyiv's mayor spoke on the radio.", ["Kyiv"]),
    "as a whole": ("Sudan as a whole has ten such camps.", ["Sudan"]),
    "noun of a town": ("Kyiv residents slept in the metro.", ["Kyiv"]),
    "capital": ("A siren sounded in the Sudanese capital Khartoum.", ["Khartoum"]),
    "dateline in capitals": ("SEOUL: The committee met on Friday.", ["SEOUL"]),
    "dateline with agency": ("BEIRUT, Lebanon (AP) — The road is closed.", ["BEIRUT", "Lebanon"]),
}

ACTING = {
    "says": "Ukraine said the road was open.",
    "capital claims": "Kyiv claimed a success.",
    "forces": "Moscow's forces dug in.",
    "auxiliary": "Russia has fired its envoy.",
    "institution": "South Korea's spy agency gave a number.",
    "president": "Ukraine's President spoke.",
    "talks with": "After talks with the United States he flew home.",
    "aid to": "The bill pays for aid to Ukraine.",
    "weapons sent": "They sent weapons to Ukraine.",
    "war with": "The war with Russia goes on.",
    "hyphens": "The Russia-Ukraine war and the Moscow-backed mayor were named.",
    "between": "Ties between Moscow and Pyongyang grow.",
    "pressure from": "There is pressure from Washington.",
    "modifier": "He covered the Ukraine war for years.",
    "acronym as adjective": "Agents in US custody kept silent.",
    "border body": "Israel's border forces kept quiet.",
    "comma before a verb": "On Monday, Iran launched a satellite.",
    "adjective": "The Russian guns and North Korean shells fell silent.",
}

BORDERS = {
    "city": ("A curfew holds in Sumy city.", ["Sumy city"]),
    "city centre": ("Blasts shook Kharkiv city centre.", ["Kharkiv"]),
    "port": ("Grain left Odesa port on Monday.", ["Odesa port"]),
    "region": ("Fighting goes on in the Kursk border region.", ["Kursk border region"]),
    "oblast": ("Sumy Oblast has no power.", ["Sumy Oblast"]),
    "direction": ("Clashes continue in the Pokrovsk direction.", ["Pokrovsk direction"]),
    "airport": ("Drones stand at Nyala airport.", ["Nyala airport"]),
    "checkpoint": ("They filmed Sudzha checkpoint.", ["Sudzha checkpoint"]),
    "village stays out": ("Plekhovo village was hit.", ["Plekhovo"]),
    "village of": ("The village of Plekhovo was hit.", ["Plekhovo"]),
    "title": ("Kursk's acting governor spoke.", ["Kursk"]),
    "sea": ("Two ships left the Black Sea.", ["Black Sea"]),
    "capitalised generic": ("Doctors left Goma Hospital.", ["Goma Hospital"]),
    "lower-case generic": ("A Goma hospital took them in.", ["Goma"]),
    "region's village": ("They left a Kursk village.", ["Kursk"]),
    "clause after a place": ("In Kursk Oblast, Russia dropped leaflets.", ["Kursk Oblast"]),
    "list that ends in a province": ("They left Sanaa and Oombeki province.", ["Sanaa", "Oombeki province"]),
    "chain": ("The Svatove-Kreminna line held.", ["Svatove", "Kreminna"]),
}

UNKNOWN = {
    "village of": ("Shells hit the village of Qantabara.", ["Qantabara"]),
    "list after village": (
        "They hold the villages of Oombeki, Tarrafo and Luzibe.",
        ["Oombeki", "Tarrafo", "Luzibe"],
    ),
    "district": ("Homes burned in the Zalvarsky district.", ["Zalvarsky district"]),
    "near": ("A bus was stopped near Qantabara on Friday.", ["Qantabara"]),
    "in": ("He was born in Qantabara.", ["Qantabara"]),
    "with article al-": ("A clinic stands in al-Qantabara.", ["al-Qantabara"]),
    "lake": ("Boats crossed Lake Qantabara.", ["Lake Qantabara"]),
    "recaptured": ("The army recaptured Qantabara, witnesses said.", ["Qantabara"]),
    "captured several": ("The rebels captured Oombeki and Luzibe.", ["Oombeki", "Luzibe"]),
    "at, where people fought": ("Nine men were killed in an ambush at Qantabara on Friday.", ["Qantabara"]),
    "withdrew to": ("The rebels withdrew to Qantabara after the raid.", ["Qantabara"]),
    "fled from": ("Hundreds fled from Qantabara.", ["Qantabara"]),
    "air strikes on": ("The villagers spoke of air strikes on Qantabara.", ["Qantabara"]),
    "two words after a fight": ("The soldiers clashed with gunmen at Nava Qantabara.", ["Nava Qantabara"]),
    "two words and a region": (
        "Three men were wounded in Nava Qantabara, Sumy Oblast.",
        ["Nava Qantabara", "Sumy Oblast"],
    ),
    "moved towards": ("The gunmen fled towards Nava Qantabara.", ["Nava Qantabara"]),
    "south of": ("The convoy was stopped south of Qantabara.", ["Qantabara"]),
    "held by rebels": ("A bomb fell on rebel-held Qantabara on Friday.", ["Qantabara"]),
    "hold several": ("The rebels hold Oombeki and Luzibe.", ["Oombeki", "Luzibe"]),
    "occupied": ("The army occupied Qantabara on Monday.", ["Qantabara"]),
    "days in": ("They stayed in Qantabara three weeks.", ["Qantabara"]),
    "list before a direction": ("Power failed in Sudzha and Qantabara overnight.", ["Sudzha", "Qantabara"]),
    "towards after a country": ("They went into Iraq towards Qantabara.", ["Iraq", "Qantabara"]),
    "forename in a hyphened name": ("A patrol was stopped near Sam-Qantabara.", ["Sam-Qantabara"]),
    "of a state": ("She lives in a village of Qantabara State, police said.", ["Qantabara State"]),
    "district of": (
        "They shelled the Abu Qantabara district of Tripoli.",
        ["Abu Qantabara district", "Tripoli"],
    ),
    "bombed": ("Jets bombed Qantabara this morning.", ["Qantabara"]),
    "offensive that left": ("The offensive on Qantabara left dozens of men dead.", ["Qantabara"]),
    "repulsed at": ("Troops repulsed the gunmen at Qantabara.", ["Qantabara"]),
    "article inside a name": (
        "The men stayed for days on Zayn al-Qantabara Mountain.",
        ["Zayn al-Qantabara Mountain"],
    ),
    "hospital in lower case": (
        "A shell hit the gate of Nava Qantabara hospital.",
        ["Nava Qantabara hospital"],
    ),
    "sector of a front": ("They fired at posts in Qantabara sector.", ["Qantabara sector"]),
    "market in lower case": ("An air strike on Qantabara market killed nine.", ["Qantabara market"]),
    "taken with others": ("Troops have taken Qantabara and three other bases.", ["Qantabara"]),
    "mountain pass": ("A train stood in the Qantabara Pass.", ["Qantabara Pass"]),
    "list after known": ("Power failed in Sudzha, Qantabara and Rylsk.", ["Sudzha", "Qantabara", "Rylsk"]),
}

NOT_PLACES = {
    "a group named after places": "Fighters of the Islamic State of Iraq and the Levant laid down their arms.",
    "forces of a breakaway region": "Puntland's security forces stayed at home.",
    "outlet": "The Kyiv Independent and the Moscow Times wrote it first.",
    "team": "The Texas Rangers won again.",
    "bank": "Bank of America shares rose.",
    "forename": "Jens Austin spoke first.",
    "surname after title": "Mr Washington declined.",
    "name before a surname": "Sydney Mulholland sang.",
    "weak name as subject": "Vladimir smiled.",
    "treaty": "Both signed the Paris Agreement.",
    "organisation word": "A Chicago Tribune reader wrote in.",
    "city that says": "Texas sued the agency.",
    "month": "It ended in March.",
    "body": "She sat in Congress and in NATO.",
    "person after in": "Trust in Orlenko fell after Maria Orlenko left.",
    "nationality": "Men in Russian uniforms, a Western village and a Ukrainian town.",
    "lower case": "They told us to read nice books about turkey.",
    "longer name": "She reads the Nyala Airport Gazette and the Lake Oombeki Gazette.",
    "stake": "It has a stake in Oombeki.",
    "title of a work": "Her book Women in Oombeki sold well.",
    "captured person": "Guards captured Ombrosi.",
    "at a firm": "She is an analyst at Oombeki.",
    "to a person": "The letter went to Oombeki.",
    "strike on a person": "Critics spoke of an attack on Oombeki.",
    "ministry": "He is the minister of Temporarily Occupied Oombekis, she said.",
    "heading": "Why We Believe in Butterflies and Other Winter Stories",
}


@pytest.mark.parametrize(("text", "expected"), LOCATED.values(), ids=LOCATED)
def test_country_or_capital_with_locative_evidence(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_country_or_capital_that_acts_is_no_place(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(("text", "expected"), BORDERS.values(), ids=BORDERS)
def test_generic_noun_belongs_to_the_name_or_not(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(("text", "expected"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_name_is_kept_unresolved(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected
    unknown = next(
        p for p in places(text) if "Qantabara" in p.text or p.text in ("Oombeki", "Zalvarsky district")
    )
    assert not unknown.resolved
    assert (unknown.gazetteer_id, unknown.latitude, unknown.precision) == (None, None, "none")


@pytest.mark.parametrize("text", NOT_PLACES.values(), ids=NOT_PLACES)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("Shells hit Vorozhba and Plekhovo in the Kursk region.", "RUS", "Kursk Oblast"),
        ("A drone hit Vorozhba in the Sumy region.", "UKR", "Sumy Oblast"),
        ("A drone hit Vorozhba, Sumy Oblast.", "UKR", "Sumy Oblast"),
    ],
)
def test_villages_of_one_name_are_told_apart_by_their_region(text: str, country: str, admin1: str) -> None:
    found = place(text, "Vorozhba")
    assert (found.country, found.admin1, found.resolved) == (country, admin1, True)


def test_equal_candidates_stay_unresolved() -> None:
    found = place("A drone hit Vorozhba.", "Vorozhba")
    assert (found.resolved, found.gazetteer_id, found.country) == (False, None, None)


def test_a_known_village_in_another_region_is_not_taken_for_its_namesake() -> None:
    assert not place("A drone hit Plekhovo in Florida.", "Plekhovo").resolved


def test_a_town_before_a_village_of_its_name_in_one_country() -> None:
    assert place("A drone hit Makiivka.", "Makiivka").admin1 == "Donetsk Oblast"
    assert place("A drone hit Makiivka, Luhansk Oblast.", "Makiivka").admin1 == "Luhansk Oblast"


def test_a_person_after_a_city_is_no_item_of_a_list() -> None:
    assert surfaces("Our man in Sudzha, Oombeki Tarrafo, was there.") == ["Sudzha"]


def test_a_list_of_places_is_no_apposition() -> None:
    assert place("Rain fell in Belgorod, Ukraine and Poland.", "Belgorod").resolved


@pytest.mark.parametrize(
    "text", ["Western Kursk lies low.", "Kursk's governor spoke.", "A Kursk village burned."]
)
def test_a_citys_name_may_stand_for_its_region(text: str) -> None:
    assert place(text, "Kursk").name == "Kursk Oblast"


def test_a_sector_of_the_front_is_tied_to_its_town() -> None:
    assert place("They hold the Pokrovsk direction.", "Pokrovsk direction").name == "Pokrovsk"


def test_an_unknown_facility_keeps_the_country_of_its_town() -> None:
    found = place("Drones stand at Nyala airport.", "Nyala airport")
    assert (found.resolved, found.country, found.feature) == (False, "SDN", "facility")


def test_bare_kursk_is_the_city_unless_the_text_speaks_of_the_region() -> None:
    assert place("A drone hit Kursk.", "Kursk").feature == "settlement"
    assert place("Troops hold Sudzha and more in Kursk.", "Kursk").feature == "region"


@pytest.mark.parametrize(
    ("text", "name", "feature", "precision"),
    [
        ("Fog lay over Artemivsk, Donetsk region.", "Bakhmut", "settlement", "point"),
        ("Fog lay over Krivoy Rog.", "Kryvyi Rih", "settlement", "point"),
        ("Men hid near Mala Loknia.", "Malaya Loknya", "settlement", "point"),
        ("Talks were held in the U.S. on Monday.", "United States", "country", "country"),
        ("They reached Kursk region.", "Kursk Oblast", "region", "region"),
        ("They reached Klimovsky district.", "Klimovsky District", "district", "district"),
        ("Engineers mined the Crimean bridge.", "Kerch Bridge", "facility", "point"),
        ("Ships left the Sea of Azov.", "Sea of Azov", "water", "region"),
    ],
)
def test_variants_lead_to_one_row(text: str, name: str, feature: str, precision: str) -> None:
    found = places(text)[0]
    assert (found.name, found.feature, found.precision, found.resolved) == (name, feature, precision, True)


def test_offsets_fit_the_text_across_line_breaks() -> None:
    text = "In \u201cCherkasskoye\nPorechnoye\u201d \U0001f600 near Sudzha, Russia\u2019s Kursk Oblast."
    found = places(text)
    assert [text[p.start : p.end] for p in found] == [p.text for p in found]
    assert len(found) == 4


def test_a_country_lies_in_its_middle_not_at_the_mean_of_its_towns() -> None:
    canada = place("Wildfires burn in Canada.", "Canada")
    assert canada.latitude is not None and canada.latitude > 55


def test_a_name_is_that_of_the_largest_place_which_english_gives_it() -> None:
    mecca = place("Pilgrims prayed in Mecca last week.", "Mecca")
    assert (mecca.name, mecca.country) == ("Makkah", "SAU")  # not Medina, Ohio, once called so


def test_taken_words_are_left_alone() -> None:
    tokens = read_tokens(NLP.make_doc("The Kharkiv brigade left Kharkiv."))
    assert [f.start for f in RULER.find(tokens, [(1, 3)])] == [4]


def test_a_table_of_the_users_is_read_too(tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    row = ("my:1", "Qantabara", "Cantabara", "XXX", "", "settlement", "1.5", "2.5", "me", "CC0")
    table.write_text("\t".join(COLUMNS) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    found = places("Cantabara burned.", PlaceRuler(cut, table))[0]
    assert (found.name, found.gazetteer_id, found.latitude) == ("Qantabara", "my:1", 1.5)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"feature": "hamlet"}, "feature"),
        ({"lat": "north"}, "lat"),
        ({"lat": "91"}, "lat"),
        ({"lon": ""}, "both"),
        ({"id": ""}, "empty"),
        ({"population": "many"}, "population"),
    ],
)
def test_a_broken_row_names_its_mend(tmp_path: Path, cells: dict[str, str], message: str) -> None:
    row = dict(zip(COLUMNS, ("a:1", "A", "", "", "", "other", "1", "1", "me", "CC0"), strict=True)) | cells
    table = tmp_path / "broken.tsv"
    table.write_text("\t".join(row) + "\n" + "\t".join(row.values()) + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        Gazetteer(cut, (), [table])


def test_the_table_is_whole() -> None:
    assert len({row["id"] for row in ROWS}) == len(ROWS) > 700
    assert all(row["source"] and row["licence"] for row in ROWS)
    assert sum(row["feature"] == "country" for row in ROWS) >= 193


def test_plain_names_are_cut_as_the_tokenizer_cuts_them() -> None:
    plain = {
        form
        for row in ROWS
        for form in (row["name"], *row.many("aliases"))
        if form.replace(" ", "").isalpha()
    }
    assert [form for form in sorted(plain) if cut(form) != form.split()] == []
