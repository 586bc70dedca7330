"""Speakers: whom a pronoun or a short form means, what kind of speaker it is, and on whose side."""

from __future__ import annotations

import pytest

import kursk_ie

_SPEAKERS = [
    ("he", "Colonel Ivan Petrov arrived. Colonel Ivan Petrov said the road was open. He said it was safe.",
     "Colonel Ivan Petrov"),
    ("she", "Amina Yusuf said the well was dry. She said help was late.", "Amina Yusuf"),
    ("surname", "Pentagon spokesman Pat Ryder said talks went on. Ryder said no date was set.",
     "Pentagon spokesman Pat Ryder"),
    ("it", "The Red Cross said two trucks were hit. It said no one died.", "Red Cross"),
    ("it, of a ministry in capitals",
     "The Russian Defense Ministry said Ukraine's army had lost 16 tanks. Its units, it added, held the line.",
     "Russian Defense Ministry"),
    ("they", "Two officials said the deal was close. They said a text was ready.", "Two officials"),
    ("the agency", "South Korea's spy agency said 100 men died. The agency said more were hurt.",
     "South Korea's spy agency"),
    ("the ministry", "Russia's defence ministry said a drone fell. The ministry said nobody was hurt.",
     "Russia's defence ministry"),
    ("the group", "Hamas said nine people died. The group denied that it had fired rockets.", "Hamas"),
    ("the paramilitary group", "The RSF said it held the base. The paramilitary group said talks went on.", "RSF"),
    ("the organisation", "Amnesty International said a school was hit. The organisation said two died.",
     "Amnesty International"),
    ("the think tank", "The Institute for the Study of War said losses rose. The think tank said they would fall.",
     "Institute for the Study of War"),
    ("acronym", "The Security Service of Ukraine said a spy was held. The SBU said he confessed.",
     "Security Service of Ukraine"),
    ("other", "Anna Berg said yes was likely. Omar Haddad said no was likely.", "Omar Haddad"),
    ("told of before", "Zelensky toured the front with the premier, Rishi Sunak. He said the town would hold.",
     "Zelensky"),
    ("told of by title", "Mr. Aziz has long been a friend of Vladimir Putin. But he also voiced fear of a new war.",
     "Mr. Aziz"),
    ("a body of another side",
     "Houthi military spokesman Yahya Saree said he won. The U.S. military said ships were hit.", "U.S. military"),
    ("another office",
     "Presidential adviser Ana Lenko said 90 died. The regional governor said two more were hurt.",
     "regional governor"),
    ("a body is no man",
     "Military spokesman Brigadier Udaya Nanayakkara said 70 died. The ministry said 600 had fled.", "ministry"),
    ("indefinite", "A soldier said the road was cut. A doctor said it was open.", "A doctor"),
]  # fmt: skip

_SIDES = [
    ("GUR said a bridge was blown up.", "UKR", "intelligence"),
    ("A Ukrainian official said the line held.", "UKR", "official"),
    ("The Kremlin said talks were possible.", "RUS", "government"),
    ("The Israeli military said it struck a depot.", "ISR", "military"),
    ("Reuters reported that the port was shut.", None, "media"),
    ("Zoë Baker said the shop was closed.", None, "person"),
]


@pytest.mark.parametrize(
    ("text", "speaker"), [row[1:] for row in _SPEAKERS], ids=[row[0] for row in _SPEAKERS]
)
def test_speaker(text: str, speaker: str) -> None:
    assert kursk_ie.extract(text).attributions[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "side", "kind"), _SIDES, ids=[row[0].partition(" said")[0] for row in _SIDES]
)
def test_side_and_kind(text: str, side: str | None, kind: str) -> None:
    found = kursk_ie.extract(text).attributions[0]
    assert (found.side, found.speaker_kind) == (side, kind)


def test_a_hidden_source_has_no_speaker() -> None:
    found = kursk_ie.extract("It was reported that the dam had burst.").attributions[0]
    assert (found.source, found.speaker) == (None, None)


@pytest.mark.parametrize("phrase", ["for the first time", "in recent days", "so far", "once again"])
def test_a_phrase_inside_the_verb_is_no_speaker(phrase: str) -> None:
    found = kursk_ie.extract(f"Two officials have {phrase} confirmed that the bridge was hit.").attributions
    assert [a.speaker for a in found] == ["Two officials"]


def test_without_saying_is_no_statement() -> None:
    assert (
        kursk_ie.extract("The army pulled out, without acknowledging that the town was lost.").attributions
        == ()
    )
