"""Whether an event is told as fact, possible, future or negated."""

from __future__ import annotations

import pytest

import kursk_ie

# name, text, type, modality
CASES = [
    ("past", "Russian troops shelled Orikhiv on Monday.", "strike", "actual"),
    ("perfect", "Israeli troops have captured the town of Khiam.", "territory", "actual"),
    ("present", "Russian troops are advancing near Lyman.", "territory", "actual"),
    ("passive", "Four soldiers were killed by militants near Gao.", "casualties", "actual"),
    ("not confirmed", "Israel did not confirm the strike on Beirut with missiles.", "strike", "actual"),
    ("no comment", "Kyiv has not commented on the drone attack on Belgorod.", "strike", "actual"),
    ("may", "Russian troops may attack soldiers near Sumy.", "combat", "possible"),
    ("might", "The rebels might capture the town of Goma, the army said.", "territory", "possible"),
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
]


@pytest.mark.parametrize(("name", "text", "type_", "modality"), CASES, ids=[case[0] for case in CASES])
def test_modality(name: str, text: str, type_: str, modality: str) -> None:
    events = [event for event in kursk_ie.extract(text, published="2025-03-14").events if event.type == type_]
    assert modality in [event.modality for event in events], [(e.trigger.text, e.modality) for e in events]
