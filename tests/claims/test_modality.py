"""Whether an event is told as fact, possible, future or negated."""

from __future__ import annotations

import pytest

import kursk_ie

# name, text, type, modality
CASES = [
    (
        "month of May",
        "The May 12 attack on Rafah killed nine soldiers, the army said.",
        "casualties",
        "actual",
    ),
    ("past", "Russian troops shelled Orikhiv on Monday.", "strike", "actual"),
    ("perfect", "Israeli troops have captured the town of Khiam.", "territory", "actual"),
    ("present", "Russian troops are advancing near Lyman.", "territory", "actual"),
    ("passive", "Four soldiers were killed by militants near Gao.", "casualties", "actual"),
    ("not confirmed", "Israel did not confirm the strike on Beirut with missiles.", "strike", "actual"),
    ("no comment", "Kyiv has not commented on the drone attack on Belgorod.", "strike", "actual"),
    ("may", "Russian troops may attack soldiers near Sumy.", "combat", "possible"),
    ("might", "The rebels might capture the town of Goma, the army said.", "territory", "possible"),
    ("may, quoted", "Russia may 'strike back' at Ukrainian cities, a general said.", "strike", "possible"),
    ("coming under", "Two cities were coming under attack by Russian drones.", "strike", "actual"),
    ("could", "Israel could strike a nuclear facility in Iran with missiles.", "strike", "possible"),
    ("may have", "Up to 40 soldiers may have been killed near Kidal by militants.", "casualties", "possible"),
    ("possible", "Officers spoke of a possible attack on Israeli troops near Jenin.", "combat", "possible"),
    (
        "whether",
        "It is not known whether any Russian soldiers were killed in the drone attack.",
        "casualties",
        "possible",
    ),
    (
        "feared dead",
        "Twelve soldiers are feared dead after the rebel ambush near Dori.",
        "casualties",
        "possible",
    ),
    (
        "if",
        "If Russian troops captured the town of Pokrovsk, the front would shift.",
        "territory",
        "possible",
    ),
    ("attempt", "Russian soldiers tried to capture the town of Kupiansk.", "territory", "possible"),
    ("will", "Kenya will send 1,000 soldiers to Haiti.", "deployment", "future"),
    ("is going to", "Russia is going to send 5,000 soldiers to Kursk.", "deployment", "future"),
    ("plans to", "Kenya plans to deploy 1,000 soldiers in Haiti.", "deployment", "future"),
    ("is preparing to", "Russia is preparing to attack Ukrainian troops near Sumy.", "combat", "future"),
    ("is expected to", "North Korea is expected to send more soldiers to Russia.", "deployment", "future"),
    ("vowed to", "Israel vowed to strike Iranian missile sites.", "strike", "future"),
    ("planned", "The planned deployment of 500 soldiers in Mali was put off.", "deployment", "future"),
    ("imminent", "Officers warned of an imminent Russian offensive near Kharkiv.", "combat", "future"),
    ("no", "No soldiers were killed in the drone attack on the Russian base.", "casualties", "negated"),
    ("never", "Rwanda never sent soldiers to Congo, its army said.", "deployment", "negated"),
    (
        "without casualties",
        "The rebels struck the army base without causing casualties.",
        "casualties",
        "negated",
    ),
    ("failed to", "Russian troops failed to capture the town of Vuhledar.", "territory", "negated"),
    (
        "failed attempt",
        "Ukrainian soldiers stopped a failed assault near Terny by Russian troops.",
        "combat",
        "negated",
    ),
    ("were not", "The hostages were not released by Hamas, the Israeli army said.", "prisoners", "negated"),
    ("not only", "Russian troops not only shelled Orikhiv but burned it.", "strike", "actual"),
    ("no longer", "Ukrainian troops no longer hold the town of Avdiivka.", "territory", "negated"),
    (
        "highly likely before a number",
        "Russian troops have highly likely lost 700 soldiers near Vuhledar.",
        "casualties",
        "actual",
    ),
    (
        "probably before a number",
        "Probably 300 North Korean soldiers have been killed in Kursk.",
        "casualties",
        "actual",
    ),
    (
        "denial of another clause",
        "Moscow did not comment, and Ukrainian troops captured the town of Snagost.",
        "territory",
        "actual",
    ),
    (
        "could not verify",
        "Reuters could not verify the report that rebels had killed nine soldiers.",
        "casualties",
        "actual",
    ),
    (
        "will after the event",
        "Rebels killed nine soldiers near Gao, and the army will hold a funeral.",
        "casualties",
        "actual",
    ),
    (
        "as",
        "Kenya considers more aid as fighting rages between rebels and soldiers near Sake.",
        "combat",
        "actual",
    ),
    ("amid", "Goma plans to open shelters amid rebel attacks on soldiers.", "combat", "actual"),
    ("due to", "The port is closed due to Russian shelling of Odesa.", "strike", "actual"),
    (
        "may and what is there",
        "The president may visit Israeli troops after the battle for Khiam.",
        "combat",
        "actual",
    ),
    ("would avenge", "Hamas would avenge the Israeli airstrike on Rafah.", "strike", "actual"),
    ("would launch", "Israel would launch airstrikes on Rafah, Hamas said.", "strike", "future"),
    (
        "would be the",
        "It would be the deadliest Israeli airstrike on Rafah since May.",
        "strike",
        "actual",
    ),
    ("event noun may escalate", "Israeli airstrikes may embolden Hamas.", "strike", "actual"),
    ("event noun may begin", "Israeli airstrikes on Rafah may begin at dawn.", "strike", "possible"),
    ("an event would", "An Israeli airstrike would embolden Hamas.", "strike", "possible"),
    ("event looms", "A rebel offensive looms near Goma, the army said.", "combat", "future"),
    ("set to", "The army's offensive is set to begin near Goma.", "combat", "future"),
    (
        "drone has set",
        "A Ukrainian drone attack has set a refinery in Ryazan ablaze.",
        "strike",
        "actual",
    ),
    ("never the noun", "Rwanda will not forgive the rebel assault on its soldiers.", "combat", "actual"),
    ("infinitive of a headline", "Russia to withdraw troops from Syria", "deployment", "future"),
    ("is to", "Kenya is to withdraw its soldiers from Goma.", "deployment", "future"),
    ("forced to", "Congolese soldiers were forced to retreat to Bukavu.", "deployment", "actual"),
    ("continue to", "M23 rebels continue to advance on Uvira.", "territory", "actual"),
    ("used to", "Iranian drones were used to attack soldiers near Kharkiv.", "strike", "actual"),
    (
        "the third to",
        "He is the third Kenyan soldier to die in a rebel ambush in Haiti.",
        "casualties",
        "actual",
    ),
    (
        "stopped",
        "Israeli troops stopped advancing on Rafah, Hamas fighters said.",
        "territory",
        "negated",
    ),
    ("to help", "The mayor vowed to help residents flee the rebel attacks.", "displacement", "future"),
    ("considering", "Kenya is considering sending soldiers to Goma.", "deployment", "possible"),
    ("suspends", "Kenya suspends flights citing rebel attacks on soldiers.", "combat", "actual"),
    ("slated to", "The EU is slated to impose sanctions on M23 rebels over the war.", "sanction", "future"),
    ("no doubt", "No doubt Russian troops shelled Orikhiv on Monday.", "strike", "actual"),
    ("nobody", "Nobody was killed when Russian drones hit Odesa.", "casualties", "negated"),
    (
        "unless",
        "Unless Russian troops withdraw from Kherson, the war will go on.",
        "deployment",
        "possible",
    ),
    ("brink of", "The army is on the brink of losing the town of Uvira to rebels.", "territory", "possible"),
    ("told to", "Russian soldiers were told to bombard Orikhiv.", "strike", "possible"),
    ("hope for", "Ukrainian soldiers hope for a Russian retreat.", "deployment", "possible"),
    ("calls it", "The general calls the rebel attack on soldiers a disgrace.", "combat", "actual"),
    ("must", "Ukrainian troops must hold the town of Lyman, the analyst wrote.", "territory", "possible"),
    (
        "must know why",
        "The world must know why we are fighting Russian troops near Lyman.",
        "combat",
        "actual",
    ),
    ("lets", "The law lets Ukrainian soldiers evacuate towns.", "displacement", "possible"),
    ("to be", "Six hostages are to be freed by Hamas, the Israeli army said.", "prisoners", "future"),
    (
        "unlikely after a phrase",
        "An offensive in winter is unlikely, soldiers near Lyman said.",
        "combat",
        "possible",
    ),
    ("a way to counter", "Kyiv seeks a way to counter deadly Russian airstrikes.", "strike", "actual"),
    ("battle after for", "Kherson braces for Battle as soldiers flee", "combat", "future"),
    ("decision to", "The decision to withdraw Kenyan soldiers is final.", "deployment", "future"),
    (
        "capability to",
        "Sudan's army has the capability to retake the town of Wad Madani.",
        "territory",
        "possible",
    ),
    ("noun as verb", "Kyiv could strike deep inside Russia with missiles.", "strike", "possible"),
    ("threatens to", "Turkey threatens to send soldiers to Syria.", "deployment", "possible"),
    (
        "threatens a noun",
        "Turkey threatens an assault on Kurdish fighters near Manbij.",
        "combat",
        "possible",
    ),
    ("signals", "The Kremlin signals the annexation of Kherson by Russia.", "territory", "future"),
    ("face being", "Residents of Kherson face being deported by Russian troops.", "displacement", "possible"),
    (
        "or be",
        "The residents of Kherson obey or be deported by Russian troops, the mayor said.",
        "displacement",
        "possible",
    ),
    ("were able to", "Somali troops were able to retake the town of Adale.", "territory", "actual"),
    ("are able to", "Somali troops are able to retake the town of Adale.", "territory", "possible"),
    (
        "said it would go on",
        "Netanyahu said the airstrikes on Gaza would continue, Hamas fighters or not.",
        "strike",
        "future",
    ),
    ("ordered troops to", "Moscow ordered its troops to leave Kherson.", "deployment", "future"),
    ("urged residents to", "Soldiers urged residents of Goma to leave.", "displacement", "possible"),
    ("forced residents to", "M23 rebels forced residents of Goma to leave.", "displacement", "actual"),
    (
        "did not allow",
        "Russian troops did not allow the residents of Bucha to leave their homes.",
        "displacement",
        "negated",
    ),
    (
        "a purpose of what goes on",
        "The army continues its offensive to retake the town of Goma from M23 rebels.",
        "territory",
        "possible",
    ),
    (
        "an offensive and what goes on",
        "The army beat off an offensive and continued to hold the town of Goma.",
        "territory",
        "actual",
    ),
    ("to begin a noun", "Ukraine to begin evacuations from Kherson under shelling", "displacement", "future"),
    ("unlikely to invade", "Belarusian forces are unlikely to invade Ukraine.", "combat", "possible"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Wagner recruited hundreds of convicts to fight in Ukraine against its army.",
        "Rebels bought mortars to shell the army camp.",
        "The drones were sent to help the army fight rebels.",
        "Russian soldiers called a hotline on how to surrender to the Ukrainian army.",
    ],
)
def test_a_purpose_is_no_event(text: str) -> None:
    types = {event.type for event in kursk_ie.extract(text, published="2025-03-14").events}
    assert not types & {"combat", "strike", "prisoners"}


@pytest.mark.parametrize(("name", "text", "type_", "modality"), CASES, ids=[case[0] for case in CASES])
def test_modality(name: str, text: str, type_: str, modality: str) -> None:
    events = [event for event in kursk_ie.extract(text, published="2025-03-14").events if event.type == type_]
    assert modality in [event.modality for event in events], [(e.trigger.text, e.modality) for e in events]
