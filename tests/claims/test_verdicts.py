"""What a text says of the truth of its events, and how far it reaches."""

from __future__ import annotations

import pytest

import kursk_ie

CLAIM = "The Ukrainian army said it had killed 30 Russian soldiers near Sudzha. "
DENIAL = "Israel's military said 20 Hezbollah fighters were killed near Khiam. "

# name, text, status of each event in text order
CASES = [
    ("nothing said", CLAIM, "none"),
    ("outlet could not verify", CLAIM + "Reuters could not independently verify the claim.", "unverified"),
    ("passive", CLAIM + "The claims could not be independently verified.", "unverified"),
    ("not possible", CLAIM + "It was not possible to verify the figures.", "unverified"),
    ("yet to be verified", CLAIM + "The claims have yet to be verified.", "unverified"),
    (
        "no independent confirmation",
        CLAIM + "There was no independent confirmation of the claim.",
        "unverified",
    ),
    (
        "verification not possible",
        CLAIM + "Independent verification of the toll was not possible.",
        "unverified",
    ),
    ("not able", CLAIM + "Reuters was not immediately able to verify the report.", "unverified"),
    ("none of the claims", CLAIM + "None of these claims have been independently verified.", "unverified"),
    (
        "not observed",
        CLAIM + "The institute has not observed visual confirmation of this claim.",
        "unverified",
    ),
    ("no evidence observed", CLAIM + "The BBC has not seen any evidence of it.", "no_evidence"),
    (
        "a day's dead and those of the war",
        DENIAL
        + "Lebanon's health ministry said the toll of Hezbollah fighters had risen to 4,000 near Khiam.",
        "none none",
    ),
    ("not verifiable", CLAIM + "The claim is not independently verifiable.", "unverified"),
    ("did not confirm independently", CLAIM + "AFP did not independently confirm the report.", "unverified"),
    ("not backed up", CLAIM + "It did not back up the claim with evidence.", "no_evidence"),
    ("made without evidence", CLAIM + "It made the claim without citing evidence.", "no_evidence"),
    ("no comment from", CLAIM + "There was no immediate comment from Moscow.", "declined"),
    ("denied it", CLAIM + "A Russian official denied it.", "denied"),
    ("said it was false", CLAIM + "Moscow said the claim was false.", "denied"),
    ("called untrue", CLAIM + "Moscow called the report untrue.", "denied"),
    ("no evidence", CLAIM + "It provided no evidence.", "no_evidence"),
    (
        "without evidence",
        "The Ukrainian army said without providing evidence that it had killed 30 Russian soldiers near Sudzha.",
        "no_evidence",
    ),
    (
        "no evidence before unverified",
        CLAIM + "It provided no evidence. Reuters could not verify the claim.",
        "no_evidence",
    ),
    (
        "two claims of one source",
        CLAIM
        + "The army also said it had captured the village of Plekhovo. AFP could not verify the claims.",
        "unverified unverified",
    ),
    (
        "the outlet's own voice is not judged",
        "Rebels shelled the Syrian town of Atarib. The Syrian army said it had killed nine rebels near Aleppo. "
        "The BBC could not verify the claim.",
        "none unverified",
    ),
    ("declined", CLAIM + "Russia's defence ministry declined to comment.", "declined"),
    (
        "did not respond",
        CLAIM + "Russia's defence ministry did not respond to a request for comment.",
        "declined",
    ),
    (
        "no comment before unverified",
        CLAIM + "The Kremlin declined to comment. Reuters could not verify the claim.",
        "unverified",
    ),
    (
        "rival number alone",
        "Israel's military said up to 20 Hezbollah fighters were killed near Khiam, while Hezbollah spoke of four.",
        "disputed disputed",
    ),
    (
        "number of one's own side",
        "Israel's military said up to 20 Hezbollah fighters were killed near Khiam. Israel's government spoke of 24.",
        "none none",
    ),
    (
        "the outlet's number and another's",
        "Twenty Hezbollah fighters were killed near Khiam by Israeli soldiers. Hezbollah acknowledged four.",
        "disputed disputed",
    ),
    ("rival figure", DENIAL + "Hezbollah said four of its fighters were killed there.", "disputed disputed"),
    (
        "a part of the dead",
        "The Somali army said 37 people were killed in Mogadishu. The police said one soldier died in Mogadishu.",
        "none none",
    ),
    (
        "figures that agree",
        DENIAL + "A UN official said at least 15 Hezbollah fighters were killed near Khiam.",
        "none none",
    ),
    ("geolocated", "Geolocated footage shows that Russian troops advanced near Toretsk.", "confirmed"),
    (
        "footage alone",
        "The Ukrainian army published footage that shows Russian soldiers killed near Sudzha.",
        "none",
    ),
    (
        "another claim in another sentence",
        CLAIM
        + "Reuters could not verify the claim. "
        + "South Korea's spy agency said 300 North Korean soldiers were killed in Kursk.",
        "unverified none",
    ),
    (
        "verdict in the same sentence",
        "The Ukrainian army said it had killed 30 Russian soldiers near Sudzha, a claim Reuters could not verify.",
        "unverified",
    ),
    (
        "both sides silent on what stands beside",
        "The Ukrainian army said it had captured the village of Plekhovo. Some 10,000 North Korean troops were sent "
        "to Kursk, South Korea's spy agency said; neither Moscow nor Pyongyang has confirmed it.",
        "none declined",
    ),
]


@pytest.mark.parametrize(("name", "text", "statuses"), CASES, ids=[case[0] for case in CASES])
def test_status(name: str, text: str, statuses: str) -> None:
    events = kursk_ie.extract(text, published="2025-03-14").events
    assert " ".join(event.verification.status for event in events) == statuses, [
        (event.type, event.trigger.text, event.verification.status) for event in events
    ]


def test_who_could_not_verify_and_the_words_that_say_so() -> None:
    [event] = kursk_ie.extract(CLAIM + "Reuters could not independently verify the claim.").events
    assert event.verification.by == "Reuters"
    assert [span.text for span in event.verification.evidence] == ["could not independently verify"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (CLAIM + "Reuters could not verify the claim.", "Reuters"),
        (CLAIM + "It provided no evidence.", "Ukrainian army"),
        (CLAIM + "Moscow said its line had held. It denied the claim.", "Moscow"),
    ],
)
def test_who_gives_the_verdict_is_named(text: str, by: str) -> None:
    verdicts = [event.verification for event in kursk_ie.extract(text).events]
    assert [verdict.by for verdict in verdicts if verdict.by] == [by]
